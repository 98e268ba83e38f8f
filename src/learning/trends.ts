import { number } from './facts.ts';
import type { Snapshot } from './projections/history.ts';
import type { Trend } from './report.ts';

const day = 86_400_000;
const spans = [7 * day, 30 * day];

/**
 * How the measures of the history changed: since the last measurement of another commit, and over 7 and 30 days where
 * there is a measurement that old. Measurements of a part of the history (shallow) are not compared.
 */
export function trendsOf(snapshots: readonly Snapshot[]): Trend[] {
  const whole = snapshots.filter(({ data }) => data.partial !== true);
  const now = whole.at(-1);
  if (!now) return [];
  const earlier = new Set<Snapshot>();
  const last = whole.at(-2);
  if (last) earlier.add(last);
  for (const span of spans) {
    const old = whole.findLast(({ at }) => at <= now.at - span);
    if (old) earlier.add(old);
  }
  return [...earlier].sort((a, b) => b.at - a.at).flatMap((before) => compareSnapshots(now, before));
}

function compareSnapshots(now: Snapshot, before: Snapshot): Trend[] {
  const counts = ['commits', 'authors', 'merges'].map((measure): Trend | undefined => {
    const [a, b] = [number(now.data, measure), number(before.data, measure)];
    return a === undefined || b === undefined
      ? undefined
      : { measure, now: a, before: b, since: before.at, unit: 'count' };
  });
  const shares = [
    ['conventional commits', 'conventional', 'conventionalOf'],
    ['merges with conflicts', 'conflicted', 'conflictedOf'],
  ].map(([measure = '', part = '', whole = '']): Trend | undefined => {
    const [a, b] = [share(now, part, whole), share(before, part, whole)];
    return a === undefined || b === undefined
      ? undefined
      : { measure, now: a, before: b, since: before.at, unit: 'share' };
  });
  return [...counts, ...shares].filter((trend): trend is Trend => trend !== undefined && trend.now !== trend.before);
}

function share({ data }: Snapshot, part: string, whole: string): number | undefined {
  const [a, b] = [number(data, part), number(data, whole)];
  return a === undefined || b === undefined || b === 0 ? undefined : a / b;
}
