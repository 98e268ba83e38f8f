import { describe, expect, it } from 'vitest';
import { coverTests } from '../../../src/testing/index.ts';
import { runProject, seenOf, tryChanges } from './support.ts';

const program = `const next = (x) => x + 2;
module.exports = { next };
`;
const wrong: readonly (readonly [string, string])[] = [
  ['x + 2', 'x + 3'],
  ['x + 2', 'x + 1'],
];

describe('tests that do not bear repeating', () => {
  it('node:test: one that keeps state is no guard, the others are, and assertions of the context are as loose as ever', async () => {
    const ran = await runProject('node --test', {
      'sol.js': program,
      'a.test.js': `const { test } = require('node:test');
const assert = require('node:assert');
const { next } = require('./sol.js');
let rounds = 0;
test('next', () => { assert.equal(next(1), 2); });
test('once', () => { rounds += 1; assert.equal(rounds, 1); });
test('loose', (t) => { t.assert.deepEqual(Object.assign(Object.create(null), { a: '1' }), { a: 1 }); });
test('holds', () => { assert.ok(next(1) < 4); });
`,
    });
    const { results, fallback } = await tryChanges(ran, 'sol.js', [
      ['x + 2', 'x + 3'],
      ['x + 2', 'x + 1'],
      ['x + 2', '1 + x'],
    ]);
    expect(fallback).toBeUndefined();
    expect(seenOf(results)).toEqual({
      'x + 3': ['loop', false, 'AssertionError'],
      'x + 1': ['loop', true, undefined],
      '1 + x': ['loop', true, undefined],
    });
    expect(results.get('1 + x')?.verdicts.get('a.test.js::loose')).toBe('passed');
  });

  it('mocha: what a test has left behind may throw later', async () => {
    const ran = await runProject('mocha a.js', {
      'sol.js': program,
      'a.js': `const assert = require('node:assert');
const { next } = require('./sol.js');
it('next', () => { assert.equal(next(1), 2); });
after(() => { setTimeout(() => { throw new Error('late'); }, 2).unref(); });
`,
    });
    const { results, fallback } = await tryChanges(ran, 'sol.js', wrong);
    expect(fallback).toBeUndefined();
    expect(results.get('x + 1')).toMatchObject({ how: 'loop', plausible: true });
  });
});

it('asks some of many failing tests first', async () => {
  const ran = await runProject('node --test', {
    'sol.js': program,
    'a.test.js': `const { test } = require('node:test');
const { next } = require('./sol.js');
for (let i = 0; i < 50; i++) test('t' + i, () => { require('node:assert').equal(next(i), i + 1); });
`,
  });
  const { results } = await tryChanges(ran, 'sol.js', wrong);
  expect(results.get('x + 3')?.verdicts.size).toBe(4);
  expect(results.get('x + 1')).toMatchObject({ plausible: true });
  expect(results.get('x + 1')?.verdicts.size).toBe(50);
});

describe('coverage when there is time for little', () => {
  const tests = 60;
  const cases = {
    node: {
      command: 'node --test',
      files: {
        'sol.js': program,
        'a.test.js': `const { test } = require('node:test');
const { next } = require('./sol.js');
for (let i = 0; i < ${tests}; i++) test('t' + i, () => { next(i); });
test('bad', () => { require('node:assert').equal(next(1), 2); });
`,
      },
      bad: 'a.test.js::bad',
    },
    pytest: {
      command: 'python3 -m pytest -q',
      files: {
        'sol.py': 'STEP = 2\n\n\ndef following(x):\n    return x + STEP\n',
        'test_a.py': `import pytest
from sol import following
@pytest.mark.parametrize("n", range(${tests}))
def test_some(n):
    following(n)
def test_bad():
    assert following(1) == 2
`,
      },
      bad: 'test_a.py::test_bad',
    },
    unittest: {
      command: 'python3 -m unittest',
      files: {
        'sol.py': 'STEP = 2\n\n\ndef following(x):\n    return x + STEP\n',
        'test_a.py': `import unittest
from sol import following
class A(unittest.TestCase):
    def test_a(self):
        following(1)
    def test_b(self):
        following(1)
class Z(unittest.TestCase):
    def test_bad(self):
        self.assertEqual(following(1), 2)
`,
      },
      bad: 'test_a.py::Z > test_bad',
    },
  };
  it.each(Object.entries(cases))('%s: the failing test is measured', async (_, { command: text, files, bad }) => {
    const { at, command, run } = await runProject(text, files);
    const options = { timeoutMs: 20_000, enoughMs: 0, testTimeoutMs: 1000 };
    const coverage = await coverTests(at, command, run, options);
    expect([...(coverage.tests.get(bad)?.keys() ?? [])]).toEqual([expect.stringMatching(/^sol\./)]);
    expect(coverage.unmeasured).toBeGreaterThan(0);
    expect(coverage.missing).toBeUndefined();
    // What a module does by itself is known apart from the tests.
    if (text.startsWith('python3')) expect(coverage.loaded.get('sol.py')).toEqual([1, 4]);
  });
});
