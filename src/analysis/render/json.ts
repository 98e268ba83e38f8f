import type { JsonObject } from '../../base/json.ts';
import type { AnalysisReport } from '../report.ts';

/** The report as the one document of `hone analyze --json`. */
export function renderJson({ commit, base, impact, ...rest }: AnalysisReport): JsonObject {
  return JSON.parse(
    JSON.stringify({
      commit: commit.sha,
      base: base ?? null,
      subject: commit.subject,
      author: commit.author,
      ...rest,
      impact: impact ?? null,
    }),
  );
}
