import { counted } from '../render/layout.ts';
import { type Confirmed, toAttempts } from './attempts.ts';
import { type Observed, rank } from './choose.ts';
import { type Conclusion, conclude } from './conclude.ts';
import { type Confirmation, confirm } from './confirm.ts';
import type { Found } from './explore.ts';
import { otherTests } from './others.ts';
import { passUnrepaired } from './recheck.ts';
import type { FixSession } from './session.ts';
import { type AttemptShare, plannedRun, type RepairPlan } from './shapes.ts';
import type { Review } from './types.ts';

export interface Selected extends Conclusion {
  readonly notes: readonly string[];
}

/** Candidates with what is known of each. */
export interface Judged {
  readonly review: (found: Found) => Promise<Review>;
  readonly observe: (found: readonly Found[]) => Promise<Observed | undefined>;
}

/**
 * Chooses among plausible candidates: compares how they behave, gives the most promising ones a sandbox of their own
 * and the whole suite, and takes the best of the heaviest cluster that stands.
 */
export async function select(
  session: FixSession,
  plan: RepairPlan,
  shares: readonly AttemptShare[],
  judged: Judged,
): Promise<Selected> {
  const found = merged(shares);
  const confirmed = new Map(shares.flatMap((share) => Object.entries(share.confirmed)));
  session.progress({ stage: 'comparing' });
  const observed = await judged.observe(found);
  const reviews = new Map<string, Review>();
  for (const one of found) reviews.set(one.candidate.id, await judged.review(one));
  session.progress({ stage: 'attempting' });
  const flaky =
    found.length === 0
      ? Promise.resolve(new Set<string>())
      : passUnrepaired(session, plan.baseline, session.deps.signal);
  // Whatever ends the proofs first is what is told.
  flaky.catch(() => {});
  let standing = found;
  let ranking = rank(standing, observed, reviews);
  for (;;) {
    const next = finalists(ranking.clusters, session.request.candidates).filter(
      ({ candidate }) => !confirmed.has(candidate.id),
    );
    if (next.length === 0 || (session.left() < plan.baseline.durationMs && confirmed.size > 0)) break;
    for (const [id, confirmation] of await confirmAll(session, plan, next)) confirmed.set(id, confirmation);
    standing = standing.filter(({ candidate }) => confirmed.get(candidate.id)?.green !== false);
    ranking = rank(standing, observed, reviews);
  }
  const tested = found.filter(({ candidate }) => confirmed.has(candidate.id));
  const clusterOf = (one: Found): number | undefined => {
    const at = ranking.clusters.findIndex((cluster) => cluster.includes(one));
    return at === -1 ? undefined : at;
  };
  const reviewed: Confirmed[] = [];
  for (const one of tested) {
    const confirmation = confirmed.get(one.candidate.id);
    if (confirmation === undefined) continue;
    reviewed.push({ found: one, confirmation, review: await judged.review(one), cluster: clusterOf(one) });
  }
  const files = found.flatMap(({ texts }) => Object.keys(texts));
  const attempts = await toAttempts(reviewed, await session.workspace.read(files));
  const unknown = session.commands.length - 1 - (await otherTests(session)).length;
  const passing = await flaky;
  const notes = [
    ...(passing.size === 0 ? [] : [`${listed(passing)} passed when run again, unrepaired: flaky`]),
    ...(observed?.missing === undefined ? [] : [`behaviour was not wholly compared: ${observed.missing}`]),
    ...(unknown === 0 ? [] : [`not known of ${counted(unknown, 'other test program')}: whether it says what it said`]),
  ];
  const conclusion = conclude(session.request, plan.baseline, attempts, ranking);
  if (passing.size < plan.baseline.failing.length) return { ...conclusion, notes };
  const reason = `the tests that failed pass when run again: ${listed(passing)} ${passing.size > 1 ? 'are' : 'is'} flaky`;
  return { ...conclusion, status: 'nothing-to-fix', reason, winner: undefined, notes };
}

function listed(ids: ReadonlySet<string>): string {
  return [...ids].slice(0, 3).join(', ');
}

/** Of several runners: each candidate once, in the order of their ranks. */
function merged(shares: readonly AttemptShare[]): Found[] {
  const byId = new Map<string, Found>();
  for (const one of shares.flatMap(({ plausible }) => plausible)) {
    if (!byId.has(one.candidate.id)) byId.set(one.candidate.id, one);
  }
  return [...byId.values()].sort((a, b) => a.rank - b.rank || (a.candidate.id < b.candidate.id ? -1 : 1));
}

/** The best of each cluster first, then the seconds: different behaviours are tried before equal ones. */
function finalists(clusters: readonly (readonly Found[])[], count: number): Found[] {
  const chosen: Found[] = [];
  const deepest = Math.max(0, ...clusters.map((cluster) => cluster.length));
  for (let depth = 0; depth < deepest && chosen.length < count; depth += 1) {
    for (const cluster of clusters) {
      const one = cluster[depth];
      if (one !== undefined && chosen.length < count) chosen.push(one);
    }
  }
  return chosen;
}

/** Of the time that is left when a proof begins, to measure coverage. */
const coverShare = 0.2;
/** How many times as long as one run two take that share the processors, at most. */
const atOnce = 2.2;

/** Two at once, as long as there is time for it. */
export async function confirmAll(
  session: FixSession,
  plan: RepairPlan,
  found: readonly Found[],
): Promise<Map<string, Confirmation>> {
  const { workspace, workshop, command, deps } = session;
  const { flaky, failedBefore = [], left = [] } = plan.baseline;
  const queue = [...found];
  const results = new Map<string, Confirmation>();
  const run = plannedRun(plan);
  const others = await otherTests(session);
  const timeoutMs = Math.max(2000 + 1.5 * run.durationMs, Math.min(session.left(), 3 * run.durationMs + 5000));
  const work = async (): Promise<void> => {
    for (let one = queue.shift(); one !== undefined; one = queue.shift()) {
      // The likeliest have their proof; one more would end after the time.
      if (results.size > 0 && session.left() < run.durationMs) return;
      results.set(
        one.candidate.id,
        await confirm(one, {
          ...{ workspace, workshop, command, run, others, timeoutMs },
          flaky: new Set([...flaky, ...failedBefore, ...left]),
          testTimeoutMs: plan.testTimeoutMs,
          coverMs: coverShare * session.left(),
          ...(deps.signal === undefined ? {} : { signal: deps.signal }),
        }),
      );
    }
  };
  // Two at once take longer than one: where there is no time for both, the likeliest is proved alone.
  const pressed = session.left() < atOnce * run.durationMs;
  await Promise.all(pressed ? [work()] : [work(), work()]);
  return results;
}
