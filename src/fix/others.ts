import { agree, type Runner, runTests, type TestCommand, type TestRun } from '../testing/index.ts';
import type { FixSession } from './session.ts';

/** Of the time that is left, at most, to learn what the other programs say before a repair. */
const othersShare = 0.2;

/** Another test program of the same command, and what it says of the work tree as it is. */
export interface OtherTests {
  readonly command: TestCommand;
  readonly run: TestRun;
}

const known = new WeakMap<FixSession, Promise<readonly OtherTests[]>>();

/** The test programs besides the one that is repaired, as far as they can be run in time: a repair must not break them. */
export function otherTests(session: FixSession): Promise<readonly OtherTests[]> {
  const running = known.get(session) ?? runOthers(session);
  known.set(session, running);
  return running;
}

async function runOthers({ commands, command, workshop, left, deps }: FixSession): Promise<OtherTests[]> {
  const found: OtherTests[] = [];
  const until = left() * (1 - othersShare);
  for (const other of commands) {
    if (other.argv === command.argv || left() - until < 1000) continue;
    const sandbox = await workshop.open();
    try {
      const aborting = deps.signal === undefined ? {} : { signal: deps.signal };
      const run = await runTests(sandbox, other, { timeoutMs: left() - until, ...aborting });
      if (run.status === 'completed' && run.tests.length > 0) found.push({ command: other, run });
    } finally {
      await sandbox.destroy();
    }
  }
  return found;
}

/** What the other programs have against a candidate that is in place, one sentence each. */
export async function againstIt(
  runner: Runner,
  others: readonly OtherTests[],
  signal: AbortSignal | undefined,
): Promise<string[]> {
  const reasons: string[] = [];
  for (const { command, run } of others) {
    const timeoutMs = 3 * run.durationMs + 5000;
    const after = await runTests(runner, command, { timeoutMs, ...(signal === undefined ? {} : { signal }) });
    const failed = run.tests.filter(({ status }) => status !== 'passed' && status !== 'skipped');
    const agreement = agree(run, after, { flaky: new Set(failed.map(({ id }) => id)) });
    reasons.push(...agreement.reasons.map((reason) => `${command.argv.join(' ')}: ${reason}`));
    if (reasons.length > 0) break;
  }
  return reasons;
}
