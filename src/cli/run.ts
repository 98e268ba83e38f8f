import { resolve } from 'node:path';
import { type AnalysisReport, renderTerminal as renderAnalysis, renderJson } from '../analysis/index.ts';
import { CannotRunError } from '../base/errors.ts';
import { createExampleRepository } from '../example/index.ts';
import type { Repository } from '../git/index.ts';
import { type LearnReport, renderTerminal as renderLearned } from '../learning/index.ts';
import { heading, joined } from '../render/layout.ts';
import type { Style } from '../render/style.ts';
import { printable } from '../render/terminal-text.ts';
import { analyzeIn } from './analyze.ts';
import type { CommonOptions, Context } from './context.ts';
import { exitStatus } from './exit-status.ts';
import { learnFrom } from './learn.ts';
import { type KeptStore, recorded, type Session } from './session.ts';
import { storeLine } from './store-line.ts';

export interface RunOptions extends CommonOptions {
  readonly store: boolean;
}

interface LoopReport {
  readonly repository: Repository;
  /** Undefined when there is nothing to analyse, or it cannot be known; `notAnalyzed` then says why. */
  readonly analysis: AnalysisReport | undefined;
  readonly notAnalyzed: string | undefined;
  readonly learned: LearnReport;
}

/** `hone run`: the whole loop, as far as this version of Hone has it. */
export async function run(options: RunOptions, context: Context, dir?: string): Promise<number> {
  const { cwd } = context.surroundings;
  const chosen = dir === undefined ? await createExampleRepository() : resolve(cwd, dir);
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
  const { analysis, notAnalyzed } = await analyzeHead(session, context);
  return { repository, analysis, notAnalyzed, learned: await learnFrom(session, context) };
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
  const { repository, analysis, notAnalyzed, learned } = report;
  return { repository, analysis: analysis && renderJson(analysis), notAnalyzed, learned, store: kept };
}

function renderLoop(report: LoopReport, kept: KeptStore | undefined, example: boolean, style: Style): string[] {
  const { repository, analysis, notAnalyzed, learned } = report;
  const branch = repository.branch === undefined ? 'detached HEAD' : printable(repository.branch);
  const head = repository.head?.slice(0, 10) ?? 'no commits yet';
  const place = joined([style.bold(printable(repository.name)), branch, head], style);
  const lines = ['', `${style.bold(style.cyan('hone'))}  ${place}`, style.dim(`      ${printable(repository.root)}`)];
  if (example) lines.push(style.dim('      an example made for this run; for your own: hone run DIR'));
  lines.push('', heading('Newest commit', style));
  if (analysis) lines.push(renderAnalysis(analysis, style));
  else lines.push(`Not analysed: ${printable(notAnalyzed ?? 'unknown')}`);
  lines.push('', heading('Learned', style), ...renderLearned(learned, style), '', storeLine(kept, style));
  return lines;
}
