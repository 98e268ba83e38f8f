import { describe, expect, it } from 'vitest';
import { pytestMissing, runProject, seenOf, tryChanges } from './support.ts';

const source = `import re

CACHE = {}


def following(x):
    return x + 2
`;
const body = 'return x + 2';
const tests = {
  pytest: `import sol


def test_following():
    assert sol.following(1) == 2


def test_small():
    assert sol.following(5) < 100 and sol.CACHE.get("x", 1) == 1
`,
  unittest: `import unittest
import sol


class T(unittest.TestCase):
    def test_following(self):
        self.assertEqual(sol.following(1), 2)

    def test_small(self):
        self.assertLess(sol.following(5), 100)
        self.assertEqual(sol.CACHE.get("x", 1), 1)
`,
};

describe.each([['pytest', pytestMissing] as const, ['unittest', false] as const])('%s', (framework, missing) => {
  it.skipIf(missing)('a candidate that hangs, dies or spoils what is loaded costs only its copy of it', async () => {
    const ran = await runProject(`python3 -m ${framework}`, { 'sol.py': source, 'test_a.py': tests[framework] });
    const hangs = 'sum(range(10**11)); return x';
    const spoils = 'CACHE["x"] = 2; return x + 1';
    const breaks = 'return x + 1 if x < 3 else 1000';
    const { results, fallback } = await tryChanges(ran, 'sol.py', [
      [body, hangs],
      [body, 'import os; os._exit(0)'],
      [body, spoils],
      [body, breaks],
      [body, 'return x + 1'],
    ]);
    expect(fallback).toBeUndefined();
    expect(seenOf(results)).toEqual({
      [hangs]: ['loop', false, 'timed-out'],
      'import os; os._exit(0)': ['loop', false, 'died'],
      [spoils]: ['loop', false, 'AssertionError'],
      [breaks]: ['loop', false, 'AssertionError'],
      'return x + 1': ['loop', true, undefined],
    });
  });

  it.skipIf(missing)('tests that end their process as they are can be turned green', async () => {
    const ran = await runProject(`python3 -m ${framework}`, {
      'sol.py': 'import os\n\n\ndef following(x):\n    return os._exit(1) or x + 1\n',
      'test_a.py': tests[framework],
    });
    const { results, fallback } = await tryChanges(ran, 'sol.py', [
      ['os._exit(1) or x + 1', 'x + 2'],
      ['os._exit(1) or x + 1', 'x + 1'],
    ]);
    expect(fallback).toBeUndefined();
    expect(seenOf(results)).toEqual({
      'x + 2': ['loop', false, 'AssertionError'],
      'x + 1': ['loop', true, undefined],
    });
  });
});
