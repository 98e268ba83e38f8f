import { expect, it } from 'vitest';
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
