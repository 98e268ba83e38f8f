import { languageOf, ParseLimitError, parse } from '../../code/index.ts';
import { differenceOf } from '../review/difference.ts';
import type { PatchedText } from '../review/index.ts';

export interface PatchFacts {
  /** Lines. */
  readonly added: number;
  readonly removed: number;
  /** Change of the sum of the cyclomatic numbers of all functions; 0 for languages that Hone does not read. */
  readonly complexityDelta: number;
}

/** Size of a patch, over all its files. */
export async function patchFacts(files: readonly PatchedText[]): Promise<PatchFacts> {
  let [added, removed, complexityDelta] = [0, 0, 0];
  for (const { path, before, after } of files) {
    for (const hunk of differenceOf(linesOf(before), linesOf(after))) {
      added += hunk.added.length;
      removed += hunk.removed.length;
    }
    complexityDelta += (await complexityOf(path, after)) - (await complexityOf(path, before));
  }
  return { added, removed, complexityDelta };
}

function linesOf(text: string): { text: string }[] {
  return text
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => ({ text: line }));
}

async function complexityOf(path: string, text: string): Promise<number> {
  const language = languageOf(path, text);
  if (language === undefined) return 0;
  try {
    const file = await parse(language, text, path);
    try {
      const functions = file.symbols.filter(({ kind, body }) => body !== undefined && !holders.has(kind));
      return functions.reduce((sum, { complexity }) => sum + complexity, 0);
    } finally {
      file.dispose();
    }
  } catch (error) {
    if (error instanceof ParseLimitError) return 0;
    throw error;
  }
}

/** Their members count by themselves. */
const holders: ReadonlySet<string> = new Set(['class', 'interface', 'namespace', 'enum']);
