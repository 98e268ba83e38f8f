import { expect, it } from 'vitest';
import { coverTests } from '../../../src/testing/index.ts';
import { runProject, tryChanges } from './support.ts';

const files = {
  'package.json': '{"type":"module"}',
  'packages/core/package.json': '{"type":"module","scripts":{"test":"vitest"}}',
  'packages/core/src/sol.ts': `export interface Shape {
  size: number;
}

export function sum(n: number): number {
  let s = 0;
  for (let i = 0; i < n; i++) s += i;
  return s;
}

export class Box {
  constructor(private readonly shape: Shape) {}
  get size(): number {
    return this.shape.size;
  }
}
`,
  'packages/core/test/a.test.ts': `import { beforeEach, describe, expect, it } from 'vitest';
import { sum } from '../src/sol.ts';
describe('s', () => {
  let n = 0;
  beforeEach(() => { n = 3; });
  it('sum', async () => { expect(sum(n++)).toBe(6); });
  it.each([0, 1])('small %i', (x) => { expect(sum(x)).toBeLessThan(2); });
});
`,
  'packages/core/test/b.test.ts': `import { expect, it } from 'vitest';
import { Box } from '../src/sol.ts';
it('box', () => { expect(new Box({ size: 2 }).size).toBe(2); });
`,
};

it('runs, covers and repeats a TypeScript package of a monorepo', async () => {
  const ran = await runProject('npm test --prefix packages/core', files);
  const { at, command, run, verdicts } = ran;
  const folder = 'packages/core/test';
  expect([...verdicts].sort()).toEqual([
    `${folder}/a.test.ts::s > small 0 passed`,
    `${folder}/a.test.ts::s > small 1 passed`,
    `${folder}/a.test.ts::s > sum failed`,
    `${folder}/b.test.ts::box passed`,
  ]);
  expect(run).toMatchObject({ status: 'completed', complete: true, exitCode: 1 });

  const source = 'packages/core/src/sol.ts';
  const { tests: covered } = await coverTests(at, command, run, { timeoutMs: 20_000, testTimeoutMs: 1000 });
  expect(covered.get(`${folder}/a.test.ts::s > sum`)?.get(source)).toEqual(expect.arrayContaining([5, 6, 7, 8]));
  expect(covered.get(`${folder}/b.test.ts::box`)?.get(source)).not.toEqual(expect.arrayContaining([7]));

  const { results, fallback, restored } = await tryChanges(ran, source, [
    ['i < n', 'i <= n'],
    ['i < n', 'true'],
    ['return s', 'return s +'],
    ['return s', 'return s + 3'],
  ]);
  expect(fallback).toBeUndefined();
  expect(restored).toBe(true);
  expect(
    Object.fromEntries([...results].map(([id, { how, plausible, errorClass }]) => [id, [how, plausible, errorClass]])),
  ).toEqual({
    'i <= n': ['loop', true, undefined],
    true: ['loop', false, 'HoneBudgetError'],
    'return s +': ['loop', false, 'SyntaxError'],
    'return s + 3': ['loop', false, 'AssertionError'],
  });
});

it('tries what tests call while they are collected, and files that cannot be evaluated twice are no guards', async () => {
  const own = {
    'package.json': '{"type":"module"}',
    'sol.ts': 'export function next(n: number): number {\n  return n + 2;\n}\n',
    'cases.json': '[1, 2]',
    'a.test.ts': `import { expect, it } from 'vitest';
import { next } from './sol.ts';
for (const x of [1, next(1) + 1]) it('next of ' + (x === 1), () => { expect(next(x)).toBe(x + 1); });
`,
    'b.test.ts': `import { expect, it } from 'vitest';
import cases from './cases.json';
for (const x of cases.splice(0)) it('case ' + x, () => { expect(x).toBeGreaterThan(0); });
`,
  };
  const ran = await runProject('npx vitest run --coverage --typecheck', {
    ...own,
    'mock.test.ts': `import { expect, it, vi } from 'vitest';
import { next } from './sol.ts';
vi.mock('./sol.ts', () => ({ next: () => 7 }));
it('mocks', () => { expect(next(0)).toBe(7); });
`,
    // What types say is no matter of the tests.
    'a.test-d.ts': `import { expectTypeOf, it } from 'vitest';
import { next } from './sol.ts';
it('types', () => { expectTypeOf(next).returns.toBeString(); });
`,
    'wrong.d.ts': 'export const wrong: string = 1;\n',
  });
  expect(ran.verdicts.filter((one) => /-d\.ts|wrong/.test(one))).toEqual([]);
  const { results, fallback } = await tryChanges(ran, 'sol.ts', [
    ['n + 2', 'n + 1'],
    ['n + 2', 'n'],
  ]);
  expect(fallback).toBeUndefined();
  expect([...results.values()].map(({ how, plausible }) => [how, plausible])).toEqual([
    ['loop', true],
    ['loop', false],
  ]);
});
