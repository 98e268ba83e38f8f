import { counted, duration, isoDate, percent } from '../render/layout.ts';
import { escapeMarkdown, inlineCode, table } from '../render/markdown.ts';
import { abstained, insightChange, trendText } from './phrases.ts';
import type { LearnReport, OperationStatistics } from './report.ts';

const shownRows = 20;

/** What was learned, as the Markdown of a job summary. */
export function renderMarkdown(report: LearnReport): string {
  const { runs, operations, failures, findings, tasks, trends, insights } = report;
  const open = tasks.filter(({ state }) => state === 'open');
  const facts = [
    counted(runs.total, 'run'),
    `${counted(findings.total, 'finding')}, ${findings.sincePrevious} of them new`,
    `${counted(open.length, 'open task')}, ${tasks.length - open.length} gone`,
  ];
  const parts = ['## What Hone learned', `${facts.join(' · ')}.`];
  if (insights.length > 0) {
    const rows = insights.map(({ severity, message, action, evidence, fresh }) => [
      severity,
      `${escapeMarkdown(message)}${fresh ? ' **(new)**' : ''}`,
      escapeMarkdown(action),
      String(evidence),
    ]);
    parts.push('### Insights', table(['severity', 'insight', 'what to do', 'facts'], rows));
  }
  const change = insightChange(report);
  if (change !== undefined) parts.push(escapeMarkdown(change));
  if (operations.length > 0) {
    const head = ['operation', 'times', 'success (95% interval)', 'p50', 'p95', 'p99'];
    parts.push('### Operations', table(head, operations.map(operationRow)));
  }
  if (failures.length > 0) {
    const rows = failures.map(({ cause, count, example }) => [cause, String(count), inlineCode(example, 200)]);
    parts.push('### Failures', table(['cause', 'times', 'the newest'], rows));
  }
  if (findings.byRule.length > 0) {
    const rows = findings.byRule
      .slice(0, shownRows)
      .map(({ rule, category, findings: count }) => [inlineCode(rule), escapeMarkdown(category), String(count)]);
    parts.push('### Findings by rule', table(['rule', 'category', 'findings'], rows));
  }
  if (open.length > 0) {
    const rows = open
      .slice(0, shownRows)
      .map(({ severity, title, file, line }) => [
        escapeMarkdown(severity),
        escapeMarkdown(title),
        inlineCode(`${file}:${line}`),
      ]);
    parts.push('### Open tasks', table(['severity', 'task', 'place'], rows));
    if (open.length > shownRows) parts.push(`And ${open.length - shownRows} more.`);
  }
  if (trends.length > 0) {
    const lines = trends.map((trend) => `- since ${isoDate(trend.since)}: ${escapeMarkdown(trendText(trend, '→'))}`);
    parts.push('### Trends', lines.join('\n'));
  }
  const silent = abstained(report);
  if (silent !== undefined) parts.push(escapeMarkdown(silent));
  return `${parts.join('\n\n')}\n`;
}

function operationRow({ kind, name, total, success, duration: taken }: OperationStatistics): string[] {
  const rate = success ? `${percent(success.value)} (${percent(success.low)} to ${percent(success.high)})` : 'unknown';
  const times = taken ? [taken.p50, taken.p95, taken.p99].map(duration) : ['unknown', 'unknown', 'unknown'];
  return [`${kind} ${escapeMarkdown(name)}`, String(total), rate, ...times];
}
