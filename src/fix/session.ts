import { detectAll, type TestCommand } from '../testing/index.ts';
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
  /** Every test program that the test command starts. */
  readonly commands: readonly TestCommand[];
  /** The one whose tests are repaired. */
  readonly command: TestCommand;
  /** Goes on with another of `commands`; one that is not among them (by what it starts) changes nothing. */
  choose(command: TestCommand): void;
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
  const commands = await detectAll(request.testCommand, deps.repository.root);
  let [command] = commands;
  const workshop = await openWorkshop(workspace, commands, request.isolation, deps.signal);
  let state: FixProgress = { stage: 'testing', tried: 0, plausible: 0, best: undefined };
  try {
    return await work({
      ...{ request, deps, workspace, workshop, commands },
      get command() {
        return command;
      },
      choose(other) {
        const known = commands.find((one) => startsSame(one, other));
        if (known === undefined) return;
        const { preludeMayFail, sourcesAreLoaded } = other;
        command = {
          ...known,
          ...(preludeMayFail === undefined ? {} : { preludeMayFail }),
          ...(sourcesAreLoaded === undefined ? {} : { sourcesAreLoaded }),
        };
      },
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

function startsSame(a: TestCommand, b: TestCommand): boolean {
  const [one, other] = [a, b].map(({ argv, env, cwd }) => JSON.stringify([argv, Object.entries(env).sort(), cwd]));
  return one === other;
}
