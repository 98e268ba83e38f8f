import type { Isolation } from '../sandbox/types.ts';
import type { FrameworkName, StackFrame, TestStatus } from '../testing/types.ts';

/** A replacement in the original text of a file; UTF-16 offsets, `end` not included. */
export interface Edit {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** How suspicious a line is; `score` in [0, 1]. */
export interface Suspicion {
  readonly file: string;
  readonly line: number;
  readonly score: number;
  readonly reasons: readonly string[];
}

/** One possible repair. Its edits never overlap and are in the order of the text within a file. */
export interface Candidate {
  readonly id: string;
  /** Stable name of the template; `+` joins the two of a pair. */
  readonly template: string;
  readonly edits: readonly Edit[];
  readonly file: string;
  /** Line of the first edit, from 1. */
  readonly line: number;
  /** Qualified name of the innermost named function around the first edit. */
  readonly function: string | undefined;
  /** `language/node/parent/operator/block`: what the learned weight is conditioned on, the most general part first. */
  readonly context: string;
  /** Product of suspiciousness, weight and naturalness, in [0, 1]: the larger, the earlier it was tried. */
  readonly prior: number;
  /** What of the prior is due to what other repairs taught, as a factor; absent: nothing. */
  readonly learned?: number;
  /** Ids of the two single candidates that a pair was made of. */
  readonly parents?: readonly string[];
}

/** What the tests said about a candidate; counts of tests. */
export interface Outcome {
  readonly failingNowPassing: number;
  readonly brokenPassing: number;
  /** Every failing test passes and none is broken: a pair with it would say nothing new. */
  readonly plausible?: boolean;
}

/** How likely a template is what repairs a bug in this context, and with an edit of this shape; above 0, near a probability. */
export type TemplateWeight = (template: string, context: string, shape?: string) => number;

/** A failing test to turn green, as the baseline saw it. */
export interface FailingTest {
  readonly id: string;
  readonly file: string;
  readonly status: TestStatus;
  readonly message: string | undefined;
  readonly errorClass: string | undefined;
  /** Innermost call first, inside the repository. */
  readonly stack: readonly StackFrame[];
}

export interface Baseline {
  readonly framework: FrameworkName;
  readonly tests: number;
  readonly failing: readonly FailingTest[];
  /** Ids of tests whose verdict changes by itself; they are not chased. */
  readonly flaky: readonly string[];
  /** Ids of tests that fail in the commit before as well, or read files that are not here; they are left alone. */
  readonly failedBefore?: readonly string[];
  /** Ids of tests that a repair of the failing ones leaves failing: they do not run what it changes. */
  readonly left?: readonly string[] | undefined;
  readonly durationMs: number;
}

/** How a candidate is worth, each in [0, 1], and `total` in [0, 100]. */
export interface Score {
  readonly total: number;
  /** Share of the lines of the changed files that the tests execute; undefined when no framework tells. */
  readonly coverage: number | undefined;
  /** Share of the tests that pass; below 1 nothing else counts. */
  readonly tests: number;
  readonly quality: number;
  readonly speed: number;
}

export interface ReviewFinding {
  readonly rule: string;
  readonly severity: 'low' | 'medium' | 'high' | 'critical';
  readonly category: 'overfitting' | 'security' | 'bug' | 'performance' | 'style';
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** `reject`: not to be proposed; what was found is the feedback for one more try. */
export interface Review {
  readonly verdict: 'accept' | 'reject';
  readonly findings: readonly ReviewFinding[];
}

/** A candidate that passed the inner loop, and what its own sandbox and the full suite said. */
export interface Attempt {
  readonly id: string;
  /** Name of the template: the strategy. */
  readonly strategy: string;
  readonly context: string;
  readonly file: string;
  readonly line: number;
  readonly function: string | undefined;
  readonly prior: number;
  /** Candidates that were tried up to it. */
  readonly rank: number;
  /** Unified diff for `git apply`. */
  readonly patch: string;
  /** Texts of the changed files with the candidate in place, by path. */
  readonly texts: Readonly<Record<string, string>>;
  readonly tests: { readonly passed: number; readonly total: number };
  readonly green: boolean;
  /** Why it is not green; empty when it is. */
  readonly reasons: readonly string[];
  readonly durationMs: number;
  readonly coverage: number | undefined;
  readonly review: Review;
  readonly score: Score;
  /** Number of its behavioural cluster, from 0 for the largest; undefined when it was not compared. */
  readonly cluster: number | undefined;
}

export interface Consensus {
  /** Share in [0, 1] of the green attempts, weighted by their priors, in the winner's cluster; undefined without any. */
  readonly agreement: number | undefined;
  /** `single`: only one candidate was plausible. `text`: behaviour could not be compared. */
  readonly method: 'behaviour' | 'text' | 'single' | 'none';
  /** Generated and observed inputs on which candidates were compared. */
  readonly inputs: number;
  readonly clusters: number;
  /** Largest share of equal normalised patches: shown, it does not decide. */
  readonly textAgreement: number | undefined;
}

/** What failed and what may help next time. */
export interface Lesson {
  readonly errorClass: ErrorClass;
  readonly file: string;
  readonly function: string | undefined;
  /** Normalised first line of the message, numbers and texts replaced. */
  readonly signature: string;
  /** Templates that were tried without success, the most tried first. */
  readonly avoid: readonly string[];
  readonly suggestion: string;
  readonly occurrences: number;
}

export type ErrorClass =
  | 'assertion'
  | 'type'
  | 'syntax'
  | 'import'
  | 'name'
  | 'value'
  | 'timeout'
  | 'memory'
  | 'network'
  | 'filesystem'
  | 'crash'
  | 'other';

export type FixStatus = 'fixed' | 'review' | 'unfixed' | 'nothing-to-fix';

export interface FixRequest {
  readonly testCommand: string;
  /** Attempts that get a sandbox of their own, from 1. */
  readonly candidates: number;
  /** Milliseconds for everything. */
  readonly timeLimitMs: number;
  readonly isolation: Isolation;
  /** Same seed, same order of candidates. */
  readonly seed: number;
  /** Use what earlier repairs taught: template weights and lessons. */
  readonly learned: boolean;
  /** `random`: the arm that ranking is compared with. */
  readonly order: 'ranked' | 'random';
  /** Least share in [0, 1] of the changed files' lines that the tests execute; undefined: any. */
  readonly minCoverage?: number;
}

export interface FixReport {
  readonly status: FixStatus;
  /** One sentence: what came of it and why. */
  readonly reason: string;
  readonly commit: string;
  /** Files with uncommitted changes, which were repaired as they are. */
  readonly uncommitted: number;
  readonly testCommand: string;
  readonly isolation: Isolation;
  readonly baseline: Baseline;
  /** The most suspicious lines, at most 20. */
  readonly suspicions: readonly Suspicion[];
  readonly winner: Attempt | undefined;
  /** All attempts, the winner first. */
  readonly candidates: readonly Attempt[];
  readonly consensus: Consensus;
  /** Failures like these, from earlier runs and this one, the most relevant first; at most ten. */
  readonly lessons: readonly Lesson[];
  /** Candidates whose tests were run. */
  readonly tried: number;
  readonly plausible: number;
  readonly durationMs: number;
  readonly notes: readonly string[];
}

/** Where a repair stands, for whoever shows it. */
export interface FixProgress {
  readonly stage: 'testing' | 'localising' | 'searching' | 'attempting' | 'comparing' | 'done';
  readonly tried: number;
  readonly plausible: number;
  /** The template and place of the best candidate so far. */
  readonly best: string | undefined;
}
