import { expect, it } from 'vitest';
import { withVerdicts } from '../../../src/fix/endless.ts';
import type { TestRun, TestStatus } from '../../../src/testing/index.ts';

it('takes over what became of tests, and of no errors that belong to none', () => {
  const run: TestRun = {
    ...{ status: 'timed-out', exitCode: 1, complete: false, authenticated: true, tests: [] },
    ...{ coverage: new Map(), rawTail: '', durationMs: 1 },
  };
  const verdicts = new Map<string, TestStatus>([
    ['a.test.js::one', 'passed'],
    ['a.test.js::two', 'timed-out'],
    ['', 'error'],
  ]);
  const told = withVerdicts(run, { verdicts }, 5).tests.map(({ id, status }) => [id, status]);
  expect(told).toEqual([
    ['a.test.js::one', 'passed'],
    ['a.test.js::two', 'timed-out'],
  ]);
});
