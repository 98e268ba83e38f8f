import { counted, duration } from '../../render/layout.ts';
import { clipDocument, escapeMarkdown, escapeMessage, inlineCode } from '../../render/markdown.ts';
import { failureFingerprint } from '../fingerprint.ts';
import type { Attempt, FixReport } from '../types.ts';
import {
  attemptsSection,
  details,
  failedSection,
  lessonsSection,
  notesSection,
  plainBlock,
  suspicionsSection,
  whySection,
} from './sections.ts';
import { weakIsolation } from './wording.ts';

/** GitHub takes 65,536 characters for the text of a pull request. */
const maxBodyBytes = 60_000;
const maxTitle = 100;

export interface PullRequestOptions {
  /** Address of the workflow run that found the repair; anything but an https address is left out. */
  readonly runUrl?: string | undefined;
}

export interface PullRequestText {
  readonly title: string;
  readonly body: string;
}

/** The hidden line that a pull request of Hone is known by. */
export function pullRequestMarker(report: Pick<FixReport, 'testCommand' | 'baseline'>): string {
  return `<!-- hone:repair:${failureFingerprint(report)} -->`;
}

/**
 * Title and text of the pull request that proposes the winner, with the evidence for it. Nothing from the repository can
 * mention, link, embed or hide anything, or look like Hone's own marker.
 *
 * @throws TypeError when the report has no winner
 */
export function renderPullRequest(report: FixReport, options: PullRequestOptions = {}): PullRequestText {
  const { winner } = report;
  const left = report.baseline.left?.length ?? 0;
  if (!winner) throw new TypeError('a report without a winner has nothing to propose');
  const sections = [
    pullRequestMarker(report),
    escapeMessage(report.reason),
    report.status === 'review'
      ? `> **For a person to decide:** ${left === 0 ? 'every test passes' : 'no other test breaks'}, yet it is not certain that this is what was meant.`
      : undefined,
    failedSection(report),
    whySection(report),
    attemptsSection(report),
    reproduceSection(report),
    details('Where it looked wrong', suspicionsSection(report)),
    details('What earlier failures taught', lessonsSection(report)),
    footer(report, options),
  ];
  const body = sections.filter((section) => section !== undefined).join('\n\n');
  return { title: titleOf(winner, report), body: clipDocument(`${body}\n`, maxBodyBytes) };
}

/** Words of ours, and names without any sign that a title or the commit made of it could act on. */
function titleOf({ file, function: name }: Attempt, { baseline }: FixReport): string {
  const what = name === undefined ? '' : `${plain(name, 40)} in `;
  const tests =
    baseline.failing.length === 1 ? '1 failing test passes' : `${baseline.failing.length} failing tests pass`;
  const room = maxTitle - `fix: repair ${what}, so that ${tests}`.length;
  const path = plain(file, Number.POSITIVE_INFINITY);
  const shown = path.length <= room ? path : path.slice(path.length - room);
  return `fix: repair ${what}${shown}, so that ${tests}`;
}

function plain(text: string, atMost: number): string {
  return text.replace(/[^\w./$-]+/g, '_').slice(0, atMost);
}

function reproduceSection({ commit, testCommand, uncommitted }: FixReport): string {
  const changed = uncommitted > 0 ? ` (the repair was found with ${counted(uncommitted, 'uncommitted file')})` : '';
  const steps = `At ${inlineCode(commit.slice(0, 10))}${changed} this fails, and on this branch it passes:`;
  return `### How to reproduce\n\n${steps}\n\n${plainBlock(testCommand, 'sh')}`;
}

function footer(report: FixReport, { runUrl }: PullRequestOptions): string {
  const { tried, plausible, candidates, durationMs, isolation } = report;
  const cost = `${counted(tried, 'candidate')} tried, ${plausible} plausible, ${candidates.length} attempted in sandboxes of their own, in ${duration(durationMs)}.`;
  const run = safeUrl(runUrl);
  const lines = [
    `Cost: ${cost}${run === undefined ? '' : ` Found by [this run](${run}).`}`,
    isolation === 'process' ? escapeMarkdown(weakIsolation) : undefined,
  ];
  const own = lines.filter((line) => line !== undefined).map((line) => `<sub>${line}</sub>`);
  return [...own, notesSection(report)].filter((part) => part !== undefined).join('\n\n');
}

function safeUrl(text: string | undefined): string | undefined {
  const url = text !== undefined && URL.canParse(text) ? new URL(text) : undefined;
  return url?.protocol === 'https:' ? url.href.replaceAll('(', '%28').replaceAll(')', '%29') : undefined;
}
