import { stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { CannotRunError, UsageError } from '../base/errors.ts';
import { printable } from '../base/printable.ts';
import { complaint, gitOutput, runGit } from './command.ts';
import type { Repository } from './types.ts';

/**
 * Finds the repository that `dir` is in: a work tree or a folder of it, a linked worktree, a bare repository.
 *
 * @throws UsageError when there is no such folder or no repository
 * @throws CannotRunError when git is missing or refuses to read the repository
 */
export async function openRepository(dir: string): Promise<Repository> {
  const cwd = resolve(dir);
  await mustBeDirectory(dir, cwd);
  const [about, top] = await Promise.all([
    runGit(
      ['rev-parse', '--is-bare-repository', '--is-shallow-repository', '--absolute-git-dir', '--is-inside-work-tree'],
      { cwd },
    ),
    runGit(['rev-parse', '--show-toplevel'], { cwd }),
  ]);
  if (about.status !== 0) throw refusal(dir, about.stderr);
  // The path may contain newlines, so it is what stands between the lines that cannot.
  const lines = about.stdout.replace(/\n$/, '').split('\n');
  const gitDir = lines.slice(2, -1).join('\n');
  const root = top.status === 0 ? top.stdout.replace(/\n$/, '') : gitDir;
  const at = { cwd: root };
  const [symbolic, head, common, origin] = await Promise.all([
    runGit(['symbolic-ref', '--quiet', 'HEAD'], at),
    runGit(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'], at),
    runGit(['rev-parse', '--git-common-dir'], at),
    runGit(['config', '--get', 'remote.origin.url'], at),
  ]);
  const branch = symbolic.status === 0 ? symbolic.stdout.trim().replace(/^refs\/heads\//, '') : undefined;
  const commonDir = resolve(root, common.stdout.replace(/\n$/, ''));
  return {
    root,
    gitDir,
    bare: lines[0] === 'true',
    shallow: lines[1] === 'true',
    head: head.status === 0 ? head.stdout.trim() : undefined,
    branch,
    name: repositoryName(origin.stdout.trim()) ?? `local/${folderName(commonDir)}`,
  };
}

/**
 * The commit that `revision` names, as a full object id.
 *
 * @throws UsageError when it names no commit, or more than one
 */
export async function resolveRevision(repository: Repository, revision: string): Promise<string> {
  const shown = printable(revision, 300);
  const unknown = new UsageError(`"${shown}" is not a commit in ${repository.name}: give a branch, tag or commit id`);
  if (revision === '' || revision.includes('\0')) throw unknown;
  const { status, stdout, stderr } = await runGit(
    ['rev-parse', '--verify', '--end-of-options', `${revision}^{commit}`],
    { cwd: repository.root },
  );
  if (/refname '.*' is ambiguous/.test(stderr)) {
    throw new UsageError(
      `"${shown}" names more than one ref in ${repository.name}: write refs/heads/... or refs/tags/... in full`,
    );
  }
  if (/short object ID .* is ambiguous/.test(stderr)) {
    throw new UsageError(
      `"${shown}" is the beginning of more than one commit id in ${repository.name}: give more of it`,
    );
  }
  const sha = stdout.trim();
  if (status !== 0 || !isObjectId(sha)) throw unknown;
  return sha;
}

/** Newest common ancestor, what a pull request is compared with; undefined when there is none here. */
export async function mergeBase(repository: Repository, a: string, b: string): Promise<string | undefined> {
  const { status, stdout, stderr } = await runGit(['merge-base', objectId(a), objectId(b)], { cwd: repository.root });
  if (status > 1) throw new CannotRunError(`git merge-base failed: ${complaint(stderr)}`);
  return status === 0 ? stdout.trim() : undefined;
}

/** Guards every argument that git could take for an option: only {@link resolveRevision} takes a person's words. */
export function objectId(sha: string): string {
  if (!isObjectId(sha)) throw new TypeError(`not a full object id: ${printable(sha, 300)}`);
  return sha;
}

function isObjectId(text: string): boolean {
  return /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}

/** The commits whose parents a shallow clone left out. */
export async function shallowBoundary(repository: Repository): Promise<ReadonlySet<string>> {
  if (!repository.shallow) return new Set();
  const { readFile } = await import('node:fs/promises');
  const file = await gitOutput(['rev-parse', '--git-path', 'shallow'], { cwd: repository.root });
  const text = await readFile(resolve(repository.root, file.replace(/\n$/, '')), 'utf8');
  return new Set(text.split('\n').filter((line) => line !== ''));
}

async function mustBeDirectory(dir: string, path: string): Promise<void> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => error);
  if (found instanceof Error) {
    if (found.code === 'ENOENT' || found.code === 'ENOTDIR')
      throw new UsageError(`no such folder: "${printable(dir, 300)}"`);
    throw new CannotRunError(`cannot read "${printable(dir, 300)}": ${found.code ?? found.message}`);
  }
  if (!found.isDirectory())
    throw new UsageError(`"${printable(dir, 300)}" is a file; give the folder of a git repository`);
}

function refusal(dir: string, stderr: string): Error {
  const shown = printable(dir, 300);
  if (/dubious ownership|unsafe repository/.test(stderr)) {
    const path = /safe\.directory (.+)$/m.exec(stderr)?.[1] ?? `'${shown}'`;
    return new CannotRunError(
      `git will not read "${shown}" because another user owns it; if you trust it, run: ` +
        `git config --global --add safe.directory ${printable(path, 300)}`,
    );
  }
  if (/not a git repository/.test(stderr)) return new UsageError(`"${shown}" is not in a git repository`);
  return new CannotRunError(`git cannot read "${shown}": ${complaint(stderr)}`);
}

/** `owner/name` of a remote on a host; undefined for a path on this machine. Credentials in the URL never get here. */
export function repositoryName(url: string): string | undefined {
  const path =
    /^(?:https?|ssh|git|git\+ssh):\/\/[^/]+\/(.+)$/i.exec(url)?.[1] ??
    /^(?:[^/:@]+@)?[^/:]{2,}:(?!\/\/)(.+)$/.exec(url)?.[1];
  const match = /(?:^|\/)([\w.-]+)\/([\w.-]+?)(?:\.git)?\/*$/.exec(path ?? '');
  return match ? `${match[1]}/${match[2]}` : undefined;
}

function folderName(commonDir: string): string {
  const folder = basename(commonDir) === '.git' ? basename(dirname(commonDir)) : basename(commonDir, '.git');
  return printable(folder.replaceAll(/[\s/]+/g, '-')) || 'repository';
}
