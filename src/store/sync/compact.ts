import { messageOf } from '../../base/errors.ts';
import type { EventStore } from '../store.ts';
import type { SyncDeps } from './deps.ts';
import { defaultLimits, type Limits, storeName } from './limits.ts';
import { compareIds, type ListedDelta, newestFirst } from './listing.ts';
import { type CountedServices, counted, type Note, Notes, plural, type Requests } from './report.ts';
import type { RestoredStore } from './restore.ts';
import { type ArtifactInfo, NotPermittedError } from './services.ts';
import { listSnapshots, openArtifact, packSnapshot } from './snapshot.ts';

export interface CompactReport {
  /** Id of the snapshot artifact; undefined when it was not published. */
  readonly published: string | undefined;
  readonly cached: boolean;
  /** Events older than the retention that were dropped. */
  readonly dropped: number;
  readonly deleted: number;
  readonly requests: Requests;
  readonly notes: readonly Note[];
}

/**
 * Makes the store of a sweep (`restoreStore` with `sweep`) the new snapshot: retention, verification, snapshot artifact,
 * cached snapshot; then deletes the deltas that two snapshot artifacts hold, one of them older than the safety age and
 * just verified. Never throws: what did not work is in the report.
 */
export async function compactStore(
  deps: SyncDeps,
  restored: RestoredStore,
  options: { retentionDays?: number } = {},
): Promise<CompactReport> {
  const limits = { ...defaultLimits, ...deps.limits };
  const services = counted(deps.cache, deps.artifacts);
  const notes = new Notes();
  const { store, listed } = restored;
  const now = deps.clock.now();

  const previous = await previousGeneration(services, store, now - limits.safetyAge, notes);
  const { dropped } = store.retain({ now, days: options.retentionDays ?? limits.retentionDays });
  if (dropped > 0) notes.info(`Dropped ${plural(dropped, 'event')} older than the retention.`);
  if (restored.report.complete) forgetVanished(store, [...listed, ...previous.snapshots], now - limits.safetyAge);
  store.compact();
  const health = store.verify();
  const report = (rest: Partial<CompactReport>): CompactReport => {
    const nothing = { published: undefined, cached: false, deleted: 0 };
    return { ...nothing, ...rest, dropped, requests: services.requests, notes: notes.all };
  };
  if (!health.ok) {
    notes.warn(`The store is not sound, so no snapshot was published: ${health.problems.join('; ')}`);
    return report({});
  }
  const published = await publish(services, restored, limits, notes);
  const cached = await saveCached(services, restored, notes);
  const deleted = published === undefined ? 0 : await deleteHeld(services, previous, listed, now, limits, notes);
  return report({ published, cached, deleted });
}

/** Saves a new cached snapshot; for readers whose restore said `snapshotDue`. Never throws. */
export async function saveSnapshot(
  deps: SyncDeps,
  restored: RestoredStore,
): Promise<{ saved: boolean; notes: readonly Note[] }> {
  const notes = new Notes();
  return { saved: await saveCached(counted(deps.cache, deps.artifacts), restored, notes), notes: notes.all };
}

interface Generation {
  /** Snapshot artifacts, newest first. */
  readonly snapshots: readonly ArtifactInfo[];
  /** The one that was verified; with the ids of the deltas whose events it holds. */
  readonly verified: { readonly id: string; readonly holds: ReadonlySet<string> } | undefined;
}

/** The newest snapshot artifact older than the safety age, read back and united with this store. */
async function previousGeneration(
  services: CountedServices,
  store: EventStore,
  before: number,
  notes: Notes,
): Promise<Generation> {
  let snapshots: ArtifactInfo[] = [];
  try {
    snapshots = await listSnapshots(services, notes);
  } catch (thrown) {
    notes.warn(`The snapshot artifacts could not be listed, so nothing will be deleted: ${messageOf(thrown)}`);
  }
  for (const artifact of snapshots) {
    if (artifact.createdAt > before) continue;
    const opened = await openArtifact(services, artifact, notes);
    if (!opened) continue;
    const holds = new Set(opened.store.ingested());
    store.mergeStore(opened.store);
    store.markIngested([artifact.id]);
    opened.store.close();
    return { snapshots, verified: { id: artifact.id, holds } };
  }
  return { snapshots, verified: undefined };
}

/** Ids of artifacts that no longer exist are of no use; merging one again would change nothing. */
function forgetVanished(store: EventStore, listed: readonly ArtifactInfo[], before: number): void {
  const listedIds = new Set(listed.map((one) => one.id));
  const horizon = listed
    .filter((one) => one.createdAt < before)
    .sort(newestFirst)
    .at(0)?.id;
  if (horizon === undefined) return;
  store.forgetIngested([...store.ingested()].filter((id) => !listedIds.has(id) && compareIds(id, horizon) < 0));
}

async function publish(
  services: CountedServices,
  { store, lookedAt }: RestoredStore,
  limits: Limits,
  notes: Notes,
): Promise<string | undefined> {
  try {
    const { id } = await services.artifacts.upload(storeName, packSnapshot(store, lookedAt), limits.retentionDays);
    store.markIngested([id]);
    notes.info(`Published the snapshot artifact ${id}.`);
    return id;
  } catch (thrown) {
    notes.warn(`The snapshot artifact could not be published: ${messageOf(thrown)}`);
    return undefined;
  }
}

async function saveCached(
  services: CountedServices,
  { store, lookedAt }: RestoredStore,
  notes: Notes,
): Promise<boolean> {
  if (!services.cache) return false;
  try {
    await services.cache.save(packSnapshot(store, lookedAt));
    notes.info('Saved a new cached snapshot.');
    return true;
  } catch (thrown) {
    notes.warn(`The cached snapshot could not be saved: ${messageOf(thrown)}`);
    return false;
  }
}

/** Deletes what two generations hold. Later slots go first, so that readers never meet an empty slot before a used one. */
async function deleteHeld(
  services: CountedServices,
  generation: Generation,
  listed: readonly ListedDelta[],
  now: number,
  limits: Limits,
  notes: Notes,
): Promise<number> {
  const { verified, snapshots } = generation;
  if (!verified) return 0;
  const held = (one: ListedDelta) => verified.holds.has(one.id) && one.createdAt < now - limits.safetyAge;
  const kept = listed.filter((one) => !held(one));
  const old = listed.filter(
    (one) => held(one) && !kept.some((other) => other.runId === one.runId && other.slot > one.slot),
  );
  const superseded = snapshots.filter((one) => compareIds(one.id, verified.id) < 0 && verified.holds.has(one.id));
  const oldestFirst = old.sort((left, right) => right.slot - left.slot || compareIds(left.id, right.id));
  let deleted = 0;
  for (const { id } of [...superseded, ...oldestFirst].slice(0, limits.deletions)) {
    try {
      await services.artifacts.delete(id);
      deleted += 1;
    } catch (thrown) {
      if (thrown instanceof NotPermittedError) {
        notes.info(
          'The token may not delete artifacts (`actions: write`): those that are no longer needed will expire.',
        );
      } else {
        notes.warn(`Deleting artifacts that are no longer needed stopped: ${messageOf(thrown)}`);
      }
      break;
    }
  }
  if (deleted > 0) notes.info(`Deleted ${plural(deleted, 'artifact')} whose events two snapshots hold.`);
  return deleted;
}
