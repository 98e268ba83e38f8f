import type { JsonObject } from '../../base/json.ts';
import type { Projection } from '../../store/projection.ts';
import { learnCompleted, velocityMeasured } from '../events.ts';

export interface Snapshot {
  at: number;
  data: JsonObject;
}

export interface HistoryState {
  /** One a commit, the first measurement of each, oldest first. */
  velocity: Snapshot[];
  /** What was known when learning last ended. */
  lastLearned: Snapshot | null;
}

const keptSnapshots = 400;

/** How the measures of the repository went, and what the last learning knew. */
export const history: Projection<HistoryState> = {
  name: 'learning.history',
  version: 1,
  kinds: [velocityMeasured, learnCompleted],
  commutative: false,
  initial: () => ({ velocity: [], lastLearned: null }),
  apply(state, { kind, at, data }) {
    if (kind === learnCompleted.kind) {
      state.lastLearned = { at, data };
    } else if (state.velocity.at(-1)?.data.commit !== data.commit) {
      state.velocity.push({ at, data });
      if (state.velocity.length > keptSnapshots) state.velocity.shift();
    }
    return state;
  },
};
