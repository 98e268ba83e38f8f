import { cpus } from 'node:os';
import type { Sandbox } from '../sandbox/index.ts';
import { canChoose, coverTests, isTestFile, runTests, type TestCommand } from '../testing/index.ts';
import { type Exploration, Explorer, explore, type Found } from './explore.ts';
import { earlierTexts } from './history.ts';
import { localise } from './localise/index.ts';
import { alikeIn, isApart, sameTests } from './partial.ts';
import { plannedRun, type RepairPlan } from './shapes.ts';
import { joined } from './steps.ts';
import { mergeOutcomes } from './template-outcomes.ts';
import { wordsInQuotes } from './templates/hints.ts';
import type { Candidate, Suspicion, TemplateWeight } from './types.ts';
import type { Workshop } from './workshop.ts';
import { sourcesOf, type Workspace } from './workspace.ts';

/** Sources that donors and the model of the repository's tokens are read from, besides the suspicious ones. */
const mostDonorFiles = 60;
/** A repair of several independent bugs is made of at most so many. */
const mostSteps = 3;
/** Where several tests fail, candidates to try for all of them at once before a repair of some is a step. */
const settleAfter = 2000;
/** Milliseconds for which a search is worth to go on. */
const leastMs = 2000;

export interface SearchInputs {
  readonly plan: RepairPlan;
  readonly workspace: Workspace;
  readonly workshop: Workshop;
  readonly command: TestCommand;
  readonly weight?: TemplateWeight;
  readonly seed: number;
  readonly order: 'ranked' | 'random';
  readonly share: { readonly index: number; readonly count: number };
  readonly budgetMs: number;
  /** Milliseconds beyond the budget, as long as nothing is found that they would be kept for. */
  readonly graceMs: number;
  readonly accept: (found: Found) => Promise<boolean>;
  readonly signal?: AbortSignal;
  readonly onTried?: (tried: number, plausible: number, best: Candidate | undefined) => void;
}

export interface SearchResult extends Pick<Exploration, 'plausible' | 'tried' | 'outcomes' | 'notes'> {
  /** Where nothing is plausible: repairs of the same failing tests, which the others have nothing to do with. */
  readonly partial: readonly Found[];
}

/**
 * Searches for candidates that turn every failing test green. Where none does and one repairs a part of the tests
 * without breaking others, the search goes on from it for the rest: two bugs are two steps.
 */
export async function search(inputs: SearchInputs): Promise<SearchResult> {
  const { plan, workspace, budgetMs } = inputs;
  const began = performance.now();
  const originals = await sources(workspace, plan.suspicions);
  const before = await earlierTexts(workspace, [...originals.keys()]);
  const several = plan.baseline.failing.length > 1;
  const sandboxes = await openSandboxes(inputs, {});
  try {
    const exploration = new Explorer({
      ...common(inputs),
      files: sourcesOf(originals),
      before,
      testedWords: await wordsOfTests(inputs),
      suspicions: plan.suspicions,
      failing: plan.baseline.failing.map(({ id }) => id),
      guards: plan.guards,
      sandboxes,
    });
    const left = (): number => budgetMs - (performance.now() - began);
    const graceMs = (): number => inputs.graceMs + Math.min(0, left());
    if (!several) return { ...(await exploration.go({ budgetMs: left(), graceMs: graceMs() })), partial: [] };
    const late = 0.4 * budgetMs;
    const first = await exploration.go({ budgetMs: left() - late, graceMs: graceMs() + late, settleAfter });
    if (first.plausible.length > 0) return { ...first, partial: [] };
    const further = await fromPartial(inputs, first.partial, originals, left, 2);
    // No step led to a repair of all: what turns all green at once may still come, if they have to do with each other.
    const open = further.plausible.length === 0 && further.partial.length === 0;
    const goesOn = open && left() + graceMs() > leastMs;
    const last = goesOn ? await exploration.go({ budgetMs: Math.max(0, left()), graceMs: graceMs() }) : first;
    const plausible = [...last.plausible, ...further.plausible];
    return {
      plausible,
      partial: plausible.length > 0 ? [] : await acceptedOf(further.partial, inputs.accept),
      tried: last.tried + further.tried,
      outcomes: mergeOutcomes([last.outcomes, further.outcomes]),
      notes: [...new Set([...last.notes, ...further.notes])],
    };
  } finally {
    await Promise.all(sandboxes.map((sandbox) => sandbox.destroy()));
  }
}

