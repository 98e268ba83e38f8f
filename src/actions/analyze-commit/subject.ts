import { UsageError } from '../../base/errors.ts';
import { mergeBase, type Repository, readCommit, resolveRevision } from '../../git/index.ts';
import { payloadText, type Runner } from '../runner.ts';
import type { AnalyzeCommitInputs } from './inputs.ts';

/** What to analyze. `base` undefined: a root commit, compared with nothing. */
export interface Subject {
  readonly head: string;
  readonly base: string | undefined;
  /** Where the answer is not the obvious one, in a sentence each. */
  readonly notes: readonly string[];
}

/** The change cannot be known from this checkout; `reason` says why and what to do. */
export interface Unreadable {
  readonly head: string | undefined;
  readonly reason: string;
}

const advice = 'set `fetch-depth: 0` (or 2 for single commits and pull requests) on actions/checkout';

/**
 * What the event is about, as far as the checkout has it: a pull request against its base, a push against the state
 * before it, anything else HEAD against its first parent. Inputs `commit` and `base` come first.
 *
 * @throws UsageError when an input names no commit
 */
export async function findSubject(
  repository: Repository,
  inputs: Pick<AnalyzeCommitInputs, 'commit' | 'base'>,
  runner: Pick<Runner, 'eventName' | 'payload'>,
): Promise<Subject | Unreadable> {
  if (repository.head === undefined) return { head: undefined, reason: 'the repository has no commits yet' };
  if (inputs.commit !== undefined || inputs.base !== undefined) {
    const head = await namedCommit(repository, 'commit', inputs.commit ?? 'HEAD');
    if (inputs.base === undefined) return againstParent(repository, head, []);
    return { head, base: await namedCommit(repository, 'base', inputs.base), notes: [] };
  }
  if (runner.eventName.startsWith('pull_request')) return pullRequest(repository, repository.head, runner.payload);
  if (runner.eventName === 'push') return push(repository, repository.head, runner.payload);
  return againstParent(repository, repository.head, []);
}

async function pullRequest(
  repository: Repository,
  checkedOut: string,
  payload: unknown,
): Promise<Subject | Unreadable> {
  const headId = payloadCommit(payload, 'pull_request.head.sha');
  const baseId = payloadCommit(payload, 'pull_request.base.sha');
  const head = await presentCommit(repository, headId);
  const tip = await presentCommit(repository, baseId);
  if (head !== undefined && tip !== undefined) {
    const base = await mergeBase(repository, tip, head);
    if (base !== undefined) return { head, base, notes: [] };
  }
  // Without history, the merge commit that GitHub checks out still says what the pull request does to its base.
  const { parents } = await readCommit(repository, checkedOut);
  if (headId !== undefined && parents[1] === headId) {
    return {
      head: checkedOut,
      base: parents[0],
      notes: ['compared as merged into its base: this checkout has no more history'],
    };
  }
  const reason = `the base of this pull request is not in this checkout, so what it changes is unknown: ${advice}`;
  return { head: head ?? checkedOut, reason };
}

async function push(repository: Repository, checkedOut: string, payload: unknown): Promise<Subject | Unreadable> {
  const before = payloadCommit(payload, 'before');
  const head = (await presentCommit(repository, payloadCommit(payload, 'after'))) ?? checkedOut;
  // All zeros: the branch is new, so there is no state before.
  if (before === undefined || /^0*$/.test(before)) return againstParent(repository, head, []);
  const base = await presentCommit(repository, before);
  if (base !== undefined && (await mergeBase(repository, base, head)) === base) return { head, base, notes: [] };
  const why = base === undefined ? 'is not in this checkout' : 'is not an ancestor (the push was forced)';
  return againstParent(repository, head, [
    `the state before this push, ${before.slice(0, 12)}, ${why}: only the newest commit was analyzed`,
  ]);
}

async function againstParent(
  repository: Repository,
  head: string,
  notes: readonly string[],
): Promise<Subject | Unreadable> {
  const { parents } = await readCommit(repository, head);
  if (parents.length === 0 && repository.shallow) {
    const reason = `the parent of ${head.slice(0, 12)} is not in this checkout, so what it changes is unknown: ${advice}`;
    return { head, reason };
  }
  return { head, base: parents[0], notes };
}

async function namedCommit(repository: Repository, input: string, revision: string): Promise<string> {
  try {
    return await resolveRevision(repository, revision);
  } catch (thrown) {
    if (!(thrown instanceof UsageError) || !repository.shallow) throw prefixed(input, thrown);
    throw prefixed(input, new UsageError(`${thrown.message}; this checkout is shallow: ${advice}`));
  }
}

function prefixed(input: string, thrown: unknown): unknown {
  return thrown instanceof UsageError ? new UsageError(`input "${input}": ${thrown.message}`) : thrown;
}

/** A full object id of the payload; anything else that stands there is no id. */
function payloadCommit(payload: unknown, path: string): string | undefined {
  const text = payloadText(payload, path);
  return text !== undefined && /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(text) ? text : undefined;
}

/** `id` when the checkout has that commit. */
async function presentCommit(repository: Repository, id: string | undefined): Promise<string | undefined> {
  if (id === undefined) return undefined;
  try {
    return await resolveRevision(repository, id);
  } catch (thrown) {
    if (thrown instanceof UsageError) return undefined;
    throw thrown;
  }
}
