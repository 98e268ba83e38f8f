import { printable } from '../../../base/printable.ts';
import { armsOf } from '../../templates/expressions.ts';
import { functionKinds, loopKinds, statementKinds } from '../../templates/kinds.ts';
import type { Model } from '../../templates/model.ts';
import type { Syntax } from '../../templates/tree.ts';
import { isInterpolation } from '../difference.ts';
import {
  callee,
  compact,
  conditionOf,
  type Found,
  findIn,
  introducing,
  operatorOf,
  type Rule,
  unwrap,
  within,
} from '../rule.ts';

/** True or false when an expression has that value whatever the program does. */
function constantOf(expression: Syntax | undefined): boolean | undefined {
  const node = unwrap(expression);
  if (node === undefined) return undefined;
  switch (node.kind) {
    case 'boolean':
      return node.text.toLowerCase() === 'true';
    case 'number':
      return Number(node.text) !== 0;
    case 'null':
      return false;
    case 'string':
      return node.children.some(isInterpolation) ? undefined : !/^\w*(["'`])\1$/.test(node.text);
    case 'not': {
      const inner = constantOf(node.get('argument'));
      return inner === undefined ? undefined : !inner;
    }
    case 'comparison':
      return comparesWithItself(node) ? /=|is$/.test(operatorOf(node)) : undefined;
    case 'logical':
      return connected(node);
    default:
      return undefined;
  }
}

/** `x == x`. Not `x != x`: that is how not-a-number is asked for. Calls may answer differently the second time. */
function comparesWithItself(node: Syntax): boolean {
  const [left, right] = node.parts;
  return (
    node.parts.length === 2 &&
    /^(?:===?|<=?|>=?|is)$/.test(operatorOf(node)) &&
    left !== undefined &&
    right !== undefined &&
    compact(left) === compact(right) &&
    ![...left.walk()].some(({ kind }) => kind === 'call' || kind === 'await' || kind === 'update' || kind === 'new')
  );
}

function connected(node: Syntax): boolean | undefined {
  const [left, right] = node.parts.map(unwrap);
  const or = /^(?:\|\||or)$/.test(operatorOf(node));
  if (!or && !/^(?:&&|and)$/.test(operatorOf(node))) return undefined;
  const decides = [left, right].some((side) => side?.kind === 'boolean' && constantOf(side) === or);
  return decides || denies(left, right) || denies(right, left) ? or : undefined;
}

function denies(one: Syntax | undefined, other: Syntax | undefined): boolean {
  const inner = one?.kind === 'not' ? unwrap(one.get('argument')) : undefined;
  return (
    inner !== undefined &&
    other !== undefined &&
    compact(inner) === compact(other) &&
    ![...inner.walk()].some(({ kind }) => kind === 'call')
  );
}

function decidedBefore(node: Syntax): boolean {
  if (node.kind === 'comparison') return comparesWithItself(node);
  if (!['if', 'elif', 'ternary', 'filter', 'while'].includes(node.kind)) return false;
  const condition = conditionOf(node);
  // A comparison is found by itself. `while true` is a way to write a loop that is left in its middle.
  if (condition?.kind === 'comparison') return false;
  const value = constantOf(condition);
  return value !== undefined && !(node.kind === 'while' && value);
}

const jumps: ReadonlySet<string> = new Set(['return', 'throw', 'break', 'continue']);

/** First statement of each block that comes after a jump out of it. */
function unreachable(model: Model): Found[] {
  const found: Found[] = [];
  for (const block of model.root.walk()) {
    if (block.kind !== 'block' && block.kind !== 'program' && block.kind !== 'case') continue;
    const jump = block.parts.findIndex(({ kind }) => jumps.has(kind));
    if (jump < 0) continue;
    const rest = block.parts.slice(jump + 1).find(runs);
    if (rest !== undefined) found.push({ key: compact(rest), node: rest });
  }
  return found;
}

/** Function declarations are hoisted, a `yield` makes a generator wherever it stands, a last `break` is a habit. */
function runs(statement: Syntax): boolean {
  if (!statementKinds.has(statement.kind) || statement.kind === 'break') return false;
  return ![...within(statement)].some(({ type }) => type === 'yield' || type === 'yield_expression');
}

const leaves: ReadonlySet<string> = new Set(['return', 'throw', 'break', 'await']);

function endless(model: Model): Found[] {
  return findIn(
    model,
    (node) => (node.kind === 'while' || node.kind === 'for') && isEndless(node, model),
    () => 'loop',
  );
}

function isEndless(loop: Syntax, model: Model): boolean {
  const inside = [...within(loop)];
  if (inside.some(({ kind, type }) => leaves.has(kind) || type.startsWith('yield') || type === 'for_await'))
    return false;
  const condition = conditionOf(loop);
  if (condition === undefined || constantOf(condition) === true) return !inside.some(endsProcess);
  const nodes = [...condition.walk()];
  if (nodes.some(({ kind }) => ['call', 'member', 'index', 'update', 'assignment', 'await'].includes(kind)))
    return false;
  const names = new Set(nodes.filter(({ kind }) => kind === 'name').map(({ text }) => text));
  if (names.size === 0 || nodes.some(({ type }) => type === 'named_expression')) return false;
  const bound = model.bindings.some(
    ({ name, node, origin }) => names.has(name) && origin !== 'parameter' && loopBody(loop, node),
  );
  return !bound && ![...model.root.walk()].some((node) => mayChange(node, names, loop));
}

function loopBody(loop: Syntax, node: Syntax): boolean {
  return loop.contains(node) && loop.get('initializer')?.contains(node) !== true;
}

/** In the loop: assignments, and calls that get the value. In other functions, which the loop may call: assignments. */
function mayChange(node: Syntax, names: ReadonlySet<string>, loop: Syntax): boolean {
  const here = loopBody(loop, node);
  const elsewhere =
    !here && [...node.ancestors()].some(({ kind }) => functionKinds.has(kind)) && !sameFunction(node, loop);
  if (!here && !elsewhere) return false;
  if (here && (node.kind === 'call' || node.type === 'delete_statement')) return mentions(node, names);
  if (node.kind === 'update') return mentions(node, names);
  return (node.kind === 'assignment' || node.kind === 'augmented') && mentions(node.get('left'), names);
}

function sameFunction(one: Syntax, other: Syntax): boolean {
  const around = (node: Syntax): Syntax | undefined =>
    [...node.ancestors()].find(({ kind }) => functionKinds.has(kind));
  return around(one) === around(other);
}

function mentions(node: Syntax | undefined, names: ReadonlySet<string>): boolean {
  return node !== undefined && [...node.walk()].some(({ kind, text }) => kind === 'name' && names.has(text));
}

function endsProcess(node: Syntax): boolean {
  return node.kind === 'call' && /^(?:process\.exit|sys\.exit|exit|quit)$/.test(callee(node)?.text ?? '');
}

/** Chains of `if` whose later branch asks what an earlier one has asked. */
function repeatedBranches(model: Model): Found[] {
  const found: Found[] = [];
  for (const node of model.root.walk()) {
    if (node.kind !== 'if' || node.parent?.kind === 'else') continue;
    const asked = new Set<string>();
    for (const branch of chain(node)) {
      const condition = conditionOf(branch);
      if (condition === undefined || [...condition.walk()].some(({ kind }) => kind === 'call')) continue;
      const key = compact(condition);
      if (asked.has(key)) found.push({ key, node: branch });
      asked.add(key);
    }
  }
  return found;
}

/** Nothing but a way out, which several reasons may have. */
function isExit(body: Syntax): boolean {
  const [only, ...more] = body.kind === 'block' ? body.parts : [body];
  return more.length === 0 && only !== undefined && /^(?:return|continue|break|throw)$/.test(only.kind);
}

/** Neighbouring branches of a chain of `if`, or the arms of a conditional expression, that do the same. */
function alikeBranches(model: Model): Found[] {
  const found: Found[] = [];
  const compare = (one: Syntax | undefined, next: Syntax | undefined): void => {
    if (one === undefined || next === undefined || compact(one) !== compact(next) || isExit(one)) return;
    // Those that were alike before may be changed alike.
    found.push({ key: 'alike', node: next });
  };
  for (const node of model.root.walk()) {
    const [one, other] = node.kind === 'ternary' ? (armsOf(node) ?? []) : [];
    compare(one, other);
    if (node.kind !== 'if' || node.parent?.kind === 'else') continue;
    const branches = [...chain(node)];
    const last = branches.flatMap(({ children }) => children.filter(({ kind }) => kind === 'else')).at(-1);
    const otherwise = last === undefined || last.parts.at(-1)?.kind === 'if' ? [] : [last.get('body') ?? last.parts[0]];
    const bodies = [...branches.map((branch) => branch.get('consequence')), ...otherwise];
    for (const [at, body] of bodies.entries()) compare(body, bodies[at + 1]);
  }
  return found;
}

function* chain(first: Syntax): Generator<Syntax> {
  yield first;
  for (const child of first.children) {
    if (child.kind === 'elif') yield child;
    const next = child.kind === 'else' ? child.parts[0] : undefined;
    if (next?.kind === 'if') yield* chain(next);
  }
}

export const controlRules: readonly Rule[] = [
  introducing(
    { id: 'constant-condition', severity: 'high', category: 'bug' },
    (model) => findIn(model, decidedBefore, (node) => `${node.kind} ${compact(conditionOf(node) ?? node)}`),
    (node) => `the condition \`${printable((conditionOf(node) ?? node).text, 60)}\` is always the same`,
  ),
  introducing(
    { id: 'unreachable', severity: 'high', category: 'bug' },
    unreachable,
    () => 'this statement is never reached',
  ),
  introducing({ id: 'endless-loop', severity: 'high', category: 'bug' }, endless, () => 'nothing ends this loop'),
  introducing(
    { id: 'repeated-condition', severity: 'medium', category: 'bug' },
    repeatedBranches,
    (node) => `an earlier branch has asked \`${printable(conditionOf(node)?.text ?? '', 60)}\``,
  ),
  introducing(
    { id: 'same-branches', severity: 'medium', category: 'bug' },
    alikeBranches,
    () => 'two branches beside one another do the same',
  ),
];

export function inLoop(node: Syntax): boolean {
  for (const outer of node.ancestors()) {
    if (functionKinds.has(outer.kind)) return false;
    if (loopKinds.has(outer.kind) && outer.get('right', 'initializer')?.contains(node) !== true) return true;
  }
  return false;
}
