import { messageOf } from '../base/errors.ts';
import { at, eventAt, readHead } from './block.ts';
import type { StreamKey } from './event.ts';
import { quickCheck } from './schema.ts';
import type { StreamRow, Tables } from './tables.ts';

export interface VerifyResult {
  readonly ok: boolean;
  /** Visible and quarantined. */
  readonly events: number;
  readonly streams: number;
  /** What is broken. */
  readonly problems: readonly string[];
  /** Streams with missing sequence numbers: their events are not broken, but some have not arrived, or are lost. */
  readonly gaps: readonly { readonly stream: StreamKey; readonly missing: number }[];
}

/** After this many problems the file is broken beyond doubt. */
const MAX_PROBLEMS = 20;

export function verifyTables(tables: Tables): VerifyResult {
  const problem = quickCheck(tables.sql);
  if (problem !== undefined) {
    return { ok: false, events: 0, streams: 0, problems: [`SQLite's quick_check: ${problem}`], gaps: [] };
  }
  const problems: string[] = [];
  const gaps: { stream: StreamKey; missing: number }[] = [];
  let events = 0;
  let streams: StreamRow[] = [];
  try {
    streams = tables.streams();
    for (const stream of streams) {
      if (problems.length >= MAX_PROBLEMS) break;
      const checked = verifyStream(tables, stream, problems);
      events += checked.events;
      if (checked.missing > 0) gaps.push({ stream: stream.key, missing: checked.missing });
    }
    verifyIndex(tables, problems);
  } catch (error) {
    problems.push(messageOf(error));
  }
  return { ok: problems.length === 0, events, streams: streams.length, problems, gaps };
}

function verifyStream(tables: Tables, { id, key }: StreamRow, problems: string[]): { events: number; missing: number } {
  const seen = new Set<number>();
  let largest = -1;
  let smallest = Number.POSITIVE_INFINITY;
  for (const row of tables.sql.rows<[number, number, number, number, number, number, Uint8Array, Uint8Array]>(
    'select id, first, last, count, since, until, head, body from block where stream = ? order by first',
    [id],
  )) {
    const [block, first, last, count, since, until, head, body] = row;
    try {
      const columns = readHead(head, body.length);
      let oldest = Number.POSITIVE_INFINITY;
      let newest = Number.NEGATIVE_INFINITY;
      for (let i = 0; i < columns.count; i++) {
        const event = eventAt(key, columns, body, i, tables.dictionary);
        const { sequence } = event.key;
        if (seen.has(sequence)) problems.push(`event ${sequence} of stream ${id} is there twice`);
        seen.add(sequence);
        oldest = Math.min(oldest, event.at);
        newest = Math.max(newest, event.at);
        largest = Math.max(largest, sequence);
        smallest = Math.min(smallest, sequence);
      }
      const fits =
        count === columns.count &&
        first === at(columns.sequences, 0) &&
        last === at(columns.sequences, count - 1) &&
        since === oldest &&
        until === newest;
      if (!fits) problems.push(`block ${block} is not what its row says`);
      if (oldest < tables.horizon) problems.push(`block ${block} has events older than the retention horizon`);
    } catch (error) {
      problems.push(`block ${block}: ${messageOf(error)}`);
    }
  }
  // Retention drops the beginning of a stream, which is no gap.
  const beginning = Number.isFinite(tables.horizon) ? smallest : 0;
  return { events: seen.size, missing: seen.size === 0 ? 0 : largest + 1 - beginning - seen.size };
}

/** Every visible block is found through its kinds, and no quarantined one is. */
function verifyIndex(tables: Tables, problems: string[]): void {
  const [strays] = tables.sql.row<[number]>(
    `select count(*) from span left join block on block.id = span.block left join stream on stream.id = block.stream
     where quarantined is not 0`,
  ) ?? [0];
  if (strays > 0) problems.push(`the index has ${strays} entries for blocks that are not visible`);
  const spans = new Map(
    tables.sql
      .list<[number, number, number]>(
        ['block', 'since', 'until'],
        'select block, min(since) as since, max(until) as until from span group by block',
      )
      .map(([block, since, until]) => [block, { since, until }]),
  );
  const blocks = tables.sql.list<[number, number, number]>(
    ['id', 'since', 'until'],
    'select block.id, since, until from block join stream on stream.id = block.stream where quarantined = 0',
  );
  for (const [id, since, until] of blocks) {
    const span = spans.get(id);
    if (span?.since !== since || span.until !== until) problems.push(`the index does not fit block ${id}`);
  }
}
