import { describe, expect, it } from 'vitest';
import type { LanguageId } from '../../../src/code/index.ts';
import { outlineOf, reading } from './reading.ts';

const cases: { name: string; language?: LanguageId; text: string; symbols: string[] }[] = [
  {
    name: 'class members of every kind',
    text: `export class A {
  #p = () => 1;
  private static async *gen() {}
  get x() { return 1; }
  set x(v) {}
  constructor() { this.late = () => 2; }
  arrow = async () => {};
  'quoted'() {}
  plain = 1;
}`,
    symbols: [
      'class A 1-10 exported',
      'method A.#p 2-2 private',
      'method A.gen 3-3 async generator static private',
      'getter A.x 4-4 exported',
      'setter A.x 5-5 exported',
      'constructor A.constructor 6-6 exported',
      'method A.late 6-6',
      'method A.arrow 7-7 exported async',
      'method A.quoted 8-8 exported',
    ],
  },
  {
    name: 'decorators count to what they decorate',
    text: '/** Doc */\n@A({ a: 1 })\n// note\nexport class B {\n  @C()\n  @D m() {}\n}',
    symbols: ['class B 2-7 exported', 'method B.m 5-6 exported'],
  },
  {
    name: 'overloads, abstract and declared ones',
    text: `export function f(a: string): void;
export function f(a: any) {}
declare function g(): void;
abstract class C { abstract m(): void; protected n() {} }
declare module 'x' { export function y(): void }
namespace N { export const q = 1; }`,
    symbols: [
      'function f 1-1 exported',
      'function f 2-2 exported',
      'function g 3-3',
      'class C 4-4',
      'method C.m 4-4',
      'method C.n 4-4 protected',
      'namespace x 5-5',
      'function x.y 5-5',
      'namespace N 6-6',
      'constant N.q 6-6',
    ],
  },
  {
    name: 'anonymous default exports',
    language: 'javascript',
    text: 'export default async () => 1;',
    symbols: ['function default 1-1 exported async'],
  },
  {
    name: 'CommonJS and prototypes',
    language: 'javascript',
    text: `var app = exports = module.exports = {};
app.use = function use(fn) {};
exports.a = () => {};
function Foo() {}
Foo.prototype.bar = function* () {};
let later, other = class { m() {} };`,
    symbols: [
      'variable app 1-1 exported',
      'method app.use 2-2 exported',
      'function a 3-3 exported',
      'function Foo 4-4',
      'method Foo.bar 5-5 generator',
      'variable later 6-6',
      'class other 6-6',
      'method other.m 6-6',
    ],
  },
  {
    name: 'JSX, CRLF, a BOM, tabs, unicode names and emoji before the column',
    language: 'tsx',
    text: '\uFEFF// 😀\r\nexport const Größe = () => {\r\n\treturn <div onClick={() => go("😀")}>{xs.map((x) => <A b={x} />)}</div>;\r\n};\r\n/* 😀 */ function 名前<T,>(): void {}\r\n',
    symbols: ['function Größe 2-4 exported', 'function 名前 5-5'],
  },
  {
    name: 'functions inside strings, templates and comments are none',
    text: '// function a() {}\nconst s = `function b() {}`; /* class D {} */ const r = /function e() {}/;',
    symbols: ['constant s 2-2', 'constant r 2-2'],
  },
];

