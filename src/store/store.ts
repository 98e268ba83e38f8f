import { type Batch, encodeBatch } from './batch.ts';
import { compacted } from './compact.ts';
import { corruptUnless, openDelta } from './delta.ts';
import { CorruptStoreError } from './errors.ts';
import type { StoredEvent, StreamKey } from './event.ts';
import { foldProjection } from './fold.ts';
import { streamId } from './key.ts';
import type { MergeResult } from './merge.ts';
import type { EventQuery, EventReader, Projection } from './projection.ts';
import { queryEvents } from './query.ts';
import { dropBefore } from './retention.ts';
import { createDatabase, openDatabase, quickCheck } from './schema.ts';
import { loadSqlite } from './sqlite.ts';
import { Tables } from './tables.ts';
import { acceptStreams, mergeBatch, mergeTables } from './union.ts';
import { type VerifyResult, verifyTables } from './verify.ts';

const DAY = 86_400_000;

export interface MergeOptions {
  /** Of a run that may not write (a fork): kept, but invisible until its streams are accepted. */
  readonly quarantined?: boolean;
}

export interface StreamInfo {
  readonly key: StreamKey;
  readonly quarantined: boolean;
  /** Of a run that may not write, accepted by one that may: visible, and still not to be obeyed. */
  readonly accepted: boolean;
  readonly events: number;
}

export interface RetainOptions {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Default 90. */
  readonly days?: number;
}

/** The learning store in memory: a set of events and the projections folded from them, in one SQLite file. */
export class EventStore implements EventReader {
  #tables: Tables;

  private constructor(tables: Tables) {
    this.#tables = tables;
  }

  static async create(): Promise<EventStore> {
    await loadSqlite();
    return new EventStore(new Tables(createDatabase()));
  }

  /**
   * @param options.checked the bytes matched their SHA-256: `quick_check` looked at them before they were published
   * @throws CorruptStoreError, NewerFormatError
   */
  static async open(bytes: Uint8Array, options: { checked?: boolean } = {}): Promise<EventStore> {
    await loadSqlite();
    return new EventStore(new Tables(openDatabase(bytes, options.checked ?? false)));
  }

  /** Union: commutative, associative, idempotent. @throws TypeError when an event is not one */
  merge(events: Iterable<StoredEvent>, options: MergeOptions = {}): MergeResult {
    const batch = encodeBatch(events);
    const result = this.#merge(batch, options);
    return {
      ...result,
      known: result.known + batch.repeated,
      conflicting: result.conflicting + batch.conflicting,
    };
  }

  /** @throws CorruptDeltaError, NewerFormatError; the store is then as it was before */
  mergeDelta(delta: Uint8Array, options: MergeOptions = {}): MergeResult {
    return corruptUnless(() => this.#merge(openDelta(delta), options));
  }

  #merge(batch: Batch, options: MergeOptions): MergeResult {
    const tables = this.#tables;
    const quarantined = options.quarantined ?? false;
    return tables.change(() => mergeBatch(tables, batch, quarantined));
  }

  /** Union with another store: events (its quarantined ones stay so), ingested ids, accepted streams, horizon. */
  mergeStore(other: EventStore): MergeResult {
    const theirs = other.#tables;
    dropBefore(this.#tables, theirs.horizon);
    return this.#tables.change(() => mergeTables(this.#tables, theirs));
  }

  project<S>(projection: Projection<S>): S {
    return foldProjection(this.#tables, projection);
  }

  events(query: EventQuery = {}): IterableIterator<StoredEvent> {
    return queryEvents(this.#tables, query);
  }

  /** Visible events. */
  count(): number {
    const sum = 'select coalesce(sum(count), 0) from block join stream on stream.id = stream where quarantined = 0';
    return this.#tables.sql.row<[number]>(sum)?.[0] ?? 0;
  }

  /** Ids of the delta artifacts whose events are in here. */
  ingested(): ReadonlySet<string> {
    return new Set(this.#tables.sql.list<string>(['id'], 'select id from ingested'));
  }

  markIngested(ids: Iterable<string>): void {
    this.#tables.change(() => {
      for (const id of ids) this.#tables.sql.run('insert or ignore into ingested values (?)', [id]);
    });
  }

  forgetIngested(ids: Iterable<string>): void {
    this.#tables.change(() => {
      for (const id of ids) this.#tables.sql.run('delete from ingested where id = ?', [id]);
    });
  }

  streams(): StreamInfo[] {
    const counts = new Map(
      this.#tables.sql.list<[number, number]>(
        ['stream', 'events'],
        'select stream, sum(count) as events from block group by stream',
      ),
    );
    const accepted = new Set(this.#tables.sql.list<string>(['stream'], 'select stream from accepted'));
    return this.#tables.streams().map(({ id, key, quarantined }) => {
      return { key, quarantined, accepted: accepted.has(streamId(key)), events: counts.get(id) ?? 0 };
    });
  }

  /** Makes quarantined streams visible, those that arrive later too.  */
  accept(streams: Iterable<StreamKey>): { events: number } {
    return this.#tables.change(() => ({ events: acceptStreams(this.#tables, streams) }));
  }

  /** Drops events that happened more than `days` before `now`, for ever: merging them again has no effect. */
  retain({ now, days = 90 }: RetainOptions): { dropped: number } {
    const dropped = dropBefore(this.#tables, now - days * DAY);
    if (dropped > 0) this.#tables.sql.run('vacuum');
    return { dropped };
  }

  /** Rewrites everything in its smallest form: seconds for a million events. */
  compact(): void {
    const before = this.#tables;
    this.#tables = compacted(before);
    before.sql.close();
  }

  /** Reads everything: SQLite's own check, every event, every reference. */
  verify(): VerifyResult {
    return verifyTables(this.#tables);
  }

  /** The bytes of the store file, checked by SQLite. @throws CorruptStoreError, which no input should ever bring about */
  serialize(): Uint8Array {
    const problem = quickCheck(this.#tables.sql);
    if (problem !== undefined) throw new CorruptStoreError(`the store fails SQLite's quick_check: ${problem}`);
    return this.#tables.sql.export();
  }

  close(): void {
    this.#tables.sql.close();
  }
}
