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
  /** Ids of the two single candidates that a pair was made of. */
  readonly parents?: readonly string[];
}

/** What the tests said about a candidate; counts of tests. */
export interface Outcome {
  readonly failingNowPassing: number;
  readonly brokenPassing: number;
}

/** Mean probability in (0, 1) that a template is what repairs a bug in this context. */
export type TemplateWeight = (template: string, context: string) => number;
