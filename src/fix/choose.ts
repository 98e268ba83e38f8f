import type { Found } from './explore.ts';
import type { Consensus } from './types.ts';

/** What was seen of a candidate's behaviour, as far as choosing needs it. */
export interface Observed {
  readonly inputs: number;
  /** Ids with equal outcomes on every input. */
  readonly clusters: readonly (readonly string[])[];
  readonly examples: ReadonlyMap<string, { readonly kept: number; readonly broken: number }>;
  readonly traits: ReadonlyMap<string, { readonly changed: number }>;
  /** Why behaviour could not be compared, or only in part. */
  readonly missing: string | undefined;
}

/** Agreement that a repair needs to be proposed at all, and to be proposed without a person's look. */
export const majority = 0.6;
export const neededAgreement = 0.7;

/** A documented example that a candidate breaks all but rules it out. */
const brokenExample = 0.02;
/** A pair comes by what its halves repaired, which its own prior does not know: most of it. */
const pairPrior = 0.02;
/** How sharply belief follows the search's own order; above 1: the first are right more often than their share. */
const sharpness = 1.4;
/** Repairs that mend no more than the visible tests change little else; right ones change more. */
const changeBonus = 0.6;
/** Belief in "none of them is right", as a weight: that of a most unlikely candidate found late. */
const doubt = 3e-4 ** sharpness;

export interface Ranking {
  /** Clusters by weight, in each the candidates by weight. */
  readonly clusters: readonly (readonly Found[])[];
  readonly consensus: Consensus;
}

/**
 * Orders plausible candidates: those that behave alike stand together, the cluster with most weight first. A candidate
 * weighs what the search thought of it (suspiciousness, template, naturalness, how early it came), more when it changes
 * what the program does beyond the tests, less when it breaks documented examples. The size of a cluster alone misleads:
 * many ways lead to the same overfitting (measured on the development half of `npm run bench:repair`).
 */
export function rank(found: readonly Found[], observed: Observed | undefined): Ranking {
  const weights = new Map(found.map((one) => [one.candidate.id, weightOf(one, observed)]));
  const weight = (one: Found): number => weights.get(one.candidate.id) ?? 0;
  const clusters = grouped(found, observed)
    .map((members) => [...members].sort((a, b) => weight(b) - weight(a) || a.rank - b.rank))
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

function weightOf({ candidate, rank }: Found, observed: Observed | undefined): number {
  const broken = observed?.examples.get(candidate.id)?.broken ?? 0;
  const changed = observed?.traits.get(candidate.id)?.changed ?? 0;
  const prior = candidate.parents === undefined ? candidate.prior : Math.min(candidate.prior, pairPrior);
  const belief = (prior / Math.sqrt(rank)) ** sharpness * Math.exp(changeBonus * changed);
  return belief * (broken > 0 ? brokenExample : 1);
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

function normalised({ texts }: Found): string {
  return JSON.stringify(Object.entries(texts).map(([file, text]) => [file, text.replace(/\s+/g, ' ')]));
}
