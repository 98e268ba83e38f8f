import { printable } from '../base/printable.ts';
import { labelled } from '../render/charts.ts';
import { counted, duration, isoDate, joined } from '../render/layout.ts';
import type { Style } from '../render/style.ts';
import { pad, wrap } from '../render/terminal-text.ts';
import type { Baseline } from '../stats/baseline.ts';
import { abstained, insightChange, trendText } from './phrases.ts';
import type { Insight, InsightSeverity, LearnReport } from './report.ts';

const shownInsights = 6;
const shownTasks = 8;
const valuesForMedian = 3;
const valuesForTail = 20;

/** What was learned, for a terminal: one line of facts for each kind, then what follows from them. */
export function renderTerminal(report: LearnReport, style: Style): string[] {
  const { runs, operations, findings, tasks, trends, insights } = report;
  const ownRuns = operations.filter(({ kind }) => kind === 'run');
  const failed = ownRuns.reduce((sum, { success }) => sum + (success ? success.total - success.successes : 0), 0);
  const interrupted = runs.interrupted > 0 ? `${runs.interrupted} interrupted` : undefined;
  const rows: [string, string][] = [
    ['runs', joined([`${runs.total} recorded`, `${failed} failed`, interrupted], style)],
  ];
  for (const { kind, name, success, duration: taken } of operations) {
    if (kind === 'run') continue;
    const done = success && `${success.successes} of ${success.total} done`;
    rows.push([printable(name), joined([done, taken && timesText(taken)], style)]);
  }
  const open = tasks.filter(({ state }) => state === 'open').length;
  const sincePrevious = report.previousAt === undefined ? '' : ` since ${isoDate(report.previousAt)}`;
  rows.push(['findings', joined([`${findings.total} known`, `${findings.sincePrevious} new${sincePrevious}`], style)]);
  rows.push(['tasks', joined([`${open} open`, `${tasks.length - open} gone`], style)]);
  const since = trends[0]?.since;
  if (since !== undefined) {
    const newest = trends.filter((trend) => trend.since === since);
    rows.push([
      `since ${isoDate(since)}`,
      joined(
        newest.map((trend) => trendText(trend, style.symbols.arrow)),
        style,
      ),
    ]);
  }

  const lines = labelled(rows, style);
  for (const insight of insights.slice(0, shownInsights)) lines.push('', ...insightLines(insight, style));
  if (insights.length > shownInsights)
    lines.push('', style.dim(`  and ${insights.length - shownInsights} more: hone learn --json`));
  const change = insightChange(report);
  if (change !== undefined) lines.push('', `  ${printable(change)}`);
  const silent = abstained(report);
  if (silent !== undefined) lines.push(...wrap(silent, style.width - 2).map((line) => `  ${style.dim(line)}`));
  return lines;
}

/** The open tasks, most severe first; nothing when there is none. */
export function renderTasks({ tasks }: LearnReport, style: Style): string[] {
  const open = tasks.filter(({ state }) => state === 'open');
  const order = ['critical', 'high', 'medium', 'low'];
  const worstFirst = open.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  const lines = worstFirst
    .slice(0, shownTasks)
    .flatMap(({ severity, file, line, title }) => [
      `  ${pad(printable(severity), 8)}  ${style.bold(`${printable(file)}:${line}`)}`,
      ...wrap(printable(title), style.width - 12).map((text) => `${' '.repeat(12)}${text}`),
    ]);
  if (open.length > shownTasks) lines.push(style.dim(`  and ${open.length - shownTasks} more: hone learn --json`));
  return lines;
}

/** A tail is only told where there are enough values to have one. */
function timesText({ n, p50, p95 }: Baseline): string {
  if (n < valuesForMedian) return duration(p50);
  return `median ${duration(p50)}${n < valuesForTail ? '' : `, p95 ${duration(p95)}`}`;
}

function insightLines({ severity, message, action, evidence, fresh }: Insight, style: Style): string[] {
  const paint = { high: style.red, medium: style.yellow, low: style.cyan }[severity];
  const head = `${mark(severity, style)} ${pad(severity, 6)}  `;
  const room = style.width - head.length - 2;
  const said = wrap(`${printable(message)}${fresh ? ' (new)' : ''}`, room);
  const lines = said.map((line, i) => `  ${i === 0 ? paint(head) : ' '.repeat(head.length)}${line}`);
  const why = `${printable(action)} (${counted(evidence, 'fact')})`;
  return [...lines, ...wrap(why, room).map((line) => `  ${' '.repeat(head.length)}${style.dim(line)}`)];
}

function mark(severity: InsightSeverity, { symbols }: Style): string {
  return { high: symbols.fail, medium: symbols.warn, low: symbols.info }[severity];
}
