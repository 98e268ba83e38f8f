import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf } from '../base/errors.ts';
import type { Log } from '../base/log.ts';
import { clipDocument, escapeMessage } from '../render/markdown.ts';
import type { Note } from '../store/sync/index.ts';
import type { Annotation, Outcome } from './action.ts';
import type { Commands } from './workflow-log.ts';

// GitHub drops a step's whole summary above 1 MiB, and annotations above 10 of a level.
const summaryLimit = 1_000_000;
const annotationLimit = 10;

/**
 * Says what an action has to say: outputs, report file, annotations, job summary.
 *
 * @param notes what happened to the learning store
 * @param deps.summaryFile GITHUB_STEP_SUMMARY; undefined leaves the summary out
 * @throws when outputs or report cannot be written: later steps rely on them. Trouble with the summary is a warning.
 */
export function publish<O extends string>(
  outcome: Outcome<O>,
  notes: readonly Note[],
  deps: {
    readonly folder: string;
    readonly summaryFile: string | undefined;
    readonly commands: Commands;
    readonly log: Log;
  },
): void {
  const { commands, log } = deps;
  const report = join(deps.folder, 'report.json');
  writeFileSync(report, `${JSON.stringify(outcome.report, undefined, 2)}\n`);
  for (const [name, value] of Object.entries<string>(outcome.outputs)) commands.setOutput(name, value);
  commands.setOutput('report', report);
  annotate(outcome.annotations, commands, log);
  if (deps.summaryFile === undefined) return;
  try {
    appendFileSync(deps.summaryFile, `${clipDocument(withStoreNotes(outcome.summary, notes), summaryLimit)}\n`);
  } catch (thrown) {
    log.warn(`the job summary cannot be written: ${messageOf(thrown)}`);
  }
}

function annotate(annotations: readonly Annotation[], commands: Commands, log: Log): void {
  for (const level of ['error', 'warning', 'notice'] as const) {
    const ofLevel = annotations.filter((annotation) => annotation.level === level);
    for (const { title, message, file, startLine, endLine } of ofLevel.slice(0, annotationLimit)) {
      commands[level](message, { title, file, startLine, endLine });
    }
    const hidden = ofLevel.length - annotationLimit;
    if (hidden > 0)
      log.info(`${hidden} more ${level} annotations are not shown: GitHub shows ${annotationLimit} a step`);
  }
}

function withStoreNotes(summary: string, notes: readonly Note[]): string {
  if (notes.length === 0) return summary;
  const lines = notes.map(({ level, text }) => `- ${level === 'warning' ? '⚠️ ' : ''}${escapeMessage(text)}`);
  return `${summary.trimEnd()}\n\n<details><summary>Learning store</summary>\n\n${lines.join('\n')}\n\n</details>`;
}
