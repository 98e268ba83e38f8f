import { operands } from '../../templates/expressions.ts';
import type { Model } from '../../templates/model.ts';
import type { Syntax } from '../../templates/tree.ts';
import {
  callee,
  compact,
  findIn,
  introduced,
  introducing,
  operatorOf,
  type Patched,
  type Remark,
  type Rule,
  unwrap,
  within,
} from '../rule.ts';

function isCheck(node: Syntax): boolean {
  if (node.kind === 'throw' || node.type === 'assert_statement') return true;
  if (node.kind !== 'statement') return false;
  const [call] = node.parts;
  return call?.kind === 'call' && /^(?:console\.)?(?:assert|invariant)\b/.test(callee(call)?.text ?? '');
}

function doesNothing(statement: Syntax): boolean {
  if (statement.type === 'pass_statement' || statement.type === 'empty_statement') return true;
  return statement.parts[0]?.type === 'ellipsis';
}

/** Nothing but what a language asks for where a statement was. */
function isFiller({ text }: Syntax): boolean {
  return ['pass', '...', ';', '{', '}', ':', '(', ')', 'else'].includes(text);
}

function count(model: Model, wanted: (node: Syntax) => boolean): number {
  return findIn(model, wanted).length;
}

function lost({ before, after }: Patched, wanted: (node: Syntax) => boolean): boolean {
  return count(after, wanted) < count(before, wanted);
}

function onlyDeletes({ hunks }: Patched): boolean {
  return hunks.every(({ added }) => added.every(isFiller));
}

/** More than brackets is gone, and nothing is in its place. */
function onlyTakesOut(file: Patched): boolean {
  return onlyDeletes(file) && file.hunks.some(({ removed }) => !removed.every(isFiller));
}

/** A statement that ends a run, a turn or a loop early under a condition. */
function isGuard(node: Syntax): boolean {
  return node.kind === 'if' && [...within(node)].some(({ kind }) => ['return', 'continue', 'break'].includes(kind));
}

/** The place in the new text where something was taken out: the first change. */
function placeOf({ hunks, before, after }: Patched): number {
  const [hunk] = hunks;
  const line = hunk?.added[0]?.line ?? hunk?.removed[0]?.line ?? 1;
  return Math.min(line, Math.max(before.root.endLine, after.root.endLine));
}

function removal(facts: Omit<Rule, 'check'>, message: string, applies: (file: Patched) => boolean): Rule {
  return { ...facts, check: (file): Remark[] => (applies(file) ? [{ line: placeOf(file), message }] : []) };
}

function swallows(node: Syntax): boolean {
  if (node.type === 'catch_clause' || node.type === 'except_clause') {
    const block = node.parts.find(({ kind }) => kind === 'block');
    return block?.parts.every(doesNothing) === true;
  }
  if (node.kind !== 'call') return false;
  const called = callee(node);
  if (called?.text === 'suppress' || called?.text === 'contextlib.suppress') return true;
  const [handler] = node.get('arguments')?.parts ?? [];
  return (
    called?.get('property')?.text === 'catch' &&
    handler?.kind === 'lambda' &&
    ['block', 'null'].includes(handler.get('body')?.kind ?? '') &&
    handler.get('body')?.parts.length === 0
  );
}

/**
 * `a <= a`, `a && a`, `a - a`; that a value is unequal to itself is how not-a-number is found,
 * and what is called twice may answer twice.
 */
function isOfItself(node: Syntax): boolean {
  const operator = operatorOf(node);
  const tells = node.kind === 'comparison' || node.kind === 'logical' || ['-', '/', '%', '//'].includes(operator);
  if (!tells || node.kind === 'sign' || /^!==?$/.test(operator)) return false;
  const sides = operands(node).map((side) => compact(unwrap(side) ?? side));
  return sides.some((side, at) => at > 0 && side === sides[at - 1] && !/^[\d.]+$|\(/.test(side));
}

export const checkRules: readonly Rule[] = [
  removal(
    { id: 'check-removed', severity: 'high', category: 'bug' },
    'a check that refused wrong values is gone, and nothing is in its place',
    (file) => onlyDeletes(file) && lost(file, isCheck),
  ),
  removal(
    { id: 'check-weakened', severity: 'medium', category: 'bug' },
    'a check that refused wrong values is gone',
    (file) => !onlyDeletes(file) && lost(file, isCheck),
  ),
  removal(
    { id: 'guard-removed', severity: 'medium', category: 'bug' },
    'an early exit under a condition is gone, and nothing is in its place',
    (file) => onlyDeletes(file) && !lost(file, isCheck) && lost(file, isGuard),
  ),
  removal(
    { id: 'clause-removed', severity: 'low', category: 'bug' },
    'a part of a condition is gone',
    (file) => onlyDeletes(file) && !lost(file, isGuard) && lost(file, ({ kind }) => kind === 'logical'),
  ),
  // Where tests say little, what stood in their way is easily gone: a reason to doubt, none to refuse.
  removal(
    { id: 'only-removes', severity: 'low', category: 'overfitting' },
    'it only takes something out',
    onlyTakesOut,
  ),
  {
    id: 'swallowed-error',
    severity: 'high',
    category: 'bug',
    check: (file) =>
      introduced(file, (model) => findIn(model, swallows, () => 'swallowed')).map(({ line }) => ({
        line,
        message: 'errors are caught here and nobody hears of them',
      })),
  },
  introducing(
    { id: 'self-assignment', severity: 'medium', category: 'bug' },
    (model) =>
      findIn(model, (node) => node.kind === 'assignment' && node.get('left')?.text === node.get('right')?.text),
    () => 'a value is assigned to itself',
  ),
  introducing(
    { id: 'same-operands', severity: 'medium', category: 'bug' },
    (model) => findIn(model, isOfItself),
    ({ text }) => `the same on both sides: ${text.slice(0, 60)}`,
  ),
  introducing(
    { id: 'compared-with-nan', severity: 'medium', category: 'bug' },
    (model) =>
      findIn(
        model,
        (node) =>
          node.kind === 'comparison' &&
          node.parts.some(({ text }) =>
            /^(?:(?:Number\.)?NaN|(?:math|np|numpy)\.nan|float\(["']nan["']\))$/i.test(text),
          ),
      ),
    () => 'nothing is equal to not-a-number, nor in any order with it',
  ),
];
