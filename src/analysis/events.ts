import { eventKind } from '../store/event.ts';
import type { Projection } from '../store/projection.ts';
import type { AnalystOutcome, Confidence, FindingCategory, ImpactLevel, Severity } from './report.ts';

/** One analysis of one commit, whatever came of it. */
export const analysisCompleted = eventKind<{
  commit: string;
  base: string | null;
  files: number;
  insertions: number;
  deletions: number;
  analysts: Pick<AnalystOutcome, 'name' | 'status' | 'durationMs'>[];
  findings: number;
  /** Null: the impact analyst did not finish. */
  impact: ImpactLevel | null;
  durationMs: number;
}>('analysis.completed');

export const findingReported = eventKind<{
  commit: string;
  id: string;
  rule: string;
  analysts: string[];
  category: FindingCategory;
  severity: Severity;
  confidence: Confidence;
  file: string;
  line: number;
}>('analysis.finding');

/** A thing to do, put on the repository's list once. */
export const taskProposed = eventKind<{
  id: string;
  commit: string;
  title: string;
  file: string;
  line: number;
  severity: Severity;
  confidence: Confidence;
}>('task.proposed');

/** Ids of every task proposed so far. */
export const proposedTasks: Projection<Record<string, true>> = {
  name: 'analysis.proposed-tasks',
  version: 1,
  kinds: [taskProposed.kind],
  commutative: true,
  initial: () => ({}),
  apply(state, event) {
    const { id } = event.data;
    if (typeof id === 'string') state[id] = true;
    return state;
  },
};
