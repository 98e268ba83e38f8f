import type { Runner, TestStatus } from '../types.ts';
import type { RepeatDriver } from './drivers.ts';
import { type NotOpened, type Opened, Shift } from './shift.ts';
import type { Trial, TrialPlan, TrialResult } from './trial.ts';
import { isGood, readVerdicts } from './verdicts.ts';
import type { Message } from './worker.ts';

/** Silence after which a candidate may be hanging: another worker gets ready. */
const suspiciousMs = 300;
/** What a worker may need beyond the tests' own limits, which its timers see to. */
const graceMs = 1000;
/** After so many candidates that hang, one after the other, the next are given less time. */
const patience = 3;

/** A trial and what tells the driver to switch it on. */
export interface Switch {
  readonly trial: Trial;
  readonly request: Message;
}

export type LoopOutcome =
  | { readonly kind: 'result'; readonly result: TrialResult }
  /** The driver cannot switch it. */
  | { readonly kind: 'not-switchable'; readonly trial: Trial }
  /** Nothing more can be tried: the batch does not load, or the driver sees other verdicts than the run did. */
  | ({ readonly kind: 'unusable' } & NotOpened);

/**
 * Tries candidates one after the other in a warm worker, and in a new one after each that hangs or kills it. What timers
 * inside of the worker cannot interrupt (a regular expression, a large number) is killed from here.
 */
export async function* loop(
  runner: Runner,
  driver: RepeatDriver,
  switches: readonly Switch[],
  plan: TrialPlan,
): AsyncGenerator<LoopOutcome> {
  const shift = new Shift(runner, driver, plan);
  let hung = 0;
  try {
    for (const { trial, request } of switches) {
      if (plan.signal?.aborted === true) return;
      let opened = await shift.current();
      if ('why' in opened && hung > 0) {
        // It was opened before; a busy machine is given a second chance.
        await shift.drop();
        opened = await shift.current();
      }
      if ('why' in opened) {
        yield { kind: 'unusable', ...opened };
        return;
      }
      const began = performance.now();
      const outcome = await tryOne(opened, shift, trial, request, plan, hung);
      if (outcome.kind === 'silent') await shift.drop();
      hung = outcome.kind === 'silent' ? hung + 1 : 0;
      // Its function ran while modules loaded, before it could be switched: what it breaks here may be right there.
      if (opened.touched.has(request.c) && !(outcome.kind === 'result' && outcome.result.plausible)) {
        yield { kind: 'not-switchable', trial };
      } else if (outcome.kind === 'silent') {
        yield { kind: 'result', result: silentResult(trial, plan, outcome.silent, performance.now() - began) };
      } else {
        yield outcome;
      }
    }
  } finally {
    await shift.close();
  }
}

type One =
  | Exclude<LoopOutcome, { kind: 'unusable' }>
  | { readonly kind: 'silent'; readonly silent: 'timed-out' | 'died' };

async function tryOne(
  { worker }: Opened,
  shift: Shift,
  trial: Trial,
  request: Message,
  plan: TrialPlan,
  hung: number,
): Promise<One> {
  const answers: Message[] = [];
  // Guards cost time that most candidates, which turn nothing green, need not be given.
  for (const [tests, stopEarly] of [
    [plan.failing, false],
    [plan.guards, true],
  ] as const) {
    if (tests.length === 0) continue;
    worker.send({ ...request, id: trial.id, tests, stopEarly });
    const suspicion = setTimeout(() => shift.prepareSpare(), suspiciousMs);
    const answer = await worker.receive(['trial'], limitOf(tests.length, plan, hung));
    clearTimeout(suspicion);
    if ('silent' in answer) return { kind: 'silent', silent: answer.silent };
    if (answer.message.notSwitchable === true) return { kind: 'not-switchable', trial };
    answers.push(answer.message);
    const verdicts = readVerdicts(answer.message);
    if (!tests.every((id) => isGood(verdicts.get(id)))) break;
  }
  return { kind: 'result', result: resultOf(trial, answers, plan) };
}

function limitOf(tests: number, plan: TrialPlan, hung: number): number {
  const whole = plan.testTimeoutMs * (hung < patience ? tests : 1) + graceMs;
  return Math.min(plan.trialTimeoutMs, whole);
}

function resultOf(trial: Trial, answers: readonly Message[], plan: TrialPlan): TrialResult {
  const verdicts = new Map<string, TestStatus>();
  let errorClass: string | undefined;
  let message: string | undefined;
  let ms = 0;
  for (const answer of answers) {
    for (const [id, status] of readVerdicts(answer)) verdicts.set(id, status);
    ms += typeof answer.ms === 'number' ? answer.ms : 0;
    const [first] = Object.values(typeof answer.errors === 'object' && answer.errors !== null ? answer.errors : {});
    if (errorClass !== undefined || typeof first !== 'object' || first === null) continue;
    const fields: Message = { ...first };
    errorClass = typeof fields.errorClass === 'string' ? fields.errorClass : undefined;
    message = typeof fields.message === 'string' ? fields.message : undefined;
  }
  const plausible = [...plan.failing, ...plan.guards].every((id) => isGood(verdicts.get(id)));
  return { id: trial.id, how: 'loop', verdicts, errorClass, message, plausible, ms };
}

function silentResult(trial: Trial, plan: TrialPlan, silent: 'timed-out' | 'died', ms: number): TrialResult {
  const status: TestStatus = silent === 'timed-out' ? 'timed-out' : 'error';
  const verdicts = new Map(plan.failing.map((id) => [id, status]));
  const message = silent === 'timed-out' ? 'the candidate did not end' : 'the candidate ended the test process';
  return { id: trial.id, how: 'loop', verdicts, errorClass: silent, message, plausible: false, ms };
}
