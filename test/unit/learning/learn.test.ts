import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { type LearnReport, learn, learnCompleted, velocityMeasured } from '../../../src/learning/index.ts';
import { analysts } from '../../../src/learning/projections/analysts.ts';
import { findings } from '../../../src/learning/projections/findings.ts';
import { runs } from '../../../src/learning/projections/runs.ts';
import { eventKind, type StoredEvent } from '../../../src/store/index.ts';
import { runFinished, runStarted } from '../../../src/store/run-events.ts';
import { RecordedEvents } from '../../support/events.ts';

const analysis = eventKind<object>('analysis.completed');
const finding = eventKind<object>('analysis.finding');
const task = eventKind<object>('task.proposed');

let store: RecordedEvents;
beforeEach(() => {
  store = new RecordedEvents();
});

function run(
  outcome: 'succeeded' | 'negative' | 'failed' | 'interrupted' = 'succeeded',
  more: { durationMs?: number; reason?: string; attempt?: number } = {},
): void {
  store.nextRun(more.attempt ?? 1);
  store.record(runStarted, { action: 'run', trigger: 'local', workflow: '', hone: '0.1.0', node: '24' });
  store.record(runFinished, {
    action: 'run',
    outcome,
    durationMs: more.durationMs ?? 100,
    reason: more.reason ?? null,
  });
}

function times(count: number, work: () => void): void {
  for (let i = 0; i < count; i++) work();
}

function learned(filesAtHead?: readonly string[]): Promise<LearnReport> {
  const files = filesAtHead && (async () => new Set(filesAtHead));
  return learn({ store, recorder: store, clock: { now: () => store.now }, ...(files && { filesAtHead: files }) });
}

const ids = ({ insights }: LearnReport): string[] => insights.map(({ id }) => id);

describe('without data', () => {
  it('claims nothing', async () => {
    const report = await learned();
    expect(report).toMatchObject({ insights: [], operations: [], failures: [], tasks: [], trends: [], resolved: [] });
    expect(report.runs).toEqual({ total: 0, interrupted: 0, averageAttempts: undefined });
    expect(report.abstentions.length).toBeGreaterThan(0);
  });

  it('records that it learned', async () => {
    await learned();
    expect(store.all.map(({ kind }) => kind)).toEqual([learnCompleted.kind]);
  });
});

describe('success rate', () => {
  it('is not judged on fewer than ten runs', async () => {
    times(9, () => run('failed', { reason: 'who knows' }));
    const report = await learned();
    expect(ids(report)).not.toContain('low-success:hone run');
    expect(report.abstentions).toContainEqual({ question: 'success rate of hone run', have: 9, need: 10 });
  });

  it('is an insight of high severity under 80%, with its interval and its evidence', async () => {
    times(7, () => run());
    times(3, () => run('failed', { reason: 'git log failed' }));
    const insight = (await learned()).insights.find(({ id }) => id === 'low-success:hone run');
    expect(insight).toMatchObject({ severity: 'high', evidence: 10, fresh: true });
    expect(insight?.message).toContain('70% of runs (95% interval 40% to 89%)');
  });

  it('is fine at 80%', async () => {
    times(8, () => run());
    times(2, () => run('failed', { reason: 'x' }));
    expect(ids(await learned())).toEqual([]);
  });

  it('counts a negative verdict as work done, and an interruption not at all', async () => {
    times(10, () => run('negative'));
    times(10, () => run('interrupted'));
    const report = await learned();
    expect(report.operations[0]?.success).toMatchObject({ successes: 10, total: 10 });
    expect(report.runs.interrupted).toBe(10);
    expect(ids(report)).toEqual([]);
  });
});

describe('attempts', () => {
  it('are an insight above two on average', async () => {
    times(5, () => {
      for (const attempt of [1, 2, 3]) run('succeeded', { attempt });
    });
    const report = await learned();
    expect(report.runs.averageAttempts).toBe(3);
    expect(report.insights).toContainEqual(expect.objectContaining({ id: 'many-attempts', severity: 'medium' }));
  });
});

describe('failures', () => {
  it('are an insight when one kind was seen more than three times', async () => {
    times(30, () => run());
    times(3, () => run('failed', { reason: 'connect ECONNREFUSED 10.0.0.1:443' }));
    expect(ids(await learned())).toEqual([]);
    run('failed', { reason: 'getaddrinfo ENOTFOUND api.example' });
    const report = await learned();
    expect(report.failures).toEqual([
      expect.objectContaining({ cause: 'network', count: 4, example: 'getaddrinfo ENOTFOUND api.example' }),
    ]);
    expect(ids(report)).toEqual(['repeated-failure:network']);
  });
});

