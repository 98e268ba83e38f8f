import { describe, expect, it } from 'vitest';
import { UsageError } from '../../../src/base/errors.ts';
import { plannedRun, type RepairPlan, readPlan, readShare } from '../../../src/fix/shapes.ts';

const plan: RepairPlan = {
  version: 1,
  commit: 'a'.repeat(40),
  command: { text: 'node --test', framework: 'node', argv: ['node', '--test'], env: {}, cwd: '.', prelude: undefined },
  baseline: {
    framework: 'node',
    tests: 2,
    failing: [{ id: 'a::b', file: 'a', status: 'failed', message: undefined, errorClass: 'TypeError', stack: [] }],
    flaky: [],
    durationMs: 12,
  },
  run: {
    exitCode: 1,
    authenticated: true,
    tests: [
      { id: 'a::b', file: 'a', status: 'failed' },
      { id: 'a::c', file: 'a', status: 'passed' },
    ],
  },
  suspicions: [{ file: 'f', line: 1, score: 0.5, reasons: ['Ochiai 0.50'] }],
  guards: ['a::c'],
  testFiles: ['a'],
  testTimeoutMs: 1000,
  notes: [],
};

describe('what runners hand to each other', () => {
  it('comes back as it was', () => {
    const read = readPlan(JSON.parse(JSON.stringify(plan)));
    expect(JSON.stringify(read)).toBe(JSON.stringify(plan));
    expect(plannedRun(read).tests.map(({ id, status }) => `${id} ${status}`)).toEqual(['a::b failed', 'a::c passed']);
  });

  it.each([
    ['nothing', undefined],
    ['a number', 7],
    ['another version', { ...plan, version: 2 }],
    ['a short commit', { ...plan, commit: 'abc' }],
    ['a test without a status', { ...plan, run: { ...plan.run, tests: [{ id: 'x', file: 'y' }] } }],
  ])('is refused when it is %s', (_name, json) => {
    expect(() => readPlan(json)).toThrow(UsageError);
    expect(() => readShare(json)).toThrow(/no share of a repair/);
  });
});
