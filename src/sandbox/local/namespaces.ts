import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, lstatSync, readlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { CannotRunError } from '../../base/errors.ts';
import type { Limits } from '../types.ts';
import { type Dependency, writableCaches } from './dependencies.ts';
import { inside, systemFolders } from './toolchains.ts';

/**
 * A sandbox is a mount and a process-id namespace held open by one process (the holder): a new root with read-only system folders, and
 * at the repository's own path an overlay of the shared base tree (below, read-only) and a tmpfs of limited size
 * (above). Each run enters that namespace and puts its own user, process, network and IPC namespaces around itself.
 * Nothing is copied and nothing is written on disk, so making one costs the same for any tree, and when its last
 * process is gone the kernel removes it. The kernel also kills all runs, however young, when the holder dies; bubblewrap's own
 * --die-with-parent alone misses a parent that dies within the first milliseconds.
 */
export const places = {
  layer: '/.hone/layer',
  base: '/.hone/base',
  home: '/.hone/layer/home',
} as const;

/** A tenant of root gets this user outside too: limits on processes do not bind root. */
export const tenant = { uid: 65534, gid: 65534 } as const;
export const isRoot = (): boolean => process.getuid?.() === 0;

/** Positional: root, bytes, files, owner, then for each dependency its kind, source and target. */
const assemble = `
set -e
[ -e /proc/self ] || mount -t proc hone /proc
mount -t tmpfs -o "size=$2,nr_inodes=$3,mode=0755" hone /.hone/layer
cd /.hone/layer
mkdir upper work home tmp shm skeleton cache
chmod 700 home
chmod 1777 tmp shm
for name in ${writableCaches.join(' ')}; do mkdir "skeleton/$name"; done
chown "$4" upper home tmp shm
mount -t overlay -o userxattr,lowerdir=/.hone/base,upperdir=/.hone/layer/upper,workdir=/.hone/layer/work hone "$1"
cd "$1"
shift 4
n=0
while [ $# -gt 0 ]; do
  mkdir -p -- "$3"
  if [ "$1" = node_modules ]; then
    mount -t overlay -o "ro,userxattr,lowerdir=/.hone/layer/skeleton:$2" hone "$3"
    for name in ${writableCaches.join(' ')}; do
      mkdir "/.hone/layer/cache/$n$name"
      chmod 777 "/.hone/layer/cache/$n$name"
      mount --bind "/.hone/layer/cache/$n$name" "$3/$name"
    done
  else
    mount --bind "$2" "$3"
  fi
  n=$((n + 1))
  shift 3
done
echo ready
read -r x || true
`;

const shownOfEtc = [
  ...[
    'alternatives',
    'ca-certificates',
    'ca-certificates.conf',
    'crypto-policies',
    'fonts',
    'ld.so.cache',
    'ld.so.conf',
  ],
  ...['ld.so.conf.d', 'localtime', 'mime.types', 'pki', 'protocols', 'services', 'ssl', 'timezone'],
];

export interface HolderSpec {
  /** Where the tree will be. */
  readonly root: string;
  readonly base: string;
  readonly dependencies: readonly Dependency[];
  readonly visible: readonly string[];
  /** Folder with the files of /etc that are made for the sandbox, when it needs them. */
  readonly etc: string | undefined;
  readonly limits: Limits;
}

export interface Holder {
  readonly child: ChildProcess;
  /** Of the process whose namespaces are entered. */
  readonly pid: number;
}

export function holderArguments(spec: HolderSpec): string[] {
  const privileges = isRoot() ? [] : ['--unshare-user', '--uid', '0', '--gid', '0', '--cap-add', 'ALL'];
  const args = [...privileges, '--unshare-pid', '--die-with-parent', '--new-session', '--clearenv'];
  args.push('--setenv', 'PATH', '/usr/bin:/usr/sbin:/bin:/sbin', '--tmpfs', '/', '--dev', '/dev');
  // A run may mount its own /proc only where one that hides nothing is there already. Only bubblewrap can mount it for
  // an ordinary user, but for root bubblewrap would cover parts of it.
  args.push(isRoot() ? '--dir' : '--proc', '/proc');
  for (const folder of systemFolders) args.push(...showSystemFolder(folder));
  args.push('--perms', '1777', '--dir', '/tmp', '--dir', '/var/tmp', '--dir', places.layer);
  // Left to itself, bubblewrap makes some parent folders for the owner only.
  for (const path of parentsOf(['/etc/x', '/.hone/dependencies/0', spec.root, ...spec.visible]))
    args.push('--dir', path);
  for (const name of shownOfEtc) args.push('--ro-bind-try', `/etc/${name}`, `/etc/${name}`);
  if (spec.etc !== undefined) {
    for (const name of Object.keys(etcFiles)) args.push('--ro-bind', join(spec.etc, name), `/etc/${name}`);
  }
  args.push('--ro-bind', spec.base, places.base);
  // Shorter paths first, so that none covers a longer one.
  for (const path of [...spec.visible].sort()) args.push('--ro-bind', path, path);
  args.push('--dir', spec.root);
  spec.dependencies.forEach(({ source }, index) => {
    args.push('--ro-bind', source, `/.hone/dependencies/${index}`);
  });
  args.push('--json-status-fd', '3', '--', '/bin/sh', '-c', assemble, 'sh', spec.root);
  args.push(String(spec.limits.disk), String(spec.limits.files), isRoot() ? `${tenant.uid}:${tenant.gid}` : '0:0');
  spec.dependencies.forEach(({ kind, path }, index) => {
    args.push(kind, `/.hone/dependencies/${index}`, `./${path}`);
  });
  return args;
}

