import {
  closeSync,
  fsyncSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { checksumPath, formatChecksum, parseChecksum } from './checksum.ts';

/** A draft of a lock lives for less than a millisecond. */
const DRAFT_MS = 60_000;

/** Replaces a file so that after a crash at any point either the old or the new content is there, whole. */
export function writeDurably(path: string, content: Uint8Array | string): void {
  const draft = `${path}.tmp-${process.pid}`;
  const file = openSync(draft, 'w');
  try {
    writeFileSync(file, content);
    fsyncSync(file);
  } catch (error) {
    rmSync(draft, { force: true }); // A full disk needs the room.
    throw error;
  } finally {
    closeSync(file);
  }
  renameSync(draft, path);
  syncDirectory(dirname(path));
}

/** A rename is on the disk only when its directory is. */
function syncDirectory(path: string): void {
  let directory: number;
  try {
    directory = openSync(path, 'r');
  } catch {
    return; // Windows does not open directories, and renames durably without.
  }
  try {
    fsyncSync(directory);
  } finally {
    closeSync(directory);
  }
}

/** Removes what killed processes left half-written beside `path`. Only under the lock that all writers hold. */
export function removeDrafts(path: string): void {
  for (const name of readdirSync(dirname(path))) {
    if (!name.startsWith(`${basename(path)}.`)) continue;
    const file = join(dirname(path), name);
    // Whoever waits for the lock may have a draft of it at this moment.
    const left = /\.tmp-\d+$/.test(name) || (name.endsWith('.draft') && ageMs(file) > DRAFT_MS);
    if (left) rmSync(file, { force: true });
  }
}

function ageMs(path: string): number {
  const modified = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  return modified === undefined ? 0 : Date.now() - modified;
}

/** Writes the SHA-256 of a file beside it. */
export function writeChecksum(path: string, digest: string): void {
  writeDurably(checksumPath(path), formatChecksum(digest, basename(path)));
}

/** The SHA-256 that stands beside a file; undefined when there is none, or what is there is not one. */
export function readChecksum(path: string): string | undefined {
  const beside = checksumPath(path);
  return isRegularFile(beside) ? parseChecksum(readFileSync(beside, 'utf8')) : undefined;
}

/** False for what a hostile repository may have put in its place: a link out of it, to a device even. */
export function isRegularFile(path: string): boolean {
  return entryAt(path) === 'file';
}

/** What stands at a path; links are not followed. */
export function entryAt(path: string): 'file' | 'other' | 'missing' {
  try {
    return lstatSync(path).isFile() ? 'file' : 'other';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return 'missing';
    throw error;
  }
}
