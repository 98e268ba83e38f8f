import type { TestStatus } from '../types.ts';
import { askWorker, candidateLimitFor, limitFor, silenceFor } from './ask.ts';
import type { NotOpened, Opened, Shift } from './shift.ts';
import type { Trial, TrialPlan, TrialResult } from './trial.ts';
import { isGood, readVerdicts } from './verdicts.ts';
import type { Message } from './worker.ts';

/** Silence after which a candidate may be hanging: another worker gets ready. */
const suspiciousMs = 300;
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
export async function* loop(shift: Shift, switches: readonly Switch[], plan: TrialPlan): AsyncGenerator<LoopOutcome> {
  let hung = 0;
  const isOver = (): boolean => plan.signal?.aborted === true;
  for (const { trial, request } of switches) {
    if (isOver()) return;
    let opened = await shift.current();
    if ('why' in opened && hung > 0) {
      // It was opened before; a busy machine is given a second chance.
      await shift.drop();
      opened = await shift.current();
    }
    // What an abort has killed looks like tests that could not be loaded.
    if (isOver()) return;
    if ('why' in opened) {
      yield { kind: 'unusable', ...opened };
      return;
    }
    const began = performance.now();
    const outcome = await tryOne(opened, shift, trial, request, plan, hung);
    if (outcome.kind === 'silent' && outcome.lost) await shift.drop();
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
}

type One =
  | Exclude<LoopOutcome, { kind: 'unusable' }>
  /** `lost`: with it the worker, and not only a copy of it. */
  | { readonly kind: 'silent'; readonly silent: 'timed-out' | 'died'; readonly lost: boolean };

async function tryOne(
  opened: Opened,
  shift: Shift,
  trial: Trial,
  request: Message,
  plan: TrialPlan,
  hung: number,
): Promise<One> {
  const answers: Message[] = [];
  let provisional = false;
  const ask = async (tests: readonly string[], what: Message): Promise<Asked> => {
    const suspicion = shift.forks ? undefined : setTimeout(() => shift.prepareSpare(), suspiciousMs);
    const limits = { limitMs: limitOf(tests.length, plan, hung, opened.usualMs), silenceMs: silenceFor(plan) };
    const answer = await askWorker(opened.worker, shift.forks, { ...what, tests, ...limits });
    clearTimeout(suspicion);
    if ('silent' in answer) return { one: { kind: 'silent', ...answer } };
    if (answer.message.notSwitchable === true) return { one: { kind: 'not-switchable', trial } };
    provisional ||= answer.message.provisional === true;
    return answer;
  };
  const turned = new Map<string, TestStatus>();
  const first = new Set(opened.probes);
  for (const tests of [opened.probes, plan.failing.filter((id) => !first.has(id))]) {
    if (tests.length === 0) break;
    const answer = await ask(tests, { ...request, id: trial.id });
    if ('one' in answer) return answer.one;
    answers.push(answer.message);
    for (const [id, status] of readVerdicts(answer.message)) turned.set(id, status);
    if (![...turned.values()].some(isGood)) break;
  }
  let good = opened.failing.every((id) => isGood(turned.get(id)));
  let fresh = !shift.forks;
  // Guards cost time that most candidates, which turn nothing green, need not be given.
  for (let rest = good ? [...opened.guards] : []; rest.length > 0; ) {
    const answer = await ask(rest, { ...request, id: trial.id, stopEarly: true, fresh });
    if ('one' in answer) return answer.one;
    const verdicts = readVerdicts(answer.message);
    const broken = rest.find((id) => verdicts.has(id) && !isGood(verdicts.get(id)));
    if (broken === undefined) {
      answers.push(answer.message);
      good &&= rest.every((id) => verdicts.has(id));
      break;
    }
    const original = await ask([broken], { id: '', c: 0, fresh });
    if ('one' in original) return original.one;
    if (isGood(readVerdicts(original.message).get(broken))) {
      answers.push(answer.message);
      good = false;
      break;
    }
    if (!fresh) {
      // It keeps state of earlier rounds, which a new copy of the loaded tests does not have.
      fresh = true;
      continue;
    }
    // It fails without any change as well: nobody's fault, and no guard any more.
    opened.guards.delete(broken);
    rest = rest.filter((id) => id !== broken && !verdicts.has(id));
  }
  // A constant was exchanged, and not what modules computed from it when they were loaded.
  if (provisional && !good) return { kind: 'not-switchable', trial };
  return { kind: 'result', result: resultOf(trial, answers, good) };
}

type Asked = { readonly message: Message } | { readonly one: One };

function limitOf(tests: number, plan: TrialPlan, hung: number, usualMs: number): number {
  return hung < patience ? candidateLimitFor(tests, plan, usualMs) : limitFor(1, plan);
}

function resultOf(trial: Trial, answers: readonly Message[], plausible: boolean): TrialResult {
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
  return { id: trial.id, how: 'loop', verdicts, errorClass, message, plausible, ms };
}

function silentResult(trial: Trial, plan: TrialPlan, silent: 'timed-out' | 'died', ms: number): TrialResult {
  const status: TestStatus = silent === 'timed-out' ? 'timed-out' : 'error';
  const verdicts = new Map(plan.failing.map((id) => [id, status]));
  const message = silent === 'timed-out' ? 'the candidate did not end' : 'the candidate ended the test process';
  return { id: trial.id, how: 'loop', verdicts, errorClass: silent, message, plausible: false, ms };
}
