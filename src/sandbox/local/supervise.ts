import type { ChildProcess } from 'node:child_process';
import { constants } from 'node:os';
import type { Limit, Limits, ProcessEnd } from '../types.ts';
import { usageFrom } from './processes.ts';

/** How often memory, processes and disk are looked at, in milliseconds. */
const interval = 100;

export interface Supervised {
  readonly child: ChildProcess;
  readonly limits: Limits;
  /** Ends the whole process tree at once; called as often as needed. */
  readonly killTree: () => void;
  /** Called when the main process has ended, before its output is known to be complete. */
  readonly onExit?: () => void;
  /** Whether the disk of the sandbox is full. */
  readonly diskFull?: () => boolean;
  readonly signal?: AbortSignal | undefined;
}

export interface Supervision {
  readonly ended: Promise<ProcessEnd>;
  cancel(): void;
  /** Counts output against the limit. */
  printed(bytes: number): void;
}

/** Holds a process to its limits and resolves when it has ended and its output is read. */
export function supervise({ child, limits, killTree, onExit, diskFull, signal }: Supervised): Supervision {
  const start = performance.now();
  let limit: Limit | undefined;
  let cancelled = false;
  let printed = 0;
  let over = false;

  const stop = (reason: Limit | undefined): void => {
    if (over) return;
    if (reason === undefined) cancelled = true;
    else limit ??= reason;
    killTree();
  };
  const cancel = (): void => stop(undefined);
  const timer = Number.isFinite(limits.time) ? setTimeout(() => stop('time'), limits.time) : undefined;
  const look = setInterval(() => {
    if (limit !== 'disk' && diskFull?.()) limit ??= 'disk';
    if (process.platform !== 'linux' || child.pid === undefined) return;
    const usage = usageFrom(child.pid);
    if (usage.memory > limits.memory) stop('memory');
    else if (usage.threads > limits.processes) stop('processes');
  }, interval);
  if (signal?.aborted) queueMicrotask(cancel);
  signal?.addEventListener('abort', cancel, { once: true });

  const ended = new Promise<ProcessEnd>((resolve) => {
    let failed = false;
    let lingering: NodeJS.Timeout | undefined;
    const finish = (code: number | null, ending: NodeJS.Signals | null): void => {
      if (over) return;
      over = true;
      clearTimeout(timer);
      clearTimeout(lingering);
      clearInterval(look);
      signal?.removeEventListener('abort', cancel);
      if (limit === undefined && diskFull?.()) limit = 'disk';
      const exitCode = code ?? (ending === null ? 127 : 128 + constants.signals[ending]);
      resolve({
        exitCode,
        signal: ending ?? signalOf(exitCode),
        limit,
        timedOut: limit === 'time',
        cancelled,
        durationMs: performance.now() - start,
      });
    };
    child.once('error', () => {
      failed = true;
      if (child.pid === undefined) finish(127, null);
    });
    child.once('exit', (code, ending) => {
      onExit?.();
      // A process that left its group may hold the pipes open for ever; what it prints now is not waited for.
      lingering = setTimeout(() => {
        child.stdout?.destroy();
        child.stderr?.destroy();
        finish(code, ending);
      }, 500);
    });
    child.once('close', (code, ending) => {
      if (!failed || child.pid !== undefined) finish(code, ending);
    });
  });

  return {
    ended,
    cancel,
    printed: (bytes) => {
      printed += bytes;
      if (printed > limits.output) stop('output');
    },
  };
}

const signalNames = new Map(Object.entries(constants.signals).map(([name, n]) => [n, name as NodeJS.Signals]));

function signalOf(exitCode: number): NodeJS.Signals | undefined {
  return exitCode > 128 ? signalNames.get(exitCode - 128) : undefined;
}
