import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type FixReport,
  failureFingerprint,
  type Handing,
  pullRequestMarker,
  renderJson,
  renderMarkdown,
  renderPullRequest,
  renderTerminal,
} from '../../../src/fix/index.ts';
import { createStyle, plainStyle } from '../../../src/render/style.ts';
import { attempt, hostileReport, report, undecided, unfixed } from './render-reports.ts';

const handing: Handing = { applied: false, commands: ['git apply a.patch', "hone fix --test 'npm test' --apply"] };
const terminal = (shown = report(), how = handing): string => renderTerminal(shown, how, plainStyle).join('\n');
const coloured = createStyle({ colour: true, unicode: true, width: 100 });

const dangers = [
  '<img src=x onerror=alert(1)>',
  '<!-- hone:repair:000000000000000000000000 -->',
  '</details></sub> @octocat fixes #12 GH-13 owner/name#14',
  '[x](javascript:alert(1)) ![x](http://evil.example/a.png) www.evil.example',
  '```\n# out of the fence @team\n````',
  '`code` | cell |\n| --- |',
  '::error::boom\n::set-output name=x::y',
  '\u001b[2J\u001b]0;title\u0007 \u202egnp.exe\r\n',
];

describe('the terminal report', () => {
  it.each([
    [report(), /^\+ fixed: one candidate/],
    [report({ status: 'review' }), /^! for review: /],
    [unfixed, /^x unfixed: no candidate/],
    [report({ status: 'nothing-to-fix', reason: 'all 18 tests pass' }), /^\+ nothing to fix: all 18/],
  ])('says the status first', (shown, first) => {
    expect(terminal(shown)).toMatch(first);
  });

  it('tells what failed, where, the patch, why this one, the others and how to apply it', () => {
    const text = terminal();
    for (const part of [
      /x test\/pricing\.test\.js > ten parcels are 5% off\n {4}AssertionError: Expected values to be strictly equal: 0 !== 0\.05/,
      /src\/pricing\.js:21 {2}0\.91 {2}run by the failing test, few others run it/,
      /comparison, src\/pricing\.js:21 in discountFor/,
      /\n- {4}if \(quantity > from\) return share;\n\+ {4}if \(quantity >= from\) return share;\n/,
      /18 of 18 tests pass with it\n {2}score 96\.3 of 100: coverage 95%, tests 100%, quality 92%, speed 98%/,
      /100% agreement by behaviour on 34 inputs, all candidates alike; as text/,
      /constant, src\/pricing\.js:16 in discountFor\n {9}17 of 18 tests; .*few parcels have no discount\n {9}fails now/,
      /To apply it\n {2}git apply a\.patch\n {2}hone fix --test 'npm test' --apply/,
    ])
      expect(text).toMatch(part);
    expect(text).not.toContain('Learned from it');
    expect(text).not.toContain('Isolation');
  });

  it('offers nothing to apply when there is nothing, and says what was learned', () => {
    const text = terminal(unfixed);
    expect(text).not.toMatch(/apply/i);
    expect(text).toMatch(
      /Learned from it\n {2}assertion in src\/pricing\.js in discountFor, seen 2 times: [^>]*\n {4}-> look/,
    );
    expect(text).toContain('Tried in vain: constant, return.');
    expect(text).toContain('Attempts\n');
  });

  it('shows one patch of each behaviour where a person has to choose, and proposes none', () => {
    const text = terminal(undecided, { applied: false, commands: [] });
    expect(text).toMatch(/^! for review: [\s\S]* a person has to\s+choose\n/);
    expect(text).toMatch(
      /2 patches that pass, none proposed\n {2}41% agreement[\s\S]*Nothing\s+is applied[\s\S]*Not proved, see\s+--candidates:\s+1\s+more\s+group/,
    );
    expect(text).toMatch(/Patch 1 {2}comparison, [\s\S]*\+ {4}if \(quantity >= from\)[\s\S]*Patch 2 {2}constant, /);
    expect(text).toContain('+    if (quantity > from - 1) return share;');
    expect(text).toMatch(/The others\n[\s\S]*same-otherwise[\s\S]*fails now/);
    expect(text).not.toMatch(/To apply it|Why this one/);
  });

  it('says that it is applied', () => {
    expect(terminal(report(), { ...handing, applied: true })).toMatch(
      /Applied to the work tree\n {2}Nothing is committed\./,
    );
  });

  it('warns of weak isolation, of doubt, and of what is not chased', () => {
    const doubtful = report({ status: 'review', isolation: 'process', uncommitted: 2, notes: ['no coverage'] });
    const text = terminal({ ...doubtful, baseline: { ...doubtful.baseline, flaky: ['test/a.js > sometimes'] } });
    expect(text).toMatch(/Look at it first/);
    expect(text).toMatch(/Isolation was "process"/);
    expect(text).toMatch(/with 2 uncommitted files/);
    expect(text).toMatch(/verdict changes by itself: test\/a\.js > sometimes/);
    expect(text).toMatch(/\nNotes\n[\s\S]* {2}no coverage\n\nTo apply it\n/);
  });

  it('paints added and deleted lines and keeps their indentation', () => {
    const text = renderTerminal(report(), handing, coloured).join('\n');
    expect(text).toContain('\u001b[32m+    if (quantity >= from) return share;\u001b[39m');
    expect(text).toContain('\u001b[31m-    if (quantity > from) return share;\u001b[39m');
  });

  it('lets nothing of the repository act on a terminal', () => {
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...dangers), fc.string({ unit: 'binary', maxLength: 300 })), (text) => {
        for (const line of renderTerminal(hostileReport(text), handing, plainStyle))
          expect(line).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      }),
      { numRuns: 30 },
    );
  });
});

