import { randomBytes } from 'node:crypto';
import { nearFirst } from './cover-order.ts';
import { readCoverage } from './messages.ts';
import { canName, runTests } from './run.ts';
import {
  failing,
  type LineCoverage,
  passing,
  type Runner,
  type TestCommand,
  type TestResult,
  type TestRun,
} from './types.ts';

export interface FileCoverage {
  /** By test id: of tests that fail in a file, all that the file executes; of the others, one stands for its file. */
  readonly tests: ReadonlyMap<string, LineCoverage>;
  /** Files that the files with failing tests executed, as they stand in the repository. */
  readonly executed: ReadonlySet<string>;
  /** Tests that no measured file holds. */
  readonly unmeasured: number;
}

interface Options {
  /** Milliseconds for the files with failing tests. */
  readonly timeoutMs: number;
  /** Milliseconds after which no other file is measured. */
  readonly enoughMs: number;
  readonly signal?: AbortSignal;
}

/** Of files with failing tests, at most. */
const mostFailing = 10;
const longestRecord = 64 * 2 ** 20;

/**
 * Lines that each file of tests executes, each run in processes of its own: for frameworks of JavaScript whose tests
 * cannot be told apart from inside.
 */
export async function coverFiles(
  runner: Runner,
  command: TestCommand,
  run: TestRun,
  { timeoutMs, enoughMs, signal }: Options,
): Promise<FileCoverage> {
  const began = performance.now();
  const failed = byFile(failing(run));
  const passed = byFile(passing(run));
  const others = [...passed.keys()].filter((file) => !failed.has(file));
  const first = [...failed.keys()];
  const alone = canName(command)
    ? aloneOf(
        first.flatMap((file) => failed.get(file) ?? []),
        passed,
      )
    : [];
  const whole = [...first.slice(0, mostFailing), ...nearFirst(first, others)];
  const queue: Unit[] = [
    ...alone,
    ...whole.filter((file) => !alone.some((one) => one.file === file)).map((file) => ({ file, test: undefined })),
  ];
  const tests = new Map<string, LineCoverage>();
  const executed = new Set<string>();
  const measured = new Set<string>();
  const work = async (): Promise<void> => {
    for (let unit = queue.shift(); unit !== undefined && signal?.aborted !== true; unit = queue.shift()) {
      const { file, test } = unit;
      const own = test === undefined ? failed.get(file) : failing(run).includes(test) ? [test] : undefined;
      const left = (own === undefined ? enoughMs : timeoutMs) - (performance.now() - began);
      if (left <= 0) return;
      const covered = await coverUnit(runner, command, unit, left, signal);
      if (covered === undefined) continue;
      measured.add(file);
      for (const { id } of own ?? (test === undefined ? (passed.get(file)?.slice(0, 1) ?? []) : [test]))
        tests.set(id, covered.lines);
      if (own !== undefined) for (const script of covered.scripts) executed.add(script);
    }
  };
  await Promise.all([work(), work()]);
  const unmeasured = others
    .filter((file) => !measured.has(file))
    .reduce((sum, file) => sum + (passed.get(file)?.length ?? 0), 0);
  return { tests, executed, unmeasured };
}

function byFile(tests: readonly TestResult[]): Map<string, TestResult[]> {
  const files = new Map<string, TestResult[]>();
  for (const test of tests) if (test.file !== '') files.set(test.file, [...(files.get(test.file) ?? []), test]);
  return files;
}

interface Unit {
  readonly file: string;
  /** Alone; undefined: all of the file. */
  readonly test: TestResult | undefined;
}

/** Of one file, tests that are measured alone. */
const mostAlone = 3;
const besides = 9;

/** Tests of the file with most failing ones: without passing ones beside them every line of a file is as suspicious. */
function aloneOf(failed: readonly TestResult[], passed: ReadonlyMap<string, readonly TestResult[]>): Unit[] {
  const counts = new Map<string, number>();
  for (const { file } of failed) counts.set(file, (counts.get(file) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  const others = most === undefined ? [] : (passed.get(most[0]) ?? []);
  if (most === undefined || others.length === 0) return [];
  const step = Math.max(1, Math.floor(others.length / besides));
  const chosen = others.filter((_, at) => at % step === 0).slice(0, besides);
  const own = failed.filter(({ file }) => file === most[0]).slice(0, mostAlone);
  return [...own, ...chosen].map((test) => ({ file: most[0], test }));
}

async function coverUnit(
  runner: Runner,
  command: TestCommand,
  { file, test }: Unit,
  timeoutMs: number,
  signal: AbortSignal | undefined,
): Promise<{ lines: LineCoverage; scripts: readonly string[] } | undefined> {
  const record = `.hone-lines-${randomBytes(6).toString('hex')}.jsonl`;
  await runTests(runner, command, {
    ...{ timeoutMs, files: [file], linesTo: record },
    ...(test === undefined ? {} : { named: test.name }),
    ...(signal === undefined ? {} : { signal }),
  });
  const text = (await runner.read(record, longestRecord).catch(() => undefined))?.toString('utf8');
  if (text === undefined) return undefined;
  await runner.write({ [record]: null });
  const lines = new Map<string, Set<number>>();
  const scripts = new Set<string>();
  for (const line of text.split('\n').filter(Boolean)) {
    const fields = parsed(line);
    for (const [path, numbers] of readCoverage(fields.lines)) {
      lines.set(path, new Set([...(lines.get(path) ?? []), ...numbers]));
    }
    for (const script of Array.isArray(fields.scripts) ? fields.scripts : []) scripts.add(String(script));
  }
  const sorted = [...lines].map(([path, numbers]) => [path, [...numbers].sort((a, b) => a - b)] as const);
  return { lines: new Map(sorted), scripts: [...scripts] };
}

function parsed(line: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    // The last line of a process that was killed.
    return {};
  }
}
