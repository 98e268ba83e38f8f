import { CannotRunError } from '../../base/errors.ts';
import { statusOf } from '../rest.ts';
import type { PatchedTree } from './patched-tree.ts';
import type { Proposal, ProposalDeps } from './types.ts';

/** The tip of a branch, as far as it tells who made it. */
export interface Tip {
  readonly sha: string;
  readonly parents: readonly string[];
  /** Set when the commit is exactly one that was made here for this key: neither amended nor rebased. */
  readonly own: { readonly patchId: string; readonly commit: string } | undefined;
}

type Where = Pick<ProposalDeps, 'rest' | 'owner' | 'repo'>;

/** @returns undefined when there is no such branch */
export async function readTip({ rest, owner, repo }: Where, branch: string, key: string): Promise<Tip | undefined> {
  let sha: string;
  try {
    const { data } = await rest.rest.git.getRef({ owner, repo, ref: `heads/${branch}` });
    sha = data.object.sha;
  } catch (thrown) {
    if (statusOf(thrown) === 404) return undefined;
    throw thrown;
  }
  return readCommit({ rest, owner, repo }, sha, key);
}

export async function readCommit({ rest, owner, repo }: Where, sha: string, key: string): Promise<Tip> {
  const { data } = await rest.rest.git.getCommit({ owner, repo, commit_sha: sha });
  const parents = data.parents.map((parent) => parent.sha);
  const trailer = (name: string): string | undefined =>
    new RegExp(`^Hone-${name}: (\\S+)$`, 'm').exec(data.message)?.[1];
  const [patchId, commit] = [trailer('Patch'), trailer('Commit')];
  const genuine =
    trailer('Key') === key && trailer('Tree') === data.tree.sha && trailer('Parents') === parents.join(',');
  return { sha, parents, own: genuine && patchId && commit ? { patchId, commit } : undefined };
}

/**
 * Commits the patched tree through the API, on top of `tip` where there is one: moving the branch there is then never
 * forced, so nothing that was pushed meanwhile can be lost. Without an author GitHub enters the token's owner, and signs.
 *
 * @returns id of the commit, which no branch has yet
 */
export async function createCommit(
  { rest, owner, repo }: Where,
  { commit, key, message }: Proposal,
  tree: PatchedTree,
  tip: Tip | undefined,
): Promise<string> {
  const where = { owner, repo };
  for (const { blob, content } of tree.files) {
    const { data } = await rest.rest.git.createBlob({
      ...where,
      content: content.toString('base64'),
      encoding: 'base64',
    });
    mustBe(data.sha, blob);
  }
  const { data: made } = await rest.rest.git.createTree({
    ...where,
    base_tree: tree.base,
    tree: tree.files.map(({ path, mode, blob }) => ({ path, mode: mode as '100644', type: 'blob', sha: blob })),
  });
  mustBe(made.sha, tree.tree);
  const parents = tip === undefined ? [commit] : tip.own?.commit === commit ? [tip.sha] : [tip.sha, commit];
  const trailers = [
    `Hone-Key: ${key}`,
    `Hone-Commit: ${commit}`,
    `Hone-Patch: ${tree.patchId}`,
    `Hone-Tree: ${tree.tree}`,
    `Hone-Parents: ${parents.join(',')}`,
  ];
  const text = `${message.trim()}\n\n${trailers.join('\n')}\n`;
  const { data } = await rest.rest.git.createCommit({ ...where, message: text, tree: tree.tree, parents });
  return data.sha;
}

/** @returns false when somebody else was faster, and the branch has to be looked at again */
export async function setBranch(
  { rest, owner, repo }: Where,
  branch: string,
  sha: string,
  tip: Tip | undefined,
): Promise<boolean> {
  try {
    if (tip === undefined) await rest.rest.git.createRef({ owner, repo, ref: `refs/heads/${branch}`, sha });
    else await rest.rest.git.updateRef({ owner, repo, ref: `heads/${branch}`, sha, force: false });
    return true;
  } catch (thrown) {
    if (statusOf(thrown) === 422 && /already exists|fast.forward|does not exist/i.test(String(thrown))) return false;
    throw thrown;
  }
}

/** Objects are named by their contents, so a different name is a different object. */
function mustBe(received: string, computed: string): void {
  if (received !== computed) throw new CannotRunError(`GitHub stored ${received} where ${computed} was sent`);
}
