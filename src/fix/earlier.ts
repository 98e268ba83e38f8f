import { resolveRevision } from '../git/index.ts';
import {
  canChoose,
  failing,
  fileOfWhole,
  isTestFile,
  runTests,
  type TestCommand,
  type TestResult,
  type TestRun,
} from '../testing/index.ts';
import type { Workshop } from './workshop.ts';
import type { Workspace } from './workspace.ts';

export interface EarlierInputs {
  readonly workspace: Workspace;
  readonly workshop: Pick<Workshop, 'openAt'>;
  readonly command: TestCommand;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

/**
 * Of several tests that fail, those that fail in the commit before as well (with uncommitted changes: in the commit):
 * what they need is not here, or they are about something else. None where the others would be none, or nothing tells.
 */
export async function failedBefore(run: TestRun, inputs: EarlierInputs): Promise<ReadonlySet<string>> {
  const { workspace, workshop, command, timeoutMs, signal } = inputs;
  const none = new Set<string>();
  const failed = failing(run);
  const files = [...new Set(failed.map(({ file }) => file))].filter((file) => file !== '');
  if (failed.length < 2 || files.length === 0) return none;
  const dirty = Object.keys(workspace.uncommitted).length > 0;
  const commit = dirty ? workspace.commit : await parentOf(workspace);
  if (commit === undefined) return none;
  const sandbox = await workshop.openAt(commit);
  try {
    const aborting = signal === undefined ? {} : { signal };
    const ids = failed.map(({ id }) => id);
    const only = canChoose(command, ids) ? { only: ids } : {};
    const before = await runTests(sandbox, command, { timeoutMs, files, ...only, ...aborting });
    if (!before.complete) return none;
    const failedThen = new Set(failing(before).map(({ id }) => id));
    const known = failed.filter(({ id }) => failedThen.has(id)).map(({ id }) => id);
    return known.length === failed.length ? none : new Set(known);
  } finally {
    await sandbox.destroy();
  }
}

/**
 * Of several tests that fail, files of tests that do not load because a file that they read themselves is not here (a
 * submodule, data that is fetched): no line of the program ran. None where the others would be none.
 */
export function lackingFiles(run: TestRun): ReadonlySet<string> {
  const failed = failing(run);
  const lacking = failed.filter(lacksFile).map(({ id }) => id);
  return new Set(lacking.length === failed.length ? [] : lacking);
}

function lacksFile({ id, file, message = '', errorClass = '', stack }: TestResult): boolean {
  return (
    fileOfWhole(id) !== undefined &&
    stack.length > 0 &&
    stack.every((frame) => frame.file === file || isTestFile(frame.file)) &&
    (errorClass === 'FileNotFoundError' || /^(?:ENOENT|ENOTDIR): /.test(message))
  );
}

/** A shallow clone and a root commit have none. */
async function parentOf({ repository, commit }: Workspace): Promise<string | undefined> {
  return await resolveRevision(repository, `${commit}^`).catch(() => undefined);
}
