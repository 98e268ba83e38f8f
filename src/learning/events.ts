import { eventKind } from '../store/event.ts';

/** What the history said at one commit; later ones tell the trend. */
export interface VelocityData {
  commit: string;
  commits: number;
  merges: number;
  authors: number;
  /** Mean commits a week over the whole life of the history. */
  perWeek: number;
  conventional: number;
  /** Commits that the share of conventional ones is of. */
  conventionalOf: number;
  conflicted: number;
  /** Merges that were looked at for conflicts. */
  conflictedOf: number;
  branches: number;
  staleBranches: number;
  /** Shallow clone: the totals are of a part of the history. */
  partial: boolean;
}

export const velocityMeasured = eventKind<VelocityData>('git.velocity');

/** What learning knew at the end of a run; the next one tells what is new against it. */
export const learnCompleted = eventKind<{
  runs: number;
  findings: number;
  openTasks: number;
  /** Ids of the insights that held. */
  insights: string[];
  durationMs: number;
}>('learn.completed');
