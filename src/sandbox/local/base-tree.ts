import { chmodSync, lutimesSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../../base/errors.ts';
import { gitOutput, runGit, streamGit } from '../../git/command.ts';
import { ownObjectFolder } from '../../git/object-folder.ts';
import { runCommand } from './command.ts';

/** The tree of a commit with a small repository of its own, from which all sandboxes of that commit start. */
export interface BaseTree {
  readonly dir: string;
  /** Folders of the tree, relative, without `.git`; the root is the empty string. */
  readonly folders: readonly string[];
  /** What the commit itself has, files and folders, so that nothing of it is covered by a mount. */
  readonly paths: ReadonlySet<string>;
}

/** The user's filters (git-lfs and the like) are programs, so they are not run: such files stay pointers. */
const noUserConfiguration = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };

/**
 * Checks a commit out into `dir`. The repository is only read: its objects are packed over to a repository of one
 * commit, with nothing of the user's configuration, remotes, refs or history.
 *
 * @param owner who the files will belong to, when not the current user
 * @throws UsageError when the repository has no such commit
 */
export async function checkOut(
  repository: string,
  commit: string,
  dir: string,
  owner: { uid: number; gid: number } | undefined,
): Promise<BaseTree> {
  const cwd = repository;
  const found = await runGit(['rev-parse', '--verify', '--quiet', '--end-of-options', `${commit}^{commit}`], { cwd });
  if (found.status !== 0) throw new UsageError(`there is no commit ${commit} in ${repository}`);
  const sha = found.stdout.toString().trim();

  mkdirSync(dir, { recursive: true, mode: 0o755 });
  const [objects, date] = await Promise.all([
    gitOutput(['rev-list', '--objects', '--no-object-names', '--max-count=1', sha, '--'], { cwd }),
    gitOutput(['show', '--no-patch', '--format=%ct', sha, '--'], { cwd }),
    gitOutput(['init', '--quiet', '--template=', `--object-format=${sha.length === 64 ? 'sha256' : 'sha1'}`, dir], {
      cwd: '/',
      env: noUserConfiguration,
    }),
  ]);
  const git = join(dir, '.git');
  // Git makes a pack in its object folder before it moves it: in the user's that would be a write, and it could not
  // leave that file system.
  const env = await ownObjectFolder(cwd, join(git, 'objects'));
  const pack = join(git, 'objects', 'pack', 'pack');
  await gitOutput(['pack-objects', '-q', '--window=0', pack], { cwd, env, input: objects });
  writeFileSync(join(git, 'shallow'), `${sha}\n`);
  writeFileSync(join(git, 'HEAD'), `${sha}\n`);
  const inside = { cwd: dir, env: noUserConfiguration };
  // Owner, inode and change time of a file differ inside.
  for (const [key, value] of [
    ['core.checkStat', 'minimal'],
    ['core.trustctime', 'false'],
    ['gc.auto', '0'],
  ] as const) {
    await gitOutput(['config', key, value], inside);
  }
  await gitOutput(['read-tree', sha], inside);
  await gitOutput(['checkout-index', '--all', '--quiet', '--force'], inside);
  let names = '';
  for await (const chunk of streamGit(['ls-files', '-z'], inside)) names += chunk.toString('latin1');
  const listing = names.split('\0').filter(Boolean);
  backdate(dir, listing, Number(date));
  await gitOutput(['update-index', '-q', '--refresh'], inside);
  if (owner !== undefined) await runCommand('chown', ['-hR', `${owner.uid}:${owner.gid}`, '--', dir]);
  chmodSync(dir, 0o755);
  return { dir, ...pathsOf(listing) };
}

/** Files as old as the commit: git sees every later change, and never has to read all files to be sure. */
function backdate(dir: string, listing: readonly string[], seconds: number): void {
  for (const name of listing) {
    const path = Buffer.concat([Buffer.from(`${dir}/`), Buffer.from(name, 'latin1')]);
    try {
      lutimesSync(path, seconds, seconds);
    } catch {
      // A submodule has no folder here.
    }
  }
}

function pathsOf(listing: readonly string[]): { folders: string[]; paths: Set<string> } {
  const folders = new Set(['']);
  const paths = new Set<string>();
  for (const name of listing) {
    const path = Buffer.from(name, 'latin1').toString();
    paths.add(path);
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
      const folder = path.slice(0, at);
      if (folders.has(folder)) break;
      folders.add(folder);
      paths.add(folder);
    }
  }
  return { folders: [...folders], paths };
}
