import { canChoose, type RunTestsOptions, runTests } from './run.ts';
import { failing, type Runner, type TestCommand, type TestRun } from './types.ts';

export interface FlakyReport {
  /** Ids of tests that failed in the baseline and passed at least once, or the other way round. */
  readonly flaky: ReadonlySet<string>;
  readonly repeats: number;
}

/**
 * Runs the files of failing tests again. A test whose verdict is not the same every time is flaky: repairing the
 * program does not mend it. Runs that did not complete say nothing and are not counted.
 *
 * @param times how often to repeat, from 1
 */
export async function findFlaky(
  runner: Runner,
  command: TestCommand,
  baseline: TestRun,
  times: number,
  options: RunTestsOptions,
): Promise<FlakyReport> {
  const failed = failing(baseline);
  const files = [...new Set(failed.map((test) => test.file))].filter((file) => file !== '');
  const verdicts = new Map(baseline.tests.map((test) => [test.id, test.status]));
  const flaky = new Set<string>();
  let repeats = 0;
  const ids = failed.map(({ id }) => id);
  // Alone they are soon asked; with the tests around them only where that makes a difference.
  if (times === 1 && failed.length > 0 && canChoose(command, ids)) {
    const alone = await runTests(runner, command, { ...options, files, only: ids });
    const failing = alone.tests.filter(({ status }) => status !== 'passed');
    if (alone.status === 'completed' && failing.length === ids.length) return { flaky, repeats: 1 };
  }
  for (let time = 0; time < times && failed.length > 0; time += 1) {
    const chosen = files.length === 0 ? {} : { files };
    const again = await runTests(runner, command, { ...options, ...chosen });
    if (again.status !== 'completed') continue;
    repeats += 1;
    for (const test of again.tests) {
      const before = verdicts.get(test.id);
      if (before !== undefined && (before === 'passed') !== (test.status === 'passed')) flaky.add(test.id);
    }
  }
  return { flaky, repeats };
}
