import {
  agree,
  buildsSources,
  coverTests,
  passing,
  type Runner,
  runTests,
  type TestCommand,
  type TestRun,
  testFiles as testFilesOf,
} from '../testing/index.ts';
import { lineCoverage } from './coverage.ts';
import type { Found } from './explore.ts';
import { againstIt, type OtherTests } from './others.ts';
import type { Workshop } from './workshop.ts';
import type { Workspace } from './workspace.ts';

/** Milliseconds to measure the coverage of one candidate. */
const mostCoverMs = 15_000;
/** How much longer a suite takes when it is measured, at least. */
const tracedAtBest = 1.5;

/** What a sandbox of its own and the whole suite say of a candidate. */
export interface Confirmation {
  readonly green: boolean;
  readonly reasons: readonly string[];
  readonly tests: { readonly passed: number; readonly total: number };
  readonly durationMs: number;
  readonly coverage: number | undefined;
}

export interface ConfirmInputs {
  readonly workspace: Workspace;
  readonly workshop: Workshop;
  readonly command: TestCommand;
  readonly run: TestRun;
  /** Other test programs that have to say what they said before. */
  readonly others?: readonly OtherTests[];
  readonly flaky: ReadonlySet<string>;
  readonly timeoutMs: number;
  readonly testTimeoutMs: number;
  /** Milliseconds that there are to measure its coverage. */
  readonly coverMs?: number;
  readonly signal?: AbortSignal;
}

/** Runs every test on a candidate in a fresh sandbox; nothing that the search saw is taken as proof. */
export async function confirm(found: Pick<Found, 'texts'>, inputs: ConfirmInputs): Promise<Confirmation> {
  const { workspace, workshop, command, run, others = [], flaky, timeoutMs, signal } = inputs;
  const aborting = signal === undefined ? {} : { signal };
  const sandbox = await workshop.open(found.texts);
  try {
    const after = await runTests(sandbox, command, { timeoutMs, ...aborting });
    const changedTestFiles = await changedFiles(workspace, sandbox, testFilesOf(Object.keys(found.texts), run), run);
    const agreement = agree(run, after, { flaky, changedTestFiles });
    const reasons = agreement.green ? await againstIt(sandbox, others, signal) : agreement.reasons;
    const green = reasons.length === 0;
    const coverage = green ? await coverageOf(found, sandbox, after, inputs) : undefined;
    return {
      ...{ green, reasons, coverage },
      tests: {
        passed: passing(after).filter(({ id }) => !flaky.has(id)).length,
        total: Math.max(asked(after, flaky), asked(run, flaky)),
      },
      durationMs: after.durationMs,
    };
  } finally {
    await sandbox.destroy();
  }
}

/** How many tests have to pass: what is skipped was so before, and what is flaky tells nothing. */
function asked({ tests }: TestRun, flaky: ReadonlySet<string>): number {
  return tests.filter(({ id, status }) => status !== 'skipped' && !flaky.has(id)).length;
}

/** Of the changed files; undefined where nothing tells, or where all tests would take too long to measure. */
async function coverageOf(
  { texts }: Pick<Found, 'texts'>,
  sandbox: Runner,
  run: TestRun,
  { command, timeoutMs, testTimeoutMs, coverMs = mostCoverMs, signal }: ConfirmInputs,
): Promise<number | undefined> {
  // It is a part of the score and no part of the proof: large suites have no time for it.
  const limit = Math.min(timeoutMs, mostCoverMs, coverMs);
  // It would have to be built once more, with source maps.
  if (buildsSources(command)) return undefined;
  if (tracedAtBest * run.durationMs > limit) return undefined;
  const aborting = signal === undefined ? {} : { signal };
  const coverage = await coverTests(sandbox, command, run, { timeoutMs: limit, testTimeoutMs, ...aborting });
  return coverage.missing === undefined && coverage.unmeasured === 0 ? lineCoverage(texts, coverage) : undefined;
}

/** Test files whose bytes in the sandbox are not those of the work tree. */
async function changedFiles(
  workspace: Workspace,
  sandbox: { read(path: string): Promise<Buffer | undefined> },
  edited: readonly string[],
  run: TestRun,
): Promise<string[]> {
  const files = [...new Set(run.tests.map(({ file }) => file))].filter((file) => file !== '');
  const texts = await workspace.read(files);
  const changed = new Set(edited);
  for (const [file, text] of texts) if ((await sandbox.read(file))?.toString('utf8') !== text) changed.add(file);
  return [...changed];
}
