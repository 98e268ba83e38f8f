import type { TestStatus } from '../types.ts';
import type { Message } from './worker.ts';

const statuses = new Set<unknown>(['passed', 'failed', 'skipped', 'error', 'timed-out'] satisfies TestStatus[]);

/** Verdicts of a worker's answer; what is none is left out. */
export function readVerdicts({ verdicts }: Message): Map<string, TestStatus> {
  if (typeof verdicts !== 'object' || verdicts === null) return new Map();
  return new Map(Object.entries(verdicts).filter((entry): entry is [string, TestStatus] => statuses.has(entry[1])));
}

export function isGood(status: TestStatus | undefined): boolean {
  return status === 'passed' || status === 'skipped';
}
