import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { CannotRunError } from '../base/errors.ts';
import { printable } from '../base/printable.ts';

/**
 * The one way Hone runs git: argument arrays, no shell, and nothing of the repository's own configuration may start a
 * program. simple-git is not used on purpose: it refuses the very overrides below unless its "unsafe" switches are
 * on, returns text where names and blobs are bytes, and buffers whole histories.
 */
export interface GitOptions {
  /** Git finds the repository from here, and so checks who owns it (`GIT_DIR` would skip that check). */
  readonly cwd: string;
  readonly signal?: AbortSignal | undefined;
  readonly input?: string | Buffer;
  /** Added to the scrubbed environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Largest standard output kept by {@link runGit}; more is an error. Default 64 MiB. */
  readonly maxBytes?: number;
}

export interface GitResult {
  readonly status: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** Command-line configuration outranks the repository's, and git hands it down to the programs it starts itself. */
const configuration = {
  'core.fsmonitor': 'false',
  'core.hooksPath': '/dev/null',
  'core.sshCommand': 'false',
  'core.askPass': '',
  'core.gitProxy': '',
  'core.alternateRefsCommand': 'true',
  'core.quotePath': 'true',
  'core.warnAmbiguousRefs': 'true',
  'credential.helper': '',
  'diff.external': '',
  'diff.submodule': 'short',
  'diff.trustExitCode': 'false',
  'gc.auto': '0',
  'log.showRoot': 'true',
  'log.showSignature': 'false',
  'maintenance.auto': 'false',
  'protocol.allow': 'never',
  'submodule.recurse': 'false',
  'uploadpack.packObjectsHook': '',
};

const overrides = Object.entries(configuration).flatMap(([key, value]) => ['-c', `${key}=${value}`]);

/** Where configuration files are is the machine's business; everything else under GIT_ could redirect a run. */
const inherited = new Set(['GIT_CONFIG_GLOBAL', 'GIT_CONFIG_SYSTEM', 'GIT_CONFIG_NOSYSTEM', 'GIT_CEILING_DIRECTORIES']);

export function gitEnvironment(extra: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {};
  for (const [key, value] of Object.entries(process.env)) {
    if (!key.toUpperCase().startsWith('GIT_') || inherited.has(key.toUpperCase())) env[key] = value;
  }
  return {
    ...env,
    LC_ALL: 'C',
    LANGUAGE: 'C',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_PAGER: 'cat',
    // Missing objects of a partial clone stay missing: fetching them would run what the remote's configuration names.
    // Only git 2.45 and later knows the first; an empty list of allowed transports stops the others.
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: '',
    ...extra,
  };
}

export function spawnGit(args: readonly string[], options: GitOptions): ChildProcessWithoutNullStreams {
  return spawn('git', ['--no-pager', ...overrides, ...args], {
    cwd: options.cwd,
    env: gitEnvironment(options.env),
    stdio: ['pipe', 'pipe', 'pipe'],
    ...(options.signal === undefined ? {} : { signal: options.signal, killSignal: 'SIGKILL' as const }),
  });
}

/**
 * A run whose output is read as it comes; the reader's pace holds git back. Leaving the loop early kills git.
 *
 * @throws CannotRunError after the last chunk when git failed
 */
export async function* streamGit(args: readonly string[], options: GitOptions): AsyncGenerator<Buffer, void, void> {
  const child = spawnGit(args, options);
  const ended = outcomeOf(child);
  ended.catch(() => {});
  feed(child, options.input);
  try {
    for await (const chunk of child.stdout) yield chunk as Buffer;
    const { status, stderr } = await ended;
    if (status !== 0) throw gitFailed(args, status, stderr);
  } catch (error) {
    // A spawn that fails ends the output too; its own reason is the better one.
    await ended;
    throw error;
  } finally {
    child.kill('SIGKILL');
  }
}

/** Runs git to its end. A non-zero status is returned, not thrown: only the caller knows what it means. */
export async function runGit(args: readonly string[], options: GitOptions): Promise<GitResult> {
  const limit = options.maxBytes ?? 64 * 2 ** 20;
  const child = spawnGit(args, options);
  const chunks: Buffer[] = [];
  let length = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    length += chunk.length;
    if (length > limit) child.kill('SIGKILL');
    else chunks.push(chunk);
  });
  const ended = outcomeOf(child);
  feed(child, options.input);
  const { status, stderr } = await ended;
  if (length > limit) throw new CannotRunError(`git ${args[0]} printed more than ${limit} bytes`);
  return { status, stdout: Buffer.concat(chunks), stderr };
}

/** Runs git and returns its output. @throws CannotRunError when git fails */
export async function gitOutput(args: readonly string[], options: GitOptions): Promise<Buffer> {
  const { status, stdout, stderr } = await runGit(args, options);
  if (status !== 0) throw gitFailed(args, status, stderr);
  return stdout;
}

/** First line of what git complained about, fit for a terminal, a log and a workflow command. */
export function complaint(stderr: string): string {
  const lines = stderr.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('hint:'));
  const line = lines.find((text) => /^(fatal|error):/.test(text)) ?? lines[0] ?? '';
  return printable(line.replace(/^(fatal|error): /, ''), 300);
}

function gitFailed(args: readonly string[], status: number, stderr: string): CannotRunError {
  return new CannotRunError(`git ${args[0]} failed: ${complaint(stderr) || `exit status ${status}`}`);
}

function feed(child: ChildProcessWithoutNullStreams, input: string | Buffer | undefined): void {
  // Git may end before it has read everything; its exit status tells the story, not the broken pipe.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
}

/** Resolves when git has ended and its output is read. */
export function outcomeOf(child: ChildProcessWithoutNullStreams): Promise<{ status: number; stderr: string }> {
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => {
    if (stderr.length < 16_384) stderr += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    child.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') reject(new CannotRunError('git was not found; install it and put it on the PATH'));
      else if (error.name === 'AbortError') reject(error);
      else reject(new CannotRunError(`git could not be started: ${error.message}`));
    });
    child.once('close', (code, signal) => resolve({ status: code ?? (signal ? 128 : 1), stderr }));
  });
}
