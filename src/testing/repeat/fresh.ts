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
  await runner.write(texts);
  try {
    const refused = await askFailing(runner, command, trial, plan);
    if (refused !== undefined) return refused;
    const run = await runTests(runner, command, {
      timeoutMs: plan.trialTimeoutMs,
      files: plan.testFiles,
      ...(plan.signal === undefined ? {} : { signal: plan.signal }),
    });
    const wanted = [...plan.failing, ...plan.guards];
    const verdicts = new Map<string, TestStatus>();
    for (const id of wanted) {
      const status = statusIn(run.tests, id);
      if (status !== undefined) verdicts.set(id, status);
    }
    // Of a file that did not load nobody knows which tests there are: all of them have to pass.
    const whole = new Set(plan.failing.flatMap((id) => fileOfWhole(id) ?? []));
    const broken = run.tests.find(({ id, file, status }) => (verdicts.has(id) || whole.has(file)) && !isGood(status));
    return {
      id: trial.id,
      how: 'fresh',
      verdicts,
      errorClass: broken?.errorClass ?? (run.status === 'completed' ? undefined : run.status),
      message: broken?.message ?? (run.status === 'completed' ? undefined : run.rawTail.slice(-300)),
      plausible: run.complete && broken === undefined && verdicts.size === wanted.length,
      ms: run.durationMs,
    };
  } finally {
    await runner.write(Object.fromEntries(Object.keys(texts).map((file) => [file, plan.originals[file] ?? ''])));
  }
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
