import type { AcceptanceProject } from './project.ts';

const module = '{ "name": "subject", "version": "1.0.0", "type": "module" }\n';

const beyond: AcceptanceProject = {
  name: 'beyond-templates',
  about: 'half of the program is not written yet: there is nothing to be repaired by small changes',
  command: 'node --test',
  timeLimit: 15,
  expected: ['unfixed'],
  files: {
    'package.json': module,
    'src/roman.js': `const digits = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 };

export function isRoman(text) {
  return text.length > 0 && [...text].every((letter) => letter in digits);
}

export function toRoman(number) {
  if (number <= 0) throw new RangeError('from 1 on');
  return 'I'.repeat(number);
}
`,
    'test/roman.test.js': `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRoman, toRoman } from '../src/roman.js';

test('letters', () => assert.deepEqual([isRoman('XIV'), isRoman('abc'), isRoman('')], [true, false, false]));
test('small', () => assert.equal(toRoman(3), 'III'));
test('fourteen', () => assert.equal(toRoman(14), 'XIV'));
test('years', () => assert.deepEqual([1949, 1994, 2026].map(toRoman), ['MCMXLIX', 'MCMXCIV', 'MMXXVI']));
`,
  },
};

const flaky: AcceptanceProject = {
  name: 'flaky-beside-bug',
  about: 'one test fails every other time, whatever the program does, and one because of a bug',
  command: 'node --test',
  timeLimit: 90,
  expected: ['fixed', 'review'],
  files: {
    'package.json': module,
    '.gitignore': 'node_modules\n.turns\n',
    'src/page.js': `/** The part of a list that a page shows; pages count from 1. */
export function pageOf(items, page, size = 10) {
  const start = page * size;
  return items.slice(start, start + size);
}

export function pages(items, size = 10) {
  return Math.max(1, Math.ceil(items.length / size));
}
`,
    'test/page.test.js': `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageOf, pages } from '../src/page.js';

const items = Array.from({ length: 25 }, (_, n) => n);

test('the first page', () => assert.deepEqual(pageOf(items, 1), items.slice(0, 10)));
test('the last page', () => assert.deepEqual(pageOf(items, 3), [20, 21, 22, 23, 24]));
test('how many', () => assert.deepEqual([pages(items), pages([]), pages(items, 5)], [3, 1, 5]));
`,
    'test/weather.test.js': `import assert from 'node:assert/strict';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';

test('the weather is fine', () => {
  const turns = new URL('../.turns', import.meta.url);
  if (existsSync(turns)) return rmSync(turns);
  writeFileSync(turns, '');
  assert.fail('it rains');
});
`,
  },
  reference: { 'src/page.js': [['const start = page * size', 'const start = (page - 1) * size']] },
  hidden: {
    file: 'check.js',
    text: `import assert from 'node:assert';
import { pageOf, pages } from './src/page.js';
for (let n = 0; n < 30; n++) for (const size of [1, 3, 10]) {
  const items = Array.from({ length: n }, (_, i) => i);
  const all = Array.from({ length: pages(items, size) }, (_, p) => pageOf(items, p + 1, size)).flat();
  assert.deepEqual(all, items);
}
`,
  },
};

const writing: AcceptanceProject = {
  name: 'suite-that-writes',
  about: 'the tests write new files and change one of the commit',
  command: 'node --test',
  timeLimit: 60,
  expected: ['fixed', 'review'],
  files: {
    'package.json': module,
    'data/runs.json': '{ "runs": 0 }\n',
    'src/report.js': `export function report(rows) {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, count]) => name.padStart(width) + ' ' + count).join('\\n');
}
`,
    'test/report.test.js': `import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { report } from '../src/report.js';

const runs = new URL('../data/runs.json', import.meta.url);
const out = new URL('../out/', import.meta.url);

test('counts its runs', () => {
  const before = JSON.parse(readFileSync(runs, 'utf8')).runs;
  writeFileSync(runs, JSON.stringify({ runs: before + 1 }));
  assert.ok(before >= 0);
});

test('lines up', () => {
  const text = report([['apple', 3], ['fig', 12]]);
  mkdirSync(out, { recursive: true });
  writeFileSync(new URL('report.txt', out), text);
  assert.equal(text, 'apple 3\\nfig   12');
});
`,
  },
  reference: { 'src/report.js': [['name.padStart(width)', 'name.padEnd(width)']] },
  hidden: {
    file: 'check.js',
    text: `import assert from 'node:assert';
import { existsSync, readFileSync } from 'node:fs';
import { report } from './src/report.js';
assert.equal(report([['a', 1], ['bcd', 2], ['ef', 30]]), 'a   1\\nbcd 2\\nef  30');
assert.equal(existsSync('out'), false);
assert.equal(readFileSync('data/runs.json', 'utf8'), '{ "runs": 0 }\\n');
`,
  },
};

