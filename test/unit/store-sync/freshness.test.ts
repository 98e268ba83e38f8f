import { expect, test } from 'vitest';
import { compactStore, restoreStore, type SyncDeps, saveSnapshot } from '../../../src/store/sync/index.ts';
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
