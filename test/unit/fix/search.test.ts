import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LanguageId, parse } from '../../../src/code/index.ts';
import { check } from '../../../src/fix/search/edits.ts';
import { applyCandidate, openSearch } from '../../../src/fix/search/index.ts';
import { TokenModel } from '../../../src/fix/search/naturalness.ts';
import { readModel } from '../../../src/fix/templates/model.ts';
import type { Candidate } from '../../../src/fix/types.ts';

const python = `def total(prices, limit):
    # sums what is under the limit
    result = 0
    for price in prices:
        if price < limit:
            result += price
    return result
`;

const script = `class Cart {
  total(prices, limit) {
    let result = 0;
    for (const price of prices) {
      if (price < limit) result += price;
    }
    return result;
  }
}

export const first = (xs) => xs[0] ?? null;
`;

function everyLine(text: string, file = 'file') {
  return text.split('\n').map((_, i) => ({ file, line: i + 1, score: 1, reasons: [] }));
}

async function take(language: LanguageId, text: string, count: number, seed = 1): Promise<Candidate[]> {
  const { stream } = await openSearch({ files: [{ path: 'file', language, text }], suspicions: everyLine(text), seed });
  return stream.next(count);
}

/** Statements of both languages to make programs of. */
const statements: Record<'python' | 'javascript', readonly string[]> = {
  python: [
    'x = a[1:-1]',
    'if a and not b:\n        x = 1\n    elif a in b: x = 2\n    else:\n        x = None',
    'for i, y in enumerate(a):\n        if y > 3: break',
    'x = [q * 2 for q in a if q]',
    'x += len(a) if b else -1',
    'try:\n        x = f(a, key=b)\n    except ValueError as e:\n        raise',
    'while x < 3:\n        x += 1',
    'x = f\'{a}é\' + "b"',
    'return {a: b, **b}',
    'def g(c): return c == a != b',
  ],
  javascript: [
    'let x = a.slice(1, -1)',
    'if (a && !b) { x = 1; } else if (a in b) x = 2; else { x = null }',
    'for (let i = 0; i < a.length; i++) { if (a[i] > 3) break }',
    'const y = a.map((q) => q * 2)',
    'x += b ? a.length : -1',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: source text, not a template of this file
    "try { f(a, 'é') } catch (e) { throw new Error(`no ${e}`) }",
    'while (x < 3) x++',
    'do { x-- } while (x)',
    'return { a, ...b }',
    'switch (a) { case 1: f(); break; default: g() }',
    'const { p, q = 2 } = b ?? {}',
  ],
};

const program = fc.constantFrom('python' as const, 'javascript' as const).chain((language) =>
  fc.array(fc.constantFrom(...statements[language]), { minLength: 1, maxLength: 5 }).map((lines) => ({
    language,
    text:
      language === 'python'
        ? `def f(a, b, x=0):\n    ${lines.join('\n    ')}\n`
        : `function f(a, b) {\n  ${[...new Set(lines)].join(';\n  ')}\n}\n`,
  })),
);

