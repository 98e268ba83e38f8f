import { type Build, build } from '../build.ts';
import type { Runner } from '../types.ts';
import type { RepeatDriver } from './drivers.ts';
import { repeatAll, repeatInCopies } from './first-run.ts';
import { chooseProbes } from './probes.ts';
import type { TrialPlan } from './trial.ts';
import { isGood } from './verdicts.ts';
import { RepeatWorker } from './worker.ts';

/** Loading the tests of a large project takes a while; a worker that needs longer is given up. */
const loadTimeoutMs = 60_000;

/** A worker that has shown that it sees what the test run saw. */
export interface Opened {
  readonly worker: RepeatWorker;
  /** Numbers of variants whose function ran while modules were loaded. */
  readonly touched: ReadonlySet<unknown>;
  /** Tests to turn green that fail here as well; what the others would say means nothing. */
  readonly failing: readonly string[];
  /** Some of the tests to turn green: a candidate that none of them passes with is asked nothing more. */
  readonly probes: readonly string[];
  /** Milliseconds of all of them without any change. */
  readonly usualMs: number;
  /** Tests that pass here as well; one that turns out to bear no repeating is taken out. */
  readonly guards: Set<string>;
}

export type NotOpened = { readonly why: 'unloadable' | 'disagrees'; readonly reason: string };

/** The worker in use, and one that gets ready while the other may have hung, so that a hang costs no start. */
export class Shift {
  readonly #start: () => RepeatWorker;
  readonly #build: () => Promise<Build>;
  readonly #plan: TrialPlan;
  /** Trials run in copies of the worker: one that hangs or dies costs no start, and what it leaves behind is gone. */
  readonly forks: boolean;
  #current: Promise<Opened | NotOpened> | undefined;
  #spare: Promise<Opened | NotOpened> | undefined;
  readonly #workers = new Set<RepeatWorker>();

  constructor(runner: Runner, driver: RepeatDriver, plan: TrialPlan) {
    this.forks = driver.switching === 'texts';
    const tests = [...plan.failing, ...plan.guards];
    const task = { root: runner.root, files: plan.testFiles, tests, timeoutMs: plan.testTimeoutMs };
    this.#start = () => new RepeatWorker(runner, driver.launch, task, plan.signal);
    const aborting = plan.signal === undefined ? {} : { signal: plan.signal };
    this.#build = () => build(runner, driver.command, { timeoutMs: loadTimeoutMs, ...aborting });
    this.#plan = plan;
  }

  current(): Promise<Opened | NotOpened> {
    this.#current ??= this.#spare ?? this.#open();
    if (this.#current === this.#spare) this.#spare = undefined;
    return this.#current;
  }

  prepareSpare(): void {
    this.#spare ??= this.#open();
  }

  /** Ends the worker in use; the next `current` is another. */
  async drop(): Promise<void> {
    const opened = await this.#current;
    this.#current = undefined;
    if (opened !== undefined && 'worker' in opened) await this.#end(opened.worker);
  }

  async close(): Promise<void> {
    await Promise.all([...this.#workers].map((worker) => this.#end(worker)));
  }

  async #end(worker: RepeatWorker): Promise<void> {
    this.#workers.delete(worker);
    await worker.close();
  }

  /** Repeats the original: tests whose verdict is not the known one are left aside. */
  async #open(): Promise<Opened | NotOpened> {
    const built = await this.#build();
    if (built.exitCode !== 0) {
      return { why: 'unloadable', reason: `what runs before the tests failed: ${built.tail.slice(-500)}` };
    }
    const worker = this.#start();
    this.#workers.add(worker);
    const opened = await firstRun(worker, this.#plan, this.forks);
    if ('why' in opened) await this.#end(worker);
    return opened;
  }
}

async function firstRun(worker: RepeatWorker, plan: TrialPlan, forks: boolean): Promise<Opened | NotOpened> {
  const loaded = await worker.receive(['ready', 'unloadable'], loadTimeoutMs);
  if ('silent' in loaded) {
    return {
      why: 'unloadable',
      reason: `the tests could not be loaded (${loaded.silent}): ${worker.tail.slice(-500)}`,
    };
  }
  const ready = loaded.message;
  if (ready.type === 'unloadable') return { why: 'unloadable', reason: String(ready.message) };
  const began = performance.now();
  const answer = await (forks ? repeatInCopies(worker, plan) : repeatAll(worker, plan));
  if ('silent' in answer) return { why: 'disagrees', reason: `repeating the tests ${answer.silent}` };
  const usualMs = performance.now() - began;
  const { verdicts } = answer;
  const failing = plan.failing.filter((id) => verdicts.has(id) && !isGood(verdicts.get(id)));
  // Suites of hundreds of tests have some that keep state or depend on their neighbours; the others still tell.
  const guards = plan.guards.filter((id) => isGood(verdicts.get(id)));
  // A file of guards that cannot be evaluated twice is left out with its guards.
  const missing = plan.failing.some((id) => !verdicts.has(id));
  const broken = answer.errors[''];
  if (missing && broken !== undefined) {
    return { why: 'unloadable', reason: `the tests could not be loaded: ${JSON.stringify(broken).slice(0, 500)}` };
  }
  const [first = ''] = plan.failing;
  if (failing.length === 0 && plan.failing.length > 0) {
    return {
      why: 'disagrees',
      reason: `repeated, ${first} is ${verdicts.get(first) ?? 'missing'}: not as in the test run`,
    };
  }
  return {
    worker,
    touched: new Set(Array.isArray(ready.touched) ? ready.touched : []),
    failing,
    probes: chooseProbes(failing, answer.errors),
    usualMs,
    guards: new Set(guards),
  };
}
