import type { AcceptanceProject } from './project.ts';

const queue: AcceptanceProject = {
  name: 'jest-esm',
  about: 'ES modules under jest',
  command: 'node --experimental-vm-modules node_modules/jest/bin/jest.js',
  needs: 'jest',
  timeLimit: 120,
  expected: ['fixed', 'review'],
  files: {
    'package.json': '{ "name": "queue", "version": "1.0.0", "type": "module", "jest": { "transform": {} } }\n',
    'src/heap.js': `/** A queue that gives the smallest first. */
export class Heap {
  #items = [];

  get size() {
    return this.#items.length;
  }

  push(item) {
    const items = this.#items;
    let at = items.push(item) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (items[parent] <= item) break;
      items[at] = items[parent];
      at = parent;
    }
    items[at] = item;
  }

  pop() {
    const items = this.#items;
    const top = items[0];
    const last = items.pop();
    if (items.length === 0) return top;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= items.length) break;
      if (child + 1 < items.length && items[child + 1] > items[child]) child += 1;
      if (items[child] >= last) break;
      items[at] = items[child];
      at = child;
    }
    items[at] = last;
    return top;
  }
}
`,
    'test/heap.test.js': `import { expect, test } from '@jest/globals';
import { Heap } from '../src/heap.js';

const drain = (numbers) => {
  const heap = new Heap();
  for (const n of numbers) heap.push(n);
  return Array.from(numbers, () => heap.pop());
};

test('one', () => {
  expect(drain([4])).toEqual([4]);
});

test('sorts', () => {
  expect(drain([5, 3, 8, 1, 9, 2])).toEqual([1, 2, 3, 5, 8, 9]);
});

test('keeps what is equal', () => {
  expect(drain([2, 1, 2, 1])).toEqual([1, 1, 2, 2]);
});

test('counts', () => {
  const heap = new Heap();
  heap.push(1);
  expect(heap.size).toBe(1);
});
`,
  },
  reference: { 'src/heap.js': [['items[child + 1] > items[child]', 'items[child + 1] < items[child]']] },
  hidden: {
    file: 'check.js',
    text: `import assert from 'node:assert';
import { Heap } from './src/heap.js';
let seed = 7;
for (let round = 0; round < 50; round++) {
  const numbers = Array.from({ length: round }, () => (seed = (seed * 48271) % 2147483647) % 30);
  const heap = new Heap();
  for (const n of numbers) heap.push(n);
  assert.deepEqual(numbers.map(() => heap.pop()), [...numbers].sort((a, b) => a - b));
}
`,
  },
};

const monorepo: AcceptanceProject = {
  name: 'npm-workspaces',
  about: 'one package of a monorepo, called by name',
  command: 'npm test -w packages/core',
  timeLimit: 60,
  expected: ['fixed', 'review'],
  files: {
    'package.json': '{ "name": "site", "private": true, "workspaces": ["packages/*"] }\n',
    'packages/core/package.json':
      '{ "name": "@site/core", "version": "1.0.0", "type": "module", "scripts": { "test": "node --test" } }\n',
    'packages/core/src/slug.js': `/** What stands in an address for a title. */
export function slug(title, longest = 40) {
  const words = title
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9 -]/g, '')
    .split(/[ -]+/)
    .filter((word) => word.length > 0);
  let text = '';
  for (const word of words) {
    const longer = text === '' ? word : text + '-' + word;
    if (longer.length >= longest) break;
    text = longer;
  }
  return text;
}
`,
    'packages/core/test/slug.test.js': `import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { slug } from '../src/slug.js';

describe('slug', () => {
  it('is lower case', () => assert.equal(slug('Hello  World'), 'hello-world'));
  it('drops accents', () => assert.equal(slug('Crème brûlée'), 'creme-brulee'));
  it('ends at a word', () => assert.equal(slug('one two three', 9), 'one-two'));
  it('uses all the room there is', () => assert.equal(slug('one two three', 7), 'one-two'));
  it('may be nothing', () => assert.equal(slug('!?'), ''));
});
`,
    'packages/web/package.json':
      '{ "name": "@site/web", "version": "1.0.0", "type": "module", "scripts": { "test": "node --test" } }\n',
    'packages/web/page.js': "export const page = (title) => '<h1>' + title + '</h1>';\n",
    'packages/web/page.test.js': `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { page } from './page.js';
test('is not asked for', () => assert.equal(page('a'), '<h2>a</h2>'));
`,
  },
  reference: { 'packages/core/src/slug.js': [['longer.length >= longest', 'longer.length > longest']] },
  hidden: {
    file: 'check.mjs',
    text: `import assert from 'node:assert';
import { slug } from './packages/core/src/slug.js';
assert.equal(slug('aa bb cc', 8), 'aa-bb-cc');
assert.equal(slug('aa bb cc', 7), 'aa-bb');
assert.equal(slug('aa bb cc', 5), 'aa-bb');
assert.equal(slug('aa bb cc', 4), 'aa');
assert.equal(slug('aa', 1), '');
`,
  },
};

const imported: AcceptanceProject = {
  name: 'imported-helper',
  about: 'the bug is two imports below the tested module',
  command: 'node --test',
  timeLimit: 60,
  expected: ['fixed', 'review'],
  files: {
    'package.json': '{ "name": "timetable", "version": "1.0.0", "type": "module" }\n',
    'lib/time/clock.js': `/** Minutes since midnight of \`h:mm\`. */
export function minutesOf(text) {
  const [hours, minutes] = text.split(':').map(Number);
  return hours * 60 + minutes;
}

export function textOf(minutes) {
  const hours = Math.floor(minutes / 60) % 24;
  const rest = minutes % 24;
  return \`\${hours}:\${String(rest).padStart(2, '0')}\`;
}
`,
    'lib/trip.js': `import { minutesOf, textOf } from './time/clock.js';

export function arrival({ departure, legs }) {
  const start = minutesOf(departure);
  const riding = legs.reduce((sum, leg) => sum + leg.minutes, 0);
  const waiting = legs.reduce((sum, leg) => sum + (leg.wait ?? 0), 0);
  return textOf(start + riding + waiting);
}
`,
    'index.js': `import { arrival } from './lib/trip.js';

export function describeTrip(trip) {
  return \`\${trip.from} to \${trip.to}, \${trip.departure} to \${arrival(trip)}\`;
}
`,
    'test/trip.test.js': `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeTrip } from '../index.js';

const trip = { from: 'Ulm', to: 'Bonn', departure: '9:50', legs: [{ minutes: 15 }] };

test('a short ride', () => {
  assert.equal(describeTrip(trip), 'Ulm to Bonn, 9:50 to 10:05');
});

test('a change of trains', () => {
  const legs = [{ minutes: 60, wait: 12 }, { minutes: 45 }];
  assert.equal(describeTrip({ ...trip, legs }), 'Ulm to Bonn, 9:50 to 11:47');
});

test('past midnight', () => {
  assert.equal(describeTrip({ ...trip, departure: '23:30', legs: [{ minutes: 90 }] }), 'Ulm to Bonn, 23:30 to 1:00');
});
`,
  },
  reference: { 'lib/time/clock.js': [['const rest = minutes % 24', 'const rest = minutes % 60']] },
  hidden: {
    file: 'check.js',
    text: `import assert from 'node:assert';
import { minutesOf, textOf } from './lib/time/clock.js';
for (let m = 0; m < 1440; m++) assert.equal(minutesOf(textOf(m)), m);
assert.equal(textOf(1440 + 61), '1:01');
`,
  },
};

export const javascriptProjects: readonly AcceptanceProject[] = [queue, monorepo, imported];
