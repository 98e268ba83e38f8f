import { messageOf } from '../../base/errors.ts';
import { formatChecksum, parseChecksum, sha256 } from '../checksum.ts';
import { CorruptStoreError } from '../errors.ts';
import { EventStore } from '../store.ts';
import { storeName } from './limits.ts';
import { newestFirst } from './listing.ts';
import type { CountedServices, Notes } from './report.ts';
import type { ArtifactInfo, Files } from './services.ts';

const fileName = 'store.db';
const checksumName = `${fileName}.sha256`;

/** Where the snapshot came from that a read started with. */
export type SnapshotSource = 'cache' | 'artifact' | 'none';

export interface Base {
  readonly store: EventStore;
  readonly source: SnapshotSource;
  /** False: a snapshot artifact could not be read and no older one stood in, so that events may be missing. */
  readonly complete: boolean;
}

/** The whole store as two files, the second with the SHA-256 of the first. */
export function packSnapshot(store: EventStore): Files {
  const bytes = store.serialize();
  return new Map([
    [fileName, bytes],
    [checksumName, new TextEncoder().encode(formatChecksum(sha256(bytes), fileName))],
  ]);
}

/** @throws CorruptStoreError, NewerFormatError */
export async function openSnapshot(files: Files): Promise<EventStore> {
  const bytes = files.get(fileName);
  const checksum = files.get(checksumName);
  if (!bytes || !checksum) throw new CorruptStoreError(`${fileName} or its checksum is missing`);
  if (parseChecksum(new TextDecoder().decode(checksum)) !== sha256(bytes)) {
    throw new CorruptStoreError(`${fileName} does not match its SHA-256`);
  }
  return EventStore.open(bytes);
}

/**
 * The snapshot to start from: the newest of the cache, and every snapshot artifact that is newer than those it has taken
 * in. `learn` deletes deltas only after it put their events in such an artifact, so whoever reads these misses nothing.
 *
 * @param sweep also those older than the newest one taken in
 */
export async function restoreBase(services: CountedServices, notes: Notes, sweep: boolean): Promise<Base> {
  let store = await restoreCached(services, notes);
  let complete = true;
  let source: SnapshotSource = store ? 'cache' : 'none';

  let listed: ArtifactInfo[];
  try {
    listed = await listSnapshots(services, notes);
  } catch (thrown) {
    notes.warn(`The snapshot artifacts of this repository could not be listed: ${messageOf(thrown)}`);
    return { store: store ?? (await EventStore.create()), source, complete: false };
  }
  for (const artifact of listed) {
    if (store?.ingested().has(artifact.id)) {
      complete = true;
      if (sweep) continue;
      break;
    }
    const opened = await openArtifact(services, artifact, notes);
    if (!opened) {
      complete = false;
      continue;
    }
    if (store) {
      store.mergeStore(opened);
      opened.close();
    } else {
      store = opened;
      source = 'artifact';
    }
    store.markIngested([artifact.id]);
    complete = true;
    notes.info(`Took in the snapshot artifact ${artifact.id}.`);
    if (!sweep) break;
  }
  return { store: store ?? (await EventStore.create()), source, complete };
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
): Promise<EventStore | undefined> {
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

async function restoreCached(services: CountedServices, notes: Notes): Promise<EventStore | undefined> {
  if (!services.cache) return undefined;
  try {
    const files = await services.cache.restore();
    if (!files) {
      notes.info('The Actions cache gave no snapshot: none was saved for this branch yet, or it was evicted.');
      return undefined;
    }
    const store = await openSnapshot(files);
    notes.info('Took the snapshot from the Actions cache.');
    return store;
  } catch (thrown) {
    notes.warn(`The cached snapshot cannot be used, so the next source was tried: ${messageOf(thrown)}`);
    return undefined;
  }
}
