import { Worker } from 'node:worker_threads';
import type { Clock } from '../base/clock.ts';
import { messageOf } from '../base/errors.ts';
import type { AnalystInput, AnalystResult } from './analyst.ts';
import type { AnalystName, AnalystOutcome } from './report.ts';

export interface Limits {
  /** Milliseconds from the moment the analyst has its input. */
  readonly timeoutMs: number;
  /** Heap of the analyst's thread in MB (JavaScript objects; not WASM memory). */
  readonly memoryMb: number;
}

export const defaultLimits: Limits = { timeoutMs: 30_000, memoryMb: 1024 };

export interface IsolatedRun {
  readonly outcome: AnalystOutcome;
  readonly result?: AnalystResult;
}

/** What an analyst's thread answers. */
export type Answer = { readonly result: AnalystResult } | { readonly error: string };

/** The module whose `analyst()` serves one analyst in a worker: the bundle, or main.ts when running from source. */
export function mainModule(): URL {
  const fromSource = import.meta.url.endsWith('.ts');
  const name = fromSource ? '../main.ts' : './index.js';
  return new URL(name, import.meta.url);
}

// eval: a worker file of its own would not be part of the one bundle.
const bootstrap = "import(require('node:worker_threads').workerData.door).then((door) => door.analyst())";

/**
 * One analyst in a thread of its own. Deterministic code that loops for ever cannot be timed out by a promise in its
 * own thread; a thread can be terminated.
 */
export class IsolatedAnalyst {
  readonly name: AnalystName;
  readonly #limits: Limits;
  readonly #clock: Clock;
  readonly #worker: Worker;
  readonly #answer: Promise<Answer>;

  /** Starts the thread at once, so that it loads while the caller still reads the change. */
  constructor(name: AnalystName, door: URL, limits: Limits, clock: Clock) {
    this.name = name;
    this.#limits = limits;
    this.#clock = clock;
    this.#worker = new Worker(bootstrap, {
      eval: true,
      workerData: { door: door.href, name },
      // Not the test runner's or debugger's flags, and nothing of its output in ours.
      execArgv: [],
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb },
    });
    this.#worker.stdout.resume();
    this.#worker.stderr.resume();
    this.#answer = new Promise((resolve) => {
      this.#worker.once('message', resolve);
      this.#worker.on('error', (thrown) => resolve({ error: messageOf(thrown) }));
      this.#worker.once('exit', (code) => resolve({ error: `its thread ended without an answer (status ${code})` }));
    });
  }

  /** Never rejects: what goes wrong is the outcome. The thread is gone afterwards. */
  async run(input: AnalystInput, signal?: AbortSignal): Promise<IsolatedRun> {
    const started = this.#clock.now();
    const { promise: stopped, stop } = stopper(this.#limits.timeoutMs, signal);
    this.#worker.postMessage(input);
    const first = await Promise.race([this.#answer, stopped]);
    stop();
    this.close();
    const durationMs = this.#clock.now() - started;
    const { name } = this;
    if (first === 'timeout') {
      const reason = `stopped at its limit of ${this.#limits.timeoutMs / 1000} s`;
      return { outcome: { name, status: 'timed-out', durationMs, reason } };
    }
    if (first === 'aborted') return { outcome: { name, status: 'failed', durationMs, reason: 'cancelled' } };
    if ('error' in first) return { outcome: { name, status: 'failed', durationMs, reason: first.error } };
    return { outcome: { name, status: 'done', durationMs }, result: first.result };
  }

  close(): void {
    void this.#worker.terminate();
  }
}

function stopper(timeoutMs: number, signal?: AbortSignal): { promise: Promise<'timeout' | 'aborted'>; stop(): void } {
  let stop = (): void => {};
  const promise = new Promise<'timeout' | 'aborted'>((resolve) => {
    const timer = setTimeout(() => resolve('timeout'), timeoutMs);
    const abort = (): void => resolve('aborted');
    if (signal?.aborted) abort();
    signal?.addEventListener('abort', abort, { once: true });
    stop = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    };
  });
  return { promise, stop };
}
