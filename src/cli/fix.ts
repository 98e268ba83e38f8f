import { resolve } from 'node:path';
import { CannotRunError, UsageError } from '../base/errors.ts';
import { printable } from '../base/printable.ts';
import { type FixReport, type FixRequest, type Handing, renderJson, renderTerminal } from '../fix/index.ts';
import type { Repository } from '../git/index.ts';
import type { Isolation } from '../sandbox/types.ts';
import type { CommonOptions, Context } from './context.ts';
import { exitStatus } from './exit-status.ts';
import { applyCommand, applyFileCommand, applyPatch, patchPath, writePatch } from './patch.ts';
import { mustHaveSandboxes, repairIn } from './repair.ts';
import { recorded } from './session.ts';
import { storeLine } from './store-line.ts';
import { findTestCommand } from './test-command.ts';

export interface FixOptions extends CommonOptions {
  readonly repo: string;
  readonly test?: string;
  readonly candidates: number;
  /** Seconds. */
  readonly timeLimit: number;
  /** Percent. */
  readonly minCoverage?: number;
  readonly isolation: Isolation;
  readonly seed: number;
  readonly learned: boolean;
  readonly order: 'ranked' | 'random';
  readonly apply?: boolean;
  readonly patch?: string;
  readonly store: boolean;
}

/** `hone fix` */
export async function fixCommand(options: FixOptions, context: Context): Promise<number> {
  const { cwd } = context.surroundings;
  if (options.test?.startsWith('--'))
    throw new UsageError(
      `--test "${printable(options.test, 300)}" reads like an option; give the command that runs the tests`,
    );
  if (options.test?.trim() === '') throw new UsageError('--test is empty; give the command that runs the tests');
  const patchFile = options.patch === undefined ? undefined : await patchPath(cwd, options.patch);
  const session = { command: 'fix', dir: resolve(cwd, options.repo), keep: options.store };
  const { result, kept } = await recorded(session, context, async (opened) => {
    const { repository } = opened;
    mustHaveFiles(repository);
    const request = await requestOf(options, repository, context);
    await mustHaveSandboxes(options.isolation);
    const report = await repairIn(opened, request, context);
    return { result: { repository, report }, negative: report.status === 'unfixed' };
  });
  const { report } = result;
  const { handing, problem } = await handOver(result, options, patchFile, context);
  context.answer({ ...renderJson(report), applied: handing.applied, store: kept }, (style) => [
    ...renderTerminal(report, handing, style),
    '',
    storeLine(kept, style),
  ]);
  // What was found is told first, then what could not be done with it.
  if (problem !== undefined) throw problem;
  return report.status === 'unfixed' ? exitStatus.negativeVerdict : exitStatus.done;
}

function mustHaveFiles({ bare, head }: Repository): void {
  if (bare) throw new UsageError('a bare repository has no files to test; clone it and give the clone: --repo DIR');
  if (head === undefined) throw new UsageError('the repository has no commits yet; repairs start from a commit');
}

async function requestOf(options: FixOptions, { root }: Repository, { log }: Context): Promise<FixRequest> {
  const { candidates, timeLimit, minCoverage, isolation, seed, learned, order } = options;
  let testCommand = options.test;
  if (testCommand === undefined) {
    const found = await findTestCommand(root);
    testCommand = found.command;
    log.info(`Tests: ${found.command}, from ${found.source}; --test names another command`);
  }
  const required = minCoverage === undefined ? {} : { minCoverage: minCoverage / 100 };
  return { testCommand, candidates, timeLimitMs: timeLimit * 1000, isolation, seed, learned, order, ...required };
}

/** Why there is no patch to hand over. */
const nothingToHand: Readonly<Record<FixReport['status'], string>> = {
  fixed: 'there is no patch',
  review: 'candidates behave differently, and a person has to choose among the patches in the report',
  unfixed: 'there is no patch',
  'nothing-to-fix': 'nothing has to be repaired',
};

/** Writes and applies what was asked for. What goes wrong is returned, so that the report is not lost with it. */
async function handOver(
  { report, repository }: { readonly report: FixReport; readonly repository: Repository },
  options: FixOptions,
  patchFile: string | undefined,
  { log, surroundings }: Context,
): Promise<{ handing: Handing; problem?: CannotRunError }> {
  const { status, winner, testCommand } = report;
  if (winner === undefined) {
    const asked = [...(options.apply ? ['applied'] : []), ...(patchFile === undefined ? [] : ['written'])];
    if (asked.length > 0) log.warn(`nothing was ${asked.join(' or ')}: ${nothingToHand[status]}`);
    return { handing: { applied: false, commands: [] } };
  }
  const commands = [applyCommand({ ...options, testCommand })];
  try {
    if (patchFile !== undefined) {
      await writePatch(patchFile, winner.patch);
      commands.unshift(applyFileCommand(repository, surroundings.cwd, patchFile));
    }
    if (options.apply) await applyPatch(repository, winner.patch);
    return { handing: { applied: options.apply === true, commands } };
  } catch (thrown) {
    if (!(thrown instanceof CannotRunError)) throw thrown;
    return { handing: { applied: false, commands }, problem: thrown };
  }
}
