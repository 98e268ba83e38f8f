import { CannotRunError, UsageError } from '../base/errors.ts';
import { isTestFile } from '../testing/index.ts';
import { compareBehaviour } from './behaviour/index.ts';
import type { Observed } from './choose.ts';
import type { FixDeps } from './deps.ts';
import type { Found } from './explore.ts';
import { finish } from './finish.ts';
import { learnedWeights } from './learned/index.ts';
import { otherTests } from './others.ts';
import { withoutTheRest } from './partial.ts';
import { makePlan, type Planned } from './plan.ts';
import { search } from './repair-search.ts';
import { openReview } from './review/index.ts';
import { confirmAll, select } from './select.ts';
import { type FixSession, inSession } from './session.ts';
import type { AttemptShare, RepairPlan } from './shapes.ts';
import type { FixReport, FixRequest, Review } from './types.ts';

/** A part of the candidates, for one of several runners. */
export interface Share {
  /** From 0. */
  readonly index: number;
  readonly count: number;
}

/**
 * Repairs what makes the tests fail: baseline, localisation, search, comparison of behaviour, attempts in sandboxes of
 * their own, review, choice. The work tree is only read. Records what was tried and learned.
 *
 * @throws UsageError when the test command is empty, or there is no such command
 * @throws CannotRunError when sandboxes cannot be made here, or the tests report nothing that can be read
 */
export function fix(request: FixRequest, deps: FixDeps): Promise<FixReport> {
  return inSession(request, deps, async (session) => {
    const began = deps.clock.now();
    const planned = await planIn(session);
    if (planned.plan === undefined) return finish(session, planned, undefined, began);
    const share = await searchShare(session, planned.plan, { index: 0, count: 1 });
    return selectIn(session, planned.plan, [share], began);
  });
}

/**
 * The first of three phases over several runners: what fails, and where. The plan goes to every runner as JSON.
 *
 * @returns the report when there is nothing to repair, or nothing that could be
 */
export function planRepair(request: FixRequest, deps: FixDeps): Promise<RepairPlan | FixReport> {
  return inSession(request, deps, async (session) => {
    const began = deps.clock.now();
    const planned = await planIn(session);
    return planned.plan ?? (await finish(session, planned, undefined, began));
  });
}

/** The second phase, on each runner: tries its share of the candidates, and the best of them with the whole suite. */
export function attemptShare(
  plan: RepairPlan,
  share: Share,
  request: FixRequest,
  deps: FixDeps,
): Promise<AttemptShare> {
  return inSession(request, deps, async (session) => {
    resume(plan, session);
    const searched = await searchShare(session, plan, share);
    session.progress({ stage: 'attempting' });
    const best = searched.plausible.slice(0, request.candidates);
    return { ...searched, confirmed: Object.fromEntries(await confirmAll(session, plan, best)) };
  });
}

/** The third phase: compares what the runners found and chooses. */
export function selectRepair(
  plan: RepairPlan,
  shares: readonly AttemptShare[],
  request: FixRequest,
  deps: FixDeps,
): Promise<FixReport> {
  return inSession(request, deps, async (session) => {
    resume(plan, session);
    return selectIn(session, plan, shares, deps.clock.now());
  });
}

function resume({ commit, command }: RepairPlan, { workspace, choose }: FixSession): void {
  if (commit !== workspace.commit)
    throw new UsageError(`the plan is for commit ${commit}, and ${workspace.commit} is checked out`);
  choose(command);
}

/** Of the time limit, at most: for the first run of the whole suite. */
const suiteShare = 0.4;
/** Of the time limit, without a sign of life: it hangs. */
const idleShare = 0.2;
/** Milliseconds to compare behaviour, at most. */
const compareMs = 8000;

/** Milliseconds to keep for what follows the search: comparing, and proving the finalists with all tests. */
function reserveOf({ request, left }: FixSession, proofMs: number): number {
  const rounds = 1 + Math.ceil(request.candidates / 2);
  return Math.min(left() / 2, compareMs / 2 + 2000 + rounds * (1.5 * proofMs + 500));
}

/** Of a command that starts several test programs, the first with a failing test is repaired. */
async function planIn(session: FixSession): Promise<Planned> {
  const [first, ...others] = session.commands;
  let green: Planned | undefined;
  let problem: unknown;
  for (const command of session.commands) {
    if (command !== first && session.left() < session.request.timeLimitMs / 2) break;
    session.choose(command);
    try {
      const planned = await planWith(session);
      if (planned.baseline.failing.length > 0) return planned;
      if (green === undefined || green.status === 'nothing-to-fix') green = planned;
    } catch (error) {
      if (others.length === 0 || !(error instanceof CannotRunError || error instanceof UsageError)) throw error;
      problem ??= error;
    }
  }
  if (green === undefined) throw problem;
  return green;
}

