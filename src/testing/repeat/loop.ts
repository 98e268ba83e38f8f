import type { Runner, TestStatus } from '../types.ts';
import type { RepeatDriver } from './drivers.ts';
import type { Trial, TrialPlan, TrialResult } from './trial.ts';
import { type Message, RepeatWorker } from './worker.ts';

/** Loading the tests of a large project takes a while; a worker that needs longer is given up. */
const loadTimeoutMs = 60_000;

/** A trial and what tells the driver to switch it on. */
export interface Switch {
  readonly trial: Trial;
  readonly request: Message;
}

export type LoopOutcome =
  | { readonly kind: 'result'; readonly result: TrialResult }
  /** The driver cannot switch it. */
  | { readonly kind: 'not-switchable'; readonly trial: Trial }
  /** Nothing could be tried: the batch does not load, or the driver sees other verdicts than the run did. */
  | { readonly kind: 'unusable'; readonly why: 'unloadable' | 'disagrees'; readonly reason: string };

/**
 * Tries candidates one after the other in a warm worker, and in a new one after each that hangs or kills it.
 * The first thing a worker does is to repeat the original, whose verdicts have to be the known ones.
 */
export async function* loop(
  runner: Runner,
  driver: RepeatDriver,
  switches: readonly Switch[],
  plan: TrialPlan,
): AsyncGenerator<LoopOutcome> {
  let worker: RepeatWorker | undefined;
  let touched = new Set<unknown>();
  try {
    for (const { trial, request } of switches) {
      if (plan.signal?.aborted === true) return;
      if (worker === undefined) {
        worker = startWorker(runner, driver, plan);
        const opened = await open(worker, plan);
        if ('why' in opened) {
          yield { kind: 'unusable', ...opened };
          return;
        }
        touched = opened.touched;
      }
      const began = performance.now();
      const outcome = await tryOne(worker, trial, request, plan);
      // Its function ran while modules loaded, before it could be switched: what it breaks here may be right there.
      if (touched.has(request.c) && !(outcome.kind === 'result' && outcome.result.plausible)) {
        if (outcome.kind === 'silent') {
          await worker.close();
          worker = undefined;
        }
        yield { kind: 'not-switchable', trial };
        continue;
      }
      if (outcome.kind === 'silent') {
        await worker.close();
        worker = undefined;
        yield { kind: 'result', result: silentResult(trial, plan, outcome.silent, performance.now() - began) };
      } else {
        yield outcome;
      }
    }
  } finally {
    await worker?.close();
  }
}

function startWorker(runner: Runner, { launch }: RepeatDriver, plan: TrialPlan): RepeatWorker {
  const tests = [...plan.failing, ...plan.guards];
  const task = { root: runner.root, files: plan.testFiles, tests, timeoutMs: plan.testTimeoutMs };
  return new RepeatWorker(runner, launch, task, plan.signal);
}

type Opened = { touched: Set<unknown> } | { why: 'unloadable' | 'disagrees'; reason: string };

async function open(worker: RepeatWorker, plan: TrialPlan): Promise<Opened> {
  const loaded = await worker.receive(['ready', 'unloadable'], loadTimeoutMs);
  if ('silent' in loaded)
    return { why: 'unloadable', reason: `the tests could not be loaded: ${worker.tail.slice(-500)}` };
  const ready = loaded.message;
  if (ready.type === 'unloadable') return { why: 'unloadable', reason: String(ready.message) };
  worker.send({ id: '', c: 0, tests: [...plan.failing, ...plan.guards] });
  const count = plan.failing.length + plan.guards.length;
  const answer = await worker.receive(['trial'], plan.testTimeoutMs * count + plan.trialTimeoutMs);
  if ('silent' in answer) return { why: 'disagrees', reason: `repeating the tests ${answer.silent}` };
  const verdicts = readVerdicts(answer.message);
  const wrong =
    plan.failing.find((id) => !verdicts.has(id) || isGood(verdicts.get(id))) ??
    plan.guards.find((id) => !isGood(verdicts.get(id)));
  const broken: unknown = answer.message.errors;
  if (wrong !== undefined && !verdicts.has(wrong) && typeof broken === 'object' && broken !== null && '' in broken) {
    return { why: 'unloadable', reason: `the tests could not be loaded: ${JSON.stringify(broken['']).slice(0, 500)}` };
  }
  if (wrong !== undefined) {
    return {
      why: 'disagrees',
      reason: `repeated, ${wrong} is ${verdicts.get(wrong) ?? 'missing'}: not as in the test run`,
    };
  }
  return { touched: new Set(Array.isArray(ready.touched) ? ready.touched : []) };
}

type One = LoopOutcome | { readonly kind: 'silent'; readonly silent: 'timed-out' | 'died' };

async function tryOne(worker: RepeatWorker, trial: Trial, request: Message, plan: TrialPlan): Promise<One> {
  const answers: Message[] = [];
  // Guards cost time that most candidates, which turn nothing green, need not be given.
  for (const [tests, stopEarly] of [
    [plan.failing, false],
    [plan.guards, true],
  ] as const) {
    if (tests.length === 0) continue;
    worker.send({ ...request, id: trial.id, tests, stopEarly });
    const answer = await worker.receive(['trial'], plan.trialTimeoutMs);
    if ('silent' in answer) return { kind: 'silent', silent: answer.silent };
    if (answer.message.notSwitchable === true) return { kind: 'not-switchable', trial };
    answers.push(answer.message);
    const verdicts = readVerdicts(answer.message);
    if (!tests.every((id) => isGood(verdicts.get(id)))) break;
  }
  return { kind: 'result', result: resultOf(trial, answers, plan) };
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

const statuses = new Set<unknown>(['passed', 'failed', 'skipped', 'error', 'timed-out'] satisfies TestStatus[]);

function readVerdicts({ verdicts }: Message): Map<string, TestStatus> {
  if (typeof verdicts !== 'object' || verdicts === null) return new Map();
  return new Map(Object.entries(verdicts).filter((entry): entry is [string, TestStatus] => statuses.has(entry[1])));
}

function isGood(status: TestStatus | undefined): boolean {
  return status === 'passed' || status === 'skipped';
}
