import { systemClock } from '../base/clock.ts';
import type { SyncDeps } from '../store/sync/index.ts';
import { defaultApi } from './runner.ts';

/** GitHub's own: artifacts and cache of the repository that the run belongs to. */
export async function openServices(environment: NodeJS.ProcessEnv, token: string): Promise<SyncDeps> {
  const { ActionsArtifacts, ActionsCache } = await import('../github/index.ts');
  return {
    cache: new ActionsCache(),
    artifacts: new ActionsArtifacts({
      token,
      apiUrl: environment.GITHUB_API_URL || defaultApi,
      repository: environment.GITHUB_REPOSITORY ?? '',
      ...(environment.RUNNER_TEMP ? { temp: environment.RUNNER_TEMP } : {}),
    }),
    clock: systemClock,
  };
}
