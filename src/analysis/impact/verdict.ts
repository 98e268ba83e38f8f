import type { ImpactLevel } from '../report.ts';

/** What one statement of a migration does to a database that is in use. */
export interface Verdict {
  readonly rule: string;
  readonly level: ImpactLevel;
  readonly kind: string;
  readonly subject: string;
  readonly reason: string;
  readonly advice?: string;
}

export function lost(rule: string, kind: string, what: string, subject: string): Verdict {
  return {
    rule,
    level: 'critical',
    kind,
    subject,
    reason: `${what} is deleted with all data in it.`,
    advice: `Take a backup before \`${subject}\` is deleted, and deploy code that no longer uses it first.`,
  };
}

export function lock(rule: string, kind: string, subject: string, reason: string, advice?: string): Verdict {
  return { rule, level: 'medium', kind, subject, reason, ...(advice && { advice }) };
}
