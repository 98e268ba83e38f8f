import {
  binary,
  expression,
  isOperation,
  operands,
  operators,
  operatorText,
  placed,
  unparenthesized,
} from './expressions.ts';
import type { Model } from './model.ts';
import { atomsOf, expressionsAround, type Ingredient, readableAt } from './pool.ts';
import { type Proposal, replacing, type Template } from './template.ts';
import type { Syntax } from './tree.ts';
import { isValue } from './values.ts';

/** `a op b` becomes `a` or `b`. */
function* dropped(node: Syntax, model: Model): Generator<Proposal> {
  if (!isOperation(node) || operators(node).length !== 1) return;
  const [left, right] = operands(node);
  if (left === undefined || right === undefined) return;
  const comparison = node.kind === 'comparison' ? 0.15 : 1;
  yield replacing(node, placed(expression(left, model.dialect), node, model.dialect), comparison);
  yield replacing(node, placed(expression(right, model.dialect), node, model.dialect), 0.7 * comparison);
  yield* middleDropped(node, model);
}

/** `a op b op2 c` becomes `a op c`. */
function* middleDropped(node: Syntax, model: Model): Generator<Proposal> {
  const [inner, last] = operands(node);
  if (inner === undefined || last === undefined || inner.kind !== node.kind || node.kind === 'comparison') return;
  const [first] = operands(inner);
  const operator = operatorText(inner);
  if (first === undefined || operator === operatorText(node)) return;
  const made = binary(expression(first, model.dialect), operator, expression(last, model.dialect), model.dialect);
  yield replacing(node, placed(made, node, model.dialect), 0.6);
}

const termOperators: readonly (readonly [operator: string, weight: number])[] = [
  ['+', 1],
  ['-', 1],
  ['*', 0.7],
  ['/', 0.6],
  ['//', 0.5],
  ['%', 0.5],
  ['**', 0.3],
];

const mostParts = 8;

/** What the function reads of other things, such as `self.size[key]`: the nearest first. */
function partsAround(node: Syntax, model: Model): Ingredient[] {
  const near = expressionsAround(node).filter(
    (one) =>
      (one.kind === 'index' || (one.kind === 'member' && one.field !== 'function')) &&
      one.text !== node.text &&
      !one.contains(node) &&
      !node.contains(one) &&
      /^(?:number|unknown)$/.test(model.inference.typeOf(one)) &&
      readableAt(model, one, node),
  );
  near.sort((a, b) => Math.abs(a.line - node.line) - Math.abs(b.line - node.line));
  return near.slice(0, mostParts).map(({ text }, at) => ({ text, weight: 0.4 / (1 + at / 4), type: 'number' }));
}

/** `a` becomes `a op b`. */
function* added(node: Syntax, model: Model): Generator<Proposal> {
  if (!isValue(node) || node.parent?.kind === 'parenthesized') return;
  const type = model.inference.expectedOf(node);
  const receiver = node.field === 'object' && node.parent?.kind === 'member';
  if (type === 'boolean' || type === 'function' || type === 'object' || type === 'list' || receiver) return;
  const place = termPlaces[node.parent?.kind ?? ''] ?? 0.4;
  const ways = type === 'string' || type === 'sequence' ? termOperators.slice(0, 1) : termOperators;
  const size = type === 'number' ? 1 : type === 'string' ? 0.6 : 0.35;
  for (const [operator, likely] of ways) {
    if (operator === '//' && model.dialect.family !== 'python') continue;
    if (operatorText(node) === operator && operator !== '+' && operator !== '-') continue;
    const hasParts = ways.length > 1 && /^[+-]$/.test(operator) && node.kind !== 'number';
    const parts = hasParts ? partsAround(node, model) : [];
    for (const { text, weight } of [...atomsOf(model, node, type === 'string' ? 'string' : 'number'), ...parts]) {
      // Two numbers are one: that is for the templates that change numbers.
      if (node.kind === 'number' && /^\d/.test(text)) continue;
      if (text === node.text && operator !== '*' && operator !== '+') continue;
      if ((text === '1' && operator !== '+' && operator !== '-') || text === '0') continue;
      const made = binary(expression(node, model.dialect), operator, { text, tightness: 20 }, model.dialect);
      // What is off is off by one; by two it is halved or doubled.
      const step = text === '2' && (operator === '+' || operator === '-') ? 0.4 : /^\d/.test(text) ? 1 : 0.7;
      yield replacing(node, placed(made, node, model.dialect), step * likely * weight * place * size);
      if (operator === '*' || (operator === '+' && type === 'number') || (text === '1' && operator !== '-')) continue;
      const turned = binary({ text, tightness: 20 }, operator, expression(node, model.dialect), model.dialect);
      yield replacing(node, placed(turned, node, model.dialect), 0.6 * likely * weight * place * size);
    }
  }
}

/** Where a term is forgotten rather than elsewhere. */
const termPlaces: Readonly<Record<string, number>> = {
  return: 1,
  assignment: 1,
  declarator: 1,
  augmented: 0.8,
  arguments: 0.7,
  index: 0.6,
  slice: 0.6,
  comparison: 0.6,
  arithmetic: 0.6,
  lambda: 0.6,
  comprehension: 0.6,
};

/** ECMAScript's remainder has the sign of what is divided: what goes round backwards falls below 0. */
function* wrappedAround(node: Syntax, model: Model): Generator<Proposal> {
  const [left, right] = operands(node);
  if (model.dialect.family === 'python' || operatorText(node) !== '%' || left === undefined || right === undefined)
    return;
  const divisor = expression(right, model.dialect);
  const sum = binary(expression(unparenthesized(left), model.dialect), '+', divisor, model.dialect);
  const rest = binary(expression(node, model.dialect), '+', divisor, model.dialect);
  for (const [inner, weight] of [
    [sum, isOperation(unparenthesized(left)) ? 1 : 0.4],
    [rest, 0.8],
  ] as const)
    yield replacing(node, placed(binary(inner, '%', divisor, model.dialect), node, model.dialect), weight);
}

export const termTemplates: readonly Template[] = [
  {
    id: 'drop-operand',
    summary: 'one operand of an operation left out',
    weight: 0.4,
    kinds: ['arithmetic', 'logical', 'comparison'],
    propose: dropped,
  },
  {
    id: 'add-term',
    summary: 'an operation with a variable or constant added',
    weight: 0.21,
    kinds: ['name', 'call', 'member', 'arithmetic', 'index', 'number', 'string'],
    propose: added,
  },
  {
    id: 'wrap-around',
    summary: 'a remainder that does not fall below 0',
    weight: 0.25,
    kinds: ['arithmetic'],
    propose: wrappedAround,
  },
];
