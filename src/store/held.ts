import { at } from './block.ts';
import { CorruptStoreError } from './errors.ts';
import type { BlockRow, LoadedBlock, Tables } from './tables.ts';

/** The sequence numbers that a stream of the store already has. */
export class Held {
  readonly #tables: Tables;
  readonly #rows: readonly BlockRow[];
  readonly #loaded = new Map<number, LoadedBlock>();
  readonly #last: number;
  /** The row of the last hit: sequence numbers are asked in ascending order. */
  #hint: BlockRow | undefined;

  constructor(tables: Tables, stream: number | undefined) {
    this.#tables = tables;
    this.#rows = stream === undefined ? [] : tables.blocksOf(stream);
    this.#last = this.#rows.reduce((last, row) => Math.max(last, row.last), -1);
  }

  has(sequence: number): boolean {
    // Blocks of one stream may interleave after merges out of order, so each whose range fits is asked.
    if (sequence > this.#last) return false;
    if (this.#hint && this.#indexIn(this.#hint, sequence) >= 0) return true;
    this.#hint = this.#rows.find((row) => this.#indexIn(row, sequence) >= 0);
    return this.#hint !== undefined;
  }

  /** Where an event is that {@link has} found. */
  find(sequence: number): { id: number; block: LoadedBlock; index: number } {
    if (this.has(sequence) && this.#hint) {
      const { id } = this.#hint;
      return { id, block: this.#load(id), index: this.#indexIn(this.#hint, sequence) };
    }
    throw new RangeError(`the stream has no event ${sequence}`);
  }

  #indexIn(row: BlockRow, sequence: number): number {
    if (sequence < row.first || sequence > row.last) return -1;
    if (row.last - row.first === row.count - 1) return sequence - row.first;
    return indexOf(this.#load(row.id).columns.sequences, sequence);
  }

  #load(id: number): LoadedBlock {
    let block = this.#loaded.get(id);
    if (!block) {
      block = this.#tables.load(id);
      if (!block) throw new CorruptStoreError(`there is no block ${id}`);
      this.#loaded.set(id, block);
    }
    return block;
  }
}

/** Binary search; -1 when it is not there. */
function indexOf(ascending: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = at(ascending, middle);
    if (found === value) return middle;
    if (found < value) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
