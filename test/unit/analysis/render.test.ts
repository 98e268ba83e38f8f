import { describe, expect, it } from 'vitest';
import { type AnalysisReport, renderJson, renderMarkdown, renderTerminal } from '../../../src/analysis/index.ts';
import { createStyle, plainStyle } from '../../../src/render/style.ts';

const person = { name: 'Ada', email: 'ada@example.com' };
const none = { level: 'none', reasons: [], changes: [] } as const;

function report(over: Partial<AnalysisReport> = {}): AnalysisReport {
  return {
    commit: {
      sha: '0123456789abcdef0123456789abcdef01234567',
      parents: [],
      author: person,
      committer: person,
      authoredAt: 0,
      committedAt: 0,
      subject: 'Add <img src=x> @octocat',
      body: '',
    },
    base: undefined,
    files: { changed: 1, insertions: 2, deletions: 3 },
    analysts: [
      { name: 'code-critic', status: 'done', durationMs: 1 },
      { name: 'test-writer', status: 'not-run', durationMs: 0, reason: 'not there' },
      { name: 'impact-analyst', status: 'done', durationMs: 1 },
    ],
    findings: [],
    impact: {
      overall: 'none',
      approvalRequired: false,
      categories: { api: none, database: none, performance: none, user: none },
      blastRadius: { files: [], endpoints: [], users: 'unknown' },
      recommendations: [],
    },
    tests: [],
    docs: [],
    risk: { abstained: true, probability: null, baseRate: null, reason: 'none' },
    alerts: [],
    tasks: [],
    humanReview: [],
    notes: [],
    durationMs: 1,
    ...over,
  };
}

const hostile = report({
  findings: [
    {
      id: 'a',
      rule: 'sql-injection',
      analysts: ['code-critic'],
      category: 'security',
      severity: 'critical',
      confidence: 'high',
      file: 'a`|\n::error::x.ts',
      startLine: 3,
      endLine: 4,
      message: 'It has `<script>|` in @team <b> \u001b[31m.',
    },
  ],
  alerts: ['a'],
  notes: ['<!-- hone --> \u001b]0;title\u0007'],
});

describe('renderMarkdown', () => {
  it('lets nothing from the repository act', () => {
    const markdown = renderMarkdown(hostile);
    expect(markdown.replace(/<\/?sub>/g, '').replace(/(`+)(?!`).*?(?<!`)\1(?!`)/g, '')).not.toMatch(
      /<(?!\/?sub>)\w|<!--|@\w/,
    );
    expect(markdown).not.toMatch(/^::/m);
    expect(markdown).not.toContain('\u001b');
  });

  it('says what was found, and by whom it was not looked at', () => {
    expect(renderMarkdown(hostile)).toMatch(/## Hone: 1 finding, impact none/);
    expect(renderMarkdown(report())).toMatch(/no findings, impact none/);
    expect(renderMarkdown(report())).toMatch(/test\\-writer not run: not there/);
  });

  it('never calls clean what was not judged', () => {
    const broken = report({
      analysts: [
        { name: 'code-critic', status: 'timed-out', durationMs: 1, reason: 'stopped at its limit of 30 s' },
        { name: 'impact-analyst', status: 'failed', durationMs: 1, reason: 'broken' },
      ],
      impact: undefined,
    });
    expect(renderMarkdown(broken)).toMatch(/no findings from 0 of 2 analysts, impact unknown/);
    expect(renderTerminal(broken, plainStyle)).toMatch(/no findings from 0 of 2 analysts, impact unknown/);
    expect(renderTerminal(broken, plainStyle)).toMatch(/code-critic timed out: stopped at its limit/);
  });
});

describe('renderTerminal', () => {
  it('keeps to its width and lets no control character through', () => {
    const style = createStyle({ colour: false, unicode: false, width: 60 });
    const text = renderTerminal(hostile, style);
    expect(text).not.toContain('\u001b');
    expect(text).not.toContain('\u0007');
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(60);
  });

  it('shows each severity, place and rule', () => {
    expect(renderTerminal(hostile, plainStyle)).toMatch(/critical a`\| ::error::x\.ts:3-4 {2}sql-injection/);
  });
});

it('has the documented fields in JSON, unknown as null', () => {
  const json = renderJson(report({ impact: undefined }));
  expect(json).toMatchObject({
    commit: report().commit.sha,
    base: null,
    impact: null,
    findings: [],
    tests: [],
    docs: [],
    tasks: [],
  });
  expect(json.risk).toMatchObject({ abstained: true, probability: null, baseRate: null });
});
