import { conditionsAt } from './comparisons.ts';
import { expression } from './expressions.ts';
import { functionKinds, loopKinds } from './kinds.ts';
import type { Model } from './model.ts';
import { returnsAround, variables } from './pool.ts';
import {
  after,
  before,
  bodyOf,
  functionOf,
  isBare,
  isDocstring,
  isListed,
  leaves,
  loopAround,
  reindented,
  removal,
  siblingsOf,
  startsLine,
  styleAt,
} from './statements.ts';
import { changing, type Proposal, replacing, type Template } from './template.ts';
import type { Syntax } from './tree.ts';

/** A special case is asked for first: where a function begins, and where a loop does. */
function placeWeight(node: Syntax): number {
  if (siblingsOf(node)[0] !== node) return 0.5;
  const owner = node.parent?.parent;
  if (owner === undefined) return 0.5;
  return functionKinds.has(owner.kind) ? 1 : loopKinds.has(owner.kind) ? 0.8 : 0.5;
}

/** `if (condition) return value`, or `continue` or `break` in loops, before a statement. */
function* guarded(node: Syntax, model: Model): Generator<Proposal> {
  if (!isListed(node) || isDocstring(node) || functionOf(node) === undefined) return;
  const style = styleAt(model, node);
  const conditions = conditionsAt(model, node).slice(0, 40);
  const loop = loopAround(node) !== undefined;
  const exits = loop ? ['continue', 'break'].map((text, i) => ({ text, weight: 1 - 0.3 * i })) : [];
  const values = returnsAround(model, node).map(({ text, weight }) => ({
    text: `return ${text}`,
    weight: weight * (loop ? 0.5 : 1),
  }));
  const place = placeWeight(node);
  for (const exit of [...exits, ...values].sort((a, b) => b.weight - a.weight).slice(0, 10)) {
    for (const condition of conditions) {
      const body = model.dialect.simple(exit.text, style);
      yield changing(
        place * exit.weight * condition.weight,
        before(node, model.dialect.guard(condition.text, body, style), style),
      );
    }
  }
}

/** The statements from this one to the end of its block, where a condition may hold them all. */
function restOf(node: Syntax): Syntax[] {
  const all = siblingsOf(node);
  const rest = all.slice(all.indexOf(node));
  const simple = rest.every(({ kind }) => kind === 'statement' || kind === 'if');
  return isListed(node) && simple && rest.length > 1 && rest.length < 5 ? rest : [];
}

/** The statement, or all from it to the end of its block, runs only under a condition. */
function* conditional(node: Syntax, model: Model): Generator<Proposal> {
  if (!(isListed(node) || isBare(node)) || isDocstring(node) || node.kind === 'declaration') return;
  const style = styleAt(model, node);
  const body = reindented(node.text, style.indent, style.indent + style.unit);
  const rest = restOf(node);
  const last = rest.at(-1);
  const all = last && reindented(node.source.slice(node.start, last.end), style.indent, style.indent + style.unit);
  for (const { text, weight } of conditionsAt(model, node)) {
    yield replacing(node, model.dialect.guard(text, body, style), weight);
    if (all === undefined || last === undefined) continue;
    const guarded = model.dialect.guard(text, all, style);
    yield changing(0.4 * weight, { start: node.start, end: last.end, text: guarded });
  }
}

/** `return`, `break`, `continue` and `pass` taken for one another. */
function* jumps(node: Syntax, model: Model): Generator<Proposal> {
  const style = styleAt(model, node);
  const { simple, family } = model.dialect;
  const loop = loopAround(node) !== undefined;
  for (const kind of ['break', 'continue'])
    if (loop && node.kind !== kind) yield replacing(node, simple(kind, style), 0.6);
  if (node.kind !== 'return') {
    if (family === 'python') yield replacing(node, 'pass', 0.6);
    for (const { text, weight } of returnsAround(model, node))
      yield replacing(node, simple(`return ${text}`, style), 0.5 * weight);
  } else if (node.parts[0] !== undefined) {
    for (const { text, weight } of returnsAround(model, node))
      if (text !== node.parts[0].text) yield replacing(node.parts[0], text, weight);
  }
}

/** A value that is computed and not returned; a function that ends without its result. */
function* returned(node: Syntax, model: Model): Generator<Proposal> {
  if (!isListed(node) || functionOf(node) === undefined || isDocstring(node)) return;
  const style = styleAt(model, node);
  const inner = node.parts[0];
  if (node.kind === 'statement' && inner?.kind === 'call')
    yield changing(1, { start: node.start, end: node.start, text: 'return ' });
  const home = functionOf(node);
  if (siblingsOf(node).at(-1) !== node || leaves(node) || home === undefined) return;
  const last = bodyOf(home) === node.parent;
  // A callback was called, or an answer given, and what follows is for other cases.
  if (node.kind === 'statement' && inner?.kind === 'call' && node.parent?.parent?.kind === 'if')
    yield changing(0.7, after(node, model.dialect.simple('return', style), style));
  for (const { text, weight } of returnsAround(model, node)) {
    yield changing((last ? 1 : 0.4) * weight, after(node, model.dialect.simple(`return ${text}`, style), style));
  }
}

