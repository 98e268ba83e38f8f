import { messageOf } from '../../base/errors.ts';
import { CorruptDeltaError } from '../errors.ts';
import type { EventStore } from '../store.ts';
import { applyAcceptances, quarantinedStreams } from './acceptance.ts';
import type { Carry } from './carry.ts';
import type { SyncDeps } from './deps.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { type ListedDelta, listDeltas } from './listing.ts';
import type { CarriedDelta } from './package.ts';
import { type PendingRead, readPending } from './pending.ts';
import { type CountedServices, counted, type Note, Notes, plural, type Requests, spent } from './report.ts';
import { type Base, restoreBase, type SnapshotSource } from './snapshot.ts';

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
  let read = await readDeltas(services, base, limits, sweep, notes);
  if (read && read.gone > 0) {
    // A compaction deleted them after it put their events in a snapshot artifact: look once more.
    notes.info(`${plural(read.gone, 'delta')} vanished while being read: looked again for the snapshot that has them.`);
    base.store.close();
    base = await restoreBase(services, notes, { sweep: true, now, lookSince: now });
    read = await readDeltas(services, base, limits, sweep, notes);
  }
  const { store, source, lookedAt } = base;
  applyAcceptances(store);

  const deltas = read?.deltas ?? [];
  const listed = (read?.listed ?? []).map((one) => one.id);
  const sound = base.complete && read !== undefined && read.failed === 0 && read.gone === 0;
  const complete = sound && read?.postponed.length === 0;
  const waiting = quarantinedStreams(store).length;
  if (waiting > 0)
    notes.info(`${plural(waiting, 'stream')} of forks wait in quarantine until \`learn\` is told to accept them.`);
  const snapshotDue =
    deps.cache !== undefined && sound && (deltas.length > limits.pendingBeforeSnapshot || source === 'artifact');
  return {
    store,
    lookedAt,
    listed: read?.listed ?? [],
    carry: {
      pending: deltas,
      known: new Set([...store.ingested(), ...listed.filter((id) => !read?.postponed.includes(id))]),
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
  { store, source }: Base,
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
  // A burst of runs that could not carry each other: the newest now, the others by the read that comes next.
  const most = sweep || source !== 'cache' ? Number.POSITIVE_INFINITY : Math.max(1, limits.requests - spent(services));
  const read = await readPending(services, listed, known, notes, most);
  if (read.postponed.length > 0)
    notes.info(`Left ${plural(read.postponed.length, 'delta')} for a later run, to keep requests few.`);
  const { merged, refused, failed } = mergeDeltas(store, read.deltas, notes);
  store.markIngested([...merged.map((delta) => delta.artifactId), ...read.refused, ...refused]);
  if (merged.length > 0) {
    const inside = read.covered > 0 ? `, ${read.covered} of them carried by others` : '';
    notes.info(`Merged ${plural(merged.length, 'delta')} that the snapshot did not have${inside}.`);
  }
  return { ...read, deltas: merged, refused: [...read.refused, ...refused], failed: read.failed + failed, listed };
}

/** Their checksums are good: what is malformed inside was made so. A fork may make the merge throw anything. */
function mergeDeltas(
  store: EventStore,
  deltas: readonly CarriedDelta[],
  notes: Notes,
): { merged: CarriedDelta[]; refused: string[]; failed: number } {
  const merged: CarriedDelta[] = [];
  let failed = 0;
  const refused: string[] = [];
  for (const delta of deltas) {
    try {
      store.mergeDelta(delta.bytes, { quarantined: !delta.trusted });
      merged.push(delta);
    } catch (thrown) {
      if (thrown instanceof CorruptDeltaError || !delta.trusted) refused.push(delta.artifactId);
      else failed += 1;
      notes.warn(`Refused the delta ${delta.artifactId}, whose events cannot be read: ${messageOf(thrown)}`);
    }
  }
  return { merged, refused, failed };
}