const nothing: SearchResult = { plausible: [], partial: [], tried: 0, outcomes: [], notes: [] };

async function acceptedOf(partial: readonly Found[], accept: SearchInputs['accept']): Promise<Found[]> {
  const accepted: Found[] = [];
  for (const one of alikeIn(partial)) if (await accept(one)) accepted.push(one);
  return accepted;
}

/** Takes the partial repairs that break nothing one after the other, and searches from each for what is left. */
async function fromPartial(
  inputs: SearchInputs,
  partial: readonly Found[],
  originals: ReadonlyMap<string, string>,
  left: () => number,
  step: number,
): Promise<SearchResult> {
  if (step > mostSteps) return nothing;
  const results: SearchResult[] = [];
  const bases = distinct(partial).slice(0, 3);
  for (const [at, base] of bases.entries()) {
    const budget = left() / (bases.length - at);
    if (budget < 1000 || inputs.signal?.aborted === true) break;
    const rivals = partial.filter((one) => sameTests(one, base));
    const result = await fromBase(inputs, base, rivals, originals, budget, step);
    results.push(result);
    if (result.plausible.length > 0) break;
  }
  return {
    plausible: results.flatMap(({ plausible }) => plausible),
    partial: results.flatMap(({ partial: found }) => found),
    tried: results.reduce((sum, { tried }) => sum + tried, 0),
    outcomes: mergeOutcomes(results.map(({ outcomes }) => outcomes)),
    notes: results.flatMap(({ notes }) => notes),
  };
}

/** The most promising of each set of tests that are repaired. */
function distinct(partial: readonly Found[]): Found[] {
  const sets = new Set<string>();
  return partial.filter(({ repaired }) => {
    const key = repaired.join('\n');
    if (sets.has(key)) return false;
    sets.add(key);
    return true;
  });
}

async function fromBase(
  inputs: SearchInputs,
  base: Found,
  /** What repairs the same tests, the base among them. */
  rivals: readonly Found[],
  originals: ReadonlyMap<string, string>,
  budgetMs: number,
  step: number,
): Promise<SearchResult> {
  const { plan, workspace, workshop, command, signal } = inputs;
  const began = performance.now();
  const sandbox = await workshop.openBuilt(command, base.texts);
  const aborting = signal === undefined ? {} : { signal };
  const timeoutMs = Math.min(budgetMs / 2, 3 * plan.baseline.durationMs + 5000);
  const files = plan.testFiles.length === 0 ? {} : { files: plan.testFiles };
  const all = [...plan.baseline.failing.map(({ id }) => id), ...plan.guards];
  const only = canChoose(command, all) ? { only: all } : {};
  const run = await runTests(sandbox, command, { timeoutMs, ...files, ...only, ...aborting });
  const passed = new Set(run.tests.filter(({ status }) => status === 'passed').map(({ id }) => id));
  const failing = plan.baseline.failing.filter(({ id }) => !passed.has(id));
  const guards = [...plan.guards, ...base.repaired];
  if (failing.length === 0 || guards.some((id) => !passed.has(id))) {
    await sandbox.destroy();
    return nothing;
  }
  const patched: Workspace = {
    ...workspace,
    read: async (paths) => {
      const texts = await workspace.read(paths);
      for (const [path, text] of Object.entries(base.texts)) if (texts.has(path)) texts.set(path, text);
      return texts;
    },
  };
  const { testTimeoutMs } = plan;
  const coverage = await coverTests(sandbox, command, run, { timeoutMs, testTimeoutMs, ...aborting });
  const suspicions = await localise({ workspace: patched, failing, coverage, testFiles: new Set(plan.testFiles) });
  const texts = await sources(patched, suspicions);
  const others = await openSandboxes(inputs, base.texts, 1);
  const sandboxes = [sandbox, ...others];
  try {
    const left = (): number => budgetMs - (performance.now() - began);
    const several = failing.length > 1;
    const found = await explore(
      {
        ...common(inputs),
        files: sourcesOf(texts),
        before: await earlierTexts(patched, [...texts.keys()]),
        testedWords: await wordsOfTests(inputs),
        suspicions,
        failing: failing.map(({ id }) => id),
        guards,
        sandboxes,
      },
      several ? { budgetMs: left() * 0.6, settleAfter } : { budgetMs: left() },
    );
    const further =
      found.plausible.length > 0 || found.partial.length === 0
        ? nothing
        : await fromPartial(
            inputs,
            found.partial.map((one) => joined(base, one, originals)),
            originals,
            left,
            step + 1,
          );
    const rest = failing.map(({ id }) => id);
    return {
      plausible: [...found.plausible.map((one) => joined(base, one, originals)), ...further.plausible],
      partial: [...further.partial, ...rivals.filter((one) => isApart(one, originals, rest, coverage))],
      tried: found.tried + further.tried,
      outcomes: mergeOutcomes([found.outcomes, further.outcomes]),
      notes: [...found.notes, ...further.notes],
    };
  } finally {
    await Promise.all(sandboxes.map((one) => one.destroy()));
  }
}

