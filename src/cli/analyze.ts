import { resolve } from 'node:path';
import { verdict } from '../actions/analyze-commit/verdict.ts';
import { type AnalysisReport, type AnalysisRequest, analyze, renderJson, renderTerminal } from '../analysis/index.ts';
import type { CommonOptions, Context } from './context.ts';
import { exitStatus } from './exit-status.ts';
import { recorded, type Session } from './session.ts';

export interface AnalyzeOptions extends CommonOptions {
  readonly repo: string;
  readonly commit?: string;
  readonly base?: string;
  readonly head?: string;
  readonly failOn: 'none' | 'low' | 'medium' | 'high' | 'critical';
  readonly store: boolean;
}

/** `hone analyze` */
export async function analyzeCommand(options: AnalyzeOptions, context: Context): Promise<number> {
  const dir = resolve(context.surroundings.cwd, options.repo);
  const { result: report } = await recorded(
    { command: 'analyze', dir, keep: options.store },
    context,
    async (session) => {
      const result = await analyzeIn(session, requestOf(options), context);
      return { result, negative: verdict(result, options.failOn) !== undefined };
    },
  );
  context.answer(renderJson(report), (style) => [renderTerminal(report, style)]);
  const failure = verdict(report, options.failOn);
  if (failure === undefined) return exitStatus.done;
  context.log.error(failure);
  return exitStatus.negativeVerdict;
}

export async function analyzeIn(session: Session, request: AnalysisRequest, context: Context): Promise<AnalysisReport> {
  const { repository, recorder, store } = session;
  const { clock, log, interruption } = context;
  // The analysts work in threads of their own and say nothing before they are done.
  const progress = log.progress('Analysing');
  const started = clock.now();
  const timer = setInterval(() => progress.update(Math.round((clock.now() - started) / 1000), undefined, 's'), 1000);
  try {
    return await analyze(request, { repository, events: store, recorder, clock, log, signal: interruption });
  } finally {
    clearInterval(timer);
    progress.end();
  }
}

function requestOf({ commit, base, head }: AnalyzeOptions): AnalysisRequest {
  if (base !== undefined) return { base, head: head ?? 'HEAD' };
  return { commit: commit ?? head ?? 'HEAD' };
}
