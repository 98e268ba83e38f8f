import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The build needs a Node that runs TypeScript; the bundle itself runs on every supported one. */
const newNode = join(root, 'node_modules', 'node', 'bin', 'node');
const sleepMs = 250;
/** Time to allow a `beforeAll` that may have to build. */
export const buildLimitMs = 180_000;

/**
 * Folder of the bundle of the present source, laid out like `dist/`. Built when it is missing: once for each state of
 * the source, however many test files and processes ask.
 */
export async function bundle(): Promise<string> {
  const target = join(root, 'build', `bundle-${sourceHash()}`);
  const lock = `${target}.lock`;
  const deadline = Date.now() + buildLimitMs;
  while (!existsSync(target)) {
    if (takeLock(lock)) {
      try {
        if (!existsSync(target)) build(target);
      } finally {
        rmSync(lock, { recursive: true, force: true });
      }
    } else if (Date.now() > deadline) {
      throw new Error(`another test has been building the bundle for too long; if none runs, remove ${lock}`);
    } else {
      await new Promise((resolve) => setTimeout(resolve, sleepMs));
    }
  }
  return target;
}

/** Path of the built `hone.js`. */
export async function honeBundle(): Promise<string> {
  return join(await bundle(), 'hone.js');
}

/** The oldest Node that the bundle must run on, where the machine has one of its line; `HONE_NODE20` may name it. */
export function node20(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'node'));
  return [process.env.HONE_NODE20, process.execPath, ...folders].find((path) => {
    if (path === undefined || !existsSync(path)) return false;
    return execFileSync(path, ['--version'], { encoding: 'utf8' }).startsWith('v20.');
  });
}

export interface CommandResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  /** Another Node than the one that runs the tests. */
  readonly node?: string;
}

/** Runs the bundled `hone` as a process of its own, away from the colour and CI settings of the tests. */
export async function hone(args: readonly string[], options: CommandOptions = {}): Promise<CommandResult> {
  const file = await honeBundle();
  return new Promise((resolve, reject) => {
    const child = spawn(options.node ?? process.execPath, [file, ...args], {
      cwd: options.cwd ?? root,
      env: { ...plainEnv(), ...options.env },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.stdin.on('error', () => {});
    child.stdin.end(options.input ?? '');
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, stdout, stderr }));
  });
}

export function plainEnv(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR, SystemRoot } = process.env;
  return { PATH, HOME, TMPDIR, SystemRoot, LANG: 'C.UTF-8', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
}

function build(target: string): void {
  const unfinished = `${target}.${process.pid}`;
  const node = existsSync(newNode) ? newNode : process.execPath;
  execFileSync(node, ['scripts/build.ts', '--out', unfinished], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  renameSync(unfinished, target);
  removeOld(dirname(target), target);
}

/** A lock whose owner died is taken over. */
function takeLock(lock: string): boolean {
  mkdirSync(dirname(lock), { recursive: true });
  try {
    mkdirSync(lock);
    return true;
  } catch {
    const made = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - made > buildLimitMs) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

function removeOld(folder: string, keep: string): void {
  const anHourAgo = Date.now() - 3_600_000;
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (name.startsWith('bundle-') && path !== keep && statSync(path).mtimeMs < anHourAgo) {
      rmSync(path, { recursive: true, force: true });
    }
  }
}

function sourceHash(): string {
  const hash = createHash('sha256');
  const files = ['package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'scripts/build.ts', ...sources('src')];
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  return hash.digest('hex').slice(0, 16);
}

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
}
