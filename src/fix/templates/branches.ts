import { conditionsAt } from './comparisons.ts';
import { armsOf, conditionOf, operands, operatorText } from './expressions.ts';
import type { Model } from './model.ts';
import { returnsAround, variables } from './pool.ts';
import { bodyOf, functionOf, indentOf, isListed, reindented, siblingsOf, styleAt } from './statements.ts';
import { change, changing, type Proposal, replacing, type Template } from './template.ts';
import type { Syntax } from './tree.ts';
import { updatesAt } from './updates.ts';

const mirrored: Readonly<Record<string, string>> = {
  '+=': '-=',
  '-=': '+=',
  '++': '--',
  '--': '++',
  push: 'pop',
  append: 'pop',
  add: 'remove',
};

/** `else` with the mirror image of what the `if` does, or an update. */
function* elseAdded(node: Syntax, consequence: Syntax, model: Model): Generator<Proposal> {
  const [only, ...more] = consequence.parts;
  const style = styleAt(model, node);
  const add = (body: string, weight: number): Proposal =>
    changing(weight, { start: node.end, end: node.end, text: model.dialect.otherwise(body, style) });
  if (only?.kind === 'statement' && more.length === 0) {
    const inner = only.parts[0];
    const operator = inner?.get('operator') ?? inner?.children.find(({ type }) => type === '++' || type === '--');
    const opposite = mirrored[operator?.text ?? ''];
    if (operator !== undefined && opposite !== undefined) {
      const { start, end } = only;
      yield add(node.source.slice(start, operator.start) + opposite + node.source.slice(operator.end, end), 1);
    }
    for (const one of inner?.walk() ?? []) {
      if (one.kind !== 'name' || one.parent?.kind === 'call') continue;
      for (const { text, weight } of variables(model, node))
        if (text !== one.text) {
          const swapped = node.source.slice(only.start, one.start) + text + node.source.slice(one.end, only.end);
          yield add(swapped, 0.5 * weight);
        }
    }
  }
  for (const { text, weight } of updatesAt(model, node).slice(0, 12))
    yield add(model.dialect.simple(text, style), 0.6 * weight);
}

/** An `if` without `else` gets one; `else` goes; branches change places; `if` joins or leaves a chain. */
function* branches(node: Syntax, model: Model): Generator<Proposal> {
  const consequence = node.get('consequence');
  const alternative = node.children.findLast(({ field }) => field === 'alternative');
  if (consequence === undefined) return;
  const style = styleAt(model, node);
  if (
    alternative === undefined &&
    node.kind === 'if' &&
    (model.dialect.family === 'python' || consequence.kind === 'block')
  ) {
    yield* elseAdded(node, consequence, model);
    for (const { text, weight } of functionOf(node) === undefined ? [] : returnsAround(model, node)) {
      yield changing(0.5 * weight, {
        start: node.end,
        end: node.end,
        text: model.dialect.otherwise(model.dialect.simple(`return ${text}`, style), style),
      });
    }
  }
  const other = alternative?.kind === 'else' ? (alternative.get('body') ?? alternative.parts[0]) : undefined;
  if (alternative !== undefined) {
    const gap = alternative.start - (/\s*$/.exec(node.source.slice(0, alternative.start))?.[0].length ?? 0);
    yield changing(0.5, { start: gap, end: alternative.end, text: '' });
  }
  if (
    other !== undefined &&
    other.kind !== 'if' &&
    node.children.filter(({ field }) => field === 'alternative').length === 1
  ) {
    yield changing(1, change(consequence, other.text), change(other, consequence.text));
  }
  const last = node.children.findLast(({ kind }) => kind === 'else');
  if (last !== undefined && last.parts.at(-1)?.kind !== 'if') {
    for (const [text, weight] of otherCases(node, last, model)) {
      const head = model.dialect.family === 'python' ? `elif ${text}` : `else if (${text})`;
      yield changing(weight, { start: last.start, end: last.start + 'else'.length, text: head });
    }
  }
  const previous = siblingsOf(node)[siblingsOf(node).indexOf(node) - 1];
  if (previous?.kind === 'if' && node.kind === 'if') {
    const keyword = model.dialect.family === 'python' ? 'elif' : 'else if';
    yield changing(0.6, { start: node.start, end: node.start + 2, text: keyword });
  }
}

