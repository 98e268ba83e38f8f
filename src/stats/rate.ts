/** A share of successes with its 95% interval. */
export interface Rate {
  readonly successes: number;
  readonly total: number;
  /** Between 0 and 1. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const z95 = 1.959963984540054;

/**
 * The Wilson score interval: holds its coverage for small samples and for shares near 0 and 1, where the usual
 * normal approximation does not.
 *
 * E. B. Wilson (1927), "Probable inference, the law of succession, and statistical inference", JASA 22, 209-212.
 *
 * @returns undefined without any trial: there is no rate of nothing
 */
export function wilsonRate(successes: number, total: number): Rate | undefined {
  if (total <= 0) return undefined;
  const value = successes / total;
  const z2 = z95 * z95;
  const centre = (value + z2 / (2 * total)) / (1 + z2 / total);
  const half = (z95 / (1 + z2 / total)) * Math.sqrt((value * (1 - value)) / total + z2 / (4 * total * total));
  // At the ends the bound is the end itself; rounding would miss it by 1e-17.
  const low = successes === 0 ? 0 : centre - half;
  const high = successes === total ? 1 : centre + half;
  return { successes, total, value, low, high };
}
