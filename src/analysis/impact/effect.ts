import { type Impact, type ImpactCategory, type ImpactChange, type ImpactLevel, impactLevels } from '../report.ts';

export type CategoryName = keyof Impact['categories'];

/** One consequence of the change. */
export interface Effect {
  readonly category: CategoryName;
  readonly level: ImpactLevel;
  /** One sentence; names from the code in backquotes. */
  readonly reason: string;
  readonly change: ImpactChange;
  /** What to do about it, where something can be done. */
  readonly advice?: string;
}

const maxReasons = 5;
const maxAdvice = 5;

export function atLeast(level: ImpactLevel, floor: ImpactLevel): boolean {
  return impactLevels.indexOf(level) >= impactLevels.indexOf(floor);
}

export function highest(levels: readonly ImpactLevel[]): ImpactLevel {
  return levels.reduce((top, level) => (atLeast(level, top) ? level : top), 'none');
}

/** Adds the effects up: a category is as serious as its worst effect, the whole as its worst category. */
export function assemble(effects: readonly Effect[], blastRadius: Impact['blastRadius']): Impact {
  const category = (name: CategoryName): ImpactCategory => categoryOf(effects.filter((one) => one.category === name));
  const categories = {
    api: category('api'),
    database: category('database'),
    performance: category('performance'),
    user: category('user'),
  };
  const overall = highest(Object.values(categories).map(({ level }) => level));
  const advice = worstFirst(effects).flatMap((one) => one.advice ?? []);
  return {
    overall,
    approvalRequired: atLeast(overall, 'high'),
    categories,
    blastRadius,
    recommendations: [...new Set(advice)].slice(0, maxAdvice),
  };
}

function categoryOf(effects: readonly Effect[]): ImpactCategory {
  const reasons = [...new Set(worstFirst(effects).map((one) => one.reason))];
  const more = reasons.length - maxReasons;
  return {
    level: highest(effects.map((one) => one.level)),
    reasons: more > 0 ? [...reasons.slice(0, maxReasons), `And ${more} more.`] : reasons,
    changes: effects.map((one) => one.change),
  };
}

function worstFirst(effects: readonly Effect[]): Effect[] {
  return [...effects].sort((a, b) => impactLevels.indexOf(b.level) - impactLevels.indexOf(a.level));
}
