import type { Node } from '../../code/types.ts';

const layout: ReadonlySet<string> = new Set(['comment', ';', ',']);

/**
 * The tokens of a node without comments, white space, quote style, semicolons and commas, so that re-formatted or
 * moved code reads the same as before.
 */
export function normalise(node: Node): string {
  const tokens: string[] = [];
  collect(node, tokens);
  return tokens.join(' ');
}

function collect(node: Node, tokens: string[]): void {
  if (layout.has(node.type)) return;
  if (node.childCount === 0 || node.type === 'string') {
    const text = node.text.trim();
    tokens.push(text.startsWith("'") && text.endsWith("'") && !text.includes('"') ? `"${text.slice(1, -1)}"` : text);
    return;
  }
  for (const child of node.children) if (child) collect(child, tokens);
}
