import {
  assert,
  boolean,
  constantFrom,
  dictionary,
  integer,
  array as listOf,
  oneof,
  property,
  record,
  string,
  tuple,
} from 'fast-check';
import { describe, expect, it } from 'vitest';
import { examplesOf, keeps } from '../../../src/fix/behaviour/examples.ts';
import { type GeneratedCall, generateCalls } from '../../../src/fix/behaviour/generate.ts';
import { readLiteral } from '../../../src/fix/behaviour/literals.ts';
import { brokenProperties } from '../../../src/fix/behaviour/properties.ts';
import { constantsAround, constantsOf } from '../../../src/fix/behaviour/sketch.ts';
import { clustersOf, telling } from '../../../src/fix/behaviour/table.ts';
import { traitsOf } from '../../../src/fix/behaviour/traits.ts';
import {
  canonicalText,
  type ObservedCall,
  type Outcome,
  readModule,
  type Target,
  type Value,
} from '../../../src/testing/index.ts';

async function moduleOf(file: string, text: string, mark: string) {
  const start = text.indexOf(mark);
  const module = await readModule(file, text, [{ start, end: start + mark.length }], 0);
  const [target] = module?.targets ?? [];
  if (module === undefined || target === undefined) throw new Error(`nothing to call around ${mark}`);
  return { module, target };
}

const target: Target = (await moduleOf('a.py', 'def f(a, b):\n    return a\n', 'return')).target;

const int = (value: number): Value => ({ kind: 'int', text: String(value) });
const list = (...items: Value[]): Value => ({ kind: 'list', class: 'list', items });
const call = (...args: Value[]): ObservedCall => ({ target: 0, self: undefined, args, named: [], during: 'passing' });
const returns = (value: Value): Outcome => ({ end: 'returns', value, text: canonicalText(value) });

function generate(observed: readonly ObservedCall[], seed: number, most = 120): GeneratedCall[] {
  const constants = constantsOf(['x < 7']);
  const nearby = constantsOf(['limit = 450', "name = 'north'"]);
  return generateCalls(target, { observed, examples: [], constants, nearby, most, seed });
}

