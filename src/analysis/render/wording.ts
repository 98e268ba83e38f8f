import { counted } from '../../render/layout.ts';
import type { AnalysisReport, AnalystOutcome, Finding, Severity } from '../report.ts';

// What both renderers say in words, so that they never say different things.

/** Analysts by what became of them: those that did their work, those that broke off, those that Hone does not have. */
export function outcomes(report: AnalysisReport): {
  readonly done: readonly AnalystOutcome[];
  readonly broken: readonly AnalystOutcome[];
  readonly notRun: readonly AnalystOutcome[];
} {
  const having = (...statuses: string[]): AnalystOutcome[] =>
    report.analysts.filter(({ status }) => statuses.includes(status));
  return { done: having('done'), broken: having('failed', 'timed-out'), notRun: having('not-run') };
}

/** The result in a few words; what was not judged is never called clean. */
export function verdict(report: AnalysisReport): string {
  const { done, broken } = outcomes(report);
  const found = report.findings.length > 0 ? counted(report.findings.length, 'finding') : 'no findings';
  const by = broken.length > 0 ? ` from ${done.length} of ${counted(done.length + broken.length, 'analyst')}` : '';
  const impact = report.impact ? `impact ${report.impact.overall}` : 'impact unknown';
  return `${found}${by}, ${impact}`;
}

export function changeSize({ files }: AnalysisReport): string {
  return `${counted(files.changed, 'file')} changed, +${files.insertions} -${files.deletions}`;
}

export function place({ file, startLine, endLine }: Finding): string {
  return endLine > startLine ? `${file}:${startLine}-${endLine}` : `${file}:${startLine}`;
}

const order: readonly Severity[] = ['critical', 'high', 'medium', 'low', 'info'];

export function worstFirst(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}

export function outcomeText({ name, status, reason }: AnalystOutcome): string {
  return `${name} ${status.replace('-', ' ')}${reason ? `: ${firstLine(reason)}` : ''}`;
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}

export function blastRadiusText(report: AnalysisReport): string | undefined {
  const radius = report.impact?.blastRadius;
  if (!radius || (radius.files.length === 0 && radius.endpoints.length === 0)) return undefined;
  const users = radius.users === 'unknown' ? 'users unknown' : counted(radius.users, 'user');
  return `${counted(radius.files.length, 'other file')} and ${counted(radius.endpoints.length, 'endpoint')} reach the changed code; ${users}`;
}
