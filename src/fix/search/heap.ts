/** A binary heap: the largest priority first; among equals the one that was pushed first, so that order is repeatable. */
export class MaxHeap<T> {
  readonly #items: { readonly value: T; readonly priority: number; readonly turn: number }[] = [];
  #turn = 0;

  get size(): number {
    return this.#items.length;
  }

  get topPriority(): number {
    return this.#items[0]?.priority ?? Number.NEGATIVE_INFINITY;
  }

  push(value: T, priority: number): void {
    this.#items.push({ value, priority, turn: this.#turn++ });
    let at = this.#items.length - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!this.#before(at, above)) return;
      this.#exchange(at, above);
      at = above;
    }
  }

  pop(): T | undefined {
    const top = this.#items[0];
    const last = this.#items.pop();
    if (top === undefined || last === undefined) return undefined;
    if (this.#items.length > 0) {
      this.#items[0] = last;
      this.#sink();
    }
    return top.value;
  }

  #sink(): void {
    for (let at = 0; ; ) {
      let best = at;
      for (const below of [2 * at + 1, 2 * at + 2])
        if (below < this.#items.length && this.#before(below, best)) best = below;
      if (best === at) return;
      this.#exchange(at, best);
      at = best;
    }
  }

  #before(a: number, b: number): boolean {
    const [x, y] = [this.#items[a], this.#items[b]];
    if (x === undefined || y === undefined) return false;
    return x.priority === y.priority ? x.turn < y.turn : x.priority > y.priority;
  }

  #exchange(a: number, b: number): void {
    const [x, y] = [this.#items[a], this.#items[b]];
    if (x === undefined || y === undefined) return;
    this.#items[a] = y;
    this.#items[b] = x;
  }
}