describe('generated calls', () => {
  const anInt = integer({ min: -1000, max: 1000 }).map(int);
  const aFloat = integer({ min: -99, max: 99 }).map((one): Value => ({ kind: 'number', text: String(one / 4) }));
  const aString = string({ maxLength: 8 }).map((value): Value => ({ kind: 'string', value }));
  const aBool = boolean().map((value): Value => ({ kind: 'bool', value }));
  const aList = oneof(listOf(anInt, { maxLength: 6 }), listOf(aString, { maxLength: 4 })).map((items) =>
    list(...items),
  );
  const aMap = dictionary(string({ maxLength: 3 }), anInt, { maxKeys: 4 }).map(
    (one): Value => ({
      kind: 'map',
      class: 'dict',
      entries: Object.entries(one).map(([key, value]) => [{ kind: 'string', value: key }, value] as const),
    }),
  );
  const value = oneof(
    anInt,
    aFloat,
    aString,
    aBool,
    aList,
    aMap,
    tuple(anInt, aString).map((two) => list(...two)),
  );

  /** Kinds by place: `list>int` for the items of a list in an argument. */
  function kinds(one: Value, place = ''): string[] {
    const here = `${place}${one.kind}`;
    if (one.kind === 'list') return [here, ...one.items.flatMap((item) => kinds(item, `${here} ${one.class}>`))];
    if (one.kind === 'map')
      return [
        here,
        ...one.entries.flatMap(([key, inner]) => [...kinds(key, `${here} key>`), ...kinds(inner, `${here}>`)]),
      ];
    return [here];
  }

  it('have the types that were observed, and come again for the same seed', () => {
    assert(
      property(listOf(tuple(value, value), { minLength: 1, maxLength: 4 }), integer(), (observed, seed) => {
        const calls = observed.map((args) => call(...args));
        const made = generate(calls, seed, 60);
        expect(generate(calls, seed, 60)).toEqual(made);
        expect(made.length).toBeLessThanOrEqual(60);
        for (const at of [0, 1]) {
          const known = new Set(observed.flatMap((args) => kinds(args[at] ?? int(0))));
          for (const { args } of made) {
            for (const kind of kinds(args[at] ?? int(0))) expect(known).toContain(kind);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('are many, different, and reach boundaries, empty lists and repeated items', () => {
    const made = generate([call(list(int(3), int(5)), int(4))], 1, 200);
    const texts = made.map(({ args }) => args.map(canonicalText).join(' '));
    expect(made.length).toBeGreaterThan(150);
    const plain = made.flatMap(({ twice }, at) => (twice ? [] : [texts[at]]));
    expect(new Set(plain).size).toBe(plain.length);
    const seconds = new Set(made.map(({ args: [, second] }) => second && canonicalText(second)));
    for (const wanted of ['0', '1', '3', '5', '6', '7', '8']) expect(seconds).toContain(wanted);
    expect(texts.some((text) => text.startsWith('list[] '))).toBe(true);
    expect(texts.some((text) => /^list\[(\d+),\1\b/.test(text))).toBe(true);
    expect(new Set(made.map(({ relation }) => relation?.kind))).toEqual(new Set([undefined, 'permuted']));
  });

  it('stand at the constants of the rest of the module, the nearest first, and beside them', async () => {
    const table = "const shares = [[7000, 'far'], [50, 'some']];\n";
    const text = `${table}export function shareOf(count, name) {\n  return count > 3 ? name : 0;\n}\n`;
    const { module, target: shareOf } = await moduleOf('a.js', text, 'count > 3');
    const nearby = constantsAround(module.original, shareOf);
    expect(nearby).toEqual({ numbers: [50, 7000], strings: ['some', 'far'] });
    const observed = [call({ kind: 'number', text: '1' }, { kind: 'string', value: 'x' })];
    const none = { numbers: [], strings: [] };
    const made = generateCalls(shareOf, { observed, examples: [], constants: none, nearby, most: 200, seed: 1 });
    const texts = made.map(({ args }) => args.map(canonicalText).join(' '));
    for (const wanted of ['n50', 'n49', 'n51', 'n7000', 'n6999', 'n7001']) expect(texts).toContain(`${wanted} "x"`);
    for (const wanted of ['"some"', '"far"']) expect(texts).toContain(`n1 ${wanted}`);
  });

  it('change the numbers in dates and times, and keep what is around them', () => {
    const made = generate([call({ kind: 'string', value: '2024-06-30 7:05' })], 1, 200);
    const texts = made.flatMap(({ args: [text] }) => (text?.kind === 'string' ? [text.value] : []));
    const dates = new Set(texts.filter((text) => /^\d{4}-\d\d-\d\d \d+:\d\d$/.test(text)));
    expect(dates.size).toBeGreaterThan(30);
    for (const part of [/^2024-07-/, /-06-29 /, / 8:05$/])
      expect([...dates].some((text) => part.test(text))).toBe(true);
  });

  it('leave what cannot be made again alone', () => {
    const opaque: Value = { kind: 'opaque', class: 'socket' };
    expect(generate([call(opaque)], 1)).toHaveLength(1);
  });
});

describe('literals', () => {
  it.each([
    ['[1, -2.50, "a\\n"]', 'list[1,n-2.5,"a\\n"]', 'Array[n1,n-2.5,"a\\n"]'],
    ["{'a': (1, 2)}", 'dict{"a":tuple[1,2]}', undefined],
    ['{a: 1, 2: null}', undefined, 'Object{"2":none,"a":n1}'],
    ['{1, 2}', 'set[1,2]', undefined],
    ['(1)', '1', undefined],
    ['(1,)', 'tuple[1]', undefined],
    ['True', 'true', 'true'],
    ['1e-3', 'n0.001', 'n0.001'],
    ['x + 1', undefined, undefined],
    ['[1, x]', undefined, undefined],
    ['"open', undefined, undefined],
    ['12abc', undefined, undefined],
  ])('%s', (text, python, ecmascript) => {
    const read = (language: 'python' | 'ecmascript') => {
      const found = readLiteral(text, 0, language);
      return found && canonicalText(found.value);
    };
    expect([read('python'), read('ecmascript')]).toEqual([python, ecmascript]);
  });

  it('of any JSON are read as they are', () => {
    const json = oneof(
      integer(),
      string(),
      boolean(),
      constantFrom(null),
      listOf(oneof(integer(), string())),
      record({ a: integer() }),
    );
    assert(
      property(json, (one) => {
        const text = JSON.stringify(one);
        expect(readLiteral(`${text} rest`, 0, 'ecmascript')?.end).toBe(text.length);
      }),
    );
  });
});

describe('documented examples', () => {
  const shown = async (file: string, text: string, mark: string) => {
    const { module, target: documented } = await moduleOf(file, text, mark);
    return examplesOf(documented, module).map(
      ({ call: { args, named }, expected }) =>
        `${[...args.map(canonicalText), ...named.map(([name, one]) => `${name}=${canonicalText(one)}`)]} ${canonicalText(expected)}`,
    );
  };

  it('of Python', async () => {
    const text = [
      '# pick(1) -> 4',
      'def pick(n, by=2):',
      '    """Picks.',
      '    >>> pick([1, 2])',
      "    'a'",
      '    >>> pick(9)',
      '    >>> pick(2, by=3) == (1, 2)',
      '    True',
      '    pick(5) ➞ [1]  # because',
      '    pick(6) => [1] + [2]',
      '    pick(x) == 3',
      '    unpick(8) == 3',
      '    """',
      '    return n  # pick(7) returns None',
    ].join('\n');
    expect(await shown('a.py', text, 'return n')).toEqual(['list[1,2] "a"', '2,by=3 tuple[1,2]', '5 list[1]', '1 4']);
  });

  it('of JavaScript', async () => {
    const text = [
      '/**',
      ' * Adds.',
      ' * @example',
      ' * add(1, 2) // => 3',
      ' * add([1], {a: 2}); // returns "x"',
      " * add('a', b) => 3",
      ' */',
      'export const add = (a, b) => {',
      '  // add(3, 4) === 7',
      '  return a + b',
      '}',
    ].join('\n');
    expect(await shown('a.js', text, 'return a')).toEqual(['n1,n2 n3', 'Array[n1],Object{"a":n2} "x"', 'n3,n4 n7']);
  });

  it('in sentences, of functions of one argument', async () => {
    const text =
      'def f(N):\n    """For N = 150, the sum will be 6 the output should be "110".\n    for N = 2 the result is bad"""\n    return N\n';
    expect(await shown('a.py', text, 'return N')).toEqual(['150 "110"']);
  });

  it('are kept by equal numbers and any kind of list', () => {
    const expected = list(int(1), { kind: 'number', text: '0.3' });
    const value: Value = {
      kind: 'list',
      class: 'tuple',
      items: [
        { kind: 'number', text: '1.0' },
        { kind: 'number', text: '0.30000000000000004' },
      ],
    };
    expect(keeps({ call: call(), expected }, returns(value))).toBe(true);
    expect(keeps({ call: call(), expected }, returns(list(int(1))))).toBe(false);
    expect(keeps({ call: call(), expected: { kind: 'bool', value: true } }, returns(int(1)))).toBe(false);
  });
});

describe('clusters', () => {
  it('part the candidates by equal outcomes, the largest first, then the first come', () => {
    assert(
      property(listOf(listOf(constantFrom('a', 'b'), { minLength: 2, maxLength: 2 }), { maxLength: 12 }), (rows) => {
        const table = new Map(rows.map((row, at) => [`c${at}`, row.map((text) => ({ text }))]));
        const clusters = clustersOf(table);
        expect(clusters.flat().sort()).toEqual([...table.keys()].sort());
        const keyOf = (id: string | undefined) => JSON.stringify(table.get(id ?? ''));
        for (const cluster of clusters) expect(new Set(cluster.map(keyOf)).size).toBe(1);
        expect(new Set(clusters.map(([first]) => keyOf(first))).size).toBe(clusters.length);
        const order = [...table.keys()];
        for (const [at, cluster] of clusters.entries()) {
          const next = clusters[at + 1];
          if (next === undefined) continue;
          const tie = cluster.length === next.length && order.indexOf(cluster[0] ?? '') < order.indexOf(next[0] ?? '');
          expect(cluster.length > next.length || tie).toBe(true);
        }
      }),
    );
  });
});

describe('traits', () => {
  const calls: GeneratedCall[] = Array.from({ length: 8 }, (_, at) => ({
    ...call(list(int(at), int(at + 3))),
    origin: at < 2 ? 'observed' : 'generated',
    during: at < 2 ? 'passing' : undefined,
    relation: undefined,
  }));
  const row = (one: (at: number) => Outcome): Outcome[] => calls.map((_, at) => one(at));
  const thrown: Outcome = { end: 'throws', text: 'throws TypeError' };
  const table = {
    calls,
    original: row((at) => (at < 2 ? returns(int(at + 3)) : returns(int(99)))),
    candidates: new Map([
      ['right', row((at) => returns(int(at + 3)))],
      ['too', row((at) => returns(int(at + 3)))],
      ['beyond', row((at) => returns(int(at < 2 ? at + 3 : at + 50)))],
      ['nothing', row((at) => (at < 5 ? returns(int(at + 3)) : returns({ kind: 'none' })))],
      ['throws', row((at) => (at < 5 ? returns(int(at + 3)) : thrown))],
    ]),
  };

  it('say how a candidate stands out', () => {
    const traits = traitsOf(table);
    expect(traits.get('right')).toEqual({ throws: 0, odd: 0, changed: 1, distinct: 0, properties: 0 });
    expect(traits.get('beyond')).toEqual({ throws: 0, odd: 0, changed: 1, distinct: 1, properties: 1 });
    expect(traits.get('nothing')).toEqual({ throws: 0, odd: 0.5, changed: 1, distinct: 0.5, properties: 0 });
    expect(traits.get('throws')).toEqual({ throws: 0.5, odd: 0, changed: 1, distinct: 0.5, properties: 0 });
  });

  it('a property that the original breaks where it was right is none', () => {
    const wrongBound = { ...table, original: row((at) => returns(int(at + 70))) };
    expect(brokenProperties(wrongBound).get('beyond')).toBe(0);
  });

  it('inputs that most candidates refuse are left out', () => {
    const refused = new Map(
      [...table.candidates].map(([id, one], at) => [id, at < 3 ? one.map((o, k) => (k === 7 ? thrown : o)) : one]),
    );
    expect(telling({ ...table, candidates: refused }).calls).toHaveLength(7);
  });
});