/** Folders above the paths, the highest first, without system folders. */
function parentsOf(paths: readonly string[]): string[] {
  const parents = new Set<string>();
  for (const path of paths) {
    for (let at = dirname(path); dirname(at) !== at; at = dirname(at)) {
      if (!systemFolders.some((folder) => inside(at, folder))) parents.add(at);
    }
  }
  return [...parents].sort();
}

function showSystemFolder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  if (lstatSync(folder).isSymbolicLink()) return ['--symlink', readlinkSync(folder), folder];
  return ['--ro-bind', folder, folder];
}

/** Made for the sandbox: who there is, and that no name leads anywhere but here. */
export const etcFiles: Readonly<Record<string, string>> = {
  passwd: `hone:x:1000:1000:hone:${places.home}:/bin/sh\nroot:x:0:0:root:/nonexistent:/bin/false\nnobody:x:65534:65534:nobody:/nonexistent:/bin/false\n`,
  group: 'hone:x:1000:\nroot:x:0:\nnogroup:x:65534:\n',
  hosts: '127.0.0.1 localhost\n::1 localhost\n',
  'nsswitch.conf': 'passwd: files\ngroup: files\nhosts: files\n',
  'resolv.conf': '',
};

/** @throws CannotRunError with what bubblewrap or mount said */
export async function hold(bubblewrap: string, spec: HolderSpec, signal?: AbortSignal): Promise<Holder> {
  const child = spawn(bubblewrap, holderArguments(spec), {
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
    cwd: '/',
    env: {},
  });
  let status = '';
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complaints += chunk.toString().slice(0, 2000);
  });
  const abort = (): void => void child.kill('SIGKILL');
  signal?.addEventListener('abort', abort, { once: true });
  try {
    const pid = new Promise<number>((resolve) => {
      (child.stdio[3] as Readable).on('data', (chunk: Buffer) => {
        status += chunk.toString();
        const said = /"child-pid":\s*(\d+)\D/.exec(status)?.[1];
        if (said !== undefined) resolve(Number(said));
      });
    });
    await new Promise<void>((resolve, reject) => {
      child.once('error', reject);
      child.stdout.once('data', () => resolve());
      child.once('close', () => reject(new Error(complaints.trim().split('\n')[0] || 'no reason given')));
    });
    signal?.throwIfAborted();
    return { child, pid: await pid };
  } catch (error) {
    child.kill('SIGKILL');
    if (signal?.aborted) throw signal.reason;
    throw new CannotRunError(`the sandbox could not be set up: ${(error as Error).message}`);
  } finally {
    signal?.removeEventListener('abort', abort);
  }
}

/** The kernel refuses forks only beyond the limit, so that the look at what runs can tell that it was reached. */
export const processHeadroom = 32;

/**
 * RLIMIT_DATA stops a process that takes memory faster than anyone looks. It counts what is writable, touched or not
 * (thread stacks of 8 MiB each, above all), so it needs room; RLIMIT_AS would count V8's reserved gigabytes.
 */
const memoryHeadroom = 2 ** 30;

export interface EntrySpec {
  readonly holder: number;
  readonly root: string;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly limits: Limits;
  /** File descriptor of the system call filter, when there is one. */
  readonly filter: number | undefined;
  /** Whether this bubblewrap can forbid further user namespaces. */
  readonly disableUserNamespaces: boolean;
  /** What the holder shows below the temporary folders, which are private here. */
  readonly visible: readonly string[];
}

/** Paths that a private temporary folder would cover. */
export function coveredByTemporary(paths: readonly string[]): string[] {
  return paths.filter((path) => ['/tmp', '/var/tmp', '/dev/shm'].some((folder) => inside(path, folder))).sort();
}

/** Arguments of nsenter that run a command inside. */
export function entryArguments(spec: EntrySpec, argv: readonly string[]): string[] {
  const { limits, root } = spec;
  const enter = isRoot()
    ? ['--mount', '--pid', '--', 'setpriv', `--reuid=${tenant.uid}`, `--regid=${tenant.gid}`, '--clear-groups', '--']
    : ['--user', '--mount', '--pid', '--preserve-credentials', '--'];
  const args = ['--target', String(spec.holder), ...enter, 'bwrap', '--die-with-parent', '--new-session'];
  args.push('--unshare-all', '--unshare-user', '--uid', '1000', '--gid', '1000', '--cap-drop', 'ALL');
  args.push('--hostname', 'sandbox');
  if (spec.disableUserNamespaces) args.push('--disable-userns');
  if (spec.filter !== undefined) args.push('--seccomp', String(spec.filter));
  args.push(
    '--ro-bind',
    '/',
    '/',
    '--dev',
    '/dev',
    '--bind',
    `${places.layer}/shm`,
    '/dev/shm',
    '--remount-ro',
    '/dev',
  );
  args.push('--proc', '/proc', '--bind', `${places.layer}/tmp`, '/tmp', '--bind', places.home, places.home);
  args.push('--bind', `${places.layer}/tmp`, '/var/tmp');
  for (const path of spec.visible) args.push('--ro-bind', path, path);
  args.push('--bind', root, root, '--chdir', join(root, spec.cwd), '--clearenv');
  for (const [name, value] of Object.entries(spec.env)) args.push('--setenv', name, value);
  // Inside, because the kernel counts a user's processes by user namespace.
  args.push('--', 'prlimit', `--nproc=${limits.processes + processHeadroom}`, `--fsize=${limits.fileSize}`, '--core=0');
  args.push(`--nofile=${limits.openFiles}`, `--data=${limits.memory + memoryHeadroom}`, '--', ...argv);
  return args;
}

/** Paths that cannot hold a tree, because the sandbox has its own there. */
export function reserved(root: string): boolean {
  return ['/proc', '/dev', '/sys', '/.hone', '/etc'].some((folder) => inside(root, folder)) || dirname(root) === root;
}
