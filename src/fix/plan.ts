import { posix } from 'node:path';
import { printable } from '../base/printable.ts';
import {
  type Build,
  type BuildOutput,
  build,
  type Coverage,
  coverTests,
  passing,
  type Runner,
  type TestCommand,
  type TestRun,
  unpackBuild,
} from '../testing/index.ts';
import { baselineOf, diedInside, type Measured, measure, nothingRead } from './baseline.ts';
import { failedBefore } from './earlier.ts';
import { endTests } from './endless.ts';
import { chooseGuards } from './guards.ts';
import { localise } from './localise/index.ts';
import type { RepairPlan } from './shapes.ts';
import type { Baseline, FailingTest, FixProgress, Suspicion } from './types.ts';
import type { Workshop } from './workshop.ts';
import type { Workspace } from './workspace.ts';

/** Files of tests to look into where the run said nothing. */
const mostUnread = 40;
/** Of the time that is left, for another run of the failing tests, here and in the commit before. */
const repeatShare = 0.12;
/** Of the time that is left, to measure what tests execute. */
const coverShare = 0.12;

export interface PlanInputs {
  readonly workspace: Workspace;
  readonly command: TestCommand;
  readonly runner: Runner;
  readonly workshop: Pick<Workshop, 'openAt' | 'keepBuild' | 'built'>;
  /** Milliseconds for the first run of the whole suite. */
  readonly timeoutMs: number;
  /** Milliseconds without a sign of life after which it hangs. */
  readonly idleMs: number;
  /** Milliseconds that are left of the time limit. */
  readonly left: () => number;
  readonly signal?: AbortSignal;
  readonly onStage: (stage: FixProgress['stage']) => void;
}

/** The tests as they are; `plan` undefined when there is nothing to repair or nothing that could be, `reason` says which. */
export interface Planned {
  readonly baseline: Baseline;
  readonly plan: RepairPlan | undefined;
  readonly status: 'nothing-to-fix' | 'unfixed' | undefined;
  readonly reason: string;
}

