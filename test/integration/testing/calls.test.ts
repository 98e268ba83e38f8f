import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import {
  type CalledVariant,
  type CallResult,
  callVariants,
  detect,
  type ModuleText,
  type Observation,
  observe,
  readModule,
  type TestCommand,
} from '../../../src/testing/index.ts';
import { type Project, project } from './process-runner.ts';
import { pytestMissing } from './support.ts';

const made: Project[] = [];
afterEach(() => {
  for (const one of made.splice(0)) one.remove();
});

interface Seen {
  readonly at: Project;
  readonly command: TestCommand;
  readonly modules: readonly ModuleText[];
  readonly observation: Observation;
}

/** Watches the functions around the marked texts while the tests run. */
async function watch(
  text: string,
  files: Record<string, string>,
  marks: Record<string, readonly string[]>,
  { failing = [], passing = [] }: { failing?: string[]; passing?: string[] } = {},
): Promise<Seen> {
  const at = project(files);
  made.push(at);
  symlinkSync(join(import.meta.dirname, '../../../node_modules'), join(at.root, 'node_modules'));
  const command = await detect(text, at.root);
  const modules: ModuleText[] = [];
  for (const [file, places] of Object.entries(marks)) {
    const original = files[file] ?? '';
    const spans = places.map((mark) => ({ start: original.indexOf(mark), end: original.indexOf(mark) + mark.length }));
    const count = modules.reduce((sum, module) => sum + module.targets.length, 0);
    const module = await readModule(file, original, spans, count);
    if (module !== undefined) modules.push(module);
  }
  const testFiles = Object.keys(files).filter((file) => /test/.test(file));
  const observation = await observe(at, command, modules, { failing, passing, testFiles, timeoutMs: 20_000 });
  for (const [file, original] of Object.entries(files)) expect((await at.read(file))?.toString()).toBe(original);
  return { at, command, modules, observation };
}

/** Calls the original and a variant for each change with what was observed; texts of the outcomes by change. */
async function outcomes(seen: Seen, changes: readonly (readonly [file: string, from: string, to: string])[]) {
  const variants: CalledVariant[] = [
    { id: 'original', edits: {} },
    ...changes.map(([file, from, to]) => {
      const start = seen.modules.find((module) => module.file === file)?.original.indexOf(from) ?? -1;
      return { id: to, edits: { [file]: [{ start, end: start + from.length, text: to }] } };
    }),
  ];
  const found: Record<string, string[] | string> = {};
  for await (const result of callAll(seen, variants)) {
    found[result.id] = result.unloadable ?? result.outcomes.map(({ text }) => text);
  }
  return found;
}

function callAll(
  { at, command, modules, observation }: Seen,
  variants: readonly CalledVariant[],
): AsyncGenerator<CallResult> {
  const deadline = performance.now() + 20_000;
  return callVariants(at, command, modules, variants, observation.calls, {
    observation,
    callTimeoutMs: 200,
    loadTimeoutMs: 5000,
    deadline,
  });
}

const args = ({ observation }: Seen): string[] =>
  observation.calls.map(({ during, self, args, named }) => JSON.stringify([during, self, args, named]));

const nodeTest = (body: string, load: string): string => `${load}\n${body}`;

