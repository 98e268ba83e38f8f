import { atom, type Dialect, type Expression } from './dialect.ts';
import { functionKinds, statementKinds } from './kinds.ts';
import type { Syntax } from './tree.ts';

/** The operands of a binary node, comparison chain included. */
export function operands(node: Syntax): Syntax[] {
  return node.parts.filter(({ field }) => field !== 'operator' && field !== 'operators');
}

/** The operator tokens of a binary node: one, or more in a Python comparison chain. */
export function operators(node: Syntax): Syntax[] {
  return node.children.filter(({ field }) => field === 'operator' || field === 'operators');
}

/** Operator as written, white space folded (`not  in` is `not in`). */
export function operatorText(node: Syntax): string {
  return operators(node)[0]?.text.replace(/\s+/g, ' ') ?? '';
}

export function isOperation(node: Syntax): boolean {
  return node.kind === 'arithmetic' || node.kind === 'comparison' || node.kind === 'logical';
}

/** How tightly the outermost operator of a node binds. */
export function tightnessOf(node: Syntax, dialect: Dialect): number {
  if (isOperation(node)) return dialect.tightness[operatorText(node)] ?? 1;
  switch (node.kind) {
    case 'ternary':
      return 1;
    case 'lambda':
    case 'assignment':
    case 'augmented':
      return 0;
    case 'not':
      return dialect.notTightness;
    case 'sign':
    case 'await':
      return dialect.unaryTightness;
    case 'update':
      return dialect.unaryTightness + 1;
    default:
      return atom;
  }
}

export function expression(node: Syntax, dialect: Dialect): Expression {
  return { text: node.text, tightness: tightnessOf(node, dialect) };
}

/** How tightly an expression must bind to stand, without parentheses, where `node` stands. */
export function slotOf(node: Syntax, dialect: Dialect): number {
  const { parent } = node;
  if (parent === undefined) return 0;
  if (isOperation(parent)) {
    const own = dialect.tightness[operatorText(parent)] ?? 1;
    const last = operands(parent).at(-1) === node;
    return last || parent.kind === 'comparison' ? own + 1 : own;
  }
  switch (parent.kind) {
    case 'not':
      return dialect.notTightness;
    case 'sign':
    case 'await':
      return dialect.unaryTightness;
    case 'ternary':
      return node.field === 'condition' || node.field === undefined ? 2 : 1;
    case 'member':
    case 'index':
      return node.field === 'object' || node.field === 'value' ? atom : 0;
    case 'call':
      return node.field === 'function' ? atom : 0;
    case 'clause':
    case 'filter':
      return 2;
    default:
      return 0;
  }
}

/** Text of an expression for the place of `node`, in parentheses where precedence asks for them. */
export function placed(made: Expression, node: Syntax, dialect: Dialect): string {
  return made.tightness < slotOf(node, dialect) ? `(${made.text})` : made.text;
}

export function binary(left: Expression, operator: string, right: Expression, dialect: Dialect): Expression {
  const tightness = dialect.tightness[operator] ?? 1;
  const alone = dialect.family === 'python' && tightness === dialect.tightness['<'];
  const a = left.tightness < tightness + (alone ? 1 : 0) ? `(${left.text})` : left.text;
  const b = right.tightness <= tightness ? `(${right.text})` : right.text;
  // ECMAScript refuses `a ?? b || c` without parentheses.
  return { text: `${a} ${operator} ${b}`, tightness };
}

/** A postfix such as `.length` or `[0]` needs an operand that is an atom. */
export function postfixable({ text, tightness }: Expression): string {
  return tightness < atom || /^\d+$/.test(text) ? `(${text})` : text;
}

/** Fills the `$` of a wrap. */
export function wrap(pattern: string, inner: Expression): string {
  return pattern.replace('$', () => (pattern.startsWith('$') ? postfixable(inner) : inner.text));
}

/** `node` without the parentheses around it. */
export function unparenthesized(node: Syntax): Syntax {
  let inner = node;
  while (inner.kind === 'parenthesized' && inner.parts.length === 1) inner = inner.parts[0] as Syntax;
  return inner;
}

/** The condition of an `if`, `while`, three-part `for`, ternary, filter or `elif`, without parentheses. */
export function conditionOf(node: Syntax): Syntax | undefined {
  if (node.type === 'conditional_expression') return node.parts[1];
  const found =
    node.kind === 'filter' ? node.parts[0] : node.children.find(({ field, named }) => field === 'condition' && named);
  return found === undefined ? undefined : unparenthesized(found);
}

/** The node decides whether a loop goes on. */
export function keepsLooping(node: Syntax): boolean {
  for (const outer of node.ancestors()) {
    if (outer.kind === 'while' || outer.kind === 'for') return conditionOf(outer)?.contains(node) === true;
    if (statementKinds.has(outer.kind) || functionKinds.has(outer.kind)) return false;
  }
  return false;
}

/** Only whether the value counts as true matters. */
export function isTested(node: Syntax): boolean {
  return [...node.ancestors()].some((outer) => conditionOf(outer)?.contains(node) === true);
}

/** The number of elements of something, which as an index is past its end. */
export function isLength(node: Syntax): boolean {
  return (node.kind === 'member' && /\.length$/.test(node.text)) || /^len\([^()]*\)$/.test(node.text);
}

/** The two arms of a conditional expression. */
export function armsOf(node: Syntax): readonly [Syntax, Syntax] | undefined {
  const { parts } = node;
  const [a, b] = node.type === 'conditional_expression' ? [parts[0], parts[2]] : [parts[1], parts[2]];
  return a === undefined || b === undefined ? undefined : [a, b];
}

export const literalKinds: ReadonlySet<string> = new Set(['number', 'string', 'boolean', 'null']);
