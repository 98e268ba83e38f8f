import type { Replacement } from '../schemata/splice.ts';
import type { TestStatus } from '../types.ts';

/** A candidate to try: what it changes, by file relative to the repository. Edits are against the originals. */
export interface Trial {
  readonly id: string;
  readonly edits: Readonly<Record<string, readonly Replacement[]>>;
}

export interface TrialResult {
  readonly id: string;
  /** `loop`: in a warm process, a filter and no proof; `fresh`: in a process of its own. */
  readonly how: 'loop' | 'fresh';
  /** Of the tests that ran; guards run only when every failing test passed, and up to the first that does not. */
  readonly verdicts: ReadonlyMap<string, TestStatus>;
  /** Of the first test that did not pass; `SyntaxError` when the candidate does not load. */
  readonly errorClass: string | undefined;
  readonly message: string | undefined;
  /** All failing tests and all guards passed. */
  readonly plausible: boolean;
  /** In the worker, the tests' own time included. */
  readonly ms: number;
}

export interface TrialPlan {
  /** Texts of the files that trials change. */
  readonly originals: Readonly<Record<string, string>>;
  /** Ids of tests to turn green. */
  readonly failing: readonly string[];
  /** Ids of passing tests that have to stay green; the likeliest to break first. */
  readonly guards: readonly string[];
  /** Files that hold these tests, relative to the repository. */
  readonly testFiles: readonly string[];
  /** Of one test, milliseconds. */
  readonly testTimeoutMs: number;
  /** Of one candidate, milliseconds. */
  readonly trialTimeoutMs: number;
  readonly signal?: AbortSignal;
  /**
   * Leave out candidates that a warm process cannot switch to: they have no result, and cost a process each if tried.
   * Without any warm process everything is tried.
   */
  readonly warmOnly?: boolean;
  /** Said once: why candidates cannot be tried in a warm process. */
  readonly onFallback?: (reason: string) => void;
}

/** The text of a file with a trial's edits in place. */
export function apply(original: string, edits: readonly Replacement[]): string {
  let text = original;
  for (const { start, end, text: inserted } of [...edits].sort((a, b) => b.start - a.start || b.end - a.end)) {
    text = text.slice(0, start) + inserted + text.slice(end);
  }
  return text;
}

export function variantTexts(trial: Trial, originals: Readonly<Record<string, string>>): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [file, edits] of Object.entries(trial.edits)) {
    const original = originals[file];
    if (original === undefined) throw new Error(`trial ${trial.id} changes ${file}, whose original was not given`);
    texts[file] = apply(original, edits);
  }
  return texts;
}
