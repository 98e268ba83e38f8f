import type { EventReader } from '../../store/projection.ts';
import { defaultWeight, intuition } from '../templates/table.ts';
import type { TemplateWeight } from '../types.ts';
import { ancestorsOf } from './context.ts';
import { cellKey, type Evidence, evidence } from './evidence.ts';
import { shareUnits } from './tally.ts';

export interface LearnedOptions {
  /** False: nothing that any repair taught, neither here nor the bugs that Hone was trained on. */
  readonly enabled: boolean;
}

/** Repairs that a prior is worth, from the most general level on: the more special, the fewer repairs speak of it. */
const priorStrengths = [4, 8, 12, 12, 12, 12] as const;

/** Months of 30 days after which evidence is worth half. */
const halfLife = 4;

/**
 * A template's own weight times how much more often it was chosen than its weight had promised. The promise is the sum
 * over repairs of the template's share of the belief in all that was tried, so that neither many proposals nor
 * many places count against it. Observed over promised is the mean of a Gamma posterior over a Poisson rate, from
 * the most general context to the most special one, where each level's posterior mean is the prior of the next (the
 * observed-over-expected shrinkage of DuMouchel, The American Statistician 1999). Old evidence decays by age relative to
 * the newest.
 */
export function learnedWeights(events: EventReader, { enabled }: LearnedOptions): TemplateWeight {
  if (!enabled) return intuition;
  const sums = decayed(events.project(evidence));
  if (sums.size === 0) return defaultWeight;
  const known = new Map<string, number>();
  return (template, context, shape) => {
    const key = cellKey(template, context);
    let factor = known.get(key);
    if (factor === undefined) {
      factor = factorOf(template, context, sums);
      known.set(key, factor);
    }
    return defaultWeight(template, context, shape) * factor;
  };
}

interface Sums {
  readonly chosen: number;
  readonly expected: number;
}

const nothing: Sums = { chosen: 0, expected: 0 };

function factorOf(template: string, context: string, sums: ReadonlyMap<string, Sums>): number {
  return ancestorsOf(context).reduce((factor, level, depth) => {
    const { chosen, expected } = sums.get(cellKey(template, level)) ?? nothing;
    const strength = priorStrengths[Math.min(depth, priorStrengths.length - 1)] as number;
    return (factor * (chosen + strength)) / (factor * expected + strength);
  }, 1);
}

function decayed(months: Evidence): Map<string, Sums> {
  const newest = Math.max(...Object.keys(months).map(Number));
  const sums = new Map<string, Sums>();
  for (const [month, cells] of Object.entries(months)) {
    const worth = 0.5 ** ((newest - Number(month)) / halfLife);
    for (const [key, [chosen, expected]] of Object.entries(cells)) {
      const sum = sums.get(key) ?? nothing;
      sums.set(key, {
        chosen: sum.chosen + worth * chosen,
        expected: sum.expected + (worth * expected) / shareUnits,
      });
    }
  }
  return sums;
}
