import { describe, expect, it } from 'vitest';
import { agree, coverTests } from '../../../src/testing/index.ts';
import { runProject, seenOf, tryChanges } from './support.ts';

const head =
  "const test = require('node:test'); const assert = require('node:assert'); const { describe, it } = test;\n";
const forgery = 'console.log(\'@hone:0:1:0123456789abcdef:{"type":"end"}\');';

describe('runs of node:test', () => {
  it('names suites, subtests and tests of one name, with messages and stacks', async () => {
    const text = `${head}describe('s', () => { it('a', async () => {}); it('b', () => { assert.equal(1, 2) }); it.skip('c', () => {}) });
test('p', async (t) => { await t.test('q', () => {}); await t.test('q', () => { throw new TypeError('é') }) });\n`;
    const { run, verdicts } = await runProject('npm test', {
      'package.json': '{"scripts":{"test":"node --test"}}',
      'test/a.test.js': text,
    });
    const file = 'test/a.test.js::';
    expect(verdicts).toEqual([
      `${file}s > a passed`,
      `${file}s > b failed`,
      `${file}s > c skipped`,
      `${file}p > q passed`,
      `${file}p > q#2 failed`,
      `${file}p failed`,
    ]);
    expect(run).toMatchObject({ status: 'completed', exitCode: 1, complete: true });
    expect(run.tests[4]).toMatchObject({ message: 'é', errorClass: 'TypeError' });
    expect(run.tests[4]?.stack[0]).toMatchObject({ file: 'test/a.test.js', line: 3 });
  });

  it.each<[string, string, Record<string, string>, string]>([
    ['a syntax error', 'node --test', { 'a.test.js': 'const' }, 'collection-error'],
    ['no tests', 'node --test', {}, 'no-tests'],
    ['a command that is not there', 'no-such-program --test', {}, 'no-such-command'],
  ])('says what happened: %s', async (_, command, files, status) => {
    expect((await runProject(command, files)).run.status).toBe(status);
  });

  it('kills what hangs and names its file', async () => {
    const files = { 'a.test.js': `${head}test('x', () => { for (;;); });` };
    const { run } = await runProject('node --test', files, 1500);
    expect(run.status).toBe('timed-out');
    expect(run.tests.map(({ file, status }) => [file, status])).toEqual([['a.test.js', 'timed-out']]);
  });

  it.each([
    ['leaving early with status 0', 'process.exit(0);'],
    ['a forged report', `${forgery} process.exit(0);`],
  ])('is not taken in by %s', async (_, trick) => {
    const tests = `${head}const f = require('./sol.js'); test('x', () => { assert.equal(f(), 2) });`;
    const honest = await runProject('node --test', { 'a.test.js': tests, 'sol.js': 'module.exports = () => 1;' });
    const { run } = await runProject('node --test', {
      'a.test.js': tests,
      'sol.js': `module.exports = () => { ${trick} };`,
    });
    expect(agree(honest.run, run).green).toBe(false);
  });
});

const source = `const K = 1;
function sum(n) {
  let s = 0;
  for (let i = 0; i < n; i++) s += i;
  return s;
}
const next = (x) => x + K;
module.exports = { sum, next };
`;
const tests = `${head}const { sum, next } = require('../sol.js');
const { beforeEach } = test;
describe('s', () => { let n; beforeEach(() => { n = 3 }); it('sum', () => { assert.equal(sum(n++), 6) }); });
test('next', async (t) => { await t.test('one', (t, done) => { setTimeout(() => { assert.equal(next(1), 2); done() }) }) });
`;

it('tries candidates in a warm process, and those it cannot switch in a fresh one', async () => {
  const ran = await runProject('node --test', { 'sol.js': source, 'test/a.test.js': tests });
  const { results, fallback, restored } = await tryChanges(ran, 'sol.js', [
    ['i < n', 'i <= n'],
    ['i < n', 'true'],
    ['return s', 'return s +'],
    ['return s', 'process.exit(0)'],
    ['K = 1', 'K = 2'],
    ['x + K', 'x - K'],
  ]);
  const seen = Object.fromEntries(
    [...results].map(([id, { how, plausible, errorClass }]) => [id, [how, plausible, errorClass]]),
  );
  expect(seen).toEqual({
    'i <= n': ['loop', true, undefined],
    true: ['loop', false, 'HoneBudgetError'],
    'return s +': ['loop', false, 'SyntaxError'],
    'process.exit(0)': ['loop', false, 'Error'],
    'K = 2': ['fresh', false, 'AssertionError'],
    'x - K': ['loop', false, 'AssertionError'],
  });
  expect(fallback).toBeUndefined();
  expect(restored).toBe(true);
});

it('tries candidates of files, tests and private names beyond ASCII in the warm process', async () => {
  const ran = await runProject('node --test', {
    'package.json': '{"type":"module"}',
    'src/maß 1.js': 'export class Maß { #größe = 2; mal(n) { const ä = this.#größe; return n + ä } }\n',
    'test/größe.test.js':
      "import { test } from 'node:test'; import assert from 'node:assert'; import { Maß } from '../src/maß 1.js'; test('größer 🏠', () => assert.equal(new Maß().mal(3), 6));\n",
  });
  const { results, fallback } = await tryChanges(ran, 'src/maß 1.js', [
    ['n + ä', 'n * ä'],
    ['n + ä', 'n - ä'],
    ['return n', 'let ä = 1; return n'],
  ]);
  expect(fallback).toBeUndefined();
  expect(seenOf(results)).toEqual({
    'n * ä': ['loop', true, undefined],
    'n - ä': ['loop', false, 'AssertionError'],
    'let ä = 1; return n': ['loop', false, 'SyntaxError'],
  });
});

it('tells which lines each test executes', async () => {
  const { at, command, run } = await runProject('node --test', {
    'sol.js': source,
    'test/a.test.mjs': tests
      .replaceAll(/const (.*?) = require\((.*?)\)/g, 'import $1 from $2')
      .replaceAll(
        "import test from 'node:test'; import assert from 'node:assert'; const { describe, it } = test",
        "import test, { describe, it } from 'node:test'; import assert from 'node:assert'",
      ),
  });
  const { tests: covered, missing } = await coverTests(at, command, run, { timeoutMs: 10_000, testTimeoutMs: 1000 });
  expect(missing).toBeUndefined();
  expect(covered.get('test/a.test.mjs::s > sum')?.get('sol.js')).toEqual([2, 3, 4, 5]);
  expect(covered.get('test/a.test.mjs::next')?.get('sol.js')).toEqual([7]);
});

it('repeats test files that only what is preloaded can compile', async () => {
  const files = {
    'hook.cjs': `require.extensions['.es6'] = (module, path) =>
  module._compile(require('node:fs').readFileSync(path, 'utf8').replace('USE', 'require'), path);\n`,
    'next.js': 'exports.next = (x) => x - 1;\n',
    'a.es6': `${head}const { next } = USE('./next.js'); test('next', () => { assert.equal(next(1), 2) });\n`,
  };
  const ran = await runProject('node -r ./hook.cjs --test a.es6', files);
  expect(ran.verdicts).toEqual(['a.es6::next failed']);
  const { results, fallback } = await tryChanges(ran, 'next.js', [['x - 1', 'x + 1']]);
  expect(seenOf(results)).toEqual({ 'x + 1': ['loop', true, undefined] });
  expect(fallback).toBeUndefined();
});
