import type { Clock } from '../base/clock.ts';
import { UsageError } from '../base/errors.ts';
import type { Log } from '../base/log.ts';
import { mergeBase, readChange, readCommit, resolveRevision } from '../git/index.ts';
import type { Change, Commit, Repository } from '../git/types.ts';
import type { Recorder } from '../store/event.ts';
import type { EventReader } from '../store/projection.ts';
import { converge } from './convergence/converge.ts';
import { tasksOf } from './convergence/tasks.ts';
import { analysisCompleted, findingReported, proposedTasks, taskProposed } from './events.ts';
import { readInput } from './input.ts';
import { defaultLimits, IsolatedAnalyst, type IsolatedRun, type Limits, mainModule } from './isolation.ts';
import { availableAnalysts } from './registry.ts';
import { type AnalysisReport, type AnalystName, type AnalystOutcome, analystNames } from './report.ts';

/** One commit against its first parent (default: HEAD), or what `head` has and `base` has not. */
export type AnalysisRequest = { readonly commit?: string } | { readonly base: string; readonly head: string };

export interface AnalysisDeps {
  readonly repository: Repository;
  /** Facts of earlier runs. */
  readonly events: EventReader;
  readonly recorder: Recorder;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal?: AbortSignal;
  /** Which analysts run, and the module each one's thread starts from. Default: all that Hone has. */
  readonly analysts?: ReadonlyMap<AnalystName, URL>;
  readonly limits?: Limits;
}

/**
 * Reads one change with every analyst in parallel, brings together what they found, and records it.
 *
 * @throws UsageError for a revision that the repository does not have, or a repository without commits
 * @throws CannotRunError when what changed cannot be known (the parent is missing in a shallow clone)
 */
export async function analyze(request: AnalysisRequest, deps: AnalysisDeps): Promise<AnalysisReport> {
  const { repository, clock, signal } = deps;
  const started = clock.now();
  const doors = deps.analysts ?? new Map(availableAnalysts.map((name) => [name, mainModule()] as const));
  // The threads load while git is being read.
  const threads = [...doors].map(
    ([name, door]) => new IsolatedAnalyst(name, door, deps.limits ?? defaultLimits, clock),
  );
  try {
    const { commit, change } = await readSubject(request, repository, signal);
    const { input, notes } = await readInput(repository, change, signal);
    deps.log.debug(`analysing ${change.files.length} files of ${commit.sha.slice(0, 12)}`);
    const runs = await Promise.all(threads.map((thread) => thread.run(input, signal)));
    signal?.throwIfAborted();
    const report = compose(commit, change, runs, notes, deps.events.project(proposedTasks), clock.now() - started);
    record(report, deps.recorder);
    return report;
  } finally {
    for (const thread of threads) thread.close();
  }
}

async function readSubject(
  request: AnalysisRequest,
  repository: Repository,
  signal?: AbortSignal,
): Promise<{ commit: Commit; change: Change }> {
  if (repository.head === undefined)
    throw new UsageError(`${repository.root} has no commits yet, so there is nothing to analyse`);
  const options = signal ? { signal } : {};
  if ('base' in request) {
    const [base, head] = await Promise.all([
      resolveRevision(repository, request.base),
      resolveRevision(repository, request.head),
    ]);
    // What came into base meanwhile is not part of the change, as on a pull request page.
    const from = (await mergeBase(repository, base, head)) ?? base;
    const [commit, change] = await Promise.all([
      readCommit(repository, head),
      readChange(repository, { base: from, head }, options),
    ]);
    return { commit, change };
  }
  const head = await resolveRevision(repository, request.commit ?? 'HEAD');
  const [commit, change] = await Promise.all([readCommit(repository, head), readChange(repository, { head }, options)]);
  return { commit, change };
}

function compose(
  commit: Commit,
  change: Change,
  runs: readonly IsolatedRun[],
  notes: readonly string[],
  proposed: Readonly<Record<string, true>>,
  durationMs: number,
): AnalysisReport {
  const results = runs.flatMap(({ result }) => result ?? []);
  const { findings, alerts, humanReview } = converge(
    results.flatMap((result) => result.findings),
    results.flatMap((result) => result.safe),
  );
  const sum = (key: 'insertions' | 'deletions'): number => change.files.reduce((total, file) => total + file[key], 0);
  return {
    commit,
    base: change.base,
    files: { changed: change.files.length, insertions: sum('insertions'), deletions: sum('deletions') },
    analysts: analystNames.map((name) => runs.find(({ outcome }) => outcome.name === name)?.outcome ?? notRun(name)),
    findings,
    impact: results.find((result) => result.impact)?.impact,
    tests: [],
    docs: [],
    risk: { abstained: true, probability: null, baseRate: null, reason: 'no model of this repository’s history yet' },
    alerts,
    tasks: tasksOf(findings, new Set(Object.keys(proposed))),
    humanReview,
    notes: [...notes, ...results.flatMap((result) => result.notes)],
    durationMs,
  };
}

function notRun(name: AnalystName): AnalystOutcome {
  return { name, status: 'not-run', durationMs: 0, reason: 'this version of Hone does not have it' };
}

function record(report: AnalysisReport, recorder: Recorder): void {
  const commit = report.commit.sha;
  recorder.record(analysisCompleted, {
    commit,
    base: report.base ?? null,
    files: report.files.changed,
    insertions: report.files.insertions,
    deletions: report.files.deletions,
    analysts: report.analysts.map(({ name, status, durationMs }) => ({ name, status, durationMs })),
    findings: report.findings.length,
    impact: report.impact?.overall ?? null,
    durationMs: report.durationMs,
  });
  for (const { id, rule, analysts, category, severity, confidence, file, startLine } of report.findings) {
    const data = { commit, id, rule, analysts: [...analysts], category, severity, confidence, file, line: startLine };
    recorder.record(findingReported, data);
  }
  for (const { proposedBefore, ...task } of report.tasks) {
    if (!proposedBefore) recorder.record(taskProposed, { ...task, commit });
  }
}
