import { join } from 'node:path';
import { inFolder, judge, judgeSource, makeTask, referencePatch, type Task, triage } from './core.ts';

export interface SelfCheck {
  readonly task: string;
  /** Undefined when the task is not usable, and nothing was to check. */
  readonly sound: boolean | undefined;
  readonly why: string;
}

/**
 * Whether the judge tells right from wrong on this task: the reference, as a patch, has to be right; the untouched bug
 * must not be, neither by all tests nor by the hidden ones alone; a patch of the tests is no repair.
 */
export async function selfCheck(task: Task): Promise<SelfCheck> {
  const usability = await triage(task);
  if (usability !== 'usable') return { task: task.id, sound: undefined, why: usability };
  return inFolder(async (folder) => {
    const made = await makeTask(task, join(folder, 'made'));
    if (made === undefined) throw new Error(`${task.id} was usable a moment ago`);
    const reference = await referencePatch(made);
    const verdicts = {
      reference: await judge(task, reference),
      bug: await judgeSource(task, await made.text()),
      tests: await judge(task, reference.replaceAll(made.source, 'conftest.py')),
    };
    const sound =
      verdicts.reference === 'right' &&
      (verdicts.bug === 'wrong' || verdicts.bug === 'hangs') &&
      verdicts.tests === 'not-applicable';
    const said = Object.entries(verdicts).map(([what, verdict]) => `${what} ${verdict}`);
    return { task: task.id, sound, why: said.join(', ') };
  });
}
