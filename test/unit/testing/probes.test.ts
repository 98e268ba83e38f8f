import { expect, it } from 'vitest';
import { candidateLimitFor, limitFor } from '../../../src/testing/repeat/ask.ts';
import { chooseProbes } from '../../../src/testing/repeat/probes.ts';

it('asks one test of each way to fail first', () => {
  const failing = Array.from({ length: 20 }, (_, at) => `a.py::t${at}`);
  const error = (errorClass: string, message: string) => ({ errorClass, message });
  const errors = Object.fromEntries(failing.map((id, at) => [id, error('AssertionError', `${at} is not 'x${at}'`)]));
  errors['a.py::t7'] = error('KeyError', 'x');
  errors['a.py::t13'] = error('AssertionError', 'other');
  const probes = chooseProbes(failing, errors);
  expect(probes).toEqual(['a.py::t0', 'a.py::t7', 'a.py::t13', 'a.py::t5']);
  expect(chooseProbes(failing.slice(0, 4), errors)).toEqual(failing.slice(0, 4));
  expect(chooseProbes(failing, {})).toHaveLength(4);
});

it('gives up a candidate that hangs in one test, unless tests hung before or are many', () => {
  const plan = { testTimeoutMs: 5000, trialTimeoutMs: 20_000, originals: {}, failing: [], guards: [], testFiles: [] };
  expect(limitFor(4, plan)).toBe(20_000);
  expect(candidateLimitFor(4, plan, 100)).toBe(10_000);
  expect(candidateLimitFor(4, plan, 20_000)).toBe(20_000);
  expect(candidateLimitFor(100, plan, 100)).toBe(20_000);
  const quick = { ...plan, testTimeoutMs: 500 };
  expect(candidateLimitFor(4, quick, 10)).toBe(limitFor(4, quick));
});
