import { type AnalysisReport, type Finding, severities } from '../../analysis/index.ts';
import type { AnalyzeCommitInputs } from './inputs.ts';

/**
 * Why the build fails under `fail-on`; undefined when it passes. An analyst that broke off decides against passing:
 * otherwise a change could open the gate by making an analyst hang.
 */
export function verdict(report: AnalysisReport, failOn: AnalyzeCommitInputs['failOn']): string | undefined {
  if (failOn === 'none') return undefined;
  const limit = severities.indexOf(failOn);
  const serious = report.findings.filter(({ severity }) => severities.indexOf(severity) >= limit);
  const reasons: string[] = [];
  if (serious.length > 0) {
    reasons.push(`${serious.length} finding${serious.length === 1 ? '' : 's'} of severity ${failOn} or higher`);
  }
  const { impact } = report;
  if (impact && impact.overall !== 'none' && severities.indexOf(impact.overall) >= limit) {
    reasons.push(`an impact level of ${impact.overall}`);
  }
  if (reasons.length > 0) return `the change has ${reasons.join(' and ')} (\`fail-on: ${failOn}\`)`;
  const broken = report.analysts.filter(({ status }) => status === 'failed' || status === 'timed-out');
  if (broken.length === 0) return undefined;
  const names = broken.map(({ name, status }) => `${name} ${status === 'failed' ? 'failed' : 'timed out'}`);
  return `\`fail-on: ${failOn}\` cannot be decided: ${names.join(', ')}`;
}

/** `none` when there are no findings. */
export function highestSeverity(findings: readonly Finding[]): Finding['severity'] | 'none' {
  return severities.findLast((severity) => findings.some((finding) => finding.severity === severity)) ?? 'none';
}
