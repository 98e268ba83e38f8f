/** What is usual for a measure. In the unit of the values. */
export interface Baseline {
  readonly n: number;
  readonly mean: number;
  /** Of a sample (n - 1); 0 for a single value. */
  readonly standardDeviation: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** @returns undefined without values */
export function baselineOf(values: readonly number[]): Baseline | undefined {
  const n = values.length;
  if (n === 0) return undefined;
  const sorted = [...values].sort((a, b) => a - b);
  const mean = sorted.reduce((sum, value) => sum + value, 0) / n;
  const squares = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return {
    n,
    mean,
    standardDeviation: n < 2 ? 0 : Math.sqrt(squares / (n - 1)),
    p50: quantile(sorted, 0.5),
    p95: quantile(sorted, 0.95),
    p99: quantile(sorted, 0.99),
  };
}

/**
 * Linear interpolation between order statistics: type 7 of R. J. Hyndman and Y. Fan (1996), "Sample quantiles in
 * statistical packages", The American Statistician 50, 361-365.
 *
 * @param sorted ascending, not empty
 * @param p from 0 to 1
 */
export function quantile(sorted: readonly number[], p: number): number {
  const at = (sorted.length - 1) * p;
  const below = sorted[Math.floor(at)];
  const above = sorted[Math.ceil(at)];
  if (below === undefined || above === undefined) throw new RangeError('quantile of no values');
  return below + (above - below) * (at - Math.floor(at));
}
