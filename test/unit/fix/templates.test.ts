import { expect, test } from 'vitest';
import { templates } from '../../../src/fix/templates/table.ts';
import { expressionRepairs } from './repairs/expressions.ts';
import { statementRepairs } from './repairs/statements.ts';
import { variants } from './variants.ts';

const repairs = [...expressionRepairs, ...statementRepairs];

test.each(repairs)('%s, %s: %j', async (template, language, broken, repaired) => {
  expect(await variants(template, language, broken)).toContain(repaired);
});

test('every template has a repair to show, and a name of its own', () => {
  const shown = new Set(repairs.map(([template]) => template));
  expect(templates.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([]);
  expect(new Set(templates.map(({ id }) => id)).size).toBe(templates.length);
});

test('a method that takes no arguments is not given any, and bits are asked of what is computed', async () => {
  const made = await variants('sibling-call', 'javascript', 'const ys = xs.sort((a, b) => a - b);\n');
  expect(made).toContain('const ys = xs.toSorted((a, b) => a - b);\n');
  expect(made.filter((text) => /everse/.test(text))).toEqual([]);
  const bits = await variants('logical-operator', 'javascript', 'const x = a && b;\n');
  expect(bits).toEqual(['const x = a || b;\n']);
});

test('parameters, also those of types, are no sequences', async () => {
  const made = await variants('add-index', 'typescript', 'const g = (xs) => h(xs as (listed: T) => void);\n');
  expect(made).toContain('const g = (xs) => h(xs[0] as (listed: T) => void);\n');
  expect(made.filter((text) => !/^const g = \(xs\) => h\(xs.+ as \(listed: T\) => void\);$/m.test(text))).toEqual([]);
});

test('no template reads or writes what cannot be read or written there', async () => {
  const refused: readonly (readonly [string, 'javascript' | 'python', string, RegExp])[] = [
    ['keep-result', 'javascript', 'const s = f();\ns.trim();\n', /s = s|return/],
    ['keep-result', 'python', 'name.strip()\n', /return/],
    ['own-property', 'javascript', 'const x = Object.hasOwn(o, ...k);\n', / in /],
    ['default-answer', 'python', 'x = d[a, b]\n', /get/],
    ['fallback', 'javascript', 'const x = new a.B(1);\n', /B \|\|/],
    ['optional-chaining', 'javascript', 'class A extends B { f() { super.x(); a.b.c = 1; delete a.b; } }\n', /\?/],
    ['ignored-option', 'python', 'def f(**kwargs):\n    size = 1, 2\n', /get/],
    ['exchange-indices', 'python', 'x = g[x, 1][y]\n', /./],
  ];
  for (const [template, language, text, wrong] of refused)
    expect((await variants(template, language, text)).filter((one) => wrong.test(one))).toEqual([]);
  expect(await variants('own-property', 'javascript', 'const x = Object.hasOwn(o, k ? a : b);\n')).toEqual([
    'const x = (k ? a : b) in o;\n',
  ]);
});