describe('symbols of JavaScript and TypeScript', () => {
  it.each(cases)('$name', async ({ language = 'typescript', text, symbols }) => {
    expect(await reading(language, text, outlineOf)).toEqual(symbols);
  });

  it('reads parameters, types, documentation, complexity and nesting', async () => {
    const text = `/**
 * Adds.
 *
 * @param a one
 */
async function add(this: X, a: number, { b, c }: P = {}, d?: string, ...rest: any[]): Promise<void> {
  for (const x of a) { if (x && b) { await f(x); } else if (c ?? d) { g(); } }
  switch (a) { case 1: case 2: break; default: }
  try { rest.map((y) => (y ? 1 : 2)); } catch {}
}`;
    const symbol = await reading('typescript', text, (file) => file.symbols[0]);
    expect(symbol).toMatchObject({
      doc: 'Adds.\n\n@param a one',
      returnType: 'Promise<void>',
      parameters: [
        { name: 'a', optional: false, type: 'number' },
        { name: '{ b, c }', optional: true, default: '{}', type: 'P' },
        { name: 'd', optional: true, default: undefined, type: 'string' },
        { name: 'rest', rest: 'positional', type: 'any[]' },
      ],
      // for, if, &&, else if, ??, case, case, catch, ?:
      complexity: 10,
      nesting: 2,
      body: { startLine: 6, endLine: 10 },
    });
  });

  it('reads every form of import with its line', async () => {
    const text = `import D, * as NS from 'a';
import type { T as U } from "b";
import { type V } from 'c';
import 'd';
import X = require('e');
export { y as default } from 'f';
export * from 'g';
export type * from 'h';
const { k, l: m } = require('i');
const n = await import(/* chunk */ \`j\`);
import('k').then(f);
let t: typeof import('l');
// import 'no'; require('no')
const s = "import 'no'", u = \`require('no')\`;
require(dynamic); import(\`./\${dynamic}\`);`;
    const imports = await reading('typescript', text, (file) =>
      file.imports.map((one) => [
        one.kind,
        one.source,
        one.names.map(({ name, local }) => `${name}>${local}`).join(),
        one.typeOnly,
        one.line,
      ]),
    );
    expect(imports).toEqual([
      ['import', 'a', 'default>D,*>NS', false, 1],
      ['import', 'b', 'T>U', true, 2],
      ['import', 'c', 'V>V', true, 3],
      ['import', 'd', '', false, 4],
      ['require', 'e', '*>X', false, 5],
      ['export-from', 'f', 'y>default', false, 6],
      ['export-from', 'g', '*>*', false, 7],
      ['export-from', 'h', '*>*', true, 8],
      ['require', 'i', 'k>k,l>m', false, 9],
      ['dynamic', 'j', '*>n', false, 10],
      ['dynamic', 'k', '', false, 11],
      ['dynamic', 'l', '', true, 12],
    ]);
  });

  it('reads every form of export', async () => {
    const text = `export const { a, b: [c], ...d } = x, e = 1;
export { f as g, type H };
export default class I {}
export * as ns from 'm';
module.exports = { j, k: l, m() {}, ...require('./n') };
exports.o = function () {};`;
    const exports = await reading('typescript', text, (file) =>
      file.exports.map((one) => [one.form, one.name, one.local, one.source]),
    );
    expect(exports).toEqual([
      ['named', 'a', 'a', undefined],
      ['named', 'c', 'c', undefined],
      ['named', 'd', 'd', undefined],
      ['named', 'e', 'e', undefined],
      ['named', 'g', 'f', undefined],
      ['named', 'H', 'H', undefined],
      ['default', 'default', 'I', undefined],
      ['re-export', 'ns', undefined, 'm'],
      ['commonjs', 'j', 'j', undefined],
      ['commonjs', 'k', 'l', undefined],
      ['commonjs', 'm', 'm', undefined],
      ['re-export', '*', undefined, './n'],
      ['commonjs', 'o', 'o', undefined],
    ]);
  });

  it('knows which calls run in a loop, and which are awaited', async () => {
    const text = `function f() {
  for (const x of once()) { each(x); later(() => inner()); }
  for (let i = first(); check(); step()) {}
  while (cond()) await slow(1, ...y);
  xs.map((x) => item(x));
  new a.B(1);
}
"😀"; top();`;
    const calls = await reading('typescript', text, (file) =>
      file.calls.map((one) => [
        one.name,
        one.inLoop,
        one.inIteration,
        one.awaited,
        one.enclosing?.name,
        one.line,
        one.column,
      ]),
    );
    expect(calls).toEqual([
      ['once', false, false, false, 'f', 2, 19],
      ['each', true, false, false, 'f', 2, 29],
      ['later', true, false, false, 'f', 2, 38],
      ['inner', false, false, false, 'f', 2, 50],
      ['first', false, false, false, 'f', 3, 16],
      ['check', true, false, false, 'f', 3, 25],
      ['step', true, false, false, 'f', 3, 34],
      ['cond', true, false, false, 'f', 4, 10],
      ['slow', true, false, true, 'f', 4, 24],
      ['map', false, false, false, 'f', 5, 3],
      ['item', false, true, false, 'f', 5, 17],
      ['B', false, false, false, 'f', 6, 3],
      ['top', false, false, false, undefined, 8, 7],
    ]);
  });
});
