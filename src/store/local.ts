import { randomBytes } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import type { Clock } from '../base/clock.ts';
import { CannotRunError, messageOf } from '../base/errors.ts';
import type { Log } from '../base/log.ts';
import { readChecksum } from './durable.ts';
import { CorruptJournalError } from './errors.ts';
import type { Recorder, StoredEvent, StreamKey } from './event.ts';
import { asRead, type Journal, type JournalContent, openJournal, readJournal } from './journal.ts';
import { acquireLock } from './lock.ts';
import type { EventQuery, EventReader, Projection } from './projection.ts';
import type { EventStore } from './store.ts';
import { loadStoreFile, mirrorPath, writeStoreFile } from './store-file.ts';

/** A journal of another machine or container that nobody has written to for so long has no writer any more. */
const ABANDONED_MS = 86_400_000;

/** A process writes the first line of its journal at once; after so long it never will. */
const BLANK_MS = 60_000;

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
  const directory = join(root, '.hone');
  const obstacle = makeDirectory(directory);
  if (obstacle) options.log.warn(`${directory} cannot be written (${obstacle}): nothing recorded now will be kept`);
  const local = new Local(directory, options, obstacle);
  await local.load();
  return local;
}

/** Makes the directory. Returns what is in the way, if anything. */
function makeDirectory(directory: string): string | undefined {
  try {
    if (existsSync(directory) && lstatSync(directory).isSymbolicLink()) return 'it is a symbolic link';
    mkdirSync(join(directory, 'journal'), { recursive: true });
    for (const place of [directory, join(directory, 'journal')]) accessSync(place, constants.W_OK);
    const ignore = join(directory, '.gitignore');
    if (!existsSync(ignore)) writeFileSync(ignore, '*\n');
    return undefined;
  } catch (error) {
    return messageOf(error);
  }
}

type Append = Journal['append'];

class Local implements LocalStore {
  readonly path: string;
  readonly #journals: string;
  readonly #options: LocalStoreOptions;
  readonly #obstacle: string | undefined;
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

  constructor(directory: string, options: LocalStoreOptions, obstacle: string | undefined) {
    this.path = join(directory, 'store.db');
    this.#journals = join(directory, 'journal');
    this.#options = options;
    this.#obstacle = obstacle;
  }

  get persistent(): boolean {
    return this.#obstacle === undefined;
  }

  async load(): Promise<void> {
    if (this.persistent) {
      await this.#locked(async () => {
        const rebuilt = await this.#reload();
        const finished = this.#mergeJournals();
        if (rebuilt) this.#write(finished);
      });
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
    const path = join(this.#journals, `${this.#runId}-${this.#open.length}.jsonl`);
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
    if (!this.persistent) throw new CannotRunError(`${this.path} cannot be written: ${this.#obstacle}`);
    return await this.#locked(async () => {
      await this.#refresh();
      const finished = this.#mergeJournals();
      const result = change(this.#current());
      this.#write(finished);
      return result;
    });
  }

  async save(): Promise<SaveResult> {
    if (this.#obstacle !== undefined) {
      return { persisted: false, reason: this.#obstacle, events: this.#current().count(), bytes: 0 };
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
    const lock = await acquireLock(`${this.path}.lock`);
    try {
      return await work();
    } finally {
      lock.release();
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

  /** Merges every journal there is; returns those that nobody writes to any more. */
  #mergeJournals(): string[] {
    const store = this.#current();
    return listJournals(this.#journals).filter((path) => {
      const journal = this.#readJournal(path);
      if (!journal) return false;
      this.#merge(store, journal.events);
      return journal.writer === 'gone' || (journal.writer === 'unknown' && idleMs(path) > ABANDONED_MS);
    });
  }

  #readJournal(path: string): JournalContent | undefined {
    const { log } = this.#options;
    try {
      const journal = readJournal(path);
      if (journal.torn && journal.writer === 'gone') {
        log.warn(`the last event of ${path} was cut off when its process ended, and is lost`);
      }
      if (journal.damaged.length > 0) {
        log.warn(
          `${path} has damaged lines (${journal.damaged.join(', ')}), whose events are lost; the others are kept`,
        );
      }
      return journal;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      if (!(error instanceof CorruptJournalError)) throw error;
      if (error.blank) {
        if (this.persistent && idleMs(path) > BLANK_MS) rmSync(path, { force: true });
        return undefined;
      }
      if (this.persistent) renameSync(path, `${path}.corrupt`);
      log.warn(`${error.message}; it is kept as ${basename(path)}.corrupt`);
      return undefined;
    }
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

function listJournals(directory: string): string[] {
  if (!existsSync(directory)) return [];
  const names = readdirSync(directory).filter((name) => name.endsWith('.jsonl'));
  return names.sort().map((name) => join(directory, name));
}

function idleMs(path: string): number {
  return Date.now() - statSync(path).mtimeMs;
}
