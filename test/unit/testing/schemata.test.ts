import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { buildSchemata } from '../../../src/testing/schemata/index.ts';

function edit(text: string, number: number, from: string, to: string) {
  const start = text.indexOf(from);
  if (start < 0) throw new Error(`no ${from}`);
  return { number, edits: [{ start, end: start + from.length, text: to }] };
}

/** Evaluates `expression` after the schemata with the variant on; `budget` turns of loops are allowed. */
async function outcome(text: string, from: string, to: string, expression: string): Promise<unknown[]> {
  const { text: schemata, switchable } = await buildSchemata('javascript', text, [edit(text, 7, from, to)]);
  expect(switchable).toEqual([7]);
  const context = `globalThis.__hone = { c: -1, n: 0, hits: [], hit(x) { this.hits.push(...x) }, tick() { if (++this.n > 500) throw new Error('budget') } };`;
  const run = `(c) => { __hone.c = c; __hone.n = 0; try { return ${expression} } catch (error) { return error.message } }`;
  const evaluate = runInNewContext(`${context}\n${schemata}\n;${run}`) as (c: number) => unknown;
  return [await evaluate(0), await evaluate(7), await evaluate(0)];
}

describe('functions of every kind are switched at their entry', () => {
  it.each<[string, string, string, string, string, unknown, unknown]>([
    ['declaration', 'function f(x) { return x + 1 }', 'x + 1', 'x - 1', 'f(1)', 2, 0],
    ['arrow with expression', 'const f = (x) => x + 1;', 'x + 1', 'x - 1', 'f(1)', 2, 0],
    ['arrow with object', 'const f = (x) => ({ v: x });', 'v: x', 'v: -x', 'f(1).v', 1, -1],
    ['nested arrows', 'const f = (a) => (b) => a + b;', 'a + b', 'a * b', 'f(2)(5)', 7, 10],
    ['async', 'async function f(x) { return await x }', 'await x', '(await x) + 1', 'f(1)', 1, 2],
    ['generator', 'function* f() { yield 1; yield 2 }', 'yield 2', 'yield 3', '[...f()].join()', '1,2', '1,3'],
    ['method', 'class A { m() { return 1 } }', 'return 1', 'return 2', 'new A().m()', 1, 2],
    ['getter', 'class A { get m() { return 1 } }', 'return 1', 'return 2', 'new A().m', 1, 2],
    [
      'static async generator',
      'class A { static async *m() { yield 1 } }',
      'yield 1',
      'yield 2',
      'A.m().next().then((r) => r.value)',
      1,
      2,
    ],
    [
      'constructor with super',
      'class B { constructor(x) { this.x = x } } class A extends B { constructor() { super(1); this.y = 1 } }',
      'super(1)',
      'super(2)',
      'new A().x',
      1,
      2,
    ],
    [
      'private field',
      'class A { #x = 1; m() { return this.#x } }',
      'return this.#x',
      'return this.#x + 1',
      'new A().m()',
      1,
      2,
    ],
    ['var against let', 'function f() { let x = 1; return x }', 'let x = 1', 'var x = 2', 'f()', 1, 2],
    [
      'directive',
      "function f() { 'use strict'; return this === undefined }",
      'return this === undefined',
      'return 5',
      'f()',
      true,
      5,
    ],
    [
      'declaration inside',
      'function f() { return g(); function g() { return 1 } }',
      'return g();',
      'return g() + 1;',
      'f()',
      1,
      2,
    ],
    ['comment at the end', 'const f = () => 1 // one', '1', '2 // two', 'f()', 1, 2],
    ['emoji before', 'const s = "😀"; const f = () => s + 1;', 's + 1', 's + 2', 'f()', '😀1', '😀2'],
  ])('%s', async (_, text, from, to, expression, before, after) => {
    expect(await outcome(text, from, to, expression)).toEqual([before, after, before]);
  });
});

