import { at, BlockBuilder } from './block.ts';
import { copyEvent } from './merge.ts';
import type { Tables } from './tables.ts';

/**
 * Drops the events before `horizon` (milliseconds since the epoch) and remembers it, so that merges leave such events
 * out from now on. An earlier horizon than the one in force changes nothing.
 */
export function dropBefore(tables: Tables, horizon: number): number {
  if (horizon <= tables.horizon) return 0;
  return tables.change(() => {
    const { sql } = tables;
    tables.set('horizon', horizon);
    const [whole] = sql.row<[number]>('select coalesce(sum(count), 0) from block where until < ?', [horizon]) ?? [0];
    sql.run('delete from span where block in (select id from block where until < ?)', [horizon]);
    sql.run('delete from block where until < ?', [horizon]);
    let dropped = whole;
    const straddling = sql.rows<[number, number, number]>(
      `select block.id, stream.id, quarantined from block join stream on stream.id = block.stream where since < ?`,
      [horizon],
    );
    for (const [id, stream, quarantined] of straddling) dropped += trim(tables, id, stream, quarantined === 1, horizon);
    sql.run('delete from stream where id not in (select stream from block)');
    tables.forgetStreams();
    if (dropped > 0) tables.dropProjections();
    return dropped;
  });
}

function trim(tables: Tables, id: number, stream: number, quarantined: boolean, horizon: number): number {
  const block = tables.load(id);
  if (!block) return 0;
  const builder = new BlockBuilder();
  for (let i = 0; i < block.columns.count; i++) if (at(block.columns.times, i) >= horizon) copyEvent(builder, block, i);
  tables.dropBlock(id);
  tables.write(stream, quarantined, builder, id);
  return block.columns.count - builder.count;
}
