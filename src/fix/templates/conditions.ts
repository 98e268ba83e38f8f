import { conditionsAt } from './comparisons.ts';
import {
  binary,
  conditionOf,
  expression,
  isOperation,
  keepsLooping,
  operands,
  operators,
  operatorText,
  placed,
} from './expressions.ts';
import type { Model } from './model.ts';
import { type Proposal, replacing, type Template } from './template.ts';
import type { Syntax } from './tree.ts';
import { isValue } from './values.ts';

/** A truth value that is asked for or returned. */
function isAsked(node: Syntax): boolean {
  for (let outer = node.parent; outer !== undefined; outer = outer.parent) {
    if (outer.kind === 'logical' || outer.kind === 'not' || outer.kind === 'parenthesized') continue;
    return conditionOf(outer)?.contains(node) === true;
  }
  return false;
}

function* negated(node: Syntax, model: Model): Generator<Proposal> {
  const { dialect } = model;
  if (node.kind === 'not') {
    const inner = node.get('argument') ?? node.parts[0];
    if (inner !== undefined) yield replacing(node, inner.text);
    return;
  }
  const truth = model.inference.typeOf(node) === 'boolean' || isAsked(node);
  if (
    !isValue(node) ||
    node.kind === 'comparison' ||
    node.kind === 'boolean' ||
    node.kind === 'parenthesized' ||
    node.parent?.kind === 'not' ||
    !truth
  )
    return;
  const likely = keepsLooping(node) ? 0.2 : isAsked(node) ? 1 : 0.5;
  yield replacing(node, placed(dialect.not(expression(node, dialect)), node, dialect), likely);
}

/** A value that is there and counts as false (0, an empty text) is taken for one that is missing, or the other way round. */
function* present(node: Syntax, model: Model): Generator<Proposal> {
  const { dialect } = model;
  const python = dialect.family === 'python';
  const ways = python
    ? ([['is not None', 'is None', 1]] as const)
    : ([
        ['!== undefined', '=== undefined', 1],
        ['!= null', '== null', 0.7],
        ['!== null', '=== null', 0.5],
      ] as const);
  if (node.kind === 'comparison') {
    const [value] = operands(node);
    const asked = /\s(is not|is|[!=]==?)\s+(?:None|null|undefined)$/.exec(node.text)?.[1];
    if (value === undefined || asked === undefined) return;
    const bare = expression(value, dialect);
    const there = asked === 'is not' || asked.startsWith('!');
    yield replacing(node, placed(there ? bare : dialect.not(bare), node, dialect));
    return;
  }
  const inner = node.kind === 'not' ? (node.get('argument') ?? node.parts[0]) : node;
  const simple = inner !== undefined && ['name', 'member', 'index', 'call'].includes(inner.kind) && isValue(inner);
  if (!simple || !isAsked(node) || node.parent?.kind === 'not' || model.inference.typeOf(inner) === 'boolean') return;
  for (const [there, missing, weight] of ways) {
    const tightness = dialect.tightness[dialect.equal] ?? 7;
    const text = `${expression(inner, dialect).text} ${node.kind === 'not' ? missing : there}`;
    yield replacing(node, placed({ text, tightness }, node, dialect), weight);
  }
}

function* joined(node: Syntax, model: Model): Generator<Proposal> {
  const condition = conditionOf(node);
  const { dialect } = model;
  if (condition === undefined) return;
  // A counting loop seldom ends for a second reason.
  const place = node.kind === 'for' ? 0.4 : 1;
  // The parts of a condition of several parts may each lack something, too.
  for (const part of [condition, ...(condition.kind === 'logical' ? operands(condition) : [])]) {
    const own = place * (part === condition ? 1 : 0.4);
    for (const { text, tightness, weight } of conditionsAt(model, condition)) {
      if (condition.text.includes(text)) continue;
      for (const [connective, likely] of [
        [dialect.and, 1],
        [dialect.or, 0.8],
      ] as const) {
        const made = binary(expression(part, dialect), connective, { text, tightness }, dialect);
        const mixed = dialect.family === 'ecmascript' && part.text.includes('??');
        if (!mixed) yield replacing(part, placed(made, part, dialect), own * likely * weight);
      }
    }
  }
}

/** The same for a truth value that is returned or assigned. */
function* joinedValue(node: Syntax, model: Model): Generator<Proposal> {
  const place = node.parent?.kind;
  if (
    !isOperation(node) ||
    node.kind === 'arithmetic' ||
    !(place === 'return' || place === 'assignment' || place === 'declarator' || place === 'lambda')
  )
    return;
  const { dialect } = model;
  for (const { text, tightness, weight } of conditionsAt(model, node)) {
    if (node.text.includes(text)) continue;
    for (const [connective, likely] of [
      [dialect.and, 1],
      [dialect.or, 0.8],
    ] as const) {
      const made = binary(expression(node, dialect), connective, { text, tightness }, dialect);
      yield replacing(node, placed(made, node, dialect), likely * weight);
    }
  }
}

function* replaced(node: Syntax, model: Model): Generator<Proposal> {
  const condition = conditionOf(node);
  if (condition === undefined) return;
  for (const { text, tightness, weight } of conditionsAt(model, condition)) {
    if (text !== condition.text)
      yield replacing(condition, placed({ text, tightness }, condition, model.dialect), weight);
  }
  const loop = node.kind === 'while' || node.kind === 'for';
  if (!loop) yield replacing(condition, model.dialect.true, 0.3);
  yield replacing(condition, model.dialect.false, 0.3);
}

/** One comparison of `a == b or c` was meant for both: `a == b or a == c`. */
function* completed(node: Syntax, model: Model): Generator<Proposal> {
  const [left, right] = operands(node);
  if (left?.kind !== 'comparison' || right === undefined || right.kind === 'comparison' || operators(left).length !== 1)
    return;
  const [subject] = operands(left);
  if (subject === undefined || model.inference.typeOf(right) === 'boolean') return;
  yield replacing(right, `${subject.text} ${operatorText(left)} ${right.text}`);
}

export const conditionTemplates: readonly Template[] = [
  {
    id: 'negate',
    summary: 'a truth value negated, or a negation removed',
    weight: 0.3,
    kinds: ['not', 'logical', 'call', 'name', 'member', 'index'],
    propose: negated,
  },
  {
    id: 'presence',
    summary: 'a value that is missing told from one that counts as false',
    weight: 0.25,
    kinds: ['name', 'member', 'index', 'call', 'not', 'comparison'],
    propose: present,
  },
  {
    id: 'join-condition',
    summary: 'a condition strengthened or weakened by another',
    weight: 0.3,
    kinds: ['if', 'elif', 'while', 'for', 'ternary', 'filter'],
    propose: joined,
  },
  {
    id: 'join-value',
    summary: 'a returned or assigned truth value strengthened or weakened',
    weight: 0.25,
    kinds: ['comparison', 'logical'],
    propose: joinedValue,
  },
  {
    id: 'replace-condition',
    summary: 'another condition',
    weight: 0.16,
    kinds: ['if', 'elif', 'while', 'ternary', 'filter'],
    propose: replaced,
  },
  {
    id: 'complete-comparison',
    summary: 'the subject of the comparison repeated',
    weight: 0.3,
    kinds: ['logical'],
    propose: completed,
  },
];
