import { describe, expect, it } from 'vitest';
import { coverTests } from '../../src/testing/index.ts';
import { installed, runProject, seenOf, tryChanges } from '../integration/testing/support.ts';

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
const mocked = jest.fn();
describe('s', () => {
  let n;
  beforeEach(() => { n = 3; });
  it('sum', () => { expect(sum(n++)).toBe(6); });
  it.each([[0, 0], [1, 0]])('small %i', (x, y) => { expect(sum(x)).toBeLessThan(y + 2); });
  it('counts calls', () => { mocked(); expect(mocked).toHaveBeenCalledTimes(1); });
  it('keeps a snapshot', () => { expect(next(1)).toMatchInlineSnapshot('2'); });
});
`;
const more = `const { next } = require('../src/sol');
jest.mock('../src/other', () => ({ five: () => 6 }));
const { five } = require('../src/other');
test('next', (done) => { setTimeout(() => { expect(next(five())).toBe(7); done(); }, 1); });
`;
const other = 'module.exports = { five: () => 5 };\n';

describe('runs of jest', () => {
  it('reports statuses, classes, messages and stacks', async () => {
    const text = `${tests}
describe('t', () => {
  it('throws', () => { next.missing(); });
  it('asserts', () => { assert.equal(1, 2); });
  it.skip('skipped', () => {});
  it.todo('todo');
  it('hangs', (done) => {}, 20);
  it('writes no snapshot', () => { expect(1).toMatchSnapshot(); });
  it('again', () => {});
  it('again', () => Promise.reject(new RangeError('late')));
});
describe('broken', () => { beforeAll(() => { throw new TypeError('before'); }); it('x', () => {}); });
`;
    const { run, verdicts } = await runProject('npx jest test', {
      'package.json': '{}',
      'src/sol.js': source,
      'test/a.test.js': text,
    });
    const file = 'test/a.test.js::';
    expect(verdicts).toEqual([
      `${file}s > sum failed`,
      `${file}s > small 0 passed`,
      `${file}s > small 1 passed`,
      `${file}s > counts calls passed`,
      `${file}s > keeps a snapshot passed`,
      `${file}t > throws failed`,
      `${file}t > asserts failed`,
      `${file}t > skipped skipped`,
      `${file}t > todo skipped`,
      `${file}t > hangs timed-out`,
      `${file}t > writes no snapshot failed`,
      `${file}t > again passed`,
      `${file}t > again#2 failed`,
      `${file}broken > x failed`,
    ]);
    expect(run).toMatchObject({ status: 'completed', exitCode: 1, complete: true, authenticated: true });
    const classes = run.tests.filter(({ status }) => status === 'failed').map(({ errorClass }) => errorClass);
    expect(classes).toEqual([
      'AssertionError',
      'TypeError',
      'AssertionError',
      'AssertionError',
      'RangeError',
      'TypeError',
    ]);
    expect(run.tests[5]).toMatchObject({
      message: 'next.missing is not a function',
      stack: [{ file: 'test/a.test.js', line: 14 }],
    });
  });

  it.each<[string, string, string]>([
    ['a syntax error', 'const', 'collection-error'],
    ['a module that is not there', "require('./none');", 'collection-error'],
  ])('says what happened: %s', async (_, text, status) => {
    const { run } = await runProject('npx jest', { 'package.json': '{}', 'a.test.js': text });
    expect(run).toMatchObject({ status, tests: [{ id: 'a.test.js::', status: 'error' }] });
    expect(run.rawTail).toContain('a.test.js');
  });

  it('says that there are no tests', async () => {
    expect((await runProject('npx jest', { 'package.json': '{}' })).run.status).toBe('no-tests');
  });
});

