import type { Dialect } from '../templates/dialect.ts';
import { operands, operators, operatorText, unparenthesized } from '../templates/expressions.ts';
import type { Syntax } from '../templates/tree.ts';

/**
 * Says nothing that a shorter edit would not say: an operation on twice the same operand, with a number that changes
 * nothing, or a condition joined with itself or its opposite. Such candidates only crowd out others, and pass tests by being constants in disguise.
 *
 * @param from start of the edit in the text of the tree
 * @param to its end
 */
export function isIdle(root: Syntax, from: number, to: number, dialect: Dialect): boolean {
  const open = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.end < from || node.start > to) continue;
    if (repeatsItself(node, dialect)) return true;
    open.push(...node.children);
  }
  return false;
}

/** Operators by which a number changes nothing. */
const neutral: Readonly<Record<string, number>> = { '+': 0, '-': 0, '*': 1, '/': 1, '//': 1, '**': 1 };
/** What is left of one operand, whatever it is. */
const cancelling = new Set(['-', '/', '//', '%', '&', '|', '^']);

function repeatsItself(node: Syntax, dialect: Dialect): boolean {
  if (node.kind === 'logical') return isContradiction(node, dialect);
  if (node.kind === 'sign') return node.parts.some(({ kind, text }) => kind === 'number' && Number(text) === 0);
  if (node.kind === 'augmented') return isIdleStep(node);
  const [left, right, ...more] = operands(node);
  if (left === undefined || right === undefined || more.length > 0 || operators(node).length !== 1) return false;
  const nothing = right.kind === 'number' && Number(right.text) === neutral[operatorText(node)];
  if (node.kind === 'arithmetic' && nothing) return true;
  const same = folded(left) === folded(right);
  return same && (node.kind === 'comparison' || (node.kind === 'arithmetic' && cancelling.has(operatorText(node))));
}

/** `x += 0`, `x *= 1`, `x -= x`. */
function isIdleStep(node: Syntax): boolean {
  const [target, value] = [node.get('left'), node.get('right')];
  const operator = operatorText(node).replace(/=$/, '');
  if (target === undefined || value === undefined) return false;
  if (value.kind === 'number') return Number(value.text) === neutral[operator];
  return folded(target) === folded(value) && cancelling.has(operator);
}

/** Operands of a chain of the same connective that repeat or exclude one another. */
function isContradiction(node: Syntax, dialect: Dialect): boolean {
  const operator = operatorText(node);
  if (node.parent?.kind === 'logical' && operatorText(node.parent) === operator) return false;
  const seen = new Set<string>();
  for (const operand of chain(node, operator)) {
    const text = folded(operand);
    const opposite = oppositeOf(operand, dialect);
    if (seen.has(text) || (opposite !== undefined && seen.has(opposite))) return true;
    seen.add(text);
  }
  return false;
}

function chain(node: Syntax, operator: string): Syntax[] {
  const inner = unparenthesized(node);
  if (inner.kind !== 'logical' || operatorText(inner) !== operator) return [inner];
  return operands(inner).flatMap((one) => chain(one, operator));
}

function oppositeOf(node: Syntax, dialect: Dialect): string | undefined {
  const [left, right] = operands(node);
  const opposite = dialect.opposites[operatorText(node)];
  if (node.kind !== 'comparison' || left === undefined || right === undefined || opposite === undefined)
    return undefined;
  return `${folded(left)} ${opposite} ${folded(right)}`;
}

function folded(node: Syntax): string {
  return unparenthesized(node).text.replace(/\s+/g, ' ');
}
