import { namesByCounterparts } from './counterparts.ts';
import { expression, placed } from './expressions.ts';
import { statementKinds } from './kinds.ts';
import { type Model, scopeAt } from './model.ts';
import { expressionsAround, readableAt, variables } from './pool.ts';
import { similarity } from './similarity.ts';
import { functionOf, statementAround } from './statements.ts';
import { change, changing, type Proposal, replacing, type Template } from './template.ts';
import type { Syntax } from './tree.ts';
import { compatible } from './value-type.ts';
import { isValue, targetOf } from './values.ts';

/** How much likelier a name is that code copied from elsewhere and adapted would have here. */
const asInCounterpart = 3;

/** Values that name's binding could have been: same type first, then a similar name. */
function* others(node: Syntax, model: Model): Generator<{ text: string; weight: number }> {
  const own = model.inference.expectedOf(node);
  for (const { text, weight, type, unread } of variables(model, node)) {
    if (text === node.text || !compatible(own, type)) continue;
    const sure = unread || (own !== 'unknown' && type !== 'unknown') ? 1 : 0.6;
    yield { text, weight: sure * weight * (0.6 + 0.4 * similarity(text, node.text)) };
  }
}

function* wrongVariable(node: Syntax, model: Model): Generator<Proposal> {
  if (node.parent?.kind === 'object' || !isValue(node)) return;
  if (node.field === 'function') return;
  const wanted = namesByCounterparts(node);
  for (const { text, weight } of others(node, model))
    yield replacing(node, text, weight * (wanted.has(text) ? asInCounterpart : 1));
}

/** A target that is assigned to: the wrong accumulator. */
function* wrongTarget(node: Syntax, model: Model): Generator<Proposal> {
  const left = node.get('left', 'argument');
  if (left?.kind !== 'name') return;
  const locals = scopeAt(model, node).filter(({ origin }) => origin === 'local' || origin === 'parameter');
  for (const { name, node: bound } of locals) {
    if (name === left.text || (bound.parent?.parent?.children[0]?.type ?? '') === 'const') continue;
    yield replacing(left, name, 0.5 + 0.5 * similarity(name, left.text));
  }
}

/** An expression instead of a variable, a variable instead of an expression, or another expression of the function. */
function* otherExpression(node: Syntax, model: Model): Generator<Proposal> {
  if (!isValue(node) || node.field === 'function' || node.kind === 'parenthesized') return;
  const own = model.inference.expectedOf(node);
  if (own === 'boolean' || own === 'function') return;
  for (const one of expressionsAround(node)) {
    const type = model.inference.typeOf(one);
    if (one.text === node.text || !compatible(own, type) || !readableAt(model, one, node)) continue;
    const sure = own === 'unknown' || type === 'unknown' ? 0.4 : 1;
    const growth = one.contains(node) || node.contains(one) ? 0.5 : 1;
    // What the variable is given elsewhere it is the likeliest to be given here.
    const given = targetOf(node)?.text;
    const same = given !== undefined && given === targetOf(one)?.text;
    const alike = same ? 1 : 0.4 + 0.6 * similarity(one.text, node.text);
    const weight = sure * growth * alike;
    yield replacing(node, placed(expression(one, model.dialect), node, model.dialect), weight);
  }
  // What is added up is read where it is kept: `a[i][j] = (a[j] || 0) + x`.
  const kept = [...node.ancestors()].find(({ kind }) => kind === 'assignment' || statementKinds.has(kind))?.get('left');
  if (kept !== undefined && kept.kind === node.kind && kept.text !== node.text)
    yield replacing(node, kept.text, 0.3 + 0.7 * similarity(kept.text, node.text));
  if (node.kind === 'name' || node.kind === 'number') return;
  for (const { text, weight } of others(node, model)) yield replacing(node, text, 0.6 * weight);
}

function* wrongProperty(node: Syntax, model: Model): Generator<Proposal> {
  const name = node.get('property', 'attribute');
  if (name === undefined || node.field === 'function') return;
  const seen = new Set([name.text]);
  const wanted = namesByCounterparts(name);
  for (const other of model.root.walk()) {
    if (other.kind !== 'member' || other.field === 'function') continue;
    const text = other.get('property', 'attribute')?.text;
    if (text === undefined || seen.has(text)) continue;
    seen.add(text);
    const likely = 0.3 + 0.7 * similarity(text, name.text);
    yield replacing(name, text, likely * (wanted.has(text) ? asInCounterpart : 1));
  }
}

/** The same wrong variable in all the uses of a statement or of the function, or two that stand for one another. */
function* renamedUses(node: Syntax, model: Model): Generator<Proposal> {
  if (!isValue(node) || node.field === 'function') return;
  const statement = statementAround(node);
  for (const [around, size] of [
    [statement, 1],
    [functionOf(node), 0.5],
  ] as const) {
    if (around === undefined) continue;
    const uses = [...around.walk()].filter((one) => one.kind === 'name' && isValue(one));
    const mine = uses.filter(({ text }) => text === node.text);
    if (mine[0] !== node) continue;
    for (const { text, weight } of others(node, model)) {
      const theirs = uses.filter((one) => one.text === text);
      if (mine.length > 1 && mine.length < 8) yield changing(size * weight, ...mine.map((one) => change(one, text)));
      if (theirs.length > 0 && mine.length + theirs.length < 16) {
        yield changing(
          (around === statement ? 0.6 : 0.2) * weight,
          ...mine.map((one) => change(one, text)),
          ...theirs.map((one) => change(one, node.text)),
        );
      }
    }
  }
}

export const variableTemplates: readonly Template[] = [
  {
    id: 'wrong-variable',
    summary: 'another variable in scope',
    weight: 0.45,
    kinds: ['name'],
    context: 2,
    propose: wrongVariable,
  },
  {
    id: 'wrong-target',
    summary: 'another variable assigned to',
    weight: 0.25,
    kinds: ['assignment', 'augmented', 'update'],
    propose: wrongTarget,
  },
  {
    id: 'wrong-expression',
    summary: 'another expression of the same function',
    weight: 0.25,
    kinds: ['name', 'call', 'member', 'index', 'arithmetic', 'number', 'string'],
    propose: otherExpression,
  },
  {
    id: 'wrong-property',
    summary: 'another property that the file uses',
    weight: 0.15,
    kinds: ['member'],
    propose: wrongProperty,
  },
  {
    id: 'rename-uses',
    summary: 'another variable at every use in a statement or function, or two exchanged',
    weight: 0.18,
    kinds: ['name'],
    propose: renamedUses,
  },
];
