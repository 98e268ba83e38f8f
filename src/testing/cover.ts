import { isTestFile } from './agree.ts';
import { build } from './build.ts';
import { coverFiles } from './cover-files.ts';
import { coverOrder, slowLast, warmUp, withinTime } from './cover-order.ts';
import { readCoverage } from './messages.ts';
import { repeatDriver } from './repeat/drivers.ts';
import { readVerdicts } from './repeat/verdicts.ts';
import { RepeatWorker } from './repeat/worker.ts';
import { runTests } from './run.ts';
import { isForeign } from './stack.ts';
import {
  type FrameworkName,
  failing,
  type LineCoverage,
  passing,
  type Runner,
  type TestCommand,
  type TestRun,
  type TestStatus,
} from './types.ts';

export interface CoverOptions {
  readonly timeoutMs: number;
  /** Milliseconds after which no more passing tests are measured; those that tell most come first. */
  readonly enoughMs?: number;
  /** Of one test where tests are repeated in one process. */
  readonly testTimeoutMs: number;
  readonly signal?: AbortSignal;
}

export interface Coverage {
  /** By test id; files of tests and of dependencies are left out. */
  readonly tests: ReadonlyMap<string, LineCoverage>;
  /** Lines that ran while modules were loaded: whatever they compute, every test may depend on. */
  readonly loaded: LineCoverage;
  /** What became of each test when they were repeated; empty where they are not. */
  readonly verdicts: ReadonlyMap<string, TestStatus>;
  /** Files of the repository that failing tests executed as they are, compiled ones among them; known for JavaScript only. */
  readonly executed: ReadonlySet<string>;
  /** Test that never ended when tests were repeated one by one, if there is one. */
  readonly hanging: string | undefined;
  /** How many tests were left out because there was no time for more. */
  readonly unmeasured: number;
  /** Why there is none, or not all of it. */
  readonly missing: string | undefined;
}

/**
 * Lines that each test executes: from V8's block coverage in a warm process for node:test, vitest, jest and mocha, from
 * sys.monitoring or sys.settrace in a run of its own for Python. No other framework tells.
 */
