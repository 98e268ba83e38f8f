import { payloadText, type Runner } from '../runner.ts';

/** What an event is about, as far as a repair of it may be published. */
export interface Subject {
  /** Branch that is red; undefined: the event is about none. */
  readonly branch: string | undefined;
  /** The red commit; undefined: whatever is checked out. */
  readonly commit: string | undefined;
  readonly defaultBranch: string | undefined;
  /** The code is that of another repository. */
  readonly fork: boolean;
}

type About = Pick<Runner, 'eventName' | 'payload' | 'ref' | 'fork' | 'stream'>;

/**
 * The branch and commit that the event is about. After `workflow_run` these are what the other workflow ran for: the run
 * itself is one of the default branch, with its rights, whoever's code was red.
 */
export function subjectOf({ eventName, payload, ref, fork, stream }: About): Subject {
  const defaultBranch = payloadText(payload, 'repository.default_branch');
  if (eventName === 'workflow_run') {
    return {
      branch: payloadText(payload, 'workflow_run.head_branch'),
      commit: payloadText(payload, 'workflow_run.head_sha'),
      defaultBranch,
      // A fork that was deleted has no repository any more.
      fork: payloadText(payload, 'workflow_run.head_repository.full_name') !== stream.repository,
    };
  }
  if (eventName.startsWith('pull_request')) {
    return {
      branch: payloadText(payload, 'pull_request.head.ref'),
      commit: payloadText(payload, 'pull_request.head.sha'),
      ...{ defaultBranch, fork },
    };
  }
  return { branch: /^refs\/heads\/(.+)$/.exec(ref)?.[1], commit: undefined, defaultBranch, fork };
}
