import { resolve } from 'node:path';
import { type AnalysisReport, renderTerminal as renderAnalysis, renderJson } from '../analysis/index.ts';
import { CannotRunError } from '../base/errors.ts';
import { printable } from '../base/printable.ts';
import { createExampleRepository } from '../example/index.ts';
import type { GitMetrics, Repository } from '../git/index.ts';
import {
  type LearnReport,
  renderTerminal as renderLearned,
  type VelocityData,
  velocityMeasured,
} from '../learning/index.ts';
import { heading } from '../render/layout.ts';
import { renderMetrics } from '../render/metrics.ts';
import type { Style } from '../render/style.ts';
import { analyzeIn } from './analyze.ts';
import type { CommonOptions, Context } from './context.ts';
import { exitStatus } from './exit-status.ts';
import { learnFrom } from './learn.ts';
import { metricsOf } from './metrics.ts';
import { type KeptStore, recorded, type Session } from './session.ts';
import { storeLine } from './store-line.ts';
import { repositoryTitle } from './title.ts';

export interface RunOptions extends CommonOptions {
  readonly store: boolean;
}

interface LoopReport {
  readonly repository: Repository;
  /** Undefined when git could not read the history; `notMeasured` then says why. */
  readonly metrics: GitMetrics | undefined;
  readonly notMeasured: string | undefined;
  /** Undefined when there is nothing to analyse, or it cannot be known; `notAnalyzed` then says why. */
  readonly analysis: AnalysisReport | undefined;
  readonly notAnalyzed: string | undefined;
  readonly learned: LearnReport;
}

/** `hone run`: the whole loop, as far as this version of Hone has it. */
export async function run(options: RunOptions, context: Context, dir?: string): Promise<number> {
  const { cwd } = context.surroundings;
  const chosen = dir === undefined ? await createExampleRepository(context.clock.now()) : resolve(cwd, dir);
  const session = { command: 'run', dir: chosen, keep: options.store };
  const { result, kept } = await recorded(session, context, async (opened) => ({
    result: await loop(opened, context),
    negative: false,
  }));
  context.answer(answerOf(result, kept), (style) => renderLoop(result, kept, dir === undefined, style));
  return exitStatus.done;
}

async function loop(session: Session, context: Context): Promise<LoopReport> {
  const { repository } = session;
  const [measured, analyzed] = await Promise.all([measureHistory(session, context), analyzeHead(session, context)]);
  return { repository, ...measured, ...analyzed, learned: await learnFrom(session, context) };
}

async function measureHistory(
  session: Session,
  context: Context,
): Promise<Pick<LoopReport, 'metrics' | 'notMeasured'>> {
  const { repository, recorder } = session;
  try {
    const metrics = await metricsOf(repository, context);
    if (metrics.head !== null) recorder.record(velocityMeasured, velocityOf(metrics, repository.shallow));
    return { metrics, notMeasured: undefined };
  } catch (thrown) {
    // A commit far back may be missing or damaged; the newest one still can be analysed.
    if (!(thrown instanceof CannotRunError)) throw thrown;
    return { metrics: undefined, notMeasured: thrown.message };
  }
}

function velocityOf(metrics: GitMetrics, partial: boolean): VelocityData {
  const { head, commits, authors, conventional, conflicts, branches } = metrics;
  return {
    commit: head ?? '',
    commits: commits.total,
    merges: commits.merges,
    authors: authors.length,
    perWeek: commits.perWeek,
    conventional: conventional.compliant,
    conventionalOf: conventional.total,
    conflicted: conflicts.conflicted ?? 0,
    conflictedOf: conflicts.conflicted === null ? 0 : conflicts.checked,
    branches: branches.total,
    staleBranches: branches.stale,
    partial,
  };
}

async function analyzeHead(session: Session, context: Context): Promise<Pick<LoopReport, 'analysis' | 'notAnalyzed'>> {
  const { head, shallow } = session.repository;
  if (head === undefined) return { analysis: undefined, notAnalyzed: 'there are no commits yet' };
  try {
    return { analysis: await analyzeIn(session, { commit: head }, context), notAnalyzed: undefined };
  } catch (thrown) {
    // What HEAD changed is not in a clone that ends with it; the rest of the loop still is of use.
    if (!shallow || !(thrown instanceof CannotRunError)) throw thrown;
    return { analysis: undefined, notAnalyzed: thrown.message };
  }
}

function answerOf(report: LoopReport, kept: KeptStore | undefined): object {
  return { ...report, analysis: report.analysis && renderJson(report.analysis), store: kept };
}

function renderLoop(report: LoopReport, kept: KeptStore | undefined, example: boolean, style: Style): string[] {
  const { repository, metrics, notMeasured, learned } = report;
  return [
    '',
    repositoryTitle(repository, style),
    style.dim(`      ${printable(repository.root)}`),
    ...(example ? [style.dim('      an example, made for this run; for a repository of yours: hone run DIR')] : []),
    '',
    heading('History', style),
    ...(metrics ? renderMetrics(metrics, style) : [`  Not measured: ${printable(notMeasured ?? 'unknown')}`]),
    '',
    heading('Newest commit', style),
    ...newestCommit(report, style),
    '',
    heading('Learned', style),
    ...renderLearned(learned, style),
    '',
    storeLine(kept, style),
  ];
}

function newestCommit({ analysis, notAnalyzed }: LoopReport, style: Style): string[] {
  if (!analysis) return [`  Not analysed: ${printable(notAnalyzed ?? 'unknown')}`];
  const lines = renderAnalysis(analysis, { ...style, width: style.width - 2 }).split('\n');
  return lines.map((line) => (line === '' ? line : `  ${line}`));
}
