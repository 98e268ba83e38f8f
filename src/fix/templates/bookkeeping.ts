import { type Model, variablesAt } from './model.ts';
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

/** Of a flag, the value that nothing gives it against one that it has elsewhere, and of a count that nothing counts. */
const neverShare = 0.9;
const elsewhereShare = 0.3;
const uncountedShare = 0.8;

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

/** Flags that are set the other way, and counts that nothing counts: of the function, and in members of its class. */
export function stateUpdates(
  model: Model,
  home: Syntax,
  node: Syntax,
): { readonly text: string; readonly weight: number }[] {
  const visible = new Set(variablesAt(model, node).map(({ name }) => name));
  const values = new Map<string, Set<string>>();
  const changed = new Set<string>();
  for (const one of (classOf(home) ?? home).walk()) {
    const target = one.get('left', 'name', 'argument');
    const own = target?.kind === 'name' ? visible.has(target.text) && home.contains(one) : target?.kind === 'member';
    if (target === undefined || !own || one.parent?.children[0]?.type === 'const') continue;
    if (one.kind === 'augmented' || one.kind === 'update') changed.add(target.text);
    const value = one.kind === 'assignment' || one.kind === 'declarator' ? one.get('right', 'value')?.text : undefined;
    if (value !== undefined) values.set(target.text, (values.get(target.text) ?? new Set()).add(value));
  }
  const truths = [model.dialect.true, model.dialect.false];
  return [...values].flatMap(([target, given]) => {
    const [only = ''] = given;
    if (given.size === 1 && /^\d+$/.test(only) && !changed.has(target))
      return [{ text: `${target} += 1`, weight: uncountedShare }];
    if (![...given].every((value) => truths.includes(value))) return [];
    return truths
      .filter((value) => given.size > 1 || !given.has(value))
      .map((value) => ({ text: `${target} = ${value}`, weight: given.has(value) ? elsewhereShare : neverShare }));
  });
}
