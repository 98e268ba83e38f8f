import type { Json, JsonObject } from '../../base/json.ts';
import type { Projection } from '../../store/projection.ts';
import { repairTemplates, type TemplateCell } from '../events.ts';
import { repairDecided } from '../publish/events.ts';
import { ancestorsOf } from './context.ts';
import { placesOf, shareUnits } from './tally.ts';

/** Of the repairs in which something was chosen: how many chose it, and the sum of its shares, in units of `shareUnits`. */
export type Evidence = Record<string, Record<string, [chosen: number, expected: number]>>;

const month = 30 * 86_400_000;
const longestName = 160;

/** A template in a context of any generality. */
export function cellKey(template: string, context: string): string {
  return `${template} ${context}`;
}

/**
 * What a decision about a pull request counts for: chosen once more, or promised and not kept. A rejection weighs twice
 * as much as an approval, and that others had to add to it half as much.
 */
const decisions: Readonly<Record<string, readonly [chosen: number, expected: number]>> = {
  approved: [1, 0],
  rejected: [0, 2 * shareUnits],
  edited: [0, shareUnits / 2],
};

/**
 * What repairs, and people who decided about them, said of templates, by month of 30 days since the epoch, then by {@link cellKey}. A repair that chose
 * nothing says nothing: which of its candidates was right is not known.
 */
export const evidence: Projection<Evidence> = {
  name: 'fix.template-evidence',
  version: 3,
  kinds: [repairTemplates, repairDecided],
  commutative: true,
  initial: () => ({}),
  apply(state, { kind, at, data }) {
    const cells = kind === repairDecided.kind ? decided(data) : cellsOf(data.cells);
    if (kind !== repairDecided.kind && !cells.some(([, , , , chosen]) => chosen > 0)) return state;
    const bucket = String(Math.floor(at / month));
    const sums = state[bucket] ?? {};
    state[bucket] = sums;
    for (const [template, context, , , chosen, share] of cells) {
      if (chosen === 0 && share === 0) continue;
      for (const level of ancestorsOf(context)) {
        const key = cellKey(template, level);
        const sum = sums[key] ?? [0, 0];
        sums[key] = [sum[0] + Math.min(1, chosen), sum[1] + share];
      }
    }
    return state;
  },
};

function decided({ decision, template, context }: JsonObject): TemplateCell[] {
  const counts = typeof decision === 'string' && Object.hasOwn(decisions, decision) ? decisions[decision] : undefined;
  if (counts === undefined || typeof template !== 'string' || typeof context !== 'string') return [];
  return cellsOf(placesOf({ template, context }).map((one) => [one.template, one.context, 0, 0, ...counts]));
}

function cellsOf(cells: Json | undefined): TemplateCell[] {
  if (!Array.isArray(cells)) return [];
  return cells.filter((cell): cell is TemplateCell => {
    if (!Array.isArray(cell) || cell.length !== 6) return false;
    const [template, context, ...counts] = cell;
    return (
      [template, context].every((name) => typeof name === 'string' && name.length <= longestName) &&
      counts.every((count) => Number.isSafeInteger(count) && (count as number) >= 0)
    );
  });
}