describe('node:test', () => {
  it('CommonJS: functions that are not exported, hanging, leaving and printing variants', async () => {
    const files = {
      'package.json': '{}',
      'sum.js': [
        'const step = (n, by) => n + by;',
        'function sum(list) { let all = 0; for (let i = 0; i < list.length; i++) all = step(all, list[i]); return all }',
        'module.exports = { sum };',
      ].join('\n'),
      'sum.test.js': nodeTest(
        "test('a', () => assert.equal(sum([1, 2]), 3)); test('b', () => assert.equal(sum([5]), 6));",
        "const test = require('node:test'); const assert = require('node:assert'); const { sum } = require('./sum.js');",
      ),
    };
    const seen = await watch(
      'node --test',
      files,
      { 'sum.js': ['n + by', 'let all'] },
      { failing: ['sum.test.js::b'], passing: ['sum.test.js::a'] },
    );
    expect(seen.modules[0]?.targets.map(({ name }) => name)).toEqual(['step', 'sum']);
    const list = (...items: number[]) => ({
      kind: 'list',
      class: 'Array',
      items: items.map((one) => ({ kind: 'number', text: String(one) })),
    });
    expect(args(seen)).toContain(JSON.stringify(['failing', undefined, [list(5)], []]));
    expect(args(seen)).toContain(JSON.stringify(['passing', undefined, [list(1, 2)], []]));
    const found = await outcomes(seen, [
      ['sum.js', 'i++', 'i--'],
      ['sum.js', 'n + by', '(process.exit(1), n)'],
      ['sum.js', 'n + by', '(process.kill(process.pid, "SIGKILL"), n)'],
      ['sum.js', 'n + by', '(console.log(n), n - by)'],
      ['sum.js', 'n + by', 'String(n).padEnd(100000, by)'],
      ['sum.js', 'n + by', 'n +'],
      ['sum.js', 'return all', 'list.push(9); return all'],
    ]);
    const order = seen.observation.calls.map(({ target, args: [first] }) => `${target} ${JSON.stringify(first)}`);
    const five = order.indexOf(`1 ${JSON.stringify(list(5))}`);
    expect(found.original?.[five]).toBe('n5');
    expect(found['i--']?.[five]).toMatch(/^(timeout|throws RangeError)$/);
    expect(found['(process.exit(1), n)']?.[five]).toBe('throws ProcessExit');
    expect(found['(process.kill(process.pid, "SIGKILL"), n)']?.[five]).toMatch(/died|unknown/);
    expect(found['(console.log(n), n - by)']?.[five]).toBe('n-5 printed "0\\n"');
    expect((found['String(n).padEnd(100000, by)']?.[five] ?? '').length).toBeLessThan(3000);
    expect(found['n +']).toMatch(/Unexpected/);
    expect(found['list.push(9); return all']?.[five]).toBe('n5 leaves Array[n5,n9]');
  });

  it('ESM: methods with their receiver, async functions, classes of the project, two files at once', async () => {
    const files = {
      'package.json': '{ "type": "module" }',
      'point.js': 'export class Point { constructor(x) { this.x = x } scaled(by) { return new Point(this.x * by) } }\n',
      'far.js':
        "import { Point } from './point.js';\nexport async function far(p, by) { return (await p.scaled(by)).x > 2 }\nexport const make = (x) => new Point(x);\n",
      'far.test.js': nodeTest(
        "test('a', async () => assert.equal(await far(new Point(1), 3), true));",
        "import test from 'node:test'; import assert from 'node:assert'; import { far } from './far.js'; import { Point } from './point.js';",
      ),
    };
    const seen = await watch('node --test', files, { 'point.js': ['this.x * by'], 'far.js': ['> 2'] });
    expect(seen.observation.calls.map(({ target, self }) => [target, self?.kind]).sort()).toEqual([
      [0, 'object'],
      [1, undefined],
    ]);
    const edit = (file: string, from: string, text: string) => {
      const start = (files[file as keyof typeof files] ?? '').indexOf(from);
      return { [file]: [{ start, end: start + from.length, text }] };
    };
    const variants = [
      { id: 'original', edits: {} },
      { id: 'one', edits: edit('point.js', '*', '-') },
      { id: 'both', edits: { ...edit('point.js', '*', '-'), ...edit('far.js', '> 2', '> -3') } },
      { id: 'original again', edits: {} },
    ];
    const found: Record<string, string[]> = {};
    for await (const { id, outcomes: row } of callAll(seen, variants)) found[id] = row.map(({ text }) => text).sort();
    const original = ['Point("x":n3)', 'promise[true]'];
    expect(found).toEqual({
      original,
      one: ['Point("x":n-2)', 'promise[false]'],
      both: ['Point("x":n-2)', 'promise[true]'],
      'original again': original,
    });
  });
});

/** A stack of numbers that shows only how many it holds. */
const stack = (types: boolean) => {
  const t = (type: string) => (types ? `: ${type}` : '');
  return `class Counted {
  #made = 0;
  constructor(first${t('number')}) { if (typeof first !== 'number') throw new Error('how many?'); this.#made = first }
  count() { this.#made += 1; return this.#made }
}
export class Stack extends Counted {
  ${types ? 'readonly ' : ''}#items${t('number[]')};
  label = 'plain';
  constructor(items${t('number[]')}) { super(items.length); this.#items = [...items]; this.label = 'made' }
  push(one${t('number')}) { this.#items.push(one); return this }
  clone() { return new Stack(this.#items) }
  get size() { return this.#items.length }
}
`;
};

