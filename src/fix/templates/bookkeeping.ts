import { type Model, variablesAt } from './model.ts';
import { type Ingredient, readableAt } from './pool.ts';
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

/** Variables that are near, and updates of each kind that are made of them. */
const mostValues = 4;
const mostUpdates = 6;

/** A statement that brings a variable or member up to date, and how likely it is, in (0, 1]. */
export interface Update {
  readonly text: string;
  readonly weight: number;
}

interface Kept {
  readonly target: Syntax;
  readonly operator: string;
  /** Undefined where it is counted up or down. */
  readonly right: Syntax | undefined;
  readonly home: Syntax;
}

const keptKnown = new WeakMap<Syntax, readonly Kept[]>();

/** Sums and counts that methods of the class keep in members, each way of keeping them in each method once. */
function keptIn(owner: Syntax): readonly Kept[] {
  const known = keptKnown.get(owner);
  if (known !== undefined) return known;
  const found = new Map<string, Kept>();
  for (const one of owner.walk()) {
    const counted = one.kind === 'update';
    if (!counted && one.kind !== 'augmented') continue;
    const target = one.get('left', 'argument');
    const home = functionOf(one);
    if (target?.kind !== 'member' || home === undefined) continue;
    const operator = counted ? (one.text.includes('++') ? '+=' : '-=') : (one.get('operator')?.text ?? '');
    const right = one.get('right');
    found.set(`${home.start} ${target.text} ${operator} ${right?.text}`, { target, operator, right, home });
  }
  const kept = [...found.values()];
  keptKnown.set(owner, kept);
  return kept;
}

/** Updates of what the class keeps in members, by variables that are near and as other methods update it. */
export function memberUpdates(model: Model, node: Syntax, near: readonly Ingredient[]): Update[] {
  const home = functionOf(node);
  const owner = home === undefined ? undefined : classOf(home);
  if (owner === undefined) return [];
  const made = new Map<string, number>();
  const add = (text: string, weight: number): void => {
    made.set(text, Math.max(weight, made.get(text) ?? 0));
  };
  for (const one of keptIn(owner)) {
    const { target, operator, right } = one;
    if (one.home === home || !readableAt(model, target, node)) continue;
    const values = near
      .filter(({ type }) => type === 'number' || type === 'unknown')
      .slice(0, mostValues)
      .map(({ text, weight, unread }) => ({ text, weight: unread ? weight : readShare * weight }));
    if (right === undefined) values.push({ text: '1', weight: readShare });
    else if (readableAt(model, right, node)) values.push({ text: right.text, weight: readShare });
    for (const { text, weight } of values) {
      const back = inverse[operator];
      if (back !== undefined) add(`${target.text} ${back} ${text}`, backShare * weight);
      add(`${target.text} ${operator} ${text}`, againShare * weight);
    }
  }
  return best(made);
}

interface Assigned {
  readonly target: Syntax;
  /** Undefined where it is counted up or down. */
  readonly value: string | undefined;
}

const assignedKnown = new WeakMap<Syntax, readonly Assigned[]>();

/** What is assigned to variables and members in a class, or in a function outside of classes. */
function assignedIn(around: Syntax): readonly Assigned[] {
  const known = assignedKnown.get(around);
  if (known !== undefined) return known;
  const found: Assigned[] = [];
  for (const one of around.walk()) {
    const assigns = one.kind === 'assignment' || one.kind === 'declarator';
    if (!assigns && one.kind !== 'augmented' && one.kind !== 'update') continue;
    const target = one.get('left', 'name', 'argument');
    const value = assigns ? one.get('right', 'value')?.text : undefined;
    if (target === undefined || (assigns && value === undefined) || one.parent?.children[0]?.type === 'const') continue;
    if (target.kind === 'name' || target.kind === 'member') found.push({ target, value });
  }
  assignedKnown.set(around, found);
  return found;
}

/** Flags that are set the other way, and counts that nothing counts: of the function, and in members of its class. */
export function stateUpdates(model: Model, node: Syntax): Update[] {
  const home = functionOf(node);
  if (home === undefined) return [];
  const visible = new Set(variablesAt(model, node).map(({ name }) => name));
  const values = new Map<string, Set<string | undefined>>();
  for (const { target, value } of assignedIn(classOf(home) ?? home)) {
    const own =
      target.kind === 'name'
        ? visible.has(target.text) && home.contains(target)
        : values.has(target.text) || readableAt(model, target, node);
    if (own) values.set(target.text, (values.get(target.text) ?? new Set()).add(value));
  }
  const truths = [model.dialect.true, model.dialect.false];
  const made = new Map<string, number>();
  for (const [target, given] of values) {
    const [only] = given;
    if (given.size === 1 && (only === '0' || only === '1')) made.set(`${target} += 1`, uncountedShare);
    if (![...given].every((value) => value !== undefined && truths.includes(value))) continue;
    for (const value of truths) {
      const never = !given.has(value);
      if (never || given.size > 1) made.set(`${target} = ${value}`, never ? neverShare : elsewhereShare);
    }
  }
  return best(made);
}

function best(made: ReadonlyMap<string, number>): Update[] {
  return [...made]
    .map(([text, weight]) => ({ text, weight }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, mostUpdates);
}
