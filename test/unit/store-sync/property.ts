import fc from 'fast-check';
import { expect } from 'vitest';
import { EventStore } from '../../../src/store/store.ts';
import { expectation, finalRead, keyOf, manyFaults, play, playNaively, schedules, sequence } from './schedule.ts';
import { Chance } from './world.ts';

/**
 * Plays random schedules of up to 60 overlapping runs over the project's own code and checks that in the end, and at every
 * read on the way, no committed event is missing and none of a fork came in unaccepted; that any order of merging gives
 * the same projections; and that merging twice equals once.
 *
 * @returns one line that says how much was tried
 */
export async function checkSchedules(count: number): Promise<string> {
  const started = performance.now();
  let runs = 0;
  let crashed = 0;
  let reads = 0;
  let events = 0;
  let deleted = 0;
  const requests: number[] = [];
  await fc.assert(
    fc.asyncProperty(schedules, async (schedule) => {
      const outcome = await play(schedule);
      const { must, may } = expectation(outcome);
      const rebuilt = await finalRead(outcome, false);
      const cached = await finalRead(outcome, true);
      for (const store of [cached, rebuilt]) {
        const found = new Set([...store.events({ kinds: ['test.fact'] })].map(keyOf));
        expect(must.map(keyOf).filter((key) => !found.has(key))).toEqual([]);
        expect([...found].filter((key) => !may.has(key))).toEqual([]);
        expect(store.verify().problems).toEqual([]);
      }
      const all = [...rebuilt.events({ kinds: ['test.fact'] })];
      const chance = new Chance(schedule.seed);
      const other = await EventStore.create();
      for (const event of shuffled(all, chance)) other.merge([event]);
      expect(other.project(sequence)).toEqual(rebuilt.project(sequence));
      expect(other.merge(all).added).toBe(0);
      expect(other.project(sequence)).toEqual(rebuilt.project(sequence));
      cached.mergeStore(rebuilt);
      expect(cached.mergeStore(rebuilt).added).toBe(0);
      for (const store of [other, cached, rebuilt]) store.close();

      runs += schedule.runs.length;
      crashed += outcome.crashed;
      reads += outcome.reads;
      events += must.length;
      deleted += outcome.world.artifacts.filter((one) => one.deleted).length;
      requests.push(...outcome.requests);
    }),
    // Before the test's own limit, so that a failure that takes long to shrink is told with its seed.
    { numRuns: count, interruptAfterTimeLimit: 25 * 60_000, markInterruptAsFailure: true },
  );
  requests.sort((left, right) => left - right);
  const at = (share: number) => requests[Math.floor(requests.length * share)];
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  return (
    `${count} schedules, ${runs} runs (${crashed} crashed), ${reads} reads, ${events} committed events, 0 lost, ` +
    `${deleted} artifacts deleted by compactions; ` +
    `calls of a restore: median ${at(0.5)}, p99 ${at(0.99)}; ${seconds} s`
  );
}

/** The control arm: the same schedules and crashes, but the store is restored, appended to and saved. */
export async function loseNaively(count: number): Promise<{ committed: number; lost: number }> {
  let committed = 0;
  let lost = 0;
  await fc.assert(
    fc.asyncProperty(schedules, async (schedule) => {
      const result = await playNaively(schedule, { ...manyFaults, rot: 0, garble: 0 });
      committed += result.committed;
      lost += result.lost;
    }),
    { numRuns: count },
  );
  return { committed, lost };
}

function shuffled<T>(items: readonly T[], chance: Chance): T[] {
  return items
    .map((item) => ({ item, rank: chance.next() }))
    .sort((left, right) => left.rank - right.rank)
    .map(({ item }) => item);
}
