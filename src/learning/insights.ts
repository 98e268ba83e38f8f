import { duration, percent } from '../render/layout.ts';
import { baselineOf } from '../stats/baseline.ts';
import type { Rate } from '../stats/rate.ts';
import type { Sample } from './projections/samples.ts';
import type { Abstention, Insight } from './report.ts';

/** When a fact becomes an insight, and how many facts it takes to say anything. */
export const thresholds = {
  successRate: 0.8,
  runsForRate: 10,
  averageAttempts: 2,
  runsForAttempts: 5,
  /** Seen more often than this. */
  repeated: 3,
  slowMs: 1000,
  runsForSlow: 5,
  /** Of the newest runs the median is held against the p95 (p99) of those before. */
  recentRuns: 5,
  runsForBaseline: 20,
  conflictShare: 0.2,
  mergesForShare: 10,
} as const;

/** What one rule says about one thing: an insight, or that it cannot say, or nothing (all is well). */
export type Verdict = Omit<Insight, 'fresh'> | Abstention | undefined;

export function lowSuccess(name: string, rate: Rate | undefined): Verdict {
  const have = rate?.total ?? 0;
  if (!rate || have < thresholds.runsForRate) {
    return { question: `success rate of ${name}`, have, need: thresholds.runsForRate };
  }
  if (rate.value >= thresholds.successRate) return undefined;
  return {
    id: `low-success:${name}`,
    severity: 'high',
    message: `${name} succeeds in ${percent(rate.value)} of runs (95% interval ${percent(rate.low)} to ${percent(rate.high)})`,
    action: 'Look at the failures below, the most frequent cause first.',
    evidence: rate.total,
  };
}

export function manyAttempts(averageAttempts: number | undefined, runs: number): Verdict {
  if (averageAttempts === undefined || runs < thresholds.runsForAttempts) {
    return { question: 'attempts a run takes', have: runs, need: thresholds.runsForAttempts };
  }
  if (averageAttempts <= thresholds.averageAttempts) return undefined;
  return {
    id: 'many-attempts',
    severity: 'medium',
    message: `runs take ${averageAttempts.toFixed(1)} attempts on average`,
    action:
      'Find out what makes people start runs again; a run that fails by chance hides those that fail for a reason.',
    evidence: runs,
  };
}

export function repeatedFailure(cause: string, count: number, example: string): Verdict {
  if (count <= thresholds.repeated) return undefined;
  return {
    id: `repeated-failure:${cause}`,
    severity: 'medium',
    message: `runs failed ${count} times for the same kind of reason: ${cause}`,
    action: `Remove the cause. The newest said: ${example}`,
    evidence: count,
  };
}

export function repeatedFinding(rule: string, count: number): Verdict {
  if (count <= thresholds.repeated) return undefined;
  return {
    id: `repeated-finding:${rule}`,
    severity: 'medium',
    message: `new code brought in ${rule} ${count} times`,
    action: 'Agree on how to do without it, or let a linter hold it.',
    evidence: count,
  };
}

export function slow(name: string, durations: readonly Sample[]): Verdict {
  if (durations.length < thresholds.runsForSlow) return undefined;
  const mean = baselineOf(durations.map(([, ms]) => ms))?.mean ?? 0;
  if (mean <= thresholds.slowMs) return undefined;
  return {
    id: `slow:${name}`,
    severity: 'low',
    message: `${name} takes ${duration(mean)} on average`,
    action: 'See whether large or generated files take its time.',
    evidence: durations.length,
  };
}

/**
 * Slower than it used to be: the median of the newest runs lies above the p95 of all before them. Without any change
 * that happens about once in 900 times (three of five independent values above the 95th percentile: 0.0012).
 */
export function degraded(name: string, durations: readonly Sample[]): Verdict {
  const { recentRuns, runsForBaseline } = thresholds;
  const before = baselineOf(durations.slice(0, -recentRuns).map(([, ms]) => ms));
  const recent = baselineOf(durations.slice(-recentRuns).map(([, ms]) => ms));
  if (!before || !recent || before.n < runsForBaseline) {
    return {
      question: `speed of ${name} against its baseline`,
      have: durations.length,
      need: runsForBaseline + recentRuns,
    };
  }
  if (recent.p50 <= before.p95) return undefined;
  const severe = recent.p50 > Math.max(before.p99, 2 * before.p50);
  return {
    id: `degraded:${name}`,
    severity: severe ? 'high' : 'medium',
    message: `${name} became slower: ${duration(recent.p50)} in the last ${recentRuns} runs, ${duration(before.p50)} before (p95 ${duration(before.p95)})`,
    action: 'Compare what changed since: the size of commits, the machine, the version of Hone.',
    evidence: durations.length,
  };
}

export function manyConflicts(conflicted: number, merges: number): Verdict {
  if (merges < thresholds.mergesForShare) return undefined;
  const share = conflicted / merges;
  if (share <= thresholds.conflictShare) return undefined;
  return {
    id: 'many-conflicts',
    severity: 'medium',
    message: `${conflicted} of ${merges} merges (${percent(share)}) had conflicts to resolve`,
    action: 'Merge smaller branches sooner, and split the files that are in every conflict.',
    evidence: merges,
  };
}

export function staleBranches(stale: number, branches: number): Verdict {
  // Where nothing moves at all there is nothing to tidy up.
  if (stale === 0 || stale === branches) return undefined;
  return {
    id: 'stale-branches',
    severity: 'low',
    message: `${stale} of ${branches} branches ${stale === 1 ? 'is' : 'are'} stale`,
    action: 'Merge them or delete them.',
    evidence: branches,
  };
}
