import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EventStore } from '../../../src/store/store.ts';
import { expectation, finalRead, keyOf, manyFaults, play, playNaively, schedules, sequence } from './schedule.ts';
import { Chance } from './world.ts';

const count = Number(process.env.HONE_SCHEDULES ?? 150);

test(`${count} random schedules of overlapping runs lose no committed event`, { timeout: 3_600_000 }, async () => {
  const started = performance.now();
  let runs = 0;
  let crashed = 0;
  let events = 0;
  const requests: number[] = [];
  await fc.assert(
    fc.asyncProperty(schedules, async (schedule) => {
      const outcome = await play(schedule);
      const { must, may } = expectation(outcome);
      runs += schedule.runs.length;
      crashed += outcome.crashed;
      events += must.length;
      requests.push(...outcome.requests);

      const rebuilt = await finalRead(outcome, false);
      const cached = await finalRead(outcome, true);
      for (const store of [cached, rebuilt]) {
        const found = new Set([...store.events({ kinds: ['test.fact'] })].map(keyOf));
        expect(must.map(keyOf).filter((key) => !found.has(key))).toEqual([]);
        expect([...found].filter((key) => !may.has(key))).toEqual([]);
        expect(store.verify().problems).toEqual([]);
      }
      // The same facts in any order, and twice, give the same projections.
      const all = [...rebuilt.events({ kinds: ['test.fact'] })];
      const chance = new Chance(schedule.seed);
      const other = await EventStore.create();
      for (const event of [...all].sort(() => chance.next() - 0.5)) other.merge([event]);
      expect(other.project(sequence)).toEqual(rebuilt.project(sequence));
      expect(other.merge(all).added).toBe(0);
      expect(other.project(sequence)).toEqual(rebuilt.project(sequence));
      cached.mergeStore(rebuilt);
      expect(cached.mergeStore(rebuilt).added).toBe(0);
      for (const store of [other, cached, rebuilt]) store.close();
    }),
    { numRuns: count, endOnFailure: count > 500 },
  );
  requests.sort((left, right) => left - right);
  const at = (share: number) => requests[Math.floor(requests.length * share)];
  console.info(
    `${count} schedules, ${runs} runs (${crashed} crashed), ${events} committed events, 0 lost; ` +
      `calls per restore p50 ${at(0.5)}, p99 ${at(0.99)}; ${Math.round(performance.now() - started)} ms`,
  );
});

test('the same schedules do lose events when the store is restored, appended to and saved', async () => {
  let committed = 0;
  let lost = 0;
  await fc.assert(
    fc.asyncProperty(schedules, async (schedule) => {
      const result = await playNaively(schedule, { ...manyFaults, rot: 0, garble: 0 });
      committed += result.committed;
      lost += result.lost;
    }),
    { numRuns: Math.min(count, 60) },
  );
  console.info(`restore, append, save: ${lost} of ${committed} events lost`);
  expect(lost / committed).toBeGreaterThan(0.2);
});