export async function coverTests(
  runner: Runner,
  command: TestCommand,
  whole: TestRun,
  options: CoverOptions,
): Promise<Coverage> {
  const enoughMs = options.enoughMs ?? options.timeoutMs;
  const isPython = command.framework === 'pytest' || command.framework === 'unittest';
  // A run that was killed does not know its tests.
  const run = isPython || !whole.complete ? whole : withinTime(whole, enoughMs);
  const left = passing(whole).length - passing(run).length;
  const testFiles = new Set(run.tests.map((test) => test.file));
  const own = (coverage: LineCoverage): LineCoverage =>
    new Map([...coverage].filter(([file]) => !testFiles.has(file) && !isTestFile(file) && !isForeign(file)));
  const files = [...testFiles].filter((file) => file !== '');
  const ownTests = (tests: ReadonlyMap<string, LineCoverage>): Map<string, LineCoverage> =>
    new Map([...tests].map(([id, lines]) => [id, own(lines)]));
  if (isPython) {
    const { timeoutMs, testTimeoutMs, signal } = options;
    const aborting = signal ? { signal } : {};
    const before = warmUp(run);
    const covered = await runTests(runner, command, {
      ...{ timeoutMs, testTimeoutMs, ...aborting },
      coverage: {
        order: slowLast(run, [...new Set([...before, ...coverOrder(run).flat()])]),
        least: before.length + 1,
        ...{ enoughMs, without: files, failing: failing(run).map(({ id }) => id) },
      },
    });
    const missing = covered.coverage.size === 0 ? `the run with coverage ${covered.status}` : undefined;
    const others = run.tests.filter(({ id, status }) => status !== 'skipped' && !covered.coverage.has(id));
    const unmeasured = missing ? 0 : others.length;
    return {
      ...nothing,
      tests: ownTests(covered.coverage),
      loaded: own(covered.loaded ?? new Map()),
      unmeasured,
      missing,
    };
  }
  const driver = repeatDriver(command, runner, files);
  if (driver === undefined || driver.switching !== 'schemata') {
    return await byFiles(`${command.framework} does not tell which lines a test executes`);
  }
  const built = await build(runner, command, { ...options, maps: true });
  if (built.exitCode !== 0) {
    return { ...nothing, missing: `what runs before the tests failed: ${built.tail.slice(-300)}` };
  }
  const task = { root: runner.root, files, timeoutMs: options.testTimeoutMs, coverage: true };
  const worker = new RepeatWorker(runner, driver.launch, task, options.signal);
  try {
    const tests = new Map<string, LineCoverage>();
    const failed = new Set(failing(run).map(({ id }) => id));
    const executed = new Set<string>();
    let running: string | undefined;
    const ready = await worker.receive(['ready', 'unloadable'], options.timeoutMs);
    if ('silent' in ready || ready.message.type === 'unloadable') {
      // What the driver says of it, or else what was printed when it ended.
      const said = 'message' in ready ? String(ready.message.message ?? '') : '';
      return await byFiles(
        `the tests could not be loaded: ${said || worker.tail.slice(-300) || 'no reason was given'}`,
      );
    }
    const began = performance.now();
    const verdicts = new Map<string, TestStatus>();
    let silent: 'timed-out' | 'died' | undefined;
    let unmeasured = left;
    const parts = run.complete ? coverOrder(run) : [undefined];
    for (const [at, part] of parts.entries()) {
      const passed = performance.now() - began;
      if (at > 0 && passed > enoughMs) {
        unmeasured += parts.slice(at).reduce((sum, ids) => sum + (ids?.length ?? 0), 0);
        break;
      }
      worker.send({ id: 'coverage', c: 0, ...(part === undefined ? {} : { tests: part }) });
      const end = await worker.receive(['trial'], options.timeoutMs - passed, (message) => {
        if (message.type === 'running') running = String(message.test);
        if (message.type !== 'covered' || typeof message.test !== 'string') return;
        running = undefined;
        if (failed.has(message.test) && Array.isArray(message.scripts))
          for (const script of message.scripts) executed.add(String(script));
        // Told in parts where a test has others in it.
        const before = tests.get(message.test);
        const lines = readCoverage(message.lines);
        tests.set(message.test, before === undefined ? lines : union([before, lines]));
      });
      if ('silent' in end) {
        silent = end.silent;
        break;
      }
      for (const [id, status] of readVerdicts(end.message)) verdicts.set(id, status);
    }
    return {
      verdicts: silent === undefined ? verdicts : new Map(),
      executed,
      unmeasured,
      tests: withSubtests(ownTests(tests)),
      loaded: own(readCoverage(ready.message.loaded)),
      hanging: silent === undefined ? undefined : running,
      missing: silent === undefined ? undefined : `the tests' process ${silent}${running ? ` in ${running}` : ''}`,
    };
  } finally {
    await worker.close();
  }

  /** Where tests cannot be told apart, their files can. */
  async function byFiles(missing: string): Promise<Coverage> {
    if (!javascript.has(command.framework)) return { ...nothing, missing };
    const aborting = options.signal === undefined ? {} : { signal: options.signal };
    const covered = await coverFiles(runner, command, whole, { timeoutMs: options.timeoutMs, enoughMs, ...aborting });
    if (covered.tests.size === 0) return { ...nothing, missing };
    return { ...nothing, tests: ownTests(covered.tests), executed: covered.executed, unmeasured: covered.unmeasured };
  }
}

const javascript = new Set<FrameworkName>(['node', 'vitest', 'jest', 'mocha', 'tape', 'tap', 'ava']);

const nothing: Coverage = {
  tests: new Map(),
  loaded: new Map(),
  verdicts: new Map(),
  executed: new Set(),
  hanging: undefined,
  unmeasured: 0,
  missing: undefined,
};

/** What a subtest executes, the test around it has executed as well. */
function withSubtests(tests: ReadonlyMap<string, LineCoverage>): Map<string, LineCoverage> {
  const merged = new Map<string, LineCoverage>();
  for (const [id, lines] of tests) {
    const inner = [...tests].filter(([other]) => other.startsWith(`${id} > `)).map(([, one]) => one);
    if (inner.length === 0) {
      merged.set(id, lines);
      continue;
    }
    merged.set(id, union([lines, ...inner]));
  }
  return merged;
}

function union(all: readonly LineCoverage[]): LineCoverage {
  const merged = new Map<string, Set<number>>();
  for (const coverage of all) {
    for (const [file, lines] of coverage) merged.set(file, new Set([...(merged.get(file) ?? []), ...lines]));
  }
  return new Map([...merged].map(([file, lines]) => [file, [...lines].sort((a, b) => a - b)]));
}
