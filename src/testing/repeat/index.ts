import { languageOf } from '../../code/index.ts';
import { put } from '../build.ts';
import { buildSchemata } from '../schemata/index.ts';
import type { Runner, TestCommand } from '../types.ts';
import { type RepeatDriver, repeatDriver } from './drivers.ts';
import { tryFresh } from './fresh.ts';
import { loop, type Switch } from './loop.ts';
import { Shift } from './shift.ts';
import { type Trial, type TrialPlan, type TrialResult, variantTexts } from './trial.ts';
import { type WarmPlan, WarmTests } from './warm.ts';

export type { Trial, TrialPlan, TrialResult } from './trial.ts';
export { type WarmPlan, WarmTests } from './warm.ts';

/** Variants of one batch stand in one file: more of them make it slow to compile. */
const batchSize = 300;

/**
 * Tries candidates one after the other: in a warm process where the framework and the candidate allow it, else each in
 * a fresh one. Results come in about the order of the trials, those that need a fresh process after their batch. The
 * runner's files are the originals again when the generator ends.
 *
 * A plausible result of the loop is no proof: confirm it with `runTests` and `agree`.
 */
export async function* tryCandidates(
  runner: Runner,
  command: TestCommand,
  trials: Iterable<Trial>,
  plan: WarmPlan,
): AsyncGenerator<TrialResult> {
  const warm = plan.warm ?? new WarmTests();
  try {
    yield* tryWith(runner, command, trials, { ...plan, warm });
  } finally {
    if (plan.warm === undefined) await warm.close();
  }
}

/** Begins to load the tests of later calls with the same plan, where they are loaded once for all candidates. */
export function prepareTrials(runner: Runner, command: TestCommand, plan: WarmPlan): void {
  const driver = repeatDriver(command, runner, plan.testFiles);
  if (driver?.switching !== 'texts') return;
  // What goes wrong is seen when they are wanted.
  void plan.warm
    ?.shift(() => new Shift(runner, driver, plan))
    .current()
    .catch(() => {});
}

type KeptPlan = TrialPlan & { readonly warm: WarmTests };

async function* tryWith(
  runner: Runner,
  command: TestCommand,
  trials: Iterable<Trial>,
  plan: KeptPlan,
): AsyncGenerator<TrialResult> {
  let driver = repeatDriver(command, runner, plan.testFiles);
  if (driver === undefined) plan.onFallback?.(`tests of ${command.framework} cannot be repeated in one process`);
  for (const batch of batches(trials, batchSize)) {
    let slow: readonly Trial[] = batch;
    if (driver !== undefined) {
      const left: Trial[] = [];
      const lost = yield* tryBatch(runner, driver, batch, plan, left);
      if (lost !== undefined) {
        driver = undefined;
        plan.onFallback?.(lost);
      }
      slow = driver !== undefined && plan.warmOnly === true ? [] : left;
    }
    for (const trial of slow) {
      if (plan.signal?.aborted === true) return;
      yield await tryFresh(runner, command, trial, plan);
    }
  }
}

