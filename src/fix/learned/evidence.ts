import type { Json } from '../../base/json.ts';
import type { Projection } from '../../store/projection.ts';
import { repairTemplates, type TemplateCell } from '../events.ts';
import { ancestorsOf } from './context.ts';

/** Numbers of repairs in which the best a template came to was: chosen, plausible, merely tried. */
export type Fared = [chosen: number, plausible: number, tried: number];

/** By month of 30 days since the epoch, then by {@link cellKey}. Whole numbers, so that order does not matter. */
export type Evidence = Record<string, Record<string, Fared>>;

const month = 30 * 86_400_000;
const longestName = 160;

/** A template in a context of any generality. */
export function cellKey(template: string, context: string): string {
  return `${template} ${context}`;
}

/**
 * What repairs said of templates. A repair counts once for a template in a context, and once in each more general
 * one, whatever the number of its candidates: thousands of failed tries are the way a search works, no evidence.
 */
export const evidence: Projection<Evidence> = {
  name: 'fix.template-evidence',
  version: 1,
  kinds: [repairTemplates],
  commutative: true,
  initial: () => ({}),
  apply(state, { at, data }) {
    const best = new Map<string, 0 | 1 | 2>();
    for (const cell of cellsOf(data.cells)) {
      const [template, context, , plausible, chosen] = cell;
      const fared = chosen > 0 ? 0 : plausible > 0 ? 1 : 2;
      for (const level of ancestorsOf(context)) {
        const key = cellKey(template, level);
        if (fared < (best.get(key) ?? 3)) best.set(key, fared);
      }
    }
    const bucket = String(Math.floor(at / month));
    const counts = state[bucket] ?? {};
    state[bucket] = counts;
    for (const [key, fared] of best) {
      const cell = counts[key] ?? [0, 0, 0];
      cell[fared]++;
      counts[key] = cell;
    }
    return state;
  },
};

function cellsOf(cells: Json | undefined): TemplateCell[] {
  if (!Array.isArray(cells)) return [];
  return cells.filter((cell): cell is TemplateCell => {
    if (!Array.isArray(cell)) return false;
    const [template, context, tried, plausible, chosen] = cell;
    return (
      [template, context].every((name) => typeof name === 'string' && name.length <= longestName) &&
      [tried, plausible, chosen].every((count) => typeof count === 'number' && count >= 0)
    );
  });
}
