import type { Clock } from '../base/clock.ts';
import type { Log } from '../base/log.ts';
import type { Recorder } from './event.ts';
import type { EventReader } from './projection.ts';
import type { EventStore } from './store.ts';

export interface LocalStoreOptions {
  /** Name of the repository in the keys of events recorded here (`Repository.name`). */
  readonly repository: string;
  readonly clock: Clock;
  readonly log: Log;
}

export interface SaveResult {
  /** False when the directory cannot be written; `reason` then says why. */
  readonly persisted: boolean;
  readonly reason?: string;
  /** Events in the store afterwards. */
  readonly events: number;
  /** Size of the file in bytes, 0 when there is none. */
  readonly bytes: number;
}

/** The store of one repository on this machine: `.hone/store.db` and the journals beside it. */
export interface LocalStore extends EventReader {
  /** Path of `store.db`. */
  readonly path: string;
  /** False: the directory cannot be written, everything stays in memory. */
  readonly persistent: boolean;
  /** Starts a stream of its own for a job of this process. */
  recorder(job: string): Recorder;
  /** Changes the latest store under the lock (import, retain, compact, accept) and writes it. */
  update<T>(change: (store: EventStore) => T): Promise<T>;
  /** Merges what was recorded, by this process and by dead ones, into the file. */
  save(): Promise<SaveResult>;
  /** Closes the journals. What was not saved is found by the next process that opens the store. */
  close(): Promise<void>;
}

/**
 * Opens `.hone` in `root` and makes it when it is missing.
 *
 * @throws CannotRunError when the store is damaged and nothing is left to rebuild it from, NewerFormatError
 */
export async function openLocalStore(_root: string, _options: LocalStoreOptions): Promise<LocalStore> {
  throw new Error('not built yet');
}
