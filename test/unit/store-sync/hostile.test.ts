import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { encodeDelta } from '../../../src/store/delta.ts';
import type { StoredEvent } from '../../../src/store/event.ts';
import { acceptRuns, commitEvents, quarantinedStreams, restoreStore } from '../../../src/store/sync/index.ts';
import { packDelta } from '../../../src/store/sync/package.ts';
import { type Actor, World } from './world.ts';

const faults = { crash: 0, failure: 0, garble: 0, evict: 0, late: 0, rot: 0 };
const may = { attempt: 1, ref: 'main', mayUpload: true, mayCache: true, mayDelete: true };
const trusted: Actor = { ...may, runId: '1', fork: false };
const fork: Actor = { ...may, runId: '2', fork: true };
const otherFork: Actor = { ...may, runId: '3', fork: true };
const learn: Actor = { ...may, runId: '4', fork: false };

function event(runId: string, sequence = 0, kind = 'test.fact', data = {}): StoredEvent {
  return {
    key: { repository: 'acme/widgets', runId, attempt: 1, job: 'job', sequence },
    at: 1_000,
    kind,
    version: 1,
    data,
  };
}

function setting() {
  const world = new World(1, faults, 100);
  const deps = (actor: Actor) => ({ ...world.services(actor, async () => {}), clock: { now: () => world.now } });
  return { deps };
}

/** A delta whose checksum is good and whose insides are changed. */
function forged(events: readonly StoredEvent[], change: (content: Buffer) => Buffer): Uint8Array {
  const bytes = Buffer.from(encodeDelta(events));
  const content = change(bytes.subarray(41));
  return Buffer.concat([bytes.subarray(0, 9), createHash('sha256').update(content).digest(), content]);
}

const replaced = (from: string, to: string) => (content: Buffer) =>
  Buffer.from(content.toString('latin1').replace(from, to), 'latin1');

test.each([
  ['a negative attempt', '"2",1,', '"2",-'],
  ['data that is no object', '\x07', '\x01'],
])('a delta of a fork with %s is refused, and the others are read', async (_, from, to) => {
  const { deps } = setting();
  await commitEvents(deps(trusted), [event('1')], undefined);
  const own = forged([event('2')], (content) => {
    const changed = replaced(from, to)(content);
    return changed.equals(content) ? content.fill(0xff, content.length - 1) : changed;
  });
  await deps(fork).artifacts.upload('hone-delta', packDelta({ own, carried: [] }), 90);
  const { store, report } = await restoreStore(deps(learn));
  expect([...store.events()]).toEqual([event('1')]);
  expect(report.deltas).toMatchObject({ merged: 1, refused: 1 });
  store.close();
});

test('a delta that claims another run in one of its streams is refused, whoever carries it', async () => {
  const { deps } = setting();
  const own = encodeDelta([event('2'), event('1', 7)]);
  await deps(fork).artifacts.upload('hone-delta', packDelta({ own, carried: [] }), 90);
  const [listed] = (await deps(learn).artifacts.list('hone-delta', 1)).artifacts;
  const pending = [{ artifactId: listed?.id ?? '', runId: '2', trusted: false, bytes: own }];
  await commitEvents(deps(trusted), [event('1')], { pending, known: new Set() });
  const { store, report } = await restoreStore(deps(learn));
  expect([...store.events()]).toEqual([event('1')]);
  expect(quarantinedStreams(store)).toEqual([]);
  expect(report.deltas.refused).toBe(1);
  store.close();
});

test('an accepted fork accepts nobody else', async () => {
  const { deps } = setting();
  const { sequence: _, ...stream } = event('3').key;
  await commitEvents(deps(fork), [event('2'), event('2', 1, 'store.stream-accepted', stream)], undefined);
  await commitEvents(deps(otherFork), [event('3')], undefined);

  const restored = await restoreStore(deps(learn));
  const decisions: StoredEvent[] = [];
  const recorder = {
    record: (kind: { kind: string }, data: object) =>
      void decisions.push(event('4', decisions.length, kind.kind, { ...data })),
  };
  acceptRuns(restored.store, recorder, ['2']);
  restored.store.close();
  await commitEvents(deps(learn), decisions, restored.carry);

  const { store } = await restoreStore(deps({ ...learn, runId: '5' }));
  expect([...store.events({ kinds: ['test.fact'] })]).toEqual([event('2')]);
  expect(quarantinedStreams(store).map(({ runId }) => runId)).toEqual(['3']);
  store.close();
});
