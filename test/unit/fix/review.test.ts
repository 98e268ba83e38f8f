import { describe, expect, it, test } from 'vitest';
import { openReview, type PatchedText } from '../../../src/fix/review/index.ts';
import type { Review } from '../../../src/fix/types.ts';
import { isTestFile } from '../../../src/testing/index.ts';

const tests = {
  'test/shop.test.js': `expect(price('gold', 49)).toBe(300.5); expect(f([3, 7])).toEqual(['a', 'b']); f(-49, 'x', 10); g("hello")`,
  'tests/test_shop.py': `assert price("gold", 49) == 300.5\nassert f([3, 7]) == ['a', 'b']\nf(-49, 'x', 10); g("hello")\n`,
};

async function review(path: string, before: string, after: string): Promise<Review> {
  const files: PatchedText[] = [{ path, before, after }];
  return openReview({ failing: [], testTexts: tests, isTestFile })(files);
}

const js = 'shop.js';
const py = 'shop.py';

/** [rule, file, before, after]: the rule speaks, and the patch is refused. */
const refused: readonly (readonly [rule: string, path: string, before: string, after: string])[] = [
  ['touches-tests', 'test/shop.test.js', 'f(1);\n', 'f(2);\n'],
  ['touches-tests', 'conftest.py', 'x = 1\n', 'x = 2\n'],
  ['broken-syntax', js, 'f(1);\n', 'f(1;\n'],
  [
    'check-removed',
    js,
    'function f(a) {\n  if (a < 0) throw new Error();\n  return a;\n}\n',
    'function f(a) {\n  return a;\n}\n',
  ],
  [
    'check-removed',
    py,
    'def f(a):\n    if a < 0:\n        raise ValueError()\n    return a\n',
    'def f(a):\n    if a < 0:\n        pass\n    return a\n',
  ],
  ['check-removed', py, 'def f(a):\n    assert a\n    return a\n', 'def f(a):\n    return a\n'],
  ['check-removed', js, 'function f(a) {\n  assert.ok(a);\n  return a;\n}\n', 'function f(a) {\n  return a;\n}\n'],
  [
    'special-case',
    js,
    'function f(a) {\n  return a * 2;\n}\n',
    'function f(a) {\n  if (a === 49) return 0;\n  return a * 2;\n}\n',
  ],
  [
    'special-case',
    js,
    'function f(a) {\n  return a * 2;\n}\n',
    'function f(a) {\n  return a === -49 ? 0 : a * 2;\n}\n',
  ],
  [
    'special-case',
    js,
    'function f(a) {\n  return a * 2;\n}\n',
    "function f(a) {\n  switch (a) {\n    case 'gold':\n      return 0;\n  }\n  return a * 2;\n}\n",
  ],
  ['special-case', js, 'function f(a) {\n  return a * 2;\n}\n', 'function f(a) {\n  return 300.5;\n}\n'],
  ['special-case', js, 'const f = (a) => a * 2;\n', "const f = (a) => ({ gold: 1, 'hello': 2 })[a] ?? ['a', 'b'];\n"],
  ['special-case', js, 'const f = (a) => a.x;\n', 'const f = (a) => ([3, 7].includes(a) ? 0 : a.x);\n'],
  [
    'special-case',
    py,
    'def f(a):\n    return a * 2\n',
    'def f(a):\n    if a == "gold":\n        return 0\n    return a * 2\n',
  ],
  [
    'special-case',
    py,
    'def f(a):\n    return a * 2\n',
    'def f(a):\n    if a == [3, 7]:\n        return 0\n    return a * 2\n',
  ],
  ['special-case', py, 'def f(a):\n    return a * 2\n', "def f(a):\n    return ['a', 'b']\n"],
  ['special-case', py, 'def f(a):\n    return a * 2\n', 'def f(a):\n    return 300.5 if a else a * 2\n'],
  [
    'special-case',
    py,
    'def f(a):\n    return a * 2\n',
    'def f(a):\n    if len(a) in (49, 10):\n        return 0\n    return a * 2\n',
  ],
  ['special-case', py, 'f = lambda a: a * 2\n', 'f = lambda a: "hello"\n'],
  [
    'swallowed-error',
    js,
    'function f(a) {\n  return g(a);\n}\n',
    'function f(a) {\n  try {\n    return g(a);\n  } catch {\n    // no matter\n  }\n}\n',
  ],
  ['swallowed-error', js, 'g().then(h);\n', 'g().then(h).catch(() => {});\n'],
  [
    'swallowed-error',
    py,
    'def f(a):\n    a()\n',
    'def f(a):\n    try:\n        a()\n    except Exception:\n        pass\n',
  ],
  ['swallowed-error', py, 'try:\n    f()\nexcept E:\n    raise\n', 'try:\n    f()\nexcept E:\n    pass\n'],
  ['constant-condition', js, 'if (a) f();\n', 'if (true) f();\n'],
  ['constant-condition', js, 'const x = a > b;\n', 'const x = a >= a;\n'],
  ['constant-condition', js, 'if (a && b) f();\n', 'if (a && false) f();\n'],
  ['constant-condition', js, 'while (a) f();\n', 'while (0) f();\n'],
  ['constant-condition', py, 'x = 1 if a else 2\n', 'x = 1 if not False else 2\n'],
  ['constant-condition', py, 'if a == b:\n    f()\n', 'if a == a:\n    f()\n'],
  ['constant-condition', py, 'if a or b:\n    f()\n', 'if a or not a:\n    f()\n'],
  ['constant-condition', py, 'x = [a for a in b if a]\n', 'x = [a for a in b if True]\n'],
  ['unreachable', js, 'function f(a) {\n  a++;\n  return a;\n}\n', 'function f(a) {\n  return a;\n  a++;\n}\n'],
  [
    'unreachable',
    py,
    'def f(a):\n    for x in a:\n        g(x)\n',
    'def f(a):\n    for x in a:\n        continue\n        g(x)\n',
  ],
  ['endless-loop', js, 'while (a < b) { a++; }\n', 'while (a < b) { }\n'],
  ['endless-loop', js, 'for (let i = 0; i < n; i++) f(i);\n', 'for (let i = 0; i < n; ) g();\n'],
  [
    'endless-loop',
    py,
    'def f(n):\n    while n > 0:\n        n -= 1\n',
    'def f(n):\n    while n > 0:\n        print(1)\n',
  ],
  ['endless-loop', py, 'def f(n):\n    while n:\n        n.pop()\n', 'def f(n):\n    while True:\n        n.pop()\n'],
  ['undefined-name', js, 'function f(a) { return a; }\n', 'function f(a) { return b; }\n'],
  [
    'undefined-name',
    js,
    'function f(a) { const c = a; return c; }\nfunction g(d) { return d; }\n',
    'function f(a) { const c = a; return c; }\nfunction g(d) { return c; }\n',
  ],
  ['undefined-name', py, 'def f(a):\n    n = 0\n    return n\n', 'def f(a):\n    return n\n'],
  ['undefined-name', py, 'def f(a):\n    return a\n', 'def f(a):\n    return math.floor(a)\n'],
  ['test-machinery', js, 'function f(a) { return a; }\n', 'function f(a) { process.exit(0); return a; }\n'],
  [
    'test-machinery',
    js,
    'function f(a) { return a; }\n',
    'function f(a) { return process.env.NODE_TEST_CONTEXT ? 3 : a; }\n',
  ],
  ['test-machinery', js, 'function f(a) { return a; }\n', 'function f(a) { Object.is = () => true; return a; }\n'],
  ['test-machinery', js, 'function f(a) { return a; }\n', 'function f(a) { globalThis.__hone_x(0); return a; }\n'],
  ['test-machinery', js, 'f(1);\n', "import { test } from 'node:test';\nf(1);\n"],
  ['test-machinery', js, 'f(1);\n', 'expect.extend({});\nf(1);\n'],
  [
    'test-machinery',
    py,
    'import sys\ndef f(a):\n    return a\n',
    'import sys\ndef f(a):\n    sys.exit(0)\n    return a\n',
  ],
  ['test-machinery', py, 'import os\ndef f(a):\n    return a\n', 'import os\ndef f(a):\n    return os._exit(0)\n'],
  ['test-machinery', py, 'import os\n', 'import os\nx = "PYTEST_CURRENT_TEST" in os.environ\n'],
  ['test-machinery', py, 'f()\n', 'import builtins\nbuiltins.len = f\nf()\n'],
  ['test-machinery', py, 'f()\n', 'from unittest import mock\nf()\n'],
  ['runs-code', js, 'const f = (a) => Number(a);\n', 'const f = (a) => eval(a);\n'],
  ['runs-code', js, 'const f = (a) => Number(a);\n', "const f = (a) => new Function('return ' + a)();\n"],
  ['runs-code', js, 'f(1);\n', "import { execSync } from 'child_process';\nf(execSync('ls'));\n"],
  ['runs-code', py, 'def f(a):\n    return int(a)\n', 'def f(a):\n    return eval(a)\n'],
  ['runs-code', py, 'import os\ndef f(a):\n    return int(a)\n', 'import os\ndef f(a):\n    return os.system(a)\n'],
  ['runs-code', py, 'f()\n', 'import subprocess\nf()\n'],
];

