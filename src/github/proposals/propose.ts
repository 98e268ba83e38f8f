import { CannotRunError, messageOf } from '../../base/errors.ts';
import { codeBlock } from '../../render/markdown.ts';
import { statusOf } from '../rest.ts';
import { createCommit, readTip, setBranch, type Tip } from './commits.ts';
import { type PatchedTree, patchTree, UnfitPatchError } from './patched-tree.ts';
import { comment, labelPull, marker, openPull, type Pull, pullsOf, rewritePull } from './pulls.ts';
import type { Proposal, ProposalDeps, Proposed } from './types.ts';

// Two runs that propose at once meet at most once each: whoever comes second finds the other's work.
const rounds = 3;

/**
 * Makes a patch a pull request, or brings the one that is there for the same key up to date. A branch that has commits
 * of others is never touched, no branch is ever forced, and what was closed without merging is not opened again.
 *
 * @throws CannotRunError when GitHub cannot be reached or fails
 */
export async function propose(proposal: Proposal, deps: ProposalDeps): Promise<Proposed> {
  if (proposal.branch === proposal.base)
    throw new CannotRunError(`a patch of ${proposal.base} is not pushed to itself`);
  try {
    const tree = await patchTree(deps.repository, proposal);
    for (let round = 1; round <= rounds; round += 1) {
      const proposed = await proposeOnce(proposal, tree, deps);
      if (proposed !== undefined) return proposed;
    }
  } catch (thrown) {
    if (thrown instanceof UnfitPatchError) return refused(thrown.message);
    const status = statusOf(thrown);
    if (status === 401 || status === 403 || status === 404) {
      return refused(`the token may not propose changes to this repository: ${messageOf(thrown)}`);
    }
    if (status === 422 || status === 410) return refused(`GitHub does not take it: ${messageOf(thrown)}`);
    if (status === undefined) throw thrown;
    throw new CannotRunError(`GitHub answered with status ${status}: ${messageOf(thrown)}`);
  }
  throw new CannotRunError(`branch ${proposal.branch} changed ${rounds} times while it was looked at`);
}

/** @returns undefined when another run was faster, and all has to be looked at again */
async function proposeOnce(proposal: Proposal, tree: PatchedTree, deps: ProposalDeps): Promise<Proposed | undefined> {
  const { branch, key, commit, base } = proposal;
  const { patchId } = tree;
  const pulls = await pullsOf(deps, proposal);
  const open = pulls.find(({ state }) => state === 'open');
  const tip = await readTip(deps, branch, key);
  if (tip !== undefined && tip.own === undefined) return leave(proposal, patchId, open, deps);
  if (open === undefined) {
    const settled = pulls.find((pull) => pull.base === base && settles(pull, patchId, commit));
    if (settled !== undefined) {
      const how = settled.merged ? 'was merged already' : 'was closed without merging, so it is not opened again';
      return left(settled, `pull request #${settled.number} with this patch ${how}`);
    }
  }
  const same = isSame(tip, patchId, commit);
  if (!same) {
    const sha = await createCommit(deps, proposal, tree, tip);
    if (!(await setBranch(deps, branch, sha, tip))) return undefined;
  }
  const body = `${proposal.body.trim()}\n\n${marker('proposal', { key, patchId, commit })}\n`;
  if (open === undefined) return openNew(proposal, body, deps);
  const shown = same && open.shows?.patchId === patchId && open.shows.commit === commit && open.base === base;
  if (!shown) await rewritePull(deps, proposal, open, body);
  const notes = await labelPull(deps, open.number, open.labels, proposal);
  if (open.draft !== proposal.draft) {
    notes.push(
      open.draft ? 'it stays a draft until a person marks it ready' : 'it is no draft, though it should be reviewed',
    );
  }
  return { outcome: shown ? 'unchanged' : 'updated', pull: open, reason: undefined, notes };
}

/** Merged ones settle a patch for the commit that they were made for: where it fails again, it is needed again. */
function settles({ merged, shows }: Pull, patchId: string, commit: string): boolean {
  return shows?.patchId === patchId && (!merged || shows.commit === commit);
}

function isSame(tip: Tip | undefined, patchId: string, commit: string): boolean {
  return tip?.own?.patchId === patchId && tip.own.commit === commit;
}

async function openNew(proposal: Proposal, body: string, deps: ProposalDeps): Promise<Proposed | undefined> {
  const { branch, base, draft } = proposal;
  try {
    const pull = await openPull(deps, proposal, body);
    const notes = await labelPull(deps, pull.number, [], proposal);
    if (draft && !pull.draft) notes.push('it is no draft: this repository has none');
    return { outcome: 'opened', pull, reason: undefined, notes };
  } catch (thrown) {
    const status = statusOf(thrown);
    const message = messageOf(thrown);
    if (status === 422 && /already exists/i.test(message)) return undefined;
    if (status !== 401 && status !== 403 && status !== 404 && status !== 422) throw thrown;
    // GitHub's own setting forbids this to its token unless it is switched on.
    const setting = /not permitted to create/i.test(message)
      ? ' (Settings, Actions, General: "Allow GitHub Actions to create and approve pull requests")'
      : '';
    return refused(
      `branch ${branch} has the patch, but no pull request to ${base} could be opened: ${message}${setting}`,
    );
  }
}

async function leave(
  { branch, key, commit, patch }: Proposal,
  patchId: string,
  open: Pull | undefined,
  deps: ProposalDeps,
): Promise<Proposed> {
  const reason = `branch ${branch} has commits of others, which are never overwritten`;
  if (open === undefined) return left(undefined, reason);
  if (open.shows?.patchId === patchId)
    return left(open, `${reason}; pull request #${open.number} began with this patch`);
  const text = [
    `There is a newer repair for commit ${commit}. This branch has commits of others, so it was left as it is.`,
    codeBlock(patch, 'diff'),
  ];
  await comment(deps, open, { key, patchId, commit }, text.join('\n\n'));
  return left(open, `${reason}; the newer patch is in a comment on #${open.number}`);
}

function left(pull: Proposed['pull'], reason: string): Proposed {
  return { outcome: 'left', pull, reason, notes: [] };
}

function refused(reason: string): Proposed {
  return { outcome: 'refused', pull: undefined, reason, notes: [] };
}
