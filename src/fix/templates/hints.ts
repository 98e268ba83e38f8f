import type { Syntax } from './tree.ts';

/** Literals of a file, by how often they stand there, and what its docstrings and comments mention. */
export interface Hints {
  readonly numbers: readonly string[];
  /** Contents of string literals, without quotes. */
  readonly strings: readonly string[];
  readonly mentionedNumbers: readonly string[];
  readonly mentionedStrings: readonly string[];
  /** Words in quotes in the tests that fail: how what they ask for is spelled. */
  readonly testedWords: ReadonlySet<string>;
}

const limit = 12;

export function hintsOf(root: Syntax, testedWords: ReadonlySet<string>): Hints {
  const numbers: string[] = [];
  const strings: string[] = [];
  const prose: string[] = [];
  for (const node of root.walk()) {
    if (node.kind === 'comment') prose.push(node.text);
    else if (node.kind === 'number') numbers.push(node.text);
    else if (node.type === 'string') {
      const content = stringContent(node);
      if (node.parent?.kind === 'statement') prose.push(content ?? node.text);
      else if (content !== undefined && content.length <= 40) strings.push(content);
    }
  }
  const text = prose.join('\n');
  return {
    numbers: frequent(numbers),
    strings: frequent(strings),
    mentionedNumbers: frequent(text.match(/(?<![\w.])\d+(?:\.\d+)?(?![\w.])/g) ?? []),
    mentionedStrings: frequent([...text.matchAll(/(["'`])([^"'`\n]{0,30})\1/g)].map((match) => match[2] ?? '')),
    testedWords,
  };
}

const mostWords = 2000;

/** Words of the texts that stand in quotes in a source. */
export function wordsInQuotes(source: string): Set<string> {
  const texts = [...source.matchAll(/(["'`])((?:(?!\1)[^\\\n]|\\.){4,200})\1/g)].map((match) => match[2] ?? '');
  return new Set(texts.flatMap((text) => text.match(/\p{L}{4,}/gu) ?? []).slice(0, mostWords));
}

function frequent(items: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, limit)
    .map(([item]) => item);
}

/** What stands between the quotes of a plain string literal; undefined when it has a prefix or substitutions. */
export function stringContent(node: Syntax): string | undefined {
  const { text } = node;
  const match = /^("""|'''|["'`])([\s\S]*)\1$/.exec(text);
  return match === null || text.includes('${') ? undefined : match[2];
}
