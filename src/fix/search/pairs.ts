import type { Outcome } from '../types.ts';
import { areApart } from './edits.ts';
import { MaxHeap } from './heap.ts';
import type { Single } from './singles.ts';

export interface Pair {
  readonly parents: readonly [string, string];
  readonly halves: readonly [Single, Single];
  readonly score: number;
}

/** What a half is worth in a pair: partial credit counts most, breaking tests counts against it. */
function credit({ failingNowPassing, brokenPassing }: Outcome): number {
  return (1 + 4 * Math.min(failingNowPassing, 3)) / (1 + 2 * brokenPassing);
}

/** Pairs of tried singles, the most promising first: product of the halves' scores and their partial credit. */
export class Pairs {
  readonly #tried: { readonly id: string; readonly single: Single; worth: number }[] = [];
  readonly #index = new Map<string, number>();
  readonly #heap = new MaxHeap<readonly [number, number]>();
  readonly #limit: number;

  constructor(limit = 400) {
    this.#limit = limit;
  }

  /** A single whose outcome is known may be a half. Only the most promising are kept as halves. */
  offer(id: string, single: Single, outcome: Outcome): void {
    if (outcome.plausible === true) return;
    const worth = single.score * credit(outcome);
    const known = this.#index.get(id);
    if (known !== undefined) return;
    if (this.#tried.length >= this.#limit && outcome.failingNowPassing === 0) return;
    const at = this.#tried.length;
    this.#index.set(id, at);
    this.#tried.push({ id, single, worth });
    for (let other = 0; other < at; other++) {
      const mate = this.#tried[other];
      if (mate === undefined || mate.single.model !== single.model) continue;
      const changes = [...mate.single.changes, ...single.changes].sort((a, b) => a.start - b.start);
      if (!areApart(changes)) continue;
      const near = 1 / (1 + Math.abs(mate.single.line - single.line) / 4);
      this.#heap.push([other, at], mate.worth * worth * near);
    }
  }

  get bound(): number {
    return this.#heap.topPriority;
  }

  next(): Pair | undefined {
    const score = Math.min(1, this.#heap.topPriority);
    const top = this.#heap.pop();
    const [a, b] = [this.#tried[top?.[0] ?? -1], this.#tried[top?.[1] ?? -1]];
    if (a === undefined || b === undefined) return undefined;
    return { parents: [a.id, b.id], halves: [a.single, b.single], score };
  }
}
