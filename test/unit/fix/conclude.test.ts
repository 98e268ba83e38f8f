import { describe, expect, it } from 'vitest';
import type { Ranking } from '../../../src/fix/choose.ts';
import { conclude } from '../../../src/fix/conclude.ts';
import type { Attempt, Consensus } from '../../../src/fix/types.ts';
import { attempt } from './render-reports.ts';

function ranking(ids: readonly (readonly string[])[], consensus: Partial<Consensus>): Ranking {
  return {
    clusters: ids.map((cluster) =>
      cluster.map((id) => ({ candidate: { id } as never, rank: 1, texts: {}, repaired: [] })),
    ),
    consensus: {
      ...{ agreement: 0.9, method: 'behaviour', inputs: 10, clusters: ids.length, textAgreement: 0.5 },
      ...consensus,
    },
  };
}

function scored(id: string, cluster: number, total: number, speed: number, more: Partial<Attempt> = {}): Attempt {
  const base = attempt({ id, cluster, green: true, ...more });
  return { ...base, score: { ...base.score, total, speed } };
}

const all = { failing: [] };

describe('what comes of the attempts', () => {
  it('is the likeliest of the first cluster, however fast another ran', () => {
    const attempts = [scored('b', 0, 100, 1), scored('a', 0, 92, 0.2), scored('c', 1, 100, 1)];
    const { status, winner } = conclude({}, all, attempts, ranking([['a', 'b'], ['c']], {}));
    expect(status).toBe('fixed');
    expect(winner?.id).toBe('a');
  });

  it('is another of that cluster only when it scores clearly better', () => {
    const attempts = [scored('a', 0, 80, 1), scored('b', 0, 95, 1), scored('c', 1, 100, 1)];
    expect(conclude({}, all, attempts, ranking([['a', 'b'], ['c']], {})).winner?.id).toBe('b');
  });

  it('is for review between 55% and 70%, and nobody is proposed below', () => {
    const attempts = [scored('a', 0, 90, 1), scored('b', 1, 90, 1)];
    const at = (agreement: number) => conclude({}, all, attempts, ranking([['a'], ['b']], { agreement }));
    expect(at(0.7)).toMatchObject({ status: 'fixed', winner: { id: 'a' } });
    expect(at(0.61)).toMatchObject({ status: 'review', winner: { id: 'a' } });
    expect(at(0.54)).toMatchObject({ status: 'review', winner: undefined });
    const alone = conclude({}, all, attempts.slice(0, 1), ranking([['a']], { agreement: 0.56, method: 'single' }));
    expect(alone).toMatchObject({ status: 'review', winner: { id: 'a' } });
    const texts = conclude({}, all, attempts, ranking([['a'], ['b']], { agreement: 0.5, method: 'text' }));
    expect(texts).toMatchObject({ status: 'review', winner: { id: 'a' } });
    expect(at(0.54).attempts.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('asks for the coverage that is demanded', () => {
    const covered = (coverage: number | undefined) =>
      conclude({ minCoverage: 0.95 }, all, [scored('a', 0, 90, 1, { coverage })], ranking([['a']], {}));
    expect(covered(0.95).status).toBe('fixed');
    expect(covered(0.5)).toMatchObject({ status: 'review', reason: expect.stringContaining('coverage is 50%') });
    expect(covered(undefined).reason).toContain('coverage is not known');
  });

  it('is nothing when the whole suite stays red', () => {
    const red = scored('a', 0, 0, 1, { green: false, reasons: ['two tests fail'] });
    expect(conclude({}, all, [red], ranking([], {}))).toMatchObject({
      status: 'unfixed',
      winner: undefined,
      reason: expect.stringContaining('two tests fail'),
    });
    expect(conclude({}, all, [], ranking([], {})).status).toBe('unfixed');
  });

  it('is for a person where other tests still fail', () => {
    const failing = [{ id: 'a', file: '', status: 'failed' as const, message: '', errorClass: undefined, stack: [] }];
    const part = conclude({}, { failing, left: ['b'] }, [scored('a', 0, 90, 1)], ranking([['a']], {}));
    expect(part).toMatchObject({ status: 'review', winner: { id: 'a' } });
    expect(part.reason).toMatch(/turns 1 failing test green, but what it changes is not run by 1 other .* such as b$/);
  });
});
