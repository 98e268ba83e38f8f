/**
 * A block: up to 1,024 events of one stream. Its head holds what a query looks at (sequence, time, kind), column by
 * column; its body the data of each event, one after the other.
 */
import type { JsonObject } from '../base/json.ts';
import { ByteReader, ByteWriter, MalformedBytesError } from './bytes.ts';
import type { Dictionary } from './dictionary.ts';
import type { StoredEvent, StreamKey } from './event.ts';
import { decodeValue } from './value.ts';

export const BLOCK_EVENTS = 1024;
/** Some 35,000 years to either side of 1970, in milliseconds: differences of two times still fit an integer. */
export const MAX_TIME = 2 ** 50;

/** The numbers in a block refer to the dictionary of the file that it is in. */
export interface Block {
  readonly stream: StreamKey;
  readonly head: Uint8Array;
  readonly body: Uint8Array;
}

/** The columns of a head, one entry an event, in ascending order of sequence. */
export interface Columns {
  readonly count: number;
  readonly sequences: Float64Array;
  /** Milliseconds since the epoch. */
  readonly times: Float64Array;
  /** Indices into `kinds`. */
  readonly kindOf: Uint32Array;
  readonly kinds: readonly BlockKind[];
  /** Where the data of event i begins in the body; one entry more than events, the last being the body's length. */
  readonly offsets: Float64Array;
}

export interface BlockKind {
  /** Number of the kind's name in the dictionary. */
  readonly name: number;
  readonly version: number;
}

/** Gathers events in ascending order of sequence and writes their block. */
export class BlockBuilder {
  readonly body: ByteWriter;
  readonly kinds: BlockKind[] = [];
  readonly #kindIndex = new Map<number, number>();
  readonly #sequences: number[] = [];
  readonly #times: number[] = [];
  readonly #kindOf: number[] = [];
  readonly #lengths: number[] = [];
  #bodyEnd = 0;

  /** @param body is emptied */
  constructor(body = new ByteWriter()) {
    body.truncate(0);
    this.body = body;
  }

  get count(): number {
    return this.#sequences.length;
  }

  get first(): number {
    return this.#sequences[0] ?? 0;
  }

  get last(): number {
    return this.#sequences.at(-1) ?? 0;
  }

  /** Oldest and newest time by kind name. */
  readonly spans = new Map<number, { since: number; until: number }>();

  /** Adds the event whose data has just been written to `body`. */
  add(sequence: number, at: number, kind: number, version: number): void {
    // Versions are small; the two numbers make one key.
    const key = kind * 4096 + (version % 4096);
    let index = this.#kindIndex.get(key);
    if (index === undefined || this.kinds[index]?.version !== version) {
      index = this.kinds.push({ name: kind, version }) - 1;
      this.#kindIndex.set(key, index);
    }
    this.#sequences.push(sequence);
    this.#times.push(at);
    this.#kindOf.push(index);
    this.#lengths.push(this.body.length - this.#bodyEnd);
    this.#bodyEnd = this.body.length;
    const span = this.spans.get(kind);
    if (!span) this.spans.set(kind, { since: at, until: at });
    else {
      if (at < span.since) span.since = at;
      if (at > span.until) span.until = at;
    }
  }

  head(): Uint8Array {
    const writer = new ByteWriter();
    const sequences = this.#sequences;
    const first = this.first;
    const contiguous = this.last - first === this.count - 1;
    writer.uint(this.count);
    writer.uint(this.kinds.length);
    for (const { name, version } of this.kinds) {
      writer.uint(name);
      writer.uint(version);
    }
    writer.uint(first);
    writer.uint(contiguous ? 1 : 0);
    if (!contiguous) for (let i = 1; i < sequences.length; i++) writer.uint(at(sequences, i) - at(sequences, i - 1));
    let previous = 0;
    for (const time of this.#times) {
      writer.int(time - previous);
      previous = time;
    }
    for (const kind of this.#kindOf) writer.uint(kind);
    for (const length of this.#lengths) writer.uint(length);
    return writer.view();
  }
}

/** @throws MalformedBytesError */
export function readHead(head: Uint8Array, bodyLength: number): Columns {
  const reader = new ByteReader(head);
  const count = reader.uint();
  const kindCount = reader.uint();
  if (count === 0 || count > head.length || kindCount > head.length) {
    throw new MalformedBytesError('the head of a block is malformed');
  }
  const kinds: BlockKind[] = [];
  for (let i = 0; i < kindCount; i++) kinds.push({ name: reader.uint(), version: reader.uint() });
  const sequences = new Float64Array(count);
  const times = new Float64Array(count);
  const kindOf = new Uint32Array(count);
  const offsets = new Float64Array(count + 1);
  sequences[0] = reader.uint();
  const contiguous = reader.uint() === 1;
  for (let i = 1; i < count; i++) {
    const step = contiguous ? 1 : reader.uint();
    if (step === 0) throw new MalformedBytesError('a block has a sequence number twice');
    sequences[i] = at(sequences, i - 1) + step;
  }
  if (at(sequences, count - 1) > Number.MAX_SAFE_INTEGER)
    throw new MalformedBytesError('a sequence number is too large');
  let time = 0;
  for (let i = 0; i < count; i++) {
    time += reader.int();
    if (Math.abs(time) > MAX_TIME) throw new MalformedBytesError('a time is out of range');
    times[i] = time;
  }
  for (let i = 0; i < count; i++) {
    const kind = reader.uint();
    if (kind >= kindCount) throw new MalformedBytesError('an event of a block has no kind');
    kindOf[i] = kind;
  }
  for (let i = 0; i < count; i++) offsets[i + 1] = at(offsets, i) + reader.uint();
  if (reader.position !== head.length || at(offsets, count) !== bodyLength) {
    throw new MalformedBytesError('the head of a block does not fit its body');
  }
  return { count, sequences, times, kindOf, kinds, offsets };
}

/** Event `index` of a block. @throws MalformedBytesError */
export function eventAt(
  stream: StreamKey,
  columns: Columns,
  body: Uint8Array,
  index: number,
  dictionary: Dictionary,
): StoredEvent {
  const { name, version } = kindAt(columns, index);
  const kind = dictionary.text(name);
  if (kind === undefined) throw new MalformedBytesError(`there is no kind number ${name}`);
  return {
    key: { ...stream, sequence: at(columns.sequences, index) },
    at: at(columns.times, index),
    kind,
    version,
    data: readData(columns, body, index, dictionary),
  };
}

function readData(columns: Columns, body: Uint8Array, index: number, dictionary: Dictionary): JsonObject {
  const reader = dataReader(columns, body, index);
  const data = decodeValue(reader, dictionary);
  if (reader.position !== reader.end || typeof data !== 'object' || data === null || Array.isArray(data)) {
    throw new MalformedBytesError('the data of an event is not an object');
  }
  return data;
}

export function dataReader(columns: Columns, body: Uint8Array, index: number): ByteReader {
  return new ByteReader(body, at(columns.offsets, index), at(columns.offsets, index + 1));
}

export function kindAt(columns: Columns, index: number): BlockKind {
  return columns.kinds[at(columns.kindOf, index)] as BlockKind;
}

/** Element of an index that is known to be inside. */
export function at(column: ArrayLike<number>, index: number): number {
  return column[index] as number;
}
