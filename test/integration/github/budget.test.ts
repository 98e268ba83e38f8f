import { expect, test } from 'vitest';
import { commitEvents, compactStore, restoreStore, saveSnapshot } from '../../../src/store/sync/index.ts';
import { fact, facts, useSteps } from './steps.ts';

const current = useSteps();

test('with a cached snapshot and 50 pending deltas among 50,000 unrelated artifacts: at most 8 requests', async () => {
  const steps = current();
  steps.service.state.addUnrelatedArtifacts(50_000);
  await steps.work({ id: '100' });
  const learning = steps.enter({ id: '101', job: 'learn' });
  await compactStore(learning, await restoreStore(learning, { sweep: true }));

  // Every second run overlaps with the one after it.
  for (let run = 200; run < 250; run += 2) {
    const [one, two] = [{ id: String(run) }, { id: String(run + 1) }];
    const first = await restoreStore({ ...steps.enter(one), cache: undefined });
    const second = await restoreStore({ ...steps.enter(two), cache: undefined });
    await commitEvents(steps.enter(two), [fact(two)], second.carry);
    await commitEvents(steps.enter(one), [fact(one)], first.carry);
  }
  const { value, api, all } = await steps.counting(() => restoreStore(steps.enter({ id: '300' })));
  expect(value.report).toMatchObject({ source: 'cache', complete: true, deltas: { merged: 50 }, snapshotDue: false });
  expect(facts(value.store)).toHaveLength(51);
  console.error(`cached, 50 pending: ${api} API requests, ${all} with blob storage`);
  expect(all).toBeLessThanOrEqual(8);

  const committed = await steps.counting(() =>
    commitEvents(steps.enter({ id: '301' }), [fact({ id: '301' })], value.carry),
  );
  expect(committed.api).toBeLessThanOrEqual(8);
  const due = await restoreStore(steps.enter({ id: '302' }));
  expect(due.report.snapshotDue).toBe(true);
  await saveSnapshot(steps.enter({ id: '302' }), due);
  const fresh = await restoreStore(steps.enter({ id: '303' }));
  expect(fresh.report).toMatchObject({ source: 'cache', deltas: { merged: 0 } });
});

test('a rebuild without any snapshot: at most 10 requests and one for each delta', async () => {
  const steps = current();
  const deltas = 30;
  // Without what they might carry: the worst case.
  for (let run = 0; run < deltas; run += 1) {
    const step = { id: String(100 + run) };
    await commitEvents(steps.enter(step), [fact(step)], undefined);
  }
  const { value, api } = await steps.counting(() => restoreStore(steps.enter({ id: '300' })));
  expect(facts(value.store)).toHaveLength(deltas);
  console.error(`rebuild from ${deltas} deltas that carry nothing: ${api} API requests`);
  expect(api).toBeLessThanOrEqual(10 + deltas);
});
