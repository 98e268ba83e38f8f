import { createHash } from 'node:crypto';
import type { FixReport } from './types.ts';

/**
 * Names a failure: the test command and the tests that it leaves red. The same on every commit, branch and machine, so
 * that one failure has one pull request. 24 hexadecimal digits.
 */
export function failureFingerprint({ testCommand, baseline }: Pick<FixReport, 'testCommand' | 'baseline'>): string {
  const ids = baseline.failing.map(({ id }) => id).sort();
  const command = testCommand.trim().replace(/\s+/g, ' ');
  return createHash('sha256')
    .update(JSON.stringify([command, ids]))
    .digest('hex')
    .slice(0, 24);
}
