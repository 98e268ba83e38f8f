/** How whole stores and batches come together, and how quarantined streams come out of their quarantine. */
import type { Batch } from './batch.ts';
import type { Block } from './block.ts';
import { blocksOf } from './compact.ts';
import type { StreamKey } from './event.ts';
import { streamId } from './key.ts';
import { type MergeResult, Merger } from './merge.ts';
import type { Tables } from './tables.ts';

const NOTHING: MergeResult = { added: 0, known: 0, conflicting: 0, expired: 0 };

/** To be called inside a transaction. */
export function mergeBatch(tables: Tables, batch: Batch, quarantined: boolean): MergeResult {
  if (!quarantined) return merge(tables, batch, false);
  const accepted = new Set(tables.sql.list<string>(['stream'], 'select stream from accepted'));
  if (accepted.size === 0) return merge(tables, batch, true);
  const [visible, hidden] = split(batch.blocks, ({ stream }) => accepted.has(streamId(stream)));
  return sum(merge(tables, { ...batch, blocks: visible }, false), merge(tables, { ...batch, blocks: hidden }, true));
}

function merge(tables: Tables, batch: Batch, quarantined: boolean): MergeResult {
  return new Merger(tables, batch, { quarantined, intern: true }).merge();
}

/** To be called inside a transaction, after the later of the two horizons has been put in force. */
export function mergeTables(tables: Tables, other: Tables): MergeResult {
  acceptStreams(
    tables,
    other.sql.list<string>(['stream'], 'select stream from accepted').map((id) => {
      const [repository, runId, attempt, job] = JSON.parse(id) as [string, string, number, string];
      return { repository, runId, attempt, job };
    }),
  );
  for (const id of other.sql.list<string>(['id'], 'select id from ingested')) {
    tables.sql.run('insert or ignore into ingested values (?)', [id]);
  }
  let total = NOTHING;
  for (const quarantined of [false, true]) {
    for (const stream of other.streams()) {
      if (stream.quarantined !== quarantined) continue;
      const blocks = [...blocksOf(other, stream.id)];
      total = sum(total, mergeBatch(tables, { dictionary: other.dictionary, blocks }, quarantined));
    }
  }
  return total;
}

/** To be called inside a transaction. Returns how many events became visible. */
export function acceptStreams(tables: Tables, streams: Iterable<StreamKey>): number {
  let events = 0;
  for (const key of streams) {
    tables.sql.run('insert or ignore into accepted values (?)', [streamId(key)]);
    const hidden = tables.streamNumber(key, true);
    if (hidden === undefined) continue;
    const blocks = [...blocksOf(tables, hidden)];
    events += merge(tables, { dictionary: tables.dictionary, blocks }, false).added;
    tables.sql.run('delete from block where stream = ?', [hidden]);
    tables.dropStream(hidden);
  }
  return events;
}

function split(blocks: Iterable<Block>, test: (block: Block) => boolean): [Block[], Block[]] {
  const passed: Block[] = [];
  const failed: Block[] = [];
  for (const block of blocks) (test(block) ? passed : failed).push(block);
  return [passed, failed];
}

function sum(a: MergeResult, b: MergeResult): MergeResult {
  return {
    added: a.added + b.added,
    known: a.known + b.known,
    conflicting: a.conflicting + b.conflicting,
    expired: a.expired + b.expired,
  };
}