describe('endless loops run out of turns', () => {
  it.each([
    ['while', 'function f(n) { while (n > 0) n--; return n }', 'n--', 'n++'],
    ['for', 'function f(n) { for (let i = 0; i < n; i++) {} return n }', 'i < n', 'true'],
    ['do', 'function f(n) { do { n-- } while (n > 0); return n }', 'n > 0', 'true'],
    ['labelled continue', 'function f(n) { a: while (n > 0) { n--; continue a } return n }', 'n--', ''],
    ['a loop that was not there', 'function f(n) { return n }', 'return n', 'for (;;);'],
    ['for of', 'function f(n) { const a = [1]; for (const x of a) n += x; return n }', 'n += x', 'a.push(x)'],
  ])('%s', async (_, text, from, to) => {
    expect((await outcome(text, from, to, 'f(3)'))[1]).toBe('budget');
  });
});

it('keeps apart what cannot be switched and what does not parse', async () => {
  const text = 'const K = 1;\nfunction f() { return K }\n';
  const variants = [
    edit(text, 1, 'K = 1', 'K = 2'),
    edit(text, 2, 'return K', 'return ('),
    edit(text, 3, 'return K', 'return 3'),
  ];
  expect(await buildSchemata('javascript', text, variants)).toMatchObject({
    switchable: [3],
    notSwitchable: [1],
    invalid: [2],
  });
});

describe('early errors that a grammar does not know', () => {
  it.each<[string, string, string, string, boolean]>([
    ['a name declared twice', 'function f() { let a = 1; return a }', 'return a', 'let a = 2; return a', true],
    ['a parameter declared again', 'const f = (a) => { return a };', 'return a', 'let a = 2; return a', true],
    ['await without async', 'class A { m(x) { return x } }', 'return x', 'return await x', true],
    ['break without a loop', 'function f() { for (;;) break; return 1 }', 'return 1', 'break', true],
    ['assignment to a call', 'const f = (a) => a.b();', 'a.b()', 'a.b() = 1', true],
    ['a private name', 'class A { #x = 1; m() { return 1 } }', 'return 1', 'return this.#x', false],
    ['super', 'class A extends B { constructor() { super() } }', 'super()', 'super(1)', false],
    ['super in an object', 'const o = { m() { return 1 } };', 'return 1', 'return super.m', false],
    ['await in async', 'export const f = async (x) => x + 1;', 'x + 1', 'await x', false],
    ['what is not strict', 'function f(o) { with (o) { return 1 } }', 'return 1', 'return 2', false],
    ['types', 'function f(o: number): number { return 1 }', 'return 1', 'return o as number', false],
  ])('%s', async (name, text, from, to, wrong) => {
    const variant = edit(text, 1, from, to);
    const built = await buildSchemata(name === 'types' ? 'typescript' : 'javascript', text, [variant]);
    expect([built.switchable, built.invalid]).toEqual(wrong ? [[], [1]] : [[1], []]);
  });
});

it('changes several functions in one variant, and an inner one through the outer', async () => {
  const text = 'function a() { return 1 }\nfunction b() { const c = () => 2; return c() + 3 }\n';
  const edits = [
    ['return 1', 'return 10'],
    ['2', '20'],
    ['+ 3', '+ 30'],
  ].flatMap(([from = '', to = '']) => edit(text, 1, from, to).edits);
  const { text: schemata } = await buildSchemata('typescript', text, [{ number: 1, edits }]);
  expect(runInNewContext(`globalThis.__hone = { c: 1, tick() {} };${schemata};[a(), b()].join()`)).toBe('10,50');
});

it('knows what V8 would not compile of TypeScript as well', async () => {
  const text = `abstract class A<T> extends B<T> {
  private async m<K extends keyof T>(this: A<T>, key?: K, ...rest: (string | T)[]): Promise<T[K]> {
    const known = ['a'] as const satisfies readonly string[];
    let value!: T[K];
    type Local = { a: number };
    for (const one of rest!) value = (one as unknown as { x: T[K] }).x!;
    return known ? value : this.n(key as K)!;
  }
}
`;
  const { invalid, switchable } = await buildSchemata('typescript', text, [
    edit(text, 1, 'let value', 'let known'),
    edit(text, 2, 'return known', 'return value'),
    edit(text, 3, 'let value!: T[K];', 'let value!: T[K]; break;'),
  ]);
  expect({ invalid, switchable }).toEqual({ invalid: [1, 3], switchable: [2] });
});
