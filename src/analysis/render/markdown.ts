import { clipDocument, escapeMarkdown, escapeMessage, inlineCode, table } from '../../render/markdown.ts';
import type { AnalysisReport, Finding, Impact } from '../report.ts';
import { blastRadiusText, changeSize, outcomes, outcomeText, place, verdict, worstFirst } from './wording.ts';

const maxRows = 50;
/** GitHub takes 1 MiB for a step's summary and 65,536 characters for a comment. */
export const maxSummaryBytes = 1_000_000;

/** The report as a job summary. Everything that came from the repository is escaped. */
export function renderMarkdown(report: AnalysisReport, maxBytes = maxSummaryBytes): string {
  const sections = [
    `## Hone: ${verdict(report)}`,
    `${inlineCode(report.commit.sha.slice(0, 10))} ${escapeMarkdown(report.commit.subject, 120)} (${changeSize(report)})`,
    attention(report),
    findings(report.findings),
    report.impact ? impact(report.impact, report) : undefined,
    footer(report),
  ];
  return clipDocument(`${sections.filter(Boolean).join('\n\n')}\n`, maxBytes);
}

function attention({ impact, alerts, humanReview }: AnalysisReport): string | undefined {
  const lines: string[] = [];
  if (alerts.length > 0) lines.push('**Alert:** a critical finding needs a look now.');
  if (impact?.approvalRequired) lines.push(`**Approval required:** the impact is ${impact.overall}.`);
  for (const sentence of humanReview) lines.push(`**For a person to decide:** ${escapeMessage(sentence)}`);
  return lines.length > 0 ? lines.map((line) => `> ${line}`).join('\n>\n') : undefined;
}

function findings(all: readonly Finding[]): string | undefined {
  if (all.length === 0) return undefined;
  const rows = worstFirst(all)
    .slice(0, maxRows)
    .map((finding) => [
      finding.severity,
      inlineCode(place(finding), 200),
      escapeMessage(finding.message),
      `${finding.rule} (${finding.confidence} confidence)`,
    ]);
  const more = all.length > maxRows ? `\n\n_${all.length - maxRows} more are in the JSON output._` : '';
  return `### Findings\n\n${table(['severity', 'where', 'what', 'rule'], rows)}${more}`;
}

function impact({ categories, recommendations, overall }: Impact, report: AnalysisReport): string | undefined {
  if (overall === 'none') return undefined;
  const lines = Object.entries(categories).flatMap(([name, { level, reasons }]) =>
    level === 'none' ? [] : [`- **${name}: ${level}**`, ...reasons.map((reason) => `  - ${escapeMessage(reason)}`)],
  );
  const radius = blastRadiusText(report);
  if (radius) lines.push(`- **blast radius:** ${radius}`);
  const advice = recommendations.map((one) => `- ${escapeMessage(one)}`);
  const todo = advice.length > 0 ? `\n\n### Recommended\n\n${advice.join('\n')}` : '';
  return `### Impact\n\n${lines.join('\n')}${todo}`;
}

function footer(report: AnalysisReport): string {
  const { done, broken, notRun } = outcomes(report);
  const lines = [
    `Analysts: ${[...done, ...broken, ...notRun].map((one) => escapeMarkdown(outcomeText(one))).join('; ')}.`,
  ];
  for (const note of report.notes) lines.push(escapeMarkdown(note));
  return lines.map((line) => `<sub>${line}</sub>`).join('\n\n');
}
