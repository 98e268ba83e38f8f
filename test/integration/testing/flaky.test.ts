import { expect, it } from 'vitest';
import { failing, findFlaky } from '../../../src/testing/index.ts';
import { runProject } from './support.ts';

const tests = `const test = require('node:test'); const assert = require('node:assert'); const fs = require('node:fs');
test('every other time', () => {
  const times = fs.existsSync('count') ? Number(fs.readFileSync('count')) : 0;
  fs.writeFileSync('count', String(times + 1));
  assert.equal(times % 2, 1);
});
test('first time only', () => { assert.ok(!fs.existsSync('seen')); fs.writeFileSync('seen', ''); });
test('never', () => { assert.fail('always'); });
test('always', () => {});
`;

it('finds tests whose verdict changes by itself, and does not run files without a failing test', async () => {
  const { at, command, run } = await runProject('node --test', {
    'a.test.js': tests,
    'b.test.js': "require('node:test')('b', () => require('node:fs').appendFileSync('b', 'b'));",
  });
  expect(failing(run)).toHaveLength(2);
  const report = await findFlaky(at, command, run, 2, { timeoutMs: 20_000 });
  expect([...report.flaky].sort()).toEqual(['a.test.js::every other time', 'a.test.js::first time only']);
  expect(report.repeats).toBe(2);
  expect((await at.read('b'))?.toString()).toBe('b');
});

it('counts no run that did not complete, and repeats nothing where nothing fails', async () => {
  const files = { 'a.test.js': "require('node:test')('a', () => { throw 1 });" };
  const { at, command, run } = await runProject('node --test', files);
  await at.write({ 'a.test.js': 'const' });
  expect(await findFlaky(at, command, run, 1, { timeoutMs: 20_000 })).toEqual({ flaky: new Set(), repeats: 0 });
  expect((await findFlaky(at, command, { ...run, tests: [] }, 3, { timeoutMs: 20_000 })).repeats).toBe(0);
});
