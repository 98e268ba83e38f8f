import { mkdirSync } from 'node:fs';
import { UsageError } from '../../base/errors.ts';
import {
  attemptShare,
  type FixDeps,
  type FixReport,
  type FixRequest,
  fix,
  planRepair,
  readPlan,
  readReport,
  readShare,
  selectRepair,
} from '../../fix/index.ts';
import type { ActionDeps, Outcome } from '../action.ts';
import { checkedOut } from '../checkout.ts';
import { stepFolder } from '../runner.ts';
import type { FixInputs, FixOutput } from './inputs.ts';
import { attempted, concluded, planned } from './outcomes.ts';
import { RunArtifacts } from './run-artifacts.ts';
import { Station } from './station.ts';
import { subjectOf } from './subject.ts';

/** Repairs what makes the tests fail, or does the part of it that this job is for. */
export async function run(inputs: FixInputs, deps: ActionDeps): Promise<Outcome<FixOutput>> {
  const { runner, log } = deps;
  const repository = await checkedOut(runner.workspace);
  if (repository.head === undefined) throw new UsageError('the repository has no commits yet');
  const folder = stepFolder(runner);
  mkdirSync(folder, { recursive: true });
  const origin = { repository: runner.stream.repository, runId: runner.stream.runId, commit: repository.head };
  const artifacts = new RunArtifacts(runner, inputs.githubToken);
  const station = new Station(folder, origin, inputs.artifact, artifacts, log);
  const { fork } = subjectOf(runner);
  if (fork && !runner.fork) log.info('The red code is from a fork: what its repair teaches is not recorded.');
  const fixDeps: FixDeps = {
    repository,
    events: deps.store,
    // After `workflow_run` the events of a fork's code would count as this repository's own.
    recorder: fork && !runner.fork ? { record() {} } : deps.recorder,
    clock: deps.clock,
    log,
    onProgress: progressLog(log),
  };
  const conclude = (report: FixReport) => concluded(report, inputs, { ...fixDeps, runner, station });
  switch (inputs.phase) {
    case 'run':
      return conclude(await fix(requestOf(inputs), fixDeps));
    case 'plan': {
      const plan = await planRepair(requestOf(inputs), fixDeps);
      return 'status' in plan ? conclude(plan) : planned(plan, inputs, station);
    }
    case 'attempt': {
      if (inputs.share === undefined) throw new UsageError('input "share": phase attempt needs one, such as 1/3');
      const plan = readPlan(await station.plan(inputs.plan));
      const share = await attemptShare(plan, inputs.share, requestOf(inputs), fixDeps);
      return attempted(share, inputs.share, station);
    }
    case 'select': {
      const plan = readPlan(await station.plan(inputs.plan));
      const { found, missing } = await station.shares(inputs.shares, inputs.runners);
      const report = await selectRepair(plan, found.map(readShare), requestOf(inputs), fixDeps);
      return conclude({ ...report, notes: [...report.notes, ...missing] });
    }
    case 'publish': {
      const report = readReport(await station.repair(inputs.repair));
      if (report.commit !== repository.head) {
        throw new UsageError('the repair is for another commit than the one that is checked out');
      }
      return conclude(report);
    }
  }
}

function requestOf(inputs: FixInputs): FixRequest {
  const { testCommand, candidates, timeLimit, isolation, seed, learned, minCoverage } = inputs;
  if (testCommand === '') {
    throw new UsageError('input "test-command": it is empty; needed is the command that fails, such as npm test');
  }
  return {
    ...{ testCommand, candidates, isolation, seed },
    timeLimitMs: timeLimit * 1000,
    learned: learned === 'on',
    order: 'ranked',
    ...(minCoverage === undefined ? {} : { minCoverage }),
  };
}

/** One line for each stage: a log is no terminal. */
function progressLog(log: ActionDeps['log']): NonNullable<FixDeps['onProgress']> {
  let last: string | undefined;
  return ({ stage, tried, plausible }) => {
    if (stage === last) return;
    last = stage;
    log.info(`${stage}${tried > 0 ? `: ${tried} candidates tried, ${plausible} plausible` : ''}`);
  };
}
