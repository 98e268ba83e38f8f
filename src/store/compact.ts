import { type Block, eventAt, readHead } from './block.ts';
import { Census } from './census.ts';
import { newestBlock } from './fold.ts';
import { Merger } from './merge.ts';
import { createDatabase } from './schema.ts';
import { Tables } from './tables.ts';

/**
 * A copy in the smallest form: numbers for exactly what occurs more than once, by frequency, and full blocks.
 * Single deltas cannot know what repeats across them.
 */
export function compacted(from: Tables): Tables {
  const to = new Tables(createDatabase());
  to.change(() => {
    countAll(from).internInto(to.dictionary);
    if (Number.isFinite(from.horizon)) to.set('horizon', from.horizon);
    for (const { id, quarantined } of from.streams()) {
      const batch = { dictionary: from.dictionary, blocks: blocksOf(from, id) };
      new Merger(to, batch, { quarantined, intern: false }).merge();
    }
    copyRows(from, to);
  });
  to.sql.run('vacuum');
  return to;
}

function countAll(tables: Tables): Census {
  const census = new Census();
  for (const { id, key } of tables.streams()) {
    census.text(key.repository);
    census.text(key.job);
    for (const { stream, head, body } of blocksOf(tables, id)) {
      const columns = readHead(head, body.length);
      for (let i = 0; i < columns.count; i++) census.add(eventAt(stream, columns, body, i, tables.dictionary).data);
    }
  }
  return census;
}

export function* blocksOf(tables: Tables, stream: number): Generator<Block> {
  for (const { id } of tables.blocksOf(stream)) {
    const block = tables.load(id);
    if (block) yield block;
  }
}

function copyRows(from: Tables, to: Tables): void {
  for (const id of from.sql.list<string>(['id'], 'select id from ingested')) {
    to.sql.run('insert into ingested values (?)', [id]);
  }
  for (const stream of from.sql.list<string>(['stream'], 'select stream from accepted')) {
    to.sql.run('insert into accepted values (?)', [stream]);
  }
  // Blocks have new numbers: only a state that has folded all of them is still true.
  const states = from.sql.rows<[string, string, string, string]>(
    'select name, definition, last, state from projection where folded = ?',
    [newestBlock(from)],
  );
  for (const [name, definition, last, state] of states) {
    to.sql.run('insert into projection values (?, ?, ?, ?, ?)', [name, definition, newestBlock(to), last, state]);
  }
}
