import type { Projection } from '../../store/projection.ts';
import { type RunOutcome, runFinished, runStarted } from '../../store/run-events.ts';
import { entry, number, text } from '../facts.ts';
import { causeOf } from '../failure-cause.ts';
import { addSample, type Sample } from './samples.ts';

export interface ActionRuns {
  started: number;
  /** Those that were no re-run of an earlier attempt. */
  firstAttempts: number;
  finished: Record<RunOutcome, number>;
  /** Milliseconds. */
  durations: Sample[];
}

export interface Failures {
  count: number;
  lastAt: number;
  /** Reason of the newest. */
  example: string;
}

export interface RunState {
  actions: Record<string, ActionRuns>;
  /** By cause. */
  failures: Record<string, Failures>;
}

const outcomes: readonly RunOutcome[] = ['succeeded', 'negative', 'failed', 'interrupted'];

function noRuns(): ActionRuns {
  const finished = { succeeded: 0, negative: 0, failed: 0, interrupted: 0 };
  return { started: 0, firstAttempts: 0, finished, durations: [] };
}

/** How the runs of each action and command went. */
export const runs: Projection<RunState> = {
  name: 'learning.runs',
  version: 1,
  kinds: [runStarted, runFinished],
  commutative: true,
  initial: () => ({ actions: {}, failures: {} }),
  apply(state, event) {
    const action = text(event.data, 'action');
    if (action === undefined) return state;
    const of = entry(state.actions, action, noRuns);
    if (event.kind === runStarted.kind) {
      of.started++;
      if (event.key.attempt === 1) of.firstAttempts++;
      return state;
    }
    const outcome = outcomes.find((known) => known === event.data.outcome);
    if (outcome === undefined) return state;
    of.finished[outcome]++;
    const durationMs = number(event.data, 'durationMs');
    if (durationMs !== undefined) addSample(of.durations, event.at, durationMs);
    if (outcome === 'failed') addFailure(state.failures, event.at, text(event.data, 'reason') ?? 'no reason recorded');
    return state;
  },
};

function addFailure(failures: Record<string, Failures>, at: number, reason: string): void {
  const known = entry(failures, causeOf(reason), () => ({ count: 0, lastAt: at, example: reason }));
  known.count++;
  if (at > known.lastAt || (at === known.lastAt && reason > known.example)) {
    known.lastAt = at;
    known.example = reason;
  }
}
