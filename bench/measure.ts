/** One section of `npm run bench`; rows are printed as they are measured. */
export interface Suite {
  readonly title: string;
  rows(): AsyncIterable<Row>;
}

export interface Row {
  readonly what: string;
  readonly figure: string;
  /** The spec's aim for this figure, when it has one. */
  readonly aim?: string;
}

export interface Times {
  /** Milliseconds. */
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

/** Times `work` `runs` times after one warm-up. */
export async function time(work: () => unknown, runs = 5): Promise<Times> {
  await work();
  const taken: number[] = [];
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    await work();
    taken.push(performance.now() - start);
  }
  return summarise(taken);
}

/** Times two pieces of work in turn, A B A B ..., so that the ratio holds when the machine's speed drifts. */
export async function compare(
  a: () => unknown,
  b: () => unknown,
  runs = 5,
): Promise<{ a: Times; b: Times /** Median of A/B pair by pair. */; ratio: number }> {
  await a();
  await b();
  const as: number[] = [];
  const bs: number[] = [];
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    await a();
    const middle = performance.now();
    await b();
    as.push(middle - start);
    bs.push(performance.now() - middle);
  }
  return { a: summarise(as), b: summarise(bs), ratio: summarise(as.map((x, i) => x / (bs[i] ?? x))).median };
}

function summarise(values: number[]): Times {
  const sorted = [...values].sort((x, y) => x - y);
  const at = (i: number): number => sorted[i] ?? Number.NaN;
  return { min: at(0), median: at(Math.floor(sorted.length / 2)), max: at(sorted.length - 1) };
}

export function ms(times: Times): string {
  return `${format(times.median)} ms (${format(times.min)} to ${format(times.max)})`;
}

function format(value: number): string {
  return value < 10 ? value.toFixed(2) : value.toFixed(0);
}
