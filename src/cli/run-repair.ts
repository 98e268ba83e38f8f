import { CannotRunError, UsageError } from '../base/errors.ts';
import type { FixReport } from '../fix/index.ts';
import type { Isolation } from '../sandbox/types.ts';
import type { Context } from './context.ts';
import { repairIn, sandboxProblem } from './repair.ts';
import type { Session } from './session.ts';
import { findTestCommand } from './test-command.ts';

export interface RunRepairOptions {
  readonly test?: string;
  /** False with `--no-fix`. */
  readonly fix: boolean;
  readonly isolation?: Isolation;
  /** The repository is Hone's own example: its tests may run where sandboxes cannot be made. */
  readonly trusted?: boolean;
}

export interface RunRepair {
  readonly repair: FixReport | undefined;
  readonly notRepaired: string | undefined;
}

/** Milliseconds: a part of the loop takes less than `hone fix` alone would. The example is a first look. */
const timeLimitMs = 120_000;
const exampleTimeLimitMs = 45_000;
const candidates = 3;

/**
 * Runs the tests of the work tree and repairs what fails. Where that cannot be done the rest of the loop is still of use.
 *
 * @throws UsageError when the user's own test command is wrong
 */
export async function repairHead(session: Session, options: RunRepairOptions, context: Context): Promise<RunRepair> {
  const { bare, head, root } = session.repository;
  if (!options.fix) return notRun('asked not to');
  if (bare) return notRun('a bare repository has no files to test');
  if (head === undefined) return notRun('there are no commits yet');
  try {
    const testCommand = options.test ?? (await findTestCommand(root)).command;
    const isolation = await isolationFor(options);
    const limits = { candidates, timeLimitMs: options.trusted ? exampleTimeLimitMs : timeLimitMs };
    const request = { testCommand, isolation, seed: 0, learned: true, order: 'ranked', ...limits } as const;
    return { repair: await repairIn(session, request, context), notRepaired: undefined };
  } catch (thrown) {
    if (thrown instanceof CannotRunError) return notRun(thrown.message);
    if (thrown instanceof UsageError && options.test === undefined) return notRun(thrown.message);
    throw thrown;
  }
}

function notRun(reason: string): RunRepair {
  return { repair: undefined, notRepaired: reason };
}

/** @throws CannotRunError when sandboxes cannot be made here, and nothing weaker is allowed */
async function isolationFor({ isolation, trusted }: RunRepairOptions): Promise<Isolation> {
  const problem = await sandboxProblem(isolation ?? 'namespaces');
  if (problem === undefined) return isolation ?? 'namespaces';
  if (trusted && isolation === undefined && (await sandboxProblem('process')) === undefined) return 'process';
  throw new CannotRunError(problem);
}
