import { nodeOptionsFor } from '../arguments.ts';
import { driver, driverFolder } from '../driver-folder.ts';
import { RepeatWorker } from '../repeat/worker.ts';
import type { Replacement } from '../schemata/splice.ts';
import type { Runner, TestCommand } from '../types.ts';
import type { CallInput, Observation } from './observe.ts';
import type { ModuleText } from './targets.ts';
import { reachableText } from './texts.ts';
import { canonicalText, readValue, type Value } from './values.ts';

/** A version of the project: edits of the originals by file; none for the original itself. */
export interface CalledVariant {
  readonly id: string;
  readonly edits: Readonly<Record<string, readonly Replacement[]>>;
}

/** Arguments for one call; `twice`: the function of what the function gives. */
export interface Call extends CallInput {
  readonly twice?: boolean;
}

/**
 * What came of a call. `died`: it ended the process. `unmade`: the arguments could not be made again. `unreached`: there
 * is no such function. `unknown`: not called, because too many calls before did not end.
 */
export type Outcome =
  | { readonly end: 'returns'; readonly value: Value; readonly text: string }
  | { readonly end: 'throws'; readonly text: string }
  | { readonly end: 'timeout' | 'died' | 'unmade' | 'unreached' | 'unknown' | 'unloadable'; readonly text: string };

export interface CallResult {
  readonly id: string;
  /** One for each call, in their order. */
  readonly outcomes: readonly Outcome[];
  /** Why the variant could not be loaded. */
  readonly unloadable: string | undefined;
}

export interface CallOptions {
  readonly observation: Observation;
  /** Of one call, milliseconds. */
  readonly callTimeoutMs: number;
  /** Loading a variant, milliseconds. */
  readonly loadTimeoutMs: number;
  /** On the clock of `performance.now()`; results that are not there by then are left out. */
  readonly deadline: number;
  readonly signal?: AbortSignal;
}

/** After so many calls that did not end, a variant is not called any more. */
const mostTimeouts = 6;
const mostDeaths = 2;

/**
 * Calls the targets of modules in every variant, each variant freshly loaded in a worker inside the sandbox. A call that
 * ends or blocks the worker costs a new worker. Variants that the deadline leaves no time for are left out.
 *
 * @throws Error with a sentence when no worker starts
 */
export async function* callVariants(
  runner: Runner,
  command: TestCommand,
  modules: readonly ModuleText[],
  variants: readonly CalledVariant[],
  calls: readonly Call[],
  options: CallOptions,
): AsyncGenerator<CallResult> {
  const caller = new Caller(runner, command, modules, calls, options);
  try {
    for (const [at, variant] of variants.entries()) {
      const result = await caller.call(variant, at + 1);
      if (result === undefined) return;
      yield result;
    }
  } finally {
    await caller.close();
  }
}

class Caller {
  readonly #runner: Runner;
  readonly #command: TestCommand;
  readonly #modules: readonly ModuleText[];
  readonly #calls: readonly Call[];
  readonly #options: CallOptions;
  #worker: RepeatWorker | undefined;

  constructor(
    runner: Runner,
    command: TestCommand,
    modules: readonly ModuleText[],
    calls: readonly Call[],
    options: CallOptions,
  ) {
    this.#runner = runner;
    this.#command = command;
    this.#modules = modules;
    this.#calls = calls;
    this.#options = options;
  }

