import { alikeTemplates } from './alike.ts';
import { argumentTemplates } from './arguments.ts';
import { boundaryTemplates } from './boundaries.ts';
import { branchTemplates } from './branches.ts';
import { callTemplates } from './calls.ts';
import { conditionTemplates } from './conditions.ts';
import { consistentTemplates } from './consistent.ts';
import { constantTemplates } from './constants.ts';
import { conversionTemplates } from './conversions.ts';
import { exceptionTemplates } from './exceptions.ts';
import { experience } from './experience.ts';
import { fallbackTemplates } from './fallbacks.ts';
import { flowTemplates } from './flow.ts';
import { indexTemplates } from './indices.ts';
import { initialTemplates } from './initial.ts';
import type { Kind } from './kinds.ts';
import { limitTemplates } from './limits.ts';
import { loopTemplates } from './loops.ts';
import { moveTemplates } from './moves.ts';
import { operatorTemplates } from './operators.ts';
import { optionTemplates } from './options.ts';
import { ownPropertyTemplates } from './own-properties.ts';
import { patternTemplates } from './patterns.ts';
import { propertyTemplates } from './properties.ts';
import { siblingTemplates } from './siblings.ts';
import type { Template } from './template.ts';
import { termTemplates } from './terms.ts';
import { updateTemplates } from './updates.ts';
import { variableTemplates } from './variables.ts';

/**
 * All single-edit templates. The families follow TBar (Liu et al., ISSTA 2019) and PraPR (Ghanbari et al., ISSTA 2019),
 * restated for languages without static types.
 */
export const templates: readonly Template[] = [
  ...operatorTemplates,
  ...boundaryTemplates,
  ...termTemplates,
  ...conditionTemplates,
  ...variableTemplates,
  ...siblingTemplates,
  ...callTemplates,
  ...argumentTemplates,
  ...propertyTemplates,
  ...optionTemplates,
  ...ownPropertyTemplates,
  ...conversionTemplates,
  ...fallbackTemplates,
  ...constantTemplates,
  ...patternTemplates,
  ...limitTemplates,
  ...consistentTemplates,
  ...alikeTemplates,
  ...indexTemplates,
  ...flowTemplates,
  ...exceptionTemplates,
  ...updateTemplates,
  ...loopTemplates,
  ...initialTemplates,
  ...branchTemplates,
  ...moveTemplates,
];

const weights = new Map(templates.map(({ id, weight }) => [id, weight]));

/** What a template is worth before a repository taught anything: intuition, corrected by experience with other bugs. */
export function defaultWeight(template: string, _context?: string, shape?: string): number {
  const own = (weights.get(template) ?? 0.1) * (experience.templates[template] ?? 1);
  return shape === undefined ? own : own * (experience.shapes[template]?.[shape] ?? 1);
}

/** The same without experience. */
export function intuition(template: string): number {
  return weights.get(template) ?? 0.1;
}

const best = new Map<string, number>();

/** What the most promising shape of a template's edits is worth against the template. */
export function bestShape(template: string): number {
  let most = best.get(template);
  if (most === undefined) {
    most = Math.max(1, ...Object.values(experience.shapes[template] ?? {}));
    best.set(template, most);
  }
  return most;
}

const byKind = new Map<Kind, Template[]>();
for (const template of templates) {
  for (const kind of template.kinds) byKind.set(kind, [...(byKind.get(kind) ?? []), template]);
}

export function templatesFor(kind: Kind): readonly Template[] {
  return byKind.get(kind) ?? [];
}
