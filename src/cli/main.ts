import { CannotRunError, messageOf, UsageError } from '../base/errors.ts';
import { version } from '../base/version.ts';
import { exitStatus } from './exit-status.ts';

/**
 * Runs one `hone` command.
 *
 * @param argv what follows `hone` on the command line
 * @returns the exit status
 */
export async function main(argv: readonly string[]): Promise<number> {
  const { stdin, stdout, stderr, env } = process;
  const interruption = new AbortController();
  let outputError: CannotRunError | undefined;
  // A reader that went away (`hone metrics | head -1`) is no reason to stop: what is to be recorded still is.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') outputError ??= new CannotRunError(`the result could not be written: ${error.message}`);
  });
  stderr.on('error', () => {});
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
    if (argv.length === 1 && argv[0] === '--version') {
      // Asked by scripts and installers, so it loads nothing: the parser below alone takes a quarter of the start.
      stdout.write(`${version}\n`);
    } else {
      const { runProgram } = await import('./program.ts');
      const cwd = startFolder(env, process.cwd());
      status = await runProgram(argv, { stdin, stdout, stderr, env, cwd, interruption: interruption.signal });
    }
    await flushed(stdout);
    if (outputError) throw outputError;
    return status;
  } catch (thrown) {
    // Whoever wrote may have noticed too; why it could not is told once.
    const { status, message } = explain(outputError ?? thrown);
    if (message !== undefined) stderr.write(`hone: ${message}\n`);
    return status;
  }
}

/**
 * The folder that paths on the command line start from. `npm start -- DIR` runs in the package's own folder; npm
 * leaves the folder where the user stands in INIT_CWD.
 */
function startFolder(env: NodeJS.ProcessEnv, cwd: string): string {
  return env.npm_lifecycle_event === 'start' && env.INIT_CWD ? env.INIT_CWD : cwd;
}

function flushed(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => stream.write('', () => resolve()));
}

function explain(thrown: unknown): { status: number; message?: string } {
  if (thrown instanceof UsageError) return { status: exitStatus.wrongUse, message: thrown.message };
  if (thrown instanceof CannotRunError) return { status: exitStatus.cannotRun, message: thrown.message };
  const stack = thrown instanceof Error ? (thrown.stack ?? thrown.message) : messageOf(thrown);
  return { status: exitStatus.cannotRun, message: `this is a defect of hone, please report it\n${stack}` };
}
