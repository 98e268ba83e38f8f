import { type Batch, encodeBatch } from './batch.ts';
import {
  at,
  BLOCK_EVENTS,
  type Block,
  BlockBuilder,
  type Columns,
  dataReader,
  eventAt,
  kindAt,
  readHead,
} from './block.ts';
import { ByteReader, ByteWriter, MalformedBytesError } from './bytes.ts';
import type { StoredEvent, StreamKey } from './event.ts';
import { Held } from './held.ts';
import { contentOf, streamId, winnerOf } from './key.ts';
import type { LoadedBlock, Tables } from './tables.ts';
import { Transcoder } from './transcode.ts';
import { startsObject, ValueEncoder } from './value.ts';

export interface MergeResult {
  readonly added: number;
  readonly known: number;
  /** Same key, different content: must not happen; the same one wins in every order. Also counted in `known`. */
  readonly conflicting: number;
  /** Older than the retention horizon, so left out. */
  readonly expired: number;
}

export interface MergePolicy {
  readonly quarantined: boolean;
  /** False for the batch of a compaction, which has counted what is worth a number. */
  readonly intern: boolean;
}

type Count = { -readonly [K in keyof MergeResult]: MergeResult[K] };

interface Incoming extends Block {
  readonly columns: Columns;
  /** Set to one event after the other. */
  readonly reader: ByteReader;
}

/** Adds the events of a batch that the tables do not hold yet. */
export class Merger {
  readonly #tables: Tables;
  readonly #batch: Batch;
  readonly #policy: MergePolicy;
  readonly #transcoder: Transcoder;
  readonly #horizon: number;
  /** Of one block after the other: a written block is with SQLite. */
  readonly #body = new ByteWriter();
  readonly #count: Count = { added: 0, known: 0, conflicting: 0, expired: 0 };

  constructor(tables: Tables, batch: Batch, policy: MergePolicy) {
    this.#tables = tables;
    this.#batch = batch;
    this.#policy = policy;
    this.#transcoder = new Transcoder(batch.dictionary, tables.dictionary, policy.intern);
    this.#horizon = tables.horizon;
  }

  /** To be called inside a transaction. @throws MalformedBytesError */
  merge(): MergeResult {
    const streams = new Map<string, Block[]>();
    for (const block of this.#batch.blocks) {
      const id = streamId(block.stream);
      const blocks = streams.get(id);
      if (blocks) blocks.push(block);
      else streams.set(id, [block]);
    }
    for (const blocks of streams.values()) this.#mergeStream(blocks.map(incoming));
    return this.#count;
  }

