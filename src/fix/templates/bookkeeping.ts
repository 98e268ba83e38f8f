import type { Model } from './model.ts';
import type { Ingredient } from './pool.ts';
import { readableAt } from './pool.ts';
import { classOf, functionOf } from './statements.ts';
import type { Syntax } from './tree.ts';

/** What takes back an augmented assignment. */
const inverse: Readonly<Record<string, string>> = { '+=': '-=', '-=': '+=', '*=': '/=', '/=': '*=' };
/** What a method lacks takes back what another does more often than it does the same once more. */
const backShare = 1;
const againShare = 0.5;
/** Of a value that something else reads as well. */
const readShare = 0.4;

interface Kept {
  readonly target: string;
  readonly operator: string;
  readonly value: string | undefined;
  readonly node: Syntax;
}

/** Sums and counts that the other methods of the class keep in members, each way of keeping them once. */
function keptAround(home: Syntax): Kept[] {
  const found = new Map<string, Kept>();
  for (const one of classOf(home)?.walk() ?? []) {
    const counted = one.kind === 'update';
    if ((!counted && one.kind !== 'augmented') || functionOf(one) === home) continue;
    const target = one.get('left', 'argument');
    if (target?.kind !== 'member') continue;
    const operator = counted ? (one.text.includes('++') ? '+=' : '-=') : (one.get('operator')?.text ?? '');
    const value = counted ? '1' : one.get('right')?.text;
    found.set(`${target.text} ${operator} ${value}`, { target: target.text, operator, value, node: one });
  }
  return [...found.values()];
}

/** Updates of what the class keeps in members, by variables that are near and as other methods update it. */
export function memberUpdates(
  model: Model,
  home: Syntax,
  near: readonly Ingredient[],
): { readonly text: string; readonly weight: number }[] {
  return keptAround(home).flatMap(({ target, operator, value, node }) => {
    const values = near
      .filter(({ text, type }) => text !== target && (type === 'number' || type === 'unknown'))
      .map(({ text, weight, unread }) => ({ text, weight: unread ? weight : readShare * weight }));
    const right = node.get('right');
    if (value !== undefined && (right === undefined || readableAt(model, right, home)))
      values.push({ text: value, weight: readShare });
    return values.flatMap(({ text, weight }) => [
      ...(inverse[operator] === undefined
        ? []
        : [{ text: `${target} ${inverse[operator]} ${text}`, weight: backShare * weight }]),
      { text: `${target} ${operator} ${text}`, weight: againShare * weight },
    ]);
  });
}
