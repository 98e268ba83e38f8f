import { CannotRunError, UsageError } from '../base/errors.ts';
import { printable } from '../base/printable.ts';
import {
  failing as failingTests,
  fileOfWhole,
  findFlaky,
  type Runner,
  type RunTestsOptions,
  runTests,
  type TestCommand,
  type TestRun,
} from '../testing/index.ts';
import { lackingFiles } from './earlier.ts';
import type { Baseline, FailingTest } from './types.ts';

/** Milliseconds of a failing test that is repeated: what hung is not waited for as long again. */
const hangsAgainMs = 3000;

/** The tests as they are before anything is repaired. */
export interface Measured {
  readonly run: TestRun;
  readonly baseline: Baseline;
}

/**
 * Runs the tests as they are, and the failing ones once more: what then passes is flaky and is not chased.
 *
 * @throws UsageError when there is no such command
 * @throws CannotRunError when no test could be read
 */
export async function measure(
  runner: Runner,
  command: TestCommand,
  options: Pick<RunTestsOptions, 'timeoutMs' | 'idleMs' | 'testTimeoutMs' | 'signal' | 'onOutput'> & {
    /** Milliseconds that another run of the failing tests may take; where it would take longer there is none. */
    readonly repeatMs: number;
    /** Ids of failing tests that are to be left alone; asked at the same time. */
    readonly leftAlone: (run: TestRun) => Promise<ReadonlySet<string>>;
  },
): Promise<Measured> {
  const whole = await runTests(runner, command, options);
  const lacking = lackingFiles(whole);
  const run = without(whole, lacking);
  const said = printable(run.rawTail.trim().split('\n').slice(-5).join(' ')).slice(-300);
  if (run.status === 'no-such-command') {
    throw new UsageError(`test command "${printable(command.text)}": there is no such command here (${said})`);
  }
  const failed = failingTests(run);
  if (run.tests.length === 0 && !diedInside(command, run)) throw nothingRead(command, run);
  if (failed.length === 0 || run.status === 'timed-out' || !isQuick(run, options.repeatMs))
    return { run, baseline: leaving(baselineOf(command, whole, new Set()), lacking) };
  const again =
    options.testTimeoutMs === undefined ? {} : { testTimeoutMs: Math.min(hangsAgainMs, options.testTimeoutMs) };
  const [{ flaky }, before] = await Promise.all([
    findFlaky(runner, command, run, 1, { ...options, ...again, timeoutMs: 2 * run.durationMs + 2000 }),
    options.leftAlone(run),
  ]);
  const left = new Set([...before, ...lacking]);
  return { run: without(run, left), baseline: leaving(baselineOf(command, whole, flaky), left) };
}

function without(run: TestRun, ids: ReadonlySet<string>): TestRun {
  return ids.size === 0 ? run : { ...run, tests: run.tests.filter(({ id }) => !ids.has(id)) };
}

function leaving(baseline: Baseline, ids: ReadonlySet<string>): Baseline {
  if (ids.size === 0) return baseline;
  return { ...baseline, failing: baseline.failing.filter(({ id }) => !ids.has(id)), failedBefore: [...ids].sort() };
}

/** By the share of files that would run again. */
function isQuick(run: TestRun, repeatMs: number): boolean {
  const files = new Set(run.tests.map(({ file }) => file));
  const failed = new Set(failingTests(run).map(({ file }) => file));
  return run.durationMs * (failed.size / Math.max(1, files.size)) <= repeatMs;
}

const javascript = new Set(['node', 'vitest', 'jest', 'mocha', 'tape', 'tap', 'ava']);

/**
 * Files of JavaScript tests that ended before they could say anything: an endless loop that fills the memory looks like
 * this, and so does a program that does not load. Which tests there are may still be found out.
 */
export function diedInside({ framework }: TestCommand, { status, tests }: TestRun): boolean {
  if (!javascript.has(framework)) return false;
  const none = status === 'collection-error' || status === 'crashed' || status === 'timed-out';
  return tests.length === 0
    ? none
    : tests.some(({ id, status }) => fileOfWhole(id) !== undefined && status === 'error');
}

export function nothingRead({ text }: TestCommand, { status, exitCode, rawTail }: TestRun): CannotRunError {
  const said = printable(rawTail.trim().split('\n').slice(-5).join(' ')).slice(-300);
  return new CannotRunError(
    `the test command "${printable(text)}" reported no test that Hone can read (${status}, exit status ` +
      `${exitCode}${said === '' ? '' : `: ${said}`}); see docs/testing.md for what is understood`,
  );
}

export function baselineOf(command: TestCommand, run: TestRun, flaky: ReadonlySet<string>): Baseline {
  return {
    framework: command.framework,
    tests: run.tests.length,
    failing: failingTests(run)
      .filter(({ id }) => !flaky.has(id))
      .map(
        ({ id, file, status, message, errorClass, stack }): FailingTest => ({
          ...{ id, file, status, errorClass, stack },
          message: message?.slice(0, 2000),
        }),
      ),
    flaky: [...flaky].sort(),
    durationMs: run.durationMs,
  };
}
