import { fileOfWhole, statusIn } from './messages.ts';
import type { TestResult, TestRun } from './types.ts';

/** Whether a run proves that the tests pass, and if not, why. */
export interface Agreement {
  readonly green: boolean;
  /** One sentence each; empty when green. */
  readonly reasons: readonly string[];
}

export interface AgreeOptions {
  /** Tests whose verdict changes by itself, or tells nothing: that they passed is neither asked nor held against a run. */
  readonly flaky?: ReadonlySet<string>;
  /** Files of tests that are no longer the commit's bytes. */
  readonly changedTestFiles?: readonly string[];
}

/**
 * A run is green only if everything that is known about it says so: the exit status, a complete report, and each test of
 * the baseline, present and passed. New tests that fail are no reason: they make the exit status fail.
 */
export function agree(baseline: TestRun, run: TestRun, options: AgreeOptions = {}): Agreement {
  const { flaky = new Set<string>(), changedTestFiles = [] } = options;
  const reasons: string[] = [];
  const byId = new Map(run.tests.map((test) => [test.id, test]));
  const flakyFailed = run.tests.some((test) => flaky.has(test.id) && isFailure(test));
  if (run.exitCode !== 0 && !flakyFailed) reasons.push(`the test command ended with status ${run.exitCode}`);
  if (run.status !== 'completed' && !(run.status === 'collection-error' && unloadedAsKnown(run, flaky)))
    reasons.push(`the run did not complete: ${run.status}`);
  if (!run.complete) reasons.push('the report has no genuine end');
  if (run.authenticated !== baseline.authenticated) reasons.push('the report came another way than the baseline');
  const expected = baseline.tests.filter((test) => !flaky.has(test.id));
  const renamed = renamings(baseline, run);
  const missing = expected.filter(({ id }) => !byId.has(id) && statusIn(run.tests, id) === undefined && !renamed(id));
  if (missing.length > 0) reasons.push(`${missing.length} expected tests are missing, the first ${missing[0]?.id}`);
  const wasSkipped = new Set(expected.filter((test) => test.status === 'skipped').map((test) => test.id));
  for (const test of run.tests) {
    if (flaky.has(test.id) || test.status === 'passed') continue;
    if (test.status !== 'skipped') reasons.push(`${test.id} ${test.status}`);
    else if (!wasSkipped.has(test.id)) reasons.push(`${test.id} is skipped and was not before`);
  }
  if (byId.size === 0) reasons.push('no test ran');
  for (const file of changedTestFiles) reasons.push(`the test file ${file} is not the commit's`);
  return { green: reasons.length === 0, reasons };
}

/** Files that do not load are such of which nothing is asked. */
function unloadedAsKnown({ tests }: TestRun, known: ReadonlySet<string>): boolean {
  const unloaded = tests.filter(({ id }) => fileOfWhole(id) !== undefined);
  return unloaded.length > 0 && unloaded.every(({ id }) => known.has(id));
}

/**
 * Parameters of tests may stand in their names and be others in every run: the time, the address of an object. Tells of a
 * missing test whether its function has as many tests as before, of which all are there under one name or another.
 */
function renamings(baseline: TestRun, run: TestRun): (id: string) => boolean {
  const functionOf = (id: string): string => id.replace(/\[.*$/s, '');
  const count = ({ tests }: TestRun): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const { id } of tests) counts.set(functionOf(id), (counts.get(functionOf(id)) ?? 0) + 1);
    return counts;
  };
  const [before, after] = [count(baseline), count(run)];
  return (id) => id.includes('[') && before.get(functionOf(id)) === after.get(functionOf(id));
}

function isFailure({ status }: TestResult): boolean {
  return status !== 'passed' && status !== 'skipped';
}

/**
 * Files that are read by the tests and not by the program, of those given: what a repair must leave as it is.
 * By the names that the frameworks look for, plus the files in which tests were found.
 */
export function testFiles(files: readonly string[], run: TestRun): string[] {
  const found = new Set(run.tests.map((test) => test.file));
  return files.filter((file) => found.has(file) || isTestFile(file));
}

/** True for files that by their name or folder belong to tests, fixtures and snapshots included. */
export function isTestFile(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (/^(?:test_.*|.*_tests?|conftest)\.py$/.test(name) || /_test\.go$/.test(name)) return true;
  if (/[.\-_](?:test|spec)\.[cm]?[jt]sx?$/.test(name) || /^test(?:-.+)?\.[cm]?js$/.test(name) || name.endsWith('.snap'))
    return true;
  return /(?:^|\/)(?:tests?|__tests__|specs?|__snapshots__|__mocks__)\//.test(path);
}