describe.each([
  ['JavaScript', 'node --test', 'stack.js', "import test from 'node:test'; import assert from 'node:assert';"],
  ['TypeScript', 'npx vitest run', 'stack.ts', "import { assert, test } from 'vitest';"],
])('private fields in %s', (_, command, file, load) => {
  it('are seen, made again, and tell what a call leaves', async () => {
    const test = nodeTest(
      "test('a', () => { const s = new Stack([3, 4]); s.count(); s.push(5); assert.equal(s.clone().size, 3) });",
      `${load} import { Stack } from './${file}';`,
    );
    const files = {
      'package.json': '{ "type": "module" }',
      [file]: stack(file.endsWith('.ts')),
      [file.replace('.', '.test.')]: test,
    };
    const seen = await watch(command, files, { [file]: ['this.#made +=', '.push(one)', 'new Stack(this'] });
    const found = await outcomes(seen, [
      [file, '.push(one)', '.unshift(one)'],
      [file, 'new Stack(this.#items)', 'new Stack([])'],
      [file, 'made += 1', 'made += 2'],
    ]);
    const of = (items: string, made: number) =>
      `Stack("Counted#made":n${made},"Stack#items":Array[${items}],"label":"made")`;
    const original = [
      `n3 leaves ${of('n3,n4', 3)}`,
      `${of('n3,n4,n5', 3)} leaves ${of('n3,n4,n5', 3)},n5`,
      of('n3,n4,n5', 3),
    ];
    expect(found).toEqual({
      original,
      '.unshift(one)': original.with(1, `${of('n5,n3,n4', 3)} leaves ${of('n5,n3,n4', 3)},n5`),
      'new Stack([])': original.with(2, of('', 0)),
      'made += 2': original.with(0, `n4 leaves ${of('n3,n4', 4)}`),
    });
  });
});

it('private fields of classes in other files: by what getters and iteration show', async () => {
  const files = {
    'package.json': '{ "type": "module" }',
    'bag.js':
      'export class Bag { #items; constructor(items) { this.#items = items } get size() { return this.#items.length } *[Symbol.iterator]() { yield* this.#items } }\n',
    'fill.js': "import { Bag } from './bag.js';\nexport const fill = (a, b) => new Bag([a, b]);\n",
    'fill.test.js': nodeTest(
      "test('a', () => assert.equal(fill(3, 4).size, 2));",
      "import test from 'node:test'; import assert from 'node:assert'; import { fill } from './fill.js';",
    ),
  };
  const found = await outcomes(await watch('node --test', files, { 'fill.js': ['new Bag'] }), [
    ['fill.js', '[a, b]', '[b, a]'],
  ]);
  const of = (items: string) => [`Bag("get size":n2,"iteration":iterator[${items}])`];
  expect(found).toEqual({ original: of('n3,n4'), '[b, a]': of('n4,n3') });
});

describe('vitest', () => {
  it('TypeScript', async () => {
    const files = {
      'package.json': '{ "type": "module" }',
      'src/clip.ts':
        "import { limit } from './limit';\nexport function clip(text: string, size?: number): string { return text.slice(0, size ?? limit) }\n",
      'src/limit.ts': 'export const limit: number = 3;\n',
      'src/clip.test.ts':
        "import { expect, it } from 'vitest';\nimport { clip } from './clip';\nit('a', () => { expect(clip('abcdef')).toBe('abc') });\n",
    };
    const seen = await watch('npx vitest run', files, { 'src/clip.ts': ['slice'] });
    expect(seen.observation.missing).toBeUndefined();
    const found = await outcomes(seen, [['src/clip.ts', 'slice(0,', 'slice(1,']]);
    expect(found).toEqual({ original: ['"abc"'], 'slice(1,': ['"bc"'] });
  });
});