/** `break`, `continue`, a step or a plain assignment added behind a statement. */
function* inserted(node: Syntax, model: Model): Generator<Proposal> {
  if (!isListed(node) || isDocstring(node) || leaves(node)) return;
  const style = styleAt(model, node);
  const { simple } = model.dialect;
  const loop = loopAround(node);
  if (loop !== undefined && siblingsOf(node).at(-1) === node) {
    for (const text of ['break', 'continue']) yield changing(0.6, after(node, simple(text, style), style));
  }
  if (functionOf(node) === undefined) return;
  for (const { text, weight, type } of variables(model, node)) {
    if (type === 'number')
      for (const way of ['+= 1', '-= 1', '= 0']) {
        const step = simple(`${text} ${way}`, style);
        const likely = (loop === undefined ? 0.4 : 1) * weight * (way === '+= 1' ? 1 : 0.5);
        yield changing(likely, after(node, step, style));
        yield changing(0.6 * likely, before(node, step, style));
      }
    else if (type === 'list' || type === 'string') {
      const empty = type === 'list' ? '[]' : "''";
      yield changing(0.4 * weight, after(node, simple(`${text} = ${empty}`, style), style));
    }
  }
}

/** The variable was made of the other: it is the next value and no step to it. */
function comesFrom(value: Syntax, target: Syntax): boolean {
  const home = functionOf(value);
  if (home === undefined || value.kind !== 'name') return false;
  return [...home.walk()].some(
    (one) =>
      one.get('left', 'name')?.text === value.text &&
      [...(one.get('right', 'value')?.walk() ?? [])].some((part) => part.text === target.text),
  );
}

/** `x += e` for `x = e`, and plain assignments that restart instead of going on. */
function* accumulated(node: Syntax, model: Model): Generator<Proposal> {
  const [left, right] = [node.get('left'), node.get('right')];
  if (
    left === undefined ||
    right === undefined ||
    (left.kind !== 'name' && left.kind !== 'index' && left.kind !== 'member') ||
    node.get('type') !== undefined
  )
    return;
  const sign = node.children.find(({ type }) => type === '=');
  const type = model.inference.typeOf(right);
  if (sign === undefined || type === 'list' || type === 'object' || type === 'function' || type === 'boolean') return;
  const { family } = model.dialect;
  const sure = comesFrom(right, left) ? 0.2 : 1;
  for (const [text, weight] of [
    ['+=', 1],
    ['-=', 0.5],
    ['*=', 0.4],
    [family === 'python' ? '//=' : '/=', 0.3],
    ['%=', 0.2],
    ['|=', 0.1],
  ] as const)
    yield replacing(sign, text, sure * weight);
  for (const name of family === 'python' ? ['max', 'min'] : ['Math.max', 'Math.min']) {
    yield replacing(right, `${name}(${left.text}, ${expression(right, model.dialect).text})`, 0.8);
  }
}

function* deleted(node: Syntax, model: Model): Generator<Proposal> {
  // Of a whole loop or branch too much seldom is one too many.
  const size = 1 / (1 + (node.endLine - node.line) / 2);
  if (isListed(node) && node.kind !== 'declaration' && !isDocstring(node) && functionOf(node) !== undefined)
    yield changing(size, removal(node, model));
  const all = siblingsOf(node);
  const next = all[all.indexOf(node) + 1];
  if (next === undefined || all.length === 2 || !isListed(node) || isDocstring(node) || !startsLine(node)) return;
  const { start } = removal(node, model);
  yield changing(0.35 * size, { start, end: removal(next, model).end, text: '' });
}

export const flowTemplates: readonly Template[] = [
  {
    id: 'insert-guard',
    summary: 'a conditional return, continue or break before a statement',
    weight: 0.2,
    kinds: ['if', 'for', 'foreach', 'while', 'return', 'statement', 'declaration', 'throw', 'try'],
    propose: guarded,
  },
  {
    id: 'wrap-condition',
    summary: 'a statement that runs only under a condition',
    weight: 0.18,
    kinds: ['statement', 'return', 'break', 'continue'],
    propose: conditional,
  },
  {
    id: 'jump',
    summary: 'return, break and continue taken for one another, or another value returned',
    weight: 0.2,
    kinds: ['return', 'break', 'continue'],
    propose: jumps,
  },
  {
    id: 'missing-return',
    summary: 'a computed value returned',
    weight: 0.25,
    kinds: ['statement', 'if', 'for', 'foreach', 'while'],
    propose: returned,
  },
  {
    id: 'insert-statement',
    summary: 'break, continue, a step or a reset added',
    weight: 0.12,
    kinds: ['statement', 'if', 'for', 'foreach', 'while', 'declaration'],
    propose: inserted,
  },
  {
    id: 'accumulate',
    summary: 'augmented instead of plain assignment',
    weight: 0.2,
    kinds: ['assignment'],
    propose: accumulated,
  },
  {
    id: 'delete-statement',
    summary: 'a statement deleted',
    weight: 0.3,
    kinds: ['statement', 'if', 'for', 'foreach', 'while', 'return', 'break', 'continue', 'throw'],
    propose: deleted,
  },
];
