import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { patchFacts, type ScoreInput, scoreAttempt, scoreNote } from '../../../src/fix/score/index.ts';
import type { ReviewFinding } from '../../../src/fix/types.ts';

function finding(severity: ReviewFinding['severity']): ReviewFinding {
  return { rule: 'r', severity, category: 'bug', file: 'f', line: 1, message: '' };
}

const share = fc.double({ min: 0, max: 1, noNaN: true });
const attempt: fc.Arbitrary<ScoreInput> = fc.record({
  passed: fc.constant(20),
  total: fc.constant(20),
  coverage: fc.option(share, { nil: undefined }),
  findings: fc.array(fc.constantFrom<ReviewFinding['severity'][]>('low', 'medium', 'high', 'critical').map(finding), {
    maxLength: 5,
  }),
  patch: fc.record({ added: fc.nat(500), removed: fc.nat(500), complexityDelta: fc.integer({ min: -50, max: 50 }) }),
  durationMs: fc.integer({ min: 1, max: 100_000 }),
  fastestMs: fc.integer({ min: 1, max: 100_000 }),
});

describe('a score', () => {
  it('is 100 for a smallest change that is best in everything, and made of the four parts', () => {
    const best: ScoreInput = {
      passed: 3,
      total: 3,
      coverage: 1,
      findings: [],
      patch: { added: 1, removed: 1, complexityDelta: 0 },
      durationMs: 10,
      fastestMs: 10,
    };
    expect(scoreAttempt(best)).toEqual({ total: 100, coverage: 1, tests: 1, quality: 1, speed: 1 });
    expect(scoreAttempt({ ...best, coverage: 0.5 }).total).toBeCloseTo(80);
    expect(scoreAttempt({ ...best, durationMs: 20 }).total).toBeCloseTo(95);
    expect(scoreAttempt({ ...best, findings: [finding('high')] }).total).toBeCloseTo(90);
    const unknown = scoreAttempt({ ...best, coverage: undefined, durationMs: 20 });
    expect(unknown.total).toBeCloseTo(100 * (55 / 60));
    expect(scoreNote(unknown)).toContain('coverage is unknown');
    expect(scoreNote(scoreAttempt(best))).toBeUndefined();
  });

  it('of failing a test always loses against passing all', () => {
    fc.assert(
      fc.property(attempt, attempt, fc.nat(19), (good, bad, passed) => {
        const failing = scoreAttempt({ ...bad, passed });
        expect(failing.total).toBe(0);
        expect(scoreNote(failing)).toContain('not all tests pass');
        expect(scoreAttempt(good).total).toBeGreaterThan(0);
      }),
    );
    const none = { passed: 0, total: 0, coverage: 1, findings: [], durationMs: 1, fastestMs: 1 };
    expect(scoreAttempt({ ...none, patch: { added: 0, removed: 0, complexityDelta: 0 } }).total).toBe(0);
  });

  it('stays in its ranges, and no part that gets worse makes it larger', () => {
    const worse: ((input: ScoreInput, by: number) => ScoreInput)[] = [
      (input, by) => ({ ...input, coverage: input.coverage && input.coverage * by }),
      (input) => ({ ...input, findings: [...input.findings, finding('low')] }),
      (input, by) => ({ ...input, patch: { ...input.patch, added: input.patch.added + Math.round(by * 100) } }),
      (input, by) => ({
        ...input,
        patch: { ...input.patch, complexityDelta: input.patch.complexityDelta + Math.round(by * 100) },
      }),
      (input, by) => ({ ...input, durationMs: input.durationMs * (1 + by) }),
      (input) => ({ ...input, passed: input.passed - 1 }),
    ];
    fc.assert(
      fc.property(attempt, share, fc.constantFrom(...worse), (input, by, change) => {
        const [one, other] = [scoreAttempt(input), scoreAttempt(change(input, by))];
        expect(other.total).toBeLessThanOrEqual(one.total);
        expect(one.total).toBeLessThanOrEqual(100);
        for (const part of [one.tests, one.quality, one.speed, one.coverage ?? 0]) {
          expect(part).toBeGreaterThanOrEqual(0);
          expect(part).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe('facts of a patch', () => {
  it('are its lines and the decisions it adds', async () => {
    const before = 'function f(a) {\n  return a;\n}\n\nfunction g() {}\n';
    const after = 'function f(a) {\n  if (a && a.b) return 0;\n  return a;\n}\n\nfunction g() {}\n';
    expect(await patchFacts([{ path: 'a.js', before, after }])).toEqual({ added: 1, removed: 0, complexityDelta: 2 });
    expect(await patchFacts([{ path: 'a.js', before: after, after: before }])).toEqual({
      added: 0,
      removed: 1,
      complexityDelta: -2,
    });
    const python = {
      path: 'a.py',
      before: 'def f(a):\n    return a\n',
      after: 'def f(a):\n    return a if a else 0\n',
    };
    expect(await patchFacts([python, { path: 'a.txt', before: 'a\nb\n', after: 'b\n' }])).toEqual({
      added: 1,
      removed: 2,
      complexityDelta: 1,
    });
  });
});
