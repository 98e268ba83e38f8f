import { randomBytes } from 'node:crypto';
import { existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../base/clock.ts';
import { CannotRunError } from '../base/errors.ts';
import type { Log } from '../base/log.ts';
import { type Directory, prepareDirectory } from './directory.ts';
import { readChecksum } from './durable.ts';
import type { Recorder, StoredEvent, StreamKey } from './event.ts';
import { asRead, type Journal, openJournal } from './journal.ts';
import { findJournals } from './leftover.ts';
import { acquireLock } from './lock.ts';
import type { EventQuery, EventReader, Projection } from './projection.ts';
import { EventStore } from './store.ts';
import { loadStoreFile, mirrorPath, writeStoreFile } from './store-file.ts';

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
  /** The stream of a job of this process; the same one each time it is asked for. */
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
export async function openLocalStore(root: string, options: LocalStoreOptions): Promise<LocalStore> {
  const directory = prepareDirectory(join(root, '.hone'));
  const { path, obstacle } = directory;
  if (obstacle) options.log.warn(`${path} cannot be written (${obstacle}): nothing recorded now will be kept`);
  const local = new Local(directory, options);
  await local.load();
  return local;
}

type Append = Journal['append'];

class Local implements LocalStore {
  readonly path: string;
  readonly #directory: Directory;
  readonly #options: LocalStoreOptions;
  readonly #runId = `local-${Date.now().toString(36)}-${randomBytes(6).toString('hex')}`;
  readonly #recorders = new Map<string, Recorder>();
  readonly #open: Journal[] = [];
  #store: EventStore | undefined;
  /** Recorded here and not yet in the file; the first `#merged` of them are in the store in memory. */
  #recorded: StoredEvent[] = [];
  #merged = 0;
  /** SHA-256 of the file that the store in memory was read from or written to. */
  #digest: string | undefined;
  #changed = false;

  constructor(directory: Directory, options: LocalStoreOptions) {
    this.path = join(directory.path, 'store.db');
    this.#directory = directory;
    this.#options = options;
  }

  get persistent(): boolean {
    return this.#directory.obstacle === undefined;
  }

  async load(): Promise<void> {
    if (this.persistent) {
      await this.#locked(async () => {
        const rebuilt = await this.#reload();
        const finished = this.#mergeJournals();
        if (rebuilt) this.#write(finished);
      });
    } else if (this.#directory.foreign) {
      this.#store = await EventStore.create();
    } else {
      await this.#reload();
      this.#mergeJournals();
    }
  }

  recorder(job: string): Recorder {
    let recorder = this.#recorders.get(job);
    if (!recorder) {
      const append = this.#startStream(job);
      recorder = {
        record: (kind, data) => {
          this.#recorded.push(append(kind, data));
        },
      };
      this.#recorders.set(job, recorder);
    }
    return recorder;
  }

  #startStream(job: string): Append {
    const { repository, clock } = this.#options;
    const stream = { repository, runId: this.#runId, attempt: 1, job };
    if (!this.persistent) return appendInMemory(stream, clock);
    const path = join(this.#directory.journals, `${this.#runId}-${this.#open.length}.jsonl`);
    const journal = openJournal(path, stream, clock);
    this.#open.push(journal);
    return journal.append;
  }

  /** The store in memory with everything recorded so far. */
  #current(): EventStore {
    if (!this.#store) throw new Error('the local store is closed');
    if (this.#merged < this.#recorded.length) {
      this.#merge(this.#store, this.#recorded.slice(this.#merged));
      this.#merged = this.#recorded.length;
    }
    return this.#store;
  }

  #merge(store: EventStore, events: readonly StoredEvent[]): void {
    const { added, conflicting } = store.merge(events);
    this.#changed ||= added + conflicting > 0;
  }

  project<S>(projection: Projection<S>): S {
    return this.#current().project(projection);
  }

  events(query?: EventQuery): IterableIterator<StoredEvent> {
    return this.#current().events(query);
  }

  async update<T>(change: (store: EventStore) => T): Promise<T> {
    if (!this.persistent) throw new CannotRunError(`${this.path} cannot be written: ${this.#directory.obstacle}`);
    return await this.#locked(async () => {
      await this.#refresh();
      const finished = this.#mergeJournals();
      const result = change(this.#current());
      this.#write(finished);
      return result;
    });
  }

  async save(): Promise<SaveResult> {
    const { obstacle } = this.#directory;
    if (obstacle !== undefined) {
      return { persisted: false, reason: obstacle, events: this.#current().count(), bytes: 0 };
    }
    return await this.#locked(async () => {
      await this.#refresh();
      const finished = this.#mergeJournals();
      const store = this.#current();
      if (this.#changed || this.#digest === undefined || !existsSync(mirrorPath(this.path))) this.#write(finished);
      else this.#settle(finished);
      return { persisted: true, events: store.count(), bytes: statSync(this.path).size };
    });
  }

  async close(): Promise<void> {
    for (const journal of this.#open) {
      journal.close();
      if (this.#recorded.length === 0) rmSync(journal.path, { force: true });
    }
    this.#open.length = 0;
    this.#store?.close();
    this.#store = undefined;
  }

  async #locked<T>(work: () => Promise<T>): Promise<T> {
    try {
      const lock = await acquireLock(`${this.path}.lock`);
      try {
        return await work();
      } finally {
        lock.release();
      }
    } catch (error) {
      if (!isSystemError(error)) throw error;
      throw new CannotRunError(
        `${this.#directory.path} cannot be used (${error.message}); what was recorded is in ${this.#directory.journals}`,
      );
    }
  }

  /** Reads the file again when another process has written it since. */
  async #refresh(): Promise<void> {
    const unchanged = this.#digest === undefined ? !existsSync(this.path) : readChecksum(this.path) === this.#digest;
    if (!unchanged) await this.#reload();
  }

  /** Returns whether the file has to be written again because it was damaged. */
  async #reload(): Promise<boolean> {
    const { store, digest, notes, rebuilt } = await loadStoreFile(this.path, this.persistent);
    for (const note of notes) this.#options.log.warn(note);
    this.#store?.close();
    this.#store = store;
    this.#digest = digest;
    this.#merged = 0;
    this.#changed = rebuilt;
    return rebuilt;
  }

  /** Merges every journal there is; returns the paths of those that nobody writes to any more. */
  #mergeJournals(): string[] {
    const store = this.#current();
    const found = findJournals(this.#directory.journals, this.persistent, this.#options.log);
    for (const { events } of found) this.#merge(store, events);
    return found.filter(({ finished }) => finished).map(({ path }) => path);
  }

  /** Only under the lock. */
  #write(finished: readonly string[]): void {
    this.#digest = writeStoreFile(this.path, this.#current().serialize());
    this.#changed = false;
    this.#settle(finished);
  }

  /** The file and its mirror hold everything: what was recorded is done with. */
  #settle(finished: readonly string[]): void {
    this.#recorded = [];
    this.#merged = 0;
    for (const path of finished) rmSync(path, { force: true });
  }
}

function appendInMemory(stream: StreamKey, clock: Clock): Append {
  let sequence = 0;
  return ({ kind, version }, data) => ({
    key: { ...stream, sequence: sequence++ },
    at: clock.now(),
    kind,
    version,
    data: asRead(data),
  });
}

/** The disk is full, a place is not what it should be: what the machine says, not a bug. */
function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}
