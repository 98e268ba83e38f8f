import type { Dirent } from 'node:fs';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { streamGit } from './command.ts';
import { pathFromBytes } from './path.ts';
import type { Repository } from './types.ts';
import { splitNul } from './uncommitted.ts';

export interface IgnoredFile {
  readonly path: string;
  readonly content: Buffer;
}

export interface IgnoredLimits {
  /** Of all files together. */
  readonly mostFiles: number;
  readonly mostBytes: number;
  /** What is not looked at; asked for folders (with a slash at the end) before their files. */
  readonly leaveOut: (path: string) => boolean;
  readonly signal?: AbortSignal;
}

/**
 * Files of the work tree that git ignores and `leaveOut` does not name: what installs and builds have written. An entry
 * of git's, a file or a whole folder, that would pass a limit is left out and named in `skipped`; links are no files.
 */
export async function readIgnored(
  repository: Repository,
  { mostFiles, mostBytes, leaveOut, signal }: IgnoredLimits,
): Promise<{ files: IgnoredFile[]; skipped: string[] }> {
  const words = ['ls-files', '--others', '--ignored', '--exclude-standard', '--directory', '-z'];
  const chunks: Buffer[] = [];
  for await (const chunk of streamGit(words, { cwd: repository.root, signal })) chunks.push(chunk);
  const files: IgnoredFile[] = [];
  const skipped: string[] = [];
  let bytes = 0;
  for (const entry of splitNul(Buffer.concat(chunks)).map(pathFromBytes)) {
    if (entry.startsWith('"') || leaveOut(entry)) continue;
    const found = await filesIn(repository.root, entry, leaveOut, mostFiles - files.length);
    const size = found?.reduce((sum, file) => sum + file.size, 0) ?? 0;
    if (found === undefined || bytes + size > mostBytes) {
      skipped.push(entry);
      continue;
    }
    bytes += size;
    for (const { path } of found) files.push({ path, content: await readFile(join(repository.root, path)) });
  }
  return { files, skipped };
}

/** Ordinary files of an entry; undefined when there are more than `most`. */
async function filesIn(
  root: string,
  entry: string,
  leaveOut: (path: string) => boolean,
  most: number,
): Promise<{ path: string; size: number }[] | undefined> {
  const found: { path: string; size: number }[] = [];
  const folders = entry.endsWith('/') ? [entry] : [];
  const add = async (path: string): Promise<void> => {
    const state = await lstat(join(root, path)).catch(() => undefined);
    if (state?.isFile() === true) found.push({ path, size: state.size });
  };
  if (folders.length === 0) await add(entry);
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const inside: Dirent[] = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
    for (const one of inside) {
      const path = `${folder}${one.name}${one.isDirectory() ? '/' : ''}`;
      if (leaveOut(path)) continue;
      if (one.isDirectory()) folders.push(path);
      else if (one.isFile()) await add(path);
      if (found.length > most) return undefined;
    }
  }
  return found.length > most ? undefined : found;
}
