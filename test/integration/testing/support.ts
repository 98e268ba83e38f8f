import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import {
  detect,
  failing,
  passing,
  type Runner,
  runTests,
  type TestCommand,
  type TestRun,
  type TrialResult,
  tryCandidates,
} from '../../../src/testing/index.ts';
import { type Project, project } from './process-runner.ts';

const made: Project[] = [];
afterEach(() => {
  for (const one of made.splice(0)) one.remove();
});

export interface Ran {
  readonly at: Runner;
  readonly command: TestCommand;
  readonly run: TestRun;
  /** `id status`, in the order of the report. */
  readonly verdicts: readonly string[];
}

const ownModules = join(import.meta.dirname, '../../../node_modules');

export async function runProject(
  text: string,
  files: Record<string, string>,
  timeoutMs = 20_000,
  modules = ownModules,
): Promise<Ran> {
  const at = project(files);
  made.push(at);
  symlinkSync(modules, join(at.root, 'node_modules'));
  const command = await detect(text, at.root);
  const run = await runTests(at, command, { timeoutMs });
  return { at, command, run, verdicts: run.tests.map(({ id, status }) => `${id} ${status}`) };
}

export type Change = readonly [from: string, to: string];

/** Tries each change of one file; results by what was put in. Says with `fallback` when the loop was left. */
export async function tryChanges({ at, command, run }: Ran, file: string, changes: readonly Change[]) {
  const text = (await at.read(file))?.toString('utf8') ?? '';
  const trials = changes.map(([from, to]) => {
    const start = text.indexOf(from);
    return { id: to, edits: { [file]: [{ start, end: start + from.length, text: to }] } };
  });
  const results = new Map<string, TrialResult>();
  let fallback: string | undefined;
  const plan = {
    originals: { [file]: text },
    failing: failing(run).map(({ id }) => id),
    guards: passing(run).map(({ id }) => id),
    testFiles: [...new Set(run.tests.map((test) => test.file))],
    testTimeoutMs: 500,
    trialTimeoutMs: 10_000,
    onFallback: (reason: string) => {
      fallback = reason;
    },
  };
  for await (const result of tryCandidates(at, command, trials, plan)) results.set(result.id, result);
  const restored = (await at.read(file))?.toString('utf8') === text;
  return { results, fallback, restored };
}

/** How each candidate was tried, whether it is plausible, and the class of its first error. */
export function seenOf(results: ReadonlyMap<string, TrialResult>): Record<string, unknown[]> {
  return Object.fromEntries(
    [...results].map(([id, { how, plausible, errorClass }]) => [id, [how, plausible, errorClass]]),
  );
}

/** A `node_modules` with these packages, kept for later runs; undefined when they cannot be had. */
export function installed(...packages: string[]): string | undefined {
  const folder = join(tmpdir(), `hone-test-${packages.join('-').replaceAll('/', '+')}`);
  const modules = join(folder, 'node_modules');
  if (existsSync(modules)) return modules;
  const draft = mkdtempSync(`${folder}-`);
  writeFileSync(join(draft, 'package.json'), '{}');
  const options = ['--no-save', '--ignore-scripts', '--fetch-retries=0', '--loglevel=error'];
  const { status } = spawnSync('npm', ['install', ...options, ...packages], { cwd: draft, timeout: 50_000 });
  if (status === 0 && !existsSync(folder)) renameSync(draft, folder);
  else rmSync(draft, { recursive: true, force: true });
  return existsSync(modules) ? modules : undefined;
}

export const pytestMissing = spawnSync('python3', ['-m', 'pytest', '--version']).status !== 0;
if (pytestMissing && process.env.HONE_TEST_REQUIRE === 'all') throw new Error('pytest is required and not installed');
