import { BLOCK_EVENTS, type Block, BlockBuilder, MAX_TIME } from './block.ts';
import { Census } from './census.ts';
import { Dictionary } from './dictionary.ts';
import type { StoredEvent, StreamKey } from './event.ts';
import { contentOf, streamId, streamOf, winnerOf } from './key.ts';
import { ValueEncoder } from './value.ts';

/** Blocks with the dictionary their numbers refer to: what a delta holds, and what a merge takes. */
export interface Batch {
  readonly dictionary: Dictionary;
  readonly blocks: Iterable<Block>;
}

export interface EncodedBatch extends Batch {
  readonly blocks: readonly Block[];
  /** Given more than once with the same content. */
  readonly repeated: number;
  /** Given more than once with different content. */
  readonly conflicting: number;
}

/** @throws TypeError when an event has no valid key, time, kind or version, or its data is not JSON */
export function encodeBatch(events: Iterable<StoredEvent>): EncodedBatch {
  const census = new Census();
  const streams = new Map<string, { key: StreamKey; events: StoredEvent[] }>();
  let last: { key: StreamKey; events: StoredEvent[] } | undefined;
  for (const event of events) {
    checkEvent(event);
    if (!last || !sameStream(last.key, event.key)) {
      const id = streamId(event.key);
      last = streams.get(id) ?? { key: streamOf(event.key), events: [] };
      streams.set(id, last);
    }
    last.events.push(event);
    census.add(event.data);
  }
  const dictionary = new Dictionary();
  census.internInto(dictionary);
  const blocks: Block[] = [];
  let repeated = 0;
  let conflicting = 0;
  for (const { key, events: unsorted } of streams.values()) {
    const distinct = distinctBySequence(unsorted);
    repeated += unsorted.length - distinct.events.length;
    conflicting += distinct.conflicting;
    for (let i = 0; i < distinct.events.length; i += BLOCK_EVENTS) {
      blocks.push(encodeBlock(key, distinct.events.slice(i, i + BLOCK_EVENTS), dictionary));
    }
  }
  return { dictionary, blocks, repeated, conflicting };
}

function encodeBlock(stream: StreamKey, events: readonly StoredEvent[], dictionary: Dictionary): Block {
  const builder = new BlockBuilder();
  const encoder = new ValueEncoder(builder.body, dictionary);
  for (const event of events) {
    encoder.encode(event.data);
    builder.add(event.key.sequence, event.at, dictionary.intern(event.kind), event.version);
  }
  return { stream, head: builder.head(), body: builder.body.view() };
}

function distinctBySequence(events: StoredEvent[]): { events: StoredEvent[]; conflicting: number } {
  const ascending = events.every((event, i) => i === 0 || event.key.sequence > (events[i - 1]?.key.sequence ?? 0));
  if (ascending) return { events, conflicting: 0 };
  const kept: StoredEvent[] = [];
  let conflicting = 0;
  for (const event of events.sort((a, b) => a.key.sequence - b.key.sequence)) {
    const last = kept.at(-1);
    if (last?.key.sequence !== event.key.sequence) kept.push(event);
    else if (contentOf(last) !== contentOf(event)) {
      conflicting++;
      kept[kept.length - 1] = winnerOf(last, event);
    }
  }
  return { events: kept, conflicting };
}

function sameStream(a: StreamKey, b: StreamKey): boolean {
  return a.runId === b.runId && a.job === b.job && a.attempt === b.attempt && a.repository === b.repository;
}

function checkEvent(event: StoredEvent): void {
  const { key, at, kind, version, data } = event;
  const valid =
    typeof key.repository === 'string' &&
    typeof key.runId === 'string' &&
    typeof key.job === 'string' &&
    Number.isSafeInteger(key.attempt) &&
    key.attempt >= 0 &&
    Number.isSafeInteger(key.sequence) &&
    key.sequence >= 0 &&
    Number.isSafeInteger(at) &&
    Math.abs(at) <= MAX_TIME &&
    typeof kind === 'string' &&
    Number.isSafeInteger(version) &&
    version >= 0 &&
    typeof data === 'object' &&
    data !== null &&
    !Array.isArray(data);
  if (!valid) throw new TypeError(`not an event: ${JSON.stringify({ key, at, kind, version })}`);
}
