import { describe, expect, it } from 'vitest';
import { lineRules, rules } from '../../../../src/analysis/critic/rules/index.ts';
import { changeOf, criticise, readMarked } from '../marked.ts';
import { bugCases } from './bug-cases.ts';
import { performanceCases } from './performance-cases.ts';
import { practiceCases } from './practice-cases.ts';
import { securityCases } from './security-cases.ts';

const cases = { ...bugCases, ...performanceCases, ...practiceCases, ...securityCases };

describe.each(Object.entries(cases))('%s', (rule, files) => {
  it.each(Object.entries(files))('in %s reports the marked lines and no others', async (path, source) => {
    const { text, lines } = readMarked(source);
    const reported = await criticise(changeOf(path, text));
    expect(reported).toEqual(lines.map((line) => ({ rule, line })));
  });
});

it('has cases for every rule, in every language it reads', () => {
  const languages = (id: string): string[] =>
    Object.keys(cases[id] ?? {}).map((path) => (path.endsWith('.py') ? 'python' : 'ecmascript'));
  for (const rule of rules) {
    expect(languages(rule.id), rule.id).toEqual(expect.arrayContaining(rule.ecmascript ? ['ecmascript'] : []));
    expect(languages(rule.id), rule.id).toEqual(expect.arrayContaining(rule.python ? ['python'] : []));
  }
  for (const rule of lineRules) expect(cases, rule.id).toHaveProperty(rule.id);
});
