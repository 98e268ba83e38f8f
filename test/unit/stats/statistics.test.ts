import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baselineOf, quantile } from '../../../src/stats/baseline.ts';
import { wilsonRate } from '../../../src/stats/rate.ts';

describe('wilsonRate', () => {
  // Values of R's prop.test(x, n, correct = FALSE).
  it.each([
    [8, 10, 0.4902, 0.9433],
    [0, 10, 0, 0.2775],
    [10, 10, 0.7225, 1],
    [81, 263, 0.2553, 0.3662],
  ])('%i of %i', (successes, total, low, high) => {
    const rate = wilsonRate(successes, total);
    expect(rate?.low).toBeCloseTo(low, 4);
    expect(rate?.high).toBeCloseTo(high, 4);
  });

  it('knows no rate of nothing', () => {
    expect(wilsonRate(0, 0)).toBeUndefined();
  });

  it('holds the share between its bounds, and these between 0 and 1', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (successes, failures) => {
        const rate = wilsonRate(successes, successes + failures);
        if (!rate) return;
        expect(rate.low).toBeGreaterThanOrEqual(0);
        expect(rate.low).toBeLessThanOrEqual(rate.value);
        expect(rate.high).toBeGreaterThanOrEqual(rate.value);
        expect(rate.high).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('baselineOf', () => {
  it('agrees with numpy', () => {
    const baseline = baselineOf([4, 1, 3, 2]);
    expect(baseline).toMatchObject({ n: 4, mean: 2.5, p50: 2.5 });
    expect(baseline?.p95).toBeCloseTo(3.85, 12);
    expect(baseline?.p99).toBeCloseTo(3.97, 12);
    expect(baseline?.standardDeviation).toBeCloseTo(1.2909944487, 9);
  });

  it('says nothing about nothing', () => {
    expect(baselineOf([])).toBeUndefined();
    expect(() => quantile([], 0.5)).toThrow(RangeError);
  });
});
