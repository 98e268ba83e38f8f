import { expect, test } from 'vitest';
import { commitEvents, compactStore, restoreStore, saveSnapshot } from '../../../src/store/sync/index.ts';
import { fact, facts, said, useSteps } from './steps.ts';

const current = useSteps();

test('a token that may not read artifacts: said, and the step still commits', async () => {
  const steps = current();
  steps.service.state.tokens.set('blind', 'none');
  await steps.work({ id: '11' });
  const deps = steps.enter({ id: '12', token: 'blind' });
  const { report, carry, store } = await restoreStore(deps);
  expect(report).toMatchObject({ complete: false, source: 'none', snapshotDue: false });
  expect(said(report)).toContain('Resource not accessible by integration');
  expect(facts(store)).toEqual([]);
  expect(await commitEvents(deps, [fact({ id: '12' })], carry)).toMatchObject({ committed: true });
  expect(facts((await restoreStore(steps.enter({ id: '13' }))).store)).toEqual(['11/1/job', '12/1/job']);
});

test('429 with a short retry-after and a 502 are tried again, a long retry-after is not waited for', async () => {
  const steps = current();
  await steps.work({ id: '21' });
  steps.service.faults.add({ kind: 'rest.artifacts.list', times: 1, status: 429, headers: { 'retry-after': '2' } });
  steps.service.faults.add({ kind: 'rest.artifacts.download', times: 1, status: 502 });
  expect((await restoreStore(steps.enter({ id: '22' }))).report).toMatchObject({
    complete: true,
    deltas: { merged: 1 },
  });

  steps.service.faults.add({ kind: 'rest.artifacts.list', times: 9, status: 429, headers: { 'retry-after': '3000' } });
  const limited = await steps.counting(() => restoreStore(steps.enter({ id: '23' })));
  expect(limited.value.report.complete).toBe(false);
  expect(limited.api).toBeLessThanOrEqual(3);
});

test('a download that is cut, or whose URL has expired, stays pending and is read next time', async () => {
  const steps = current();
  await steps.work({ id: '31' });
  steps.service.faults.add({ kind: 'blob.get', times: 3 });
  const cut = await restoreStore(steps.enter({ id: '32' }));
  expect(cut.report.deltas).toMatchObject({ merged: 0, failed: 1 });
  steps.service.faults.clear();
  steps.service.state.urlLifetime = -1;
  const expired = await restoreStore(steps.enter({ id: '33' }));
  expect(expired.report.deltas).toMatchObject({ merged: 0, failed: 1 });
  steps.service.state.urlLifetime = 60_000;
  expect(facts((await restoreStore(steps.enter({ id: '34' }))).store)).toEqual(['31/1/job']);
});

test('an upload that is cut is repeated by its client; one that fails for good is a value, not an error', async () => {
  const steps = current();
  steps.service.faults.add({ kind: 'blob.put', times: 1 });
  const deps = steps.enter({ id: '41' });
  expect(await commitEvents(deps, [fact({ id: '41' })], undefined)).toMatchObject({ committed: true });

  steps.service.faults.add({ kind: 'artifact.finalize', times: 1, status: 403 });
  const failed = await commitEvents(steps.enter({ id: '42' }), [fact({ id: '42' })], undefined);
  expect(failed.committed).toBe(false);
  expect(said(failed)).toContain('1 event could not be uploaded');
  // The name is taken by the unfinished upload: another job of that run still gets through.
  expect(await commitEvents(steps.enter({ id: '42' }), [fact({ id: '42' })], undefined)).toMatchObject({
    committed: true,
    artifact: { name: 'hone-delta-2' },
  });
  expect(facts((await restoreStore(steps.enter({ id: '43' }))).store)).toEqual(['41/1/job', '42/1/job']);
});

test('a fork that may neither upload nor cache reads what it may and says what was not kept', async () => {
  const steps = current();
  await steps.work({ id: '51' });
  const deps = steps.enter({ id: '52', fork: true, mayUpload: false, mayCache: false, ref: 'refs/pull/1/merge' });
  const restored = await restoreStore(deps);
  const { store, report } = restored;
  expect(facts(store)).toEqual(['51/1/job']);
  expect(report.complete).toBe(true);
  expect(await commitEvents(deps, [fact({ id: '52' })], undefined)).toMatchObject({ committed: false });
  const saved = await saveSnapshot(deps, restored);
  expect(saved).toMatchObject({ saved: false, notes: [{ level: 'warning' }] });
});

test('a delta that is listed late is merged as soon as it is seen, also behind newer ones', async () => {
  const steps = current();
  steps.service.state.hideNewArtifactsFor = 3;
  await steps.work({ id: '61' });
  steps.service.state.hideNewArtifactsFor = 0;
  await steps.work({ id: '62' });
  const deps = steps.enter({ id: '63', job: 'learn' });
  const early = await restoreStore(deps, { sweep: true });
  expect(facts(early.store)).toEqual(['62/1/job']);
  expect((await compactStore(deps, early)).cached).toBe(true);
  const later = await restoreStore(steps.enter({ id: '64' }));
  expect(later.report.source).toBe('cache');
  expect(facts(later.store)).toEqual(['61/1/job', '62/1/job']);
});

test('without a reachable cache service the store comes from artifacts, and that is said', async () => {
  const steps = current();
  await steps.work({ id: '71' });
  steps.service.faults.add({ kind: 'cache.find', times: 9, status: 403 });
  const { store, report } = await restoreStore(steps.enter({ id: '72' }));
  expect(facts(store)).toEqual(['71/1/job']);
  expect(said(report)).toContain('The Actions cache gave no snapshot');
});

test('no token at all', async () => {
  const steps = current();
  const { report } = await restoreStore(steps.enter({ id: '81', token: '' }));
  expect(report.complete).toBe(false);
  expect(said(report)).toContain('no token was given');
});
