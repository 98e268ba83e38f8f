import type { ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { CannotRunError, UsageError } from '../../base/errors.ts';
import type {
  Files,
  Isolation,
  Limits,
  RunOptions,
  RunResult,
  Sandbox,
  SandboxProcess,
  SpawnOptions,
} from '../types.ts';
import { KeptOutput } from './kept-output.ts';
import { diffScript, readScript, writeScript } from './scripts.ts';
import { type Supervised, type Supervision, supervise } from './supervise.ts';

export type TenantProcess = ChildProcessByStdio<Writable, Readable, Readable>;

export interface Start {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly limits: Limits;
}

/** What differs between the ways of isolating on this machine. */
export interface Jail {
  readonly isolation: Isolation;
  readonly root: string;
  /** The pristine git directory of the base tree, as seen inside. */
  readonly gitDir: string;
  /** Dependency folders, one pattern a line, as seen inside. */
  readonly excludesFile: string;
  start(how: Start): Pick<Supervised, 'killTree' | 'onExit' | 'diskFull'> & { readonly child: TenantProcess };
  destroy(): Promise<void>;
}

/** For Hone's own helpers inside. */
const helperLimits = { time: 60_000, output: Number.POSITIVE_INFINITY, keptOutput: 2 ** 28 };
const filesAtOnce = 256;

export class LocalSandbox implements Sandbox {
  readonly id: string;
  readonly #jail: Jail;
  readonly #limits: Limits;
  readonly #env: Readonly<Record<string, string>>;
  readonly #running = new Set<Supervision>();
  #destroyed: Promise<void> | undefined;
  readonly #onDestroy: () => void;

  constructor(id: string, jail: Jail, limits: Limits, env: Readonly<Record<string, string>>, onDestroy: () => void) {
    this.id = id;
    this.#jail = jail;
    this.#limits = limits;
    this.#env = env;
    this.#onDestroy = onDestroy;
  }

  get isolation(): Isolation {
    return this.#jail.isolation;
  }

  get root(): string {
    return this.#jail.root;
  }

  async write(files: Files): Promise<void> {
    const entries = Object.entries(files).map(([path, content]) => [mustBeBelow(path), content] as const);
    for (let i = 0; i < entries.length; i += filesAtOnce) {
      const args: string[] = [];
      const contents: Buffer[] = [];
      for (const [path, content] of entries.slice(i, i + filesAtOnce)) {
        const bytes = content === null ? undefined : Buffer.from(content);
        args.push(bytes === undefined ? '-' : String(bytes.length), path);
        if (bytes !== undefined) contents.push(bytes);
      }
      const result = await this.#help(writeScript, args, { stdin: Buffer.concat(contents) });
      if (result.exitCode !== 0)
        throw new CannotRunError(`files could not be written to the sandbox: ${reason(result)}`);
    }
  }

  async read(path: string, limit = 64 * 2 ** 20): Promise<Buffer | undefined> {
    const result = await this.#help(readScript, [mustBeBelow(path), String(limit + 1)], {});
    if (result.exitCode === 44) return undefined;
    if (result.exitCode !== 0)
      throw new CannotRunError(`${path} could not be read from the sandbox: ${reason(result)}`);
    if (result.bytes.length > limit) throw new CannotRunError(`${path} in the sandbox is larger than ${limit} bytes`);
    return result.bytes;
  }

  async diff(): Promise<string> {
    const env = {
      GIT_DIR: this.#jail.gitDir,
      GIT_WORK_TREE: this.root,
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_ATTR_NOSYSTEM: '1',
    };
    const result = await this.#help(diffScript, [this.#jail.excludesFile], { env });
    if (result.exitCode !== 0) throw new CannotRunError(`the sandbox could not be compared: ${reason(result)}`);
    return result.bytes.toString();
  }

  async run(argv: readonly string[], options: RunOptions = {}): Promise<RunResult> {
    const { bytes: _, ...result } = await this.#run(argv, options, this.#env);
    return result;
  }

  spawn(argv: readonly string[], options: SpawnOptions = {}): SandboxProcess {
    const limits = { ...this.#limits, time: Number.POSITIVE_INFINITY, ...options.limits };
    const { child, supervision } = this.#start(argv, options, limits, this.#env);
    // The caller reads at its own pace, so what is printed but not read is held back by the pipe and needs no limit.
    return {
      stdin: child.stdin,
      stdout: child.stdout,
      stderr: child.stderr,
      exited: supervision.ended,
      kill: supervision.cancel,
    };
  }

  destroy(): Promise<void> {
    this.#destroyed ??= (async () => {
      const ends = [...this.#running].map((supervision) => {
        supervision.cancel();
        return supervision.ended;
      });
      await this.#jail.destroy();
      await Promise.all(ends);
      this.#onDestroy();
    })();
    return this.#destroyed;
  }

  /** Hone's own scripts: without what the specification put into the environment, which may change how they work. */
  #help(script: string, args: readonly string[], options: RunOptions): Promise<RunResult & { bytes: Buffer }> {
    const { PATH = '', HOME = '', TMPDIR = '' } = this.#env;
    return this.#run(
      ['/bin/sh', '-c', script, 'sh', ...args],
      { ...options, limits: helperLimits },
      { PATH: `/usr/bin:/bin:${PATH}`, HOME, TMPDIR, LC_ALL: 'C' },
    );
  }

  async #run(
    argv: readonly string[],
    options: RunOptions,
    env: Readonly<Record<string, string>>,
  ): Promise<RunResult & { bytes: Buffer }> {
    const limits = { ...this.#limits, ...options.limits };
    const { child, supervision } = this.#start(argv, options, limits, env);
    const kept = { stdout: new KeptOutput(limits.keptOutput), stderr: new KeptOutput(limits.keptOutput) };
    for (const stream of ['stdout', 'stderr'] as const) {
      child[stream].on('data', (chunk: Buffer) => {
        supervision.printed(chunk.length);
        kept[stream].push(chunk);
        options.onOutput?.(stream, chunk);
      });
    }
    child.stdin.end(options.stdin);
    const end = await supervision.ended;
    const bytes = kept.stdout.bytes();
    return {
      ...end,
      stdout: bytes.toString(),
      stderr: kept.stderr.bytes().toString(),
      stdoutTruncated: kept.stdout.truncated,
      stderrTruncated: kept.stderr.truncated,
      bytes,
    };
  }

  #start(
    argv: readonly string[],
    options: SpawnOptions,
    limits: Limits,
    env: Readonly<Record<string, string>>,
  ): { child: TenantProcess; supervision: Supervision } {
    if (this.#destroyed !== undefined) throw new Error('the sandbox was destroyed');
    if (argv.length === 0) throw new UsageError('a command must have at least one word');
    const cwd = options.cwd === undefined ? '' : mustBeBelow(options.cwd);
    const { child, ...how } = this.#jail.start({ argv, cwd, env: { ...env, ...options.env }, limits });
    child.stdin.on('error', () => {});
    const supervision = supervise({ child, limits, signal: options.signal, ...how });
    this.#running.add(supervision);
    void supervision.ended.then(() => this.#running.delete(supervision));
    return { child, supervision };
  }
}

function mustBeBelow(path: string): string {
  if (path.startsWith('/') || path.split('/').includes('..') || path.includes('\0')) {
    throw new UsageError(`path "${path}" must be relative to the sandbox and stay below it`);
  }
  return path.replace(/^(\.\/)+/, '');
}

function reason(result: RunResult): string {
  if (result.limit !== undefined) return `${result.limit} limit`;
  return result.stderr.trim().split('\n').at(-1)?.slice(0, 300) || `exit status ${result.exitCode}`;
}
