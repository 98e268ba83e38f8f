import type { ChangedFile } from '../analyst.ts';
import { introducedFindings } from '../critic/introduced.ts';
import { rules } from '../critic/rules/index.ts';
import type { ImpactLevel, Severity } from '../report.ts';
import type { Effect } from './effect.ts';

const performanceRules = { rules: rules.filter((rule) => rule.category === 'performance'), lineRules: [] };
// What one slow place costs depends on traffic that nobody here has seen, so it never asks for approval by itself.
const levels: Readonly<Record<Severity, ImpactLevel>> = {
  info: 'low',
  low: 'low',
  medium: 'medium',
  high: 'medium',
  critical: 'medium',
};

/** What the change makes slower: the performance rules of the code critic, seen as consequences. */
export async function performanceEffects(files: readonly ChangedFile[]): Promise<Effect[]> {
  // The code critic says which files could not be judged; saying it twice would be noise.
  const findings = await introducedFindings(files, performanceRules, []);
  return findings.map((finding) => ({
    category: 'performance',
    level: levels[finding.severity],
    reason: finding.message,
    change: {
      kind: finding.rule,
      subject: /`([^`]+)`/.exec(finding.message)?.[1] ?? finding.file,
      breaking: false,
      rule: finding.rule,
      file: finding.file,
      line: finding.startLine,
    },
  }));
}
