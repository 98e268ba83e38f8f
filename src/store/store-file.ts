/**
 * `store.db` and its mirror `store.db.bak`: the same bytes twice, each with its SHA-256 beside it, so that damage to
 * one is found and undone from the other.
 */
import { readdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CannotRunError, messageOf } from '../base/errors.ts';
import { sha256 } from './checksum.ts';
import { entryAt, readChecksum, removeDrafts, writeChecksum, writeDurably } from './durable.ts';
import { CorruptStoreError } from './errors.ts';
import { EventStore } from './store.ts';

const RETRY_MS = 200;

export interface LoadedStore {
  readonly store: EventStore;
  /** SHA-256 of the file; undefined when there is none yet. */
  readonly digest: string | undefined;
  /** What was wrong and what was done about it; empty when all is well. */
  readonly notes: readonly string[];
  /** The file itself is damaged or missing, and must be written again. */
  readonly rebuilt: boolean;
}

export function mirrorPath(path: string): string {
  return `${path}.bak`;
}

/**
 * @param setAside whether damaged files may be moved out of the way: only under the lock
 * @throws CannotRunError when both are damaged, or one was set aside earlier and nothing has replaced it;
 * NewerFormatError
 */
export async function loadStoreFile(path: string, setAside: boolean): Promise<LoadedStore> {
  const mirror = mirrorPath(path);
  let main = await tryOpen(path, mirror);
  if (!setAside && 'problem' in main && !main.missing) {
    // Without the lock, a file and its checksum may have been read on either side of someone's save.
    await sleep(RETRY_MS);
    main = await tryOpen(path, mirror);
  }
  if ('store' in main) return { ...main, rebuilt: false };
  const spare = await tryOpen(mirror, path);
  const aside = setAside && !main.missing ? moveAside(path) : undefined;
  const kept = aside ? ` (kept as ${basename(aside)})` : '';
  if ('store' in spare) {
    const note = `${path} ${main.problem}${kept}; rebuilt from ${basename(mirror)} and the journals`;
    return { ...spare, digest: undefined, notes: [note, ...spare.notes], rebuilt: true };
  }
  const earlier = earlierDamaged(path);
  if (main.missing && spare.missing && earlier.length === 0) {
    return { store: await EventStore.create(), digest: undefined, notes: [], rebuilt: false };
  }
  const said = [
    ...(main.missing ? [] : [`${path} ${main.problem}${kept}`]),
    ...(spare.missing ? [] : [`${mirror} ${spare.problem}`]),
  ].join(', ');
  throw new CannotRunError(
    `${said || `the damaged store ${earlier.join(', ')} was not replaced yet`}, and nothing is left to rebuild the ` +
      `learning store from: put back a copy of ${basename(path)}, or delete ${path}* to start with an empty store`,
  );
}

type Attempt =
  | { readonly store: EventStore; readonly digest: string; readonly notes: readonly string[] }
  | { readonly missing: boolean; readonly problem: string };

async function tryOpen(path: string, twin: string): Promise<Attempt> {
  const entry = entryAt(path);
  if (entry === 'missing') return { missing: true, problem: 'is missing' };
  if (entry === 'other') return { missing: false, problem: 'is not a regular file' };
  const bytes = readFileSync(path);
  const digest = sha256(bytes);
  const beside = readChecksum(path);
  // The twin's checksum counts too: a crash between a file and its checksum leaves the older one beside it.
  const besideTwin = readChecksum(twin);
  const checked = digest === beside || digest === besideTwin;
  if (!checked && (beside ?? besideTwin) !== undefined)
    return { missing: false, problem: 'does not match its SHA-256' };
  try {
    const store = await EventStore.open(bytes, { checked });
    if (checked) return { store, digest, notes: [] };
    const [problem] = store.verify().problems;
    if (problem === undefined)
      return { store, digest, notes: [`${path} had no SHA-256 beside it; its content was verified instead`] };
    store.close();
    return { missing: false, problem: `is damaged (${problem})` };
  } catch (error) {
    if (!(error instanceof CorruptStoreError)) throw error;
    return { missing: false, problem: `is damaged (${messageOf(error)})` };
  }
}

/**
 * Writes both files. The mirror goes first: whenever one is half replaced, the other is whole and has its checksum.
 * Only under the lock.
 */
export function writeStoreFile(path: string, bytes: Uint8Array): string {
  const digest = sha256(bytes);
  removeDrafts(path);
  for (const file of [mirrorPath(path), path]) {
    writeDurably(file, bytes);
    writeChecksum(file, digest);
  }
  return digest;
}

/** Moves a damaged file to a name of its own, where it can still be looked at. */
function moveAside(path: string): string {
  const time = new Date().toISOString().replaceAll(/[:.]/g, '-');
  const aside = `${path}.corrupt-${time}`;
  renameSync(path, aside);
  return aside;
}

function earlierDamaged(path: string): string[] {
  if (!statSync(dirname(path), { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(dirname(path)).filter((name) => name.startsWith(`${basename(path)}.corrupt-`));
}
