import { expect, it } from 'vitest';
import { coverTests } from '../../../src/testing/index.ts';
import { runProject, seenOf, tryChanges } from './support.ts';

const source = `K = 1


def total(n):
    return sum(i for i in range(n))


class Box:
    def __init__(self, size):
        self.size = size

    def twice(self):
        return self.size * 2 + K - 1
`;
const tests = `import unittest
from sol import Box, total


class TestTotal(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.n = 3

    def setUp(self):
        self.box = Box(2)

    def test_total(self):
        self.assertEqual(total(self.n), 6)

    def test_parts(self):
        for n in (1, 2):
            with self.subTest(n=n):
                self.assertLess(total(n), 4)

    def test_twice(self):
        self.assertFalse(hasattr(self, "left"))
        self.left = True
        self.assertEqual(self.box.twice(), 4)
`;

it('reports statuses, and the tests that a failing class is for', async () => {
  const more = `${tests}

class TestMore(unittest.TestCase):
    def test_error(self):
        Box(1).missing()

    def test_parts(self):
        with self.subTest(n=0):
            self.assertEqual(1, 2)

    @unittest.skip("no")
    def test_skip(self):
        pass

    @unittest.expectedFailure
    def test_expected(self):
        self.fail()


class TestBroken(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        raise ValueError("broken")

    def test_never(self):
        pass
`;
  const { run, verdicts } = await runProject('python3 -m unittest -v', { 'sol.py': source, 'test_a.py': more });
  expect([...verdicts].sort()).toEqual(
    [
      'TestBroken > test_never error',
      'TestMore > test_error failed',
      'TestMore > test_expected passed',
      'TestMore > test_parts failed',
      'TestMore > test_skip skipped',
      'TestTotal > test_parts passed',
      'TestTotal > test_total failed',
      'TestTotal > test_twice passed',
    ].map((one) => `test_a.py::${one}`),
  );
  expect(run).toMatchObject({ status: 'completed', exitCode: 1, complete: true, authenticated: true });
  expect(run.tests.find(({ id }) => id.endsWith('test_error'))).toMatchObject({
    errorClass: 'AttributeError',
    stack: [{ file: 'test_a.py', line: 29 }],
  });
});

it.each<[string, Record<string, string>, string]>([
  ['a module that does not load', { 'test_a.py': 'import nosuch' }, 'collection-error'],
  ['no tests', {}, 'no-tests'],
])('says what happened: %s', async (_, files, status) => {
  expect((await runProject('python3 -m unittest', files)).run.status).toBe(status);
});

it('repeats tests, and tells what they execute', async () => {
  const ran = await runProject('cd tests && PYTHONPATH=.. python3 -m unittest discover -p "check_*.py"', {
    'sol.py': source,
    'tests/check_a.py': tests,
    'tests/check_b.py': tests.replace('total(self.n), 6', 'total(1), 0'),
  });
  const { tests: covered } = await coverTests(ran.at, ran.command, ran.run, { timeoutMs: 20_000, testTimeoutMs: 1000 });
  expect(covered.get('tests/check_a.py::TestTotal > test_total')?.get('sol.py')).toEqual([5, 10]);
  const { results, fallback, restored } = await tryChanges(ran, 'sol.py', [
    ['range(n)', 'range(n + (n > 2) * 1)'],
    ['    return sum', '    while True: pass\n    return sum'],
    ['return sum(', 'return sum(('],
    ['return self.size', 'return self.nothing'],
    ['range(n)', 'range(n - 1)'],
    ['K = 1', 'K = 2'],
  ]);
  expect(seenOf(results)).toEqual({
    'range(n + (n > 2) * 1)': ['loop', true, undefined],
    '    while True: pass\n    return sum': ['loop', false, 'HoneTimeout'],
    'return sum((': ['loop', false, 'SyntaxError'],
    'return self.nothing': ['loop', false, 'AssertionError'],
    'range(n - 1)': ['loop', false, 'AssertionError'],
    'K = 2': ['fresh', false, 'AssertionError'],
  });
  expect([fallback, restored]).toEqual([undefined, true]);
});