  /** Undefined when the time is over. */
  async call(variant: CalledVariant, number: number): Promise<CallResult | undefined> {
    const outcomes: Outcome[] = [];
    const { callTimeoutMs, loadTimeoutMs } = this.#options;
    // A worker reports every 300 ms, and after every call when one of them is known to kill it.
    const patience = callTimeoutMs * 8 + 1500;
    let deaths = 0;
    while (outcomes.length < this.#calls.length || this.#calls.length === 0) {
      if (this.#left() <= 0) return undefined;
      const worker = await this.#open();
      if (worker === undefined) return undefined;
      const timeouts = outcomes.filter(({ end }) => end === 'timeout').length;
      worker.send({ ...this.#request(variant, number), from: outcomes.length, single: deaths > 0, timeouts });
      let waits = patience + loadTimeoutMs;
      for (;;) {
        const answer = await worker.receive(['outcomes', 'unloadable'], Math.min(waits, this.#left()));
        waits = patience;
        if ('silent' in answer) {
          await this.close();
          if (this.#left() <= 0) return undefined;
          // The first time it is not known which call it was: the rest is called again, one at a time.
          if (deaths > 0) outcomes.push(plain(answer.silent === 'died' ? 'died' : 'timeout'));
          deaths += 1;
          break;
        }
        const { message } = answer;
        if (message.type === 'unloadable') {
          const unloadable = String(message.message);
          return { id: variant.id, outcomes: this.#calls.map(() => plain('unloadable')), unloadable };
        }
        for (const raw of Array.isArray(message.outcomes) ? message.outcomes : []) outcomes.push(readOutcome(raw));
        if (message.last === true) return { id: variant.id, outcomes, unloadable: undefined };
      }
      if (deaths > mostDeaths) break;
    }
    while (outcomes.length < this.#calls.length) outcomes.push(plain('unknown'));
    return { id: variant.id, outcomes, unloadable: undefined };
  }

  async close(): Promise<void> {
    await this.#worker?.close();
    this.#worker = undefined;
  }

  #left(): number {
    return this.#options.signal?.aborted === true ? 0 : this.#options.deadline - performance.now();
  }

  get #python(): boolean {
    return this.#modules.some(({ language }) => language === 'python');
  }

  async #open(): Promise<RepeatWorker | undefined> {
    if (this.#worker !== undefined) return this.#worker;
    const { callTimeoutMs, loadTimeoutMs, observation, signal } = this.#options;
    const task = { root: this.#runner.root, files: [], timeoutMs: callTimeoutMs };
    const worker = new RepeatWorker(this.#runner, this.#launch(), task, signal);
    this.#worker = worker;
    worker.send({
      limitMs: callTimeoutMs,
      loadMs: loadTimeoutMs,
      mostTimeouts,
      path: observation.path,
      inputs: this.#calls.map((one) => ({ ...one, self: one.self ?? null })),
    });
    const ready = await worker.receive(['ready'], this.#left());
    if (!('silent' in ready)) return worker;
    const { tail } = worker;
    await this.close();
    if (ready.silent === 'timed-out') return undefined;
    throw new Error(`functions cannot be called here: ${tail.slice(-300) || 'the process that calls them ended'}`);
  }

  #launch(): { argv: readonly string[]; env: Readonly<Record<string, string>>; cwd: string } {
    const { argv, env, cwd, framework } = this.#command;
    const { program } = this.#options.observation;
    if (this.#python) {
      return {
        argv: [program ?? 'python3', driver('hone_calls_worker.py')],
        env: {
          ...env,
          PYTHONPATH: [driverFolder(), env.PYTHONPATH].filter(Boolean).join(':'),
          PYTHONDONTWRITEBYTECODE: '1',
          PYTHONHASHSEED: '0',
        },
        cwd,
      };
    }
    const options = framework === 'node' ? nodeOptionsFor(argv) : [];
    return { argv: [program ?? 'node', '--no-warnings', ...options, driver('calls-worker.mjs')], env, cwd };
  }

  #request(variant: CalledVariant, number: number): Record<string, unknown> {
    const { observation } = this.#options;
    const files = this.#modules.map((module) => ({
      file: module.file,
      text: reachableText(module, variant.edits[module.file] ?? []),
      esm: module.esm,
      module: moduleName(module, observation, this.#command.cwd),
    }));
    const targets = this.#modules.flatMap((module) =>
      module.targets.map(({ number: target, file, name, kind, receiver }) => {
        return { number: target, file, name, kind, receiver };
      }),
    );
    return { number, files, targets };
  }
}

/** As the tests imported it; else as its path reads from the folder of the command. */
function moduleName({ file, targets }: ModuleText, { modules }: Observation, cwd: string): string {
  for (const { number } of targets) {
    const seen = modules.get(number);
    if (seen !== undefined && seen !== '__main__') return seen;
  }
  const inside = cwd !== '.' && file.startsWith(`${cwd}/`) ? file.slice(cwd.length + 1) : file;
  return inside
    .replace(/(?:\/__init__)?\.py$/, '')
    .replace(/^src\//, '')
    .replaceAll('/', '.');
}

function plain(end: Exclude<Outcome['end'], 'returns' | 'throws'>): Outcome {
  return { end, text: end };
}

const plainEnds = new Set<unknown>(['timeout', 'unmade', 'unreached', 'unknown']);

function readOutcome(raw: unknown): Outcome {
  const fields: Record<string, unknown> = typeof raw === 'object' && raw !== null ? { ...raw } : {};
  if (fields.end === 'throws') return { end: 'throws', text: `throws ${String(fields.error)}` };
  if (fields.end === 'returns') {
    const value = readValue(fields.value);
    const after = Array.isArray(fields.after) ? fields.after.map((one) => canonicalText(readValue(one))) : undefined;
    const printed = typeof fields.printed === 'string' ? ` printed ${JSON.stringify(fields.printed)}` : '';
    const mutated = after === undefined ? '' : ` leaves ${after.join()}`;
    return { end: 'returns', value, text: canonicalText(value) + mutated + printed };
  }
  const end = plainEnds.has(fields.end) ? (fields.end as 'timeout' | 'unmade' | 'unreached' | 'unknown') : 'unknown';
  return plain(end);
}
