import { expect, test } from 'vitest';
import type { StoredEvent } from '../../../src/store/event.ts';
import {
  commitEvents,
  compactStore,
  restoreStore,
  type SyncDeps,
  saveSnapshot,
} from '../../../src/store/sync/index.ts';
import { World } from './world.ts';

const hour = 3_600_000;
const faults = { crash: 0, failure: 0, garble: 0, evict: 0, late: 0, rot: 0 };

test('snapshots built on one another look for snapshot artifacts again when the last look is half a day old', async () => {
  const world = new World(1, faults, 100);
  const actor = { runId: '1', attempt: 1, fork: false, ref: 'main', mayUpload: true, mayCache: true, mayDelete: false };
  const services = world.services(actor, async () => {});
  const listed: string[] = [];
  const artifacts = {
    ...services.artifacts,
    list: (name: string, page: number) => {
      listed.push(name);
      return services.artifacts.list(name, page);
    },
  };
  const deps: SyncDeps = { cache: services.cache, artifacts, clock: { now: () => world.now } };
  const looks: boolean[] = [];
  for (let read = 0; read < 5; read += 1) {
    listed.length = 0;
    const restored = await restoreStore(deps);
    looks.push(listed.includes('hone-store'));
    await saveSnapshot(deps, restored);
    restored.store.close();
    world.now += 5 * hour;
  }
  expect(looks).toEqual([true, false, false, true, false]);
});

test.each([
  [0, true],
  [1, true],
  [2, false],
  [3, false],
])(
  'a read that finds the newest %i of three snapshot artifacts unreadable is complete: %s',
  async (unreadable, complete) => {
    const world = new World(1, faults, 100);
    const depsOf = (runId: string): SyncDeps => {
      const actor = { runId, attempt: 1, fork: false, ref: 'main', mayUpload: true, mayCache: false, mayDelete: true };
      const { artifacts } = world.services(actor, async () => {});
      return { cache: undefined, artifacts, clock: { now: () => world.now } };
    };
    for (const runId of ['1', '2', '3']) {
      const restored = await restoreStore(depsOf(runId), { sweep: true });
      await compactStore(depsOf(runId), restored);
      restored.store.close();
      world.now += hour;
    }
    const newest = world.artifacts.filter(({ name }) => name === 'hone-store').slice(-unreadable || 3);
    expect(newest.every(({ deleted }) => !deleted)).toBe(true);
    for (const { id } of newest.slice(0, unreadable)) {
      const found = world.artifacts.find((one) => one.id === id);
      if (found !== undefined) found.files = new Map();
    }
    const { report, store } = await restoreStore(depsOf('4'));
    store.close();
    expect(report.complete).toBe(complete);
  },
);

test('a snapshot that was published without the older ones does not stand in for them', async () => {
  const world = new World(1, faults, 100);
  const actor = { runId: '1', attempt: 1, fork: false, ref: 'main', mayUpload: true, mayCache: true, mayDelete: true };
  const depsOf = (runId: string, withoutSnapshots = false): SyncDeps => {
    const { cache, artifacts } = world.services({ ...actor, runId }, async () => {});
    const list = async (name: string, page: number) => {
      if (withoutSnapshots && name === 'hone-store') throw new Error('503 from the service');
      return artifacts.list(name, page);
    };
    return { cache, artifacts: { ...artifacts, list }, clock: { now: () => world.now } };
  };
  const learn = async (runId: string, withoutSnapshots = false) => {
    const restored = await restoreStore(depsOf(runId, withoutSnapshots), { sweep: true });
    const report = await compactStore(depsOf(runId, withoutSnapshots), restored);
    restored.store.close();
    world.now += 30 * hour;
    return report;
  };
  await commitEvents(depsOf('1'), [factOf('1')], undefined);
  await learn('2');
  const { deleted } = await learn('3');
  expect(deleted).toBe(1);
  world.caches.splice(0);
  await learn('4', true);
  for (const evict of [false, true]) {
    if (evict) world.caches.splice(0);
    const { report, store } = await restoreStore(depsOf('5'));
    expect([...store.events({ kinds: ['test.fact'] })]).toHaveLength(1);
    expect(report.complete).toBe(true);
    store.close();
  }
});

function factOf(runId: string): StoredEvent {
  const key = { repository: 'acme/widgets', runId, attempt: 1, job: 'test', sequence: 0 };
  return { key, at: Date.UTC(2026, 0, 1), kind: 'test.fact', version: 1, data: {} };
}
