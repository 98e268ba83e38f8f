import type { Clock } from '../base/clock.ts';
import type { Log } from '../base/log.ts';
import type { Repository } from '../git/index.ts';
import type { EventReader, Recorder } from '../store/index.ts';
import type { FixProgress, FixReport, FixRequest } from './types.ts';

export { failureFingerprint } from './fingerprint.ts';
export { renderJson } from './render/json.ts';
export { renderMarkdown } from './render/markdown.ts';
export {
  type PullRequestOptions,
  type PullRequestText,
  pullRequestMarker,
  renderPullRequest,
} from './render/pull-request.ts';
export { type Handing, renderTerminal } from './render/terminal.ts';
export type * from './types.ts';

export interface FixDeps {
  readonly repository: Repository;
  readonly events: EventReader;
  readonly recorder: Recorder;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: FixProgress) => void;
}

/**
 * Repairs what makes the tests fail: baseline, localisation, search, attempts in sandboxes of their own, comparison of
 * their behaviour, review, choice. The work tree is only read. Records what was tried and learned.
 *
 * @throws UsageError when the test command is empty or there is no such command
 * @throws CannotRunError when sandboxes cannot be made here
 */
export async function fix(_request: FixRequest, _deps: FixDeps): Promise<FixReport> {
  throw new Error('under way');
}
