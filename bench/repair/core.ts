/**
 * The tasks of HumanEvalFix, or others written like them, as repositories, and the judge of a repair. Nothing here knows
 * how repairs are made, so a script may import it to try out an engine in its own process.
 *
 * N. Muennighoff et al. (2023), "OctoPack: Instruction Tuning Code Large Language Models", arXiv:2308.07124.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { plainEnv, runBounded } from './bounded-process.ts';

export const languages = ['python', 'js'] as const;
export type Language = (typeof languages)[number];

export interface Task {
  /** `Python/12` */
  readonly id: string;
  readonly language: Language;
  /** What stands before the solution: imports, helpers, the first line of the function. */
  readonly declaration: string;
  readonly buggy: string;
  readonly reference: string;
  readonly bugType: string;
  /** The file with all tasks of the language. */
  readonly data: string;
}

export interface MadeTask {
  readonly task: Task;
  /** Absolute path of the repository. */
  readonly dir: string;
  /** The test command, as `make_repo.py` prints it. */
  readonly command: string;
  /** The file with the bug, relative to the repository. */
  readonly source: string;
  /** Reads the text of that file as it stands. */
  text(): Promise<string>;
}

/**
 * `right`: applies, the visible and the hidden tests pass. `fails-visible`: the hidden ones were not asked.
 * `not-applicable`: `git apply` refuses the patch, or it changes another file than the one with the bug.
 */
export type Verdict = 'right' | 'wrong' | 'hangs' | 'fails-visible' | 'not-applicable';

/** Only `usable` tasks count: a bug that no visible test shows cannot be found from the tests. */
export type Usability = 'usable' | 'no-assertion' | 'passes-visible' | 'reference-fails';

/** Where the development half lies when nobody says otherwise. */
export const defaultData = fileURLToPath(new URL('../../../shared/bench/', import.meta.url));

/** Writes a task as a repository; for other folders of tasks that of the development half. */
function makerOf(data: string): string | undefined {
  return [data, defaultData].map((folder) => join(folder, 'make_repo.py')).find((maker) => existsSync(maker));
}

/** Milliseconds for one run of a task's tests. */
const testLimitMs = 20_000;
const makerLimitMs = 30_000;

const noAssertion = 3;

/** @returns undefined when there is no such file, or nothing that makes repositories of it */
export async function readTasks(language: Language, data: string = defaultData): Promise<Task[] | undefined> {
  const names = [`humanevalfix.dev.${language}.jsonl`, `bugs.${language}.jsonl`];
  const file = names.map((name) => resolve(data, name)).find((path) => existsSync(path));
  if (file === undefined || makerOf(data) === undefined) return undefined;
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
  return lines.map((line) => {
    const row = JSON.parse(line) as Record<string, string>;
    const field = (name: string): string => {
      const value = row[name];
      if (typeof value !== 'string') throw new Error(`${file}: a task has no ${name}`);
      return value;
    };
    return {
      id: field('task_id'),
      language,
      declaration: field('declaration'),
      buggy: field('buggy_solution'),
      reference: field('canonical_solution'),
      bugType: field('bug_type'),
      data: file,
    };
  });
}

/**
 * Writes the task as a git repository: with its visible tests, or with `hidden` ones to judge by.
 *
 * @param dir must not exist yet
 * @returns undefined when the task has no usable assertion of that kind
 */
export async function makeTask(
  task: Task,
  dir: string,
  options: { readonly hidden?: boolean } = {},
): Promise<MadeTask | undefined> {
  const maker = makerOf(join(task.data, '..'));
  if (maker === undefined) throw new Error(`${task.data}: make_repo.py is gone`);
  const argv = ['python3', maker, task.data, task.id, dir, ...(options.hidden === true ? ['--hidden'] : [])];
  const run = await runBounded(argv, { cwd: tmpdir(), timeoutMs: makerLimitMs });
  if (run.exitCode === noAssertion) return undefined;
  if (run.exitCode !== 0) throw new Error(`make_repo.py failed on ${task.id}: ${run.stderr.slice(-500)}`);
  const source = task.language === 'js' ? 'solution.js' : 'solution.py';
  return { task, dir, command: run.stdout.trim(), source, text: () => readFile(join(dir, source), 'utf8') };
}

