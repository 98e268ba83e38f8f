import type { ReviewFinding, Score } from '../types.ts';
import type { PatchFacts } from './patch.ts';

export { type PatchFacts, patchFacts } from './patch.ts';

export interface ScoreInput {
  /** Counts of tests. */
  readonly passed: number;
  readonly total: number;
  /** Share in [0, 1] of the lines of the changed files that the tests execute; undefined when unknown. */
  readonly coverage: number | undefined;
  readonly findings: readonly ReviewFinding[];
  readonly patch: PatchFacts;
  /** Of the suite with the patch, and the shortest of all attempts and the baseline. */
  readonly durationMs: number;
  readonly fastestMs: number;
}

const shares = { coverage: 0.4, tests: 0.3, quality: 0.2, speed: 0.1 } as const;

/** Share of the quality that a finding takes. */
const cost: Readonly<Record<ReviewFinding['severity'], number>> = { low: 0.05, medium: 0.2, high: 0.5, critical: 0.9 };

/** Decisions, and lines over the two of the smallest change, that halve the quality. */
const halvingDecisions = 20;
const halvingLines = 60;
const smallestChange = 2;

/**
 * What an attempt is worth. All tests passing is a gate: below it the total is 0, whatever the rest. Behind it coverage
 * counts 40 %, tests 30 %, quality 20 % and speed 10 %; of unknown coverage the others take the share, in proportion.
 */
export function scoreAttempt(input: ScoreInput): Score {
  const tests = input.total > 0 ? unit(input.passed / input.total) : 0;
  const coverage = input.coverage === undefined ? undefined : unit(input.coverage);
  const quality = qualityOf(input);
  const speed = input.durationMs > 0 ? unit(input.fastestMs / input.durationMs) : 1;
  const known = shares.tests * tests + shares.quality * quality + shares.speed * speed;
  const sum = coverage === undefined ? known / (1 - shares.coverage) : known + shares.coverage * coverage;
  return { total: tests < 1 ? 0 : Math.min(100, 100 * sum), coverage, tests, quality, speed };
}

/** What has to be said beside a score; undefined when it speaks for itself. */
export function scoreNote({ coverage, tests }: Score): string | undefined {
  if (tests < 1) return 'not all tests pass, so nothing else counts';
  if (coverage === undefined) return 'coverage is unknown: its 40 % are shared among tests, quality and speed';
  return undefined;
}

function qualityOf({ findings, patch }: ScoreInput): number {
  const reviewed = findings.reduce((left, { severity }) => left * (1 - cost[severity]), 1);
  const decisions = Math.max(0, patch.complexityDelta);
  const lines = Math.max(0, patch.added + patch.removed - smallestChange);
  return (reviewed / (1 + decisions / halvingDecisions)) * (1 / (1 + lines / halvingLines));
}

function unit(share: number): number {
  return Math.min(1, Math.max(0, share));
}
