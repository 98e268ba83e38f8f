import { CannotRunError } from '../base/errors.ts';
import { printable } from '../base/printable.ts';
import { type FixProgress, type FixReport, type FixRequest, fix } from '../fix/index.ts';
import { localProvider } from '../sandbox/index.ts';
import type { Isolation } from '../sandbox/types.ts';
import type { Context } from './context.ts';
import type { Session } from './session.ts';

const beatMs = 1000;

/** What a person reads while a stage goes on; the last one takes no time. */
const stageLabels: Readonly<Record<Exclude<FixProgress['stage'], 'done'>, string>> = {
  testing: 'Running the tests',
  localising: 'Finding the lines',
  searching: 'Trying repairs',
  attempting: 'Proving repairs',
  comparing: 'Comparing repairs',
};

/** Repairs in a session, and shows how it goes. */
export async function repairIn(session: Session, request: FixRequest, context: Context): Promise<FixReport> {
  const { repository, recorder, store } = session;
  const { clock, log, interruption } = context;
  const progress = stages(context);
  try {
    return await fix(request, {
      repository,
      events: store,
      recorder,
      clock,
      log,
      signal: interruption,
      onProgress: progress.show,
    });
  } finally {
    progress.end();
  }
}

/** One line of progress at a time, which goes on while a stage says nothing. */
function stages({ log, clock }: Context): { show(progress: FixProgress): void; end(): void } {
  let now: FixProgress = { stage: 'testing', tried: 0, plausible: 0, best: undefined };
  let started = clock.now();
  let line = log.progress(stageLabels.testing);
  const draw = (): void => {
    const seconds = Math.round((clock.now() - started) / 1000);
    const best = now.best === undefined ? '' : `, best: ${printable(now.best, 80)}`;
    if (now.tried === 0) line.update(seconds, undefined, 's');
    else line.update(now.tried, undefined, `tried, ${now.plausible} plausible${best} (${seconds} s)`);
  };
  const timer = setInterval(draw, beatMs);
  return {
    show(next) {
      const { stage } = next;
      if (stage === 'done') return;
      if (stage !== now.stage) {
        line.end();
        line = log.progress(stageLabels[stage]);
        started = clock.now();
      }
      now = next;
      draw();
    },
    end() {
      clearInterval(timer);
      line.end();
    },
  };
}

/** Why there are no sandboxes here, with the remedy in the words of the command line; undefined when there are. */
export async function sandboxProblem(isolation: Isolation): Promise<string | undefined> {
  const reason = await localProvider(isolation).available();
  return reason?.replace('`isolation: process`', '`--isolation process`');
}

/** @throws CannotRunError when sandboxes cannot be made here */
export async function mustHaveSandboxes(isolation: Isolation): Promise<void> {
  const problem = await sandboxProblem(isolation);
  if (problem !== undefined) throw new CannotRunError(problem);
}
