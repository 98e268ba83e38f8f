import { expect, it } from 'vitest';
import { build, coverTests, put, unpackBuild } from '../../../src/testing/index.ts';
import { runProject, seenOf, tryChanges } from './support.ts';

const files = {
  'package.json': JSON.stringify({
    scripts: {
      pretest: 'tsc -p . && npm run count',
      count: `node -e "fs.appendFileSync('builds','x')"`,
      test: 'mocha',
    },
  }),
  'tsconfig.json': JSON.stringify({
    compilerOptions: { outDir: 'dist', rootDir: 'src', module: 'commonjs', target: 'es2022', types: [] },
    include: ['src'],
  }),
  'src/sum.ts': `interface Range {
  from: number;
  to: number;
}
export function sum({ from, to }: Range): number {
  let all = 0;
  for (let at = from; at < to; at += 1) all += at;
  return all;
}
`,
  'test/sum.js': `const assert = require('node:assert');
const { sum } = require('../dist/sum.js');
it('sums', () => { assert.equal(sum({ from: 1, to: 3 }), 6); });
it('is empty', () => { assert.equal(sum({ from: 1, to: 0 }), 0); });
`,
};

it('builds once for the same sources, knows their lines, and builds again for candidates in them', async () => {
  const ran = await runProject('npm test', files);
  const { at, command, run } = ran;
  const builds = async (): Promise<number> => (await at.read('builds'))?.length ?? 0;
  expect(run.tests.map(({ status }) => status)).toEqual(['failed', 'passed']);
  expect(await builds()).toBe(1);
  const built = await build(at, command, { timeoutMs: 20_000, output: true, maps: true });
  expect([...(built.output?.files ?? [])].sort()).toEqual(['builds', 'dist/sum.js', 'dist/sum.js.map']);
  const coverage = await coverTests(at, command, run, { timeoutMs: 20_000, testTimeoutMs: 1000 });
  expect([...(coverage.tests.get('test/sum.js::sums') ?? [])]).toEqual([['src/sum.ts', [5, 6, 7, 8]]]);
  expect([...coverage.executed].sort()).toEqual(['dist/sum.js', 'test/sum.js']);
  expect(await builds()).toBe(2);
  const { results, fallback, restored } = await tryChanges(ran, 'src/sum.ts', [
    ['at < to', 'at <= to'],
    ['at += 1', 'at += 2'],
    ['all = 0', 'all = ""'],
  ]);
  expect(seenOf(results)).toEqual({
    'at <= to': ['loop', true, undefined],
    'at += 2': ['loop', false, 'AssertionError'],
    'all = ""': ['loop', false, 'AssertionError'],
  });
  expect([fallback, restored, await builds()]).toEqual([undefined, true, 3]);
  // Elsewhere what was built stands, until something is written.
  await put(at, command, { 'dist/sum.js': null });
  if (built.output !== undefined) await unpackBuild(at, command, built.output);
  expect((await at.read('dist/sum.js'))?.toString()).toContain('function sum');
  await build(at, command, { timeoutMs: 20_000 });
  expect(await builds()).toBe(2);
  await put(at, command, { 'src/sum.ts': 'export const sum: string = 1;' });
  const failed = await build(at, command, { timeoutMs: 20_000 });
  expect([failed.exitCode, failed.tail.includes('TS2322')]).toEqual([2, true]);
}, 60_000);