test.each(refused)('%s refuses (%s): %j', async (rule, path, before, after) => {
  const { verdict, findings } = await review(path, before, after);
  expect(
    findings.filter(({ severity }) => severity === 'high' || severity === 'critical').map((one) => one.rule),
  ).toContain(rule);
  expect(verdict).toBe('reject');
  expect(await review(path, after, after)).toEqual({ verdict: 'accept', findings: [] });
});

/** [rule, file, before, after]: something to say, nothing to refuse. */
const remarked: readonly (readonly [rule: string, path: string, before: string, after: string])[] = [
  [
    'check-weakened',
    py,
    'def f(a):\n    if a < 0:\n        raise ValueError()\n    return a\n',
    'def f(a):\n    if a < 0:\n        return 0\n    return a\n',
  ],
  [
    'guard-removed',
    js,
    'function f(a) {\n  if (a < 0) return 0;\n  return a;\n}\n',
    'function f(a) {\n  return a;\n}\n',
  ],
  ['guard-removed', py, 'for x in y:\n    if x:\n        continue\n    f(x)\n', 'for x in y:\n    f(x)\n'],
  ['clause-removed', js, 'if (a && b) f();\n', 'if (a) f();\n'],
  ['clause-removed', py, 'if a or b: f()\n', 'if b: f()\n'],
  ['only-removes', js, 'f((a) + 15);\n', 'f(a);\n'],
  ['only-removes', py, 'for x in y:\n    f(x)\n    g(x)\n', 'for x in y:\n    f(x)\n'],
  ['special-case', js, "const f = (a) => a === 'glod';\n", "const f = (a) => a === 'gold';\n"],
  ['special-case', py, 'def f(a):\n    return a > 0\n', 'def f(a):\n    return a > 49\n'],
  ['special-case', py, 'def f(a):\n    return a % 3 == 5\n', 'def f(a):\n    return a % 3 == 7\n'],
  ['special-case', py, 'def f(a):\n    return a % 5\n', 'def f(a):\n    return a % 5 == 49\n'],
  ['special-case', js, 'const f = (a) => a.y;\n', "const f = (a) => (a === 'x' ? a.y : 0);\n"],
  ['self-assignment', js, 'a = b;\n', 'a = a;\n'],
  ['self-assignment', py, 'self.a = b\n', 'self.a = self.a\n'],
  ['same-operands', py, 'x = a <= b <= c\n', 'x = a <= b <= b\n'],
  ['same-operands', js, 'const x = a - b;\n', 'const x = a - (a);\n'],
  ['compared-with-nan', js, 'if (isNaN(a)) f();\n', 'if (a === NaN) f();\n'],
  ['compared-with-nan', py, 'import math\nx = math.isnan(a)\n', 'import math\nx = a == math.nan\n'],
  ['repeated-condition', js, 'if (a) f();\nelse if (b) g();\n', 'if (a) f();\nelse if (a) g();\n'],
  ['repeated-condition', py, 'if a > 1:\n    f()\nelif b:\n    g()\n', 'if a > 1:\n    f()\nelif a > 1:\n    g()\n'],
  ['same-branches', js, 'if (a) n += 3;\nelse n += 4;\n', 'if (a) n += 3;\nelse n += 3;\n'],
  ['same-branches', js, 'const x = a ? b : c;\n', 'const x = a ? b : b;\n'],
  [
    'same-branches',
    py,
    'if a:\n    f()\nelif b:\n    n = 3\nelse:\n    n = 4\n',
    'if a:\n    f()\nelif b:\n    n = 3\nelse:\n    n = 3\n',
  ],
  ['unused-name', js, 'function f(a) { const b = a; return b; }\n', 'function f(a) { const b = a; return a; }\n'],
  ['unused-name', py, 'def f(a, b):\n    return a + b\n', 'def f(a, b):\n    return a\n'],
  ['nested-search', js, 'for (const x of xs) f(x, ys);\n', 'for (const x of xs) if (ys.includes(x)) f(x);\n'],
  ['nested-search', py, 'for x in xs:\n    f(x, ys)\n', 'for x in xs:\n    f(ys.index(x))\n'],
  ['long-line', js, 'f(a);\n', `f(1${' + a'.repeat(40)});\n`],
  ['long-line', py, 'f(a)\n', `f(1${' + a'.repeat(40)})\n`],
  ['signature-changed', js, 'export function f(a) { return a; }\n', 'export function f(a, b) { return a + b; }\n'],
  ['signature-changed', py, 'def f(a):\n    return a\n', 'def f(a, b):\n    return a + b\n'],
  ['writes-stream', js, 'f(1);\n', "process.stdout.write('x');\nf(1);\n"],
  ['writes-stream', py, 'import sys\nf(1)\n', 'import sys\nsys.stdout.write("x")\nf(1)\n'],
];

