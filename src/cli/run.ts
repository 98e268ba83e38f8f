import { resolve } from 'node:path';
import { type AnalysisReport, renderTerminal as renderAnalysis, renderJson } from '../analysis/index.ts';
import { CannotRunError } from '../base/errors.ts';
import { printable } from '../base/printable.ts';
import { createExampleRepository } from '../example/index.ts';
import { type FixReport, renderTerminal as renderRepair, renderJson as repairJson } from '../fix/index.ts';
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
import { wrap } from '../render/terminal-text.ts';
import { analyzeIn } from './analyze.ts';
import type { CommonOptions, Context } from './context.ts';
import { exitStatus } from './exit-status.ts';
import { learnFrom } from './learn.ts';
import { defaultCandidates, defaultTimeLimit } from './limits.ts';
import { metricsOf } from './metrics.ts';
import { applyCommand } from './patch.ts';
import { type RunRepairOptions, repairHead } from './run-repair.ts';
import { type KeptStore, recorded, type Session } from './session.ts';
import { storeLine } from './store-line.ts';
import { repositoryTitle } from './title.ts';

export interface RunOptions extends CommonOptions, RunRepairOptions {
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
  /** Undefined when the tests were not run; `notRepaired` then says why. */
  readonly repair: FixReport | undefined;
  readonly notRepaired: string | undefined;
  readonly learned: LearnReport;
}

/** `hone run`: the whole loop, as far as this version of Hone has it. */
export async function run(options: RunOptions, context: Context, dir?: string): Promise<number> {
  const { cwd } = context.surroundings;
  const example = dir === undefined;
  const chosen = example ? await createExampleRepository(context.clock.now()) : resolve(cwd, dir);
  const session = { command: 'run', dir: chosen, keep: options.store };
  const { result, kept } = await recorded(session, context, async (opened) => ({
    result: await loop(opened, { ...options, trusted: example }, context),
    negative: false,
  }));
  context.answer(answerOf(result, kept), (style) => renderLoop(result, kept, example, style));
  return exitStatus.done;
}

async function loop(session: Session, options: RunRepairOptions, context: Context): Promise<LoopReport> {
  const { repository } = session;
  const [measured, analyzed] = await Promise.all([measureHistory(session, context), analyzeHead(session, context)]);
  const repaired = await repairHead(session, options, context);
  return { repository, ...measured, ...analyzed, ...repaired, learned: await learnFrom(session, context) };
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
  const { analysis, repair } = report;
  return { ...report, analysis: analysis && renderJson(analysis), repair: repair && repairJson(repair), store: kept };
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
    heading('Repair', style),
    ...repairSection(report, style),
    '',
    heading('Learned', style),
    ...renderLearned(learned, style),
    '',
    storeLine(kept, style),
  ];
}

function newestCommit({ analysis, notAnalyzed }: LoopReport, style: Style): string[] {
  if (!analysis) return [`  Not analysed: ${printable(notAnalyzed ?? 'unknown')}`];
  return indented(renderAnalysis(analysis, { ...style, width: style.width - 2 }).split('\n'));
}

function repairSection({ repository, repair, notRepaired }: LoopReport, style: Style): string[] {
  if (!repair)
    return wrap(`Not run: ${printable(notRepaired ?? 'unknown')}`, style.width - 2).map((line) => `  ${line}`);
  const { testCommand, isolation } = repair;
  const usual = { seed: 0, timeLimit: defaultTimeLimit, candidates: defaultCandidates, learned: true };
  const again = { repo: repository.root, testCommand, isolation, ...usual };
  const handing = { applied: false, commands: [applyCommand(again)] };
  return indented(renderRepair(repair, handing, { ...style, width: style.width - 2 }));
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => (line === '' ? line : `  ${line}`));
}
