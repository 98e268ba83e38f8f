import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { converge } from '../../../../src/analysis/convergence/converge.ts';
import { tasksOf } from '../../../../src/analysis/convergence/tasks.ts';
import { type AnalystName, analystNames, type Finding, severities } from '../../../../src/analysis/report.ts';

function finding(over: Partial<Finding> = {}): Finding {
  return {
    id: 'a',
    rule: 'sql-injection',
    analysts: ['code-critic'],
    category: 'security',
    severity: 'high',
    confidence: 'medium',
    file: 'src/a.ts',
    startLine: 10,
    endLine: 12,
    message: 'The SQL statement has `id` written into its text.',
    ...over,
  };
}

const other = (over: Partial<Finding> = {}): Finding =>
  finding({
    id: 'b',
    rule: 'sql',
    analysts: ['impact-analyst'],
    startLine: 12,
    endLine: 14,
    message: 'The statement has `id` in its text.',
    ...over,
  });

describe('converge', () => {
  it('makes one finding of high confidence where two analysts agree', () => {
    const { findings } = converge([finding(), other()]);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ analysts: ['code-critic', 'impact-analyst'], confidence: 'high' });
  });

  it.each<[string, Partial<Finding>]>([
    ['the file', { file: 'src/b.ts' }],
    ['the lines', { startLine: 13 }],
    ['the category', { category: 'bug' }],
    ['what is quoted', { message: 'The SQL statement has `name` written into its text.' }],
    ['the words', { message: 'Nothing alike `id` at all here.' }],
    ['nothing but the rule, by the same analyst', { analysts: ['code-critic'] }],
  ])('keeps two findings apart that differ in %s', (_, over) => {
    const { findings } = converge([finding(), other(over)]);
    expect(findings.map(({ confidence }) => confidence)).toEqual(['medium', 'medium']);
  });

  it('raises the alarm for a critical finding of one analyst alone', () => {
    expect(converge([finding({ severity: 'critical' }), other({ startLine: 99, endLine: 99 })]).alerts).toEqual(['a']);
  });

  it('asks a person where levels are two steps apart, and takes the worse one meanwhile', () => {
    const { findings, humanReview } = converge([finding({ severity: 'critical' }), other({ severity: 'medium' })]);
    expect(findings).toMatchObject([{ severity: 'critical' }]);
    expect(humanReview).toEqual(['src/a.ts:10: code-critic calls it critical (sql-injection), impact-analyst medium.']);
    expect(converge([finding({ severity: 'high' }), other({ severity: 'medium' })]).humanReview).toEqual([]);
  });

  it('asks a person where one says safe and another unsafe', () => {
    const claim = {
      analyst: 'impact-analyst',
      category: 'security',
      file: 'src/a.ts',
      startLine: 1,
      endLine: 10,
    } as const;
    expect(converge([finding()], [claim]).humanReview).toEqual([
      'src/a.ts:10: code-critic reports sql-injection, impact-analyst calls it safe.',
    ]);
    expect(converge([finding()], [{ ...claim, endLine: 9 }]).humanReview).toEqual([]);
  });
});

const anyFinding: fc.Arbitrary<Finding> = fc
  .record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
    rule: fc.constantFrom('one', 'two'),
    analyst: fc.constantFrom<AnalystName>(...analystNames),
    category: fc.constantFrom<Finding['category']>('security', 'bug'),
    severity: fc.constantFrom(...severities),
    confidence: fc.constantFrom<Finding['confidence']>('low', 'medium', 'high'),
    file: fc.constantFrom('a.ts', 'b.ts'),
    startLine: fc.integer({ min: 1, max: 12 }),
    length: fc.integer({ min: 0, max: 4 }),
    message: fc.constantFrom('the `x` is wrong', 'the `y` is wrong', 'it is wrong here', 'quite another thing'),
  })
  .map(({ analyst, length, ...rest }) => ({
    ...rest,
    // An id stands for one problem in one file.
    id: `${rest.file}-${rest.id}`,
    analysts: [analyst],
    endLine: rest.startLine + length,
  }));

describe('converge, for any findings', () => {
  it('does not depend on their order', () => {
    fc.assert(
      fc.property(
        fc
          .array(anyFinding, { maxLength: 12 })
          .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          expect(converge(shuffled)).toEqual(converge(all));
        },
      ),
    );
  });

  it('changes nothing when it is done again', () => {
    fc.assert(
      fc.property(fc.array(anyFinding, { maxLength: 12 }), (all) => {
        const { findings } = converge(all);
        expect(converge(findings).findings).toEqual(findings);
      }),
    );
  });

  it('takes a finding that is given twice as one', () => {
    fc.assert(
      fc.property(fc.array(anyFinding, { maxLength: 12 }), (all) => {
        expect(converge([...all, ...all])).toEqual(converge(all));
      }),
    );
  });

  it('loses no problem: each id is there or was merged into one of the same file and category or id', () => {
    fc.assert(
      fc.property(fc.array(anyFinding, { maxLength: 12 }), (all) => {
        const { findings } = converge(all);
        for (const one of all) expect(findings.some(({ id, file }) => id === one.id || file === one.file)).toBe(true);
        expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
      }),
    );
  });
});

describe('tasksOf', () => {
  it('lists what is worth doing, the worst first, and knows what was proposed before', () => {
    const findings = [
      finding({ id: '1', severity: 'info' }),
      finding({ id: '2', severity: 'low' }),
      finding({ id: '3', severity: 'critical' }),
    ];
    const tasks = tasksOf(findings, new Set(['2']));
    expect(tasks.map(({ id, proposedBefore }) => [id, proposedBefore])).toEqual([
      ['3', false],
      ['2', true],
    ]);
  });
});
