import type { EventReader } from '../../store/projection.ts';
import { defaultWeight } from '../templates/table.ts';
import type { TemplateWeight } from '../types.ts';
import { ancestorsOf } from './context.ts';
import { cellKey, type Evidence, evidence, type Fared } from './evidence.ts';

export interface LearnedOptions {
  /** False: the templates' own prior means. */
  readonly enabled: boolean;
}

/** Repairs that a prior is worth, from the most general level on: the more alike the places, the faster they teach. */
const priorStrengths = [12, 12, 8, 5, 4, 4] as const;

/** A plausible repair that was not chosen is this much of a success. */
const nearMiss = 0.3;

/**
 * A failure against a success. A repair has one success among dozens of templates; at this ratio a template that
 * succeeds as often as the average keeps about its default mean, 0.2.
 */
const failureWeight = 0.06;

/** Months of 30 days after which evidence is worth half. */
const halfLife = 4;

/**
 * Mean of the Beta posterior of a template in a context. From the most general context to the most specific one, the
 * mean of each level is the prior of the next, with limited strength. A level adds the evidence of its other
 * children only: that of the next level comes once, there. Old evidence decays by age relative to the newest.
 */
export function learnedWeights(events: EventReader, { enabled }: LearnedOptions): TemplateWeight {
  if (!enabled) return defaultWeight;
  const counts = decayed(events.project(evidence));
  if (counts.size === 0) return defaultWeight;
  const known = new Map<string, number>();
  return (template, context) => {
    const key = cellKey(template, context);
    let mean = known.get(key);
    if (mean === undefined) {
      mean = posteriorMean(template, context, counts);
      known.set(key, mean);
    }
    return mean;
  };
}

interface Counts {
  readonly successes: number;
  readonly failures: number;
}

const nothing: Counts = { successes: 0, failures: 0 };

function posteriorMean(template: string, context: string, counts: ReadonlyMap<string, Counts>): number {
  const levels = ancestorsOf(context).map((level) => counts.get(cellKey(template, level)) ?? nothing);
  return levels.reduce((mean, own, depth) => {
    const next = levels[depth + 1] ?? nothing;
    // A repair in which the template succeeded here and failed there is a success here: differences may be negative.
    const successes = Math.max(0, own.successes - next.successes);
    const failures = Math.max(0, own.failures - next.failures);
    const strength = priorStrengths[Math.min(depth, priorStrengths.length - 1)] as number;
    return (strength * mean + successes) / (strength + successes + failures);
  }, defaultWeight(template));
}

function decayed(months: Evidence): Map<string, Counts> {
  const newest = Math.max(...Object.keys(months).map(Number));
  const sums = new Map<string, Counts>();
  for (const [month, cells] of Object.entries(months)) {
    const worth = 0.5 ** ((newest - Number(month)) / halfLife);
    for (const [key, fared] of Object.entries(cells)) {
      const { successes, failures } = sums.get(key) ?? nothing;
      const added = worthOf(fared);
      sums.set(key, {
        successes: successes + worth * added.successes,
        failures: failures + worth * added.failures,
      });
    }
  }
  return sums;
}

function worthOf([chosen, plausible, tried]: Fared): Counts {
  return {
    successes: chosen + nearMiss * plausible,
    failures: failureWeight * tried + (1 - nearMiss) * failureWeight * plausible,
  };
}