/** Judges a unified diff against the task as it was made, with tests that whoever made the diff has not seen. */
export async function judge(task: Task, patch: string): Promise<Verdict> {
  return inFolder(async (folder) => {
    const visible = await makeTask(task, join(folder, 'visible'));
    if (visible === undefined) throw new Error(`${task.id} has no visible assertion`);
    const git = (...args: string[]) =>
      runBounded(['git', ...args], { cwd: visible.dir, timeoutMs: makerLimitMs, input: patch });
    if ((await git('apply', '--whitespace=nowarn', '-')).exitCode !== 0) return 'not-applicable';
    const changed = (await git('status', '--porcelain', '-z', '--no-renames')).stdout;
    if (changed !== '' && changed !== ` M ${visible.source}\0`) return 'not-applicable';
    if ((await runTests(visible)) !== 'passed') return 'fails-visible';
    return judgeHidden(task, await visible.text(), folder);
  });
}

/** Judges a whole source by the hidden tests alone. */
export async function judgeSource(task: Task, source: string): Promise<Verdict> {
  return inFolder((folder) => judgeHidden(task, source, folder));
}

async function judgeHidden(task: Task, source: string, folder: string): Promise<Verdict> {
  const hidden = await makeTask(task, join(folder, 'hidden'), { hidden: true });
  if (hidden === undefined) throw new Error(`${task.id} has no hidden assertion`);
  await writeFile(join(hidden.dir, hidden.source), source);
  const verdicts = { passed: 'right', failed: 'wrong', hangs: 'hangs' } as const;
  return verdicts[await runTests(hidden)];
}

/** What becomes of the task's own tests as its repository stands. */
export async function runTests({ task, dir, command }: MadeTask): Promise<'passed' | 'failed' | 'hangs'> {
  // A repair may ask for endless memory; V8 reserves more addresses than it uses, so each has its own kind of limit.
  const words = command.split(' ');
  const argv = task.language === 'python' ? ['sh', '-c', 'ulimit -v 4194304; exec "$@"', 'sh', ...words] : words;
  const env = { ...plainEnv(), NODE_OPTIONS: '--max-old-space-size=1024' };
  const run = await runBounded(argv, { cwd: dir, timeoutMs: testLimitMs, env });
  if (run.timedOut) return 'hangs';
  return run.exitCode === 0 ? 'passed' : 'failed';
}

/** Whether the task counts: its visible tests show the bug, and the reference passes all tests. */
export async function triage(task: Task): Promise<Usability> {
  return inFolder(async (folder) => {
    const made = await makeTask(task, join(folder, 'made'));
    if (made === undefined) return 'no-assertion';
    if ((await runTests(made)) === 'passed') return 'passes-visible';
    return (await judge(task, await referencePatch(made))) === 'right' ? 'usable' : 'reference-fails';
  });
}

/** The reference solution as a repair of the made repository, whose work tree it leaves as it was. */
export async function referencePatch(made: MadeTask): Promise<string> {
  const path = join(made.dir, made.source);
  const text = await made.text();
  const buggy = made.task.buggy.trimEnd();
  if (text.split(buggy).length !== 2) throw new Error(`${made.task.id}: the bug is not where it should be`);
  await writeFile(
    path,
    text.replace(buggy, () => made.task.reference.trimEnd()),
  );
  const diff = await runBounded(['git', 'diff'], { cwd: made.dir, timeoutMs: makerLimitMs });
  await writeFile(path, text);
  return diff.stdout;
}

/** Calls `work` with a new folder and removes it afterwards. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'hone-repair-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
