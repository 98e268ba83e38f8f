import { expect, it } from 'vitest';
import { coverTests } from '../../../src/testing/index.ts';
import { installed, runProject, seenOf, tryChanges } from './support.ts';

const oldest = installed('mocha@5');

const source = `const K = 1;
function sum(n) {
  let s = 0;
  for (let i = 0; i < n; i++) s += i;
  return s;
}
const next = (x) => x + K;
module.exports = { sum, next };
`;
const tests = `const assert = require('node:assert');
const { sum, next } = require('../src/sol');
describe('s', function () {
  this.timeout(400);
  let n;
  beforeEach(() => { n = 3; });
  it('sum', () => { assert.equal(sum(n++), 6); });
  it('next', (done) => { setTimeout(() => { assert.equal(next(1), 2); done(); }, 1); });
});
`;
const esm = `import assert from 'node:assert';
import sol from '../src/sol.js';
it('is an ES module', async () => { assert.equal(sol.next(0), 1); });
`;

it('reports statuses, and the tests that a failing hook is for', async () => {
  const text = `${tests}
describe('t', () => {
  it('throws', () => { next.missing(); });
  it('again', () => {});
  it('again', () => Promise.reject(new RangeError('late')));
  it.skip('skipped', () => {});
  it('todo');
  it('hangs', (done) => {}).timeout(20);
});
describe('before', () => { before(() => { throw new TypeError('b'); }); it('x', () => {}); describe('y', () => { it('z', () => {}); }); });
describe('after', () => { afterEach(() => { throw new TypeError('a'); }); it('x', () => {}); it('y', () => {}); });
`;
  const { run, verdicts } = await runProject('npm t', {
    'package.json': '{"scripts":{"test":"mocha --parallel --reporter dot"}}',
    '.mocharc.json': '{"spec":["test/*.{js,mjs}"]}',
    'src/sol.js': source,
    'test/a.js': text,
    'test/b.mjs': esm,
  });
  expect([...verdicts].sort()).toEqual(
    [
      'a.js::s > sum failed',
      'a.js::s > next passed',
      'a.js::t > throws failed',
      'a.js::t > again passed',
      'a.js::t > again#2 failed',
      'a.js::t > skipped skipped',
      'a.js::t > todo skipped',
      'a.js::t > hangs timed-out',
      'a.js::before > x error',
      'a.js::before > y > z error',
      'a.js::after > x error',
      'a.js::after > y error',
      'b.mjs::is an ES module passed',
    ]
      .map((one) => `test/${one}`)
      .sort(),
  );
  expect(run).toMatchObject({ status: 'completed', complete: true, authenticated: true });
  expect(run.tests.find(({ id }) => id.endsWith('throws'))).toMatchObject({
    message: 'next.missing is not a function',
    errorClass: 'TypeError',
    stack: [{ file: 'test/a.js', line: 12 }],
  });
});

it.each([
  ['a file that does not load', { 'test/a.js': 'const' }, 'collection-error'],
  ['no tests', { 'test/a.js': '' }, 'no-tests'],
])('says what happened: %s', async (_, files, status) => {
  const { run } = await runProject('npx mocha', { 'package.json': '{}', ...files });
  expect([run.status, run.tests]).toEqual([status, []]);
});

it('repeats tests of CommonJS and ES modules, and tells what they execute', async () => {
  const ran = await runProject('npx mocha "test/*.{js,mjs}"', {
    'package.json': '{}',
    'src/sol.js': source,
    'test/a.js': tests,
    'test/b.mjs': esm,
  });
  const { tests: covered } = await coverTests(ran.at, ran.command, ran.run, { timeoutMs: 20_000, testTimeoutMs: 1000 });
  expect(covered.get('test/a.js::s > sum')?.get('src/sol.js')).toEqual([2, 3, 4, 5]);
  expect(covered.get('test/b.mjs::is an ES module')?.get('src/sol.js')).toEqual([7]);

  const { results, fallback, restored } = await tryChanges(ran, 'src/sol.js', [
    ['i < n', 'i <= n'],
    ['i < n', 'true'],
    ['return s', 'return s +'],
    ['return s', 'let s; return s'],
    ['return s', 'process.exit(0)'],
    ['K = 1', 'K = 2'],
    ['return s', 'return s * 2'],
    ['x + K', 'x - K'],
  ]);
  expect(seenOf(results)).toEqual({
    'i <= n': ['loop', true, undefined],
    true: ['loop', false, 'HoneBudgetError'],
    'return s +': ['loop', false, 'SyntaxError'],
    'let s; return s': ['loop', false, 'SyntaxError'],
    'process.exit(0)': ['loop', false, 'Error'],
    'K = 2': ['fresh', false, 'AssertionError'],
    'return s * 2': ['loop', true, undefined],
    'x - K': ['loop', false, 'AssertionError'],
  });
  expect([fallback, restored]).toEqual([undefined, true]);
});

it.skipIf(oldest === undefined)('old versions let go of what has run, and know no parallel runs', async () => {
  const ran = await runProject('mocha', { 'src/sol.js': source, 'test/a.js': tests }, 20_000, oldest);
  expect(ran.verdicts).toEqual(['test/a.js::s > sum failed', 'test/a.js::s > next passed']);
  const { results, fallback } = await tryChanges(ran, 'src/sol.js', [
    ['i < n', 'i > n'],
    ['i < n', 'i <= n'],
  ]);
  expect(seenOf(results)).toEqual({
    'i > n': ['loop', false, 'AssertionError'],
    'i <= n': ['loop', true, undefined],
  });
  expect(fallback).toBeUndefined();
});
