import { counted, duration, percent } from '../../render/layout.ts';
import { scoreNote } from '../score/index.ts';
import type { Attempt, Consensus, FailingTest, FixReport, FixStatus, Lesson, Score } from '../types.ts';

// What all faces of a repair say in words, so that they never say different things.

export const statusWords: Readonly<Record<FixStatus, string>> = {
  fixed: 'fixed',
  review: 'for review',
  unfixed: 'unfixed',
  'nothing-to-fix': 'nothing to fix',
};

/** The status by its word, then what came of it and why. */
export function headline({ status, reason }: FixReport): string {
  return `${statusWords[status]}: ${reason}`;
}

/** What was run, on what, how much was tried, how long it took. */
export function effort(report: FixReport): string[] {
  const { commit, uncommitted, baseline, tried, plausible, candidates, durationMs } = report;
  const changed = uncommitted > 0 ? ` with ${counted(uncommitted, 'uncommitted file')}` : '';
  const parts = [
    `${report.testCommand} at ${commit.slice(0, 10)}${changed}`,
    `${counted(baseline.tests, 'test')}${baseline.framework === 'unknown' ? '' : ` (${baseline.framework})`}`,
  ];
  if (baseline.failing.length > 0) {
    parts.push(`${counted(tried, 'candidate')} tried, ${plausible} plausible, ${candidates.length} attempted`);
  }
  return [...parts, duration(durationMs)];
}

/** Where a patch begins to matter, and the other files it touches. */
export function place({
  file,
  line,
  function: name,
  texts = {},
}: Pick<Attempt, 'file' | 'line' | 'function'> & Partial<Pick<Attempt, 'texts'>>): string {
  const others = Object.keys(texts).filter((path) => path !== file);
  return [`${file}:${line}${name === undefined ? '' : ` in ${name}`}`, ...others].join(' and ');
}

/** First line of a message that says anything, with the next one where it ends in a colon. */
function firstLine(message: string | undefined): string | undefined {
  const [first, second] = (message ?? '').split('\n').filter((line) => line.trim() !== '');
  return first?.trimEnd().endsWith(':') && second !== undefined ? `${first.trim()} ${second.trim()}` : first;
}

export function failureText({ errorClass, message, status }: FailingTest): string {
  const line = firstLine(message);
  if (line === undefined) return errorClass ?? status.replace('-', ' ');
  return errorClass === undefined || line.startsWith(errorClass) ? line : `${errorClass}: ${line}`;
}

/** A number of at most one decimal, of 100. */
export function points(total: number): string {
  return String(Math.round(total * 10) / 10);
}

export function share(value: number | undefined): string {
  return value === undefined ? 'unknown' : percent(value);
}

export function scoreText(score: Score): string {
  const { total, coverage, tests, quality, speed } = score;
  const parts = `coverage ${share(coverage)}, tests ${share(tests)}, quality ${share(quality)}, speed ${share(speed)}`;
  const note = scoreNote(score);
  return `score ${points(total)} of 100: ${parts}${note === undefined ? '' : `; ${note}`}`;
}

export function testsText({ tests }: Attempt): string {
  return `${tests.passed} of ${tests.total}`;
}

/** Why the winner is not another candidate, as far as the candidates' behaviour says. */
export function consensusText({ method, agreement, inputs, clusters, textAgreement }: Consensus): string {
  switch (method) {
    case 'none':
      return 'no candidate passed, so there is nothing to compare';
    case 'single':
      return 'only one candidate passed, so there is none to compare it with';
    case 'text':
      return `${share(agreement)} agreement by text in ${clusters} groups, because behaviour could not be compared`;
    case 'behaviour': {
      const groups = clusters === 1 ? 'all candidates alike' : `candidates in ${clusters} groups`;
      const text = textAgreement === undefined ? '' : `; as text, ${percent(textAgreement)} are equal`;
      return `${share(agreement)} agreement by behaviour on ${counted(inputs, 'input')}, ${groups}${text}`;
    }
  }
}

/** What a candidate's place in the table is explained by. */
export function attemptRemark({ green, reasons, review, cluster }: Attempt): string {
  if (!green) return reasons.join('; ') || 'not every test passed';
  if (review.verdict === 'reject') return `refused by the review: ${review.findings[0]?.message ?? 'no reason given'}`;
  return cluster === undefined ? 'passed' : `passed, behaves as group ${cluster + 1}`;
}

/** Over the patches of a report that proposes none. */
export function choiceTitle(count: number): string {
  return count === 1 ? 'The patch that passes, not proposed' : `${count} patches that pass, none proposed`;
}

/** What to do with them, and how many of the groups are not shown. */
export function choiceAdvice(count: number, { clusters }: Consensus): string {
  const more = clusters > count ? ` Not proved, see --candidates: ${counted(clusters - count, 'more group')}.` : '';
  return `Nothing is applied: choose what the code is meant to do, and apply that by hand.${more}`;
}

export function lessonText({ errorClass, file, function: name, signature, suggestion, avoid, occurrences }: Lesson): {
  readonly what: string;
  readonly advice: string;
} {
  const where = name === undefined ? file : `${file} in ${name}`;
  const tried = avoid.length === 0 ? '' : ` Tried in vain: ${avoid.slice(0, 5).join(', ')}.`;
  return {
    what: `${errorClass} in ${where}, seen ${counted(occurrences, 'time')}: ${signature}`,
    advice: `${suggestion.replace(/\.?$/, '.')}${tried}`,
  };
}

/** Said wherever the tenant was held by less than namespaces. */
export const weakIsolation =
  'Isolation was "process": the tests could read and reach what you can. Use it for code you trust only.';
