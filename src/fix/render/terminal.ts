import { printable } from '../../base/printable.ts';
import { counted } from '../../render/layout.ts';
import type { Style } from '../../render/style.ts';
import { pad, wrap } from '../../render/terminal-text.ts';
import type { Attempt, FixReport, FixStatus } from '../types.ts';
import { choicesOf } from './choices.ts';
import { renderDiff } from './diff.ts';
import {
  attemptRemark,
  choiceAdvice,
  choiceTitle,
  consensusText,
  effort,
  failureText,
  headline,
  lessonText,
  place,
  points,
  scoreText,
  testsText,
  weakIsolation,
} from './wording.ts';

const shownFailures = 8;
const shownSuspicions = 5;
const shownLessons = 3;
const shownNotes = 5;

/** What became of the patch, and how to get it. */
export interface Handing {
  /** The work tree has the patch now. */
  readonly applied: boolean;
  /** Command lines that apply it, the best one first. */
  readonly commands: readonly string[];
}

/** The report for a terminal, its status first. Everything from the repository is made printable. */
export function renderTerminal(report: FixReport, handing: Handing, style: Style): string[] {
  const mark = statusMark(report.status, style);
  const [first = '', ...more] = wrap(printable(headline(report)), style.width - 2);
  return [
    `${mark} ${style.bold(first)}`,
    ...more.map((line) => `  ${style.bold(line)}`),
    ...wrap(printable(effort(report).join(` ${style.symbols.separator} `)), style.width).map(style.dim),
    ...failures(report, style),
    ...suspicions(report, style),
    ...(report.winner ? winner(report.winner, report, style) : []),
    ...choices(report, style),
    ...others(report, style),
    ...lessons(report, style),
    ...notesOf(report, style),
    ...(report.winner ? hand(report.status, handing, style) : []),
  ];
}

function statusMark(status: FixStatus, { green, yellow, red, symbols }: Style): string {
  if (status === 'unfixed') return red(symbols.fail);
  return status === 'review' ? yellow(symbols.warn) : green(symbols.ok);
}

function failures({ baseline }: FixReport, style: Style): string[] {
  const { failing, flaky } = baseline;
  if (failing.length === 0) return flakyLine(flaky, style);
  const lines = failing
    .slice(0, shownFailures)
    .flatMap((test) => [
      `${style.red(style.symbols.fail)} ${printable(test.id, style.width * 2)}`,
      ...indented(failureText(test), style, 4).slice(0, 3),
    ]);
  if (failing.length > shownFailures) lines.push(style.dim(`and ${failing.length - shownFailures} more`));
  return ['', style.bold('What failed'), ...lines, ...flakyLine(flaky, style)];
}

function flakyLine(flaky: readonly string[], style: Style): string[] {
  if (flaky.length === 0) return [];
  const some = flaky.slice(0, 3).map((id) => printable(id));
  const more = flaky.length > some.length ? ` and ${flaky.length - some.length} more` : '';
  return indented(`Not chased, because their verdict changes by itself: ${some.join(', ')}${more}`, style, 0).map(
    style.dim,
  );
}

function suspicions({ suspicions: all }: FixReport, style: Style): string[] {
  if (all.length === 0) return [];
  const shown = all.slice(0, shownSuspicions);
  const column = Math.min(style.width - 20, Math.max(...shown.map(({ file, line }) => `${file}:${line}`.length)));
  const lines = shown.flatMap(({ file, line, score, reasons }) => {
    const head = `  ${pad(printable(`${file}:${line}`), column)}  ${score.toFixed(2)}  `;
    const room = Math.max(20, style.width - head.length);
    const [first = '', ...more] = wrap(printable(reasons.join(', ')), room);
    return [head + style.dim(first), ...more.map((text) => ' '.repeat(style.width - room) + style.dim(text))];
  });
  return ['', style.bold('Where it looks wrong'), ...lines];
}

function winner(attempt: Attempt, { consensus }: FixReport, style: Style): string[] {
  const findings = attempt.review.findings.flatMap(({ severity, message, file, line }) =>
    indented(`review, ${severity}: ${message} (${file}:${line})`, style, 2),
  );
  return [
    '',
    `${style.bold('The patch')}  ${printable(attempt.strategy)}, ${printable(place(attempt))}`,
    ...renderDiff(attempt.patch, style),
    '',
    style.bold('Why this one'),
    ...indented(`${testsText(attempt)} tests pass with it`, style, 2),
    ...indented(scoreText(attempt.score), style, 2),
    ...indented(consensusText(consensus), style, 2),
    ...findings,
  ];
}

/** Where none is proposed: the patches among which a person has to choose. */
function choices(report: FixReport, style: Style): string[] {
  const all = choicesOf(report);
  if (all.length === 0) return [];
  return [
    '',
    style.bold(choiceTitle(all.length)),
    ...indented(`${consensusText(report.consensus)}. ${choiceAdvice(all.length, report.consensus)}`, style, 2),
    ...all.flatMap((attempt, at) => [
      '',
      `${style.bold(`Patch ${at + 1}`)}  ${printable(attempt.strategy)}, ${printable(place(attempt))}`,
      ...indented(`${testsText(attempt)} tests pass with it; ${scoreText(attempt.score)}`, style, 2).map(style.dim),
      ...renderDiff(attempt.patch, style),
    ]),
  ];
}

function others(report: FixReport, style: Style): string[] {
  const { candidates, winner: chosen } = report;
  const shown = new Set(chosen === undefined ? choicesOf(report) : [chosen]);
  const rest = candidates.filter((attempt) => !shown.has(attempt));
  if (rest.length === 0) return [];
  const lines = rest.flatMap((attempt) => [
    `  ${pad(points(attempt.score.total), 5, 'left')}  ${printable(attempt.strategy)}, ${printable(place(attempt))}`,
    ...indented(`${testsText(attempt)} tests; ${attemptRemark(attempt)}`, style, 9).map(style.dim),
  ]);
  return ['', style.bold(shown.size > 0 ? 'The others' : 'Attempts'), ...lines];
}

function lessons({ status, lessons: all }: FixReport, style: Style): string[] {
  if (status !== 'unfixed' || all.length === 0) return [];
  const lines = all.slice(0, shownLessons).flatMap((lesson) => {
    const { what, advice } = lessonText(lesson);
    return [...indented(what, style, 2), ...indented(`${style.symbols.arrow} ${advice}`, style, 4)];
  });
  return ['', style.bold('Learned from it'), ...lines];
}

function hand(status: FixStatus, { applied, commands }: Handing, style: Style): string[] {
  const caution = status === 'review' ? 'Look at it first: Hone is not sure that this is what was meant.' : undefined;
  return [
    '',
    style.bold(applied ? 'Applied to the work tree' : 'To apply it'),
    ...(applied ? ['Nothing is committed.'] : commands).map((line) => `  ${printable(line)}`),
    ...(caution === undefined ? [] : indented(caution, style, 2).map(style.yellow)),
  ];
}

function notesOf({ isolation, notes }: FixReport, style: Style): string[] {
  const lines = isolation === 'process' ? indented(weakIsolation, style, 2).map(style.yellow) : [];
  lines.push(...notes.slice(0, shownNotes).flatMap((note) => indented(note, style, 2)));
  if (notes.length > shownNotes) lines.push(style.dim(`  and ${counted(notes.length - shownNotes, 'more note')}`));
  return lines.length > 0 ? ['', style.bold('Notes'), ...lines] : [];
}

function indented(text: string, style: Style, by: number): string[] {
  return wrap(printable(text), style.width - by).map((line) => ' '.repeat(by) + line);
}