  #mergeStream(blocks: Incoming[]): void {
    blocks.sort((a, b) => at(a.columns.sequences, 0) - at(b.columns.sequences, 0));
    if (overlap(blocks)) this.#mergeOverlapping(blocks);
    else if (blocks[0]) this.#mergeOrdered(blocks[0].stream, blocks);
  }

  #mergeOrdered(stream: StreamKey, blocks: readonly Incoming[]): void {
    const { quarantined } = this.#policy;
    const known = this.#tables.streamNumber(stream, quarantined);
    const held = new Held(this.#tables, known);
    let number = known;
    let builder = new BlockBuilder(this.#body);
    const flush = (): void => {
      if (builder.count === 0) return;
      number ??= this.#tables.addStream(stream, quarantined);
      this.#tables.write(number, quarantined, builder);
      builder = new BlockBuilder(this.#body);
    };
    const winners: StoredEvent[] = [];
    for (const block of blocks) {
      const { columns } = block;
      for (let i = 0; i < columns.count; i++) {
        if (at(columns.times, i) < this.#horizon) this.#count.expired++;
        else if (held.has(at(columns.sequences, i))) {
          this.#count.known++;
          const winner = this.#compare(block, i, held);
          if (winner) winners.push(winner);
        } else {
          this.#count.added++;
          this.#append(builder, block, i);
          if (builder.count === BLOCK_EVENTS) flush();
        }
      }
    }
    flush();
    if (number !== undefined && winners.length > 0) this.#replace(number, held, winners);
  }

  #append(builder: BlockBuilder, block: Incoming, index: number): void {
    const { columns } = block;
    const { name, version } = kindAt(columns, index);
    this.#copyData(block, index, builder.body);
    const text = this.#batch.dictionary.text(name) ?? '';
    const kind = this.#transcoder.number(name) ?? this.#tables.dictionary.intern(text);
    builder.add(at(columns.sequences, index), at(columns.times, index), kind, version);
  }

  /** Checks what is copied: nothing that a reader could choke on may get into the store. */
  #copyData({ columns, reader }: Incoming, index: number, writer: ByteWriter): void {
    reader.position = at(columns.offsets, index);
    reader.end = at(columns.offsets, index + 1);
    if (!startsObject(reader)) throw new MalformedBytesError('the data of an event is not an object');
    this.#transcoder.copy(reader, writer);
    if (reader.position !== reader.end) throw new MalformedBytesError('the data of an event is too long');
  }

  /** The incoming event, when it differs from the one held and wins over it. */
  #compare(block: Incoming, index: number, held: Held): StoredEvent | undefined {
    const { columns, body, stream } = block;
    const mine = held.find(at(columns.sequences, index));
    const kind = kindAt(columns, index);
    const mineKind = kindAt(mine.block.columns, mine.index);
    const scratch = new ByteWriter();
    this.#copyData(block, index, scratch);
    const mineReader = dataReader(mine.block.columns, mine.block.body, mine.index);
    const same =
      at(mine.block.columns.times, mine.index) === at(columns.times, index) &&
      mineKind.version === kind.version &&
      mineKind.name === this.#transcoder.number(kind.name) &&
      Buffer.compare(scratch.view(), mineReader.take(mineReader.end - mineReader.position)) === 0;
    if (same) return undefined;
    // Different bytes may still say the same: the order of keys, or a text that has got a number since.
    const other = eventAt(stream, columns, body, index, this.#batch.dictionary);
    const current = eventAt(stream, mine.block.columns, mine.block.body, mine.index, this.#tables.dictionary);
    if (contentOf(other) === contentOf(current)) return undefined;
    this.#count.conflicting++;
    return winnerOf(other, current) === other ? other : undefined;
  }

  #replace(stream: number, held: Held, winners: readonly StoredEvent[]): void {
    const byBlock = new Map<number, Map<number, StoredEvent>>();
    for (const winner of winners) {
      const { id, index } = held.find(winner.key.sequence);
      const events = byBlock.get(id) ?? new Map<number, StoredEvent>();
      byBlock.set(id, events.set(index, winner));
    }
    const { dictionary } = this.#tables;
    for (const [id, events] of byBlock) {
      const block = this.#tables.load(id);
      if (!block) continue;
      const builder = new BlockBuilder();
      const encoder = new ValueEncoder(builder.body, dictionary);
      for (let i = 0; i < block.columns.count; i++) {
        const winner = events.get(i);
        if (winner) {
          encoder.encode(winner.data);
          builder.add(winner.key.sequence, winner.at, dictionary.intern(winner.kind), winner.version);
        } else copyEvent(builder, block, i);
      }
      this.#tables.dropBlock(id);
      this.#tables.write(stream, this.#policy.quarantined, builder, id);
    }
    // Folded states contain the losers.
    this.#tables.dropProjections();
  }

  /** A batch of our own making never has overlapping blocks; put in order, they are one like any other. */
  #mergeOverlapping(blocks: readonly Incoming[]): void {
    const events = blocks.flatMap(({ stream, columns, body }) =>
      Array.from({ length: columns.count }, (_, i) => eventAt(stream, columns, body, i, this.#batch.dictionary)),
    );
    const batch = encodeBatch(events);
    const { added, known, conflicting, expired } = new Merger(this.#tables, batch, this.#policy).merge();
    this.#count.added += added;
    this.#count.known += known + batch.repeated;
    this.#count.conflicting += conflicting + batch.conflicting;
    this.#count.expired += expired;
  }
}

function incoming({ stream, head, body }: Block): Incoming {
  return { stream, head, body, columns: readHead(head, body.length), reader: new ByteReader(body) };
}

function overlap(blocks: readonly Incoming[]): boolean {
  return blocks.some(({ columns }, i) => {
    const before = blocks[i - 1]?.columns;
    return before !== undefined && at(columns.sequences, 0) <= at(before.sequences, before.count - 1);
  });
}

/** Copies an event within one store, where both blocks mean the same dictionary. */
export function copyEvent(builder: BlockBuilder, { columns, body }: LoadedBlock, index: number): void {
  const { name, version } = kindAt(columns, index);
  builder.body.raw(body.subarray(at(columns.offsets, index), at(columns.offsets, index + 1)));
  builder.add(at(columns.sequences, index), at(columns.times, index), name, version);
}
