import type { Coverage } from '../testing/index.ts';
import type { Found } from './explore.ts';
import type { AttemptShare, RepairPlan } from './shapes.ts';
import { hull } from './steps.ts';

/**
 * Whether tests that a repair leaves failing have nothing to do with it: none of them runs a line that it changed, or one
 * beside. Not so where that is not known, and for what runs when modules are loaded.
 *
 * @param coverage of the repaired program
 */
export function isApart(
  { candidate, texts }: Found,
  originals: ReadonlyMap<string, string>,
  failing: readonly string[],
  { tests, missing }: Pick<Coverage, 'tests' | 'missing'>,
): boolean {
  if (candidate.function === undefined || missing !== undefined) return false;
  return failing.every((id) => {
    const lines = tests.get(id);
    return (
      lines !== undefined &&
      Object.entries(texts).every(([file, text]) =>
        hull(file, originals.get(file) ?? '', text).every(({ start, text: { length } }) => {
          const first = lineAt(text, start) - 1;
          const last = lineAt(text, start + length) + 1;
          return !(lines.get(file) ?? []).some((line) => line >= first && line <= last);
        }),
      )
    );
  });
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** Those that repair the same tests as the one that repairs most. */
export function alikeIn(partial: readonly Found[]): Found[] {
  const [most] = [...partial].sort((a, b) => b.repaired.length - a.repaired.length);
  return partial.filter((one) => sameTests(one, most));
}

export function sameTests(one: Found, other: Found | undefined): boolean {
  return one.repaired.length === other?.repaired.length && one.repaired.every((id) => other.repaired.includes(id));
}

/**
 * The plan to choose by: where no runner found a repair of every failing test, and some are repaired by what the others
 * have nothing to do with, those others are left as they are.
 */
export function withoutTheRest(
  plan: RepairPlan,
  shares: readonly AttemptShare[],
): { readonly plan: RepairPlan; readonly shares: readonly AttemptShare[] } {
  const partial = alikeIn(shares.flatMap((share) => share.partial));
  const [repair] = partial;
  if (repair === undefined || shares.some(({ plausible }) => plausible.length > 0)) return { plan, shares };
  const repaired = new Set(repair.repaired);
  const { failing } = plan.baseline;
  const baseline = {
    ...plan.baseline,
    failing: failing.filter(({ id }) => repaired.has(id)),
    left: failing.filter(({ id }) => !repaired.has(id)).map(({ id }) => id),
  };
  return {
    plan: { ...plan, baseline },
    shares: shares.map((share) => ({ ...share, plausible: share.partial.filter((one) => partial.includes(one)) })),
  };
}
