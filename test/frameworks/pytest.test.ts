import { describe, expect, it } from 'vitest';
import { agree, coverTests } from '../../src/testing/index.ts';
import { pytestMissing, runProject, tryChanges } from '../integration/testing/support.ts';

if (pytestMissing) process.stdout.write('not run: tests of the pytest drivers (install pytest for python3)\n');

const source = `import functools

K = 1


def deco(fn):
    @functools.wraps(fn)
    def inner(*args):
        return fn(*args)
    return inner


class C:
    @deco
    def total(self, n):
        return sum(i for i in range(n))


def nested(a):
    def minus(b):
        return a - b
    return minus(K)
`;
const tests = `import pytest
from sol import C, nested


@pytest.fixture
def state(tmp_path):
    (tmp_path / "x").write_text("x")
    return []


@pytest.mark.parametrize("n, want", [(0, 0), (3, 6)])
def test_total(n, want, state, capsys):
    state.append(n)
    print("noise")
    assert len(state) == 1
    assert C().total(n) == want


class TestNested:
    def setup_method(self):
        self.a = 3

    def test_it(self):
        assert nested(self.a) == 2
`;

describe.skipIf(pytestMissing)('pytest', () => {
  it('reports parametrised tests, classes, fixtures that fail and skips', async () => {
    const more = `${tests}\n@pytest.fixture\ndef bad():\n    raise ValueError("no")\n\n\ndef test_bad(bad): pass\n\n\n@pytest.mark.skip\ndef test_skip(): pass\n`;
    const { verdicts, run } = await runProject('cd tests && PYTHONPATH=.. python3 -m pytest -q', {
      'sol.py': source,
      'tests/test_a.py': more,
    });
    expect(verdicts).toEqual([
      'tests/test_a.py::test_total[0-0] passed',
      'tests/test_a.py::test_total[3-6] failed',
      'tests/test_a.py::TestNested > test_it passed',
      'tests/test_a.py::test_bad error',
      'tests/test_a.py::test_skip skipped',
    ]);
    expect(run).toMatchObject({ status: 'completed', exitCode: 1, complete: true });
    expect(run.tests[1]).toMatchObject({
      errorClass: 'AssertionError',
      stack: [{ file: 'tests/test_a.py', line: 16 }],
    });
  });

  it.each<[string, Record<string, string>, string, string[]]>([
    ['a crash at import', { 'test_a.py': 'import nosuch' }, 'collection-error', ['test_a.py:: error']],
    ['no tests', {}, 'no-tests', []],
    ['an early end', { 'test_a.py': 'import os\ndef test_a(): os._exit(0)\n' }, 'crashed', ['test_a.py::test_a error']],
    [
      'a test that hangs',
      { 'test_a.py': 'def test_a():\n    while True: pass\n' },
      'timed-out',
      ['test_a.py::test_a timed-out'],
    ],
  ])('says what happened: %s', async (_, files, status, seen) => {
    const { run, verdicts } = await runProject('python3 -m pytest', files, status === 'timed-out' ? 2500 : 20_000);
    expect([run.status, verdicts]).toEqual([status, seen]);
    expect(agree(run, run).green).toBe(false);
  });

  it('goes on where one file does not load, and says where it broke', async () => {
    const { run, verdicts } = await runProject('python3 -m pytest', {
      'sol.py': 'def f(n):\n    return {}[n]\n',
      'test_a.py': 'from sol import f\nVALUE = f(1)\n\ndef test_a():\n    assert VALUE\n',
      'test_b.py': 'def test_b():\n    pass\n',
    });
    expect([run.status, verdicts]).toEqual(['collection-error', ['test_b.py::test_b passed', 'test_a.py:: error']]);
    const broken = run.tests.find(({ status }) => status === 'error');
    expect(broken).toMatchObject({ errorClass: 'KeyError', message: '1' });
    expect(broken?.stack.slice(0, 2)).toMatchObject([
      { file: 'sol.py', line: 2 },
      { file: 'test_a.py', line: 2 },
    ]);
  });

  it('tries candidates by exchanging code, and those it cannot exchange in a fresh process', async () => {
    const ran = await runProject('python3 -m pytest -q', { 'sol.py': source, 'test_a.py': tests });
    const { results, fallback, restored } = await tryChanges(ran, 'sol.py', [
      ['range(n)', 'range(n + 1)'],
      ['return sum(i for i in range(n))', 'return sum([i for i in range(n + 1)])'],
      ['return a - b', 'return a + b'],
      ['        return sum', '        while True: pass\n        return sum'],
      ['return sum(', 'return sum(('],
      ['K = 1', 'K = 2'],
      ['return minus(K)', 'import os; os._exit(0)'],
    ]);
    const seen = [...results.values()].map(({ how, plausible, errorClass }) => [how, plausible, errorClass]);
    expect(fallback).toBeUndefined();
    expect(restored).toBe(true);
    expect(seen).toEqual([
      ['loop', true, undefined],
      ['loop', true, undefined],
      ['loop', false, 'AssertionError'],
      ['loop', false, 'HoneTimeout'],
      ['loop', false, 'SyntaxError'],
      ['loop', false, 'AssertionError'],
      ['fresh', false, 'AssertionError'],
    ]);
  });

  it('exchanges defaults and constants, and what functions remember is forgotten', async () => {
    const ran = await runProject('python3 -m pytest -q', {
      'sol.py': `from functools import lru_cache

LIMIT = 0


class Box:
    size = 0

    def most(self, n=0, *, extra=0):
        return n + extra + self.size + same(0)


@lru_cache(maxsize=None)
def same(n):
    return n
`,
      'test_a.py': 'from sol import LIMIT, Box\n\n\ndef test_most():\n    assert Box().most() + LIMIT == 3\n',
    });
    const { results, fallback } = await tryChanges(ran, 'sol.py', [
      ['LIMIT = 0', 'LIMIT = 3'],
      ['size = 0', 'size = 3'],
      ['n=0', 'n=3'],
      ['extra=0', 'extra=3'],
      ['extra=0', 'extra=4'],
      ['    return n\n', '    return 1\n'],
      ['    return n\n', '    return 3\n'],
    ]);
    expect(fallback).toBeUndefined();
    expect([...results.values()].map(({ id, how, plausible }) => [id.trim(), how, plausible])).toEqual([
      ['LIMIT = 3', 'loop', true],
      ['size = 3', 'loop', true],
      ['n=3', 'loop', true],
      ['extra=3', 'loop', true],
      ['extra=4', 'loop', false],
      ['return 1', 'loop', false],
      ['return 3', 'loop', true],
    ]);
  });

  it('compiles the statement that changes, with the lines and the future that it has in its file', async () => {
    const ran = await runProject('python3 -m pytest -q', {
      'sol.py': `from __future__ import annotations

TABLE = {"a": lambda n: n + 1, "b": lambda n: n + 1}
ONCE = [n + 0 for n in range(1)]


def late(n: Nowhere = 1) -> Never:
    return n


class Outer:
    class Inner:
        def __hidden(self, n):
            return TABLE["b"](n)

        def value(self):
            return self.__hidden(1) + late() + ONCE[0]
`,
      'test_a.py': 'from sol import Outer\n\n\ndef test_value():\n    assert Outer.Inner().value() == 4\n',
    });
    const { results, fallback } = await tryChanges(ran, 'sol.py', [
      ['self.__hidden(1)', 'self.__hidden(2)'],
      ['        def value(self):\n', '        def value(self):\n            assert "__hidden" in self.where\n'],
      ['return n\n', 'n += 1\n    return n\n'],
      ['n + 1}', 'n + 2}'],
      ['n + 1, ', 'n + 2, '],
      ['return n\n', 'return n)\n'],
      ['n + 0', 'n + 1'],
    ]);
    expect(fallback).toBeUndefined();
    expect([...results.values()].map(({ how, plausible, errorClass }) => [how, plausible, errorClass])).toEqual([
      ['loop', true, undefined],
      ['loop', false, 'AttributeError'],
      ['loop', true, undefined],
      ['loop', true, undefined],
      ['loop', false, 'AssertionError'],
      ['loop', false, 'SyntaxError'],
      ['fresh', true, undefined],
    ]);
  });

  it('tells which lines each test executes', async () => {
    const { at, command, run } = await runProject('python3 -m pytest -q', { 'sol.py': source, 'test_a.py': tests });
    const { tests: covered } = await coverTests(at, command, run, { timeoutMs: 20_000, testTimeoutMs: 1000 });
    expect(covered.get('test_a.py::test_total[3-6]')).toEqual(new Map([['sol.py', [9, 16]]]));
    // Of tests that pass, what those that fail run as well.
    expect(covered.get('test_a.py::test_total[0-0]')).toEqual(new Map([['sol.py', [9, 16]]]));
    expect(covered.get('test_a.py::TestNested > test_it')).toEqual(new Map());
    const green = { ...run, tests: run.tests.filter(({ status }) => status === 'passed') };
    const all = await coverTests(at, command, green, { timeoutMs: 20_000, testTimeoutMs: 1000 });
    expect(all.tests.get('test_a.py::TestNested > test_it')?.get('sol.py')).toEqual([20, 21, 22]);
  });
});

describe.skipIf(pytestMissing)('test cases of unittest under pytest', () => {
  it('fail in the warm loop as they do in a run', async () => {
    const ran = await runProject('python3 -m pytest -q', {
      'sol.py': 'def add(a, b):\n    return a - b\n',
      'test_sol.py':
        'import unittest\nfrom sol import add\n\n\nclass T(unittest.TestCase):\n' +
        '    def test_zero(self):\n        self.assertEqual(add(0, 0), 0)\n\n' +
        '    def test_sum(self):\n        self.assertEqual(add(1, 2), 3)\n',
    });
    expect(ran.verdicts).toEqual(['test_sol.py::T > test_sum failed', 'test_sol.py::T > test_zero passed']);
    const { results, fallback } = await tryChanges(ran, 'sol.py', [
      ['a - b', 'a + b'],
      ['a - b', 'a * b'],
    ]);
    expect(fallback).toBeUndefined();
    expect([...results.values()].map(({ id, how, plausible }) => `${id} ${how} ${plausible}`)).toEqual([
      'a + b loop true',
      'a * b loop false',
    ]);
  });
});
