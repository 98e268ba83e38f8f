export type { FixDeps } from './deps.ts';
export { failureFingerprint } from './fingerprint.ts';
export { observeDecisions } from './publish/decisions.ts';
export { repairPublished } from './publish/events.ts';
export { type PublishDeps, type PublishOptions, publishRepair } from './publish/publish.ts';
export { readReport } from './publish/read-report.ts';
export { choicesOf } from './render/choices.ts';
export { renderJson } from './render/json.ts';
export { renderMarkdown } from './render/markdown.ts';
export {
  type PullRequestOptions,
  type PullRequestText,
  pullRequestMarker,
  renderPullRequest,
} from './render/pull-request.ts';
export { type Handing, renderTerminal } from './render/terminal.ts';
export { attemptShare, fix, planRepair, type Share, selectRepair } from './repair.ts';
export { type AttemptShare, type RepairPlan, readPlan, readShare } from './shapes.ts';
export type * from './types.ts';