test.each(remarked)('%s is remarked on (%s): %j', async (rule, path, before, after) => {
  const { verdict, findings } = await review(path, before, after);
  expect(findings.map((one) => one.rule)).toContain(rule);
  expect(verdict).toBe('accept');
});

it('tells taking out from replacing and from moving brackets', async () => {
  for (const [before, after] of [
    ['f(a + 15);\n', 'f(a - 15);\n'],
    ['f(a - (b + c));\n', 'f(a - b + c);\n'],
    ['f(a);\n', 'f(a + 1);\n'],
  ] as const) {
    expect((await review(js, before, after)).findings.map(({ rule }) => rule)).not.toContain('only-removes');
  }
});

/** Right repairs, and what looks like something forbidden without being it. */
const fine: readonly (readonly [path: string, before: string, after: string])[] = [
  [js, 'const f = (a) => a < 50;\n', 'const f = (a) => a < 49;\n'],
  [js, 'const f = (a) => a === 48;\n', 'const f = (a) => a === 49;\n'],
  [js, "const f = (a) => (a ? 'Gold' : 1);\n", "const f = (a) => (a ? 'gold' : 1);\n"],
  [js, 'const f = (n) => n * f(n - 1);\n', 'const f = (n) => (n === 0 ? 1 : n * f(n - 1));\n'],
  [js, '// 49 is the limit\nconst f = (n) => n;\n', '// 49 is the limit\nconst f = (n) => (n === 49 ? 0 : n);\n'],
  [js, 'function f(a) {\n  g(a);\n}\n', 'function f(a) {\n  return g(a);\n}\n'],
  [js, 'if (a !== b) f();\n', 'if (a !== a) f();\n'],
  [js, 'f(a);\n', 'while (true) {\n  if (f()) break;\n}\nf(a);\n'],
  [js, 'const r = /a/;\nr.test(a);\n', 'const r = /a/;\nr.exec(a);\n'],
  [
    py,
    'def f(a, b):\n    if a is None:\n        return 0\n    return a / b\n',
    'def f(a, b):\n    if a is None:\n        return 0\n    elif b == 0:\n        return 0\n    return a / b\n',
  ],
  // A word that was misspelt.
  [js, "const f = (a) => a === 'helo';\n", "const f = (a) => a === 'hello';\n"],
  [js, 'function f(window, i) { window[i] = 1; }\n', 'function f(window, i) { window[i + 1] = 1; }\n'],
  [
    js,
    'function f(a) {\n  switch (a) {\n    case 1:\n      g();\n      break;\n  }\n}\n',
    'function f(a) {\n  switch (a) {\n    case 1:\n      return g();\n      break;\n  }\n}\n',
  ],
  [js, 'while (i < n) { f(i); }\nlet i = 0;\n', 'while (i < n) { f(i); i++; }\nlet i = 0;\n'],
  [
    js,
    'let i = 0;\nfunction next() { i++; }\nfunction f(n) { while (i < n) { g(); } }\n',
    'let i = 0;\nfunction next() { i++; }\nfunction f(n) { while (i <= n) { next(); } }\n',
  ],
  [js, 'if (a < 0) throw new Error("a");\n', 'if (a <= 0) throw new Error("b");\n'],
  [js, 'try { f(); } catch (e) {}\n', 'try { f(1); } catch (e) {}\n'],
  [
    js,
    'function f(a) {\n  return h(a);\n  function h(b) { return b; }\n}\n',
    'function f(a) {\n  return h(a + 1);\n  function h(b) { return b; }\n}\n',
  ],
  [py, 'def f(a):\n    return a < 50\n', 'def f(a):\n    return a < 49\n'],
  [py, 'def f(a):\n    return a[1:]\n', 'def f(a):\n    return a[2:]\n'],
  [
    py,
    'def f(n):\n    return n * f(n - 1)\n',
    'def f(n):\n    if n == 0:\n        return 1\n    return n * f(n - 1)\n',
  ],
  [py, 'def f(n):\n    return []\n', 'def f(n):\n    if n <= 1:\n        return [0, 1]\n    return []\n'],
  [
    py,
    'def f(xs, g):\n    for x in xs:\n        return x\n',
    'def f(xs, g):\n    for x in xs:\n        g(x)\n    return x\n',
  ],
  [py, 'def f(xs):\n    yield 1\n    return\n', 'def f(xs):\n    return\n    yield\n'],
  [py, 'from lib import *\nf(a)\n', 'from lib import *\nf(b)\n'],
  [
    py,
    'def f(a):\n    x = a\n    with open(x) as h:\n        return h\n',
    'def f(a):\n    x = a\n    with open(x) as h:\n        return h.read()\n',
  ],
  [
    py,
    'def f(stack):\n    while stack:\n        g(stack)\n',
    'def f(stack):\n    while stack:\n        g(stack.pop())\n',
  ],
  [py, 'def f(q):\n    while not q:\n        q = g()\n', 'def f(q):\n    while q:\n        q = g()\n'],
  [py, 'import re\nx = re.match("a", b)\n', 'import re\nx = re.compile("a").match(b)\n'],
  [py, 'def f(exit):\n    return 1\n', 'def f(exit):\n    return exit\n'],
  ['notes.txt', 'a', 'b'],
];

test.each(fine)('nothing to say against %s: %j -> %j', async (path, before, after) => {
  const { verdict, findings } = await review(path, before, after);
  expect(findings.filter(({ severity }) => severity !== 'low')).toEqual([]);
  expect(verdict).toBe('accept');
});

describe('a review', () => {
  it('knows the tests’ values also from files that do not parse, and from no other', async () => {
    const patch = { path: js, before: 'const f = (a) => a;\n', after: 'const f = (a) => (a === 77 ? 0 : a);\n' };
    const ask = (text: string): Promise<Review> =>
      openReview({ failing: [], testTexts: { 'a.test.js': text }, isTestFile })([patch]);
    expect((await ask('expect(f(77)).toBe(0) ((')).verdict).toBe('reject');
    expect((await ask('expect(f(770)).toBe(0)')).verdict).toBe('accept');
  });

  it('names the place and shows names of the program without their control characters', async () => {
    const { findings } = await review(py, 'def f(a):\n    return a\n', 'def f(a):\n    x = 1\n    return bé\n');
    expect(findings.find(({ rule }) => rule === 'undefined-name')).toMatchObject({
      file: py,
      line: 3,
      message: expect.stringContaining('`bé`'),
    });
  });
});
