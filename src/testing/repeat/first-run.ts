import type { TestStatus } from '../types.ts';
import { askWorker, limitFor, type Silent } from './ask.ts';
import type { TrialPlan } from './trial.ts';
import { readVerdicts } from './verdicts.ts';
import type { Message, RepeatWorker } from './worker.ts';

/** Of many failing tests, so many are asked alone when one of them ends the process, and repeated in the worker itself. */
const mostAlone = 10;
/** Guards that are repeated together: with one that ends the process these are lost as guards, and no others. */
const together = 60;

/** What became of the tests without any change. */
export interface Repeated {
  readonly verdicts: Map<string, TestStatus>;
  /** By test; under the empty name what is of none. */
  readonly errors: Readonly<Record<string, unknown>>;
}

/** All of them in the worker. */
export async function repeatAll(worker: RepeatWorker, plan: TrialPlan): Promise<Repeated | Silent> {
  const tests = [...plan.failing, ...plan.guards];
  const limitMs = plan.testTimeoutMs * tests.length + plan.trialTimeoutMs;
  const answer = await askWorker(worker, false, { id: '', c: 0, tests, limitMs, silenceMs: limitMs });
  return 'silent' in answer ? answer : repeatedOf(answer.message);
}

/**
 * In copies of the worker, because the tests may fail by a hang or by the end of their process. Those of the failing ones
 * that do not also run in the worker itself: what it loads for them is then in every copy.
 */
export async function repeatInCopies(worker: RepeatWorker, plan: TrialPlan): Promise<Repeated | Silent> {
  const verdicts = new Map<string, TestStatus>();
  let errors: Repeated['errors'] = {};
  const ask = async (tests: readonly string[], how: Message): Promise<Silent | undefined> => {
    const limits = { limitMs: limitFor(tests.length, plan), silenceMs: limitFor(1, plan) };
    const answer = await askWorker(worker, true, { id: '', c: 0, tests, ...limits, ...how });
    if ('silent' in answer) return answer;
    const one = repeatedOf(answer.message);
    for (const [id, status] of one.verdicts) verdicts.set(id, status);
    errors = { ...errors, ...one.errors };
    return undefined;
  };
  let silent = await ask(plan.failing, { failing: true });
  if (silent?.lost) return silent;
  for (const id of silent === undefined ? [] : plan.failing.slice(0, mostAlone)) {
    silent = await ask([id], {});
    if (silent?.lost) return silent;
    if (silent !== undefined) verdicts.set(id, silent.silent === 'died' ? 'error' : 'timed-out');
  }
  const ended = plan.failing.filter((id) => verdicts.get(id) === 'failed' && !takesMemory(errors[id]));
  silent = ended.length === 0 ? undefined : await ask(ended.slice(0, mostAlone), { here: true });
  if (silent?.lost) return silent;
  for (let at = 0; at < plan.guards.length; at += together) {
    silent = await ask(plan.guards.slice(at, at + together), { fresh: at === 0 });
    if (silent?.lost) return silent;
  }
  return { verdicts, errors };
}

/** Only a copy has a limit of its own. */
function takesMemory(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'errorClass' in error && error.errorClass === 'MemoryError';
}

function repeatedOf(message: Message): Repeated {
  const { errors } = message;
  return {
    verdicts: readVerdicts(message),
    errors: typeof errors === 'object' && errors !== null ? { ...errors } : {},
  };
}
