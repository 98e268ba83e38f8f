import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf } from '../base/errors.ts';
import type { Log } from '../base/log.ts';
import type { Annotation, Outcome } from './action.ts';
import type { Commands } from './workflow-log.ts';

// GitHub drops a step's whole summary above 1 MiB, and annotations above 10 of a level.
const summaryLimit = 1_000_000;
const annotationLimit = 10;

/**
 * Says what an action has to say: outputs, report file, annotations, job summary.
 *
 * @param summaryFile GITHUB_STEP_SUMMARY; undefined leaves the summary out
 * @throws when outputs or report cannot be written: later steps rely on them. Trouble with the summary is a warning.
 */
export function publish<O extends string>(
  outcome: Outcome<O>,
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
    appendFileSync(deps.summaryFile, `${clip(outcome.summary)}\n`);
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

function clip(markdown: string): string {
  const bytes = Buffer.from(markdown);
  if (bytes.length <= summaryLimit) return markdown;
  const kept = bytes.subarray(0, summaryLimit).toString('utf8');
  return `${kept.slice(0, kept.lastIndexOf('\n'))}\n\n_The rest is left out: GitHub shows at most 1 MiB. The \`report\` output has all of it._`;
}
