import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { learn } from '../../../src/learning/index.ts';
import { EventStore, type StoredEvent } from '../../../src/store/index.ts';

const minute = 60_000;
const start = Date.UTC(2026, 0, 1);

function event(kind: string, data: StoredEvent['data'], at: number, runId: string, sequence: number): StoredEvent {
  return { key: { repository: 'o/r', runId, attempt: 1, job: 'analyze', sequence }, at, kind, version: 1, data };
}

/** What a run records: its start, an analysis with a finding that becomes a task, a measurement, its end. */
function runEvents(index: number, outcome: string, finding: string): StoredEvent[] {
  const data: [string, StoredEvent['data']][] = [
    ['run.started', { action: 'analyze', trigger: 'push', workflow: 'ci', hone: '0.1.0', node: '24' }],
    ['analysis.completed', { analysts: [{ name: 'code-critic', status: 'done', durationMs: 10 + index }] }],
    [
      'analysis.finding',
      { id: finding, rule: `rule-${finding}`, category: 'bug', severity: 'high', file: 'a.js', line: index },
    ],
    ['task.proposed', { id: finding, title: 'do it', severity: 'high', file: 'a.js', line: index }],
    ['git.velocity', { commit: `c${index % 3}`, commits: index, conventional: 1, conventionalOf: index + 1 }],
    ['run.finished', { action: 'analyze', outcome, durationMs: index * 7, reason: 'fetch failed' }],
  ];
  return data.map(([kind, fields], i) => event(kind, fields, start + index * minute + i, `run-${index}`, i));
}

async function learned(store: EventStore): Promise<unknown> {
  return learn({ store, recorder: { record() {} }, clock: { now: () => start } });
}

describe('what is learned from a real store', () => {
  it('is the same in whatever order, and however often, its deltas arrive', async () => {
    const one = fc.tuple(fc.constantFrom('succeeded', 'failed', 'interrupted'), fc.constantFrom('f1', 'f2', 'f3'));
    const schedule = fc.array(one, { minLength: 1, maxLength: 12 }).chain((runs) => {
      const deltas = runs.map(([outcome, finding], index) => runEvents(index, outcome, finding));
      return fc.tuple(
        fc.constant(deltas),
        fc.shuffledSubarray([...deltas, ...deltas], { minLength: 2 * deltas.length, maxLength: 2 * deltas.length }),
      );
    });
    await fc.assert(
      fc.asyncProperty(schedule, async ([deltas, arrivals]) => {
        const [ordered, shuffled] = [await EventStore.create(), await EventStore.create()];
        ordered.merge(deltas.flat());
        for (const delta of arrivals) {
          shuffled.merge(delta);
          // Asked in between, so that the next answer is brought up to date from a kept state.
          await learned(shuffled);
        }
        expect(await learned(shuffled)).toEqual(await learned(ordered));
        ordered.close();
        shuffled.close();
      }),
      { numRuns: 40 },
    );
  });
});
