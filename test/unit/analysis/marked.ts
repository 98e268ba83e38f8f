import type { AnalystInput, ChangedFile } from '../../../src/analysis/analyst.ts';
import { codeCritic } from '../../../src/analysis/critic/index.ts';
import { type FileRole, roleOfPath } from '../../../src/analysis/scope.ts';
import type { Repository } from '../../../src/git/types.ts';

/** Stands at the start of each line where a rule must report something. */
const mark = '»';

export interface Marked {
  readonly text: string;
  readonly lines: readonly number[];
}

export function readMarked(source: string): Marked {
  const lines = source.replace(/^\n/, '').split('\n');
  return {
    text: lines.map((line) => line.replace(mark, '')).join('\n'),
    lines: lines.flatMap((line, i) => (line.includes(mark) ? [i + 1] : [])),
  };
}

const nowhere: Repository = {
  root: '/nowhere',
  gitDir: '/nowhere/.git',
  bare: false,
  shallow: false,
  head: undefined,
  branch: undefined,
  name: 'local/nowhere',
};

/** A change of one file; without `oldText` the file is new and all of it is touched. */
export function changeOf(
  path: string,
  newText: string,
  oldText?: string,
  role: FileRole = roleOfPath(path),
): ChangedFile {
  const oldLines = oldText?.split('\n') ?? [];
  const newLines = newText.split('\n');
  // Lines that stand in only one of the two: enough of a diff for texts without repeated lines.
  const only = (lines: readonly string[], others: readonly string[]): { line: number; text: string }[] =>
    lines.flatMap((text, i) => (others.includes(text) ? [] : [{ line: i + 1, text }]));
  return {
    path,
    oldPath: path,
    status: oldText === undefined ? 'added' : 'modified',
    role,
    oldText,
    newText,
    added: only(newLines, oldLines),
    deleted: only(oldLines, newLines),
  };
}

export function inputOf(...files: ChangedFile[]): AnalystInput {
  return { repository: nowhere, base: undefined, head: 'HEAD', files };
}

/** Rule and line of everything the code critic reports on a change. */
export async function criticise(...files: ChangedFile[]): Promise<{ rule: string; line: number }[]> {
  const { findings, notes } = await codeCritic.analyse(inputOf(...files));
  if (notes.length > 0) throw new Error(notes.join('\n'));
  return findings.map(({ rule, startLine }) => ({ rule, line: startLine }));
}
