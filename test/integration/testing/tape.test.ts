import { describe, expect, it } from 'vitest';
import { coverTests } from '../../../src/testing/index.ts';
import { installed, runProject, seenOf, tryChanges } from './support.ts';

const modules = installed('tape@5');
if (modules === undefined && process.env.HONE_TEST_REQUIRE === 'all') throw new Error('tape is required');

const source = `const K = 1;
function sum(n) {
  let s = 0;
  for (let i = 0; i < n; i++) s += i;
  return s;
}
const next = (x) => x + K;
module.exports = { sum, next };
`;
const tests = `const test = require('tape');
const { sum, next } = require('../src/sol');
test('sum', (t) => {
  t.equal(sum(4), 10, 'adds');
  t.test('inner', (st) => { st.equal(next(1), 2); st.end(); });
  t.end();
});
test('later', (t) => { t.plan(1); setTimeout(() => t.equal(next(2), 3), 1); });
test('again', async (t) => { t.equal(sum(0), 0); });
test('again', { skip: true }, (t) => { t.fail(); t.end(); });
test('planned', (t) => { t.plan(sum(3) === 6 ? 1 : 2); t.pass(); if (sum(3) !== 6) t.end(); });
`;
const esm = `import test from 'tape';
import sol from '../src/sol.js';
test('is an ES module', (t) => { t.throws(() => sol.missing(), TypeError); t.end(); });
`;
const files = { 'src/sol.js': source, 'test/a.js': tests, 'test/b.mjs': esm };
const manifest = { 'package.json': '{"scripts":{"test":"nyc tape \'test/*.{js,mjs}\'"}}' };

describe.skipIf(modules === undefined)('tape', () => {
  it('reports tests, and those in them', async () => {
    const { run, verdicts } = await runProject('npm test', { ...files, ...manifest }, 20_000, modules);
    expect([...verdicts].sort()).toEqual([
      'test/a.js::again passed',
      'test/a.js::again#2 skipped',
      'test/a.js::later passed',
      'test/a.js::planned failed',
      'test/a.js::sum > inner passed',
      'test/a.js::sum failed',
      'test/b.mjs::is an ES module passed',
    ]);
    expect(run).toMatchObject({ status: 'completed', complete: true, authenticated: true });
    expect(run.tests.find(({ id }) => id.endsWith('::sum'))).toMatchObject({
      message: 'adds: 6 equal 10',
      errorClass: 'AssertionError',
      stack: [{ file: 'test/a.js', line: 4 }],
    });
  });

  it('measures coverage and tries candidates in a warm process', async () => {
    const ran = await runProject('npx tape test/*.js test/*.mjs', { ...files, ...manifest }, 20_000, modules);
    const { at, command, run } = ran;
    const coverage = await coverTests(at, command, run, { timeoutMs: 20_000, testTimeoutMs: 1000 });
    expect(coverage.tests.get('test/a.js::later')?.get('src/sol.js')).toEqual([7]);
    expect(coverage.tests.get('test/a.js::sum')?.get('src/sol.js')).toContain(4);
    const { results, fallback, restored } = await tryChanges(ran, 'src/sol.js', [
      ['i < n', 'i <= n'],
      ['i < n', 'i > n'],
      ['i < n; i++', 'i < n; i--'],
      ['return s', 'return s.gone.far'],
    ]);
    expect(fallback).toBeUndefined();
    expect(restored).toBe(true);
    expect(seenOf(results)).toEqual({
      'i <= n': ['loop', true, undefined],
      'i > n': ['loop', false, 'AssertionError'],
      'i < n; i--': ['loop', false, 'HoneBudgetError'],
      'return s.gone.far': ['loop', false, 'TypeError'],
    });
  });

  it('says which test ended the run, and that the others were not reached', async () => {
    const broken = { ...files, 'src/sol.js': source.replace('let s = 0', 'let s = none') };
    const { verdicts } = await runProject('tape test/a.js', { ...broken, ...manifest }, 20_000, modules);
    expect(verdicts).toContain('test/a.js::sum failed');
    expect(verdicts).toContain('test/a.js::later error');
  });
});
