import type { AcceptanceProject } from './project.ts';

const twoBugs: AcceptanceProject = {
  name: 'two-bugs',
  about: 'two independent bugs in two files',
  command: 'node --test',
  timeLimit: 90,
  expected: ['fixed', 'review'],
  files: {
    'package.json': '{ "name": "geometry", "version": "1.0.0", "type": "module" }\n',
    'src/box.js': `export function overlaps(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top > a.bottom;
}

export function area({ left, right, top, bottom }) {
  return Math.max(0, right - left) * Math.max(0, bottom - top);
}
`,
    'src/turn.js': `/** The smallest turn from one heading to another, in degrees, from -180 to 180. */
export function turn(from, to) {
  let angle = (to - from) % 360;
  if (angle > 180) angle += 360;
  if (angle < -180) angle += 360;
  return angle;
}
`,
    'test/box.test.js': `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { area, overlaps } from '../src/box.js';

const box = (left, top, right, bottom) => ({ left, top, right, bottom });

test('boxes that overlap', () => assert.equal(overlaps(box(0, 0, 2, 2), box(1, 1, 3, 3)), true));
test('boxes beside each other', () => assert.equal(overlaps(box(0, 0, 1, 1), box(2, 0, 3, 1)), false));
test('boxes one above the other', () => assert.equal(overlaps(box(0, 0, 1, 1), box(0, 2, 1, 3)), false));
test('boxes one below the other', () => assert.equal(overlaps(box(0, 2, 1, 3), box(0, 0, 1, 1)), false));
test('area', () => assert.equal(area(box(1, 1, 3, 4)), 6));
`,
    'test/turn.test.js': `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { turn } from '../src/turn.js';

test('a little to the right', () => assert.equal(turn(10, 30), 20));
test('over north to the left', () => assert.equal(turn(10, 350), -20));
test('over north to the right', () => assert.equal(turn(350, 10), 20));
`,
  },
  reference: {
    'src/box.js': [['b.top > a.bottom', 'b.top < a.bottom']],
    'src/turn.js': [['if (angle > 180) angle += 360', 'if (angle > 180) angle -= 360']],
  },
  hidden: {
    file: 'check.js',
    text: `import assert from 'node:assert';
import { overlaps } from './src/box.js';
import { turn } from './src/turn.js';
for (let from = 0; from < 360; from += 7) for (let by = -179; by < 180; by += 3) {
  assert.equal(turn(from, (from + by + 360) % 360), by);
}
const box = (left, top, right, bottom) => ({ left, top, right, bottom });
for (let top = -4; top < 5; top++) {
  assert.equal(overlaps(box(0, 0, 2, 2), box(0, top, 2, top + 2)), Math.abs(top) < 2);
  assert.equal(overlaps(box(0, 0, 2, 2), box(top, 0, top + 2, 2)), Math.abs(top) < 2);
}
`,
  },
};

const asynchronous: AcceptanceProject = {
  name: 'missing-await',
  about: 'asynchronous code in which one await is missing',
  command: 'npm test',
  timeLimit: 60,
  expected: ['fixed', 'review'],
  files: {
    'package.json': '{ "name": "retry", "version": "1.0.0", "type": "module", "scripts": { "test": "node --test" } }\n',
    'src/retry.js': `export class GaveUp extends Error {}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Calls \`work\` until it succeeds, \`times\` times at most. */
export async function retry(work, { times = 3, wait = 1 } = {}) {
  let last;
  for (let turn = 1; turn <= times; turn++) {
    try {
      return work(turn);
    } catch (error) {
      last = error;
      await pause(wait * turn);
    }
  }
  throw new GaveUp(\`gave up after \${times}\`, { cause: last });
}
`,
    'test/retry.test.js': `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GaveUp, retry } from '../src/retry.js';

test('gives what the work gives', async () => {
  assert.equal(await retry(async () => 5), 5);
});

test('tries again', async () => {
  const work = async (turn) => {
    if (turn < 3) throw new Error('not yet');
    return turn;
  };
  assert.equal(await retry(work), 3);
});

test('gives up', async () => {
  await assert.rejects(retry(async () => { throw new Error('never'); }, { times: 2 }), GaveUp);
});
`,
  },
  reference: { 'src/retry.js': [['return work(turn)', 'return await work(turn)']] },
  hidden: {
    file: 'check.js',
    text: `import assert from 'node:assert';
import { GaveUp, retry } from './src/retry.js';
for (let times = 1; times < 5; times++) {
  let calls = 0;
  const never = async () => { calls++; throw new TypeError('x'); };
  await assert.rejects(retry(never, { times, wait: 0 }), (error) => error instanceof GaveUp && error.cause instanceof TypeError);
  assert.equal(calls, times);
  assert.equal(await retry(async (turn) => { if (turn < times) throw new Error('y'); return 'z'; }, { times, wait: 0 }), 'z');
}
`,
  },
};

