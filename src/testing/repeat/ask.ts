import type { TrialPlan } from './trial.ts';
import type { Message, RepeatWorker } from './worker.ts';

/** What a worker may need beyond the tests' own limits, which its timers see to. */
const graceMs = 1000;
/** What a worker that runs trials in copies of itself may need to say that a copy did not end. */
const watchMs = 3000;

/** `lost`: with it the worker, and not only a copy of it. */
export interface Silent {
  readonly silent: 'timed-out' | 'died';
  readonly lost: boolean;
}

/** A question to a worker: `limitMs` for all of it; copies of a worker are given up after `silenceMs` without a sign of life. */
export interface Question extends Message {
  readonly limitMs: number;
  readonly silenceMs: number;
}

/** `forks`: the worker runs trials in copies of itself and watches them. */
export async function askWorker(
  worker: RepeatWorker,
  forks: boolean,
  question: Question,
): Promise<{ readonly message: Message } | Silent> {
  worker.send(question);
  const answer = await worker.receive(['trial'], question.limitMs + (forks ? watchMs : 0));
  if ('silent' in answer) return { silent: answer.silent, lost: true };
  const { silent } = answer.message;
  if (silent === 'timed-out' || silent === 'died') return { silent, lost: false };
  return answer;
}

/** Milliseconds that a copy of a worker may say nothing: its own timers see to a test's limit. */
export function silenceFor({ testTimeoutMs }: TrialPlan): number {
  return testTimeoutMs + 250;
}

/** Milliseconds that so many tests may take together before what runs them is killed. */
export function limitFor(tests: number, { testTimeoutMs, trialTimeoutMs }: TrialPlan): number {
  return Math.min(trialTimeoutMs, testTimeoutMs * tests + graceMs);
}

/** Below this to end the worker costs more than to wait for its timers. */
const leastPatienceMs = 4000;
/** A test's limit is so many times what the slowest of those that pass takes. */
const slackOfLimit = 5;

/**
 * The same for a candidate: of tests that did not hang before, one that does tells enough, and the others take what tests
 * take.
 *
 * @param usualMs what all of them took without any change
 */
export function candidateLimitFor(tests: number, plan: TrialPlan, usualMs: number): number {
  const others = Math.max((tests * plan.testTimeoutMs) / slackOfLimit, 2 * usualMs);
  return Math.min(limitFor(tests, plan), Math.max(leastPatienceMs, plan.testTimeoutMs + graceMs + others));
}
