import { patchBetween } from '../git/index.ts';
import type { Confirmation } from './confirm.ts';
import type { Found } from './explore.ts';
import { patchFacts, scoreAttempt } from './score/index.ts';
import type { Attempt, Review } from './types.ts';

export interface Confirmed {
  readonly found: Found;
  readonly confirmation: Confirmation;
  readonly review: Review;
  readonly cluster: number | undefined;
}

/** Attempts with their patches and scores, in the order given. `originals`: the texts before, by path. */
export async function toAttempts(
  confirmed: readonly Confirmed[],
  originals: ReadonlyMap<string, string>,
): Promise<Attempt[]> {
  const green = confirmed.filter(({ confirmation }) => confirmation.green);
  const fastestMs = Math.min(...green.map(({ confirmation }) => confirmation.durationMs));
  return Promise.all(
    confirmed.map(async ({ found, confirmation, review, cluster }) => {
      const { candidate, texts } = found;
      const files = Object.entries(texts).map(([path, after]) => ({ path, before: originals.get(path) ?? '', after }));
      const { passed, total } = confirmation.tests;
      const score = scoreAttempt({
        ...{ passed, total },
        coverage: confirmation.coverage,
        findings: review.findings,
        patch: await patchFacts(files),
        durationMs: confirmation.durationMs,
        fastestMs: Number.isFinite(fastestMs) ? fastestMs : confirmation.durationMs,
      });
      return {
        id: candidate.id,
        strategy: candidate.template,
        context: candidate.context,
        file: candidate.file,
        line: candidate.line,
        function: candidate.function,
        prior: candidate.prior,
        rank: found.rank,
        patch: await patchBetween(files),
        texts,
        tests: confirmation.tests,
        green: confirmation.green,
        reasons: confirmation.reasons,
        durationMs: confirmation.durationMs,
        coverage: confirmation.coverage,
        review,
        // Its tests may pass and those of another test program of the command fail.
        score: confirmation.green ? score : { ...score, total: 0 },
        cluster,
      };
    }),
  );
}
