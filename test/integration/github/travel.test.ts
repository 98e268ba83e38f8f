import { appendFileSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { systemClock } from '../../../src/base/clock.ts';
import { encodeDelta, openJournal, type Recorder } from '../../../src/store/index.ts';
import { acceptRuns, commitEvents, commitJournals, compactStore, restoreStore } from '../../../src/store/sync/index.ts';
import { damage } from '../../support/results-service/state.ts';
import { fact, facts, type Steps, said, useSteps } from './steps.ts';

const current = useSteps();

async function learn(steps: Steps, id: string, limits = {}) {
  const deps = { ...steps.enter({ id, job: 'learn' }), limits };
  const restored = await restoreStore(deps, { sweep: true });
  return { restored, report: await compactStore(deps, restored) };
}

test('facts of overlapping runs, of two jobs of a run and of its second attempt reach a later run', async () => {
  const steps = current();
  const first = await restoreStore(steps.enter({ id: '11' }));
  expect(first.report.source).toBe('none');
  const second = await restoreStore(steps.enter({ id: '12' }));
  await commitEvents(steps.enter({ id: '12' }), [fact({ id: '12' })], second.carry);
  await commitEvents(steps.enter({ id: '11' }), [fact({ id: '11' })], first.carry);
  await steps.work({ id: '12', job: 'other' });
  await steps.work({ id: '12', attempt: 2 });

  const { store, report } = await restoreStore(steps.enter({ id: '13' }));
  expect(facts(store)).toEqual(['11/1/job', '12/1/job', '12/1/other', '12/2/job']);
  expect(report.complete).toBe(true);
  expect(steps.service.state.list('hone-delta-2').map((one) => one.run.id)).toEqual(['12']);
});

test('learn publishes a snapshot that later runs take from the cache, and from the artifact when the cache is gone', async () => {
  const steps = current();
  for (const id of ['21', '22', '23']) await steps.work({ id });
  const { report } = await learn(steps, '24');
  expect(report).toMatchObject({ cached: true, deleted: 0, published: expect.any(String) });

  const cached = await restoreStore(steps.enter({ id: '25' }));
  expect(cached.report).toMatchObject({ source: 'cache', complete: true, snapshotDue: false });
  expect(cached.report.deltas.merged).toBe(0);
  steps.service.state.evictCaches();
  const rebuilt = await restoreStore(steps.enter({ id: '26' }));
  expect(rebuilt.report).toMatchObject({ source: 'artifact', complete: true, snapshotDue: true });
  expect(facts(rebuilt.store)).toEqual(facts(cached.store));
  expect(facts(rebuilt.store)).toHaveLength(3);
});

test('a damaged cached snapshot, then a damaged snapshot artifact: the next source is used, and said', async () => {
  const steps = current();
  for (const id of ['31', '32']) await steps.work({ id });
  await learn(steps, '33');
  for (const entry of steps.service.state.caches) damage(entry.blob);
  const fromArtifact = await restoreStore(steps.enter({ id: '34' }));
  expect(fromArtifact.report.source).toBe('artifact');

  const [snapshot] = steps.service.state.list('hone-store');
  if (snapshot) damage(snapshot.blob);
  const fromDeltas = await restoreStore(steps.enter({ id: '35' }));
  expect(fromDeltas.report.source).toBe('none');
  expect(said(fromDeltas.report)).toContain('does not match the digest');
  expect(facts(fromDeltas.store)).toEqual(['31/1/job', '32/1/job']);
});

test('the second learn deletes the deltas that two snapshots hold, and nothing is missing afterwards', async () => {
  const steps = current();
  for (const id of ['41', '42']) await steps.work({ id });
  const limits = { safetyAge: -1_000 };
  const first = await learn(steps, '43', limits);
  await steps.work({ id: '44' });
  const second = await learn(steps, '45', limits);
  expect([first.report.deleted, second.report.deleted]).toEqual([0, 2]);
  expect(steps.service.state.list('hone-delta').map((one) => one.run.id)).toEqual(['44']);
  steps.service.state.evictCaches();
  const { store } = await restoreStore(steps.enter({ id: '46' }));
  expect(facts(store)).toEqual(['41/1/job', '42/1/job', '44/1/job']);
});

test('a token that may not delete leaves the deltas to expire', async () => {
  const steps = current();
  steps.service.state.tokens.set('reader', 'read');
  await steps.work({ id: '51' });
  const limits = { safetyAge: -1_000 };
  await learn(steps, '52', limits);
  const deps = { ...steps.enter({ id: '53', token: 'reader' }), limits };
  const report = await compactStore(deps, await restoreStore(deps, { sweep: true }));
  expect(report).toMatchObject({ deleted: 0, cached: true, published: expect.any(String) });
  expect(said(report)).toContain('actions: write');
});

test("a fork's facts stay in quarantine until a trusted run accepts them, for rebuilt stores too", async () => {
  const steps = current();
  await steps.work({ id: '61' });
  const fork = { id: '62', fork: true, ref: 'refs/pull/7/merge' };
  await steps.work(fork);
  const before = await restoreStore(steps.enter({ id: '63' }));
  expect(facts(before.store)).toEqual(['61/1/job']);
  expect(before.report.deltas.quarantined).toBe(1);

  const recorded: Parameters<Recorder['record']>[] = [];
  const recorder: Recorder = { record: (kind, data) => recorded.push([kind, data]) };
  expect(acceptRuns(before.store, recorder, ['62', '999'])).toMatchObject({ unknown: ['999'] });
  expect(facts(before.store)).toEqual(['61/1/job', '62/1/job']);
  const decision = recorded.map(([kind, data], sequence) => {
    return { ...fact({ id: '63' }, sequence), kind: kind.kind, data: JSON.parse(JSON.stringify(data)) };
  });
  await commitEvents(steps.enter({ id: '63' }), decision, before.carry);
  const after = await restoreStore(steps.enter({ id: '64' }));
  expect(facts(after.store)).toEqual(['61/1/job', '62/1/job']);
});

test('a fork can neither publish a snapshot, nor speak for another run, nor carry for others', async () => {
  const steps = current();
  await steps.work({ id: '71' });
  const fork = { fork: true, ref: 'refs/pull/7/merge' };
  const deps = steps.enter({ id: '72', ...fork });
  const restored = await restoreStore(deps);
  await compactStore(deps, restored);
  await commitEvents(deps, [fact({ id: '71' }, 9)], undefined);
  const forged = { artifactId: '5', runId: '70', trusted: true, bytes: encodeDelta([fact({ id: '70' })]) };
  await commitEvents(steps.enter({ id: '73', ...fork }), [fact({ id: '73' })], {
    ...restored.carry,
    pending: [forged],
  });

  const { store, report } = await restoreStore(steps.enter({ id: '74' }));
  expect(facts(store)).toEqual(['71/1/job']);
  expect(report.deltas).toMatchObject({ refused: 1, quarantined: 1 });
  expect(said(report)).toContain('claims events of run "71", but run 72 uploaded it');
  expect(said(report)).toContain('not made by this repository');
  expect(store.streams().map((stream) => stream.key.runId)).not.toContain('70');
});

test("a repository's own .hone-cache, even a link, is never written through", async () => {
  const steps = current();
  const outside = join(steps.folder, 'outside');
  mkdirSync(outside);
  await steps.work({ id: '81' });
  await learn(steps, '82');
  symlinkSync(outside, join(steps.folder, 'workspace', '.hone-cache'));
  const { report } = await restoreStore(steps.enter({ id: '83' }));
  expect(report.source).toBe('cache');
  expect(existsSync(join(outside, 'store.db'))).toBe(false);
  expect(existsSync(join(steps.folder, 'workspace', '.hone-cache'))).toBe(false);
});

test('the journals of two steps of a job travel as one artifact; a torn or unreadable one is said', async () => {
  const steps = current();
  const deps = steps.enter({ id: '91' });
  const paths = ['one', 'two'].map((job) => {
    const path = join(steps.folder, `${job}.jsonl`);
    const stream = { repository: 'acme/widgets', runId: '91', attempt: 1, job };
    const journal = openJournal(path, stream, systemClock);
    journal.record({ kind: 'test.fact', version: 1 }, { text: job });
    journal.close();
    return path;
  });
  appendFileSync(paths[1] ?? '', '{"cut off in the mid');
  const nothing = join(steps.folder, 'nothing.jsonl');
  writeFileSync(nothing, 'not a journal\n');

  const report = await commitJournals(deps, [...paths, nothing], undefined);
  expect(report).toMatchObject({ committed: false, events: 2, artifact: { name: 'hone-delta' } });
  expect(said(report)).toContain('one event is lost');
  expect(said(report)).toContain('A journal cannot be read');
  expect(facts((await restoreStore(steps.enter({ id: '92' }))).store)).toEqual(['91/1/one', '91/1/two']);
});
