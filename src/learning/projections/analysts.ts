import type { Projection } from '../../store/projection.ts';
import { entry, number, objects, text } from '../facts.ts';
import { addSample, type Sample } from './samples.ts';

export interface AnalystState {
  /** Times it was asked and had a chance: `not-run` is none. */
  asked: number;
  done: number;
  failed: number;
  timedOut: number;
  /** Milliseconds, of those that were done. */
  durations: Sample[];
}

/** How each analyst did, over all analyses. */
export const analysts: Projection<Record<string, AnalystState>> = {
  name: 'learning.analysts',
  version: 1,
  kinds: ['analysis.completed'],
  commutative: true,
  initial: () => ({}),
  apply(state, event) {
    for (const outcome of objects(event.data, 'analysts')) {
      const name = text(outcome, 'name');
      const status = text(outcome, 'status');
      if (name === undefined || status === undefined || status === 'not-run') continue;
      const analyst = entry(state, name, () => ({ asked: 0, done: 0, failed: 0, timedOut: 0, durations: [] }));
      analyst.asked++;
      if (status === 'timed-out') analyst.timedOut++;
      else if (status === 'failed') analyst.failed++;
      else analyst.done++;
      const durationMs = number(outcome, 'durationMs');
      if (status === 'done' && durationMs !== undefined) addSample(analyst.durations, event.at, durationMs);
    }
    return state;
  },
};
