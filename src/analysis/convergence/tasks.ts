import { type Finding, severities, type Task } from '../report.ts';

/**
 * The things to do, most severe first, one per finding worth acting on (severity above info).
 *
 * @param proposed ids of tasks that earlier runs proposed
 */
export function tasksOf(findings: readonly Finding[], proposed: ReadonlySet<string>): Task[] {
  return findings
    .filter((finding) => finding.severity !== 'info')
    .map((finding) => ({
      id: finding.id,
      title: finding.message,
      file: finding.file,
      line: finding.startLine,
      severity: finding.severity,
      confidence: finding.confidence,
      proposedBefore: proposed.has(finding.id),
    }))
    .sort((a, b) => severities.indexOf(b.severity) - severities.indexOf(a.severity));
}
