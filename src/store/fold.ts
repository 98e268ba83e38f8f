import { createHash } from 'node:crypto';
import type { StoredEvent } from './event.ts';
import { comparePlaces, type Place } from './key.ts';
import type { Projection } from './projection.ts';
import { type Filter, filterOf, findSpans, queryEvents, scanEvents } from './query.ts';
import type { Tables } from './tables.ts';
import { nameOf, Upcaster } from './upcast.ts';

interface Kept {
  /** Highest block that is folded into the state. */
  readonly folded: number;
  /** Place of the last event folded in canonical order; null before the first. */
  readonly last: Place | null;
  /** JSON. */
  readonly state: string;
}

/** The state of a projection over all visible events, from its kept state and what has arrived since. */
export function foldProjection<S>(tables: Tables, projection: Projection<S>): S {
  const definition = definitionOf(projection);
  const kept = readKept(tables, projection.name, definition);
  const newest = newestBlock(tables);
  if (kept && kept.folded === newest) return JSON.parse(kept.state) as S;
  const now = (kept && foldArrivals(tables, projection, kept, newest)) ?? foldAll(tables, projection, newest);
  tables.sql.run('insert or replace into projection (name, definition, folded, last, state) values (?, ?, ?, ?, ?)', [
    projection.name,
    definition,
    now.folded,
    JSON.stringify(now.last),
    now.state,
  ]);
  // Through JSON even when just folded, so that callers see the same value whether it was kept or not.
  return JSON.parse(now.state) as S;
}

/** Undefined when the new events have to be folded between older ones. */
function foldArrivals<S>(tables: Tables, projection: Projection<S>, kept: Kept, newest: number): Kept | undefined {
  const filter = filterOf(tables, projection);
  const spans = findSpans(tables, filter, kept.folded);
  if (spans.length === 0) return { ...kept, folded: newest };
  const arrivals = scanEvents(tables, spans, filter);
  if (projection.commutative) return fold(projection, arrivals, kept.state, newest, null);
  const ordered = [...arrivals].sort(comparePlaces);
  const [first] = ordered;
  if (kept.last && first && comparePlaces(first, kept.last) < 0) return undefined;
  return fold(projection, ordered, kept.state, newest, kept.last);
}

function foldAll<S>(tables: Tables, projection: Projection<S>, newest: number): Kept {
  const everything: Filter = filterOf(tables, projection);
  const events = projection.commutative
    ? scanEvents(tables, findSpans(tables, everything), everything)
    : queryEvents(tables, { kinds: projection.kinds.map(nameOf) });
  return fold(projection, events, JSON.stringify(projection.initial()), newest, null);
}

function fold<S>(
  projection: Projection<S>,
  events: Iterable<StoredEvent>,
  from: string,
  newest: number,
  lastBefore: Place | null,
): Kept {
  const upcaster = new Upcaster(projection.kinds);
  let state = JSON.parse(from) as S;
  let last = lastBefore;
  for (const event of events) {
    state = projection.apply(state, upcaster.upcast(event));
    last = event;
  }
  const place = last && !projection.commutative ? { at: last.at, key: last.key } : null;
  return { folded: newest, last: place, state: JSON.stringify(state) };
}

/** Changes whenever a kept state would not fit the projection any more. */
function definitionOf<S>({ version, kinds, commutative }: Projection<S>): string {
  const names = kinds.map((kind) => (typeof kind === 'string' ? kind : `${kind.kind}@${kind.version}`)).sort();
  return createHash('sha256')
    .update(JSON.stringify([version, commutative, names]))
    .digest('hex')
    .slice(0, 16);
}

function readKept(tables: Tables, name: string, definition: string): Kept | undefined {
  const row = tables.sql.row<[number, string, string]>(
    'select folded, last, state from projection where name = ? and definition = ?',
    [name, definition],
  );
  return row && { folded: row[0], last: JSON.parse(row[1]) as Place | null, state: row[2] };
}

/** Blocks are numbered in the order in which they arrive. */
export function newestBlock(tables: Tables): number {
  return tables.sql.row<[number]>('select coalesce(max(id), 0) from block')?.[0] ?? 0;
}
