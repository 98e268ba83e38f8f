import type { Shift } from './shift.ts';
import type { TrialPlan } from './trial.ts';

/** Tests that stay loaded between calls of `tryCandidates` on one runner, with the same tests. Its maker closes it. */
export class WarmTests {
  #shift: Shift | undefined;

  shift(start: () => Shift): Shift {
    this.#shift ??= start();
    return this.#shift;
  }

  async close(): Promise<void> {
    await this.#shift?.close();
    this.#shift = undefined;
  }
}

export interface WarmPlan extends TrialPlan {
  /** Keeps tests loaded for the next call, where the framework allows it; else each call loads them. */
  readonly warm?: WarmTests;
}
