import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enclosing, type LanguageId, languageOf, ParseLimitError, parse, walk } from '../../../src/code/index.ts';
import { reading } from './reading.ts';

const languages: LanguageId[] = ['javascript', 'typescript', 'tsx', 'python'];

const words = [
  ...[
    'function',
    'class',
    'def',
    'async',
    'export',
    'default',
    'import',
    'from',
    'const',
    'x',
    'y',
    'if',
    'else',
    'for',
  ],
  ...[
    'in',
    'of',
    '=>',
    '(',
    ')',
    '{',
    '}',
    '[',
    ']',
    ':',
    ';',
    ',',
    '.',
    '=',
    '*',
    '"',
    "'",
    '`',
    '${',
    '/*',
    '*/',
    '//',
  ],
  ...['#', '@', '@d', '\n', '\r\n', '\n    ', '\t', ' ', '<', '>', '</', '😀', 'é', '\uFEFF', '\0', '\uD800', 'lambda'],
  ...[
    'return',
    'module.exports',
    '__all__',
    'yield',
    'match',
    'case',
    'interface',
    'type',
    'namespace',
    'require("a")',
  ],
];
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.constantFrom(...words), { maxLength: 60 }).map((parts) => parts.join('')),
  fc.array(fc.constantFrom(...words), { maxLength: 60 }).map((parts) => parts.join(' ')),
);

describe('parse', () => {
  it('reads any text without throwing, with symbols that nest and lines that exist', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...languages), anyText, async (language, text) => {
        await reading(language, text, (file) => {
          const lines = text.split('\n').length;
          for (const one of file.symbols) {
            expect(one.startLine).toBeGreaterThanOrEqual(1);
            expect(one.nameLine).toBeGreaterThanOrEqual(one.startLine);
            expect(one.endLine).toBeGreaterThanOrEqual(one.startLine);
            expect(one.endLine).toBeLessThanOrEqual(lines);
            expect(one.endIndex).toBeLessThanOrEqual(text.length);
            if (one.parent === undefined) continue;
            expect(one.startIndex).toBeGreaterThanOrEqual(one.parent.startIndex);
            expect(one.endIndex).toBeLessThanOrEqual(one.parent.endIndex);
          }
          for (const one of [...file.imports, ...file.exports, ...file.calls]) {
            expect(one.line).toBeGreaterThanOrEqual(1);
            expect(one.line).toBeLessThanOrEqual(lines);
          }
          expect(file.hasError).toBe(file.firstError !== undefined);
        });
      }),
      { numRuns: 600 },
    );
  });

  it('says where broken syntax starts and still reads the rest', async () => {
    await reading('typescript', 'function a() {}\nconst = ;\nfunction b() {}\n', (file) => {
      expect(file.firstError?.line).toBe(2);
      expect(file.symbols.map((one) => one.name)).toEqual(['a', 'b']);
    });
  });

  it('reads a 1 MB file that is one line', async () => {
    const text = 'function a(b){return b?c(b):d=>{for(;;)e(d)}}'.repeat(24_000);
    await reading('javascript', text, (file) => {
      expect(file.symbols).toHaveLength(24_000);
      expect(file.calls).toHaveLength(48_000);
    });
  });

  it('walks nesting that would overflow a recursive reader', async () => {
    const text = `x = ${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    await reading('javascript', text, (file) => {
      let nodes = 0;
      walk(file.root, () => {
        nodes++;
        return true;
      });
      expect(nodes).toBeGreaterThan(20_000);
      expect(file.symbols).toEqual([]);
    });
  });

  it('refuses what is over its limits', async () => {
    const limits = { maxLength: 10, timeoutMs: 1000 };
    await expect(parse('python', 'x = 1 + 2 + 3', 'a.py', limits)).rejects.toThrow(ParseLimitError);
    const long = 'f(a, b);\n'.repeat(100_000);
    await expect(parse('javascript', long, 'a.js', { maxLength: 1e7, timeoutMs: 0 })).rejects.toThrow(
      'parsing a.js took longer than 0 ms',
    );
    // A parser that was stopped does not go on with the next text.
    expect(await reading('javascript', 'let a', (file) => file.root.text)).toBe('let a');
  });

  it('keeps what was read, and nothing else, after dispose', async () => {
    const file = await parse('python', 'def f(): g()\n', 'a.py');
    const { symbols } = file;
    file.dispose();
    file.dispose();
    expect(symbols[0]?.name).toBe('f');
    expect(file.calls).toHaveLength(1);
    expect(() => file.root).toThrow('a.py was read after dispose()');
  });

  it('frees its trees: parsing over and over does not grow memory', async () => {
    const text = 'function a(b) { return b ? c(b) : d; }\n'.repeat(1500);
    const round = (): Promise<number> => reading('javascript', text, (file) => file.symbols.length);
    for (let i = 0; i < 5; i++) await round();
    // WASM memory counts as external; thirty trees of this size that were kept are over 100 MB.
    const before = process.memoryUsage().external;
    for (let i = 0; i < 30; i++) await round();
    expect(process.memoryUsage().external - before).toBeLessThan(16 * 2 ** 20);
  });

  it('answers queries, and finds what is around a node', async () => {
    await reading('javascript', 'function f() { if (a) { g(1); } }', (file) => {
      const matches = file.query('(call_expression function: (identifier) @name)');
      const name = matches[0]?.captures[0]?.node;
      expect(name?.text).toBe('g');
      expect(name && enclosing(name, ['if_statement'])?.startPosition.column).toBe(15);
      expect(name && enclosing(name, ['class_declaration'])).toBeUndefined();
    });
  });
});

describe('languageOf', () => {
  it.each([
    ['a.js', 'javascript'],
    ['a.jsx', 'javascript'],
    ['a.mjs', 'javascript'],
    ['a.d.ts', 'typescript'],
    ['a.cts', 'typescript'],
    ['x/A.TSX', 'tsx'],
    ['a.pyi', 'python'],
    ['a.md', undefined],
    ['Makefile', undefined],
    ['.js', undefined],
  ])('%s is %s', (path, language) => {
    expect(languageOf(path)).toBe(language);
  });

  it('reads the #! line of a file without an extension', () => {
    expect(languageOf('bin/run', '#!/usr/bin/env python3\n')).toBe('python');
    expect(languageOf('bin/run', '#!/usr/bin/env node\n')).toBe('javascript');
    expect(languageOf('bin/run', '#!/bin/sh\n')).toBeUndefined();
  });
});
