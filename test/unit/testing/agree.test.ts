import { describe, expect, it } from 'vitest';
import { agree, isTestFile, type TestResult, type TestRun, type TestStatus } from '../../../src/testing/index.ts';

function test(id: string, status: TestStatus = 'passed'): TestResult {
  return { id, file: 'a', name: [id], status, durationMs: 1, message: undefined, errorClass: undefined, stack: [] };
}

function run(tests: TestResult[], more: Partial<TestRun> = {}): TestRun {
  const rest = { coverage: new Map(), rawTail: '', durationMs: 1, authenticated: true };
  return { status: 'completed', exitCode: 0, complete: true, tests, ...rest, ...more };
}

describe('a run is green only when everything agrees', () => {
  const baseline = run([test('a', 'failed'), test('b'), test('s', 'skipped')], { exitCode: 1 });
  const good = [test('a'), test('b'), test('s', 'skipped')];
  it('all well', () => expect(agree(baseline, run(good))).toEqual({ green: true, reasons: [] }));
  it.each<[string, TestRun, RegExp]>([
    ['exit status', run(good, { exitCode: 3 }), /status 3/],
    ['no end', run(good, { complete: false }), /no genuine end/],
    ['missing test', run(good.slice(1)), /1 expected tests are missing, the first a/],
    ['crash', run(good, { status: 'crashed' }), /crashed/],
    ['still failing', run([test('a', 'failed'), ...good.slice(1)]), /a failed/],
    ['newly skipped', run([test('a', 'skipped'), ...good.slice(1)]), /a is skipped and was not before/],
    ['other reporter', run(good, { authenticated: false }), /another way/],
    ['nothing ran', run([]), /no test ran/],
  ])('%s', (_, attempt, reason) => {
    const { green, reasons } = agree(baseline, attempt);
    expect(green).toBe(false);
    expect(reasons.join('\n')).toMatch(reason);
  });

  it('test files have to be the commit’s', () => {
    expect(agree(baseline, run(good), { changedTestFiles: ['t.js'] }).reasons).toEqual([
      "the test file t.js is not the commit's",
    ]);
  });

  it('parameters that are others in every run are no missing tests, unless one is missing', () => {
    const before = run([test('f[<object at 0x1>]'), test('f[18:20:25]'), test('g[1]')]);
    const renamed = [test('f[<object at 0x2>]'), test('f[18:21:07]')];
    expect(agree(before, run([...renamed, test('g[1]')])).green).toBe(true);
    expect(agree(before, run([test('f[18:21:07]'), test('g[1]')])).green).toBe(false);
    expect(agree(before, run([...renamed, test('f[1]')])).green).toBe(false);
    expect(agree(before, run([...renamed.slice(1), test('f[x]', 'failed'), test('g[1]')])).green).toBe(false);
  });

  it('a flaky test neither proves nor disproves', () => {
    const flaky = new Set(['b']);
    expect(
      agree(baseline, run([test('a'), test('b', 'failed'), test('s', 'skipped')], { exitCode: 1 }), { flaky }).green,
    ).toBe(true);
  });
});

it.each([
  'test_a.py',
  'pkg/a_test.py',
  'conftest.py',
  'a_test.go',
  'src/a.test.tsx',
  'test/helper.js',
  'x/__tests__/y.js',
  'a.snap',
])('%s is a test file', (path) => expect(isTestFile(path)).toBe(true));
it.each(['src/a.ts', 'testing.py', 'contest.js', 'latest/a.js'])('%s is none', (path) =>
  expect(isTestFile(path)).toBe(false),
);
