import { expect, it } from 'vitest';

const { withoutTypes } = await import(`${import.meta.dirname}/../../../src/testing/drivers/calls-types.mjs`);
const path = `${import.meta.dirname}/a.ts`;
const text = `import { type A, b } from './b';
export const twice = <T extends A>(one: T, times: number = 2): number => times * b(one);
`;

it('types go by Node, or by a compiler of the project where Node does not know the kind', () => {
  const own = withoutTypes(text, path);
  expect(own).toMatch(/^import \{.*\bb\b.*\} from '.\/b';/);
  expect(own).not.toContain('number');
  const commonjs = withoutTypes(text, path, true);
  expect(commonjs).toContain('require("./b")');
  expect(commonjs).toContain('exports.twice');
  expect(withoutTypes('export const a = (b: string) => <i>{b}</i>;', `${path}x`)).toMatch(/jsx/);
});

it('says which file it cannot compile', () => {
  expect(() => withoutTypes('enum {', path)).toThrow();
});
