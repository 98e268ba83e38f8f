import { createHash } from 'node:crypto';
import { languageOf } from '../../code/index.ts';
import type { Repository } from '../../git/index.ts';
import { type Label, type Proposal, type Proposed, propose, type Rest } from '../../github/index.ts';
import type { Recorder } from '../../store/event.ts';
import { isTestFile } from '../../testing/index.ts';
import { failureFingerprint } from '../fingerprint.ts';
import { renderPullRequest } from '../render/pull-request.ts';
import type { FixReport } from '../types.ts';
import { repairPublished } from './events.ts';

export interface PublishOptions {
  /** Branch that the pull request goes to. */
  readonly base: string;
  /** Undefined: not known. */
  readonly defaultBranch: string | undefined;
  /** What the names of Hone's own branches begin with. */
  readonly branchPrefix: string;
  readonly labels: readonly string[];
  readonly runUrl?: string | undefined;
}

export interface PublishDeps {
  readonly rest: Rest;
  readonly owner: string;
  readonly repo: string;
  readonly repository: Repository;
  readonly recorder: Recorder;
}

const reviewLabel: Label = {
  name: 'needs-human-review',
  color: 'fbca04',
  description: 'Every test passes, yet a person has to say whether this is what was meant',
};

/**
 * Proposes the winner of a report as a pull request: one for each failure and branch, whichever run finds it. What is
 * not certain is a draft that asks for a person.
 *
 * @throws TypeError when the report has no winner
 * @throws CannotRunError when GitHub cannot be reached or fails
 */
export async function publishRepair(
  report: FixReport,
  options: PublishOptions,
  deps: PublishDeps,
): Promise<Proposed & { readonly branch: string }> {
  const { winner, commit, status } = report;
  if (!winner) throw new TypeError('a report without a winner has nothing to propose');
  const { base, branchPrefix, labels, runUrl } = options;
  const fingerprint = failureFingerprint(report);
  const key = keyOf(fingerprint, options);
  const { title, body } = renderPullRequest(report, { runUrl });
  const review = status === 'review';
  const proposal: Proposal = {
    ...{ key, commit, base, branch: `${branchPrefix}${key}`, patch: winner.patch, title, body },
    message: `${title}\n\nFound by Hone: ${winner.tests.passed} of ${winner.tests.total} tests pass with it.`,
    draft: review,
    // As repairs are made: whatever else a report brings was not made here.
    mayChange: (path) => languageOf(path) !== undefined && !isTestFile(path),
    labels: [...labels.map((name) => ({ name })), ...(review ? [reviewLabel] : [])],
    withdrawn: review || labels.includes(reviewLabel.name) ? [] : [reviewLabel.name],
  };
  const proposed = await propose(proposal, deps);
  const { branch } = proposal;
  deps.recorder.record(repairPublished, {
    ...{ fingerprint, commit, base, branch, outcome: proposed.outcome },
    pullRequest: proposed.pull?.number ?? null,
    ...{ template: winner.strategy, context: winner.context },
  });
  return { ...proposed, branch };
}

/** The same tests may fail on several branches at once: only the default branch's failure is named by itself. */
function keyOf(fingerprint: string, { base, defaultBranch }: PublishOptions): string {
  if (defaultBranch === undefined || base === defaultBranch) return fingerprint;
  return `${fingerprint}-${createHash('sha256').update(base).digest('hex').slice(0, 8)}`;
}
