import { languageOf } from '../code/index.ts';
import {
  type Coverage,
  type CoverOptions,
  countLoops,
  coverTests,
  fileOfWhole,
  isTestFile,
  put,
  type Runner,
  runTests,
  type TestCommand,
  type TestRun,
} from '../testing/index.ts';
import { nearFiles } from './localise/imports.ts';
import type { Workspace } from './workspace.ts';

/** Files of tests that are looked into besides those that died. */
const mostOthers = 8;

/**
 * What became of each test of a suite that does not end: a run that is killed tells only where it stood. Python's tests
 * get a limit each; nothing interrupts a loop of JavaScript, so there the loops of the program count their turns.
 */
export async function endTests(
  workspace: Workspace,
  runner: Runner,
  command: TestCommand,
  run: TestRun,
  options: CoverOptions,
): Promise<{ run: TestRun; coverage: Coverage }> {
  const { timeoutMs, testTimeoutMs, signal } = options;
  if (command.framework === 'pytest' || command.framework === 'unittest') {
    const aborting = signal === undefined ? {} : { signal };
    const ended = await runTests(runner, command, { timeoutMs, testTimeoutMs, ...aborting });
    return { run: ended, coverage: await coverTests(runner, command, ended, options) };
  }
  const part = withoutDistant(run);
  const testFiles = new Set(part.tests.map(({ file }) => file));
  const near = await nearFiles(workspace, testFiles, (file) => !testFiles.has(file) && !isTestFile(file));
  const originals = await workspace.read(near.keys());
  const counted: Record<string, string> = {};
  for (const [path, text] of originals) {
    const language = languageOf(path);
    if (language !== undefined && language !== 'python') counted[path] = await countLoops(language, text);
  }
  await put(runner, command, counted);
  const began = performance.now();
  const coverage = await coverTests(runner, command, part, options);
  const durationMs = performance.now() - began;
  await put(runner, command, Object.fromEntries(originals));
  return { run: withVerdicts(run, coverage, durationMs), coverage };
}

/** Where files died, these and a few others, of which nobody knows which tests they have. */
function withoutDistant(run: TestRun): TestRun {
  const died = new Set(run.tests.flatMap(({ id, status }) => (status === 'error' ? (fileOfWhole(id) ?? []) : [])));
  if (died.size === 0) return run;
  const others = [...new Set(run.tests.map(({ file }) => file))].filter((file) => !died.has(file)).slice(0, mostOthers);
  const files = new Set([...died, ...others]);
  return { ...run, complete: false, tests: run.tests.filter(({ file }) => files.has(file)) };
}

/** Verdicts of tests in the place of what the killed run said of their files. */
export function withVerdicts(run: TestRun, { verdicts }: Pick<Coverage, 'verdicts'>, durationMs: number): TestRun {
  const fileOf = (id: string): string => id.slice(0, Math.max(0, id.indexOf('::')));
  // What is of no test cannot be turned green.
  const told = [...verdicts].filter(([id]) => id !== '');
  const known = new Set(told.map(([id]) => fileOf(id)));
  const tests = told.map(([id, status]) => ({
    ...{ id, status, file: fileOf(id), name: [], stack: [] },
    durationMs: undefined,
    message: status === 'passed' ? undefined : 'it fails, or does not end',
    errorClass: undefined,
  }));
  return { ...run, tests: [...run.tests.filter(({ file }) => !known.has(file)), ...tests], durationMs };
}