const absent: AcceptanceProject = {
  name: 'no-such-command',
  about: 'the test command does not exist',
  command: 'no-such-test-runner --all',
  timeLimit: 30,
  expected: [],
  files: { 'package.json': module, 'a.js': 'export const a = 1;\n' },
};

const green: AcceptanceProject = {
  name: 'green-suite',
  about: 'nothing fails',
  command: 'node --test',
  timeLimit: 30,
  expected: ['nothing-to-fix'],
  files: {
    'package.json': module,
    'a.js': 'export const twice = (n) => 2 * n;\n',
    'a.test.js':
      "import assert from 'node:assert';\nimport { test } from 'node:test';\nimport { twice } from './a.js';\ntest('twice', () => assert.equal(twice(4), 8));\n",
  },
};

const large: AcceptanceProject = {
  name: 'large-suite',
  about: 'three hundred tests in thirty files, one bug',
  command: 'node --test',
  timeLimit: 120,
  expected: ['fixed', 'review'],
  files: { 'package.json': module, ...generated(30, 10, 17) },
  reference: { 'src/unit17.js': [['value < bounds.high', 'value < bounds.low']] },
  hidden: {
    file: 'check.js',
    text: `import assert from 'node:assert';
import { clamp17 } from './src/unit17.js';
for (let n = -20; n < 60; n++) assert.equal(clamp17(n), Math.min(Math.max(n, 17), 37));
`,
  },
};

/** Modules that all do the same in their own bounds, with their tests; the one numbered `wrong` looks at the wrong bound. */
function generated(count: number, tests: number, wrong: number): Record<string, string> {
  const files: Record<string, string> = {};
  for (let unit = 0; unit < count; unit++) {
    const below = unit === wrong ? 'value < bounds.high' : 'value < bounds.low';
    files[`src/unit${unit}.js`] = `import { scale } from './scale.js';

const bounds = { low: ${unit}, high: ${unit + 20} };

export function clamp${unit}(value) {
  if (${below}) return bounds.low;
  if (value > bounds.high) return bounds.high;
  return value;
}

export const scaled${unit} = (value) => scale(clamp${unit}(value), 2);
`;
    const cases = Array.from({ length: tests }, (_, n) => {
      const value = unit - 8 + n * 4;
      const clamped = Math.min(Math.max(value, unit), unit + 20);
      return `test('unit ${unit}, case ${n}', () => assert.deepEqual([clamp${unit}(${value}), scaled${unit}(${value})], [${clamped}, ${2 * clamped}]));\n`;
    });
    files[`test/unit${unit}.test.js`] =
      `import assert from 'node:assert/strict';\nimport { test } from 'node:test';\nimport { clamp${unit}, scaled${unit} } from '../src/unit${unit}.js';\n\n${cases.join('')}`;
  }
  files['src/scale.js'] = 'export function scale(value, factor) {\n  return value * factor;\n}\n';
  return files;
}

const elsewhere: AcceptanceProject = {
  name: 'failure-elsewhere',
  about: 'a bug, and a test that fails for want of what is not there',
  command: 'python3 -m pytest -q',
  needs: 'pytest',
  timeLimit: 40,
  expected: ['review'],
  files: {
    'most.py': `def most(values):
    best = values[0]
    for one in values:
        if one < best:
            best = one
    return best
`,
    'place.py': `import os


def place():
    return os.environ["HONE_TEST_PLACE_OF_NOBODY"]
`,
    'test_all.py': `from most import most
from place import place


def test_place():
    assert place() == "here, and nowhere else"


def test_in_the_middle():
    assert most([1, 3, 2]) == 3


def test_at_the_start():
    assert most([5, 1, 4]) == 5


def test_below_zero():
    assert most([-3, -1]) == -1
`,
  },
  hidden: {
    file: 'check.py',
    text: `from most import most

assert most([2, 9, 4, 7]) == 9
`,
  },
};

export const hardProjects: readonly AcceptanceProject[] = [beyond, flaky, writing, absent, green, large, elsewhere];
