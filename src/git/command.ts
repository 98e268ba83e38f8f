import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { CannotRunError } from '../base/errors.ts';
import { printable } from '../base/printable.ts';

/**
 * The one way Hone runs git: argument arrays, no shell, and nothing of the repository's own configuration may start a
 * program. Ordinary commands run through simple-git, which gives their whole output as text; what may be large, or is
 * bytes (names, contents, patches), is a stream of the process itself.
 */
export interface GitOptions {
  /** Git finds the repository from here, and so checks who owns it (`GIT_DIR` would skip that check). */
  readonly cwd: string;
  readonly signal?: AbortSignal | undefined;
  /** Standard input; not empty. */
  readonly input?: string | Buffer;
  /** Added to the scrubbed environment. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface GitResult {
  readonly status: number;
  /** As UTF-8: bytes that are not become U+FFFD. */
  readonly stdout: string;
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

const overrides = Object.entries(configuration).map(([key, value]) => `${key}=${value}`);

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
  return spawn('git', [...overrides.flatMap((setting) => ['-c', setting]), '--no-pager', ...args], {
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

/** The lines of a stream, one character for each byte. */
export async function* streamLines(args: readonly string[], options: GitOptions): AsyncGenerator<string, void, void> {
  let rest = '';
  for await (const chunk of streamGit(args, options)) {
    const lines = (rest + chunk.toString('latin1')).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

/** Standard output that {@link runGit} takes. */
const maxBytes = 64 * 2 ** 20;

/**
 * simple-git refuses arguments that look like these, our own overrides among them, and a person's revision that only
 * looks like an option. What keeps a word from being an option here are full object ids and `--end-of-options`.
 */
const unsafe = {
  allowUnsafeAlias: true,
  allowUnsafeAskPass: true,
  allowUnsafeCommandBinaries: true,
  allowUnsafeConfigEnvCount: true,
  allowUnsafeConfigPaths: true,
  allowUnsafeCredentialHelper: true,
  allowUnsafeDiffExternal: true,
  allowUnsafeDiffTextConv: true,
  allowUnsafeEditor: true,
  allowUnsafeExec: true,
  allowUnsafeFilter: true,
  allowUnsafeFsMonitor: true,
  allowUnsafeGitProxy: true,
  allowUnsafeGpgProgram: true,
  allowUnsafeHooksPath: true,
  allowUnsafeInclude: true,
  allowUnsafeMergeDriver: true,
  allowUnsafePack: true,
  allowUnsafePager: true,
  allowUnsafeProtocolOverride: true,
  allowUnsafeSshCommand: true,
  allowUnsafeSubmodule: true,
  allowUnsafeTemplateDir: true,
  allowUnsafeUrlRewrite: true,
};

/**
 * Runs git to its end. A non-zero status is returned, not thrown: only the caller knows what it means.
 *
 * @throws CannotRunError when git cannot be started or prints too much; the signal's reason when it was aborted
 */
export async function runGit(args: readonly string[], options: GitOptions): Promise<GitResult> {
  const { simpleGit } = await import('simple-git');
  const env = gitEnvironment(options.env);
  const tooMuch = new AbortController();
  const { input, signal } = options;
  let ended = { status: 0, stderr: '' };
  let length = 0;
  const git = simpleGit({
    baseDir: options.cwd,
    config: overrides,
    unsafe,
    allowEnvironment: Object.keys(env),
    abort: signal === undefined ? tooMuch.signal : AbortSignal.any([signal, tooMuch.signal]),
    errors: (_error, { exitCode, stdErr }) => {
      ended = { status: exitCode ?? 128, stderr: Buffer.concat(stdErr).toString() };
      return undefined;
    },
    ...(input === undefined ? {} : { input: () => input }),
  });
  git.env(env as Record<string, string>).outputHandler((_command, stdout) => {
    stdout.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > maxBytes) tooMuch.abort();
    });
    // After a command that printed nothing, simple-git waits 50 ms for more; this chunk says that there is none.
    stdout.once('end', () => stdout.emit('data', Buffer.alloc(0)));
  });
  const stdout = await git.raw(['--no-pager', ...args]);
  signal?.throwIfAborted();
  if (length > maxBytes) throw new CannotRunError(`git ${args[0]} printed more than ${maxBytes} bytes`);
  // Negative: the system's error for a process that could not be started.
  if (ended.status < 0) throw notStarted(/ENOENT/.test(ended.stderr) ? 'ENOENT' : undefined, complaint(ended.stderr));
  return { ...ended, stdout };
}

/** Runs git and returns its output. @throws CannotRunError when git fails */
export async function gitOutput(args: readonly string[], options: GitOptions): Promise<string> {
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

function notStarted(code: string | undefined, message: string): CannotRunError {
  if (code === 'ENOENT') return new CannotRunError('git was not found; install it and put it on the PATH');
  return new CannotRunError(`git could not be started: ${message}`);
}

function gitFailed(args: readonly string[], status: number, stderr: string): CannotRunError {
  return new CannotRunError(
    `git ${args[args[0] === '-c' ? 2 : 0]} failed: ${complaint(stderr) || `exit status ${status}`}`,
  );
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
      reject(error.name === 'AbortError' ? error : notStarted(error.code, error.message));
    });
    child.once('close', (code, signal) => resolve({ status: code ?? (signal ? 128 : 1), stderr }));
  });
}
