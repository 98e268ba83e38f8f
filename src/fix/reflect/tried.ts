import type { Candidate, ErrorClass, Outcome } from '../types.ts';

export interface TriedTemplate {
  readonly template: string;
  /** Candidates whose tests were run. */
  readonly tried: number;
  /** What their tests failed with, counts of candidates. */
  readonly errors: ReadonlyMap<ErrorClass, number>;
}

/** A candidate that turned some failing tests green. */
export interface PartialSuccess {
  readonly template: string;
  readonly file: string;
  readonly line: number;
  readonly failingNowPassing: number;
  readonly brokenPassing: number;
}

const keptPartial = 3;

/** What was tried in a repair, for what is to be learned of it. */
export class Tried {
  readonly #templates = new Map<string, { tried: number; errors: Map<ErrorClass, number> }>();
  #partial: PartialSuccess[] = [];

  /** @param errorClass of the first failing test that still fails, when it is known */
  observe(candidate: Pick<Candidate, 'template' | 'file' | 'line'>, outcome: Outcome, errorClass?: ErrorClass): void {
    const { template, file, line } = candidate;
    const known = this.#templates.get(template) ?? { tried: 0, errors: new Map() };
    known.tried++;
    if (errorClass !== undefined) known.errors.set(errorClass, (known.errors.get(errorClass) ?? 0) + 1);
    this.#templates.set(template, known);
    if (outcome.failingNowPassing > 0) {
      this.#partial.push({ template, file, line, ...outcome });
      this.#partial = this.#partial
        .sort((a, b) => gain(b) - gain(a) || b.failingNowPassing - a.failingNowPassing)
        .slice(0, keptPartial);
    }
  }

  /** The most tried first. */
  templates(): TriedTemplate[] {
    return [...this.#templates]
      .map(([template, { tried, errors }]) => ({ template, tried, errors }))
      .sort((a, b) => b.tried - a.tried || (a.template < b.template ? -1 : 1));
  }

  /** The best few, the best first. */
  partial(): readonly PartialSuccess[] {
    return this.#partial;
  }
}

function gain({ failingNowPassing, brokenPassing }: PartialSuccess): number {
  return failingNowPassing - brokenPassing;
}
