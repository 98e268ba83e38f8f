import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CannotRunError, messageOf } from '../base/errors.ts';
import type { StreamKey } from '../store/event.ts';

/** What the runner tells a step about where it runs. The payload comes from outside: read it through `payloadText`. */
export interface Runner {
  readonly stream: StreamKey;
  readonly workspace: string;
  /** Emptied by the runner after each job. */
  readonly temp: string;
  readonly eventName: string;
  readonly payload: unknown;
  readonly workflow: string;
  /** `refs/heads/...`, `refs/tags/...` or `refs/pull/.../merge`; empty when the runner does not say. */
  readonly ref: string;
  readonly apiUrl: string;
  /** Page of this run. */
  readonly runUrl: string;
  /** The event is a pull request from another repository. */
  readonly fork: boolean;
}

/**
 * Reads the runner's environment.
 *
 * The job part of the stream key ends in a nonce: neither GITHUB_JOB nor the job named in the runtime token tells the
 * legs of a matrix, or two calls of one reusable workflow, apart in every runner, and two steps that shared a key would
 * overwrite each other's facts. The post step gets the key back through the saved state.
 *
 * @throws {CannotRunError} outside a workflow run
 */
export function readRunner(environment: NodeJS.ProcessEnv): Runner {
  const need = (name: string): string => {
    const value = environment[name];
    if (!value)
      throw new CannotRunError(`${name} is not set: an action runs inside a workflow; elsewhere use \`hone\``);
    return value;
  };
  const attempt = environment.GITHUB_RUN_ATTEMPT || '1';
  if (!/^[1-9]\d{0,8}$/.test(attempt)) throw new CannotRunError(`GITHUB_RUN_ATTEMPT is ${JSON.stringify(attempt)}`);
  const repository = need('GITHUB_REPOSITORY');
  const eventName = environment.GITHUB_EVENT_NAME || 'unknown';
  const payload = readPayload(environment.GITHUB_EVENT_PATH);
  const runId = need('GITHUB_RUN_ID');
  const job = `${environment.GITHUB_JOB || 'job'}/${environment.GITHUB_ACTION || 'step'}`;
  return {
    stream: {
      repository,
      runId,
      attempt: Number(attempt),
      job: `${job}/${randomBytes(4).toString('hex')}`,
    },
    workspace: need('GITHUB_WORKSPACE'),
    temp: need('RUNNER_TEMP'),
    eventName,
    payload,
    workflow: environment.GITHUB_WORKFLOW || 'unknown',
    ref: environment.GITHUB_REF ?? '',
    apiUrl: environment.GITHUB_API_URL || defaultApi,
    runUrl: `${environment.GITHUB_SERVER_URL || 'https://github.com'}/${repository}/actions/runs/${runId}`,
    // A fork that was deleted has no repository any more.
    fork:
      eventName.startsWith('pull_request') && payloadText(payload, 'pull_request.head.repo.full_name') !== repository,
  };
}

/** The API of github.com; GitHub Enterprise Server says where its own is. */
export const defaultApi = 'https://api.github.com';

function readPayload(path: string | undefined): unknown {
  if (!path) return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (thrown) {
    throw new CannotRunError(`the event payload ${path} cannot be read: ${messageOf(thrown)}`);
  }
}

/** The text at a path of the payload, such as `pull_request.head.sha`; undefined when there is none. */
export function payloadText(payload: unknown, path: string): string | undefined {
  let value = payload;
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return typeof value === 'string' ? value : undefined;
}

/** The folder of a step's own files: journal, report. */
export function stepFolder(runner: Runner): string {
  return join(runner.temp, 'hone', runner.stream.job.replace(/[^\w.-]/g, '_'));
}
