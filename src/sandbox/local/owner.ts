import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { lstat, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from './command.ts';
import { startTime } from './processes.ts';

/** Of every folder that sandboxes need on disk, so that stale ones are found. */
export const ownPrefix = 'hone-sandbox-';

/** In the environment of tenants without a namespace of their own, so that those that left their group are found. */
export const marker = 'HONE_SANDBOX';

/**
 * Kills plain processes that are left: groups, unless their leader started at another time than was noted, for the number
 * is somebody else's then; and those that left their group, several times, for they may fork while the list is read.
 */
const kill = `
dir=$1
for group in $(ls "$dir/groups" 2>/dev/null); do
  case $group in *[!0-9]*|0*|1) continue ;; esac
  noted=$(cat "$dir/groups/$group")
  leader=$(cat "/proc/$group/stat" 2>/dev/null)
  set -f; set -- \${leader##*) }; set +f
  [ -z "$leader" ] || [ "\${20}" = "$noted" ] || continue
  kill -9 "-$group" 2>/dev/null
done
for round in 1 2 3 4 5; do
  marked=$(grep -lzsF "${marker}=$dir" /proc/[0-9]*/environ)
  [ -n "$marked" ] || break
  for file in $marked; do
    process=\${file#/proc/}
    kill -9 "\${process%/environ}" 2>/dev/null
  done
done
set -- "$dir"`;

/** Neither chmod -R nor rm -r follow links. */
const remove = `rm -rf -- "$1" 2>/dev/null || { chmod -R u+rwX -- "$1" 2>/dev/null; rm -rf -- "$1"; }`;

/**
 * The folder of one Hone process in which everything of its sandboxes lies, and the janitor that removes it. The
 * janitor waits for the end of a pipe, which the kernel closes however Hone ends, `kill -9` included, so no signal
 * handler is needed; what even the janitor could not remove (power cut) is collected at the next start.
 */
export class Owner {
  readonly dir: string;
  readonly #janitor: ChildProcess;

  constructor() {
    this.dir = mkdtempSync(join(tmpdir(), ownPrefix));
    const janitor = spawn('/bin/sh', ['-c', `read -r x\n${kill}\n${remove}`, 'sh', this.dir], {
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
      cwd: '/',
    });
    janitor.on('error', () => {});
    janitor.unref();
    this.#janitor = janitor;
    writeFileSync(join(this.dir, 'owner.json'), JSON.stringify(identity(process.pid)));
    mkdirSync(join(this.dir, 'groups'));
  }

  /** Notes a process group that must not outlive this process. */
  group(pid: number): { done(): void } {
    const file = join(this.dir, 'groups', String(pid));
    writeFileSync(file, startTime(pid) ?? '');
    return { done: () => void rm(file, { force: true }).catch(() => {}) };
  }

  async remove(): Promise<void> {
    this.#janitor.ref();
    const ended = new Promise((resolve) => this.#janitor.once('close', resolve));
    this.#janitor.stdin?.end();
    await ended;
    if (existsSync(this.dir)) await removeTree(this.dir);
  }
}

interface Identity {
  readonly pid: number;
  readonly start: string | undefined;
  /** Process numbers mean nothing across namespaces, and containers may share a temporary folder. */
  readonly namespace: string | undefined;
}

function identity(pid: number): Identity {
  return { pid, start: startTime(pid), namespace: pidNamespace() };
}

function pidNamespace(): string | undefined {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return undefined;
  }
}

/** Removes folders of owners that are gone. Returns how many. */
export async function collectStale(): Promise<number> {
  let collected = 0;
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(ownPrefix)) continue;
    const dir = join(tmpdir(), name);
    const entry = await lstat(dir).catch(() => undefined);
    // Anyone may put names into a shared temporary folder: only our own real folders are ours to remove.
    if (!entry?.isDirectory() || entry.uid !== process.getuid?.()) continue;
    if (ownerLives(dir, entry.mtimeMs)) continue;
    await runCommand('/bin/sh', ['-c', `${kill}\n${remove}`, 'sh', dir]);
    collected++;
  }
  return collected;
}

function ownerLives(dir: string, changedAt: number): boolean {
  let owner: Partial<Identity>;
  try {
    owner = JSON.parse(readFileSync(join(dir, 'owner.json'), 'utf8')) as Partial<Identity>;
  } catch {
    return Date.now() - changedAt < 60_000;
  }
  if (typeof owner.pid !== 'number' || owner.namespace !== pidNamespace()) return true;
  if (owner.start !== undefined) return startTime(owner.pid) === owner.start;
  try {
    process.kill(owner.pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Removes a tree a tenant may have written, read-only folders included, without following links. */
export async function removeTree(dir: string): Promise<void> {
  await runCommand('/bin/sh', ['-c', remove, 'sh', dir]);
}
