import { driver } from './driver-folder.ts';
import { separatePrelude, withTools } from './prelude.ts';
import type { Runner, TestCommand } from './types.ts';

/** What a build left in a sandbox. */
export interface BuildOutput {
  /** Relative to the repository; dependencies left out. */
  readonly files: ReadonlySet<string>;
  /** A compressed tar archive of them; undefined when it is too large. Untrusted: to be unpacked in sandboxes only. */
  readonly archive: Buffer | undefined;
}

export interface Build {
  /** 0 when nothing had to be done. */
  readonly exitCode: number;
  readonly timedOut: boolean;
  readonly durationMs: number;
  /** The last of what was printed. */
  readonly tail: string;
  /** Only when asked for. */
  readonly output: BuildOutput | undefined;
}

export interface BuildOptions {
  readonly timeoutMs: number;
  /** Tell what came of it; builds although it stands. */
  readonly output?: boolean;
  /** Compilers are asked for source maps, as far as they do it. */
  readonly maps?: boolean;
  readonly signal?: AbortSignal;
}

/** What compilers say of source maps, or of options, that they will not have. */
const ofMaps = /source-?map|unknown (?:compiler )?option|unrecognized|unexpected option/i;
/** Bytes of an archive, as text. */
const largest = 128 * 2 ** 20;
/** Sandboxes in which what has to run before the tests has run, on the sources as they are there. */
const standing = new WeakMap<Runner, Set<string>>();

/** The tests need what comes before them again after each change of the sources. */
export function buildsSources(command: TestCommand): boolean {
  return separatePrelude(command) !== undefined && command.sourcesAreLoaded !== true;
}

/** Runs what has to come before the tests, unless that has been done and nothing was written since. */
export async function build(runner: Runner, command: TestCommand, options: BuildOptions): Promise<Build> {
  const text = separatePrelude(command);
  const stands = standing.get(runner)?.has(keyOf(command, options.maps === true)) === true;
  if (text === undefined || (options.output !== true && stands))
    return { exitCode: 0, timedOut: false, durationMs: 0, tail: '', output: undefined };
  if (options.maps !== true) return await run(runner, command, text, options);
  const mapped = await run(runner, command, text, options);
  if (mapped.exitCode === 0 || mapped.timedOut || !ofMaps.test(mapped.tail)) return mapped;
  // Not every configuration goes with source maps.
  const plain = await run(runner, command, text, { ...options, maps: false });
  if (plain.exitCode === 0) nowBuilt(runner, command, true);
  return plain;
}

async function run(runner: Runner, command: TestCommand, text: string, options: BuildOptions): Promise<Build> {
  const { timeoutMs, signal, output = false, maps = false } = options;
  const script = output ? `${before}\n{ ${text}\n} </dev/null >&2; s=$?\n${after}; exit $s` : `{ ${text}\n} </dev/null`;
  const preload = `--require=${driver('build-maps.cjs')}`;
  const end = await runner.run(withTools(script, [runner.root]), {
    env: maps
      ? { ...command.env, NODE_OPTIONS: [command.env.NODE_OPTIONS, preload].filter(Boolean).join(' ') }
      : command.env,
    cwd: command.cwd,
    limits: { time: Math.max(1, timeoutMs), ...(output ? { output: 2 * largest, keptOutput: largest } : {}) },
    ...(signal === undefined ? {} : { signal }),
  });
  if (end.exitCode === 0) nowBuilt(runner, command, maps);
  return {
    exitCode: end.exitCode,
    timedOut: end.timedOut,
    durationMs: end.durationMs,
    tail: `${output ? '' : end.stdout.slice(-8192)}\n${end.stderr.slice(-8192)}`.trim(),
    output: output && !end.timedOut ? readOutput(end) : undefined,
  };
}

/** Writes files; what was built of other texts does not stand any more. */
export async function put(runner: Runner, command: TestCommand, texts: Readonly<Record<string, string | null>>) {
  if (Object.keys(texts).length === 0) return;
  if (buildsSources(command)) standing.delete(runner);
  await runner.write(texts);
}

/** Puts what was built elsewhere of the same sources into a sandbox. */
export async function unpackBuild(runner: Runner, command: TestCommand, { archive }: BuildOutput): Promise<void> {
  if (archive === undefined) return;
  const { exitCode } = await runner.run(['tar', '-xzf', '-'], { stdin: archive, limits: { time: 30_000 } });
  if (exitCode === 0) nowBuilt(runner, command, true);
}

function nowBuilt(runner: Runner, command: TestCommand, maps: boolean): void {
  const known = standing.get(runner) ?? new Set();
  standing.set(runner, known.add(keyOf(command, false)));
  if (maps) known.add(keyOf(command, true));
}

function keyOf({ prelude, cwd, env }: TestCommand, maps: boolean): string {
  return JSON.stringify([prelude, cwd, Object.entries(env).sort(), maps]);
}

const before = 'm=$(mktemp) && sleep 0.02';
/** What is newer than the build began: its names, and behind them the files. */
const after = [
  'l=$(mktemp) && cd "$0" || exit $s',
  'find . \\( -name node_modules -o -name .git \\) -prune -o -type f -cnewer "$m" -print0 > "$l"',
  'base64 -w0 < "$l"; echo; tar -czf - --null -T "$l" | base64 -w0',
].join('\n');

function readOutput({ stdout, stdoutTruncated }: { stdout: string; stdoutTruncated: boolean }): BuildOutput {
  const [names = '', archive = ''] = stdout.split('\n');
  const files = Buffer.from(names, 'base64').toString('utf8').split('\0');
  return {
    files: new Set(files.map((file) => file.replace(/^\.\//, '')).filter((file) => file !== '')),
    archive: stdoutTruncated ? undefined : Buffer.from(archive, 'base64'),
  };
}
