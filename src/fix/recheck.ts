import { canChoose, runTests } from '../testing/index.ts';
import type { FixSession } from './session.ts';
import type { Baseline } from './types.ts';

/** Runs that a repair is held against before it is proposed. */
const repeats = 2;
/** Of the time that is left, for all of them. */
const share = 0.2;

/**
 * Ids of failing tests that pass by now although nothing was repaired: they are flaky, which one more run at the
 * beginning did not show. None where that would take too long, or tests hang.
 */
export async function passUnrepaired(
  session: Pick<FixSession, 'workshop' | 'command' | 'left'>,
  { failing }: Pick<Baseline, 'failing'>,
  stop: AbortSignal | undefined,
): Promise<ReadonlySet<string>> {
  const { workshop, command } = session;
  const passed = new Set<string>();
  const ids = failing.map(({ id }) => id);
  const files = [...new Set(failing.map(({ file }) => file))].filter((file) => file !== '');
  const only = canChoose(command, ids) ? { only: ids } : {};
  if (failing.some(({ status }) => status === 'timed-out')) return passed;
  const budgetMs = share * session.left();
  const began = performance.now();
  const sandbox = await workshop.open();
  try {
    for (let run = 0, slowest = 0; run < repeats; run += 1) {
      const leftMs = budgetMs - (performance.now() - began);
      if (leftMs < Math.max(1000, slowest)) break;
      const signal = stop === undefined ? {} : { signal: stop };
      const { tests, durationMs } = await runTests(sandbox, command, { files, ...only, ...signal, timeoutMs: leftMs });
      slowest = Math.max(slowest, durationMs);
      for (const { id, status } of tests) if (status === 'passed' && ids.includes(id)) passed.add(id);
    }
  } finally {
    await sandbox.destroy();
  }
  return passed;
}
