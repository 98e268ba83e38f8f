import type { TrialResult } from '../testing/index.ts';
import type { Candidate } from './types.ts';

/** How the candidates of one template in one kind of place fared in one repair. */
export interface TemplateOutcome {
  readonly template: string;
  readonly context: string;
  tried: number;
  plausible: number;
  /** Turned some failing tests green, not all. */
  partial: number;
  /** Sum of what was believed of each before anything was learned, comparable within a repair. */
  belief: number;
  /** Names of thrown errors' classes with their counts. */
  readonly errors: Record<string, number>;
}

export class TemplateOutcomes {
  readonly #outcomes = new Map<string, TemplateOutcome>();

  /** @param belief the candidate's prior, had nothing been learned */
  add({ template, context }: Candidate, belief: number, result: TrialResult): void {
    const { plausible, verdicts, errorClass } = result;
    const key = `${template} ${context}`;
    const outcome = this.#outcomes.get(key) ?? {
      ...{ template, context, tried: 0, plausible: 0, partial: 0, belief: 0, errors: {} },
    };
    this.#outcomes.set(key, outcome);
    outcome.tried += 1;
    outcome.belief += belief;
    if (plausible) outcome.plausible += 1;
    else if ([...verdicts.values()].includes('passed')) outcome.partial += 1;
    if (!plausible && errorClass !== undefined) outcome.errors[errorClass] = (outcome.errors[errorClass] ?? 0) + 1;
  }

  list(): TemplateOutcome[] {
    return [...this.#outcomes.values()];
  }
}

/** Sums outcomes of several runners or rounds. */
export function mergeOutcomes(lists: readonly (readonly TemplateOutcome[])[]): TemplateOutcome[] {
  const merged = new Map<string, TemplateOutcome>();
  for (const outcome of lists.flat()) {
    const key = `${outcome.template} ${outcome.context}`;
    const known = merged.get(key);
    if (known === undefined) merged.set(key, { ...outcome, errors: { ...outcome.errors } });
    else {
      known.tried += outcome.tried;
      known.plausible += outcome.plausible;
      known.partial += outcome.partial;
      known.belief += outcome.belief;
      for (const [name, count] of Object.entries(outcome.errors))
        known.errors[name] = (known.errors[name] ?? 0) + count;
    }
  }
  return [...merged.values()];
}
