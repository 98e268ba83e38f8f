import { describe, expect, it } from 'vitest';
import { type LearnReport, renderMarkdown, renderTasks, renderTerminal } from '../../../src/learning/index.ts';
import { createStyle, plainStyle } from '../../../src/render/style.ts';
import { textWidth } from '../../../src/render/terminal-text.ts';
import { baselineOf } from '../../../src/stats/baseline.ts';
import { wilsonRate } from '../../../src/stats/rate.ts';

const at = Date.UTC(2026, 4, 1);

const nothing: LearnReport = {
  previousAt: undefined,
  runs: { total: 0, interrupted: 0, averageAttempts: undefined },
  operations: [],
  failures: [],
  findings: { total: 0, sincePrevious: 0, byRule: [] },
  tasks: [],
  trends: [],
  insights: [],
  resolved: [],
  abstentions: [],
  durationMs: 1,
};

const much: LearnReport = {
  ...nothing,
  previousAt: at,
  runs: { total: 10, interrupted: 1, averageAttempts: 1 },
  operations: [
    { kind: 'run', name: 'run', total: 10, success: wilsonRate(7, 10), duration: baselineOf([100]) },
    { kind: 'analyst', name: 'code-critic', total: 4, success: wilsonRate(3, 4), duration: baselineOf([10, 20, 30]) },
  ],
  failures: [{ cause: 'network', count: 3, lastAt: at, example: 'fetch failed `x` | y' }],
  findings: { total: 2, sincePrevious: 1, byRule: [{ rule: 'sql-injection', category: 'security', findings: 2 }] },
  tasks: [
    { id: '1', title: 'small', file: 'a.js', line: 1, severity: 'low', state: 'open', proposedAt: at },
    { id: '2', title: 'worse', file: 'b.js', line: 2, severity: 'high', state: 'open', proposedAt: at },
    { id: '3', title: 'over', file: 'c.js', line: 3, severity: 'high', state: 'gone', proposedAt: at },
  ],
  trends: [
    { measure: 'commits', now: 1200, before: 900, since: at, unit: 'count' },
    { measure: 'conventional commits', now: 0.75, before: 0.5, since: at, unit: 'share' },
    { measure: 'commits', now: 1200, before: 10, since: at - 86_400_000, unit: 'count' },
  ],
  insights: [
    { id: 'x', severity: 'high', message: 'it fails often', action: 'Look.', evidence: 10, fresh: true },
    { id: 'y', severity: 'low', message: 'it is slow', action: 'Wait.', evidence: 1, fresh: false },
  ],
  resolved: ['stale-branches'],
  abstentions: [
    { question: 'speed of hone run', have: 10, need: 25 },
    { question: 'attempts', have: 4, need: 5 },
  ],
};

describe('for a terminal', () => {
  it('says little when little is known', () => {
    expect(renderTerminal(nothing, plainStyle)).toEqual([
      '  runs      0 recorded - 0 failed',
      '  findings  0 known - 0 new',
      '  tasks     0 open - 0 gone',
    ]);
  });

  it('says what is known, and what follows', () => {
    expect(renderTerminal(much, plainStyle).join('\n')).toBe(
      `
  runs              10 recorded - 3 failed - 1 interrupted
  code-critic       3 of 4 done - median 20 ms
  findings          2 known - 1 new since 2026-05-01
  tasks             2 open - 1 gone
  since 2026-05-01  commits 900 -> 1,200 - conventional commits 50% -> 75%

  x high    it fails often (new)
            Look. (10 facts)

  i low     it is slow
            Wait. (1 fact)

  1 insight holds no more: stale-branches
  Not enough data for 2 questions yet; next: attempts, 4 of 5 runs.`.slice(1),
    );
  });

  it('keeps to its width', () => {
    const long = 'a rather long sentence '.repeat(12).trim();
    const report = { ...much, insights: much.insights.map((insight) => ({ ...insight, message: long, action: long })) };
    const narrow = createStyle({ colour: true, unicode: true, width: 60 });
    for (const line of renderTerminal(report, narrow).slice(5)) expect(textWidth(line)).toBeLessThanOrEqual(60);
  });

  it('lists open tasks, the worst first', () => {
    expect(renderTasks(much, plainStyle)).toEqual([
      '  high      b.js:2',
      '            worse',
      '  low       a.js:1',
      '            small',
    ]);
    expect(renderTasks(nothing, plainStyle)).toEqual([]);
  });
});

describe('as Markdown', () => {
  it('has a table for each kind of fact, and none for what is not known', () => {
    const markdown = renderMarkdown(much);
    for (const title of ['Insights', 'Operations', 'Failures', 'Findings by rule', 'Open tasks', 'Trends']) {
      expect(markdown).toContain(`### ${title}\n`);
    }
    expect(markdown).toContain('| run run | 10 | 70% (40% to 89%) | 100 ms | 100 ms | 100 ms |');
    expect(renderMarkdown(nothing)).toBe(
      '## What Hone learned\n\n0 runs · 0 findings, 0 of them new · 0 open tasks, 0 gone.\n',
    );
  });

  it('lets nothing from outside act', () => {
    const hostile = '</td><img src=x> @team [a](http://evil.example) `::set-output::` <!-- hone --> | b\n# c';
    const markdown = renderMarkdown({
      ...much,
      failures: [{ cause: 'other', count: 1, lastAt: at, example: hostile }],
      tasks: [{ id: '1', title: hostile, file: hostile, line: 1, severity: hostile, state: 'open', proposedAt: at }],
      insights: [{ id: 'x', severity: 'high', message: hostile, action: hostile, evidence: 1, fresh: true }],
      resolved: [hostile],
      findings: { total: 1, sincePrevious: 1, byRule: [{ rule: hostile, category: hostile, findings: 1 }] },
    });
    // Code spans show their content as it is; everything else must be escaped.
    const outside = markdown.replace(/(`+)[^`][\s\S]*?\1/g, '');
    expect(outside).not.toMatch(/<img|<\/td|<!--|\]\(|@team|^::/m);
    expect(markdown).not.toContain('<!-- hone');
    for (const row of markdown.split('\n').filter((line) => line.startsWith('| high'))) {
      expect(row.match(/(?<!\\)\|/g)?.length).toBe(5);
    }
  });
});