/** Finds out what fails and where it may be at fault. */
export async function makePlan(inputs: PlanInputs): Promise<Planned> {
  const { workspace, runner, timeoutMs, idleMs, left, signal, onStage } = inputs;
  const aborting = signal === undefined ? {} : { signal };
  onStage('testing');
  const { command, built, output } = await prepare(inputs);
  const leftAlone = (of: TestRun): Promise<ReadonlySet<string>> =>
    failedBefore(of, { ...inputs, command, timeoutMs: Math.max(3000, Math.min(left() / 4, 3 * of.durationMs + 5000)) });
  const repeatMs = Math.max(2000, left() * repeatShare);
  // Of Python: elsewhere nothing interrupts a test, and a suite that hangs is asked once more.
  const limits = { timeoutMs, idleMs, testTimeoutMs: idleMs / 2 };
  const measured = await measure(runner, command, { ...limits, repeatMs, leftAlone, ...aborting });
  const first = withTimeOf(measured, built.durationMs - waitedFor(measured.run));
  if (first.run.status === 'timed-out' && first.run.durationMs >= timeoutMs) {
    const seconds = Math.round(timeoutMs / 1000);
    const reason = `the tests were not through after ${seconds} s; give more time, or a command that runs fewer of them`;
    return { baseline: first.baseline, plan: undefined, status: 'unfixed', reason };
  }
  const died = diedInside(command, first.run);
  if (first.baseline.failing.length === 0 && !died) {
    return { baseline: first.baseline, plan: undefined, ...withoutFailure(first.run, first.baseline, built) };
  }
  onStage('localising');
  const testTimeoutMs = timeoutOf(first.run);
  // Tracing makes a suite several times slower: the failing tests and those near them have to do.
  const coverMs = Math.max(3000, Math.min(left() / 3, 10 * first.run.durationMs + 5000));
  const enoughMs = Math.max(2000, left() * coverShare);
  const options = { timeoutMs: coverMs, enoughMs, testTimeoutMs, ...aborting };
  const endless = died || first.run.status === 'timed-out';
  const tests = first.run.tests.length > 0 ? first.run : asIfFailed(first.run, workspace);
  // A test that is slow may look like this, and one that hangs makes every candidate slow: others tell as much.
  const hung = amongOthers(first.baseline, ({ errorClass }) => errorClass === 'HoneTimeout');
  const { run, coverage } = endless
    ? await endTests(workspace, runner, command, tests, options)
    : {
        run: first.run,
        coverage: await measureTests(first.run, hung, (of) => coverTests(runner, command, of, options)),
      };
  // Files that do not load have no tests that could be told apart: they are to be repaired as a whole.
  const unloaded = died && coverage.verdicts.size === 0;
  if (unloaded && first.run.tests.length === 0) throw nothingRead(command, first.run);
  const measuredBaseline =
    endless && !unloaded
      ? { ...first.baseline, ...withoutWaiting(baselineOf(command, run, new Set()), testTimeoutMs) }
      : first.baseline;
  const baseline = { ...measuredBaseline, failing: measuredBaseline.failing.filter(({ id }) => !hung.has(id)) };
  const testFiles = new Set(run.tests.map(({ file }) => file).filter((file) => file !== ''));
  const suspicions = await localise({ workspace, failing: baseline.failing, coverage, testFiles });
  if (suspicions.length === 0) {
    const reason = `no line of the program could be tied to the failing tests${coverage.missing ? ` (${coverage.missing})` : ''}`;
    return { baseline, plan: undefined, status: 'unfixed', reason };
  }
  const sourcesAreLoaded =
    output !== undefined && (await loadsSources(workspace, baseline, coverage, suspicions, output));
  const guards = chooseGuards({ run, baseline }, coverage.tests, suspicions);
  const files = [...new Set([...baseline.failing.map(({ file }) => file), ...guards.files])];
  return {
    baseline,
    status: undefined,
    reason: '',
    plan: {
      version: 1,
      commit: workspace.commit,
      command: sourcesAreLoaded ? { ...command, sourcesAreLoaded } : command,
      baseline,
      run: {
        exitCode: run.exitCode,
        authenticated: run.authenticated,
        tests: run.tests.map(({ id, file, status }) => ({ id, file, status })),
      },
      suspicions: suspicions.map((one) => ({ ...one, reasons: [...one.reasons] })),
      guards: guards.ids,
      testFiles: files.filter((file) => file !== ''),
      testTimeoutMs,
      notes: [
        ...workspace.notes,
        ...(command.leftOut === undefined ? [] : [`not run with the tests: ${command.leftOut.join('; ')}`]),
        ...(built.exitCode === 0 ? [] : ['what runs before the tests fails here; the tests are run all the same']),
        ...knownNote(baseline),
        ...(hung.size === 0
          ? []
          : [`${hung.size} tests did not end in time, such as ${[...hung][0]}: only the proof asks them`]),
        ...(coverage.missing === undefined ? [] : [`coverage: ${coverage.missing}`]),
        ...(coverage.unmeasured === 0 ? [] : [`coverage: ${coverage.unmeasured} tests were not measured, for time`]),
        ...(coverage.hanging === undefined ? [] : [`${coverage.hanging} does not end`]),
      ],
    },
  };
}

/** A run of which nothing is known, with the files that by their names hold tests of JavaScript. */
function asIfFailed(run: TestRun, { paths }: Workspace): TestRun {
  const files = paths.filter((path) => /(?:[.\-_](?:test|spec)|(?:^|\/)test)\.[cm]?[jt]sx?$/.test(path));
  const unknown = { name: [], status: 'error' as const, durationMs: undefined, message: undefined, stack: [] };
  return {
    ...run,
    complete: false,
    tests: files.slice(0, mostUnread).map((file) => ({ ...unknown, id: `${file}::`, file, errorClass: undefined })),
  };
}

/** Builds what the tests need, once. A build that fails here, for want of a network for example, may have made enough. */
async function prepare({ workshop, command, runner, timeoutMs, signal }: PlanInputs): Promise<{
  readonly command: TestCommand;
  readonly built: Build;
  readonly output: BuildOutput | undefined;
}> {
  const known = workshop.built(command);
  const aborting = signal === undefined ? {} : { signal };
  const options = { timeoutMs, output: known === undefined, maps: true, ...aborting };
  const built = await build(runner, command, options);
  const output = known ?? built.output;
  if (output !== undefined) workshop.keepBuild(command, output);
  if (built.exitCode === 0 || built.timedOut) return { command, built, output };
  const tolerant = { ...command, preludeMayFail: true };
  if (output !== undefined) await unpackBuild(runner, tolerant, output);
  return { command: tolerant, built, output };
}

/** Whoever repeats the suite has to build as well. */
function withTimeOf({ run, baseline }: Measured, moreMs: number): Measured {
  const add = <T extends { readonly durationMs: number }>(one: T): T => ({
    ...one,
    durationMs: one.durationMs + moreMs,
  });
  return { run: add(run), baseline: add(baseline) };
}