describe('speed', () => {
  it('is held against the p95 of earlier runs', async () => {
    times(20, () => run('succeeded', { durationMs: 100 + (store.all.length % 7) }));
    times(5, () => run('succeeded', { durationMs: 150 }));
    const report = await learned();
    expect(ids(report)).toEqual(['degraded:hone run']);
    expect(report.insights[0]).toMatchObject({ severity: 'medium', evidence: 25 });
  });

  it('is not judged without a baseline', async () => {
    times(19, () => run('succeeded', { durationMs: 100 }));
    times(5, () => run('succeeded', { durationMs: 900 }));
    const report = await learned();
    expect(ids(report)).toEqual([]);
    expect(report.abstentions).toContainEqual({
      question: 'speed of hone run against its baseline',
      have: 24,
      need: 25,
    });
  });

  it('makes a slow analyst an insight of low severity', async () => {
    const completed = { analysts: [{ name: 'code-critic', status: 'done', durationMs: 1500 }] };
    times(5, () => store.record(analysis, completed));
    expect((await learned()).insights).toEqual([
      expect.objectContaining({ id: 'slow:the code-critic', severity: 'low' }),
    ]);
  });
});

describe('analysts', () => {
  it('that were not run did neither well nor badly', async () => {
    times(3, () =>
      store.record(analysis, {
        analysts: [
          { name: 'code-critic', status: 'done', durationMs: 10 },
          { name: 'impact-analyst', status: 'timed-out', durationMs: 30_000 },
          { name: 'doc-writer', status: 'not-run', durationMs: 0 },
        ],
      }),
    );
    const { operations } = await learned();
    expect(operations.map(({ name, total, success }) => [name, total, success?.successes])).toEqual([
      ['code-critic', 3, 3],
      ['impact-analyst', 3, 0],
    ]);
    // A time limit is no measure of speed.
    expect(operations[1]?.duration).toBeUndefined();
  });
});

describe('findings and tasks', () => {
  const reported = {
    id: 'f1',
    rule: 'await-in-loop',
    category: 'performance',
    severity: 'medium',
    file: 'a.js',
    line: 3,
  };
  const proposed = { id: 'f1', title: 'awaits in a loop', severity: 'medium', file: 'a.js', line: 3 };

  it('are counted once, however often the commit is analysed', async () => {
    times(5, () => {
      store.record(finding, reported);
      store.record(task, proposed);
    });
    const report = await learned();
    expect(report.findings).toEqual({
      total: 1,
      sincePrevious: 1,
      byRule: [{ rule: 'await-in-loop', category: 'performance', findings: 1 }],
    });
    expect(report.tasks).toHaveLength(1);
  });

  it('are new only until they were learned', async () => {
    store.record(finding, reported);
    await learned();
    store.record(finding, reported);
    expect((await learned()).findings.sincePrevious).toBe(0);
  });

  it('make a rule that is met more than three times an insight', async () => {
    for (const id of ['a', 'b', 'c']) store.record(finding, { ...reported, id });
    expect(ids(await learned())).toEqual([]);
    store.record(finding, { ...reported, id: 'd' });
    expect(ids(await learned())).toEqual(['repeated-finding:await-in-loop']);
  });

  it('are gone with their file, and open as long as nobody looked', async () => {
    store.record(task, proposed);
    expect((await learned(['b.js'])).tasks[0]?.state).toBe('gone');
    expect((await learned(['a.js'])).tasks[0]?.state).toBe('open');
    expect((await learned()).tasks[0]?.state).toBe('open');
  });
});

describe('insights over time', () => {
  it('are fresh once, and resolved when they hold no more', async () => {
    times(7, () => run());
    times(3, () => run('failed', { reason: '?' }));
    expect((await learned()).insights[0]?.fresh).toBe(true);
    expect((await learned()).insights[0]?.fresh).toBe(false);
    times(20, () => run());
    expect(await learned()).toMatchObject({ insights: [], resolved: ['low-success:hone run'] });
    expect((await learned()).resolved).toEqual([]);
  });
});