async function wordsOfTests({ plan, workspace }: SearchInputs): Promise<Set<string>> {
  const texts = await workspace.read(plan.baseline.failing.map(({ file }) => file));
  return new Set([...texts.values()].flatMap((text) => [...wordsInQuotes(text)]));
}

function common(inputs: SearchInputs) {
  const { plan, command, weight, seed, order, share, accept, signal, onTried } = inputs;
  const run = plannedRun(plan);
  const count = plan.baseline.failing.length + plan.guards.length;
  return {
    ...{ command, seed, order, share, accept },
    testFiles: plan.testFiles,
    testTimeoutMs: plan.testTimeoutMs,
    // A candidate that hangs in a place that no timer reaches is killed after this.
    trialTimeoutMs: Math.round(Math.min(20_000, 2 * plan.testTimeoutMs + 1.5 * run.durationMs + 5 * count)),
    ...(weight === undefined ? {} : { weight }),
    ...(signal === undefined ? {} : { signal }),
    ...(onTried === undefined ? {} : { onTried }),
  };
}

function openSandboxes(
  { workshop, command }: SearchInputs,
  texts: Readonly<Record<string, string>>,
  less = 0,
): Promise<Sandbox[]> {
  const count = Math.max(0, Math.min(4, cpus().length) - less);
  return Promise.all(Array.from({ length: count }, () => workshop.openBuilt(command, texts)));
}

/** Texts of the suspicious files, and of others of the same language near them. */
async function sources(workspace: Workspace, suspicions: readonly Suspicion[]): Promise<Map<string, string>> {
  const suspicious = new Set(suspicions.map(({ file }) => file));
  const folders = new Set([...suspicious].map((file) => file.slice(0, file.lastIndexOf('/') + 1)));
  const kinds = new Set([...suspicious].map(kindOf));
  // What tests do is no example for the program.
  const others = workspace.paths.filter(
    (path) => !suspicious.has(path) && kinds.has(kindOf(path)) && !isTestFile(path),
  );
  const near = others.filter((path) => folders.has(path.slice(0, path.lastIndexOf('/') + 1)));
  return workspace.read([...suspicious, ...[...new Set([...near, ...others])].slice(0, mostDonorFiles)]);
}

function kindOf(path: string): string {
  return path.endsWith('.py') ? 'python' : /\.[cm]?[jt]sx?$/.test(path) ? 'ecmascript' : 'other';
}