async function planWith(session: FixSession): Promise<Planned> {
  const { workspace, workshop, command, request, deps } = session;
  const runner = await workshop.openBuilt(command);
  try {
    const planned = await makePlan({
      ...{ workspace, workshop, command, runner, left: session.left },
      timeoutMs: Math.max(6000, request.timeLimitMs * suiteShare),
      idleMs: Math.max(4000, request.timeLimitMs * idleShare),
      onStage: (stage) => session.progress({ stage }),
      ...(deps.signal === undefined ? {} : { signal: deps.signal }),
    });
    if (planned.plan !== undefined) session.choose(planned.plan.command);
    return planned;
  } finally {
    await runner.destroy();
  }
}

async function searchShare(session: FixSession, plan: RepairPlan, share: Share): Promise<AttemptShare> {
  const { workspace, workshop, command, request, deps } = session;
  session.progress({ stage: 'searching' });
  const review = reviewer(session, plan);
  const others = await otherTests(session);
  const proofMs = others.reduce((sum, { run }) => sum + run.durationMs, plan.baseline.durationMs);
  const budgetMs = Math.max(1000, session.left() - reserveOf(session, proofMs));
  const result = await search({
    ...{ plan, workspace, workshop, command, share },
    weight: learnedWeights(deps.events, { enabled: request.learned }),
    seed: request.seed,
    order: request.order,
    budgetMs,
    // One repair can still be proved.
    graceMs: Math.max(0, session.left() - budgetMs - 1.15 * proofMs - 2000),
    accept: async (found) => (await review(found)).verdict === 'accept',
    onTried: (tried, plausible, best) =>
      session.progress({ tried, plausible, best: best && `${best.template} in ${best.file}:${best.line}` }),
    ...(deps.signal === undefined ? {} : { signal: deps.signal }),
  });
  deps.signal?.throwIfAborted();
  const { plausible, partial, tried, outcomes, notes } = result;
  return {
    version: 1,
    commit: plan.commit,
    ...share,
    plausible,
    partial,
    confirmed: {},
    tried,
    outcomes: [...outcomes],
    notes: [...notes],
  };
}

async function selectIn(
  session: FixSession,
  planned: RepairPlan,
  found: readonly AttemptShare[],
  began: number,
): Promise<FixReport> {
  const { plan, shares } = withoutTheRest(planned, found);
  const selected = await select(session, plan, shares, {
    review: reviewer(session, plan),
    observe: (found) => observe(session, plan, found),
  });
  return finish(session, { baseline: plan.baseline, plan, status: undefined, reason: '' }, { shares, selected }, began);
}

type Reviewer = (found: Found) => Promise<Review>;

/** Search and choice of one process share what was reviewed. */
const reviewers = new WeakMap<RepairPlan, Reviewer>();

/** Reviews each candidate once. */
function reviewer({ workspace }: FixSession, plan: RepairPlan): Reviewer {
  const opened = reviewers.get(plan);
  if (opened !== undefined) return opened;
  const known = new Map<string, Promise<Review>>();
  const opening = workspace.read(plan.testFiles).then((texts) =>
    openReview({
      failing: plan.baseline.failing,
      testTexts: Object.fromEntries(texts),
      isTestFile: (path) => isTestFile(path) || plan.testFiles.includes(path),
    }),
  );
  const reviewOnce: Reviewer = async ({ texts }) => {
    const [review, before] = [await opening, await workspace.read(Object.keys(texts))];
    return review(Object.entries(texts).map(([path, after]) => ({ path, before: before.get(path) ?? '', after })));
  };
  const review: Reviewer = (found) => {
    const made = known.get(found.candidate.id) ?? reviewOnce(found);
    known.set(found.candidate.id, made);
    return made;
  };
  reviewers.set(plan, review);
  return review;
}

async function observe(session: FixSession, plan: RepairPlan, found: readonly Found[]): Promise<Observed | undefined> {
  if (found.length < 2) return undefined;
  const { workspace, workshop, command, request, deps } = session;
  const texts = await workspace.read(found.flatMap((one) => Object.keys(one.texts)));
  const runner = await workshop.openBuilt(command);
  try {
    return await compareBehaviour(
      runner,
      command,
      found.map(({ candidate, texts: after }) => ({ id: candidate.id, edits: candidate.edits, texts: after })),
      {
        originals: Object.fromEntries(texts),
        failing: plan.baseline.failing.map(({ id }) => id),
        passing: plan.guards,
        testFiles: plan.testFiles,
        budgetMs: Math.max(1000, Math.min(compareMs, session.left() / 2)),
        seed: request.seed,
        ...(deps.signal === undefined ? {} : { signal: deps.signal }),
      },
    );
  } finally {
    await runner.destroy();
  }
}
