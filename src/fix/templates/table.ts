import { alikeTemplates } from './alike.ts';
import { boundaryTemplates } from './boundaries.ts';
import { branchTemplates } from './branches.ts';
import { callTemplates } from './calls.ts';
import { conditionTemplates } from './conditions.ts';
import { consistentTemplates } from './consistent.ts';
import { constantTemplates } from './constants.ts';
import { flowTemplates } from './flow.ts';
import { indexTemplates } from './indices.ts';
import { initialTemplates } from './initial.ts';
import type { Kind } from './kinds.ts';
import { limitTemplates } from './limits.ts';
import { moveTemplates } from './moves.ts';
import { operatorTemplates } from './operators.ts';
import { patternTemplates } from './patterns.ts';
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
  ...callTemplates,
  ...constantTemplates,
  ...patternTemplates,
  ...limitTemplates,
  ...consistentTemplates,
  ...alikeTemplates,
  ...indexTemplates,
  ...flowTemplates,
  ...updateTemplates,
  ...initialTemplates,
  ...branchTemplates,
  ...moveTemplates,
];

const weights = new Map(templates.map(({ id, weight }) => [id, weight]));

/** The prior mean of a template before anything was learned. */
export function defaultWeight(template: string): number {
  return weights.get(template) ?? 0.1;
}

const byKind = new Map<Kind, Template[]>();
for (const template of templates) {
  for (const kind of template.kinds) byKind.set(kind, [...(byKind.get(kind) ?? []), template]);
}

export function templatesFor(kind: Kind): readonly Template[] {
  return byKind.get(kind) ?? [];
}
