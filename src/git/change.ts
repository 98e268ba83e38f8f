import { CannotRunError } from '../base/errors.ts';
import { streamGit } from './command.ts';
import { readCommit } from './commit.ts';
import { type ChangeLimits, ChangeParser, defaultLimits } from './patch.ts';
import { objectId, shallowBoundary } from './repository.ts';
import type { Change, Repository } from './types.ts';

/**
 * What changed from `base` to `head`, both full object ids. Without `base`: from the first parent, also for merges, or
 * from the empty tree for a root commit. Renames are those of `git diff -M`, line counts those of `--numstat`.
 *
 * @throws CannotRunError when the parent is not in a shallow clone: then what changed is unknown
 */
export async function readChange(
  repository: Repository,
  range: { readonly head: string; readonly base?: string | undefined },
  options: { readonly limits?: Partial<ChangeLimits>; readonly signal?: AbortSignal } = {},
): Promise<Change> {
  const head = objectId(range.head);
  const base = range.base === undefined ? await firstParent(repository, head) : objectId(range.base);
  const parser = new ChangeParser({ ...defaultLimits, ...options.limits });
  const git = streamGit([...diffTree, ...(base === undefined ? ['--root', head] : [base, head]), '--'], {
    cwd: repository.root,
    signal: options.signal,
  });
  for await (const chunk of git) {
    parser.push(chunk);
    if (parser.full) break;
  }
  return { base, head, ...parser.end() };
}

// diff-tree is plumbing: unlike `git diff` it ignores the person's own diff.* settings that change the output.
const diffTree = [
  'diff-tree',
  '-r',
  '--no-commit-id',
  '--raw',
  '--numstat',
  '--patch',
  '--full-index',
  '--find-renames',
  '-l1000',
  '--unified=3',
  '--no-color',
  '--no-ext-diff',
  '--no-textconv',
  '--ignore-submodules=none',
];

async function firstParent(repository: Repository, sha: string): Promise<string | undefined> {
  const { parents } = await readCommit(repository, sha);
  if (parents.length === 0 && (await shallowBoundary(repository)).has(sha)) {
    throw new CannotRunError(
      `the parent of ${sha.slice(0, 12)} is not in this shallow clone, so what it changed is unknown; ` +
        'fetch more history (git fetch --deepen=1, or fetch-depth: 2 for actions/checkout)',
    );
  }
  return parents[0];
}
