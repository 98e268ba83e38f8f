import type { Attempt, FixReport } from '../types.ts';

/**
 * The patches among which a person has to choose: where candidates behave differently and none is proposed, the first
 * of each group, the most likely one first. Empty in every other report.
 */
export function choicesOf({
  status,
  winner,
  candidates,
}: Pick<FixReport, 'status' | 'winner' | 'candidates'>): Attempt[] {
  if (status !== 'review' || winner !== undefined) return [];
  const groups = new Set<number>();
  return candidates.filter(({ green, review, cluster }) => {
    if (!green || review.verdict === 'reject' || (cluster !== undefined && groups.has(cluster))) return false;
    if (cluster !== undefined) groups.add(cluster);
    return true;
  });
}
