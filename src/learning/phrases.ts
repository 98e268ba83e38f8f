import { percent } from '../render/layout.ts';
import type { LearnReport, Trend } from './report.ts';

/** `commits 41 → 44`; wording that the terminal's and the Markdown report share. */
export function trendText({ measure, now, before, unit }: Trend, arrow: string): string {
  const show = (value: number): string => (unit === 'share' ? percent(value) : value.toLocaleString('en-US'));
  return `${measure} ${show(before)} ${arrow} ${show(now)}`;
}

/** One sentence on questions without an answer yet; undefined when every question has one. */
export function abstained({ abstentions }: LearnReport): string | undefined {
  const next = [...abstentions].sort((a, b) => a.need - a.have - (b.need - b.have))[0];
  if (!next) return undefined;
  const count = abstentions.length === 1 ? '1 question' : `${abstentions.length} questions`;
  return `Not enough data for ${count} yet; next: ${next.question}, ${next.have} of ${next.need} runs.`;
}

/** One sentence on insights that hold no more; undefined when there is none. */
export function insightChange({ resolved }: LearnReport): string | undefined {
  if (resolved.length === 0) return undefined;
  return `${resolved.length === 1 ? '1 insight holds' : `${resolved.length} insights hold`} no more: ${resolved.join(', ')}`;
}
