import { messageOf } from '../base/errors.ts';
import { type Blobs, openBlobs } from '../git/index.ts';
import type { Change, FileChange, Repository } from '../git/types.ts';
import type { AnalystInput, ChangedFile, TextLine } from './analyst.ts';
import { type FileRole, looksGenerated, roleOfPath } from './scope.ts';

/** Larger files are data, or were written by a program. */
const maxFileBytes = 1024 * 1024;
const readRoles: ReadonlySet<FileRole> = new Set(['source', 'test', 'migration', 'manifest', 'interface', 'config']);
/** Of larger changes the rest is named as not looked at: both sides of every file are held in memory. */
const maxFiles = 2000;
const silentRoles: ReadonlySet<FileRole> = new Set(['generated', 'vendored']);

export interface ReadInput {
  readonly input: AnalystInput;
  /** What was left out, one sentence each. */
  readonly notes: readonly string[];
}

/** What the analysts get to see of a change: both sides of every file that they may judge. */
export async function readInput(repository: Repository, change: Change, signal?: AbortSignal): Promise<ReadInput> {
  const blobs = openBlobs(repository, { maxBytes: maxFileBytes, ...(signal && { signal }) });
  const notes: string[] = change.clipped.map((clip) => `${clip.path}: ${clip.reason}.`);
  try {
    const files = await Promise.all(
      change.files.slice(0, maxFiles).map((file) => readFile(file, change, blobs, notes)),
    );
    const rest = change.files.length - files.length;
    if (rest > 0) notes.push(`The change has ${change.files.length} files; ${rest} of them were not looked at.`);
    const unseen = files.filter((file) => silentRoles.has(file.role)).map((file) => file.path);
    if (unseen.length > 0) notes.push(`Not looked at, being generated or vendored: ${listed(unseen)}.`);
    return { input: { repository, base: change.base, head: change.head, files }, notes };
  } finally {
    await blobs.close();
  }
}

async function readFile(file: FileChange, change: Change, blobs: Blobs, notes: string[]): Promise<ChangedFile> {
  const oldPath = file.oldPath ?? file.path;
  const role = file.binary || file.submodule ? 'other' : roleOfPath(file.path);
  const wanted = readRoles.has(role) && file.status !== 'type-changed';
  const read = async (sha: string | undefined, path: string): Promise<string | undefined> => {
    if (!wanted || sha === undefined) return undefined;
    try {
      return (await blobs.read(sha, path))?.toString('utf8');
    } catch (thrown) {
      notes.push(`${path} was not looked at: ${messageOf(thrown)}.`);
      return undefined;
    }
  };
  const [oldText, newText] = await Promise.all([
    file.status === 'added' ? undefined : read(change.base, oldPath),
    file.status === 'deleted' ? undefined : read(change.head, file.path),
  ]);
  const generated = looksGenerated(newText ?? oldText ?? '');
  return {
    path: file.path,
    oldPath,
    status: file.status,
    role: generated ? 'generated' : role,
    oldText: generated ? undefined : oldText,
    newText: generated ? undefined : newText,
    added: linesOf(file, 'added'),
    deleted: linesOf(file, 'deleted'),
  };
}

function linesOf(file: FileChange, type: 'added' | 'deleted'): TextLine[] {
  return file.hunks.flatMap((hunk) =>
    hunk.lines.filter((line) => line.type === type).map(({ line, text }) => ({ line, text })),
  );
}

function listed(paths: readonly string[]): string {
  const shown = paths.slice(0, 5).join(', ');
  return paths.length > 5 ? `${shown} and ${paths.length - 5} more` : shown;
}