/** Ids of failing tests of a kind, where there are others. */
function amongOthers({ failing }: Baseline, isOfKind: (test: FailingTest) => boolean): ReadonlySet<string> {
  const found = failing.filter(isOfKind);
  return new Set(found.length === failing.length ? [] : found.map(({ id }) => id));
}

/** What the others execute. */
async function measureTests(
  run: TestRun,
  leftOut: ReadonlySet<string>,
  cover: (run: TestRun) => Promise<Coverage>,
): Promise<Coverage> {
  if (leftOut.size === 0) return await cover(run);
  const coverage = await cover({ ...run, tests: run.tests.filter(({ id }) => !leftOut.has(id)) });
  return { ...coverage, tests: new Map([...coverage.tests].filter(([id]) => !leftOut.has(id))) };
}

/** Milliseconds of tests that were ended: repaired, they end sooner. */
function waitedFor({ tests }: TestRun): number {
  const ended = tests.filter(({ errorClass }) => errorClass === 'HoneTimeout');
  return ended.reduce((sum, { durationMs = 0 }) => sum + durationMs, 0);
}

/** Whether the failing tests run what is suspicious as it stands in the sources, and not what was built of it. */
async function loadsSources(
  workspace: Workspace,
  { failing }: Baseline,
  { executed }: Coverage,
  suspicions: readonly Suspicion[],
  { files }: BuildOutput,
): Promise<boolean> {
  const programs = [...files].filter((file) => !/\.d\.[cm]?ts$|\.map$|\.tsbuildinfo$/.test(file));
  if (programs.length === 0) return true;
  if (executed.size === 0 || suspicions.slice(0, 10).some(({ file }) => !executed.has(file))) return false;
  // A program that tests start is in another process.
  const texts = await workspace.read(failing.map(({ file }) => file));
  return ![...texts].some(([path, text]) => namesAny(path, text, programs));
}

/** Whether a text names one of these files or folders, from where it lies or from the root. */
function namesAny(path: string, text: string, files: readonly string[]): boolean {
  const named = new Set<string>();
  for (const file of files) {
    const stem = file.replace(/(?:\/index)?\.[cm]?[jt]sx?$/, '');
    for (const one of [file, stem, file.slice(0, Math.max(0, file.lastIndexOf('/')))]) if (one !== '') named.add(one);
  }
  return [...text.matchAll(/(['"`])([\w@./-]*[./][\w@-][\w@./-]*)\1/g)].some(([, , word = '']) => {
    const places = [posix.normalize(word), posix.join(posix.dirname(path), word)];
    return places.some((place) => named.has(place.replace(/\/$/, '')));
  });
}

function knownNote({ failedBefore = [] }: Baseline): string[] {
  if (failedBefore.length === 0) return [];
  const some = failedBefore.slice(0, 3).join(', ');
  return [
    `${failedBefore.length} tests fail in the commit before as well, or read files that are not here, and are left alone, such as ${some}`,
  ];
}

/** What the suite would take if its tests ended: repaired, they do. */
function withoutWaiting(baseline: Baseline, testTimeoutMs: number): Baseline {
  const waited = testTimeoutMs * baseline.failing.length;
  return { ...baseline, durationMs: Math.max(500, baseline.durationMs - waited) };
}

function withoutFailure(
  run: TestRun,
  { flaky }: Baseline,
  built: Build,
): { status: 'nothing-to-fix' | 'unfixed'; reason: string } {
  if (flaky.length > 0) {
    const reason = `the tests that failed pass when run again: ${flaky.slice(0, 3).join(', ')} ${flaky.length > 1 ? 'are' : 'is'} flaky`;
    return { status: 'nothing-to-fix', reason };
  }
  if (built.exitCode !== 0) {
    const said = printable(built.tail.trim().split('\n').slice(-3).join(' ')).slice(-300);
    return {
      status: 'unfixed',
      reason: `no test fails; what runs before them ends with status ${built.exitCode}: ${said}`,
    };
  }
  if (run.exitCode === 0) return { status: 'nothing-to-fix', reason: 'all tests pass' };
  const reason = `no test fails, yet the command ended with status ${run.exitCode} (${run.status}): this is not a matter of the tests`;
  return { status: 'unfixed', reason };
}

/** Of one test, milliseconds: several times what the slowest took. Each candidate that does not end costs as much. */
function timeoutOf(run: TestRun): number {
  const slowest = Math.max(0, ...passing(run).map(({ durationMs }) => durationMs ?? 0));
  const least = slowest > 0 ? 500 : 1000;
  return Math.min(10_000, Math.max(least, Math.round(5 * slowest)));
}
