import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { streamGit } from './command.ts';
import { pathFromBytes } from './path.ts';
import type { Repository } from './types.ts';

/** A file of the work tree that is not as in HEAD; ignored files are left out. `content` null: it is deleted. */
export interface UncommittedFile {
  readonly path: string;
  readonly content: Buffer | null;
}

/**
 * What the work tree has and HEAD has not, new files included but those that `leaveOut` names. Links, submodules, names that are not UTF-8 and files
 * over `maxBytes` are left out and named in `skipped`.
 */
export async function readUncommitted(
  repository: Repository,
  options: {
    readonly maxBytes?: number;
    readonly leaveOut?: (path: string) => boolean;
    readonly signal?: AbortSignal;
  } = {},
): Promise<{ files: UncommittedFile[]; skipped: string[] }> {
  const { maxBytes = 32 * 2 ** 20, leaveOut = () => false, signal } = options;
  const words = ['status', '--porcelain=v1', '-z', '--untracked-files=all', '--no-renames', '--ignore-submodules=all'];
  const chunks: Buffer[] = [];
  for await (const chunk of streamGit(words, { cwd: repository.root, signal })) chunks.push(chunk);
  const files: UncommittedFile[] = [];
  const skipped: string[] = [];
  for (const entry of splitNul(Buffer.concat(chunks))) {
    const path = pathFromBytes(entry.subarray(3));
    if (entry.subarray(0, 2).toString() === '??' && leaveOut(path)) continue;
    const state = path.startsWith('"') ? 'other' : await stateOf(join(repository.root, path), maxBytes);
    if (state === 'other') skipped.push(path);
    else files.push({ path, content: state === 'missing' ? null : await readFile(join(repository.root, path)) });
  }
  return { files, skipped };
}

export function splitNul(bytes: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  for (let start = 0, end = bytes.indexOf(0); end !== -1; start = end + 1, end = bytes.indexOf(0, start)) {
    parts.push(bytes.subarray(start, end));
  }
  return parts;
}

async function stateOf(path: string, maxBytes: number): Promise<'file' | 'missing' | 'other'> {
  try {
    const found = await lstat(path);
    return found.isFile() && found.size <= maxBytes ? 'file' : 'other';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return 'missing';
    return 'other';
  }
}
