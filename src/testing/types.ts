import type { Sandbox } from '../sandbox/types.ts';

/** What running tests needs of a sandbox. */
export type Runner = Pick<Sandbox, 'root' | 'run' | 'spawn' | 'write' | 'read'>;

export type FrameworkName =
  | 'node'
  | 'vitest'
  | 'jest'
  | 'mocha'
  | 'tape'
  | 'ava'
  | 'pytest'
  | 'unittest'
  | 'go'
  | 'tap'
  | 'junit'
  | 'unknown';

/** A test command, understood. Paths are relative to the repository, `.` for its root. */
export interface TestCommand {
  /** As the user wrote it. */
  readonly text: string;
  readonly framework: FrameworkName;
  /** The command that starts the framework, without a shell; the user's own arguments included. */
  readonly argv: readonly string[];
  /** Assignments before the command. */
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  /** Shell text that has to succeed first (`npm run build`), or undefined. Only ever run inside a sandbox. */
  readonly prelude: string | undefined;
  /** What comes before fails here, for reasons of its own, and the tests can be run all the same. */
  readonly preludeMayFail?: boolean;
  /** The failing tests run the sources themselves: what comes before need not run again when these change. */
  readonly sourcesAreLoaded?: boolean;
  /** Parts of the command that nobody runs: they only look at the program, or are one test program too many. */
  readonly leftOut?: readonly string[];
  /** Where the framework leaves a JUnit XML file, when that is how results are read. */
  readonly junit?: string;
}

export type TestStatus = 'passed' | 'failed' | 'skipped' | 'error' | 'timed-out';

export interface StackFrame {
  /** Relative to the repository. */
  readonly file: string;
  readonly line: number;
  readonly function: string | undefined;
}

export interface TestResult {
  /** `file::suite > name[parameters]`, with `#2` after the second of that name: stable from run to run. */
  readonly id: string;
  /** Relative to the repository; empty when the framework does not say. */
  readonly file: string;
  /** Names of suites or classes and its own. */
  readonly name: readonly string[];
  readonly status: TestStatus;
  readonly durationMs: number | undefined;
  readonly message: string | undefined;
  /** Name of the thrown error's class. */
  readonly errorClass: string | undefined;
  /** Innermost call first; only calls inside the repository, dependencies left out. */
  readonly stack: readonly StackFrame[];
}

export type RunStatus = 'completed' | 'crashed' | 'timed-out' | 'no-tests' | 'no-such-command' | 'collection-error';

/** Lines that ran, by file relative to the repository; ascending, from 1. */
export type LineCoverage = ReadonlyMap<string, readonly number[]>;

export interface TestRun {
  readonly status: RunStatus;
  readonly exitCode: number;
  /** The report came to its end mark and every part of it was genuine. */
  readonly complete: boolean;
  /** Reports of this framework carry a mark that the tests do not know. */
  readonly authenticated: boolean;
  readonly tests: readonly TestResult[];
  /** By test id; only when asked for, and only for tests that ran. */
  readonly coverage: ReadonlyMap<string, LineCoverage>;
  /** Lines outside of functions, of files that were loaded; known for Python only, when coverage was asked for. */
  readonly loaded?: LineCoverage;
  /** The last of what was printed, the report left out. */
  readonly rawTail: string;
  readonly durationMs: number;
}

export function passing(run: TestRun): readonly TestResult[] {
  return run.tests.filter((test) => test.status === 'passed');
}

/** Tests that failed, were in error or never ended. */
export function failing(run: TestRun): readonly TestResult[] {
  return run.tests.filter((test) => test.status !== 'passed' && test.status !== 'skipped');
}
