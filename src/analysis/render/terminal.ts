import { printable } from '../../base/printable.ts';
import type { Style } from '../../render/style.ts';
import { truncate, wrap } from '../../render/terminal-text.ts';
import type { AnalysisReport, Finding, Impact, ImpactLevel, Severity } from '../report.ts';
import { blastRadiusText, changeSize, outcomes, outcomeText, place, verdict, worstFirst } from './wording.ts';

const maxFindings = 20;
const maxNotes = 5;

/** The report for a terminal, without a line break at the end. Everything from the repository is made printable. */
export function renderTerminal(report: AnalysisReport, style: Style): string {
  const { symbols } = style;
  const calm = report.findings.length === 0 && !report.impact?.approvalRequired;
  const { broken } = outcomes(report);
  const mark =
    broken.length > 0 ? style.yellow(symbols.unknown) : calm ? style.green(symbols.ok) : style.yellow(symbols.warn);
  const subject = truncate(printable(report.commit.subject), style.width - 14, symbols.ellipsis);
  return [
    `${style.cyan(report.commit.sha.slice(0, 10))}  ${subject}`,
    style.dim(changeSize(report)),
    `${mark} ${style.bold(verdict(report))}`,
    ...attention(report, style),
    ...findings(report.findings, style),
    ...(report.impact ? impact(report.impact, report, style) : []),
    ...footer(report, style),
  ].join('\n');
}

function attention({ alerts, impact, humanReview }: AnalysisReport, style: Style): string[] {
  const lines: string[] = [];
  if (alerts.length > 0) lines.push(style.red(`${style.symbols.warn} A critical finding needs a look now.`));
  if (impact?.approvalRequired)
    lines.push(style.yellow(`${style.symbols.warn} Approval required: the impact is ${impact.overall}.`));
  for (const sentence of humanReview) lines.push(...indented(`For a person to decide: ${sentence}`, style, 0));
  return lines;
}

function findings(all: readonly Finding[], style: Style): string[] {
  const lines = worstFirst(all)
    .slice(0, maxFindings)
    .flatMap((finding) => [
      '',
      `${severityMark(finding.severity, style)} ${style.bold(printable(place(finding)))}  ${style.dim(finding.rule)}`,
      ...indented(finding.message, style, 2),
    ]);
  if (all.length > maxFindings) lines.push('', style.dim(`and ${all.length - maxFindings} more (--json has them all)`));
  return lines;
}

function impact({ categories, recommendations, overall }: Impact, report: AnalysisReport, style: Style): string[] {
  if (overall === 'none') return [];
  const lines = ['', style.bold('Impact')];
  for (const [name, { level, reasons }] of Object.entries(categories)) {
    if (level === 'none') continue;
    lines.push(`  ${name.padEnd(12)}${levelText(level, style)}`);
    for (const reason of reasons) lines.push(...indented(reason, style, 4));
  }
  const radius = blastRadiusText(report);
  if (radius) lines.push(`  ${'reach'.padEnd(12)}${radius}`);
  for (const advice of recommendations) lines.push(...indented(`${style.symbols.arrow} ${advice}`, style, 2));
  return lines;
}

function footer(report: AnalysisReport, style: Style): string[] {
  const { broken, notRun } = outcomes(report);
  const lines = broken.map((one) => style.yellow(`${style.symbols.warn} ${printable(outcomeText(one))}`));
  const shown = report.notes.slice(0, maxNotes).flatMap((note) => indented(note, style, 0));
  lines.push(...shown.map(style.dim));
  if (report.notes.length > maxNotes) lines.push(style.dim(`and ${report.notes.length - maxNotes} more notes`));
  if (notRun.length > 0) lines.push(style.dim(`Not run: ${notRun.map(({ name }) => name).join(', ')}.`));
  return lines.length > 0 ? ['', ...lines] : [];
}

function indented(text: string, style: Style, by: number): string[] {
  return wrap(printable(text), style.width - by).map((line) => ' '.repeat(by) + line);
}

function severityMark(severity: Severity, style: Style): string {
  const paint = { critical: style.red, high: style.red, medium: style.yellow, low: style.blue, info: style.dim }[
    severity
  ];
  return paint(severity.padEnd(8));
}

function levelText(level: ImpactLevel, style: Style): string {
  const paint = { critical: style.red, high: style.red, medium: style.yellow, low: style.blue, none: style.dim }[level];
  return paint(level);
}
