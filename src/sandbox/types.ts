import type { Readable, Writable } from 'node:stream';

/**
 * How far a tenant (the code that runs in a sandbox) is held. `namespaces`: own file system, processes and network;
 * `process`: a scrubbed environment and limits only, the tenant can read and reach what the user can.
 */
export type Isolation = 'namespaces' | 'process';

export interface SandboxProvider {
  readonly name: string;
  readonly isolation: Isolation;
  /** Undefined when sandboxes can be made here, else one sentence: what is missing and how to get it. */
  available(): Promise<string | undefined>;
  /**
   * @throws CannotRunError when sandboxes cannot be made here, or this one cannot
   * @throws UsageError when the specification names what is not there
   */
  create(spec: SandboxSpec): Promise<Sandbox>;
  /** Removes what runs that were killed have left. Returns how many were removed. */
  collectStale(): Promise<number>;
  /** Destroys the sandboxes that are left, and what they share. The provider may be used again. */
  close(): Promise<void>;
}

export interface SandboxSpec {
  /** Absolute path of the work tree; only read. */
  readonly repository: string;
  /** Full id of the commit whose tree the sandbox starts with. */
  readonly commit: string;
  /** Written over the tree, by path relative to it; `null` removes. The work tree's own state goes here. */
  readonly files?: Files;
  /** Dependency folders besides those found (see `findDependencies`), relative to the repository. Read-only inside. */
  readonly dependencies?: readonly string[];
  /** Commands that will be run; what is not in a system folder is found on the PATH and made visible. */
  readonly tools?: readonly string[];
  /** Absolute paths to show at the same place, read-only (a module cache outside the repository, for example). */
  readonly readOnly?: readonly string[];
  /** Added to the scrubbed environment of every run. */
  readonly env?: Readonly<Record<string, string>>;
  readonly limits?: Partial<Limits>;
  readonly signal?: AbortSignal;
}

export type Files = Readonly<Record<string, string | Buffer | null>>;

export interface Limits {
  /** Milliseconds on the wall; `Infinity` for a worker whose caller keeps watch. */
  readonly time: number;
  /** Bytes, of all processes of a run together. */
  readonly memory: number;
  /** Processes and threads of a run together. */
  readonly processes: number;
  /** Bytes that all runs of the sandbox may write together. */
  readonly disk: number;
  /** Files that all runs of the sandbox may make together. */
  readonly files: number;
  /** Bytes of one file. */
  readonly fileSize: number;
  /** Files one process may have open. */
  readonly openFiles: number;
  /** Bytes a run may print, both streams together, before it is killed. */
  readonly output: number;
  /** Bytes of each stream that a result keeps: its beginning and its end. */
  readonly keptOutput: number;
}

export const defaultLimits: Limits = {
  time: 60_000,
  memory: 2 * 2 ** 30,
  processes: 512,
  disk: 512 * 2 ** 20,
  files: 200_000,
  fileSize: 256 * 2 ** 20,
  openFiles: 4096,
  output: 64 * 2 ** 20,
  keptOutput: 2 ** 20,
};

export interface Sandbox {
  readonly id: string;
  readonly isolation: Isolation;
  /** The tree as the tenant sees it. Where namespaces isolate, it is the path of the user's own repository. */
  readonly root: string;
  /** Makes folders as needed; keeps the mode of a file that is there. */
  write(files: Files): Promise<void>;
  /** Undefined when there is no such ordinary file. @throws CannotRunError when it is larger than `limit` bytes */
  read(path: string, limit?: number): Promise<Buffer | undefined>;
  run(argv: readonly string[], options?: RunOptions): Promise<RunResult>;
  /** A long-lived worker; its time is unlimited unless `limits.time` says otherwise. */
  spawn(argv: readonly string[], options?: SpawnOptions): SandboxProcess;
  /** Unified patch, as `git apply` reads it, of tracked and new files against the commit. Ignored files are left out. */
  diff(): Promise<string>;
  /** Kills what runs and removes everything. May be called twice. */
  destroy(): Promise<void>;
}

export interface SpawnOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Relative to the root. */
  readonly cwd?: string;
  /** `disk` and `files` hold for the sandbox and are ignored here. */
  readonly limits?: Partial<Limits>;
  readonly signal?: AbortSignal;
}

export interface RunOptions extends SpawnOptions {
  readonly stdin?: string | Buffer;
  /** Called with output as it comes. */
  readonly onOutput?: (stream: 'stdout' | 'stderr', chunk: Buffer) => void;
}

export type Limit = 'time' | 'memory' | 'processes' | 'disk' | 'output';

export interface ProcessEnd {
  /** 128 + n after signal n, as shells have it. */
  readonly exitCode: number;
  readonly signal: NodeJS.Signals | undefined;
  /** The limit that was hit. All but `disk` kill; a full disk shows as failing writes. */
  readonly limit: Limit | undefined;
  readonly timedOut: boolean;
  /** Ended by `kill`, `destroy` or the abort signal. */
  readonly cancelled: boolean;
  readonly durationMs: number;
}

export interface RunResult extends ProcessEnd {
  readonly stdout: string;
  readonly stderr: string;
  /** The middle was left out. */
  readonly stdoutTruncated: boolean;
  readonly stderrTruncated: boolean;
}

export interface SandboxProcess {
  readonly stdin: Writable;
  readonly stdout: Readable;
  readonly stderr: Readable;
  /** Never rejects. */
  readonly exited: Promise<ProcessEnd>;
  /** Kills the whole process tree at once. */
  kill(): void;
}
