import type { Clock } from '../../base/clock.ts';
import type { Limits } from './limits.ts';
import type { Artifacts, SnapshotCache } from './services.ts';

/** What the protocol needs of the world. */
export interface SyncDeps {
  /** Undefined where there is no cache: snapshots then come from artifacts only. */
  readonly cache: SnapshotCache | undefined;
  readonly artifacts: Artifacts;
  readonly clock: Clock;
  readonly limits?: Partial<Limits>;
}