describe('stream', () => {
  test('every candidate parses, changes the text within its edits only, and the order is that of the seed', async () => {
    await fc.assert(
      fc.asyncProperty(program, fc.nat(1000), async ({ language, text }, seed) => {
        const candidates = await take(language, text, 60, seed);
        expect(candidates.length).toBeGreaterThan(0);
        expect((await take(language, text, 60, seed)).map(({ id }) => id)).toEqual(candidates.map(({ id }) => id));
        for (const candidate of candidates) {
          const made = applyCandidate(text, candidate, 'file');
          expect(made).not.toBe(text);
          const parsed = await parse(language, made);
          expect(parsed.hasError, made).toBe(false);
          parsed.dispose();
          const [first, last] = [candidate.edits[0], candidate.edits.at(-1)];
          expect(made.startsWith(text.slice(0, first?.start))).toBe(true);
          expect(made.endsWith(text.slice(last?.end))).toBe(true);
          expect(candidate.prior).toBeGreaterThan(0);
          expect(candidate.prior).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 15, seed: 7 },
    );
  });

  test('no candidate asks the same or the opposite twice, or takes a value from itself', async () => {
    const texts = (await take('python', python, 600)).map((one) => applyCandidate(python, one, 'file'));
    expect(texts.filter((text) => /[+-]= 0\b/.test(text))).toEqual([]);
    for (const idle of ['price < limit and price < limit', 'price < limit and price >= limit', 'limit < limit'])
      expect(texts.filter((text) => text.includes(idle))).toEqual([]);
    const number = 'const f = (a, b) => a[b - 1] + -1;\n';
    const others = (await take('javascript', number, 600)).map((one) => applyCandidate(number, one, 'file'));
    expect(others.filter((one) => /- 0|-0|\+ 0\b/.test(one))).toEqual([]);
    const own = 'const same = (a) => a.x !== a.x && a.x !== null && a.y;\n';
    const made = (await take('javascript', own, 600)).map((one) => applyCandidate(own, one, 'file'));
    // What the repository itself says stays: only edits are asked.
    expect(made.filter((one) => one.includes('a.x !== a.x')).length).toBeGreaterThan(20);
  });

  test.each([
    ['const s = l[i] + l[j] + l[k];', '+ l[k]', '- l[k]', 'less'],
    ['const s = l[i] + l[j] + l[k];', '[j]', '[j - 1]', 'less'],
    ['const s = l[i] + l[j] + l[k];', '[j]', '[i]', 'alike'],
    ['const s = l[i] + l[j] - l[k];', '- l[k]', '+ l[k]', 'more'],
    ['const s = a === 1 && b === 1 || c === 1;', '||', '&&', 'more'],
    ['const s = l[i] + l[j];', '+', '-', 'alike'],
    ['const s = a + b.length + 1;', '1', '2', 'alike'],
  ])('%s with %j as %j is believed %s: rows of like operands stay alike', async (text, old, replacement, belief) => {
    const model = await readModel({ path: 'file', language: 'javascript', text });
    const start = text.lastIndexOf(old);
    const checked = model && (await check(model, [{ start, end: start + old.length, text: replacement }]));
    expect(Math.sign((checked?.symmetry ?? Number.NaN) - 1)).toBe({ less: -1, alike: 0, more: 1 }[belief]);
  });

  test('what has fields of its own is no number', async () => {
    const text =
      'function take(list, sku) {\n  const line = list.find((one) => one.sku === sku);\n  return line.count;\n}\n';
    const made = (await take('javascript', text, 600)).map((one) => applyCandidate(text, one, 'file'));
    expect(made.filter((one) => /Math\.\w+\((?:line|list)\)|\) [-*/] |\bline [-*/] /.test(one))).toEqual([]);
  });

  test('parameters get no first value, exported names and sentences no word of the file', async () => {
    const text =
      "__all__ = ['find']\n\n\ndef find(rows, key, *, other=None):\n    if key == 'id':\n        raise ValueError('there is no such row')\n" +
      '    return [row for row in rows if row == key]\n\n\ndef count(row):\n    rows = []\n    other = 1\n    return rows\n';
    const made = (await take('python', text, 3000)).map((one) => applyCandidate(text, one, 'file'));
    expect(
      made.filter((one) => /^ +(?:rows|key|row|other) = (?:0|None)$/m.test(one.split('def count')[0] ?? '')),
    ).toEqual([]);
    expect(made.filter((one) => !one.startsWith("__all__ = ['find']"))).toEqual([]);
    expect(made.filter((one) => /ValueError\('(?:id|find)?'\)/.test(one))).toEqual([]);
    expect(made.filter((one) => /ValueError\('There|ValueError\('there is no such row '/.test(one))).not.toEqual([]);
  });

  test.each([
    [
      'python',
      'def f(a, b: dict[str, int | None] = None) -> list[int]:\n    return a + b[1]\n',
      /: dict\[str, int \| None\].*-> list\[int\]:/,
    ],
    [
      'typescript',
      "function f(a: Map<string, 1 | 2>, b: 'x' | 'y'): number | null {\n  return a.get(b) ?? 1;\n}\n",
      /Map<string, 1 \| 2>.*'x' \| 'y'\): number \| null/,
    ],
  ] as const)('types of %s stay as they are', async (language, text, types) => {
    const made = (await take(language, text, 2000)).map((one) => applyCandidate(text, one, 'file'));
    expect(made.length).toBeGreaterThan(50);
    expect(made.filter((one) => !types.test(one))).toEqual([]);
  });

  test('what reads a variable that nothing reads comes sooner', async () => {
    const rank = async (before: string): Promise<number> => {
      const text = `function f(date, month) {\n  const last = g(month);\n  const day = date;\n  return h(${before}day);\n}\n`;
      const found = (await take('javascript', text, 2000)).map((one) => applyCandidate(text, one, 'file'));
      return found.findIndex((one) => one.includes('const day = Math.min(date, last);'));
    };
    expect(await rank('')).toBeGreaterThan(-1);
    expect(await rank('')).toBeLessThan((await rank('last, ')) / 2);
  });

  test('no candidate comes twice, and none leaves the text as it was', async () => {
    for (const [language, text] of [
      ['python', python],
      ['javascript', script],
    ] as const) {
      const texts = (await take(language, text, 800)).map((candidate) => applyCandidate(text, candidate, 'file'));
      expect(new Set(texts).size).toBe(texts.length);
      expect(texts).not.toContain(text);
    }
  });

  test('no template and no line has the first candidates to itself', async () => {
    const candidates = await take('python', python, 60);
    const count = (key: (one: Candidate) => string | number): number =>
      Math.max(
        ...[...new Set(candidates.map(key))].map((value) => candidates.filter((one) => key(one) === value).length),
      );
    expect(count(({ template }) => template)).toBeLessThan(20);
    expect(count(({ line }) => line)).toBeLessThan(40);
  });

  test('only suspicious lines are edited, the most suspicious first', async () => {
    const suspicions = [
      { file: 'file', line: 5, score: 1, reasons: [] },
      { file: 'file', line: 7, score: 0.01, reasons: [] },
    ];
    const { stream } = await openSearch({ files: [{ path: 'file', language: 'python', text: python }], suspicions });
    const candidates = await stream.next(200);
    expect(candidates[0]?.line).toBe(5);
    // A line scores at most its own suspiciousness, so these are not of the other line.
    expect(candidates.slice(0, 20).every(({ prior }) => prior > 0.01)).toBe(true);
  });

  test('learned weights decide what comes first', async () => {
    const { stream } = await openSearch({
      files: [{ path: 'file', language: 'python', text: python }],
      suspicions: everyLine(python),
      weight: (template, context) =>
        template === 'wrong-target' && context.startsWith('python/augmented/') ? 0.9 : 0.01,
    });
    expect((await stream.next(1))[0]?.template).toBe('wrong-target');
  });

  test('names the function around an edit', async () => {
    const inside = (await take('javascript', script, 100)).find(({ line }) => line === 5);
    expect(inside?.function).toBe('Cart.total');
  });

  test('a file with broken syntax is named, not edited', async () => {
    const { stream, skipped } = await openSearch({
      files: [{ path: 'file', language: 'python', text: 'def f(:\n' }],
      suspicions: everyLine('def f(:\n'),
    });
    expect(skipped).toEqual(['file']);
    expect(await stream.next(5)).toEqual([]);
  });

  test('two bugs that each earn partial credit come together as a pair', async () => {
    const text = 'def f(a, b):\n    return a - b\n\n\ndef g(a, b):\n    return a < b\n';
    const wanted = text.replace('a - b', 'a + b').replace('a < b', 'a <= b');
    const { stream } = await openSearch({
      files: [{ path: 'file', language: 'python', text }],
      suspicions: everyLine(text),
    });
    const halves = new Set([text.replace('a - b', 'a + b'), text.replace('a < b', 'a <= b')]);
    for (let round = 0; round < 60; round++) {
      const batch = await stream.next(20);
      const hit = batch.find((candidate) => applyCandidate(text, candidate, 'file') === wanted);
      if (hit !== undefined) {
        expect(hit.parents).toHaveLength(2);
        expect(hit.template).toBe('arithmetic-operator+comparison-operator');
        return;
      }
      for (const one of batch) {
        stream.feedback(one.id, {
          failingNowPassing: halves.has(applyCandidate(text, one, 'file')) ? 1 : 0,
          brokenPassing: 0,
        });
      }
    }
    expect.unreachable('the pair never came');
  });

  test('a single that repairs everything is no half of a pair', async () => {
    const text = 'def f(a, b):\n    return a - b\n';
    const { stream } = await openSearch({
      files: [{ path: 'file', language: 'python', text }],
      suspicions: everyLine(text),
    });
    const plausible = new Set<string>();
    for (let round = 0; round < 16; round++) {
      const batch = await stream.next(50);
      for (const one of batch) {
        expect(one.parents?.some((id) => plausible.has(id))).not.toBe(true);
        const repaired = one.template === 'arithmetic-operator';
        if (repaired) plausible.add(one.id);
        stream.feedback(one.id, { failingNowPassing: repaired ? 1 : 0, brokenPassing: 0, plausible: repaired });
      }
    }
    expect(plausible.size).toBeGreaterThan(1);
  });

  test('donor code of a sibling function is renamed to the variables at hand', async () => {
    const sibling =
      'def area(shape_width, shape_height):\n    if shape_width < 0: raise ValueError(shape_width)\n    return shape_width * shape_height\n';
    const text = 'def edge(width, height):\n    return 2 * (width + height)\n';
    const files = [
      { path: 'file', language: 'python' as const, text },
      { path: 'sibling', language: 'python' as const, text: sibling },
    ];
    const { stream } = await openSearch({ files, suspicions: [{ file: 'file', line: 2, score: 1, reasons: [] }] });
    const all = await stream.next(5000);
    const donors = all
      .filter(({ template }) => template.startsWith('donor-'))
      .map((one) => applyCandidate(text, one, 'file'));
    expect(donors).toContain(
      'def edge(width, height):\n    if width < 0: raise ValueError(width)\n    return 2 * (width + height)\n',
    );
  });

  test('what several functions do before the same statement is inserted first, and no value that nothing reads', async () => {
    const text = `class Reader:
    def load(self, data, many=None):
        many = self.many if many is None else many
        return self.run(data, many)

    def check(self, data, many=None):
        many = self.many if many is None else many
        return self.run(data, many)

    def count(self, data):
        result = len(data)
        self.tell(data)
        return result

    def dump(self, data, many=None):
        return self.run(data, many)
`;
    const suspicions = [{ file: 'file', line: 16, score: 1, reasons: [] }];
    const { stream } = await openSearch({ files: [{ path: 'file', language: 'python', text }], suspicions });
    const inserted = (await stream.next(2000))
      .filter(({ template }) => template === 'donor-insert')
      .map(({ edits: [edit] }) => edit?.text.trim() ?? '');
    expect(inserted[0]).toBe('many = self.many if many is None else many');
    expect(inserted).toContain('self.tell(data)');
    expect(inserted.slice(0, inserted.indexOf('self.tell(data)'))).not.toContain('result = len(data)');
  });

  test('a table of many lines is one place', async () => {
    const rows = Array.from({ length: 80 }, (_, at) => `    'key${at}': 'value${at}',\n`).join('');
    const text = `table = {\n${rows}}\n\n\ndef find(key, other):\n    if key in table and other:\n        return table[key]\n    return other + 1\n`;
    const first = (await take('python', text, 100)).filter(({ line }) => line > 82);
    expect(first.length).toBeGreaterThan(25);
  });

  test('what was made of a variable is its next value sooner than a step to it', async () => {
    const text =
      'def f(xs, x):\n    lo = 0\n    for hi in xs:\n        mid = (lo + hi) // 2\n        lo = mid\n    return lo\n';
    const texts = (await take('python', text, 1000)).map((one) => applyCandidate(text, one, 'file'));
    const place = (wanted: string): number => texts.findIndex((one) => one.includes(wanted));
    expect(place('        lo = mid + 1\n')).toBeGreaterThanOrEqual(0);
    expect(place('        lo = mid + 1\n')).toBeLessThan(place('        lo += mid\n'));
  });

  test('what other functions ask guards a jump, and a statement of theirs is tried with each variable', async () => {
    const text = [
      'class Box {',
      '  load(entries) {',
      '    for (const entry of entries) {',
      '      if (entry === absent) continue;',
      '      this.put(entry);',
      '      notify(entry);',
      '    }',
      '  }',
      '  dump(fields, sink) {',
      '    for (const field of fields) {',
      '      sink.write(field);',
      '    }',
      '  }',
      '}',
      '',
    ].join('\n');
    const { stream } = await openSearch({
      files: [{ path: 'file', language: 'javascript', text }],
      suspicions: [{ file: 'file', line: 11, score: 1, reasons: [] }],
    });
    const donors = (await stream.next(5000)).filter(({ template }) => template.startsWith('donor-'));
    const texts = donors.map((one) => applyCandidate(text, one, 'file').split('\n').slice(10, 14).join('\n'));
    expect(texts.filter((one) => /^ +if \(field === absent\) (?:\{\s+)?continue;/.test(one))).not.toEqual([]);
    expect(texts).toContain('      notify(field);\n      sink.write(field);\n    }\n  }');
    expect(texts).toContain('      notify(sink);\n      sink.write(field);\n    }\n  }');
  });
});

test('what the repository writes often reads as more natural than what it never writes', () => {
  const model = new TokenModel(['for i in range(n): total += items[i]\n'.repeat(5)]);
  const text = 'x = items[j]';
  expect(model.naturalness(text, 10, 11, 'i')).toBeGreaterThan(model.naturalness(text, 10, 11, 'unheard'));
});