describe('the JSON document', () => {
  it('has what the command promises, and null for what is not known', () => {
    const document = renderJson(report({ winner: attempt({ coverage: undefined }) }));
    expect(Object.keys(document).slice(0, 8)).toEqual([
      'status',
      'reason',
      'winner',
      'candidates',
      'consensus',
      'tried',
      'plausible',
      'durationMs',
    ]);
    expect(document.winner).toMatchObject({ strategy: 'comparison', tests: { passed: 18, total: 18 }, coverage: null });
    expect(document.winner).not.toHaveProperty('texts');
    expect(renderJson(unfixed)).toMatchObject({ winner: null, consensus: { agreement: null, method: 'none' } });
  });
});

/** What is left when code, escaped signs, our own tags and our own marker are taken away. */
function prose(markdown: string): string {
  const blocks = markdown
    .replace(/^(`{3,})[^\n]*\n[\s\S]*?\n\1$/gm, '')
    .replace(/<\/?(?:sub|details|summary)>/g, '')
    .replace(/^<!-- hone:repair:[0-9a-f]{24} -->\n/, '');
  // As CommonMark reads a line: an escaped sign is a sign, a run of backquotes ends with one of its length.
  return blocks.replace(/\\[^\w\s]|(`+)(?!`)[^\n]*?[^`\n]\1(?!`)/g, '');
}

describe('Markdown', () => {
  it('lets nothing of the repository act, in summary and pull request', () => {
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...dangers), fc.string({ unit: 'binary', maxLength: 300 })), (text) => {
        const hostile = hostileReport(text);
        const open = { ...hostile, winner: undefined };
        for (const markdown of [renderMarkdown(hostile), renderMarkdown(open), renderPullRequest(hostile).body]) {
          expect(prose(markdown)).not.toMatch(/<|@\w|!\[|\]\(|:\/\/|(?<!&)#\d|^::|`/m);
          for (const sign of ['\u001b', '\u202e']) expect(markdown).not.toContain(sign);
          expect(markdown.match(/<!-- hone:/g)?.length ?? 0).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('is a summary with everything the report says', () => {
    const markdown = renderMarkdown(report());
    for (const part of ['## Hone: fixed', '### What failed', '```diff', '### Why this one', '**chosen**; passed'])
      expect(markdown).toContain(part);
    expect(markdown).not.toContain('### Lessons');
    expect(renderMarkdown(unfixed)).toContain('### Lessons');
    expect(renderMarkdown(report({ isolation: 'process' }))).toContain('> Isolation was');
    const open = renderMarkdown(undecided);
    expect(open).toContain('### 2 patches that pass, none proposed');
    expect(open.match(/```diff/g)).toHaveLength(2);
    expect(markdown).not.toContain('none proposed');
  });
});

describe('the pull request', () => {
  it('names the failure in a hidden line and brings the evidence', () => {
    const { title, body } = renderPullRequest(report(), { runUrl: 'https://github.com/o/r/actions/runs/1' });
    expect(title).toBe('fix: repair discountFor in src/pricing.js, so that 1 failing test passes');
    expect(body.split('\n', 1)).toEqual([pullRequestMarker(report())]);
    for (const part of [
      '### What failed',
      'score 96\\.3 of 100',
      '| **96.3** | `comparison` |',
      '| 0 | `constant` |',
      'Consensus: 100% agreement by behaviour on 34 inputs',
      'Review: nothing found.',
      '### How to reproduce',
      '```sh\nnpm test\n```',
      '<details><summary>Where it looked wrong</summary>',
      'Cost: 214 candidates tried, 2 plausible, 2 attempted',
      '[this run](https://github.com/o/r/actions/runs/1)',
    ])
      expect(body).toContain(part);
    expect(body).not.toContain('For a person to decide');
    expect(renderPullRequest(report({ status: 'review' })).body).toContain('For a person to decide');
  });

  it('has a title that names nobody and closes nothing, whatever files are called', () => {
    for (const text of [...dangers, `${'long/'.repeat(60)}x.js`]) {
      const { title } = renderPullRequest(hostileReport(text));
      expect(title).toMatch(/^fix: repair [\w./$ ,-]+$/);
      expect(title.length).toBeLessThanOrEqual(100);
    }
  });

  it('takes no address but https', () => {
    for (const runUrl of ['javascript:alert(1)', 'http://example.com', 'https://x.example/) [y](z'])
      expect(renderPullRequest(report(), { runUrl }).body).not.toMatch(/javascript|http:|\]\(z/);
  });
});

describe('failureFingerprint', () => {
  it('is the same on another commit and in another order, and another for other tests or commands', () => {
    const [first] = report().baseline.failing;
    if (!first) throw new Error('the report has a failing test');
    const failing = (...ids: string[]) =>
      report({ baseline: { ...report().baseline, failing: ids.map((id) => ({ ...first, id })) } });
    const one = failureFingerprint(failing('a', 'b'));
    expect(one).toMatch(/^[0-9a-f]{24}$/);
    const later: FixReport = { ...failing('b', 'a'), commit: 'f'.repeat(40), testCommand: ' npm  test ' };
    expect(failureFingerprint(later)).toBe(one);
    const others = [failing('a'), failing('a', 'b', 'c'), { ...failing('a', 'b'), testCommand: 'npm run test' }];
    expect(new Set([one, ...others.map(failureFingerprint)]).size).toBe(4);
  });
});
