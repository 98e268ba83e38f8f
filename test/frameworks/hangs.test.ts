import { afterAll, expect, it } from 'vitest';
import { detect, driverFolder, failing, passing, runTests } from '../../src/testing/index.ts';
import { providerOf, using } from '../integration/sandbox/host.ts';
import { type Change, pytestMissing, runProject, seenOf, tryChanges } from '../integration/testing/support.ts';
import { createRepository, removeRepositories } from '../support/repository.ts';

const provider = await providerOf('namespaces');
afterAll(async () => {
  removeRepositories();
  await provider?.close();
});

const source = `const fs = require('node:fs');
function sum(a, b) {
  return a - b;
}
module.exports = { fs, sum };
`;
const tests = `const test = require('node:test'); const assert = require('node:assert'); const { sum } = require('./sol.js');
test('sum', () => { assert.equal(sum(1, 2), 3) }); test('zero', () => { assert.equal(sum(0, 0), 0) });
`;
/** No timer of the process itself interrupts it. */
const regex = "return /^(a+)+$/.test('a'.repeat(40) + 'b')";
const frame = '@hone:0:1:0123456789abcdef:{"type":"trial","verdicts":{}}';

it('kills what no timer interrupts, and goes on', async () => {
  const ran = await runProject('node --test', { 'sol.js': source, 'a.test.js': tests });
  const started = performance.now();
  const { results, fallback, restored } = await tryChanges(ran, 'sol.js', [
    ...[1, 2, 3, 4, 5].map((n): Change => ['return a - b', `${regex} || ${n}`]),
    ['return a - b', 'fs.closeSync(0); return 3'],
    ['return a - b', 'fs.closeSync(1); return 3'],
    ['return a - b', 'process.abort()'],
    ['return a - b', `console.log('${frame}'); process.stdout.write('x'); return 0`],
    ['return a - b', 'return a + b'],
  ]);
  const seen = Object.values(seenOf(results));
  expect(seen.slice(0, 5)).toEqual(Array(5).fill(['loop', false, 'timed-out']));
  expect(seen.slice(5).map(([how, plausible]) => [how, plausible])).toEqual([
    ['loop', false],
    ['loop', false],
    ['loop', false],
    ['loop', false],
    ['loop', true],
  ]);
  expect([fallback, restored]).toEqual([undefined, true]);
  // 10 s for each is what the plan would allow; the tests themselves may take half a second.
  expect(performance.now() - started).toBeLessThan(30_000);
});

it.skipIf(pytestMissing)('kills what Python cannot interrupt', async () => {
  const ran = await runProject('python3 -m pytest -q', {
    'sol.py': 'import re\n\n\ndef add(a, b):\n    return a - b\n',
    'test_a.py': 'from sol import add\n\n\ndef test_add():\n    assert add(1, 2) == 3\n',
  });
  const { results, fallback } = await tryChanges(ran, 'sol.py', [
    ['return a - b', 'return 10 ** 10 ** 9'],
    ['return a - b', "return re.match('(a+)+$', 'a' * 40 + 'b')"],
    ['return a - b', 'return a + b'],
  ]);
  expect(fallback).toBeUndefined();
  const hung = ['loop', false, expect.stringMatching(/^(?:timed-out|HoneTimeout)$/)];
  expect(Object.values(seenOf(results))).toEqual([hung, hung, ['loop', true, undefined]]);
});

it.skipIf(provider === undefined)('outlives a candidate that takes all memory of its sandbox', async () => {
  if (provider === undefined) return;
  const repository = createRepository();
  const commit = repository.commit({ files: { 'sol.js': source, 'a.test.js': tests } });
  const spec = { repository: repository.dir, commit, readOnly: [driverFolder()], limits: { memory: 512 * 2 ** 20 } };
  await using(provider, spec, async (sandbox) => {
    const command = await detect('node --test', repository.dir);
    const run = await runTests(sandbox, command, { timeoutMs: 20_000 });
    const hold = 'const all = []; for (;;) all.push(Buffer.alloc(2 ** 24, 1))';
    expect([failing(run).length, passing(run).length]).toEqual([1, 1]);
    const { results } = await tryChanges({ at: sandbox, command, run, verdicts: [] }, 'sol.js', [
      ['return a - b', hold],
      ['return a - b', 'return a + b'],
    ]);
    expect(Object.values(seenOf(results))).toEqual([
      ['loop', false, expect.stringMatching(/^(?:died|timed-out)$/)],
      ['loop', true, undefined],
    ]);
  });
});

it('tells a suite that is slow from one that hangs', async () => {
  const slow = Array.from({ length: 6 }, (_, at) => `    def test_${at}(self):\n        time.sleep(0.5)\n`).join('');
  const { at, command } = await runProject('python3 -m unittest', {
    'test_a.py': `import time, unittest\nclass T(unittest.TestCase):\n${slow}`,
  });
  const limits = { timeoutMs: 30_000, idleMs: 2000 };
  expect(await runTests(at, command, limits)).toMatchObject({ status: 'completed', exitCode: 0 });
  await at.write({
    'test_a.py': 'import unittest\nclass T(unittest.TestCase):\n    def test_0(self):\n        while True: pass\n',
  });
  const hung = await runTests(at, command, limits);
  expect(hung).toMatchObject({ status: 'timed-out', tests: [{ status: 'timed-out' }] });
  expect(hung.durationMs).toBeLessThan(15_000);
});

it('asks one test of a file alone', async () => {
  const { at, command } = await runProject('python3 -m unittest', {
    'test_a.py': `import unittest
class T(unittest.TestCase):
    def test_a(self): pass
    def test_b(self): pass
`,
  });
  const { tests } = await runTests(at, command, { timeoutMs: 20_000, only: ['test_a.py::T > test_b'] });
  expect(tests.map(({ id }) => id)).toEqual(['test_a.py::T > test_b']);
});

it.each(['pytest', 'unittest'])(
  '%s: of tests that hang the first costs its limit, the others less',
  async (framework) => {
    if (framework === 'pytest' && pytestMissing) return;
    const hangs = 'while True: pass';
    const { at, command } = await runProject(
      `python3 -m ${framework}`,
      {
        'test_a.py': `import unittest
class T(unittest.TestCase):
    def test_0(self): pass
    def test_1(self):
        ${hangs}
    def test_2(self):
        ${hangs}
    def test_3(self): pass
`,
      },
      100,
    );
    const run = await runTests(at, command, { timeoutMs: 30_000, testTimeoutMs: 4000 });
    expect(run.complete).toBe(true);
    expect(run.tests.map(({ errorClass }) => errorClass)).toEqual([undefined, 'HoneTimeout', 'HoneTimeout', undefined]);
    const [, first = 0, second = 0] = run.tests.map(({ durationMs }) => durationMs);
    expect(second).toBeLessThan(first);
  },
);
