import { parallels } from './consistent.ts';
import type { Alternative } from './dialect.ts';
import {
  binary,
  expression,
  isLength,
  isOperation,
  isTested,
  keepsLooping,
  operands,
  operators,
  operatorText,
  placed,
  tightnessOf,
  unparenthesized,
} from './expressions.ts';
import type { Model } from './model.ts';
import { change, changing, type Proposal, replacing, type Template } from './template.ts';
import type { Syntax } from './tree.ts';
import { isValue } from './values.ts';

type Table = 'arithmetic' | 'comparison' | 'logical' | 'augmented';

/** An operator of the file that ECMAScript writes strictly in one place is written so in all. */
function spelled(operator: string, model: Model, original: string): string {
  if (model.dialect.family === 'python' || (original !== '===' && original !== '!==')) {
    const loose = original.length === 2 && (original === '==' || original === '!=');
    return loose && model.dialect.family === 'ecmascript' ? operator.replace(/^([=!]=)=$/, '$1') : operator;
  }
  return operator;
}

/** A number that is computed: bits may be asked of it. */
function isSum(node: Syntax, model: Model): boolean {
  return unparenthesized(node).kind === 'arithmetic' && model.inference.typeOf(node) === 'number';
}

/** Belief in an edit by which a loop ends at once or never, or runs past the end of what it reads. */
const misguided = 0.25;

/** Belief in an edit that asks the same question in two ways. */
const oneOfMany = 0.6;

/** `<` becomes `>` or `>=`: what was asked the other way round. */
function isReversed(from: string, to: string): boolean {
  return (/^[<>]/.test(from) && /^[<>]/.test(to) && from[0] !== to[0]) || (/^[=!]=/.test(from) && /^[=!]=/.test(to));
}

function* swapped(node: Syntax, model: Model, table: Table): Generator<Proposal> {
  const looping = table === 'comparison' && keepsLooping(node);
  const alone = table !== 'comparison' || parallels(node).length === 1;
  for (const [index, token] of operators(node).entries()) {
    const written = token.text.replace(/\s+/g, ' ');
    const parts = operands(node);
    const [left, right] = [parts[index], parts[index + 1]];
    for (const [operator, likely] of model.dialect.operators[table][written] ?? []) {
      if (table === 'logical' && /^[&|]$/.test(operator) && !parts.some((one) => isSum(one, model))) continue;
      const text = spelled(operator, model, written);
      const past = looping && written === '<' && text === '<=' && right !== undefined && isLength(right);
      const unlikely = past || (looping && isReversed(written, text));
      const weight = likely * (unlikely ? misguided : 1) * (alone ? 1 : oneOfMany);
      if (table === 'augmented' || left === undefined || right === undefined || parts.length > 2) {
        yield replacing(token, text, weight);
        continue;
      }
      const made = binary(expression(left, model.dialect), text, expression(right, model.dialect), model.dialect);
      // Of two alike precedences the tokens around stay as they are written.
      const same = model.dialect.tightness[text] === model.dialect.tightness[written];
      yield same ? replacing(token, text, weight) : replacing(node, placed(made, node, model.dialect), weight);
    }
  }
}

function operatorTemplate(id: string, table: Table, weight: number, summary: string): Template {
  return { id, summary, weight, kinds: [table], propose: (node, model) => swapped(node, model, table) };
}

const asymmetric = new Set(['-', '/', '//', '%', '**', '<', '<=', '>', '>=', 'in', 'not in', '<<', '>>']);

function* operandsExchanged(node: Syntax, model: Model): Generator<Proposal> {
  const [left, right, ...more] = operands(node);
  if (left === undefined || right === undefined || more.length > 0 || left.text === right.text) return;
  const operator = operatorText(node);
  // Where both count as true, the first of them is the result.
  const chosen = /^(?:or|\|\||\?\?)$/.test(operator) && node.parent?.kind !== 'logical' && !isTested(node);
  const text = operator === '+' && [left, right].some((one) => model.inference.typeOf(one) !== 'number');
  if (!asymmetric.has(operator) && !text && !chosen) return;
  const made = binary(expression(right, model.dialect), operator, expression(left, model.dialect), model.dialect);
  const likely = node.kind !== 'comparison' ? 1 : keepsLooping(node) ? misguided : 0.5;
  yield replacing(node, placed(made, node, model.dialect), likely);
}

