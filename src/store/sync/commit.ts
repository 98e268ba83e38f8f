import { messageOf } from '../../base/errors.ts';
import { encodeDelta } from '../delta.ts';
import type { StoredEvent } from '../event.ts';
import { readJournal } from '../journal.ts';
import { type Carry, chooseCarried } from './carry.ts';
import type { SyncDeps } from './deps.ts';
import { defaultLimits, type Limits, slotName } from './limits.ts';
import { listDeltas } from './listing.ts';
import { type CarriedDelta, packDelta } from './package.ts';
import { readPending } from './pending.ts';
import { type CountedServices, counted, type Note, Notes, plural, type Requests } from './report.ts';
import { type Files, NameTakenError } from './services.ts';

export interface CommitReport {
  /** True also when there was nothing to commit. */
  readonly committed: boolean;
  readonly artifact: { readonly id: string; readonly name: string } | undefined;
  readonly events: number;
  readonly carried: number;
  readonly requests: Requests;
  readonly notes: readonly Note[];
}

// Others commit while this job runs; each of them carries those before it, so few downloads fetch them all.
const lateDownloads = 6;

/**
 * Uploads what journals recorded as one delta artifact: the commit point. Journals of several steps of one job may go
 * together. Never throws: what could not be kept is in the report.
 *
 * @param journals paths
 * @param carry what `restoreStore` left in this job; undefined in runs of forks, whose carried deltas nobody honours
 */
export async function commitJournals(
  deps: SyncDeps,
  journals: readonly string[],
  carry: Carry | undefined,
): Promise<CommitReport> {
  const notes = new Notes();
  const { events, unreadable } = readJournals(journals, notes);
  const report = await commitEvents(deps, events, carry);
  return { ...report, committed: report.committed && unreadable === 0, notes: [...notes.all, ...report.notes] };
}

/** As {@link commitJournals}, for events of this run that are in memory. */
export async function commitEvents(
  deps: SyncDeps,
  events: readonly StoredEvent[],
  carry: Carry | undefined,
): Promise<CommitReport> {
  const limits = { ...defaultLimits, ...deps.limits };
  const services = counted(deps.cache, deps.artifacts);
  const notes = new Notes();
  const report = (committed: boolean, rest: Partial<CommitReport> = {}): CommitReport => {
    const nothing = { artifact: undefined, carried: 0 };
    return { ...nothing, ...rest, committed, events: events.length, requests: services.requests, notes: notes.all };
  };
  if (events.length === 0) return report(true);
  try {
    const carried = chooseCarried(carry ? await pendingNow(services, carry, limits) : [], limits);
    const files = packDelta({ own: encodeDelta(events), carried });
    const artifact = await uploadDelta(services, files, limits);
    const company =
      carried.length > 0 ? `, together with ${plural(carried.length, 'earlier delta')} that no snapshot has yet` : '';
    notes.info(`Kept ${plural(events.length, 'event')} as the artifact ${artifact.name}${company}.`);
    return report(true, { artifact, carried: carried.length });
  } catch (thrown) {
    notes.warn(
      `${plural(events.length, 'event')} could not be uploaded and will be missing from later runs: ${messageOf(thrown)}`,
    );
    return report(false);
  }
}

function readJournals(journals: readonly string[], notes: Notes): { events: StoredEvent[]; unreadable: number } {
  const events: StoredEvent[] = [];
  let unreadable = 0;
  for (const path of journals) {
    try {
      const content = readJournal(path);
      events.push(...content.events);
      if (content.torn) notes.warn('The step was stopped while it wrote an event: that one event is lost.');
      if (content.damaged.length > 0)
        notes.warn(`${plural(content.damaged.length, 'line')} of the journal are damaged.`);
    } catch (thrown) {
      unreadable += 1;
      notes.warn(`A journal cannot be read, so its events are lost: ${messageOf(thrown)}`);
    }
  }
  return { events, unreadable };
}

/** Pending deltas as of now. Looking again is a favour to readers; when it fails, those of the restore are carried. */
async function pendingNow(services: CountedServices, carry: Carry, limits: Limits): Promise<readonly CarriedDelta[]> {
  try {
    const listed = await listDeltas(services.artifacts, { known: carry.known, slots: limits.slots, depth: 'first' });
    const late = await readPending(services, listed, carry.known, new Notes(), lateDownloads);
    return [...late.deltas, ...carry.pending];
  } catch {
    return carry.pending;
  }
}

async function uploadDelta(
  services: CountedServices,
  files: Files,
  limits: Limits,
): Promise<{ id: string; name: string }> {
  for (let slot = 1; slot <= limits.slots; slot += 1) {
    const name = slotName(slot);
    try {
      const { id } = await services.artifacts.upload(name, files, limits.retentionDays);
      return { id, name };
    } catch (thrown) {
      if (!(thrown instanceof NameTakenError)) throw thrown;
    }
  }
  throw new Error(`all ${limits.slots} names for deltas are taken in this run`);
}
