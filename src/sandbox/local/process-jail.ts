import { spawn } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, readdirSync, readlinkSync, symlinkSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { CannotRunError } from '../../base/errors.ts';
import { runCommand } from './command.ts';
import { type Dependency, writableCaches } from './dependencies.ts';
import { marker, type Owner, removeTree } from './owner.ts';
import { processesWithEnvironment } from './processes.ts';
import type { Jail, Start, TenantProcess } from './sandbox.ts';
import { inside } from './toolchains.ts';

/** `ulimit` letters differ between shells; a limit that a shell does not know is left out. */
const limited = 'ulimit -c 0 2>/dev/null; ulimit -f "$1" 2>/dev/null; ulimit -n "$2" 2>/dev/null; shift 2; exec "$@"';

/** Plain processes in a copy of the tree: for machines without namespaces, and only when the user accepts it. */
export class ProcessJail implements Jail {
  readonly isolation = 'process';
  readonly root: string;
  readonly gitDir: string;
  readonly excludesFile: string;
  readonly #dir: string;
  readonly #owner: Owner;

  private constructor(dir: string, base: string, owner: Owner) {
    this.root = join(dir, 'tree');
    this.gitDir = join(base, '.git');
    this.excludesFile = join(base, '.git', 'info', 'exclude');
    this.#dir = dir;
    this.#owner = owner;
  }

  static async create(
    dir: string,
    base: string,
    repository: string,
    dependencies: readonly Dependency[],
    owner: Owner,
  ): Promise<ProcessJail> {
    mkdirSync(dir);
    for (const name of ['home', 'tmp']) mkdirSync(join(dir, name));
    const jail = new ProcessJail(dir, base, owner);
    const copied = await runCommand('cp', ['-pPR', base, jail.root]);
    if (copied.status !== 0) throw new CannotRunError(`the tree could not be copied: ${copied.stderr.trim()}`);
    for (const dependency of dependencies) linkDependency(dependency, jail.root, repository);
    return jail;
  }

  get home(): string {
    return join(this.#dir, 'home');
  }

  get temporary(): string {
    return join(this.#dir, 'tmp');
  }

  start({ argv, cwd, env, limits }: Start): ReturnType<Jail['start']> {
    const words = [String(Math.ceil(limits.fileSize / 512)), String(limits.openFiles), ...argv];
    const child = spawn('/bin/sh', ['-c', limited, 'sh', ...words], {
      cwd: join(this.root, cwd),
      env: { ...env, [marker]: this.#dir },
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: true,
    }) as TenantProcess;
    const noted = child.pid === undefined ? undefined : this.#owner.group(child.pid);
    return {
      child,
      killTree: () => killGroup(child.pid),
      onExit: () => {
        // Only the group: other runs of this sandbox carry the same marker.
        killGroup(child.pid);
        noted?.done();
      },
    };
  }

  async destroy(): Promise<void> {
    killMarked(this.#dir);
    await removeTree(this.#dir);
  }
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // The group is gone already.
  }
}

/** A process may fork while the list is read, so the list is read until it is empty. */
function killMarked(dir: string): void {
  for (let round = 0; round < 5; round++) {
    const left = processesWithEnvironment(`${marker}=${dir}`);
    if (left.length === 0) return;
    for (const pid of left) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It ended by itself.
      }
    }
  }
}

/**
 * Links each package on its own: links of workspaces lead to the copy, as they would in the repository, and what
 * tools write beside the packages does not reach the repository. The packages themselves are the user's own.
 */
function linkDependency({ kind, path, source }: Dependency, root: string, repository: string): void {
  const target = join(root, path);
  mkdirSync(dirname(target), { recursive: true });
  if (kind !== 'node_modules') {
    symlinkSync(source, target);
    return;
  }
  linkEntries(source, target, join(repository, path), repository);
}

function linkEntries(source: string, target: string, original: string, repository: string): void {
  mkdirSync(target);
  for (const name of readdirSync(source)) {
    if (writableCaches.includes(name)) continue;
    const from = join(source, name);
    const entry = lstatSync(from);
    if (name.startsWith('@') && entry.isDirectory()) {
      linkEntries(from, join(target, name), join(original, name), repository);
      continue;
    }
    const link = entry.isSymbolicLink() ? readlinkSync(from) : undefined;
    const leadsTo = link === undefined ? undefined : resolve(original, link);
    const workspace =
      link !== undefined &&
      !link.startsWith('/') &&
      leadsTo !== undefined &&
      inside(leadsTo, repository) &&
      !leadsTo.split('/').includes('node_modules') &&
      existsSync(leadsTo);
    symlinkSync(workspace ? link : from, join(target, name));
  }
}
