/** A measured value and when it was measured (milliseconds since the epoch). */
export type Sample = [at: number, value: number];

const kept = 500;

/** Adds a sample and keeps the newest few hundred. Which ones stay does not depend on the order in which they came. */
export function addSample(samples: Sample[], at: number, value: number): void {
  let index = samples.length;
  while (index > 0 && isLater(samples[index - 1], at, value)) index--;
  samples.splice(index, 0, [at, value]);
  if (samples.length > kept) samples.shift();
}

function isLater(sample: Sample | undefined, at: number, value: number): boolean {
  return sample !== undefined && (sample[0] > at || (sample[0] === at && sample[1] > value));
}
