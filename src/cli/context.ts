import { type Clock, systemClock } from '../base/clock.ts';
import type { Log } from '../base/log.ts';
import { type Style, styleFor } from '../render/style.ts';
import { terminalLog } from './log.ts';

/** Options that every command has. */
export interface CommonOptions {
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  /** False with `--no-color`. */
  readonly color?: boolean;
}

/** What the process gives a command; tests give their own. */
export interface Surroundings {
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly env: NodeJS.ProcessEnv;
  /** Folder that relative paths start from. */
  readonly cwd: string;
  readonly stdin: NodeJS.ReadableStream;
  /** Aborts when a signal ends the process; listeners may do what takes no time. */
  readonly interruption: AbortSignal;
}

export type OutputStream = NodeJS.WritableStream & {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
};

/** What a command works with: it answers through `answer`, and speaks through `log`. */
export interface Context {
  readonly log: Log;
  readonly clock: Clock;
  readonly surroundings: Surroundings;
  readonly interruption: AbortSignal;
  /** Writes the command's one answer to stdout: the value as JSON with `--json`, else the lines of the report. */
  answer(value: unknown, report: (style: Style) => readonly string[]): void;
}

export function createContext(options: CommonOptions, surroundings: Surroundings): Context {
  const { stdout, stderr, env, interruption } = surroundings;
  const noColor = options.color === false;
  return {
    log: terminalLog({
      stream: stderr,
      style: styleFor(stderr, env, noColor),
      quiet: options.quiet ?? false,
      verbose: options.verbose ?? false,
    }),
    clock: systemClock,
    surroundings,
    interruption,
    answer(value, report) {
      if (options.json) {
        stdout.write(`${JSON.stringify(value, unknownAsNull, 2)}\n`);
      } else {
        stdout.write(`${report(styleFor(stdout, env, noColor)).join('\n')}\n`);
      }
    },
  };
}

/** What is not known is null in every answer, never a field that is missing. */
function unknownAsNull(_key: string, value: unknown): unknown {
  return value === undefined ? null : value;
}
