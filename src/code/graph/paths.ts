import { posix } from 'node:path';

/** Folder of a repository path; '' for the root. */
export function folderOf(path: string): string {
  const folder = posix.dirname(path);
  return folder === '.' ? '' : folder;
}

/** Joined and normalised; undefined when it leaves the repository. */
export function join(...parts: string[]): string | undefined {
  const joined = posix.join(...parts);
  if (joined === '..' || joined.startsWith('../') || joined.startsWith('/')) return undefined;
  return joined === '.' ? '' : joined.replace(/\/$/, '');
}

/** The folder itself and those around it, innermost first, '' last. */
export function* upwards(folder: string): Generator<string> {
  for (let current = folder; current !== ''; current = folderOf(current)) yield current;
  yield '';
}
