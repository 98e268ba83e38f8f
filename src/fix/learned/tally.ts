import type { TemplateCell } from '../events.ts';
import type { Candidate } from '../types.ts';
import { ancestorsOf } from './context.ts';

/** Cells of an event with their full context; what is over it is summed by language and node. */
const keptCells = 200;
/** A share of the belief is kept as a whole number, so that sums do not depend on their order. */
export const shareUnits = 10_000;

type Placed = Pick<Candidate, 'template' | 'context'>;

/** What candidates of one template in one kind of place came to. */
export interface Fared extends Placed {
  readonly tried: number;
  /** They turned all failing tests green and broke none, as far as the inner loop saw. */
  readonly plausible: number;
  /** Part of the belief of all that was tried which was theirs before anything was learned, in [0, 1]. */
  readonly share: number;
}

/** Counts how templates fare during one repair. */
export class TemplateTally {
  readonly #cells = new Map<string, TemplateCell>();

  add({ tried, plausible, share, ...placed }: Fared): void {
    for (const cell of this.#of(placed)) {
      cell[2] += tried;
      cell[3] += plausible;
      cell[5] += Math.round(share * shareUnits);
    }
  }

  /** It was chosen, and the review gate accepted it. */
  chosen(candidate: Placed): void {
    for (const cell of this.#of(candidate)) cell[4]++;
  }

  /** For the event `repair.templates`. */
  cells(): TemplateCell[] {
    const ranked = [...this.#cells.values()].sort(
      (a, b) => b[4] - a[4] || b[3] - a[3] || b[5] - a[5] || b[2] - a[2] || compare(a, b),
    );
    const rest = new TemplateTally();
    for (const [template, context, ...counts] of ranked.slice(keptCells)) {
      const cell = rest.#cell(template, ancestorsOf(context)[2] ?? context);
      cell[2] += counts[0];
      cell[3] += counts[1];
      cell[4] += counts[2];
      cell[5] += counts[3];
    }
    return [...ranked.slice(0, keptCells), ...rest.#cells.values()].map((cell) => [...cell]);
  }

  #of(candidate: Placed): TemplateCell[] {
    return placesOf(candidate).map(({ template, context }) => this.#cell(template, context));
  }

  #cell(template: string, context: string): TemplateCell {
    const key = `${template} ${context}`;
    const cell = this.#cells.get(key) ?? [template, context, 0, 0, 0, 0];
    this.#cells.set(key, cell);
    return cell;
  }
}

/** The halves of a pair stand in two places and share one context: only their language is known. */
export function placesOf({ template, context }: Placed): Placed[] {
  const halves = template.split('+');
  const known = halves.length === 1 ? context : (ancestorsOf(context)[1] ?? '');
  return [...new Set(halves)].map((half) => ({ template: half, context: known }));
}

function compare(a: TemplateCell, b: TemplateCell): number {
  const [one, other] = [`${a[0]} ${a[1]}`, `${b[0]} ${b[1]}`];
  return one < other ? -1 : one > other ? 1 : 0;
}
