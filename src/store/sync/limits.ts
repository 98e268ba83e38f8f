/** Bounds of the protocol. Tests make them small; nobody else needs to. */
export interface Limits {
  /** Deltas that may be pending before a reader saves a new snapshot. */
  readonly pendingBeforeSnapshot: number;
  /** API requests of a read that starts with a cached snapshot. */
  readonly requests: number;
  /** A delta larger than this is not carried: one download of its own is cheaper than many copies. Bytes. */
  readonly carriedDeltaBytes: number;
  /** All carried deltas of one artifact together. Bytes. */
  readonly carriedBytes: number;
  readonly carriedDeltas: number;
  /** Names `hone-delta`, `hone-delta-2`, ... that one run may use: one for each job that commits. */
  readonly slots: number;
  /** Nothing younger is deleted, or forgotten, by `learn`: somebody may be reading it. Milliseconds. */
  readonly safetyAge: number;
  /** Artifacts that one compaction deletes at most, so that it leaves the hourly rate limit to others. */
  readonly deletions: number;
  readonly retentionDays: number;
}

export const defaultLimits: Limits = {
  pendingBeforeSnapshot: 50,
  requests: 8,
  carriedDeltaBytes: 64 * 1024,
  carriedBytes: 1024 * 1024,
  carriedDeltas: 200,
  slots: 64,
  safetyAge: 24 * 3_600_000,
  deletions: 400,
  retentionDays: 90,
};

export const deltaName = 'hone-delta';
export const storeName = 'hone-store';

/** Name of the `slot`-th delta artifact of a run, from 1. */
export function slotName(slot: number): string {
  return slot === 1 ? deltaName : `${deltaName}-${slot}`;
}