function* batches<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let batch: T[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/**
 * Yields what the loop finds and puts what it cannot switch into `left`. Returns why the driver is of no use, or
 * undefined. A batch that does not load is halved until the candidate that is at fault stands alone.
 */
async function* tryBatch(
  runner: Runner,
  driver: RepeatDriver,
  batch: readonly Trial[],
  plan: KeptPlan,
  left: Trial[],
): AsyncGenerator<TrialResult, string | undefined> {
  const prepared = await prepare(runner, driver, batch, plan);
  left.push(...prepared.left);
  for (const { id } of prepared.invalid) yield invalidResult(id, plan);
  if (prepared.switches.length === 0) return undefined;
  let done = 0;
  const start = (): Shift => new Shift(runner, driver, plan);
  // Where the files hold the variants, each batch loads other files.
  const shift = driver.switching === 'texts' ? plan.warm.shift(start) : start();
  try {
    for await (const outcome of loop(shift, prepared.switches, plan)) {
      if (outcome.kind === 'unusable') {
        const rest = prepared.switches.slice(done).map(({ trial }) => trial);
        if (outcome.why === 'unloadable' && driver.switching === 'schemata' && done === 0) {
          await shift.close();
          await restore(runner, driver, prepared.written, plan);
          return yield* halves(runner, driver, rest, plan, left, outcome.reason);
        }
        left.push(...rest);
        return outcome.reason;
      }
      done += 1;
      if (outcome.kind === 'result') yield outcome.result;
      else left.push(outcome.trial);
    }
  } finally {
    if (driver.switching === 'schemata') await shift.close();
    await restore(runner, driver, prepared.written, plan);
  }
  return undefined;
}

async function* halves(
  runner: Runner,
  driver: RepeatDriver,
  trials: readonly Trial[],
  plan: KeptPlan,
  left: Trial[],
  reason: string,
): AsyncGenerator<TrialResult, string | undefined> {
  if (trials.length === 1) {
    // Alone it may load in a fresh process, or say there why not.
    left.push(...trials);
    return undefined;
  }
  if (!(await originalLoads(runner, driver, plan))) {
    left.push(...trials);
    return reason;
  }
  const middle = Math.ceil(trials.length / 2);
  const lost = yield* tryBatch(runner, driver, trials.slice(0, middle), plan, left);
  if (lost === undefined) return yield* tryBatch(runner, driver, trials.slice(middle), plan, left);
  left.push(...trials.slice(middle));
  return lost;
}

async function originalLoads(runner: Runner, driver: RepeatDriver, plan: TrialPlan): Promise<boolean> {
  const nothing = { trial: { id: '', edits: {} }, request: { c: 0 } };
  const shift = new Shift(runner, driver, plan);
  try {
    for await (const { kind } of loop(shift, [nothing], plan)) return kind === 'result';
    return false;
  } finally {
    await shift.close();
  }
}

interface Prepared {
  readonly switches: readonly Switch[];
  readonly left: readonly Trial[];
  readonly invalid: readonly Trial[];
  readonly written: readonly string[];
}

async function prepare(
  runner: Runner,
  driver: RepeatDriver,
  batch: readonly Trial[],
  plan: TrialPlan,
): Promise<Prepared> {
  if (driver.switching === 'texts') {
    const switches = batch.map((trial) => ({ trial, request: { files: variantTexts(trial, plan.originals) } }));
    return { switches, left: [], invalid: [], written: [] };
  }
  const notSwitchable = new Set<number>();
  const invalid = new Set<number>();
  const texts: Record<string, string> = {};
  for (const file of new Set(batch.flatMap((trial) => Object.keys(trial.edits)))) {
    const variants = batch.flatMap((trial, at) => {
      const edits = trial.edits[file];
      return edits === undefined ? [] : [{ number: at + 1, edits }];
    });
    const language = languageOf(file);
    if (language === undefined || language === 'python') {
      for (const { number } of variants) notSwitchable.add(number);
      continue;
    }
    const schemata = await buildSchemata(language, plan.originals[file] ?? '', variants);
    for (const number of schemata.notSwitchable) notSwitchable.add(number);
    for (const number of schemata.invalid) invalid.add(number);
    texts[file] = schemata.text;
  }
  await put(runner, driver.command, texts);
  const kindOf = (at: number): 'invalid' | 'left' | 'switch' =>
    invalid.has(at + 1) ? 'invalid' : notSwitchable.has(at + 1) ? 'left' : 'switch';
  return {
    switches: batch.flatMap((trial, at) => (kindOf(at) === 'switch' ? [{ trial, request: { c: at + 1 } }] : [])),
    left: batch.filter((_, at) => kindOf(at) === 'left'),
    invalid: batch.filter((_, at) => kindOf(at) === 'invalid'),
    written: Object.keys(texts),
  };
}

function invalidResult(id: string, { failing }: TrialPlan): TrialResult {
  return {
    id,
    how: 'loop',
    verdicts: new Map(failing.map((test) => [test, 'error' as const])),
    errorClass: 'SyntaxError',
    message: 'the candidate is no valid syntax',
    plausible: false,
    ms: 0,
  };
}

async function restore(
  runner: Runner,
  { command }: RepeatDriver,
  files: readonly string[],
  { originals }: TrialPlan,
): Promise<void> {
  await put(runner, command, Object.fromEntries(files.map((file) => [file, originals[file] ?? ''])));
}
