import type { JsonObject } from '../../base/json.ts';
import { decisionOf } from '../../github/index.ts';
import type { EventReader, Projection } from '../../store/projection.ts';
import { repairDecided, repairPublished } from './events.ts';
import type { PublishDeps } from './publish.ts';

interface Proposed {
  /** When it was first published, milliseconds since the epoch. */
  at: number;
  branch: string;
  fingerprint: string;
  template: string;
  context: string;
}

/** By number of the pull request: those that nobody is known to have decided about. */
type Undecided = Record<string, Proposed>;

/** Pull requests to ask about at once, the newest. */
const mostAsked = 20;

const undecided: Projection<Undecided> = {
  name: 'fix.undecided-proposals',
  version: 1,
  kinds: [repairPublished, repairDecided],
  commutative: false,
  initial: () => ({}),
  apply(state, { kind, at, data }) {
    const number = String(data.pullRequest);
    if (!/^[1-9]\d{0,8}$/.test(number)) return state;
    if (kind === repairDecided.kind) delete state[number];
    else if (data.outcome !== 'left') {
      const text = (field: string): string => textOf(data, field);
      state[number] = {
        ...{ at: state[number]?.at ?? at, branch: text('branch'), fingerprint: text('fingerprint') },
        ...{ template: text('template'), context: text('context') },
      };
    }
    return state;
  },
};

function textOf(data: JsonObject, field: string): string {
  const value = data[field];
  return typeof value === 'string' ? value.slice(0, 300) : '';
}

/**
 * Asks GitHub what became of the pull requests that earlier runs opened, and records each decision once: feedback is
 * observed, not asked for.
 *
 * @throws what octokit throws when GitHub cannot be asked
 */
export async function observeDecisions({
  events,
  recorder,
  ...where
}: Pick<PublishDeps, 'rest' | 'owner' | 'repo' | 'recorder'> & { readonly events: EventReader }): Promise<void> {
  const open = Object.entries(events.project(undecided)).sort(([a], [b]) => Number(b) - Number(a));
  for (const [number, { at, branch, fingerprint, template, context }] of open.slice(0, mostAsked)) {
    const key = branch.slice(Math.max(0, branch.lastIndexOf(fingerprint)));
    const made = await decisionOf(where, { pull: Number(number), branch, key });
    if (made === undefined) continue;
    recorder.record(repairDecided, {
      ...{ pullRequest: Number(number), decision: made.decision, fingerprint, template, context },
      waitedMs: Math.max(0, made.at - at),
    });
  }
}
