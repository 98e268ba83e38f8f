import { codeBlock, escapeMarkdown, escapeMessage, inlineCode, table } from '../../render/markdown.ts';
import type { Attempt, FixReport } from '../types.ts';
import { choicesOf } from './choices.ts';
import {
  attemptRemark,
  choiceAdvice,
  choiceTitle,
  consensusText,
  failureText,
  lessonText,
  place,
  points,
  scoreText,
  share,
  testsText,
} from './wording.ts';

// Parts of the job summary and of the pull request, each Markdown with everything from outside escaped; undefined
// where there is nothing to say.

const maxRows = 20;
const maxBlock = 20_000;

export function failedSection({ baseline }: FixReport): string | undefined {
  const { failing, flaky } = baseline;
  const rows = failing
    .slice(0, maxRows)
    .map((test) => [inlineCode(test.id, 200), escapeMarkdown(failureText(test), 200)]);
  const parts: string[] = [];
  if (rows.length > 0) parts.push('### What failed', table(['test', 'message'], rows));
  if (failing.length > maxRows) parts.push(`And ${failing.length - maxRows} more.`);
  if (flaky.length > 0) {
    const some = flaky.slice(0, 10).map((id) => inlineCode(id, 120));
    parts.push(`Not chased, because their verdict changes by itself: ${some.join(', ')}.`);
  }
  return parts.length > 0 ? parts.join('\n\n') : undefined;
}

export function patchSection({ patch, strategy, ...where }: Attempt): string {
  return `### The patch\n\n${inlineCode(strategy)} at ${inlineCode(place(where), 200)}\n\n${plainBlock(patch, 'diff')}`;
}

/** Where none is proposed: the patches among which a person has to choose. */
export function choicesSection(report: FixReport): string | undefined {
  const choices = choicesOf(report);
  if (choices.length === 0) return undefined;
  const patches = choices.map(({ patch, strategy, ...attempt }, at) => {
    const where = `${inlineCode(strategy)} at ${inlineCode(place(attempt), 200)}`;
    return `**Patch ${at + 1}:** ${where}\n\n${plainBlock(patch, 'diff')}`;
  });
  const said = `Consensus: ${consensusText(report.consensus)}. ${choiceAdvice(choices.length, report.consensus)}`;
  return [`### ${choiceTitle(choices.length)}`, said, ...patches].join('\n\n');
}

export function whySection({ winner, consensus }: FixReport): string | undefined {
  if (!winner) return undefined;
  const lines = [
    `${testsText(winner)} tests pass with it.`,
    `${escapeMarkdown(scoreText(winner.score))}.`,
    `Consensus: ${consensusText(consensus)}.`,
    ...winner.review.findings.map(
      ({ severity, category, message, file, line }) =>
        `Review, ${severity} (${category}): ${escapeMessage(message, 300)} ${inlineCode(`${file}:${line}`, 200)}`,
    ),
  ];
  if (winner.review.findings.length === 0) lines.push('Review: nothing found.');
  return `### Why this one\n\n${lines.map((line) => `- ${line}`).join('\n')}`;
}

/** The scores of all attempts, the winner first. */
export function attemptsSection({ candidates, winner }: FixReport): string | undefined {
  if (candidates.length === 0) return undefined;
  const rows = candidates
    .slice(0, maxRows)
    .map((attempt) => [
      attempt === winner ? `**${points(attempt.score.total)}**` : points(attempt.score.total),
      inlineCode(attempt.strategy),
      inlineCode(place(attempt), 160),
      testsText(attempt),
      share(attempt.score.coverage),
      share(attempt.score.quality),
      share(attempt.score.speed),
      `${attempt === winner ? '**chosen**; ' : ''}${escapeMarkdown(attemptRemark(attempt), 200)}`,
    ]);
  const head = ['score', 'strategy', 'where', 'tests', 'coverage', 'quality', 'speed', ''];
  const more = candidates.length > maxRows ? `\n\nAnd ${candidates.length - maxRows} more.` : '';
  return `### All attempts\n\n${table(head, rows)}${more}`;
}

export function suspicionsSection({ suspicions }: FixReport): string | undefined {
  if (suspicions.length === 0) return undefined;
  const rows = suspicions
    .slice(0, maxRows)
    .map(({ file, line, score, reasons }) => [
      inlineCode(`${file}:${line}`, 200),
      score.toFixed(2),
      escapeMarkdown(reasons.join(', '), 200),
    ]);
  return `### Suspicious lines\n\n${table(['line', 'suspicion', 'because'], rows)}`;
}

export function lessonsSection({ lessons }: FixReport): string | undefined {
  if (lessons.length === 0) return undefined;
  const lines = lessons.map((lesson) => {
    const { what, advice } = lessonText(lesson);
    return `- ${escapeMarkdown(what, 300)}\n  - ${escapeMessage(advice, 500)}`;
  });
  return `### Lessons\n\n${lines.join('\n')}`;
}

export function notesSection({ notes }: FixReport): string | undefined {
  if (notes.length === 0) return undefined;
  return notes.map((note) => `<sub>${escapeMarkdown(note)}</sub>`).join('\n\n');
}

/** Closed at first. */
export function details(summary: string, ...parts: (string | undefined)[]): string | undefined {
  const content = parts.filter((part) => part !== undefined);
  if (content.length === 0) return undefined;
  return `<details><summary>${summary}</summary>\n\n${content.join('\n\n')}\n\n</details>`;
}

/** A fenced block without control characters. */
export function plainBlock(text: string, language: string): string {
  return codeBlock(text.trimEnd().replace(/[^\P{Cc}\n\t]/gu, ''), language, maxBlock);
}
