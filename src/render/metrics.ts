import { printable } from '../base/printable.ts';
import type { GitMetrics } from '../git/index.ts';
import { bar, heatStrip, labelled, sparkline } from './charts.ts';
import { counted, joined, percent } from './layout.ts';
import type { Style } from './style.ts';
import { textWidth, truncate, truncatePath } from './terminal-text.ts';

type Row = readonly [label: string, text: string];

// Of the widest label, `deployments`, with its indent.
const labelColumn = 15;
const minSparkline = 10;
const shownAuthors = 4;
const shownTypes = 3;
const shareBar = 20;
// Narrower than this, what only decorates is left out.
const comfortable = 80;
const weekdays = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];

/** What the history of a repository says, for a terminal. */
export function renderMetrics(metrics: GitMetrics, style: Style): string[] {
  if (metrics.commits.total === 0)
    return [metrics.head === null ? '  No commits yet.' : '  No commits in this period.'];
  const notes = metrics.notes.map((note) => style.dim(`  ${printable(note)}`));
  const rows = [
    ...velocity(metrics, style),
    ...activity(metrics, style),
    authors(metrics, style),
    messages(metrics, style),
    merges(metrics, style),
    branches(metrics, style),
    releases(metrics, style),
    churn(metrics, style),
  ];
  return [
    ...labelled(
      rows.filter((row) => row !== undefined),
      style,
    ),
    ...notes,
  ];
}

function velocity({ commits, period }: GitMetrics, style: Style): Row[] {
  const text = joined([style.bold(counted(commits.total, 'commit')), `${rounded(commits.perWeek)} a week`], style);
  const { counts, idle } = commits.weekly;
  const last = period.last?.slice(0, 10);
  const first = counts.findIndex((count) => count > 0);
  if (first === -1) {
    // Every commit is of a date to come.
    return [['velocity', joined([text, last && `the newest is of ${last}`], style)]];
  }
  const weeks = counts.slice(first);
  const room = Math.max(minSparkline, style.width - labelColumn - textWidth(text) - 2);
  const shown = idle
    ? `idle since ${last}; ${counted(weeks.length, 'week')} until then`
    : `the last ${counted(weeks.length, 'week')}`;
  return [
    ['velocity', `${sparkline(weeks, style, room)}  ${text}`],
    ['', style.dim(`${shown}, at most ${counted(Math.max(...weeks), 'commit')} in one`)],
  ];
}

function activity({ commits }: GitMetrics, style: Style): Row[] {
  const [sunday = 0, ...rest] = commits.byWeekday;
  const week = [...rest, sunday];
  const busiest = Math.max(...week);
  const days = weekdays.map((day, i) => `${day} ${heatStrip([week[i] ?? 0], style, busiest)}`).join('  ');
  const hour = commits.byHour.indexOf(Math.max(...commits.byHour));
  const busiestHour = style.dim(`busiest ${hour}:00 to ${(hour + 1) % 24}:00`);
  return [
    ['weekdays', days],
    ['hours', `0 ${heatStrip(commits.byHour, style)} 23${style.width < comfortable ? '' : `  ${busiestHour}`}`],
  ];
}

function authors({ authors: all }: GitMetrics, style: Style): Row {
  const named = all
    .slice(0, shownAuthors)
    .map(({ name, commits }) => `${printable(name)} ${commits.toLocaleString('en-US')}`);
  const others = all.length - shownAuthors;
  const text = joined(
    [all.length.toLocaleString('en-US'), ...named, others > 0 ? `${others.toLocaleString('en-US')} more` : undefined],
    style,
  );
  return ['authors', truncate(text, style.width - labelColumn, style.symbols.ellipsis)];
}

function messages({ conventional: { compliant, total, byType } }: GitMetrics, style: Style): Row | undefined {
  if (total === 0) return undefined;
  const types = Object.entries(byType)
    .sort(([, a], [, b]) => b - a)
    .slice(0, shownTypes)
    .map(([type, count]) => `${printable(type)} ${count.toLocaleString('en-US')}`);
  const share = `${percent(compliant / total)} conventional`;
  return [
    'messages',
    `${bar(compliant, total, style.width < comfortable ? shareBar / 2 : shareBar, style)}  ${joined([share, types.join(', ') || undefined], style)}`,
  ];
}

function merges({ conflicts: { merges: total, checked, conflicted } }: GitMetrics, style: Style): Row | undefined {
  if (total === 0) return undefined;
  const looked = checked < total ? ` of the newest ${checked.toLocaleString('en-US')}` : '';
  const conflicts =
    conflicted === null ? 'conflicts unknown' : `${conflicted.toLocaleString('en-US')}${looked} had conflicts`;
  return ['merges', joined([total.toLocaleString('en-US'), conflicts], style)];
}

function branches({ branches: { total, active, stale } }: GitMetrics, style: Style): Row {
  return ['branches', joined([String(total), `${active} active`, `${stale} stale`], style)];
}

function releases({ dora }: GitMetrics, style: Style): Row | undefined {
  const { source, deployments, perWeek, leadTimeHours } = dora;
  if (source === 'none' || !deployments) return undefined;
  const rate = perWeek === null ? undefined : `${rounded(perWeek)} a week`;
  const lead = leadTimeHours === null ? undefined : `${span(leadTimeHours)} from commit to release`;
  return [source === 'tags' ? 'releases' : 'deployments', joined([String(deployments), rate, lead], style)];
}

function churn({ churn: facts }: GitMetrics, style: Style): Row | undefined {
  if (!facts) return undefined;
  const { insertions, deletions, files, top } = facts;
  const sizes = `${style.green(`+${insertions.toLocaleString('en-US')}`)} ${style.red(`-${deletions.toLocaleString('en-US')}`)} in ${counted(files, 'file')}`;
  const most = top[0] && `most in ${truncatePath(printable(top[0].path), 40, style.symbols.ellipsis)}`;
  return ['churn', joined([sizes, most], style)];
}

function span(hours: number): string {
  return hours < 48 ? `${rounded(hours)} hours` : `${rounded(hours / 24)} days`;
}

function rounded(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: value < 10 ? 1 : 0 });
}
