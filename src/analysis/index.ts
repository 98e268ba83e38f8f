import type { AnalysisDeps, AnalysisRequest } from './analyze.ts';
import type { AnalysisReport } from './report.ts';

export type { AnalysisDeps, AnalysisRequest } from './analyze.ts';
export type { Limits } from './isolation.ts';
export { renderJson } from './render/json.ts';
export { renderMarkdown } from './render/markdown.ts';
export { renderTerminal } from './render/terminal.ts';
export type * from './report.ts';
export { impactLevels, severities } from './report.ts';

/** See analyze.ts; loaded on demand, because a worker thread enters through this file too and does not need it. */
export async function analyze(request: AnalysisRequest, deps: AnalysisDeps): Promise<AnalysisReport> {
  return (await import('./analyze.ts')).analyze(request, deps);
}

/** Entry of an analyst's worker thread. */
export async function serveAnalyst(): Promise<void> {
  return (await import('./worker.ts')).serveAnalyst();
}
