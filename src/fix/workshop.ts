import { CannotRunError } from '../base/errors.ts';
import { type Files, type Isolation, localProvider, type Sandbox, type SandboxProvider } from '../sandbox/index.ts';
import { driverFolder, type TestCommand } from '../testing/index.ts';
import type { Workspace } from './workspace.ts';

/** Hands out sandboxes that hold the work tree as it was. */
export interface Workshop {
  readonly isolation: Isolation;
  /** The caller destroys it; `close` destroys what is left. */
  open(files?: Readonly<Record<string, string>>): Promise<Sandbox>;
  /** Another commit as it is; the caller destroys it. */
  openAt(commit: string): Promise<Sandbox>;
  close(): Promise<void>;
}

/** @throws CannotRunError when no sandbox of that isolation can be made here */
export async function openWorkshop(
  workspace: Workspace,
  commands: readonly TestCommand[],
  isolation: Isolation,
  signal?: AbortSignal,
): Promise<Workshop> {
  const provider: SandboxProvider = localProvider(isolation);
  const missing = await provider.available();
  if (missing !== undefined) throw new CannotRunError(missing);
  await provider.collectStale();
  const tools = [...new Set(commands.flatMap(toolsOf))];
  const create = (commit: string, files: Files): Promise<Sandbox> =>
    provider.create({
      repository: workspace.repository.root,
      commit,
      files: { ...workspace.generated, ...files },
      tools,
      readOnly: [driverFolder()],
      ...(signal === undefined ? {} : { signal }),
    });
  return {
    isolation,
    open: (files = {}) => create(workspace.commit, { ...workspace.uncommitted, ...files }),
    openAt: (commit) => create(commit, {}),
    close: () => provider.close(),
  };
}

/** Programs that the command starts by name; those in system folders and in the project are visible anyway. */
function toolsOf({ argv, prelude }: TestCommand): string[] {
  const words = prelude === undefined ? [] : (prelude.match(/(?:^|[;&|(]\s*)[\w.+-]+/g) ?? []);
  const names = [argv[0] ?? '', ...words.map((word) => word.replace(/^[;&|(\s]+/, ''))];
  return [...new Set(names)].filter((name) => /^[\w.+-]+$/.test(name) && name !== 'cd' && name !== 'sh');
}
