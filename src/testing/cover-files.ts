import { randomBytes } from 'node:crypto';
import { nearFirst } from './cover-order.ts';
import { readCoverage } from './messages.ts';
import { runTests } from './run.ts';
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
  const queue = [...first.slice(0, mostFailing), ...nearFirst(first, others)];
  const tests = new Map<string, LineCoverage>();
  const executed = new Set<string>();
  const measured = new Set<string>();
  const work = async (): Promise<void> => {
    for (let file = queue.shift(); file !== undefined && signal?.aborted !== true; file = queue.shift()) {
      const own = failed.get(file);
      const left = (own === undefined ? enoughMs : timeoutMs) - (performance.now() - began);
      if (left <= 0) return;
      const covered = await coverFile(runner, command, file, left, signal);
      if (covered === undefined) continue;
      measured.add(file);
      for (const { id } of own ?? passed.get(file)?.slice(0, 1) ?? []) tests.set(id, covered.lines);
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

async function coverFile(
  runner: Runner,
  command: TestCommand,
  file: string,
  timeoutMs: number,
  signal: AbortSignal | undefined,
): Promise<{ lines: LineCoverage; scripts: readonly string[] } | undefined> {
  const record = `.hone-lines-${randomBytes(6).toString('hex')}.jsonl`;
  await runTests(runner, command, {
    ...{ timeoutMs, files: [file], linesTo: record },
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
