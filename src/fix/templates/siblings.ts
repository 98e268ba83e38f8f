import { callsOf } from './call-sites.ts';
import { changesNothing } from './conversions.ts';
import { isTested } from './expressions.ts';
import { isForgotten } from './imports.ts';
import { type Model, scopeAt } from './model.ts';
import { similarity } from './similarity.ts';
import { type Proposal, replacing, type Template } from './template.ts';
import type { Syntax } from './tree.ts';
import { isValue } from './values.ts';

function sees(model: Model, node: Syntax, name: string): boolean {
  return scopeAt(model, node).some((one) => one.name === name);
}

const argumentless = /^(?:reverse|toReversed|popleft)$/;
const changesInPlace = /^(?:\w*update|push|splice|sort|reverse|append|extend|add)$/;
const answersYesOrNo =
  /^(?:includes|some|every|any|all|has|startsWith|endsWith|startswith|endswith|test|is[a-zA-Z]\w*)$/;

/** How well another method fits in the place of one: takes what is given, and answers what is asked. */
function fitness(node: Syntax, from: string, to: string): number {
  const given = node.get('arguments')?.parts.length ?? 0;
  if (node.parent?.kind === 'statement' && changesNothing.test(from) && changesInPlace.test(to)) return 3;
  if (given > 0 && argumentless.test(to) && !argumentless.test(from)) return 0;
  if (answersYesOrNo.test(from) === answersYesOrNo.test(to) || node.parent?.kind === 'statement') return 1;
  return answersYesOrNo.test(to) && isTested(node) && node.parent?.kind !== 'comparison' ? 1 : 0.2;
}

function* siblings(node: Syntax, model: Model): Generator<Proposal> {
  if (node.kind === 'name') yield* givenSiblings(node, model);
  const callee = node.get('function');
  const name = callee?.kind === 'member' ? callee.get('property', 'attribute') : callee;
  if (callee === undefined || name === undefined) return;
  const seen = new Set([name.text]);
  for (const group of model.dialect.siblings) {
    if (!group.includes(name.text)) continue;
    for (const text of group) {
      const fit = fitness(node, name.text, text);
      if (!seen.has(text) && fit > 0) yield replacing(name, text, fit);
      seen.add(text);
    }
  }
  if (name.text === 'pop' && callee.kind === 'member' && model.dialect.family === 'python' && isValue(node)) {
    const from = callee.get('object')?.text ?? '';
    for (const text of [`min(${from})`, `max(${from})`, `${from}[0]`, `${from}[-1]`]) yield replacing(node, text, 0.3);
  }
  const roundings = ['math.ceil', 'math.floor'];
  if (model.dialect.family === 'python' && ['round', 'int'].includes(callee.text) && sees(model, node, 'math'))
    for (const text of roundings) yield replacing(callee, text);
  const count = node.get('arguments')?.parts.length;
  for (const one of model.functions) {
    if (seen.has(one.name) || one.name === '' || one.name === 'constructor' || one.name.startsWith('__')) continue;
    seen.add(one.name);
    yield replacing(
      name,
      one.name,
      (one.parameterCount === count ? 0.6 : 0.2) * (0.4 + 0.6 * similarity(one.name, name.text)),
    );
  }
  if (callee.kind !== 'name') return;
  for (const [text, weight] of importedFunctions(node, model)) {
    if (!seen.has(text)) yield replacing(callee, text, weight * (0.4 + 0.6 * similarity(text, callee.text)));
    seen.add(text);
  }
}

/** A function that is given to another one, as in `map(parseInt)`. */
function* givenSiblings(node: Syntax, model: Model): Generator<Proposal> {
  const place = node.parent?.kind;
  if (!isValue(node) || (place !== 'arguments' && place !== 'keyword')) return;
  if (scopeAt(model, node).some(({ name }) => name === node.text)) return;
  const seen = new Set([node.text]);
  for (const text of model.dialect.siblings.filter((group) => group.includes(node.text)).flat()) {
    if (!seen.has(text)) yield replacing(node, text);
    seen.add(text);
  }
}

/** Imported functions that the file calls elsewhere, or not any more. */
function* importedFunctions(node: Syntax, model: Model): Generator<readonly [name: string, weight: number]> {
  const calls = callsOf(model);
  for (const one of scopeAt(model, node)) {
    if (one.origin !== 'import') continue;
    if (isForgotten(model, one)) yield [one.name, 0.8];
    else if (calls.get(one.name)?.some(({ parent }) => parent?.kind === 'call')) yield [one.name, 0.3];
  }
}

export const siblingTemplates: readonly Template[] = [
  {
    id: 'sibling-call',
    summary: 'a function or method that is often taken for this one, or of the same file, called or given',
    weight: 0.35,
    kinds: ['call', 'name'],
    propose: siblings,
  },
];
