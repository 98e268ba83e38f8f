import { describe, expect, it } from 'vitest';
import { diffSymbols, type LanguageId, parse } from '../../../src/code/index.ts';

async function diff(language: LanguageId, before: string, after: string): Promise<string[]> {
  const [old, now] = [await parse(language, before), await parse(language, after)];
  try {
    return diffSymbols(old, now).map((one) => {
      const what = one.differences.map((each) => each.what).join('+');
      return `${one.kind} ${one.name}${what && ` ${what}`}${one.breaking ? ' BREAKS' : ''}`;
    });
  } finally {
    old.dispose();
    now.dispose();
  }
}

const f = (signature: string): string => `export function f${signature} {}`;

describe('diffSymbols in TypeScript', () => {
  it.each([
    ['the same', '(a: X)', '(a: X)', []],
    ['optional at the end', '(a)', '(a, b?: X)', ['changed f parameter-added']],
    ['rest at the end', '(a)', '(a, ...b)', ['changed f parameter-added']],
    ['required at the end', '(a)', '(a, b)', ['changed f parameter-added BREAKS']],
    ['optional in front', '(a)', '(b = 1, a)', ['changed f parameter-added BREAKS']],
    ['renamed', '(a)', '(b)', ['changed f parameter-renamed']],
    ['swapped', '(a, b)', '(b, a)', ['changed f parameters-reordered BREAKS']],
    ['removed at the end', '(a, b)', '(a)', ['changed f parameter-removed BREAKS']],
    ['removed in front', '(a, b)', '(b)', ['changed f parameter-removed BREAKS']],
    ['optional to required', '(a?: X)', '(a: X)', ['changed f parameter-required BREAKS']],
    ['required to optional', '(a: X)', '(a?: X)', ['changed f parameter-optional']],
    ['default removed', '(a = 1)', '(a?)', ['changed f default-removed']],
    ['another default', '(a = 1)', '(a = 2)', ['changed f default-changed']],
    ['type widened', '(a: X)', '(a: X | Y)', ['changed f parameter-type']],
    ['type narrowed', '(a: X | Y)', '(a: X)', ['changed f parameter-type BREAKS']],
    ['return narrowed', '(): X | undefined', '(): X', ['changed f return-type']],
    ['return widened', '(): X', '(): X | undefined', ['changed f return-type BREAKS']],
    ['annotated', '(a)', '(a: X): Y', []],
  ])('%s', async (_, before, after, changes) => {
    expect(await diff('typescript', f(before), f(after))).toEqual(changes);
  });

  it.each([
    ['removed', 'export const a = 1;', 'const a = 1;', ['removed a BREAKS']],
    ['added', '', 'export class A { m() {} }', ['added A']],
    ['inner ones', 'function a(x) {}', 'function a(y, z) {}', []],
    ['async', 'export function f() {}', 'export async function f() {}', ['changed f async BREAKS']],
    [
      'async behind the same type',
      'export function f(): Promise<X> {}',
      'export async function f(): Promise<X> {}',
      [],
    ],
    ['member removed', 'export class A { m() {} }', 'export class A {}', ['removed A.m BREAKS']],
    ['member hidden', 'export class A { m() {} }', 'export class A { private m() {} }', ['removed A.m BREAKS']],
    ['class removed', 'export class A { m() {} }', '', ['removed A BREAKS']],
    [
      'overload added',
      'export function f(a: X): void;',
      'export function f(a: X): void;\nexport function f(a: Y): void;',
      [],
    ],
    [
      'overload removed',
      'export function f(a: X): void;\nexport function f(a: Y): void;',
      'export function f(a: X): void;',
      ['changed f overload-removed BREAKS'],
    ],
    [
      'required member',
      'export interface I { a: X }',
      'export interface I { a: X; b: Y }',
      ['changed I member-added BREAKS'],
    ],
    [
      'optional member',
      'export interface I { a: X }',
      'export interface I { a: X; b?: Y }',
      ['changed I member-added'],
    ],
    ['enum', 'export enum E { A, B }', 'export enum E { A, C }', ['changed E member-removed+member-added BREAKS']],
    ['renamed behind the same export', 'const a = 1; export { a as x };', 'const b = 1; export { b as x };', []],
    ['moved to another file', 'export function f() {}', "export * from './f';", ['removed f', 'added * from ./f']],
    ['function to arrow', 'export function f(a) {}', 'export const f = (a) => {};', []],
    ['const to function', 'export const f = wrap(1);', 'export function f() {}', ['changed f kind']],
    ['function to class', 'export function f() {}', 'export class f {}', ['changed f kind BREAKS']],
  ])('%s', async (_, before, after, changes) => {
    const found = await diff('typescript', before, after);
    if (_.startsWith('async behind')) expect(found.join()).not.toContain('BREAKS');
    else expect(found).toEqual(changes);
  });
});

describe('diffSymbols in Python', () => {
  it.each([
    ['optional at the end', '(a)', '(a, b=1)', ['changed f parameter-added']],
    ['keyword-only and required', '(a)', '(a, *, b)', ['changed f parameter-added BREAKS']],
    ['keyword-only and optional', '(a)', '(a, *, b=1)', ['changed f parameter-added']],
    ['renamed', '(a)', '(b)', ['changed f parameter-renamed BREAKS']],
    ['renamed, positional-only', '(a, /)', '(b, /)', ['changed f parameter-renamed']],
    ['made keyword-only', '(a, b)', '(a, *, b)', ['changed f parameter-passing BREAKS']],
    ['made positional-only', '(a)', '(a, /)', ['changed f parameter-passing BREAKS']],
    ['removed', '(a, b)', '(a)', ['changed f parameter-removed BREAKS']],
    ['removed but taken by * and **', '(a, b)', '(a, *args, **kw)', ['changed f parameter-removed']],
    ['swapped', '(a, b)', '(b, a)', ['changed f parameters-reordered BREAKS']],
    ['keyword-only swapped', '(*, a, b)', '(*, b, a)', []],
    ['default removed', '(a=1)', '(a)', ['changed f parameter-required BREAKS']],
    ['hints only', '(a: int)', '(a: str)', ['changed f parameter-type']],
    ['** removed', '(**kw)', '()', ['changed f parameter-removed BREAKS']],
  ])('%s', async (_, before, after, changes) => {
    expect(await diff('python', `def f${before}: pass`, `def f${after}: pass`)).toEqual(changes);
  });

  it('counts only the public names, of __all__ where it is written', async () => {
    expect(await diff('python', 'def _f(a): pass', 'def _f(): pass')).toEqual([]);
    const typed =
      '@overload\ndef f(a: int, *, b: str) -> int: ...\n@overload\ndef f(a: str) -> str: ...\ndef f(a, b=None): pass';
    expect(await diff('python', 'def f(a, b=None): pass', typed)).toEqual([]);
    expect(await diff('python', 'def f(a, b=None, c=None): pass', typed)).toEqual([
      'changed f overload-removed BREAKS',
    ]);
    expect(await diff('python', "__all__ = ['a', 'b']", "__all__ = ['a']")).toEqual(['removed b BREAKS']);
    expect(await diff('python', 'class A:\n  def m(self, x): pass', 'class A:\n  def m(self): pass')).toEqual([
      'changed A.m parameter-removed BREAKS',
    ]);
  });
});
