import { expect, it } from 'vitest';
import { coverTests } from '../../src/testing/index.ts';
import { installed, runProject, seenOf, tryChanges } from '../integration/testing/support.ts';

const source = `export const last = (list) => list[list.length];
export const first = (list) => list[0];
`;
const json = JSON.stringify({ type: 'module', scripts: { ava: 'xo && ava --tap', tap: 'tap -Rspec' } });

const frameworks = [
  {
    name: 'ava',
    modules: installed('ava@6'),
    command: 'npm run ava',
    files: {
      'test/last.js': `import test from 'ava';
import { last } from '../src/list.js';
test('of two', (t) => { t.is(last([1, 2]), 2); });
test('of none', (t) => { t.is(last([]), undefined); });
test.skip('later', (t) => { t.fail(); });
`,
      'test/first.js': `import test from 'ava';
import { first } from '../src/list.js';
test('of two', (t) => { t.is(first([1, 2]), 1); });
`,
    },
    error: 'AssertionError',
    verdicts: [
      'test/first.js::of two passed',
      'test/last.js::later skipped',
      'test/last.js::of none passed',
      'test/last.js::of two failed',
    ],
  },
  {
    name: 'node-tap',
    modules: installed('tap@16'),
    command: 'npm run tap',
    files: {
      'test/last.js': `import t from 'tap';
import { last } from '../src/list.js';
t.test('of two', (t) => { t.equal(last([1, 2]), 2); t.test('inside', async (t) => { t.ok(true); }); t.end(); });
t.test('of none', { skip: false }, async (t) => { t.equal(last([]), undefined); });
t.test('later', { skip: true }, async (t) => { t.fail(); });
`,
      'test/first.js': `import t from 'tap';
import { first } from '../src/list.js';
t.equal(first([1, 2]), 1);
`,
      'test/fixtures/no-test.js': 'process.exit(3);',
    },
    error: 'AssertionError',
    verdicts: [
      'test/first.js::assertions passed',
      'test/last.js::later skipped',
      'test/last.js::of none passed',
      'test/last.js::of two > inside passed',
      'test/last.js::of two failed',
    ],
  },
];

for (const { name, modules, command, files, error, verdicts } of frameworks) {
  it.skipIf(modules === undefined)(`${name}: tests, their lines, and candidates`, async () => {
    const all = { 'package.json': json, 'src/list.js': source, ...files };
    const ran = await runProject(command, all, 20_000, modules);
    expect([...ran.verdicts].sort()).toEqual(verdicts);
    const failed = ran.run.tests.find(({ status }) => status === 'failed');
    expect(failed).toMatchObject({ errorClass: error });
    expect(failed?.stack[0]).toMatchObject({ file: 'test/last.js', line: 3 });
    const coverage = await coverTests(ran.at, ran.command, ran.run, { timeoutMs: 20_000, testTimeoutMs: 1000 });
    expect(coverage.tests.get('test/last.js::of two')?.get('src/list.js')).toEqual([1]);
    expect(coverage.tests.has('test/last.js::of none')).toBe(true);
    expect([...coverage.executed].sort()).toEqual(['src/list.js', 'test/last.js']);
    const { results, restored } = await tryChanges(ran, 'src/list.js', [
      ['list.length', 'list.length - 1'],
      ['list.length', 'list.size'],
    ]);
    expect(seenOf(results)).toEqual({
      'list.length - 1': ['loop', true, undefined],
      'list.size': ['loop', false, error],
    });
    expect(restored).toBe(true);
  });
}
