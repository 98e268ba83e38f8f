import { stat, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { CannotRunError, messageOf, UsageError } from '../base/errors.ts';
import { printable } from '../base/printable.ts';
import { complaint, runGit } from '../git/command.ts';
import type { Repository } from '../git/index.ts';
import type { Isolation } from '../sandbox/types.ts';
import { defaultCandidates, defaultTimeLimit } from './limits.ts';

/**
 * Applies a patch to the work tree, all of it or nothing. The index and what else is changed stay as they are.
 *
 * @throws CannotRunError when it does not fit the files as they are now
 */
export async function applyPatch(repository: Repository, patch: string): Promise<void> {
  const options = { cwd: repository.root, input: patch };
  // The user's configuration may ask for fuzz, or for white space to be corrected.
  const strict = ['-c', 'apply.ignoreWhitespace=no', 'apply', '--whitespace=nowarn'];
  for (const args of [
    [...strict, '--check', '-'],
    [...strict, '-'],
  ]) {
    const { status, stderr } = await runGit(args, options);
    if (status !== 0)
      throw new CannotRunError(`the patch was not applied, the work tree is as it was: ${complaint(stderr)}`);
  }
}

/** @returns the absolute path that a patch is to be written to; @throws UsageError when it cannot be a file there */
export async function patchPath(cwd: string, file: string): Promise<string> {
  const path = resolve(cwd, file);
  const shown = printable(file, 300);
  if (file === '') throw new UsageError('--patch is empty; give a file to write');
  if (file.startsWith('--')) throw new UsageError(`--patch "${shown}" reads like an option; give a file to write`);
  const folder = await stat(dirname(path)).catch(() => undefined);
  if (!folder?.isDirectory())
    throw new UsageError(`--patch "${shown}": there is no folder for it; give a file to write`);
  const there = await stat(path).catch(() => undefined);
  if (there?.isDirectory()) throw new UsageError(`--patch "${shown}" is a folder; give a file to write`);
  return path;
}

/** @throws CannotRunError when the file cannot be written */
export async function writePatch(path: string, patch: string): Promise<void> {
  await writeFile(path, patch).catch((thrown: unknown) => {
    throw new CannotRunError(`the patch could not be written: ${printable(messageOf(thrown), 300)}`);
  });
}

export interface Search {
  /** As the user named it; `.` is left out. */
  readonly repo: string;
  readonly testCommand: string;
  readonly isolation: Isolation;
  readonly seed: number;
  /** Seconds. */
  readonly timeLimit: number;
  readonly candidates: number;
  readonly learned: boolean;
}

/** The command line that finds a repair and applies it; defaults are left out. */
export function applyCommand(search: Search): string {
  const { repo, testCommand, isolation, seed, timeLimit, candidates, learned } = search;
  return [
    'hone fix',
    ...(repo === '.' ? [] : [`--repo ${quoted(repo)}`]),
    `--test ${quoted(testCommand)}`,
    ...(timeLimit === defaultTimeLimit ? [] : [`--time-limit ${timeLimit}`]),
    ...(isolation === 'process' ? ['--isolation process'] : []),
    ...(candidates === defaultCandidates ? [] : [`--candidates ${candidates}`]),
    ...(seed === 0 ? [] : [`--seed ${seed}`]),
    ...(learned ? [] : ['--no-learned']),
    '--apply',
  ].join(' ');
}

/** The command line that applies a patch file. Git takes the names in it from the folder where it starts. */
export function applyFileCommand({ root }: Repository, cwd: string, path: string): string {
  return `git ${cwd === root ? '' : `-C ${quoted(root)} `}apply ${quoted(path)}`;
}

/** A word as a POSIX shell takes it. */
function quoted(word: string): string {
  return /^[\w./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
