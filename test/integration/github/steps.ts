import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, vi } from 'vitest';
import { systemClock } from '../../../src/base/clock.ts';
import { ActionsArtifacts, ActionsCache } from '../../../src/github/index.ts';
import type { EventStore, StoredEvent } from '../../../src/store/index.ts';
import { commitEvents, type RestoredStore, restoreStore, type SyncDeps } from '../../../src/store/sync/index.ts';
import { type ResultsService, startResultsService } from '../../support/results-service/server.ts';
import type { Run } from '../../support/results-service/state.ts';

export interface Step extends Partial<Run> {
  readonly id: string;
  readonly job?: string;
  readonly token?: string;
}

/** Steps of workflow runs, one at a time in this process, against a stand-in that remembers what they did. */
export class Steps {
  readonly service: ResultsService;
  readonly folder: string;

  constructor(service: ResultsService, folder: string) {
    this.service = service;
    this.folder = folder;
  }

  /** Makes this process a step of a run, as far as the clients can tell. */
  enter(step: Step): SyncDeps {
    const { job = 'job', token, ...run } = step;
    this.service.state.addRun(run);
    Object.assign(process.env, this.service.environment({ ...step, job }), {
      GITHUB_WORKSPACE: join(this.folder, 'workspace'),
      RUNNER_TEMP: join(this.folder, 'temp'),
    });
    return {
      cache: new ActionsCache(),
      artifacts: new ActionsArtifacts({
        repository: 'acme/widgets',
        token: token ?? 'stand-in',
        apiUrl: this.service.origin,
        temp: join(this.folder, 'temp'),
        sleep: async () => {},
      }),
      clock: systemClock,
    };
  }

  /** A whole step: restore, one fact, commit. */
  async work(step: Step): Promise<RestoredStore> {
    const deps = this.enter(step);
    const restored = await restoreStore(deps);
    const report = await commitEvents(deps, [fact(step)], restored.carry);
    if (!report.committed) throw new Error(report.notes.map((note) => note.text).join('\n'));
    return restored;
  }

  /** Answers of the API and all requests that a piece of work made. */
  async counting<T>(work: () => Promise<T>): Promise<{ value: T; api: number; all: number }> {
    this.service.log.clear();
    const value = await work();
    return { value, api: this.service.log.api(), all: this.service.log.count() };
  }
}

export function fact({ id, attempt = 1, job = 'job' }: Step, sequence = 0): StoredEvent {
  const key = { repository: 'acme/widgets', runId: id, attempt, job, sequence };
  return { key, at: Date.now(), kind: 'test.fact', version: 1, data: { text: `fact ${sequence} of run ${id}` } };
}

/** `run/attempt/job` of every visible fact, sorted. */
export function facts(store: EventStore): string[] {
  return [...store.events({ kinds: ['test.fact'] })].map(({ key }) => `${key.runId}/${key.attempt}/${key.job}`).sort();
}

export function said(report: { notes: readonly { text: string }[] }): string {
  return report.notes.map((note) => note.text).join('\n');
}

/** A fresh stand-in, workspace and environment for every test. The toolkit's chatter is kept out of the test's output. */
export function useSteps(): () => Steps {
  let steps: Steps;
  const environment = { ...process.env };
  const home = process.cwd();
  beforeEach(async () => {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'hone-steps-')));
    for (const name of ['workspace', 'temp']) mkdirSync(join(folder, name));
    process.chdir(join(folder, 'workspace'));
    vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    steps = new Steps(await startResultsService(), folder);
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    process.chdir(home);
    process.env = { ...environment };
    await steps.service.close();
    rmSync(steps.folder, { recursive: true, force: true });
  });
  return () => steps;
}
