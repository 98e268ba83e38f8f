import { messageOf } from '../../base/errors.ts';
import { checksumPath, formatChecksum, parseChecksum, sha256 } from '../checksum.ts';
import { CorruptStoreError } from '../errors.ts';
import { EventStore } from '../store.ts';
import { storeName } from './limits.ts';
import { newestFirst } from './listing.ts';
import type { CountedServices, Notes } from './report.ts';
import type { ArtifactInfo, Files } from './services.ts';

const fileName = 'store.db';
const lookedName = 'looked-at';

/** Where the snapshot came from that a read started with. */
export type SnapshotSource = 'cache' | 'artifact' | 'none';

export interface Base {
  readonly store: EventStore;
  readonly source: SnapshotSource;
  /**
   * False: a snapshot artifact could not be read and no older one stood in, or two in a row could not: what was deleted is
   * held by two, so that events may be missing.
   */
  readonly complete: boolean;
  /** When the snapshot artifacts were last listed and taken in, by this read or by those it builds on; 0: never. */
  readonly lookedAt: number;
}

/** The whole store, and when the snapshot artifacts were last looked at; beside each file its SHA-256. */
export function packSnapshot(store: EventStore, lookedAt: number): Files {
  const files = new Map<string, Uint8Array>();
  const add = (name: string, bytes: Uint8Array) => {
    files.set(name, bytes);
    files.set(checksumPath(name), new TextEncoder().encode(formatChecksum(sha256(bytes), name)));
  };
  add(fileName, store.serialize());
  add(lookedName, new TextEncoder().encode(String(lookedAt)));
  return files;
}

/** A snapshot as it was read. */
export interface Snapshot {
  readonly store: EventStore;
  /** When whoever saved it had last looked at the snapshot artifacts; 0: it missed some, so older ones may hold more. */
  readonly lookedAt: number;
}

/** @throws CorruptStoreError, NewerFormatError */
async function openSnapshot(files: Files): Promise<Snapshot> {
  const lookedAt = Number(new TextDecoder().decode(checked(files, lookedName)));
  return { store: await EventStore.open(checked(files, fileName)), lookedAt };
}

/** @throws CorruptStoreError when the file is missing or does not match the SHA-256 beside it */
function checked(files: Files, name: string): Uint8Array {
  const bytes = files.get(name);
  const checksum = files.get(checksumPath(name));
  if (!bytes || !checksum) throw new CorruptStoreError(`${name} or its checksum is missing`);
  if (parseChecksum(new TextDecoder().decode(checksum)) !== sha256(bytes)) {
    throw new CorruptStoreError(`${name} does not match its SHA-256`);
  }
  return bytes;
}

export interface BaseOptions {
  /** Also takes in snapshot artifacts older than the newest whole one. */
  readonly sweep: boolean;
  /** Lists the snapshot artifacts unless the cached snapshot knows them as of this time. Milliseconds since the epoch. */
  readonly lookSince: number;
  readonly now: number;
}

/**
 * The snapshot to start from: the newest of the cache, and the snapshot artifacts that are newer than those it has taken
 * in, down to the first that was whole when it was saved. `learn` deletes deltas only when a snapshot artifact older than
 * the safety age holds their events, so a reader whose look at these artifacts is younger than that misses nothing and need
 * not look again.
 */
export async function restoreBase(services: CountedServices, notes: Notes, options: BaseOptions): Promise<Base> {
  const cached = await restoreCached(services, notes);
  let store = cached?.store;
  let source: SnapshotSource = store ? 'cache' : 'none';
  if (cached && cached.lookedAt > options.lookSince && cached.lookedAt <= options.now) {
    return { store: cached.store, source, complete: true, lookedAt: cached.lookedAt };
  }
  let complete = true;
  /** Snapshot artifacts in a row that could not be read. */
  let missed = 0;
  /** Ids of the snapshot artifacts after which older ones hold nothing more, because a whole snapshot took them in. */
  const final = new Set(cached && cached.lookedAt > 0 ? cached.store.ingested() : []);
  let listed: ArtifactInfo[];
  try {
    listed = await listSnapshots(services, notes);
  } catch (thrown) {
    notes.warn(`The snapshot artifacts of this repository could not be listed: ${messageOf(thrown)}`);
    return { store: store ?? (await EventStore.create()), source, complete: false, lookedAt: 0 };
  }
  for (const artifact of listed) {
    if (!final.has(artifact.id)) {
      const opened = await openArtifact(services, artifact, notes);
      if (!opened) {
        missed += 1;
        continue;
      }
      if (opened.lookedAt > 0) for (const id of [artifact.id, ...opened.store.ingested()]) final.add(id);
      if (store) {
        store.mergeStore(opened.store);
        opened.store.close();
      } else {
        store = opened.store;
        source = 'artifact';
      }
      store.markIngested([artifact.id]);
      notes.info(`Took in the snapshot artifact ${artifact.id}.`);
    }
    if (!final.has(artifact.id)) continue;
    complete &&= missed <= 1;
    missed = 0;
    if (!options.sweep) break;
  }
  complete &&= missed === 0;
  const lookedAt = complete ? options.now : 0;
  return { store: store ?? (await EventStore.create()), source, complete, lookedAt };
}

/** Snapshot artifacts that this repository's own code published, newest first. */
export async function listSnapshots(services: CountedServices, notes: Notes): Promise<ArtifactInfo[]> {
  const page = await services.artifacts.list(storeName, 1);
  const foreign = page.artifacts.filter((one) => !one.trusted).length;
  if (foreign > 0) notes.warn(`Ignored ${foreign} artifacts named ${storeName} that were not made by this repository.`);
  return page.artifacts.filter((one) => one.trusted && !one.expired).sort(newestFirst);
}

/** Undefined, and said, when it cannot be read or is not a healthy store. */
export async function openArtifact(
  services: CountedServices,
  artifact: ArtifactInfo,
  notes: Notes,
): Promise<Snapshot | undefined> {
  try {
    const { files } = await services.artifacts.download(artifact);
    return await openSnapshot(files);
  } catch (thrown) {
    notes.warn(
      `The snapshot artifact ${artifact.id} cannot be used, so the next source was tried: ${messageOf(thrown)}`,
    );
    return undefined;
  }
}

async function restoreCached(services: CountedServices, notes: Notes): Promise<Snapshot | undefined> {
  if (!services.cache) return undefined;
  try {
    const files = await services.cache.restore();
    if (!files) {
      notes.info('The Actions cache gave no snapshot: none was saved for this branch yet, or it was evicted.');
      return undefined;
    }
    const snapshot = await openSnapshot(files);
    notes.info('Took the snapshot from the Actions cache.');
    return snapshot;
  } catch (thrown) {
    notes.warn(`The cached snapshot cannot be used, so the next source was tried: ${messageOf(thrown)}`);
    return undefined;
  }
}