describe('trends', () => {
  const at = (commit: string, commits: number, conventional: number, partial = false) => ({
    commit,
    commits,
    merges: 0,
    authors: 2,
    perWeek: 1,
    conventional,
    conventionalOf: commits,
    conflicted: 0,
    conflictedOf: 0,
    branches: 1,
    staleBranches: 0,
    partial,
  });

  it('compare with the measurement before, of another commit', async () => {
    store.record(velocityMeasured, at('c1', 10, 5));
    store.record(velocityMeasured, at('c2', 20, 15));
    store.record(velocityMeasured, at('c2', 20, 15));
    const trends = (await learned()).trends.map(({ measure, before, now }) => [measure, before, now]);
    expect(trends).toEqual([
      ['commits', 10, 20],
      ['conventional commits', 0.5, 0.75],
    ]);
  });

  it('leave a shallow measurement out', async () => {
    store.record(velocityMeasured, at('c1', 10, 5, true));
    store.record(velocityMeasured, at('c2', 20, 15));
    expect((await learned()).trends).toEqual([]);
  });
});

describe('projections', () => {
  const names = fc.constantFrom('code-critic', '__proto__', 'constructor', 'toString');
  const event = fc.oneof(
    fc.record({ kind: fc.constant('run.started'), data: fc.record({ action: names }) }),
    fc.record({
      kind: fc.constant('run.finished'),
      data: fc.record({
        action: names,
        outcome: fc.constantFrom('succeeded', 'failed', 'constructor', 7),
        durationMs: fc.option(fc.nat(50)),
        reason: fc.constantFrom(null, 'timeout', 'ENOSPC', 'x'),
      }),
    }),
    fc.record({
      kind: fc.constant('analysis.completed'),
      data: fc.record({
        analysts: fc.oneof(
          fc.constant(null),
          fc.array(fc.record({ name: names, status: fc.constantFrom('done', 'failed'), durationMs: fc.nat(50) })),
        ),
      }),
    }),
    fc.record({
      kind: fc.constantFrom('analysis.finding', 'task.proposed'),
      data: fc.record({ id: names, file: fc.constantFrom('a', 'b'), line: fc.nat(3), severity: fc.constant('low') }),
    }),
  );
  const events = fc.array(fc.tuple(event, fc.nat(5)), { maxLength: 30 }).map((all) =>
    all.map(([{ kind, data }, at], sequence): StoredEvent => {
      const key = { repository: 'r', runId: '1', attempt: 1, job: 'j', sequence };
      return { key, at, kind, version: 1, data: data as StoredEvent['data'] };
    }),
  );

  it.each([runs, analysts, findings])('$name is the same in any order, and plain JSON', (projection) => {
    const fold = (all: readonly StoredEvent[]): unknown => {
      const kinds = new Set(projection.kinds.map((kind) => (typeof kind === 'string' ? kind : kind.kind)));
      let state: never = projection.initial() as never;
      for (const one of all) if (kinds.has(one.kind)) state = projection.apply(state, one) as never;
      return state;
    };
    fc.assert(
      fc.property(events, fc.integer(), (all, seed) => {
        const shuffled = [...all].sort((a, b) => Math.sin(seed + a.key.sequence) - Math.sin(seed + b.key.sequence));
        const state = fold(all);
        expect(fold(shuffled)).toEqual(state);
        expect(JSON.parse(JSON.stringify(state))).toEqual(state);
        expect(({} as Record<string, unknown>).asked).toBeUndefined();
      }),
    );
  });
});

describe('branches', () => {
  const measured = (branches: number, staleBranches: number) => ({
    ...{ commit: 'c', commits: 1, merges: 20, authors: 1, perWeek: 1, conventional: 1, conventionalOf: 1 },
    ...{ conflicted: 4, conflictedOf: 20, branches, staleBranches, partial: false },
  });

  it('that are stale are an insight where others are not', async () => {
    store.record(velocityMeasured, measured(3, 1));
    expect(ids(await learned())).toEqual(['stale-branches']);
  });

  it('are left alone in a repository where nothing moves', async () => {
    store.record(velocityMeasured, measured(2, 2));
    expect(ids(await learned())).toEqual([]);
  });

  it('that conflict in more than a fifth of merges are an insight', async () => {
    store.record(velocityMeasured, { ...measured(1, 0), conflicted: 5 });
    expect(ids(await learned())).toEqual(['many-conflicts']);
    expect((await learned()).insights[0]?.message).toContain('5 of 20 merges (25%)');
  });
});
