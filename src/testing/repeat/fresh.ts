import { runTests } from '../run.ts';
import type { Runner, TestCommand, TestResult } from '../types.ts';
import { type Trial, type TrialPlan, type TrialResult, variantTexts } from './trial.ts';

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
    const run = await runTests(runner, command, {
      timeoutMs: plan.trialTimeoutMs,
      files: plan.testFiles,
      ...(plan.signal === undefined ? {} : { signal: plan.signal }),
    });
    const wanted = new Set([...plan.failing, ...plan.guards]);
    const tests = run.tests.filter((test) => wanted.has(test.id));
    const broken = tests.find((test) => !isGood(test));
    return {
      id: trial.id,
      how: 'fresh',
      verdicts: new Map(tests.map((test) => [test.id, test.status])),
      errorClass: broken?.errorClass ?? (run.status === 'completed' ? undefined : run.status),
      message: broken?.message ?? (run.status === 'completed' ? undefined : run.rawTail.slice(-300)),
      plausible: run.complete && broken === undefined && tests.length === wanted.size,
      ms: run.durationMs,
    };
  } finally {
    await runner.write(Object.fromEntries(Object.keys(texts).map((file) => [file, plan.originals[file] ?? ''])));
  }
}

function isGood({ status }: TestResult): boolean {
  return status === 'passed' || status === 'skipped';
}
