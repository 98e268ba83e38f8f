import { detect, type TestCommand } from '../testing/index.ts';
import type { FixDeps } from './deps.ts';
import type { FixProgress, FixRequest } from './types.ts';
import { openWorkshop, type Workshop } from './workshop.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

/** What all phases of a repair work with. */
export interface FixSession {
  readonly request: FixRequest;
  readonly deps: FixDeps;
  readonly workspace: Workspace;
  readonly workshop: Workshop;
  readonly command: TestCommand;
  /** Milliseconds that are left; never negative. */
  left(): number;
  progress(change: Partial<FixProgress>): void;
}

/** Opens what a repair needs, and closes it whatever happens. */
export async function inSession<T>(
  request: FixRequest,
  deps: FixDeps,
  work: (session: FixSession) => Promise<T>,
): Promise<T> {
  const deadline = performance.now() + request.timeLimitMs;
  const workspace = await openWorkspace(deps.repository, deps.signal);
  const command = await detect(request.testCommand, deps.repository.root);
  const workshop = await openWorkshop(workspace, command, request.isolation, deps.signal);
  let state: FixProgress = { stage: 'testing', tried: 0, plausible: 0, best: undefined };
  try {
    return await work({
      ...{ request, deps, workspace, workshop, command },
      left: () => Math.max(0, deadline - performance.now()),
      progress(change) {
        state = { ...state, ...change };
        deps.onProgress?.(state);
      },
    });
  } finally {
    await workshop.close();
  }
}
