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
