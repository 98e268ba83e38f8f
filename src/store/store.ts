import type { StoredEvent, StreamKey } from './event.ts';
import type { EventQuery, EventReader, Projection } from './projection.ts';

export interface MergeOptions {
  /** Of a run that may not write (a fork): kept, but invisible until its streams are accepted. */
  readonly quarantined?: boolean;
}

export interface MergeResult {
  readonly added: number;
  readonly known: number;
  /** Same key, different content: must not happen; the same one wins in every order. Also counted in `known`. */
  readonly conflicting: number;
  /** Older than the retention horizon, so left out. */
  readonly expired: number;
}

export interface StreamInfo {
  readonly key: StreamKey;
  readonly quarantined: boolean;
  readonly events: number;
}

export interface RetainOptions {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Default 90. */
  readonly days?: number;
}

export interface VerifyResult {
  readonly ok: boolean;
  readonly events: number;
  readonly streams: number;
  /** What is broken. */
  readonly problems: readonly string[];
  /** Streams with missing sequence numbers: events that were committed elsewhere and have not arrived, or are lost. */
  readonly gaps: readonly { readonly stream: StreamKey; readonly missing: number }[];
}

/** The learning store in memory: a set of events and the projections folded from them, in one SQLite file. */
export class EventStore implements EventReader {
  static async create(): Promise<EventStore> {
    throw new Error('not built yet');
  }

  /**
   * @param options.checked the bytes matched their SHA-256, so that `quick_check` would find nothing new
   * @throws CorruptStoreError, NewerFormatError
   */
  static async open(_bytes: Uint8Array, _options: { checked?: boolean } = {}): Promise<EventStore> {
    throw new Error('not built yet');
  }

  /** Union: commutative, associative, idempotent. */
  merge(_events: Iterable<StoredEvent>, _options: MergeOptions = {}): MergeResult {
    throw new Error('not built yet');
  }

  /** @throws CorruptDeltaError, NewerFormatError */
  mergeDelta(_delta: Uint8Array, _options: MergeOptions = {}): MergeResult {
    throw new Error('not built yet');
  }

  /** Union with another store: events (its quarantined ones stay so), ingested ids, accepted streams, horizon. */
  mergeStore(_other: EventStore): MergeResult {
    throw new Error('not built yet');
  }

  project<S>(_projection: Projection<S>): S {
    throw new Error('not built yet');
  }

  events(_query: EventQuery = {}): IterableIterator<StoredEvent> {
    throw new Error('not built yet');
  }

  /** Visible events. */
  count(): number {
    throw new Error('not built yet');
  }

  /** Ids of the delta artifacts whose events are in here. */
  ingested(): ReadonlySet<string> {
    throw new Error('not built yet');
  }

  markIngested(_ids: Iterable<string>): void {
    throw new Error('not built yet');
  }

  forgetIngested(_ids: Iterable<string>): void {
    throw new Error('not built yet');
  }

  streams(): StreamInfo[] {
    throw new Error('not built yet');
  }

  /** Makes quarantined streams visible, those that arrive later too. */
  accept(_streams: Iterable<StreamKey>): { events: number } {
    throw new Error('not built yet');
  }

  /** Drops events that happened more than `days` before `now`, for ever: merging them again has no effect. */
  retain(_options: RetainOptions): { dropped: number } {
    throw new Error('not built yet');
  }

  /** Rewrites the file in its smallest form. */
  compact(): void {
    throw new Error('not built yet');
  }

  verify(): VerifyResult {
    throw new Error('not built yet');
  }

  serialize(): Uint8Array {
    throw new Error('not built yet');
  }

  close(): void {
    throw new Error('not built yet');
  }
}
