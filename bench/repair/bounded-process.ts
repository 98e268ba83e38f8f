import { spawn } from 'node:child_process';

export interface BoundedRun {
  /** Undefined when a signal ended it. */
  readonly exitCode: number | undefined;
  /** Killed, with all that it started, at its time limit. */
  readonly timedOut: boolean;
  readonly stdout: string;
  readonly stderr: string;
  readonly durationMs: number;
}

export interface BoundedOptions {
  readonly cwd: string;
  readonly timeoutMs: number;
  readonly env?: NodeJS.ProcessEnv;
  readonly input?: string;
}

/** Bytes of each stream that are kept. */
const kept = 64 * 2 ** 20;

/** Runs a program in a process group of its own and kills the whole group at the time limit. Never rejects. */
export async function runBounded(argv: readonly string[], options: BoundedOptions): Promise<BoundedRun> {
  const start = performance.now();
  return new Promise((resolve) => {
    const child = spawn(argv[0] ?? '', argv.slice(1), {
      cwd: options.cwd,
      env: options.env ?? plainEnv(),
      detached: true,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const chunks: Record<'stdout' | 'stderr', Buffer[]> = { stdout: [], stderr: [] };
    const size = { stdout: 0, stderr: 0 };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].on('data', (chunk: Buffer) => {
        size[name] += chunk.length;
        if (size[name] <= kept) chunks[name].push(chunk);
      });
    }
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      killGroup(child.pid);
    }, options.timeoutMs);
    const end = (exitCode: number | undefined, message = ''): void => {
      clearTimeout(timer);
      killGroup(child.pid);
      const text = (name: 'stdout' | 'stderr'): string => Buffer.concat(chunks[name]).toString('utf8');
      const durationMs = performance.now() - start;
      resolve({ exitCode, timedOut, stdout: text('stdout'), stderr: text('stderr') + message, durationMs });
    };
    child.on('error', (error) => end(undefined, error.message));
    child.on('close', (code) => end(code ?? undefined));
    child.stdin.on('error', () => {});
    child.stdin.end(options.input ?? '');
  });
}

/** The environment without what belongs to whoever started the bench. */
export function plainEnv(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env;
  return {
    PATH,
    HOME,
    TMPDIR,
    LANG: 'C.UTF-8',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    PYTHONDONTWRITEBYTECODE: '1',
  };
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // All of it has ended by itself.
  }
}
