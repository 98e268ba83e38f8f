import { describe, expect, it } from 'vitest';
import { type Observed, rank } from '../../../src/fix/choose.ts';
import type { Found } from '../../../src/fix/explore.ts';
import type { Review } from '../../../src/fix/types.ts';

function found(id: string, prior: number, rankOf: number, text = id): Found {
  const candidate = { id, template: 't', edits: [], file: 'f', line: 1, function: undefined, context: 'c', prior };
  return { candidate, rank: rankOf, texts: { f: text }, repaired: [] };
}

function observed(clusters: string[][], more: Partial<Observed> = {}): Observed {
  return { inputs: 10, clusters, examples: new Map(), traits: new Map(), missing: undefined, ...more };
}

const none: ReadonlyMap<string, Review> = new Map();

describe('choosing among plausible candidates', () => {
  it('puts the cluster with most weight first, not the one with most members', () => {
    const all = [found('a', 0.3, 1), found('b', 0.01, 50), found('c', 0.01, 60), found('d', 0.01, 70)];
    const { clusters, consensus } = rank(all, observed([['b', 'c', 'd'], ['a']]), none);
    expect(clusters.map((cluster) => cluster.map(({ candidate }) => candidate.id))).toEqual([['a'], ['b', 'c', 'd']]);
    expect(consensus).toMatchObject({ method: 'behaviour', clusters: 2, inputs: 10 });
    expect(consensus.agreement).toBeGreaterThan(0.9);
  });

  it('loses agreement when equally likely candidates behave differently', () => {
    const all = [found('a', 0.1, 10), found('b', 0.1, 10)];
    expect(rank(all, observed([['a'], ['b']]), none).consensus.agreement).toBeCloseTo(0.5, 1);
    expect(rank(all, observed([['a', 'b']]), none).consensus.agreement).toBeGreaterThan(0.95);
  });

  it('doubts a single candidate that is most unlikely', () => {
    expect(rank([found('a', 0.2, 3)], undefined, none).consensus).toMatchObject({ method: 'single', clusters: 1 });
    expect(rank([found('a', 0.2, 3)], undefined, none).consensus.agreement).toBeGreaterThan(0.99);
    expect(rank([found('a', 0.004, 900)], undefined, none).consensus.agreement).toBeLessThan(0.5);
  });

  it('gives what was learned no say in which behaviour is right, only in which of those alike comes first', () => {
    const [plain, usual] = [found('a', 0.2, 1), found('b', 0.3, 1)];
    const learned = { ...usual, candidate: { ...usual.candidate, learned: 3 } };
    const ids = (clusters: readonly (readonly Found[])[]) => clusters.flat().map(({ candidate }) => candidate.id);
    expect(ids(rank([plain, learned], observed([['a'], ['b']]), none).clusters)).toEqual(['a', 'b']);
    expect(ids(rank([plain, learned], observed([['a', 'b']]), none).clusters)).toEqual(['b', 'a']);
  });

  it('believes less in edits that often pass by luck', () => {
    const [step, other] = [found('a', 0.15, 1), found('b', 0.1, 1)];
    const lucky = { ...step, candidate: { ...step.candidate, template: 'literal-step' } };
    expect(rank([step, other], observed([['a'], ['b']]), none).clusters[0]?.[0]?.candidate.id).toBe('a');
    expect(rank([lucky, other], observed([['a'], ['b']]), none).clusters[0]?.[0]?.candidate.id).toBe('b');
  });

  it('all but drops a candidate that breaks a documented example', () => {
    const all = [found('a', 0.3, 1), found('b', 0.1, 2)];
    const examples = new Map([['a', { kept: 1, broken: 1 }]]);
    expect(rank(all, observed([['a'], ['b']], { examples }), none).clusters[0]?.[0]?.candidate.id).toBe('b');
  });

  it('prefers what changes more and keeps what holds, and what the review does not doubt', () => {
    const all = [found('a', 0.1, 2), found('b', 0.1, 2)];
    const first = (evidence: Observed, reviews = none): string | undefined =>
      rank(all, evidence, reviews).clusters[0]?.[0]?.candidate.id;
    const traits = { changed: 0, distinct: 0, properties: 0 };
    const both = (b: Partial<typeof traits>): Observed =>
      observed([['a'], ['b']], {
        traits: new Map([
          ['a', traits],
          ['b', { ...traits, ...b }],
        ]),
      });
    expect(first(both({}))).toBe('a');
    expect(first(both({ changed: 0.5 }))).toBe('b');
    expect(first(both({ changed: 0.5, properties: 2 }))).toBe('a');
    const doubted: Review = {
      verdict: 'accept',
      findings: [{ rule: 'clause-removed', severity: 'low', category: 'bug', file: 'f', line: 1, message: '' }],
    };
    expect(first(both({}), new Map([['a', doubted]]))).toBe('b');
  });

  it('prefers what replaces to what only takes out, unless that is far likelier', () => {
    const findings = [
      { rule: 'only-removes', severity: 'low', category: 'overfitting', file: 'f', line: 1, message: '' },
    ] as const;
    const reviews = new Map([['a', { verdict: 'accept', findings } satisfies Review]]);
    const first = (priorOfA: number): string | undefined =>
      rank([found('a', priorOfA, 2), found('b', 0.1, 2)], observed([['a'], ['b']]), reviews).clusters[0]?.[0]?.candidate
        .id;
    expect(first(0.15)).toBe('b');
    expect(first(0.4)).toBe('a');
  });

  it('groups by text where behaviour is not known, and says so', () => {
    const all = [found('a', 0.1, 1, 'x  = 1'), found('b', 0.1, 2, 'x = 1'), found('c', 0.1, 3, 'x = 2')];
    const { clusters, consensus } = rank(all, undefined, none);
    expect(clusters.map((cluster) => cluster.length)).toEqual([2, 1]);
    expect(consensus).toMatchObject({ method: 'text', textAgreement: 2 / 3 });
  });

  it('takes a comparison and the same one the other way round for one text', () => {
    const texts = ['if (a[i + 1] > b.größe) f();', 'if (b.größe < a[i + 1]) f();', 'if (a[i + 1] >= b.größe) f();'];
    const all = texts.map((text, at) => found(`c${at}`, 0.1, 1 + at, text));
    expect(rank(all, undefined, none).clusters.map((cluster) => cluster.length)).toEqual([2, 1]);
  });

  it('says that nothing was found', () => {
    expect(rank([], undefined, none)).toMatchObject({
      clusters: [],
      consensus: { agreement: undefined, method: 'none' },
    });
  });
});
