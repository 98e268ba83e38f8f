import { CannotRunError } from '../base/errors.ts';
import { type Files, type Isolation, localProvider, type Sandbox, type SandboxProvider } from '../sandbox/index.ts';
import { type BuildOutput, buildsSources, driverFolder, type TestCommand, unpackBuild } from '../testing/index.ts';
import type { Workspace } from './workspace.ts';

/** Hands out sandboxes that hold the work tree as it was. */
export interface Workshop {
  readonly isolation: Isolation;
  /** The caller destroys it; `close` destroys what is left. */
  open(files?: Readonly<Record<string, string>>): Promise<Sandbox>;
  /** The same with what was built in it before, as far as that holds for these files. Not for a proof. */
  openBuilt(command: TestCommand, files?: Readonly<Record<string, string>>): Promise<Sandbox>;
  /** What the work tree as it was is built to before the tests of this command. */
  keepBuild(command: TestCommand, output: BuildOutput): void;
  built(command: TestCommand): BuildOutput | undefined;
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
  const open = (files: Files = {}): Promise<Sandbox> =>
    create(workspace.commit, { ...workspace.uncommitted, ...files });
  const kept = new Map<string, BuildOutput>();
  const keyOf = ({ prelude, cwd, env }: TestCommand): string => JSON.stringify([prelude, cwd, env]);
  const built = (command: TestCommand): BuildOutput | undefined => kept.get(keyOf(command));
  return {
    isolation,
    open,
    async openBuilt(command, files = {}) {
      const sandbox = await open(files);
      const stands = Object.keys(files).length === 0 || !buildsSources(command);
      const output = built(command);
      if (output !== undefined && stands) await unpackBuild(sandbox, command, output);
      return sandbox;
    },
    keepBuild(command, output) {
      kept.set(keyOf(command), output);
    },
    built,
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
