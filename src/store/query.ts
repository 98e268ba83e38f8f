/** Reading events in canonical order, a few blocks at a time. */
import { at, eventAt } from './block.ts';
import type { StoredEvent } from './event.ts';
import { comparePlaces, type Place } from './key.ts';
import type { EventQuery } from './projection.ts';
import type { LoadedBlock, Tables } from './tables.ts';
import { nameOf, Upcaster } from './upcast.ts';

/** A block that may hold wanted events, and the span of time in which they lie. */
export interface Span {
  readonly block: number;
  readonly since: number;
  readonly until: number;
}

/** What of a block is wanted. Times in milliseconds since the epoch. */
export interface Filter {
  /** Numbers of kind names; undefined: all. */
  readonly kinds: ReadonlySet<number> | undefined;
  /** Inclusive. */
  readonly since: number;
  /** Exclusive. */
  readonly until: number;
}

interface Candidate extends Place {
  readonly block: LoadedBlock;
  readonly index: number;
}

export function filterOf(tables: Tables, query: EventQuery): Filter {
  const { kinds, since = Number.NEGATIVE_INFINITY, until = Number.POSITIVE_INFINITY } = query;
  const numbers = kinds?.map((kind) => tables.dictionary.number(nameOf(kind))).filter((n) => n !== undefined);
  return { kinds: numbers && new Set(numbers), since, until };
}

/** The visible blocks with an id above `after` that the filter may want. */
export function findSpans(tables: Tables, { kinds, since, until }: Filter, after = 0): Span[] {
  const ofKind = kinds ? `kind in (${[...kinds].join(', ')}) and` : '';
  return tables.sql
    .list<[number, number, number]>(
      ['block', 'since', 'until'],
      `select block, min(since) as since, max(until) as until from span
       where ${ofKind} until >= ? and since < ? and block > ? group by block`,
      [since, until, after],
    )
    .map(([block, since, until]) => ({ block, since, until }));
}

/** Calls `visit` for each wanted event of a block. */
export function eachIndex(
  { columns }: LoadedBlock,
  { kinds, since, until }: Filter,
  visit: (index: number) => void,
): void {
  const wanted = columns.kinds.map(({ name }) => !kinds || kinds.has(name));
  for (let i = 0; i < columns.count; i++) {
    const time = at(columns.times, i);
    if (time >= since && time < until && wanted[at(columns.kindOf, i)]) visit(i);
  }
}

export function loadBlock(tables: Tables, id: number): LoadedBlock {
  const block = tables.load(id);
  if (!block) throw new Error('the store was rewritten while its events were being read');
  return block;
}

/**
 * Sweeps over time: blocks are loaded when the sweep reaches them, and an event is given out once no block ahead can
 * hold an earlier one. Memory is bounded by the blocks that overlap at one time.
 */
export function* queryEvents(tables: Tables, query: EventQuery): Generator<StoredEvent> {
  const { newestFirst = false, limit = Number.POSITIVE_INFINITY } = query;
  if (limit <= 0) return;
  const filter = filterOf(tables, query);
  const upcaster = new Upcaster(query.kinds ?? []);
  const sign = newestFirst ? -1 : 1;
  const nearEnd = (span: Span): number => (newestFirst ? -span.until : span.since);
  const spans = findSpans(tables, filter).sort((a, b) => nearEnd(a) - nearEnd(b));
  let waiting: Candidate[] = [];
  let nearest = Number.POSITIVE_INFINITY;
  let given = 0;
  for (let i = 0; i <= spans.length; i++) {
    const span = spans[i];
    const frontier = span ? nearEnd(span) : Number.POSITIVE_INFINITY;
    if (nearest < frontier) {
      waiting.sort((a, b) => sign * comparePlaces(a, b));
      const cut = waiting.findIndex((candidate) => sign * candidate.at >= frontier);
      const ready = cut < 0 ? waiting : waiting.slice(0, cut);
      waiting = cut < 0 ? [] : waiting.slice(cut);
      nearest = waiting[0] ? sign * waiting[0].at : Number.POSITIVE_INFINITY;
      for (const { block, index } of ready) {
        yield upcaster.upcast(eventAt(block.stream, block.columns, block.body, index, tables.dictionary));
        if (++given >= limit) return;
      }
    }
    if (!span) return;
    const block = loadBlock(tables, span.block);
    eachIndex(block, filter, (index) => {
      const time = at(block.columns.times, index);
      nearest = Math.min(nearest, sign * time);
      waiting.push({ at: time, key: { ...block.stream, sequence: at(block.columns.sequences, index) }, block, index });
    });
  }
}

/** Wanted events of the given blocks in the order in which they are stored. */
export function* scanEvents(tables: Tables, spans: readonly Span[], filter: Filter): Generator<StoredEvent> {
  for (const { block: id } of spans) {
    const block = loadBlock(tables, id);
    const indices: number[] = [];
    eachIndex(block, filter, (index) => indices.push(index));
    for (const i of indices) yield eventAt(block.stream, block.columns, block.body, i, tables.dictionary);
  }
}
