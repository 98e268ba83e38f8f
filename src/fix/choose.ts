import type { Found } from './explore.ts';
import type { Consensus, Review } from './types.ts';

/** What was seen of a candidate's behaviour, as far as choosing needs it. */
export interface Observed {
  readonly inputs: number;
  /** Ids with equal outcomes on every input. */
  readonly clusters: readonly (readonly string[])[];
  readonly examples: ReadonlyMap<string, { readonly kept: number; readonly broken: number }>;
  readonly traits: ReadonlyMap<
    string,
    { readonly changed: number; readonly distinct: number; readonly properties: number }
  >;
  /** Why behaviour could not be compared, or only in part. */
  readonly missing: string | undefined;
}

/**
 * Agreement that a repair needs to be proposed at all: of those that behave differently; where behaviour could not be
 * compared, because candidates that behave alike are told apart then; and of one that stands alone against doubt.
 */
export const majorities: Readonly<Record<Consensus['method'], number>> = {
  behaviour: 0.55,
  text: 0.45,
  single: 0.55,
  none: 1,
};
/** And to be proposed without a person's look. */
export const neededAgreement = 0.7;

/** A documented example that a candidate breaks all but rules it out. */
const brokenExample = 0.02;
/** A pair comes by what its halves repaired, which its own prior does not know: most of it. */
const pairPrior = 0.01;
/**
 * Edits that pass by luck more often than the order in which they are tried says: of 309 repairs in four sets of bugs
 * whose plausible candidates were all judged by hidden tests, the ones with enough cases to tell.
 */
const lucky: Readonly<Record<string, number>> = { 'literal-step': 0.45, 'drop-operand': 0.7 };
/**
 * What speaks for a candidate beside the search's own order, as powers of e, near what a logistic regression gave over
 * the plausible candidates of HumanEvalFix's development half and of bugs of our own: repairs that mend no more than the visible tests change
 * little else, behave as many others do, and break what else holds.
 */
const changeBonus = 0.4;
const distinctBonus = 0.4;
const brokenPropertyCost = 0.4;
/** Findings of the review that right repairs have less often than wrong ones. */
const doubtful: Readonly<Record<string, number>> = {
  'clause-removed': 0.3,
  'guard-removed': 0.3,
  'unused-name': 0.15,
  'only-removes': 0.5,
  'same-operands': 0.1,
  'same-branches': 0.1,
};
/** Belief in "none of them is right", as a weight: that of a most unlikely candidate found late. */
const doubt = 3e-4;

export interface Ranking {
  /** Clusters by weight, in each the candidates by weight. */
  readonly clusters: readonly (readonly Found[])[];
  readonly consensus: Consensus;
}

/**
 * Orders plausible candidates: those that behave alike stand together, the cluster with most weight first. A candidate
 * weighs what the search thought of it (suspiciousness, template, naturalness, how early it came), more when it changes
 * what the program does beyond the tests, less when it breaks documented examples or the review doubts it. The size of a cluster alone misleads:
 * many ways lead to the same overfitting (measured on the development half of `npm run bench:repair`).
 */
export function rank(
  found: readonly Found[],
  observed: Observed | undefined,
  reviews: ReadonlyMap<string, Review>,
): Ranking {
  const weights = new Map(
    found.map((one) => [one.candidate.id, weightOf(one, observed, reviews.get(one.candidate.id)?.findings ?? [])]),
  );
  const weight = (one: Found): number => weights.get(one.candidate.id) ?? 0;
  // Of those that behave alike, what was learned says which a person would have written.
  const likely = (one: Found): number => weight(one) * (one.candidate.learned ?? 1);
  const clusters = grouped(found, observed)
    .map((members) => [...members].sort((a, b) => likely(b) - likely(a) || a.rank - b.rank))
    .sort((a, b) => total(b, weight) - total(a, weight) || (a[0]?.rank ?? 0) - (b[0]?.rank ?? 0));
  const all = total(found, weight) + doubt;
  const agreement = found.length === 0 ? undefined : total(clusters[0] ?? [], weight) / all;
  const compared = observed !== undefined && observed.inputs > 0;
  return {
    clusters,
    consensus: {
      agreement,
      method: found.length === 0 ? 'none' : found.length === 1 ? 'single' : compared ? 'behaviour' : 'text',
      inputs: observed?.inputs ?? 0,
      clusters: clusters.length,
      textAgreement: textAgreement(found),
    },
  };
}

function weightOf({ candidate, rank }: Found, observed: Observed | undefined, findings: Review['findings']): number {
  const broken = observed?.examples.get(candidate.id)?.broken ?? 0;
  const { changed = 0, distinct = 0, properties = 0 } = observed?.traits.get(candidate.id) ?? {};
  // What was learned is which edits repair bugs, not which behaviour is right: some edits often pass by luck.
  const own = candidate.prior / (candidate.learned ?? 1);
  const prior = candidate.parents === undefined ? own : Math.min(own, pairPrior);
  const luck = lucky[candidate.template] ?? 1;
  const traits = changeBonus * changed + distinctBonus * distinct - (properties > 0 ? brokenPropertyCost : 0);
  const doubts = findings.reduce((product, { rule }) => product * (doubtful[rule] ?? 1), 1);
  return luck * (prior / Math.sqrt(rank)) * Math.exp(traits) * doubts * (broken > 0 ? brokenExample : 1);
}

function total(members: readonly Found[], weight: (one: Found) => number): number {
  return members.reduce((sum, one) => sum + weight(one), 0);
}

/** By behaviour where it was compared; else each text is its own group. */
function grouped(found: readonly Found[], observed: Observed | undefined): Found[][] {
  const byId = new Map(found.map((one) => [one.candidate.id, one]));
  const groups: Found[][] = [];
  for (const ids of observed?.clusters ?? []) {
    const members = ids.flatMap((id) => byId.get(id) ?? []);
    for (const id of ids) byId.delete(id);
    if (members.length > 0) groups.push(members);
  }
  const byText = new Map<string, Found[]>();
  for (const one of byId.values()) byText.set(normalised(one), [...(byText.get(normalised(one)) ?? []), one]);
  return [...groups, ...byText.values()];
}

/** Largest share of equal texts, white space aside. */
function textAgreement(found: readonly Found[]): number | undefined {
  if (found.length === 0) return undefined;
  const counts = new Map<string, number>();
  for (const one of found) counts.set(normalised(one), (counts.get(normalised(one)) ?? 0) + 1);
  return Math.max(...counts.values()) / found.length;
}

/** White space folded, and of `b > a` and `a < b` the one for the other. */
function normalised({ texts }: Found): string {
  const fold = (text: string): string => text.replace(/\s+/g, ' ').replace(greater, '$3 <$2 $1');
  return JSON.stringify(Object.entries(texts).map(([file, text]) => [file, fold(text)]));
}

/** A comparison of two plain operands: names with their members and elements, numbers. */
const operand = String.raw`[\p{L}\p{N}_$#.]+(?:\[[^\[\]]*\]|\.[\p{L}\p{N}_$#]+)*`;
const greater = new RegExp(`(${operand}) >(=?) (${operand})`, 'gu');
