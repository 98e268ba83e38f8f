import type { Decision } from '../../github/index.ts';
import { eventKind } from '../../store/event.ts';

/** A repair was shown to people; what becomes of its pull request is what learning looks for. */
export const repairPublished = eventKind<{
  fingerprint: string;
  commit: string;
  /** Branch that the pull request goes to. */
  base: string;
  branch: string;
  outcome: 'opened' | 'updated' | 'unchanged' | 'left' | 'refused';
  /** Null where there is none. */
  pullRequest: number | null;
  template: string;
  context: string;
}>('repair.published');

/** What people made of a pull request with a repair. */
export const repairDecided = eventKind<{
  pullRequest: number;
  decision: Decision;
  fingerprint: string;
  template: string;
  context: string;
  /** From when it was published. */
  waitedMs: number;
}>('repair.decided');
