import { execFile } from 'node:child_process';

export interface CommandResult {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs one of Hone's own helpers (never the tenant's code) for at most ten seconds. Never rejects. */
export function runCommand(file: string, args: readonly string[], cwd = '/'): Promise<CommandResult> {
  return new Promise((resolve) => {
    execFile(file, args, { cwd, timeout: 10_000, killSignal: 'SIGKILL' }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 127;
      resolve({ status: code, stdout, stderr: stderr || (error?.message ?? '') });
    });
  });
}
