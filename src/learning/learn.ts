import type { Clock } from '../base/clock.ts';
import { baselineOf } from '../stats/baseline.ts';
import { wilsonRate } from '../stats/rate.ts';
import type { EventReader, Recorder } from '../store/index.ts';
import { learnCompleted } from './events.ts';
import { number } from './facts.ts';
import {
  degraded,
  lowSuccess,
  manyAttempts,
  manyConflicts,
  repeatedFailure,
  repeatedFinding,
  slow,
  staleBranches,
  type Verdict,
} from './insights.ts';
import { analysts } from './projections/analysts.ts';
import { findings } from './projections/findings.ts';
import { history } from './projections/history.ts';
import { runs } from './projections/runs.ts';
import type { Sample } from './projections/samples.ts';
import {
  type FailureStatistics,
  type Insight,
  insightSeverities,
  type LearnedTask,
  type LearnReport,
  type OperationStatistics,
  type RuleStatistics,
} from './report.ts';
import { trendsOf } from './trends.ts';

export interface LearnDeps {
  readonly store: EventReader;
  readonly recorder: Recorder;
  readonly clock: Clock;
  /** Paths at the newest commit, asked for when there are tasks; without it no task is taken for gone. */
  readonly filesAtHead?: () => Promise<ReadonlySet<string>>;
}

/** Folds the recorded events into statistics, says what follows from them, and records that it learned. */
export async function learn(deps: LearnDeps): Promise<LearnReport> {
  const { store, recorder, clock } = deps;
  const started = clock.now();
  const runState = store.project(runs);
  const findingState = Object.entries(store.project(findings));
  const { velocity, lastLearned } = store.project(history);
  const operations = [
    ...Object.entries(runState.actions).map(([name, { finished, started: total, durations }]) => {
      const succeeded = finished.succeeded + finished.negative;
      return measured('run', name, total, succeeded, succeeded + finished.failed, durations);
    }),
    ...Object.entries(store.project(analysts)).map(([name, { asked, done, durations }]) =>
      measured('analyst', name, asked, done, asked, durations),
    ),
  ];
  const failures: FailureStatistics[] = Object.entries(runState.failures)
    .map(([cause, failure]) => ({ cause, ...failure }))
    .sort((a, b) => b.count - a.count || compare(a.cause, b.cause));
  const byRule = countRules(findingState.map(([, { rule, category }]) => ({ rule, category })));
  const proposed = findingState.filter(([, { task }]) => task);
  const files = proposed.length > 0 ? await deps.filesAtHead?.() : undefined;
  const tasks: LearnedTask[] = proposed
    .map(([id, { title, file, line, severity, firstAt }]) => {
      const state: LearnedTask['state'] = files && !files.has(file) ? 'gone' : 'open';
      return { id, title, file, line, severity, state, proposedAt: firstAt };
    })
    .sort((a, b) => a.proposedAt - b.proposedAt || compare(a.id, b.id));

  const actions = Object.values(runState.actions);
  const total = sum(actions.map((action) => action.started));
  const firstAttempts = sum(actions.map((action) => action.firstAttempts));
  const averageAttempts = firstAttempts > 0 ? total / firstAttempts : undefined;
  const newest = velocity.at(-1)?.data ?? {};
  const verdicts: Verdict[] = [
    ...operations.map(({ statistics }) => lowSuccess(title(statistics), statistics.success)),
    manyAttempts(averageAttempts, firstAttempts),
    ...failures.map(({ cause, count, example }) => repeatedFailure(cause, count, example)),
    ...byRule.map(({ rule, findings: count }) => repeatedFinding(rule, count)),
    ...operations
      .filter(({ statistics }) => statistics.kind === 'analyst')
      .map(({ statistics, durations }) => slow(title(statistics), durations)),
    ...operations.map(({ statistics, durations }) => degraded(title(statistics), durations)),
    manyConflicts(number(newest, 'conflicted') ?? 0, number(newest, 'conflictedOf') ?? 0),
    staleBranches(number(newest, 'staleBranches') ?? 0, number(newest, 'branches') ?? 0),
  ];
  const known = knownInsights(lastLearned?.data.insights);
  const insights: Insight[] = verdicts
    .filter((verdict) => verdict !== undefined && 'id' in verdict)
    .map((insight) => ({ ...insight, fresh: !known.has(insight.id) }))
    .sort((a, b) => insightSeverities.indexOf(a.severity) - insightSeverities.indexOf(b.severity));
  const held = new Set(insights.map(({ id }) => id));

  const report: LearnReport = {
    previousAt: lastLearned?.at,
    runs: { total, interrupted: sum(actions.map(({ finished }) => finished.interrupted)), averageAttempts },
    operations: operations.map(({ statistics }) => statistics),
    failures,
    findings: {
      total: findingState.length,
      sincePrevious: findingState.filter(([, { firstAt }]) => firstAt > (lastLearned?.at ?? -1)).length,
      byRule,
    },
    tasks,
    trends: trendsOf(velocity),
    insights,
    resolved: [...known].filter((id) => !held.has(id)),
    abstentions: verdicts.filter((verdict) => verdict !== undefined && 'question' in verdict),
    durationMs: clock.now() - started,
  };
  recorder.record(learnCompleted, {
    runs: total,
    findings: report.findings.total,
    openTasks: tasks.filter(({ state }) => state === 'open').length,
    insights: [...held],
    durationMs: report.durationMs,
  });
  return report;
}

interface Measured {
  readonly statistics: OperationStatistics;
  readonly durations: readonly Sample[];
}

function measured(
  kind: OperationStatistics['kind'],
  name: string,
  total: number,
  succeeded: number,
  finished: number,
  durations: readonly Sample[],
): Measured {
  const duration = baselineOf(durations.map(([, ms]) => ms));
  return { statistics: { kind, name, total, success: wilsonRate(succeeded, finished), duration }, durations };
}

function title({ kind, name }: OperationStatistics): string {
  return kind === 'run' ? `hone ${name}` : `the ${name}`;
}

function countRules(all: readonly { rule: string; category: string }[]): RuleStatistics[] {
  const counts = new Map<string, RuleStatistics>();
  for (const { rule, category } of all) {
    // A task whose finding is older than the retention has no rule any more.
    if (rule !== '') counts.set(rule, { rule, category, findings: (counts.get(rule)?.findings ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.findings - a.findings || compare(a.rule, b.rule));
}

function knownInsights(value: unknown): Set<string> {
  return new Set(Array.isArray(value) ? value.filter((id) => typeof id === 'string') : []);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
