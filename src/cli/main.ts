import { CommanderError } from 'commander';
import { CannotRunError, messageOf, UsageError } from '../base/errors.ts';
import { printable } from '../render/terminal-text.ts';
import { startFolder } from './context.ts';
import { exitStatus } from './exit-status.ts';
import { createProgram } from './program.ts';

/**
 * Runs one `hone` command.
 *
 * @param argv what follows `hone` on the command line
 * @returns the exit status
 */
export async function main(argv: readonly string[]): Promise<number> {
  const { stdin, stdout, stderr, env } = process;
  const interruption = new AbortController();
  let outputError: Error | undefined;
  // A reader that went away (`hone metrics | head -1`) is no reason to stop: what is to be recorded still is.
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') outputError = error;
    });
  }
  for (const [signal, number] of [
    ['SIGINT', 2],
    ['SIGTERM', 15],
  ] as const) {
    process.once(signal, () => {
      interruption.abort();
      stderr.write('\nhone: interrupted\n');
      process.exit(128 + number);
    });
  }

  try {
    let status: number = exitStatus.done;
    const cwd = startFolder(env, process.cwd());
    const surroundings = { stdin, stdout, stderr, env, cwd, interruption: interruption.signal };
    const program = createProgram(surroundings, (result) => {
      status = result;
    });
    await program.parseAsync([...argv], { from: 'user' });
    await flushed(stdout);
    if (outputError)
      throw new CannotRunError(`the result could not be written to standard output: ${outputError.message}`);
    return status;
  } catch (thrown) {
    const { status, message } = explain(thrown);
    if (message !== undefined) stderr.write(`hone: ${message}\n`);
    return status;
  }
}

function flushed(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => stream.write('', () => resolve()));
}

function explain(thrown: unknown): { status: number; message?: string } {
  if (thrown instanceof CommanderError) {
    if (thrown.exitCode === 0) return { status: exitStatus.done };
    // Help was shown because no command was named; it says all there is to say.
    if (thrown.code === 'commander.help') return { status: exitStatus.wrongUse };
    const message = printable(thrown.message.replace(/^error: /, '')).replace(/\.$/, '');
    return { status: exitStatus.wrongUse, message: `${message}; see hone --help` };
  }
  if (thrown instanceof UsageError) return { status: exitStatus.wrongUse, message: thrown.message };
  if (thrown instanceof CannotRunError) return { status: exitStatus.cannotRun, message: thrown.message };
  const stack = thrown instanceof Error ? (thrown.stack ?? thrown.message) : messageOf(thrown);
  return { status: exitStatus.cannotRun, message: `this is a defect of hone, please report it\n${stack}` };
}