const reversed: Readonly<Record<string, string>> = { '<': '>', '>': '<', '<=': '>', '>=': '<' };

/** What an `else` may have to ask: what is neither equal, and what else is asked around it. */
function otherCases(node: Syntax, otherwise: Syntax, model: Model): (readonly [text: string, weight: number])[] {
  const condition = conditionOf(node);
  const [left, right, ...more] = condition?.kind === 'comparison' ? operands(condition) : [];
  const operator = condition === undefined ? undefined : reversed[operatorText(condition)];
  const third = operator !== undefined && left !== undefined && right !== undefined && more.length === 0;
  const asked = conditionsAt(model, otherwise).filter(({ text }) => text !== condition?.text);
  return [
    ...(third ? [[`${left.text} ${operator} ${right.text}`, 1] as const] : []),
    ...asked.slice(0, 12).map(({ text, weight }) => [text, 0.6 * weight] as const),
  ];
}

function* arms(node: Syntax): Generator<Proposal> {
  const pair = armsOf(node);
  if (pair === undefined) return;
  const [a, b] = pair;
  yield changing(1, change(a, b.text), change(b, a.text));
  yield replacing(node, a.text, 0.5);
  yield replacing(node, b.text, 0.5);
}

/** The body without its condition or loop; a loop for a condition and the other way round. */
function* unguarded(node: Syntax, model: Model): Generator<Proposal> {
  const body = bodyOf(node);
  const condition = conditionOf(node);
  if (body === undefined || !isListed(node)) return;
  if (model.dialect.family === 'python' && (node.kind === 'if' || node.kind === 'while') && condition !== undefined) {
    yield changing(0.4, { start: node.start, end: condition.start, text: node.kind === 'if' ? 'while ' : 'if ' });
  } else if (
    (node.kind === 'if' || node.kind === 'while') &&
    node.get('alternative') === undefined &&
    node.type !== 'do_statement'
  ) {
    yield changing(0.4, {
      start: node.start,
      end: node.start + node.kind.length,
      text: node.kind === 'if' ? 'while' : 'if',
    });
  }
  if (node.kind !== 'if' || body.parts.length === 0 || body.kind !== 'block' || node.get('alternative') !== undefined)
    return;
  const [first, last] = [body.parts[0] as Syntax, body.parts.at(-1) as Syntax];
  yield replacing(node, reindented(node.source.slice(first.start, last.end), indentOf(first), indentOf(node)), 1);
}

function* filtered(node: Syntax, model: Model): Generator<Proposal> {
  if (node.kind === 'filter') {
    yield changing(1, { start: node.start - 1, end: node.end, text: '' });
    return;
  }
  const close = node.children.at(-1);
  if (close === undefined || node.parts.some(({ kind }) => kind === 'filter')) return;
  const inside = node.get('body') ?? node;
  for (const { text, weight } of conditionsAt(model, inside))
    yield changing(0.6 * weight, { start: close.start, end: close.start, text: ` if ${text}` });
}

export const branchTemplates: readonly Template[] = [
  {
    id: 'branches',
    summary: 'else added or removed, branches exchanged, if joined to the chain before',
    weight: 0.2,
    kinds: ['if', 'elif'],
    propose: branches,
  },
  {
    id: 'arms',
    summary: 'arms of a conditional expression exchanged or one kept',
    weight: 0.25,
    kinds: ['ternary'],
    propose: arms,
  },
  {
    id: 'drop-condition',
    summary: 'body without its condition; while for if, if for while',
    weight: 0.2,
    kinds: ['if', 'while'],
    propose: unguarded,
  },
  {
    id: 'comprehension-filter',
    summary: 'a filter of a comprehension added or removed',
    weight: 0.2,
    kinds: ['comprehension', 'filter'],
    propose: filtered,
  },
];
