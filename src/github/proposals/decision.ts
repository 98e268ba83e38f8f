import { statusOf } from '../rest.ts';
import { readCommit } from './commits.ts';
import type { ProposalDeps } from './types.ts';

/** `edited`: merged, with commits of others on top. */
export type Decision = 'approved' | 'edited' | 'rejected';

/**
 * What people made of a pull request that was proposed from a branch for a key. Undefined while it is open, and where
 * the number is that of something else.
 *
 * @returns `at` in milliseconds since the epoch
 */
export async function decisionOf(
  { rest, owner, repo }: Pick<ProposalDeps, 'rest' | 'owner' | 'repo'>,
  { pull, branch, key }: { readonly pull: number; readonly branch: string; readonly key: string },
): Promise<{ readonly decision: Decision; readonly at: number } | undefined> {
  try {
    const { data } = await rest.rest.pulls.get({ owner, repo, pull_number: pull });
    const { head, state, closed_at, merged_at } = data;
    const own = head.ref === branch && head.repo?.full_name.toLowerCase() === `${owner}/${repo}`.toLowerCase();
    if (!own || state === 'open' || closed_at === null) return undefined;
    const at = Date.parse(closed_at);
    if (merged_at === null) return { decision: 'rejected', at };
    const tip = await readCommit({ rest, owner, repo }, head.sha, key);
    return { decision: tip.own === undefined ? 'edited' : 'approved', at };
  } catch (thrown) {
    if (statusOf(thrown) === 404) return undefined;
    throw thrown;
  }
}