it('repeats tests of several files and projects, with their mocks, and tells what they execute', {
  timeout: 90_000,
}, async () => {
  const ran = await runProject('npm test', {
    'package.json': '{"scripts":{"test":"jest -w 2"},"jest":{"projects":["packages/*"]}}',
    'packages/a/package.json': '{}',
    'packages/b/package.json': '{}',
    'packages/a/src/sol.js': source,
    'packages/a/src/other.js': other,
    'packages/a/test/a.test.js': tests,
    'packages/a/test/b.test.js': more,
    'packages/b/c.test.js': "const { sum } = require('../a/src/sol'); it('none', () => { expect(sum(0)).toBe(0); });",
  });
  const { tests: covered } = await coverTests(ran.at, ran.command, ran.run, { timeoutMs: 20_000, testTimeoutMs: 1000 });
  const file = 'packages/a/src/sol.js';
  expect(covered.get('packages/a/test/a.test.js::s > sum')?.get(file)).toEqual([2, 3, 4, 5]);
  expect(covered.get('packages/a/test/b.test.js::next')?.get(file)).toEqual([7]);

  const { results, fallback, restored } = await tryChanges(ran, file, [
    ['i < n', 'i <= n'],
    ['i < n', 'true'],
    ['return s', 'return s +'],
    ['return s', 'process.exit(0)'],
    ['K = 1', 'K = 2'],
    ['return s', 'return s * 2'],
    ['x + K', 'x - K'],
  ]);
  expect(seenOf(results)).toEqual({
    'i <= n': ['loop', true, undefined],
    true: ['loop', false, 'HoneBudgetError'],
    'return s +': ['loop', false, 'SyntaxError'],
    'process.exit(0)': ['loop', false, 'Error'],
    'K = 2': ['fresh', false, 'AssertionError'],
    'return s * 2': ['loop', true, undefined],
    'x - K': ['loop', false, 'AssertionError'],
  });
  expect([fallback, restored]).toEqual([undefined, true]);
});

it('repeats ES modules', async () => {
  const ran = await runProject('node --experimental-vm-modules node_modules/jest/bin/jest.js', {
    'package.json': '{"type":"module","jest":{"transform":{}}}',
    'sol.js': 'export function half(n) {\n  return n / 3;\n}\n',
    'a.test.js':
      "import { jest } from '@jest/globals';\nimport { half } from './sol.js';\nit('half', async () => { jest.fn(); expect(half(4)).toBe(2); });\n",
  });
  const { results, fallback } = await tryChanges(ran, 'sol.js', [
    ['n / 3', 'n / 2'],
    ['n / 3', 'n'],
  ]);
  expect(fallback).toBeUndefined();
  expect(seenOf(results)).toEqual({ 'n / 2': ['loop', true, undefined], n: ['loop', false, 'AssertionError'] });
});

const modules = installed('jest@30', 'ts-jest@29', 'typescript@5');
if (modules === undefined)
  process.stdout.write('not run: jest 30 with ts-jest (the package registry is not reached)\n');

it.skipIf(modules === undefined)('repeats TypeScript that ts-jest checks, with jest 30', async () => {
  const ran = await runProject(
    'npx jest',
    {
      'package.json': '{"jest":{"preset":"ts-jest"}}',
      'tsconfig.json':
        '{"compilerOptions":{"module":"commonjs","strict":true,"types":["jest"],"isolatedModules":true}}',
      'sol.ts': 'export interface N { n: number }\n\nexport function half({ n }: N): number {\n  return n / 3;\n}\n',
      'a.test.ts':
        "import { expect, it } from '@jest/globals';\nimport { half } from './sol';\nit('half', () => {\n  expect(half({ n: 4 })).toBe(2);\n});\n",
    },
    30_000,
    modules,
  );
  expect(ran.run.tests).toMatchObject([{ id: 'a.test.ts::half', stack: [{ file: 'a.test.ts', line: 4 }] }]);
  const { at, command, run } = ran;
  const { tests: covered } = await coverTests(at, command, run, { timeoutMs: 20_000, testTimeoutMs: 1000 });
  expect(covered.get('a.test.ts::half')?.get('sol.ts')).toContain(4);
  const { results, fallback } = await tryChanges(ran, 'sol.ts', [
    ['n / 3', 'n / 2'],
    ['n / 3', 'n'],
  ]);
  expect(fallback).toBeUndefined();
  expect(seenOf(results)).toEqual({ 'n / 2': ['loop', true, undefined], n: ['loop', false, 'AssertionError'] });
});
