import { isTestFile } from './agree.ts';
import { coverOrder } from './cover-order.ts';
import { readCoverage } from './messages.ts';
import { repeatDriver } from './repeat/drivers.ts';
import { readVerdicts } from './repeat/verdicts.ts';
import { RepeatWorker } from './repeat/worker.ts';
import { runTests } from './run.ts';
import { isForeign } from './stack.ts';
import type { LineCoverage, Runner, TestCommand, TestRun, TestStatus } from './types.ts';

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
  run: TestRun,
  options: CoverOptions,
): Promise<Coverage> {
  const testFiles = new Set(run.tests.map((test) => test.file));
  const own = (coverage: LineCoverage): LineCoverage =>
    new Map([...coverage].filter(([file]) => !testFiles.has(file) && !isTestFile(file) && !isForeign(file)));
  const files = [...testFiles].filter((file) => file !== '');
  const ownTests = (tests: ReadonlyMap<string, LineCoverage>): Map<string, LineCoverage> =>
    new Map([...tests].map(([id, lines]) => [id, own(lines)]));
  if (command.framework === 'pytest' || command.framework === 'unittest') {
    const { timeoutMs, testTimeoutMs, signal } = options;
    const aborting = signal ? { signal } : {};
    const covered = await runTests(runner, command, {
      ...{ timeoutMs, testTimeoutMs, ...aborting },
      coverage: { order: coverOrder(run).flat(), enoughMs: options.enoughMs ?? timeoutMs, without: files },
    });
    const missing = covered.coverage.size === 0 ? `the run with coverage ${covered.status}` : undefined;
    const left = run.tests.filter(({ id, status }) => status !== 'skipped' && !covered.coverage.has(id));
    const unmeasured = missing ? 0 : left.length;
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
    const missing = `${command.framework} does not tell which lines a test executes`;
    return { ...nothing, missing };
  }
  const task = { root: runner.root, files, timeoutMs: options.testTimeoutMs, coverage: true };
  const worker = new RepeatWorker(runner, driver.launch, task, options.signal);
  try {
    const tests = new Map<string, LineCoverage>();
    let running: string | undefined;
    const ready = await worker.receive(['ready', 'unloadable'], options.timeoutMs);
    if ('silent' in ready || ready.message.type === 'unloadable') {
      const missing = `the tests could not be loaded: ${worker.tail.slice(-300)}`;
      return { ...nothing, missing };
    }
    const began = performance.now();
    const verdicts = new Map<string, TestStatus>();
    let silent: 'timed-out' | 'died' | undefined;
    let unmeasured = 0;
    // A run that was killed does not know its tests.
    const parts = run.complete ? coverOrder(run) : [undefined];
    for (const [at, part] of parts.entries()) {
      const passed = performance.now() - began;
      if (at > 0 && passed > (options.enoughMs ?? options.timeoutMs)) {
        unmeasured = parts.slice(at).reduce((sum, ids) => sum + (ids?.length ?? 0), 0);
        break;
      }
      worker.send({ id: 'coverage', c: 0, ...(part === undefined ? {} : { tests: part }) });
      const end = await worker.receive(['trial'], options.timeoutMs - passed, (message) => {
        if (message.type === 'running') running = String(message.test);
        if (message.type !== 'covered' || typeof message.test !== 'string') return;
        running = undefined;
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
      unmeasured,
      tests: withSubtests(ownTests(tests)),
      loaded: own(readCoverage(ready.message.loaded)),
      hanging: silent === undefined ? undefined : running,
      missing: silent === undefined ? undefined : `the tests' process ${silent}${running ? ` in ${running}` : ''}`,
    };
  } finally {
    await worker.close();
  }
}

const nothing: Coverage = {
  tests: new Map(),
  loaded: new Map(),
  verdicts: new Map(),
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
