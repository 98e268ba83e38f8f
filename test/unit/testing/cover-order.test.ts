import { expect, it } from 'vitest';
import { coverOrder, slowLast, warmUp, withinTime } from '../../../src/testing/cover-order.ts';
import type { TestRun, TestStatus } from '../../../src/testing/types.ts';

function runOf(tests: readonly (readonly [id: string, status: TestStatus])[]): TestRun {
  return {
    ...{ status: 'completed', exitCode: 1, complete: true, authenticated: true, rawTail: '', durationMs: 1 },
    coverage: new Map(),
    tests: tests.map(([id, status]) => ({
      ...{ id, status, file: id.slice(0, id.indexOf('::')), name: [], stack: [] },
      ...{ durationMs: 1, message: undefined, errorClass: undefined },
    })),
  };
}

it('puts failing tests first, then those of their files, then some of every other file', () => {
  const many = (file: string, count: number) =>
    Array.from({ length: count }, (_, at) => [`${file}::t${at}`, 'passed'] as const);
  const parts = coverOrder(runOf([...many('a', 20), ...many('b', 3), ['b::bad', 'failed'], ['b::off', 'skipped']]));
  const order = parts.flat();
  expect(parts[0]).toEqual(['b::bad']);
  expect(order.slice(1, 4).sort()).toEqual(['b::t0', 'b::t1', 'b::t2']);
  expect(order.slice(4, 12).map((id) => id.slice(0, 1))).toEqual(Array(8).fill('a'));
  expect(order.slice(4, 12)).toContain('a::t17');
  expect(new Set(order)).toEqual(
    new Set([...many('a', 20), ...many('b', 3)].map(([id]) => id as string).concat('b::bad')),
  );
});

it('does not spend the time on failing tests alone where many fail', () => {
  const bad = Array.from({ length: 90 }, (_, at) => [`a::bad${at}`, 'failed'] as const);
  const order = coverOrder(runOf([...bad, ['a::good', 'passed'], ['b::good', 'passed']])).flat();
  expect(order.slice(20, 22)).toEqual(['a::good', 'b::good']);
  expect(order).toHaveLength(92);
});

it('leaves subtests to the test around them', () => {
  const parts = coverOrder(
    runOf([
      ['a::x > y', 'failed'],
      ['a::x', 'failed'],
      ['a::x > z', 'passed'],
      ['a::xx', 'passed'],
    ]),
  );
  expect(parts).toEqual([['a::x'], ['a::xx']]);
});

it('begins with a test that passes in each file with failing ones', () => {
  const run = runOf([
    ['a::bad', 'failed'],
    ['a::good', 'passed'],
    ['a::other', 'passed'],
    ['b::good', 'passed'],
    ['c::bad', 'failed'],
  ]);
  expect(warmUp(run)).toEqual(['a::good']);
});

it('leaves out files of slow suites, those far from failing tests first', () => {
  const files = Array.from({ length: 40 }, (_, at) => `${at < 20 ? 'far' : 'near'}/${at}.js`);
  const run = runOf([['near/bad.js::t', 'failed'], ...files.map((file) => [`${file}::t`, 'passed'] as const)]);
  const kept = (durationMs: number) => withinTime({ ...run, durationMs }, 5000).tests.map(({ file }) => file);
  expect(kept(2000)).toHaveLength(41);
  const half = kept(5000);
  expect(half).toHaveLength(21);
  expect(half).toContain('near/bad.js');
  expect(kept(60_000)).toHaveLength(7);
  expect(kept(60_000)).toContain('near/20.js');
});

it('puts passing tests that take long last', () => {
  const run = runOf([
    ['a::bad', 'failed'],
    ['a::slow', 'passed'],
    ['a::good', 'passed'],
  ]);
  const timed = { ...run, tests: run.tests.map((test) => ({ ...test, durationMs: test.id === 'a::good' ? 5 : 900 })) };
  expect(slowLast(timed, ['a::bad', 'a::slow', 'a::good'])).toEqual(['a::bad', 'a::good', 'a::slow']);
  expect(warmUp(timed)).toEqual(['a::good']);
});
