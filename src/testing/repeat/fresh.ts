import { put } from '../build.ts';
import { fileOfWhole, statusIn } from '../messages.ts';
import { canChoose, runTests } from '../run.ts';
import type { Runner, TestCommand, TestStatus } from '../types.ts';
import { type Trial, type TrialPlan, type TrialResult, variantTexts } from './trial.ts';
import { isGood } from './verdicts.ts';

/** Tries a candidate in a process of its own: only the files of the chosen tests, the originals put back afterwards. */
export async function tryFresh(
  runner: Runner,
  command: TestCommand,
  trial: Trial,
  plan: TrialPlan,
): Promise<TrialResult> {
  const texts = variantTexts(trial, plan.originals);
  await put(runner, command, texts);
  try {
    const refused = await askFailing(runner, command, trial, plan);
    if (refused !== undefined) return refused;
    const verdicts = new Map<string, TestStatus>();
    let ms = 0;
    // Files with failing tests first: most candidates turn none of them green.
    for (const files of inParts(plan)) {
      const run = await runTests(runner, command, {
        timeoutMs: limitOf(runner, files, plan),
        files,
        ...(plan.signal === undefined ? {} : { signal: plan.signal }),
      });
      ms += run.durationMs;
      if (run.status === 'completed') remember(runner, files, run.durationMs);
      const inFiles = (id: string): boolean => files.length === 0 || files.includes(id.slice(0, id.indexOf('::')));
      const failing = plan.failing.filter(inFiles);
      const wanted = [...failing, ...plan.guards.filter(inFiles)];
      const seen = new Map(wanted.map((id) => [id, statusIn(run.tests, id)]));
      const turned = failing.every((id) => isGood(seen.get(id)));
      for (const id of turned ? wanted : failing) {
        const status = seen.get(id);
        if (status !== undefined) verdicts.set(id, status);
      }
      // Of a file that did not load nobody knows which tests there are: all of them have to pass.
      const whole = new Set(plan.failing.flatMap((id) => fileOfWhole(id) ?? []));
      const broken = run.tests.find(({ id, file, status }) => (seen.has(id) || whole.has(file)) && !isGood(status));
      if (run.complete && broken === undefined && wanted.every((id) => seen.get(id) !== undefined)) continue;
      return {
        ...{ id: trial.id, how: 'fresh', verdicts, plausible: false, ms },
        errorClass: broken?.errorClass ?? (run.status === 'completed' ? undefined : run.status),
        message: broken?.message ?? (run.status === 'completed' ? undefined : run.rawTail.slice(-300)),
      };
    }
    return {
      ...{ id: trial.id, how: 'fresh', verdicts, plausible: true, ms },
      errorClass: undefined,
      message: undefined,
    };
  } finally {
    await put(
      runner,
      command,
      Object.fromEntries(Object.keys(texts).map((file) => [file, plan.originals[file] ?? ''])),
    );
  }
}

/** Milliseconds of the slowest run of these files that came to its end: a candidate that takes far longer hangs. */
const usual = new WeakMap<Runner, Map<string, number>>();
const patience = 4;
/** Of so many files with failing tests one is asked before the others: most candidates turn none green. */
const manyFiles = 3;
const graceMs = 3000;

function remember(runner: Runner, files: readonly string[], ms: number): void {
  const known = usual.get(runner) ?? new Map<string, number>();
  usual.set(runner, known.set(files.join('\n'), Math.max(ms, known.get(files.join('\n')) ?? 0)));
}

function limitOf(runner: Runner, files: readonly string[], { trialTimeoutMs }: TrialPlan): number {
  const known = usual.get(runner)?.get(files.join('\n'));
  return known === undefined ? trialTimeoutMs : Math.min(trialTimeoutMs, patience * known + graceMs);
}

/** Files with failing tests, of many of them one before the others; then those of the guards. */
function inParts({ failing, testFiles }: TrialPlan): string[][] {
  const counts = new Map<string, number>();
  for (const id of failing) {
    const file = id.slice(0, id.indexOf('::'));
    counts.set(file, (counts.get(file) ?? 0) + 1);
  }
  if (counts.has('')) return [[...testFiles]];
  const first = testFiles.filter((file) => counts.has(file));
  const others = testFiles.filter((file) => !counts.has(file));
  if (first.length < manyFiles) return [first, others].filter((files) => files.length > 0);
  const [probe = ''] = [...first].sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0));
  return [[probe], first.filter((file) => file !== probe), others].filter((files) => files.length > 0);
}

/** The failing tests alone, which most candidates do not turn green; undefined when they pass, or cannot be asked alone. */
async function askFailing(
  runner: Runner,
  command: TestCommand,
  { id }: Trial,
  { failing, trialTimeoutMs, signal }: TrialPlan,
): Promise<TrialResult | undefined> {
  if (!canChoose(command, failing)) return undefined;
  const run = await runTests(runner, command, {
    timeoutMs: trialTimeoutMs,
    files: [...new Set(failing.map((one) => one.slice(0, one.indexOf('::'))))],
    only: failing,
    ...(signal === undefined ? {} : { signal }),
  });
  const broken = run.tests.find(({ status }) => !isGood(status));
  if (run.complete && broken === undefined && run.tests.length >= failing.length) return undefined;
  return {
    id,
    how: 'fresh',
    verdicts: new Map(run.tests.map((test) => [test.id, test.status])),
    errorClass: broken?.errorClass ?? run.status,
    message: broken?.message ?? run.rawTail.slice(-300),
    plausible: false,
    ms: run.durationMs,
  };
}
