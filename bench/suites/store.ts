import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EventStore, encodeDelta, type Projection, type StoredEvent, sha256 } from '../../src/store/index.ts';
import { compare, ms, type Row, type Suite, time } from '../measure.ts';
import { realisticEvents } from '../store-events.ts';
import { BlockTables, RowTables } from '../store-peers.ts';

const MILLION = 1_000_000;
const DELTA = 100_000;
const START = Date.UTC(2026, 0, 1);
const DAY = 86_400_000;
/** Events of a run of `hone`: a few findings and samples, seldom more. */
const PER_RUN = 40;

const mega = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

const kinds = ['analysis.finding', 'sla.sample', 'fix.attempt', 'run.finished'];
const tally: Projection<Record<string, number>> = {
  name: 'bench-tally',
  version: 1,
  kinds,
  commutative: true,
  initial: () => ({}),
  apply(state, { kind }) {
    state[kind] = (state[kind] ?? 0) + 1;
    return state;
  },
};
const latest: Projection<{ at: number }> = {
  name: 'bench-latest',
  version: 1,
  kinds,
  commutative: false,
  initial: () => ({ at: 0 }),
  apply: (_, { at }) => ({ at }),
};

function deltaEvents(part: number): StoredEvent[] {
  const runs = DELTA / PER_RUN;
  return [...realisticEvents({ perRun: PER_RUN, from: START + part * 9 * DAY, runs, firstRun: part * runs, days: 9 })];
}

async function* rows(): AsyncIterable<Row> {
  const directory = mkdtempSync(join(tmpdir(), 'hone-bench-'));
  try {
    const store = await EventStore.create();
    const peer = await RowTables.create(join(directory, 'rows.db'));
    for (let part = 0; part < MILLION / DELTA; part++) {
      const events = deltaEvents(part);
      store.mergeDelta(encodeDelta(events));
      peer.insert(events);
    }
    const asMerged = store.serialize().length;
    store.compact();
    const bytes = store.serialize();
    const path = join(directory, 'store.db');
    writeFileSync(path, bytes);
    peer.vacuum();
    yield { what: 'a million events, as merged', figure: mega(asMerged), aim: '< 60 MB' };
    yield { what: 'a million events, compacted', figure: mega(bytes.length), aim: '< 60 MB' };
    yield { what: 'the same, a row an event, node:sqlite, vacuumed', figure: mega(statSync(peer.path).size) };

    const opening = await time(async () => {
      const read = readFileSync(path);
      sha256(read);
      (await EventStore.open(read, { checked: true })).close();
    });
    yield { what: 'open: read, SHA-256, load', figure: ms(opening), aim: '<= 300 ms' };
    yield {
      what: 'open without a checksum: quick_check',
      figure: ms(await time(async () => (await EventStore.open(readFileSync(path))).close())),
    };

    yield* merging(path, peer);
    yield* querying(store, bytes, directory, peer);

    const fold = async (projection: Projection<unknown>): Promise<number> => {
      const fresh = await EventStore.open(bytes, { checked: true });
      const start = performance.now();
      fresh.project(projection);
      const taken = performance.now() - start;
      fresh.close();
      return taken;
    };
    yield { what: 'fold all, commutative', figure: `${(await fold(tally)).toFixed(0)} ms` };
    yield { what: 'fold all, in canonical order', figure: `${(await fold(latest)).toFixed(0)} ms` };
    store.project(latest);
    yield { what: 'fold again, nothing new', figure: ms(await time(() => store.project(latest))) };
    const start = performance.now();
    const { problems } = store.verify();
    yield { what: `verify (${problems.length} problems)`, figure: `${(performance.now() - start).toFixed(0)} ms` };
    peer.close();
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Each merge goes into a fresh copy: what was merged before would be known. */
async function* merging(path: string, peer: RowTables): AsyncIterable<Row> {
  const events = deltaEvents(MILLION / DELTA);
  const delta = encodeDelta(events);
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let i = 0; i < 5; i++) {
    const store = await EventStore.open(readFileSync(path), { checked: true });
    store.events({ limit: 1 }).next();
    const start = performance.now();
    store.mergeDelta(delta);
    const found = store.events({ kinds: ['run.finished'], newestFirst: true, limit: 1 }).next();
    ours.push(performance.now() - start);
    if (found.done) throw new Error('the merged events cannot be queried');
    store.close();
    const before = performance.now();
    peer.insert(events);
    theirs.push(performance.now() - before);
    peer.remove(events);
  }
  const spread = (all: number[]): string => {
    const sorted = [...all].sort((a, b) => a - b);
    return `${sorted[2]?.toFixed(0)} ms (${sorted[0]?.toFixed(0)} to ${sorted[4]?.toFixed(0)})`;
  };
  yield {
    what: `merge a delta of 100,000 (${mega(delta.length)}), bytes to queryable, after other merges`,
    figure: spread(ours),
    aim: '< 300 ms',
  };
  const deltaPath = `${path}.delta`;
  writeFileSync(deltaPath, delta);
  const script = fileURLToPath(new URL('../store-first-merge.ts', import.meta.url));
  const first = Array.from({ length: 5 }, () => Number(execFileSync(process.execPath, [script, path, deltaPath])));
  yield { what: 'the same as the first merge of a new process', figure: spread(first), aim: '< 300 ms' };
  yield { what: 'the same events inserted as rows, node:sqlite', figure: spread(theirs) };
}

async function* querying(store: EventStore, bytes: Uint8Array, directory: string, peer: RowTables): AsyncIterable<Row> {
  const since = START + 40 * DAY;
  const windows: readonly [string, number][] = [
    ['an hour', 3_600_000],
    ['a day', DAY],
  ];
  const blocks = await BlockTables.open(join(directory, 'blocks.db'), bytes);
  for (const [name, length] of windows) {
    const query = { kinds: ['sla.sample'], since, until: since + length };
    const found = [...store.events(query)].length;
    if (found !== peer.count('sla.sample', since, since + length)) throw new Error('the peer finds other events');
    const { a, b } = await compare(
      () => [...store.events(query)].length,
      () => peer.read('sla.sample', since, since + length),
      15,
    );
    yield { what: `query one kind in ${name} (${found} events)`, figure: ms(a), aim: '< 50 ms' };
    yield { what: 'the same, a row an event, node:sqlite', figure: ms(b) };
    yield {
      what: 'the same blocks fetched by node:sqlite, not decoded',
      figure: ms(await time(() => blocks.fetch('sla.sample', since, since + length), 15)),
    };
  }
  const newest = { kinds: ['fix.attempt'], newestFirst: true, limit: 100 };
  yield {
    what: 'the newest 100 of a kind',
    figure: ms(await time(() => [...store.events(newest)], 15)),
    aim: '< 50 ms',
  };
  blocks.close();
}

export const suite: Suite = { title: 'Learning store, a million events', rows };
