import type { SafeClaim } from '../analyst.ts';
import { analystNames, type Finding, severities } from '../report.ts';
import { similarText } from './similarity.ts';

export interface Converged {
  /** One per problem, by file, line and rule. */
  readonly findings: readonly Finding[];
  /** Ids of critical findings: one analyst alone is enough to raise the alarm. */
  readonly alerts: readonly string[];
  /** Where analysts contradict each other, one sentence each. */
  readonly humanReview: readonly string[];
}

/**
 * Brings together what the analysts found. Findings of different analysts are the same problem when file, lines and
 * category meet and the messages are similar, or when they carry the same id. Does not depend on the order of its
 * input, and converging its own findings again changes nothing.
 */
export function converge(findings: readonly Finding[], safe: readonly SafeClaim[] = []): Converged {
  const groups = group([...findings].sort(order));
  const merged = groups.map(merge).sort(order);
  return {
    findings: merged,
    alerts: merged.filter((finding) => finding.severity === 'critical').map((finding) => finding.id),
    humanReview: [...groups.flatMap(disagreements), ...merged.flatMap((finding) => denials(finding, safe))].sort(),
  };
}

/** Connected components, over findings sorted by {@link order}, of "is the same problem as". */
function group(findings: readonly Finding[]): Finding[][] {
  const leader = findings.map((_, i) => i);
  const find = (i: number): number => {
    let at = i;
    while (leader[at] !== at) at = leader[at] as number;
    return at;
  };
  // Sorted by file: only neighbours of the same file can be the same problem.
  for (const [i, one] of findings.entries()) {
    for (let j = i + 1; findings[j]?.file === one.file; j++) {
      if (same(one, findings[j] as Finding)) leader[find(j)] = find(i);
    }
  }
  const groups = new Map<number, Finding[]>();
  for (const [i, one] of findings.entries()) groups.set(find(i), [...(groups.get(find(i)) ?? []), one]);
  return [...groups.values()];
}

function same(a: Finding, b: Finding): boolean {
  if (a.id === b.id) return true;
  // One analyst's two findings are two problems, however alike they sound.
  if (a.analysts.some((name) => b.analysts.includes(name))) return false;
  return a.category === b.category && overlap(a, b) && similarText(a.message, b.message);
}

function overlap(a: { startLine: number; endLine: number }, b: { startLine: number; endLine: number }): boolean {
  return a.startLine <= b.endLine && b.startLine <= a.endLine;
}

function merge(group: readonly Finding[]): Finding {
  const analysts = analystNames.filter((name) => group.some((finding) => finding.analysts.includes(name)));
  const [first, ...rest] = group as [Finding, ...Finding[]];
  const representative = rest.reduce((best, other) => (rank(other) > rank(best) ? other : best), first);
  return { ...representative, analysts, confidence: analysts.length > 1 ? 'high' : representative.confidence };
}

function disagreements(group: readonly Finding[]): string[] {
  const ranks = group.map(rank);
  const low = group[ranks.indexOf(Math.min(...ranks))] as Finding;
  const high = group[ranks.indexOf(Math.max(...ranks))] as Finding;
  if (rank(high) - rank(low) < 2) return [];
  return [
    `${high.file}:${high.startLine}: ${high.analysts.join(', ')} calls it ${high.severity} (${high.rule}), ` +
      `${low.analysts.join(', ')} ${low.severity}.`,
  ];
}

function denials(finding: Finding, safe: readonly SafeClaim[]): string[] {
  const deniers = safe.filter(
    (claim) =>
      claim.file === finding.file &&
      claim.category === finding.category &&
      !finding.analysts.includes(claim.analyst) &&
      overlap(claim, finding),
  );
  const names = [...new Set(deniers.map((claim) => claim.analyst))].sort();
  return names.map(
    (name) =>
      `${finding.file}:${finding.startLine}: ${finding.analysts.join(', ')} reports ${finding.rule}, ${name} calls it safe.`,
  );
}

function rank(finding: Finding): number {
  return severities.indexOf(finding.severity);
}

/** A total order, so that equal sets of findings give equal results. */
function order(a: Finding, b: Finding): number {
  return (
    compare(a.file, b.file) ||
    a.startLine - b.startLine ||
    a.endLine - b.endLine ||
    compare(a.rule, b.rule) ||
    compare(a.id, b.id) ||
    compare(JSON.stringify(a), JSON.stringify(b))
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
