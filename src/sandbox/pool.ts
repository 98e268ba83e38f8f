import { readFileSync } from 'node:fs';
import { availableParallelism, freemem, loadavg } from 'node:os';
import type { Sandbox, SandboxProvider, SandboxSpec } from './types.ts';

export interface PoolOptions {
  /** Most at once. Default: the CPUs. */
  readonly size?: number;
  /** Bytes that must be free before one more than the first starts. Default 512 MiB. */
  readonly memoryEach?: number;
  readonly machine?: Machine;
}

/** What the pool looks at before it starts one more. */
export interface Machine {
  readonly cpus: number;
  /** Processes that wanted to run in the last minute, on average. */
  load(): number;
  /** Bytes. */
  freeMemory(): number;
}

export interface Pool {
  /**
   * Hands `work` a fresh sandbox as soon as there is room, first come, first served, and destroys it afterwards,
   * whatever happened. An aborted signal ends the wait, and the sandbox that runs.
   */
  use<T>(spec: SandboxSpec, work: (sandbox: Sandbox) => Promise<T>): Promise<T>;
  readonly running: number;
  readonly waiting: number;
}

/** One always runs, so that a busy machine slows work down but never stops it. */
export function createPool(provider: SandboxProvider, options: PoolOptions = {}): Pool {
  const machine = options.machine ?? thisMachine;
  const size = Math.max(1, options.size ?? machine.cpus);
  const memoryEach = options.memoryEach ?? 512 * 2 ** 20;
  const queue: (() => void)[] = [];
  let running = 0;
  let timer: NodeJS.Timeout | undefined;

  const room = (): boolean => {
    if (running === 0) return true;
    if (running >= size) return false;
    // The load of our own sandboxes is wanted; only what goes beyond counts as others' work.
    return machine.freeMemory() >= memoryEach && machine.load() - running < 2 * machine.cpus;
  };
  const serve = (): void => {
    clearTimeout(timer);
    while (queue.length > 0 && room()) {
      running++;
      queue.shift()?.();
    }
    // Memory and load change without telling.
    if (queue.length > 0 && running < size) timer = setTimeout(serve, 200);
  };
  const turn = (signal: AbortSignal | undefined): Promise<void> =>
    new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const start = (): void => {
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      const leave = (): void => {
        queue.splice(queue.indexOf(start), 1);
        reject(signal?.reason);
        serve();
      };
      signal?.addEventListener('abort', leave, { once: true });
      queue.push(start);
      serve();
    });

  return {
    async use(spec, work) {
      await turn(spec.signal);
      try {
        const sandbox = await provider.create(spec);
        const abort = (): void => void sandbox.destroy();
        spec.signal?.addEventListener('abort', abort, { once: true });
        try {
          return await work(sandbox);
        } finally {
          spec.signal?.removeEventListener('abort', abort);
          await sandbox.destroy();
        }
      } finally {
        running--;
        serve();
      }
    },
    get running() {
      return running;
    },
    get waiting() {
      return queue.length;
    },
  };
}

const thisMachine: Machine = {
  cpus: availableParallelism(),
  load: () => loadavg()[0] ?? 0,
  freeMemory,
};

/** `freemem` of older Node counts the page cache as used. */
function freeMemory(): number {
  try {
    const kibibytes = /^MemAvailable:\s+(\d+)/m.exec(readFileSync('/proc/meminfo', 'utf8'))?.[1];
    if (kibibytes !== undefined) return Number(kibibytes) * 1024;
  } catch {
    // Not Linux.
  }
  return freemem();
}
