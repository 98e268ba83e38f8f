import { operands, operatorText, unparenthesized } from '../templates/expressions.ts';
import type { Syntax } from '../templates/tree.ts';

/** Belief in an edit that makes one operand of an even chain unlike the others, and in one that makes a chain even. */
const spoiled = 0.4;
const mended = 1.5;

/** Operators that are written in one row: `a + b - c`, `a && b || c`. */
const rows = [
  ['+', '-'],
  ['*', '/', '//', '%'],
  ['&&', '||', '??', 'and', 'or'],
] as const;

/** A tree and the edited range in it. */
export interface Range {
  readonly root: Syntax;
  readonly from: number;
  readonly to: number;
}

/** How much more or less an edit is to be believed for what it does to rows of operands that are built alike. */
export function symmetry(before: Range, after: Range): number {
  const [was, is] = [isEven(before), isEven(after)];
  if (was === true && is === false) return spoiled;
  return was === false && is === true ? mended : 1;
}

/** Every row of three operands or more at the edit is of one operator and one shape; undefined where there is none. */
function isEven({ root, from, to }: Range): boolean | undefined {
  let even: boolean | undefined;
  const open = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.end < from || node.start > to) continue;
    const row = rowOf(node);
    if (row !== undefined && (node.parent === undefined || rowOf(node.parent) !== row)) {
      const operators = new Set<string>();
      const found = flattened(node, row, operators);
      const shapes = new Set(found.map(shapeOf));
      if (found.length > 2) even = (even ?? true) && operators.size === 1 && shapes.size === 1;
    }
    open.push(...node.children);
  }
  return even;
}

function rowOf(node: Syntax): readonly string[] | undefined {
  if (node.kind !== 'arithmetic' && node.kind !== 'logical') return undefined;
  const operator = operatorText(node);
  return rows.find((row) => (row as readonly string[]).includes(operator));
}

function flattened(node: Syntax, row: readonly string[], found: Set<string>): Syntax[] {
  if (rowOf(node) !== row) return [node];
  found.add(operatorText(node));
  return operands(node).flatMap((one) => flattened(one, row, found));
}

/** The text with names and numbers alike: `l[i]` and `l[j]` are of one shape, `l[i - 1]` is of another. */
function shapeOf(node: Syntax): string {
  return unparenthesized(node)
    .text.replace(/[\p{L}_$][\p{L}\p{N}_$]*/gu, 'n')
    .replace(/\d+(?:\.\d+)?/g, '0')
    .replace(/\s+/g, '');
}
