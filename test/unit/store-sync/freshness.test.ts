import { expect, test } from 'vitest';
import { restoreStore, type SyncDeps, saveSnapshot } from '../../../src/store/sync/index.ts';
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
