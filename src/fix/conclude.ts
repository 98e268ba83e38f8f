import { counted } from '../render/layout.ts';
import { majorities, neededAgreement, type Ranking } from './choose.ts';
import type { Attempt, Baseline, Consensus, FixRequest, FixStatus } from './types.ts';

export interface Conclusion {
  readonly status: FixStatus;
  readonly reason: string;
  readonly winner: Attempt | undefined;
  /** The winner first. */
  readonly attempts: readonly Attempt[];
  readonly consensus: Consensus;
}

/** Points by which another of the same behaviour has to be better to be taken before the likeliest. */
const clearlyBetter = 5;

/** What comes of the attempts: which one is proposed, if any, and with how much doubt. */
export function conclude(
  { minCoverage }: Pick<FixRequest, 'minCoverage'>,
  { failing, left = [] }: Pick<Baseline, 'failing' | 'left'>,
  attempts: readonly Attempt[],
  { clusters, consensus }: Ranking,
): Conclusion {
  const sorted = inOrder(attempts, clusters);
  const [first] = sorted;
  if (first === undefined || !first.green) {
    const reason =
      first === undefined
        ? 'no candidate turned the failing tests green'
        : `${attempts.length} candidates passed in the search, none with the whole suite: ${first.reasons[0] ?? ''}`;
    return { status: 'unfixed', reason, winner: undefined, attempts: sorted, consensus };
  }
  const agreement = consensus.agreement ?? 0;
  const suite = left.length === 0 ? 'the whole suite' : `all but ${counted(left.length, 'test')}`;
  const needed = majorities[consensus.method];
  if (agreement < needed) {
    const apart = consensus.method === 'text' ? 'could not be compared' : 'behave differently';
    const reason =
      consensus.method === 'single'
        ? `one candidate passes ${suite}, too unlikely a one to be proposed: ${placeOf(first)}`
        : `candidates pass ${suite} and ${apart}, none with ` +
          `enough agreement (${percent(agreement)}, ${percent(needed)} is needed): a person has to choose`;
    return { status: 'review', reason, winner: undefined, attempts: sorted, consensus };
  }
  const doubts = [...leftDoubt(left), ...doubtsOf(first, consensus, minCoverage)];
  const turned = left.length === 0 ? 'every test' : counted(failing.length, 'failing test');
  const proved = `${placeOf(first)} turns ${turned} green`;
  return {
    status: doubts.length === 0 ? 'fixed' : 'review',
    reason: doubts.length === 0 ? proved : `${proved}, but ${doubts.join(', and ')}`,
    ...{ winner: first, attempts: sorted, consensus },
  };
}

/** Green ones first, then by cluster; of one behaviour the likeliest, unless another scores clearly better. */
function inOrder(attempts: readonly Attempt[], clusters: Ranking['clusters']): Attempt[] {
  const belief = new Map(clusters.flat().map(({ candidate }, at) => [candidate.id, at]));
  const clusterOf = ({ cluster }: Attempt): number => cluster ?? clusters.length;
  const sorted = [...attempts].sort(
    (a, b) =>
      Number(b.green) - Number(a.green) ||
      clusterOf(a) - clusterOf(b) ||
      (belief.get(a.id) ?? 0) - (belief.get(b.id) ?? 0),
  );
  const [likeliest] = sorted;
  if (likeliest === undefined) return sorted;
  const rivals = sorted.filter((one) => one.green === likeliest.green && clusterOf(one) === clusterOf(likeliest));
  const best = rivals.reduce((top, one) => (steadyScore(one) > steadyScore(top) ? one : top), likeliest);
  if (steadyScore(best) - steadyScore(likeliest) < clearlyBetter) return sorted;
  return [best, ...sorted.filter((one) => one !== best)];
}

/** The score without speed: how long one run took depends on what else the machine did. */
function steadyScore({ score }: Attempt): number {
  return score.total - 10 * score.speed;
}

function placeOf({ strategy, texts, file, line }: Attempt): string {
  const files = Object.keys(texts);
  return `${strategy} in ${files.length > 1 ? files.join(' and ') : `${file}:${line}`}`;
}

function leftDoubt(left: readonly string[]): string[] {
  if (left.length === 0) return [];
  return [`what it changes is not run by ${counted(left.length, 'other')} that still fail, such as ${left[0]}`];
}

function doubtsOf(winner: Attempt, { agreement = 0, method }: Consensus, minCoverage: number | undefined): string[] {
  const doubts: string[] = [];
  if (agreement < neededAgreement) {
    doubts.push(
      method === 'single'
        ? `it is an unlikely one (${percent(agreement)})`
        : `only ${percent(agreement)} of what passes behaves like it`,
    );
  }
  if (minCoverage !== undefined && (winner.coverage ?? 0) < minCoverage) {
    const known = winner.coverage === undefined ? 'is not known' : `is ${percent(winner.coverage)}`;
    doubts.push(`coverage ${known}, at least ${percent(minCoverage)} is asked for`);
  }
  return doubts;
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
