import { execFile } from 'node:child_process';

export interface CommandResult {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs one of Hone's own helpers, never the tenant's code. Never rejects.
 *
 * @param timeout milliseconds; work on whole trees needs more than a question to a tool
 */
export function runCommand(
  file: string,
  args: readonly string[],
  { cwd = '/', timeout = 600_000 }: { cwd?: string; timeout?: number } = {},
): Promise<CommandResult> {
  return new Promise((resolve) => {
    execFile(file, args, { cwd, timeout, killSignal: 'SIGKILL' }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 127;
      resolve({ status: code, stdout, stderr: stderr || (error?.message ?? '') });
    });
  });
}
