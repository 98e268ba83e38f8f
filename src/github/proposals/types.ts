import type { Repository } from '../../git/index.ts';
import type { Rest } from '../rest.ts';

/** A patch that shall become a pull request. Title, body and message are finished: outside text in them is escaped. */
export interface Proposal {
  /** What it is for, `[0-9a-z-]`: proposals of the same key share one branch and one pull request. */
  readonly key: string;
  /** Full id of the commit that the patch is for. */
  readonly commit: string;
  /** Branch that the pull request goes to. */
  readonly base: string;
  /** Branch that it comes from; not the base. */
  readonly branch: string;
  /** Unified diff for `git apply`; it may only change the contents of files that are there. */
  readonly patch: string;
  /** Whether it may change this file: what needs a different kind of look is not for whoever made the patch. */
  readonly mayChange: (path: string) => boolean;
  readonly title: string;
  readonly body: string;
  /** Commit message without trailers. */
  readonly message: string;
  readonly draft: boolean;
  readonly labels: readonly Label[];
  /** Labels of an earlier proposal of this key that no longer hold. */
  readonly withdrawn: readonly string[];
}

export interface Label {
  readonly name: string;
  /** Used when the repository does not have the label yet; six hexadecimal digits. */
  readonly color?: string;
  readonly description?: string;
}

export interface ProposalDeps {
  readonly rest: Rest;
  readonly owner: string;
  readonly repo: string;
  /** A checkout that has the commit. Only read. */
  readonly repository: Repository;
}

/** What became of a proposal. */
export interface Proposed {
  /**
   * `left`: there is a reason not to touch what is there. `refused`: GitHub or the patch does not allow it. Of the
   * others, the pull request is there and shows this patch.
   */
  readonly outcome: 'opened' | 'updated' | 'unchanged' | 'left' | 'refused';
  readonly pull: { readonly number: number; readonly url: string } | undefined;
  /** Why it was left or refused, in one sentence; undefined otherwise. */
  readonly reason: string | undefined;
  /** What else was not done as asked. */
  readonly notes: readonly string[];
}
