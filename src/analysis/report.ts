import type { Commit } from '../git/types.ts';

export const analystNames = ['code-critic', 'test-writer', 'doc-writer', 'impact-analyst'] as const;
export type AnalystName = (typeof analystNames)[number];

export const severities = ['info', 'low', 'medium', 'high', 'critical'] as const;
export type Severity = (typeof severities)[number];

export const impactLevels = ['none', 'low', 'medium', 'high', 'critical'] as const;
export type ImpactLevel = (typeof impactLevels)[number];

export type FindingCategory = 'security' | 'bug' | 'performance' | 'practice' | 'api' | 'database' | 'user';
export type Confidence = 'low' | 'medium' | 'high';

export interface Finding {
  /** Stable fingerprint: the same problem keeps its id when lines move or the commit is amended. */
  readonly id: string;
  readonly rule: string;
  /** Who reported it; two or more after convergence means high confidence. */
  readonly analysts: readonly AnalystName[];
  readonly category: FindingCategory;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly file: string;
  /** Lines of the new file, from 1, inclusive. */
  readonly startLine: number;
  readonly endLine: number;
  readonly message: string;
}

export interface ImpactChange {
  readonly kind: string;
  readonly subject: string;
  readonly breaking: boolean;
  readonly rule: string;
  readonly file: string;
  readonly line: number;
}

export interface ImpactCategory {
  readonly level: ImpactLevel;
  readonly reasons: readonly string[];
  readonly changes: readonly ImpactChange[];
}

export interface Impact {
  readonly overall: ImpactLevel;
  readonly approvalRequired: boolean;
  readonly categories: {
    readonly api: ImpactCategory;
    readonly database: ImpactCategory;
    readonly performance: ImpactCategory;
    readonly user: ImpactCategory;
  };
  readonly blastRadius: {
    /** Files that reach a changed file through imports; the changed files themselves are not counted. */
    readonly files: readonly string[];
    readonly endpoints: readonly string[];
    /** Known only where a traffic source is configured. */
    readonly users: number | 'unknown';
  };
  readonly recommendations: readonly string[];
}

export type AnalystStatus = 'done' | 'failed' | 'timed-out' | 'not-run';

export interface AnalystOutcome {
  readonly name: AnalystName;
  readonly status: AnalystStatus;
  readonly durationMs: number;
  /** Why it failed or was not run. */
  readonly reason?: string;
}

/** A thing to do, proposed once: the fingerprint is the finding's. */
export interface Task {
  readonly id: string;
  readonly title: string;
  readonly file: string;
  readonly line: number;
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** An earlier run put it on the list; it is not put there again. */
  readonly proposedBefore: boolean;
}

/** A test that an analyst wrote; one that was not run and did not pass is not here. */
export interface ProposedTest {
  readonly target: string;
  readonly file: string;
  readonly status: 'passed';
  readonly patch: string;
}

export interface ProposedDoc {
  readonly kind: string;
  readonly file: string;
  readonly line: number;
  readonly patch: string;
}

/** How likely this commit is to need a repair, from this repository's own history. */
export type Risk =
  | { readonly abstained: false; readonly probability: number; readonly baseRate: number }
  | { readonly abstained: true; readonly probability: null; readonly baseRate: null; readonly reason: string };

export interface AnalysisReport {
  readonly commit: Commit;
  /** Base of the comparison; undefined for a root commit. */
  readonly base: string | undefined;
  readonly files: { readonly changed: number; readonly insertions: number; readonly deletions: number };
  readonly analysts: readonly AnalystOutcome[];
  readonly findings: readonly Finding[];
  /** Undefined when the impact analyst did not finish: unknown, which is not "none". */
  readonly impact: Impact | undefined;
  /** Empty also when the test writer did not run: see `analysts`. */
  readonly tests: readonly ProposedTest[];
  /** Empty also when the doc writer did not run: see `analysts`. */
  readonly docs: readonly ProposedDoc[];
  readonly risk: Risk;
  /** Ids of critical findings: one analyst alone raises the alarm. */
  readonly alerts: readonly string[];
  readonly tasks: readonly Task[];
  /** Findings that need a person: analysts contradict each other. */
  readonly humanReview: readonly string[];
  /** What was clipped, skipped or could not be read, one sentence each. */
  readonly notes: readonly string[];
  readonly durationMs: number;
}
