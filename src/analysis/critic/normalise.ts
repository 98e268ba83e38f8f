import type { Node } from '../../code/types.ts';

const layout: ReadonlySet<string> = new Set(['comment', ';', ',']);
const identifiers: ReadonlySet<string> = new Set(['identifier', 'shorthand_property_identifier']);

/**
 * The tokens of a node without comments, white space, quote style, semicolons and commas, so that re-formatted or
 * moved code reads the same as before.
 */
export function normalise(node: Node): string {
  const tokens: string[] = [];
  collect(node, tokens);
  return tokens.join(' ');
}

/**
 * The same with names numbered by their first appearance: code in which only names changed has one shape.
 */
export function shapeOf(node: Node): string {
  const names = new Map<string, number>();
  const tokens: string[] = [];
  collect(node, tokens, (name) => {
    names.set(name, names.get(name) ?? names.size);
    return `$${names.get(name)}`;
  });
  return tokens.join(' ');
}

function collect(node: Node, tokens: string[], rename: (name: string) => string = (name) => name): void {
  if (layout.has(node.type)) return;
  if (identifiers.has(node.type)) {
    tokens.push(rename(node.text));
    return;
  }
  if (node.childCount === 0 || node.type === 'string') {
    const text = node.text.trim();
    tokens.push(text.startsWith("'") && text.endsWith("'") && !text.includes('"') ? `"${text.slice(1, -1)}"` : text);
    return;
  }
  for (const child of node.children) if (child) collect(child, tokens, rename);
}
