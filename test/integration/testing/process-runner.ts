import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Owner } from '../../../src/sandbox/local/owner.ts';
import type { ProcessEnd, RunOptions, RunResult, SandboxProcess, SpawnOptions } from '../../../src/sandbox/types.ts';
import type { Runner } from '../../../src/testing/index.ts';

/** Kills what runs when the process of these tests is killed. */
let owner: Owner | undefined;

/** A project in a temporary folder whose commands run as plain processes, without isolation. */
export interface Project extends Runner {
  remove(): void;
}

export function project(files: Record<string, string>): Project {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'hone-testing-')));
  const put = (path: string, text: string | Buffer | null): void => {
    const target = join(root, path);
    mkdirSync(dirname(target), { recursive: true });
    if (text === null) rmSync(target, { force: true });
    else writeFileSync(target, text);
  };
  for (const [path, text] of Object.entries(files)) put(path, text);
  const running = new Set<SandboxProcess>();
  const start = (argv: readonly string[], options: SpawnOptions): SandboxProcess => {
    const began = performance.now();
    const { NODE_OPTIONS: _options, VITEST: _vitest, NODE_TEST_CONTEXT: _context, ...env } = process.env;
    const child = spawn(argv[0] ?? '', argv.slice(1), {
      cwd: join(root, options.cwd ?? '.'),
      env: { ...env, NO_COLOR: '1', ...options.env },
      detached: true,
    });
    child.stdin.on('error', () => {});
    owner ??= new Owner();
    const noted = child.pid === undefined ? undefined : owner.group(child.pid);
    let timedOut = false;
    let cancelled = false;
    const kill = (): void => {
      cancelled = true;
      try {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      } catch {
        // It has ended by itself.
      }
    };
    options.signal?.addEventListener('abort', kill, { once: true });
    const time = options.limits?.time ?? Number.POSITIVE_INFINITY;
    const timer = Number.isFinite(time)
      ? setTimeout(() => {
          timedOut = true;
          kill();
        }, time)
      : undefined;
    const exited = new Promise<ProcessEnd>((resolve) => {
      const done = (exitCode: number, signal?: NodeJS.Signals): void => {
        clearTimeout(timer);
        noted?.done();
        running.delete(started);
        resolve({
          exitCode,
          signal,
          limit: timedOut ? 'time' : undefined,
          timedOut,
          cancelled,
          durationMs: performance.now() - began,
        });
      };
      child.on('error', () => done(127));
      child.on('close', (code, signal) => done(code ?? 137, signal ?? undefined));
    });
    const started: SandboxProcess = { stdin: child.stdin, stdout: child.stdout, stderr: child.stderr, exited, kill };
    running.add(started);
    return started;
  };
  return {
    root,
    async run(argv: readonly string[], options: RunOptions = {}): Promise<RunResult> {
      const child = start(argv, options);
      const kept = { stdout: '', stderr: '' };
      for (const stream of ['stdout', 'stderr'] as const) {
        child[stream].on('data', (chunk: Buffer) => {
          kept[stream] += chunk.toString();
          options.onOutput?.(stream, chunk);
        });
      }
      child.stdin.end(options.stdin ?? '');
      return { ...(await child.exited), ...kept, stdoutTruncated: false, stderrTruncated: false };
    },
    spawn: (argv, options = {}) => start(argv, options),
    async write(written) {
      for (const [path, text] of Object.entries(written)) put(path, text);
    },
    async read(path) {
      try {
        return readFileSync(join(root, path));
      } catch {
        return undefined;
      }
    },
    remove() {
      for (const each of running) each.kill();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