const pythonHang: AcceptanceProject = {
  name: 'python-hang',
  about: 'the bug is a loop that does not end',
  command: 'python3 -m pytest -q',
  needs: 'pytest',
  timeLimit: 90,
  expected: ['fixed', 'review'],
  files: {
    'bisection.py': `def first_at_least(values, wanted):
    """Index of the first of the ascending values that is not below \`wanted\`; their number when all are."""
    low, high = 0, len(values)
    while low < high:
        middle = (low + high) // 2
        if values[middle] < wanted:
            low = middle
        else:
            high = middle
    return low
`,
    'test_bisection.py': `from bisection import first_at_least

VALUES = [2, 3, 5, 7, 11]


def test_first():
    assert first_at_least(VALUES, 1) == 0


def test_between():
    assert first_at_least(VALUES, 6) == 3


def test_beyond():
    assert first_at_least(VALUES, 12) == 5


def test_nothing():
    assert first_at_least([], 1) == 0
`,
  },
  reference: { 'bisection.py': [['low = middle\n', 'low = middle + 1\n']] },
  hidden: {
    file: 'check.py',
    text: `import bisect
from bisection import first_at_least
for size in range(12):
    values = [(n * n) // 3 for n in range(size)]
    for wanted in range(-1, 45):
        assert first_at_least(values, wanted) == bisect.bisect_left(values, wanted)
`,
  },
};

const module = '{ "name": "subject", "version": "1.0.0", "type": "module" }\n';

const javascriptHang: AcceptanceProject = {
  name: 'javascript-hang',
  about: 'the bug is a loop that does not end, and node:test cannot say which test hangs',
  command: 'node --test',
  timeLimit: 90,
  expected: ['fixed', 'review'],
  files: {
    'package.json': module,
    'src/chunks.js': `export function chunks(text, size) {
  const found = [];
  let at = 0;
  while (at < text.length) {
    found.push(text.slice(at, at + size));
    at += at;
  }
  return found;
}

export function longest(parts) {
  return parts.reduce((most, part) => Math.max(most, part.length), 0);
}
`,
    'test/chunks.test.js': `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chunks, longest } from '../src/chunks.js';

test('nothing', () => assert.deepEqual(chunks('', 3), []));
test('even', () => assert.deepEqual(chunks('abcdef', 3), ['abc', 'def']));
test('a rest', () => assert.deepEqual(chunks('abcdefgh', 3), ['abc', 'def', 'gh']));
test('longest', () => assert.equal(longest(['a', 'bcd', 'ef']), 3));
`,
  },
  reference: { 'src/chunks.js': [['at += at', 'at += size']] },
  hidden: {
    file: 'check.js',
    text: `import assert from 'node:assert';
import { chunks } from './src/chunks.js';
for (let n = 0; n < 20; n++) for (let size = 1; size < 9; size++) {
  const found = chunks('x'.repeat(n), size);
  assert.equal(found.length, Math.ceil(n / size));
  assert.ok(found.slice(0, -1).every((part) => part.length === size));
}
`,
  },
};

export const controlFlowProjects: readonly AcceptanceProject[] = [twoBugs, asynchronous, pythonHang, javascriptHang];
