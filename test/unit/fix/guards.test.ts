import { describe, expect, it } from 'vitest';
import { baselineOf } from '../../../src/fix/baseline.ts';
import { chooseGuards } from '../../../src/fix/guards.ts';
import type { LineCoverage, TestResult, TestRun } from '../../../src/testing/index.ts';

function result(id: string, status: TestResult['status'], durationMs = 1): TestResult {
  const file = id.slice(0, id.indexOf('::'));
  return { id, file, name: [], status, durationMs, message: undefined, errorClass: undefined, stack: [] };
}

function guards(
  tests: readonly TestResult[],
  covered: Record<string, readonly number[]>,
  flaky: readonly string[] = [],
) {
  const run = { tests } as TestRun;
  const command = { framework: 'pytest', text: 'pytest' } as Parameters<typeof baselineOf>[0];
  const coverage = new Map<string, LineCoverage>(
    Object.entries(covered).map(([id, lines]) => [id, new Map([['src/a.py', lines]])]),
  );
  const suspicions = [{ file: 'src/a.py', line: 3, score: 1, reasons: [] }];
  return chooseGuards({ run, baseline: baselineOf(command, run, new Set(flaky)) }, coverage, suspicions);
}

describe('tests that guard a repair while it is searched', () => {
  const failing = result('t/a.py::bad', 'failed');

  it('are the passing ones beside the failing ones, and those elsewhere that run suspicious lines', () => {
    const tests = [
      failing,
      result('t/a.py::x', 'passed'),
      result('t/b.py::y', 'passed'),
      result('t/c.py::z', 'passed'),
    ];
    const { ids, files } = guards(tests, { 't/b.py::y': [3], 't/c.py::z': [9] });
    expect(ids).toEqual(['t/b.py::y', 't/a.py::x']);
    expect(files).toEqual(['t/b.py', 't/a.py']);
  });

  it('take no more than their share of a candidate, those first that run what is suspicious', () => {
    const slow = Array.from({ length: 9 }, (_, at) => result(`t/a.py::slow${at}`, 'passed', 700));
    const near = result('t/a.py::near', 'passed', 700);
    const { ids } = guards([failing, ...slow, near], { [near.id]: [3] });
    expect(ids).toHaveLength(2);
    expect(ids[0]).toBe(near.id);
    expect(
      guards([failing, ...Array.from({ length: 900 }, (_, at) => result(`t/a.py::q${at}`, 'passed'))], {}).ids,
    ).toHaveLength(300);
  });

  it('are none that are flaky', () => {
    const tests = [failing, result('t/a.py::x', 'passed'), result('t/a.py::y', 'passed')];
    expect(guards(tests, {}, ['t/a.py::y']).ids).toEqual(['t/a.py::x']);
  });
});
