import { expect, test } from 'vitest';
import type { StoredEvent } from '../../../src/store/event.ts';
import { commitEvents, restoreStore, type SyncDeps, saveSnapshot } from '../../../src/store/sync/index.ts';
import { keyOf } from './schedule.ts';
import { Turns } from './turns.ts';
import { type Actor, World } from './world.ts';

const faults = { crash: 0, failure: 0, garble: 0, evict: 0, late: 0, rot: 0 };
const runs = 300;
const overlapping = 6;

test('a day of 300 runs, six at a time, half of them on pull requests: a restore with a cached snapshot takes at most 8 requests', async () => {
  const world = new World(1, faults, 100);
  world.longestStep = 1_200;
  const turns = new Turns(
    world.chance,
    () => world.tick(),
    () => false,
  );
  const requests: number[] = [];
  const cached: number[] = [];
  let snapshots = 0;
  const run = async (actor: Actor, pause: () => Promise<void>) => {
    const deps: SyncDeps = { ...world.services(actor, pause), clock: { now: () => world.now } };
    const restored = await restoreStore(deps);
    const { store, carry, report } = restored;
    const { cache, list, download } = report.requests;
    requests.push(cache + list + download);
    if (report.source === 'cache') cached.push(cache + list + download);
    if (report.snapshotDue) {
      snapshots += 1;
      await saveSnapshot(deps, restored);
    }
    store.close();
    const turnsOfWork = 100 + world.chance.below(800);
    for (let work = 0; work < turnsOfWork; work += 1) await pause();
    await commitEvents(deps, [factOf(actor, world.now)], carry);
  };
  for (let index = 0; index < runs; index += 1) {
    const ref = index % 2 === 0 ? 'main' : `pull-${index % 40}`;
    const actor = {
      runId: String(index),
      attempt: 1,
      fork: false,
      ref,
      mayUpload: true,
      mayCache: true,
      mayDelete: false,
    };
    while (turns.active >= overlapping) await turns.turn();
    await turns.start((pause) => run(actor, pause));
  }
  while (turns.active > 0) await turns.turn();
  expect(turns.failures).toEqual([]);
  requests.sort((left, right) => left - right);
  console.info(
    `calls of a restore: median ${requests[runs / 2]}, most ${requests.at(-1)}; ${snapshots} cached snapshots`,
  );
  // The first ones find no cached snapshot.
  expect(Math.max(...cached)).toBeLessThanOrEqual(8);

  const reader = {
    runId: '999',
    attempt: 1,
    fork: false,
    ref: 'main',
    mayUpload: true,
    mayCache: true,
    mayDelete: false,
  };
  const deps = { ...world.services(reader, async () => {}), clock: { now: () => world.now } };
  const { store, report } = await restoreStore({ ...deps, cache: undefined });
  expect(new Set([...store.events()].map(keyOf)).size).toBe(runs);
  const { list, download } = report.requests;
  console.info(`rebuild of the day without any snapshot: ${list + download} calls`);
  expect(list + download).toBeLessThanOrEqual(40);
  store.close();
});

function factOf(actor: Actor, at: number): StoredEvent {
  const key = { repository: 'acme/widgets', runId: actor.runId, attempt: 1, job: 'job', sequence: 0 };
  return { key, at, kind: 'test.fact', version: 1, data: { text: 'a fact' } };
}
