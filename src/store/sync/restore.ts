import { messageOf } from '../../base/errors.ts';
import type { EventStore } from '../store.ts';
import { applyAcceptances, quarantinedStreams } from './acceptance.ts';
import type { Carry } from './carry.ts';
import type { SyncDeps } from './deps.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { type ListedDelta, listDeltas } from './listing.ts';
import type { CarriedDelta } from './package.ts';
import { type PendingRead, readPending } from './pending.ts';
import { type CountedServices, counted, type Note, Notes, plural, type Requests } from './report.ts';
import { restoreBase, type SnapshotSource } from './snapshot.ts';

export interface RestoreReport {
  readonly source: SnapshotSource;
  /** Deltas that the snapshot did not have and that were merged, among them those of forks, in quarantine. */
  readonly deltas: {
    readonly merged: number;
    readonly covered: number;
    readonly quarantined: number;
    readonly refused: number;
    readonly failed: number;
  };
  /** Every delta that could be seen was read. */
  readonly complete: boolean;
  /** This reader met so much that a new cached snapshot is worth saving: see `saveSnapshot`. */
  readonly snapshotDue: boolean;
  readonly requests: Requests;
  readonly notes: readonly Note[];
}

export interface RestoredStore {
  readonly store: EventStore;
  /** When the snapshot artifacts were last looked at. Milliseconds since the epoch, 0: never. */
  readonly lookedAt: number;
  /** For the commit of the same job. */
  readonly carry: Carry;
  /** Delta artifacts that were listed; all there are after a sweep. */
  readonly listed: readonly ListedDelta[];
  readonly report: RestoreReport;
}

/**
 * Newest valid snapshot plus every delta it has not taken in. Never throws for what a service or an artifact does: the
 * worst case is an empty store and a report that says why.
 *
 * @param options.sweep reads every page and every snapshot artifact, so that a delta that became visible late, behind
 *   known ones, is found; for `learn`
 */
export async function restoreStore(deps: SyncDeps, options: { sweep?: boolean } = {}): Promise<RestoredStore> {
  const limits = { ...defaultLimits, ...deps.limits };
  const sweep = options.sweep ?? false;
  const services = counted(deps.cache, deps.artifacts);
  const notes = new Notes();

  const now = deps.clock.now();
  const lookSince = sweep ? now : now - limits.safetyAge / 2;
  let base = await restoreBase(services, notes, { sweep, now, lookSince });
  let read = await readDeltas(services, base.store, limits, sweep, notes);
  if (read && read.gone > 0) {
    // A compaction deleted them after it put their events in a snapshot artifact: look once more.
    notes.info(`${plural(read.gone, 'delta')} vanished while being read: looked again for the snapshot that has them.`);
    base.store.close();
    base = await restoreBase(services, notes, { sweep: true, now, lookSince: now });
    read = await readDeltas(services, base.store, limits, sweep, notes);
  }
  const { store, source, lookedAt } = base;
  applyAcceptances(store);

  const deltas = read?.deltas ?? [];
  const complete = base.complete && read !== undefined && read.failed === 0 && read.gone === 0;
  const waiting = quarantinedStreams(store).length;
  if (waiting > 0)
    notes.info(`${plural(waiting, 'stream')} of forks wait in quarantine until \`learn\` is told to accept them.`);
  const snapshotDue =
    deps.cache !== undefined && complete && (deltas.length > limits.pendingBeforeSnapshot || source === 'artifact');
  return {
    store,
    lookedAt,
    listed: read?.listed ?? [],
    carry: {
      pending: deltas.map(
        ({ artifactId, runId, trusted, bytes }): CarriedDelta => ({ artifactId, runId, trusted, bytes }),
      ),
      known: new Set([...store.ingested(), ...(read?.listed ?? []).map((one) => one.id)]),
    },
    report: {
      source,
      deltas: {
        merged: deltas.length,
        covered: read?.covered ?? 0,
        quarantined: deltas.filter((delta) => !delta.trusted).length,
        refused: read?.refused.length ?? 0,
        failed: read?.failed ?? 0,
      },
      complete,
      snapshotDue,
      requests: services.requests,
      notes: notes.all,
    },
  };
}

type Read = PendingRead & { readonly listed: readonly ListedDelta[] };

/** Undefined, and said, when the deltas cannot even be listed. */
async function readDeltas(
  services: CountedServices,
  store: EventStore,
  limits: Limits,
  sweep: boolean,
  notes: Notes,
): Promise<Read | undefined> {
  const known = new Set(store.ingested());
  let listed: ListedDelta[];
  try {
    listed = await listDeltas(services.artifacts, { known, slots: limits.slots, depth: sweep ? 'all' : 'pages' });
  } catch (thrown) {
    notes.warn(`The deltas of earlier runs could not be listed, so only the snapshot is known: ${messageOf(thrown)}`);
    return undefined;
  }
  const read = await readPending(services, listed, known, notes);
  for (const delta of read.deltas) store.merge(delta.events, { quarantined: !delta.trusted });
  store.markIngested([...read.deltas.map((delta) => delta.artifactId), ...read.refused]);
  if (read.deltas.length > 0) {
    const inside = read.covered > 0 ? `, ${read.covered} of them carried by others` : '';
    notes.info(`Merged ${plural(read.deltas.length, 'delta')} that the snapshot did not have${inside}.`);
  }
  return { ...read, listed };
}
