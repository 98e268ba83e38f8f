import { messageOf } from '../../base/errors.ts';
import { statusOf } from '../rest.ts';
import type { Label, Proposal, ProposalDeps } from './types.ts';

export interface Pull {
  readonly number: number;
  readonly url: string;
  readonly state: 'open' | 'closed';
  readonly merged: boolean;
  readonly draft: boolean;
  readonly base: string;
  readonly author: string | undefined;
  readonly labels: readonly string[];
  /** What the hidden marker in its text says; undefined without one. */
  readonly shows: { readonly patchId: string; readonly commit: string } | undefined;
}

type Where = Pick<ProposalDeps, 'rest' | 'owner' | 'repo'>;

interface Shown {
  readonly key: string;
  readonly patchId: string;
  readonly commit: string;
}

/** Says in a text, invisibly, which patch it is about. Outside text cannot hold one: escaping breaks `<!--`. */
export function marker(kind: 'proposal' | 'comment', { key, patchId, commit }: Shown): string {
  return `<!-- hone-${kind} key=${key} patch=${patchId} commit=${commit} -->`;
}

function readMarker(kind: 'proposal' | 'comment', text: string, key: string): Pull['shows'] {
  const pattern = new RegExp(`<!-- hone-${kind} key=${key} patch=([0-9a-f]+) commit=([0-9a-f]+) -->`);
  const [, patchId, commit] = pattern.exec(text) ?? [];
  return patchId && commit ? { patchId, commit } : undefined;
}

/** Pull requests that ever came from the branch, newest first; at most a hundred. */
export async function pullsOf({ rest, owner, repo }: Where, { branch, key }: Proposal): Promise<Pull[]> {
  const { data } = await rest.rest.pulls.list({
    ...{ owner, repo, head: `${owner}:${branch}`, state: 'all', per_page: 100 },
    ...{ sort: 'created', direction: 'desc' },
  });
  return data.map((pull) => ({
    number: pull.number,
    url: pull.html_url,
    state: pull.state === 'open' ? 'open' : 'closed',
    merged: pull.merged_at !== null,
    draft: pull.draft === true,
    base: pull.base.ref,
    author: pull.user?.login,
    labels: pull.labels.map(({ name }) => name),
    shows: readMarker('proposal', pull.body ?? '', key),
  }));
}

export async function openPull(
  { rest, owner, repo }: Where,
  { title, base, branch, draft }: Proposal,
  body: string,
): Promise<{ number: number; url: string; draft: boolean }> {
  const create = async (asDraft: boolean) => {
    const { data } = await rest.rest.pulls.create({ owner, repo, title, body, base, head: branch, draft: asDraft });
    return { number: data.number, url: data.html_url, draft: asDraft };
  };
  try {
    return await create(draft);
  } catch (thrown) {
    if (!draft || statusOf(thrown) !== 422 || !/draft pull requests are not supported/i.test(messageOf(thrown))) {
      throw thrown;
    }
    return await create(false);
  }
}

export async function rewritePull(
  { rest, owner, repo }: Where,
  { title, base }: Proposal,
  pull: Pull,
  body: string,
): Promise<void> {
  const moved = pull.base === base ? {} : { base };
  await rest.rest.pulls.update({ owner, repo, pull_number: pull.number, title, body, ...moved });
}

/** Labels help, they never decide: what cannot be labelled is a note. */
export async function labelPull(
  { rest, owner, repo }: Where,
  number: number,
  present: readonly string[],
  { labels, withdrawn }: Proposal,
): Promise<string[]> {
  const where = { owner, repo };
  try {
    const missing = labels.filter(({ name }) => !present.includes(name));
    for (const label of missing) await makeLabel(where, rest, label);
    if (missing.length > 0) {
      await rest.rest.issues.addLabels({ ...where, issue_number: number, labels: missing.map(({ name }) => name) });
    }
    for (const name of withdrawn.filter((one) => present.includes(one))) {
      await rest.rest.issues.removeLabel({ ...where, issue_number: number, name });
    }
    return [];
  } catch (thrown) {
    return [`its labels could not be set: ${messageOf(thrown)}`];
  }
}

async function makeLabel(
  where: { owner: string; repo: string },
  rest: ProposalDeps['rest'],
  { name, color = 'ededed', description = '' }: Label,
): Promise<void> {
  try {
    await rest.rest.issues.createLabel({ ...where, name, color, description });
  } catch (thrown) {
    // It is there already.
    if (statusOf(thrown) !== 422) throw thrown;
  }
}

/** One comment of ours on a pull request, edited in place. @returns false when it said so already */
export async function comment({ rest, owner, repo }: Where, pull: Pull, shown: Shown, text: string): Promise<boolean> {
  const where = { owner, repo };
  const body = `${marker('comment', shown)}\n${text}`;
  const comments = await rest.paginate(rest.rest.issues.listComments, {
    ...where,
    issue_number: pull.number,
    per_page: 100,
  });
  // Anybody can write a marker; whoever opened the pull request is us.
  const own = comments.filter(({ user }) => user?.login !== undefined && user.login === pull.author);
  const before = own.find((one) => readMarker('comment', one.body ?? '', shown.key) !== undefined);
  const said = readMarker('comment', before?.body ?? '', shown.key);
  if (said?.patchId === shown.patchId) return false;
  if (before === undefined) await rest.rest.issues.createComment({ ...where, issue_number: pull.number, body });
  else await rest.rest.issues.updateComment({ ...where, comment_id: before.id, body });
  return true;
}
