import { randomBytes } from 'node:crypto';
import { build, put } from '../build.ts';
import { driver } from '../driver-folder.ts';
import { repeatDriver } from '../repeat/drivers.ts';
import { RepeatWorker } from '../repeat/worker.ts';
import { runTests } from '../run.ts';
import type { Runner, TestCommand } from '../types.ts';
import type { ModuleText } from './targets.ts';
import { watchedText } from './texts.ts';
import { readValue, type Value } from './values.ts';

/** Arguments of one call. `self`: the receiver of a method (JavaScript); `named`: keyword arguments (Python). */
export interface CallInput {
  readonly target: number;
  readonly self: Value | undefined;
  readonly args: readonly Value[];
  readonly named: readonly (readonly [string, Value])[];
}

export interface ObservedCall extends CallInput {
  /** Which tests called; `any` where the framework cannot run some of them only. */
  readonly during: 'failing' | 'passing' | 'any';
}

export interface Observation {
  /** Different ones only, in the order of the calls. */
  readonly calls: readonly ObservedCall[];
  /** What ran the tests: path of the interpreter. */
  readonly program: string | undefined;
  /** Python: the name by which a target's module was imported, and where modules were looked for. */
  readonly modules: ReadonlyMap<number, string>;
  readonly path: readonly string[];
  /** Why nothing was seen, or not everything. */
  readonly missing: string | undefined;
}

export interface ObserveOptions {
  readonly failing: readonly string[];
  readonly passing: readonly string[];
  readonly testFiles: readonly string[];
  /** Milliseconds for everything. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

const longestRecord = 32 * 2 ** 20;

/**
 * Runs tests with texts in place that note with which arguments the modules' targets are called. Failing tests go
 * first, so that what both call counts as theirs. The runner's files are the originals again afterwards.
 */
export async function observe(
  runner: Runner,
  command: TestCommand,
  modules: readonly ModuleText[],
  options: ObserveOptions,
): Promise<Observation> {
  const record = `.hone-calls-${randomBytes(6).toString('hex')}.jsonl`;
  const texts = modules.map((module) => [
    module.file,
    watchedText(module, `${runner.root}/${record}`, driver('calls-observe.cjs')),
  ]);
  await put(runner, command, Object.fromEntries(texts));
  try {
    const lines = async (): Promise<string[]> =>
      (await runner.read(record, longestRecord))?.toString('utf8').split('\n').filter(Boolean) ?? [];
    const phases = await runPhases(runner, command, options, async () => (await lines()).length);
    return readRecord(await lines(), phases);
  } finally {
    await put(runner, command, {
      ...Object.fromEntries(modules.map(({ file, original }) => [file, original])),
      [record]: null,
    });
  }
}

interface Phases {
  /** Lines of the record when the failing and the passing tests began; undefined: not told apart. */
  readonly failingFrom: number | undefined;
  readonly passingFrom: number | undefined;
  readonly missing: string | undefined;
}

async function runPhases(
  runner: Runner,
  command: TestCommand,
  options: ObserveOptions,
  recorded: () => Promise<number>,
): Promise<Phases> {
  const { failing, passing, testFiles, timeoutMs, signal } = options;
  const started = performance.now();
  const left = (): number => Math.max(500, timeoutMs - (performance.now() - started));
  const repeat = repeatDriver(command, runner, testFiles);
  const built = await build(runner, command, { timeoutMs: left(), ...(signal === undefined ? {} : { signal }) });
  // Without names of tests all of them run.
  if (built.exitCode === 0 && repeat !== undefined && failing.length + passing.length > 0) {
    const open = async (): Promise<RepeatWorker | undefined> => {
      const task = { root: runner.root, files: testFiles, tests: [...failing, ...passing], timeoutMs: 1000 };
      const worker = new RepeatWorker(runner, repeat.launch, task, signal);
      const ready = await worker.receive(['ready', 'unloadable'], left());
      if (!('silent' in ready) && ready.message.type === 'ready') return worker;
      await worker.close();
      return undefined;
    };
    let worker = await open();
    if (worker !== undefined) {
      try {
        const failingFrom = await recorded();
        worker.send({ id: 'failing', c: 0, tests: failing, timeoutMs: 1000, here: true });
        // A test that never ends has made its first calls by then.
        const failed = await worker.receive(['trial'], left() / 2);
        const passingFrom = await recorded();
        if (passing.length === 0) return { failingFrom, passingFrom, missing: undefined };
        if ('silent' in failed) {
          await worker.close();
          worker = await open();
        }
        worker?.send({ id: 'passing', c: 0, tests: passing, timeoutMs: 1000, here: true });
        const passed = await worker?.receive(['trial'], left());
        const missing =
          passed === undefined || 'silent' in passed ? 'the passing tests did not end in time' : undefined;
        return { failingFrom, passingFrom, missing };
      } finally {
        await worker?.close();
      }
    }
  }
  const run = await runTests(runner, command, {
    timeoutMs: left(),
    ...(testFiles.length === 0 ? {} : { files: testFiles }),
    ...(signal === undefined ? {} : { signal }),
  });
  const missing = run.status === 'completed' ? undefined : `the watched tests: ${run.status}`;
  return { failingFrom: undefined, passingFrom: undefined, missing };
}

function readRecord(lines: readonly string[], { failingFrom, passingFrom, missing }: Phases): Observation {
  const calls = new Map<string, ObservedCall>();
  const modules = new Map<number, string>();
  let program: string | undefined;
  let path: readonly string[] = [];
  for (const [at, line] of lines.entries()) {
    const fields = parsed(line);
    if (typeof fields.program === 'string') program = fields.program;
    if (typeof fields.target !== 'number') continue;
    if (typeof fields.module === 'string') {
      modules.set(fields.target, fields.module);
      if (Array.isArray(fields.path)) path = fields.path.map(String);
      continue;
    }
    const during =
      failingFrom === undefined || at < failingFrom ? 'any' : at < (passingFrom ?? 0) ? 'failing' : 'passing';
    const named = Array.isArray(fields.named) ? fields.named : [];
    const call: CallInput = {
      target: fields.target,
      self: fields.self === null || fields.self === undefined ? undefined : readValue(fields.self),
      args: Array.isArray(fields.args) ? fields.args.map((one) => readValue(one)) : [],
      named: named.map((pair) => [String(pair?.[0]), readValue(pair?.[1])] as const),
    };
    const key = JSON.stringify(call);
    if (!calls.has(key)) calls.set(key, { ...call, during });
  }
  const unseen = calls.size === 0 ? (missing ?? 'the tests called none of the changed functions') : missing;
  return { calls: [...calls.values()], program, modules, path, missing: unseen };
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
