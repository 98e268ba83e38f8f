import type { Baseline } from '../stats/baseline.ts';
import type { Rate } from '../stats/rate.ts';

export const insightSeverities = ['high', 'medium', 'low'] as const;
export type InsightSeverity = (typeof insightSeverities)[number];

/** Something the facts say that one can act on. */
export interface Insight {
  /** The same insight about the same thing keeps its id. */
  readonly id: string;
  readonly severity: InsightSeverity;
  readonly message: string;
  readonly action: string;
  /** How many facts it rests on. */
  readonly evidence: number;
  /** It did not hold when learning last ended. */
  readonly fresh: boolean;
}

/** A question that the facts are too few to answer. */
export interface Abstention {
  readonly question: string;
  readonly have: number;
  readonly need: number;
}

export interface OperationStatistics {
  /** `run` or `analyst`, and its name. */
  readonly kind: 'run' | 'analyst';
  readonly name: string;
  readonly total: number;
  /** Undefined while nothing finished. A run with a negative verdict did its work, an interrupted one is not counted. */
  readonly success: Rate | undefined;
  /** Milliseconds. */
  readonly duration: Baseline | undefined;
}

export interface FailureStatistics {
  readonly cause: string;
  readonly count: number;
  /** Milliseconds since the epoch. */
  readonly lastAt: number;
  readonly example: string;
}

export interface RuleStatistics {
  readonly rule: string;
  readonly category: string;
  readonly findings: number;
}

/** `gone`: its file is no longer there. `open`: nothing says that it was dealt with. */
export type TaskState = 'open' | 'gone';

export interface LearnedTask {
  readonly id: string;
  readonly title: string;
  readonly file: string;
  readonly line: number;
  readonly severity: string;
  readonly state: TaskState;
  /** Milliseconds since the epoch. */
  readonly proposedAt: number;
}

/** A measure of the history, and how it changed since an earlier measurement. */
export interface Trend {
  readonly measure: string;
  readonly now: number;
  readonly before: number;
  /** Milliseconds since the epoch. */
  readonly since: number;
  readonly unit: 'count' | 'share';
}

export interface LearnReport {
  /** Milliseconds since the epoch when learning last ended; undefined the first time. */
  readonly previousAt: number | undefined;
  readonly runs: { readonly total: number; readonly interrupted: number; readonly averageAttempts: number | undefined };
  readonly operations: readonly OperationStatistics[];
  readonly failures: readonly FailureStatistics[];
  readonly findings: {
    readonly total: number;
    readonly sincePrevious: number;
    readonly byRule: readonly RuleStatistics[];
  };
  readonly tasks: readonly LearnedTask[];
  readonly trends: readonly Trend[];
  readonly insights: readonly Insight[];
  /** Ids of insights that held before and hold no more. */
  readonly resolved: readonly string[];
  readonly abstentions: readonly Abstention[];
  readonly durationMs: number;
}
