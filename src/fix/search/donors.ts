import { type Model, variablesAt } from '../templates/model.ts';
import { similarity } from '../templates/similarity.ts';
import {
  before,
  functionOf,
  indentOf,
  isDocstring,
  isListed,
  reindented,
  startsLine,
  styleAt,
} from '../templates/statements.ts';
import type { Syntax } from '../templates/tree.ts';
import { compatible } from '../templates/value-type.ts';
import type { Suspicion } from '../types.ts';
import type { Single } from './singles.ts';

const longest = 400;

/**
 * Statements of other functions of the repository, with their variables renamed to those in scope, inserted before a
 * suspicious statement or put in its place (GenProg's plastic surgery, with the renaming of ssFix and SimFix).
 */
export function donorSingles(models: readonly Model[], suspicions: readonly Suspicion[], limit = 3000): Single[] {
  const donors = models.flatMap((model) =>
    [...model.root.walk()]
      .filter(
        (node) =>
          isListed(node) && !isDocstring(node) && functionOf(node) !== undefined && node.end - node.start <= longest,
      )
      .map((node) => ({ node, model })),
  );
  const made: Single[] = [];
  for (const { file, line, score } of [...suspicions].sort((a, b) => b.score - a.score)) {
    const model = models.find(({ path }) => path === file);
    if (model === undefined || score <= 0) continue;
    for (const target of model.root.walk()) {
      if (target.line !== line || !isListed(target) || !startsLine(target) || functionOf(target) === undefined)
        continue;
      for (const donor of donors) {
        if (donor.model.dialect.family !== model.dialect.family || functionOf(donor.node) === functionOf(target))
          continue;
        made.push(...transplanted(donor.node, donor.model, target, model, score));
      }
    }
    if (made.length > limit * 4) break;
  }
  return made.sort((a, b) => b.score - a.score).slice(0, limit);
}

function transplanted(donor: Syntax, from: Model, target: Syntax, model: Model, suspicion: number): Single[] {
  const adapted = renamed(donor, from, target, model);
  if (adapted === undefined || adapted.text === target.text) return [];
  const text = reindented(adapted.text, indentOf(donor), indentOf(target));
  const alike = similarity(text, target.text);
  const base = {
    model,
    line: target.line,
    context: `${model.language}/${target.kind}/${target.parent?.kind ?? '-'}/-/-`,
  };
  const insertion = {
    ...base,
    template: 'donor-insert',
    changes: [before(target, text, styleAt(model, target))],
    score: suspicion * 0.08 * adapted.sure,
  };
  if (donor.kind !== target.kind || alike < 0.3) return [insertion];
  const replacement = {
    ...base,
    template: 'donor-replace',
    changes: [{ start: target.start, end: target.end, text }],
    score: suspicion * 0.3 * alike * adapted.sure,
  };
  return [replacement, insertion];
}

/** The donor's text with each local variable that is not visible at the target renamed to the most similar that is. */
function renamed(donor: Syntax, from: Model, target: Syntax, model: Model): { text: string; sure: number } | undefined {
  const here = variablesAt(model, target);
  const visible = new Set(here.map(({ name }) => name));
  const bound = new Set(from.bindings.filter(({ node }) => donor.contains(node)).map(({ name }) => name));
  const local = new Map(variablesAt(from, donor).map((binding) => [binding.name, binding]));
  const names = new Map<string, string>();
  let sure = 1;
  let text = '';
  let at = donor.start;
  for (const node of donor.walk()) {
    const binding = local.get(node.text);
    if (node.kind !== 'name' || binding === undefined || visible.has(node.text) || bound.has(node.text)) continue;
    if (!names.has(node.text)) {
      const type = from.inference.typeOfBinding(binding);
      const best = here
        .filter((one) => compatible(type, model.inference.typeOfBinding(one)))
        .map((one) => ({ name: one.name, near: similarity(one.name, node.text) }))
        .sort((a, b) => b.near - a.near)[0];
      if (best === undefined) return undefined;
      names.set(node.text, best.name);
      sure *= 0.4 + 0.5 * best.near;
    }
    text += donor.source.slice(at, node.start) + names.get(node.text);
    at = node.end;
  }
  return { text: text + donor.source.slice(at, donor.end), sure };
}