function* signs(node: Syntax, model: Model): Generator<Proposal> {
  if (!isValue(node) && node.kind !== 'sign') return;
  if (node.kind === 'sign') {
    const inner = node.get('argument');
    const operator = node.get('operator')?.text ?? '';
    if (inner !== undefined && !/[a-z]/.test(operator)) yield replacing(node, inner.text);
    return;
  }
  if (node.parent?.kind === 'sign' || model.inference.typeOf(node) === 'string') return;
  const type = model.inference.typeOf(node);
  const numeric = type === 'number' || node.kind === 'arithmetic';
  if (!numeric && node.kind !== 'name') return;
  const bare = tightnessOf(node, model.dialect) >= model.dialect.unaryTightness;
  const made = { text: bare ? `-${node.text}` : `-(${node.text})`, tightness: model.dialect.unaryTightness };
  yield replacing(node, placed(made, node, model.dialect), node.kind === 'number' ? 0.8 : 0.4);
}

function* stepped(node: Syntax): Generator<Proposal> {
  const operator = node.get('operator');
  if (operator !== undefined) yield replacing(operator, operator.text === '++' ? '--' : '++');
}

/** `a * (b + c)` for `a * b + c` and the other way round. */
function* regrouped(node: Syntax, model: Model): Generator<Proposal> {
  const [left, right] = operands(node);
  if (left === undefined || right === undefined || !isOperation(node)) return;
  const own = operatorText(node);
  for (const [side, other, flipped] of [
    [left, right, false],
    [right, left, true],
  ] as const) {
    const inner = side.kind === 'parenthesized' ? side.parts[0] : side;
    if (inner === undefined || inner.kind === 'comparison' || !isOperation(inner) || operators(inner).length !== 1)
      continue;
    const operator = operatorText(inner);
    if (operator === own && own !== '-' && own !== '/') continue;
    const [a, b] = operands(inner);
    if (a === undefined || b === undefined) continue;
    // Two numbers are one: nobody groups them.
    if ((flipped ? a : b).kind === 'number' && other.kind === 'number') continue;
    const { dialect } = model;
    const [x, y, z] = [a, b, other].map((one) => expression(one, dialect));
    if (x === undefined || y === undefined || z === undefined) continue;
    const made = flipped
      ? binary(binary(z, own, x, dialect), operator, y, dialect)
      : binary(x, operator, binary(y, own, z, dialect), dialect);
    yield replacing(node, placed(made, node, dialect));
  }
}

/** `a < b < c` for `a < b and b < c`, and every operator of a chain on its own is with the comparison operators. */
function* chained(node: Syntax, model: Model): Generator<Proposal> {
  const parts = operands(node);
  if (model.dialect.family !== 'python' || parts.length !== 3) return;
  const [a, b, c] = parts.map(({ text }) => text);
  const [first, second] = operators(node).map(({ text }) => text);
  yield replacing(node, `${a} ${first} ${b}`, 0.6);
  yield replacing(node, `${b} ${second} ${c}`, 0.6);
  const either = { text: `${a} ${first} ${b} or ${b} ${second} ${c}`, tightness: 2 };
  yield replacing(node, placed(either, node, model.dialect), 0.3);
  const [x, y] = operators(node);
  if (x !== undefined && y !== undefined) {
    const flip = (text: string): Alternative | undefined => model.dialect.operators.comparison[text]?.[0];
    const [left, right] = [flip(x.text), flip(y.text)];
    if (left !== undefined && right !== undefined) yield changing(0.5, change(x, left[0]), change(y, right[0]));
  }
}

export const operatorTemplates: readonly Template[] = [
  operatorTemplate('comparison-operator', 'comparison', 0.45, 'another comparison, membership or identity operator'),
  operatorTemplate('arithmetic-operator', 'arithmetic', 0.4, 'another arithmetic or bitwise operator'),
  operatorTemplate('logical-operator', 'logical', 0.4, 'and for or, or for and'),
  operatorTemplate('assignment-operator', 'augmented', 0.4, 'another augmented assignment, or a plain one'),
  {
    id: 'operand-order',
    summary: 'operands exchanged',
    weight: 0.25,
    kinds: ['arithmetic', 'comparison', 'logical'],
    propose: operandsExchanged,
  },
  {
    id: 'sign',
    summary: 'unary minus, plus or complement added or removed',
    weight: 0.15,
    kinds: ['sign', 'number', 'name', 'arithmetic', 'index', 'call'],
    propose: signs,
  },
  { id: 'step-direction', summary: '++ for --, -- for ++', weight: 0.3, kinds: ['update'], propose: stepped },
  {
    id: 'grouping',
    summary: 'operands grouped another way',
    weight: 0.2,
    kinds: ['arithmetic', 'logical'],
    propose: regrouped,
  },
  {
    id: 'comparison-chain',
    summary: 'a part of a comparison chain',
    weight: 0.2,
    kinds: ['comparison'],
    propose: chained,
  },
];