describe.skipIf(pytestMissing)('pytest', () => {
  it('packages, methods, decorated functions; hanging, leaving and large variants', async () => {
    const files = {
      'shop/__init__.py': '',
      'shop/tax.py': 'RATE = 2\n\n\ndef tax(price):\n    return price * RATE\n',
      'shop/cart.py': [
        '"""Carts."""',
        'from __future__ import annotations',
        'import functools',
        'from .tax import tax',
        '',
        '',
        'class Cart:',
        '    def __init__(self, prices):',
        '        self.prices = prices',
        '',
        '    @property',
        '    def total(self):',
        '        return sum(tax(one) for one in self.prices)',
        '',
        '',
        '@functools.lru_cache(maxsize=None)',
        'def count(n, by=1):',
        '    found = 0',
        '    while n > 0:',
        '        n -= by',
        '        found += 1',
        '    return found',
        '',
      ].join('\n'),
      'test_cart.py':
        'from shop.cart import Cart, count\n\n\ndef test_a():\n    assert Cart([1, 2]).total == 6\n\n\ndef test_b():\n    assert count(4, by=2) == 3\n',
    };
    const seen = await watch(
      'python3 -m pytest -q',
      files,
      { 'shop/cart.py': ['sum(', 'n -= by'], 'shop/tax.py': ['price *'] },
      { failing: ['test_cart.py::test_b'], passing: ['test_cart.py::test_a'] },
    );
    expect(seen.observation.calls.map(({ target, during }) => `${target} ${during}`)).toEqual([
      '1 failing',
      '0 passing',
      '2 passing',
      '2 passing',
    ]);
    const found = await outcomes(seen, [
      ['shop/tax.py', '* RATE', '* 1.5'],
      ['shop/cart.py', 'n -= by', 'n += by'],
      ['shop/cart.py', 'found += 1', '__import__("os")._exit(3)'],
      ['shop/cart.py', 'found += 1', '__import__("sys").exit(3)'],
      ['shop/cart.py', 'return found', 'return [found] * 100000'],
      ['shop/cart.py', 'return found', 'return (found'],
    ]);
    expect(found.original).toEqual(['2', '6', '2', '4']);
    expect(found['* 1.5']).toEqual(['2', 'n4.5', 'n1.5', 'n3']);
    expect(found['n += by']).toEqual(['timeout', '6', '2', '4']);
    expect(found['__import__("os")._exit(3)']).toEqual(['died', '6', '2', '4']);
    expect(found['__import__("sys").exit(3)']?.[0]).toBe('throws SystemExit');
    expect((found['return [found] * 100000']?.[0] ?? '').length).toBeLessThan(3000);
    expect(found['return (found']).toMatch(/never closed|unexpected EOF/);
  });
});

it('unittest', async () => {
  const files = {
    'words.py': 'def longest(words):\n    return max(words, key=len)\n',
    'test_words.py':
      "import unittest\nfrom words import longest\n\n\nclass Test(unittest.TestCase):\n    def test_a(self):\n        self.assertEqual(longest({'a', 'bb'}), 'bb')\n",
  };
  const seen = await watch('python3 -m unittest', files, { 'words.py': ['max'] });
  const found = await outcomes(seen, [['words.py', 'max', 'min']]);
  expect(found).toEqual({ original: ['"bb"'], min: ['"a"'] });
});

it.each(['', "    __slots__ = ('__items',)\n\n"])('Python: what stands behind a property%s', async (slots) => {
  const files = {
    'stack.py': `class Stack:\n${slots}    def __init__(self, items):\n        self.__items = list(items)\n\n    @property\n    def size(self):\n        return len(self.__items)\n\n    def push(self, one):\n        self.__items.append(one)\n`,
    'test_stack.py':
      'import unittest\nfrom stack import Stack\n\n\nclass Test(unittest.TestCase):\n    def test_a(self):\n        stack = Stack([3])\n        stack.push(4)\n        self.assertEqual(stack.size, 2)\n',
  };
  const seen = await watch('python3 -m unittest', files, { 'stack.py': ['append'] });
  const found = await outcomes(seen, [['stack.py', 'append(one)', 'insert(0, one)']]);
  const of = (items: string) => [`none leaves stack:Stack("_Stack__items":list[${items}]),4`];
  expect(found).toEqual({ original: of('3,4'), 'insert(0, one)': of('4,3') });
});
