import { conditionOf, operatorText, unparenthesized } from './expressions.ts';
import type { Model } from './model.ts';
import { expressionsAround, type Ingredient, quoted, readableAt, variables } from './pool.ts';
import { functionOf } from './statements.ts';
import type { Syntax } from './tree.ts';
import { isValue } from './values.ts';

/** A condition, how tightly it binds, and how likely it is. */
export interface Condition {
  readonly text: string;
  readonly tightness: number;
  readonly weight: number;
}

const known = new WeakMap<Syntax, Condition[]>();

/** Conditions that can be asked at a node: those that the function asks elsewhere first, then such as its variables suggest. */
export function conditionsAt(model: Model, node: Syntax): Condition[] {
  const remembered = known.get(node);
  if (remembered !== undefined) return remembered;
  const found = new Map<string, Condition>();
  const add = (text: string, tightness: number, weight: number): void => {
    if (!found.has(text)) found.set(text, { text, tightness, weight });
  };
  for (const one of asked(node)) {
    if (!readableAt(model, one, node)) continue;
    const operator = operatorText(one);
    const tightness = one.kind === 'comparison' ? (model.dialect.tightness[operator] ?? 1) : 20;
    add(one.text, tightness, 0.8);
    for (const text of permuted(one)) add(text, tightness, 0.4);
    const opposite = model.dialect.opposites[operator];
    const [left, right] = one.parts.filter(({ field }) => field !== 'operator' && field !== 'operators');
    if (one.kind === 'comparison' && opposite !== undefined && left !== undefined && right !== undefined) {
      add(`${left.text} ${opposite} ${right.text}`, model.dialect.tightness[opposite] ?? 1, 0.6);
    } else if (one.kind !== 'comparison') {
      add(model.dialect.not({ text: one.text, tightness: 20 }).text, model.dialect.notTightness, 0.5);
    }
  }
  const near = variables(model, node).slice(0, 8);
  for (const one of near)
    for (const [text, tightness, weight] of alone(model, one)) add(text, tightness, weight * one.weight);
  for (const a of near) {
    for (const b of near)
      if (a !== b) for (const [text, weight] of together(model, a, b)) add(text, 7, weight * a.weight * b.weight);
  }
  for (const [text, tightness, weight] of elementTests(model, node, near)) add(text, tightness, weight);
  const all = [...found.values()].sort((a, b) => b.weight - a.weight).slice(0, 100);
  known.set(node, all);
  return all;
}

/** The same question of the same variables in other roles, and of the next numbers. */
function permuted(comparison: Syntax): string[] {
  if (comparison.kind !== 'comparison') return [];
  const names = [...comparison.walk()].filter((one) => one.kind === 'name' && one.field !== 'function' && isValue(one));
  const distinct = [...new Set(names.map(({ text }) => text))];
  const made: string[] = [];
  for (const turn of distinct.length < 2 || distinct.length > 3 ? [] : distinct.keys()) {
    if (turn === 0) continue;
    const role = new Map(distinct.map((name, i) => [name, distinct[(i + turn) % distinct.length] as string]));
    let text = '';
    let at = comparison.start;
    for (const name of names) {
      text += comparison.source.slice(at, name.start) + role.get(name.text);
      at = name.end;
    }
    made.push(text + comparison.source.slice(at, comparison.end));
  }
  const number = [...comparison.walk()].find((one) => one.kind === 'number' && /^\d+$/.test(one.text));
  if (number !== undefined) {
    for (const value of [Number(number.text) + 1, Number(number.text) - 1, Number(number.text) + 2]) {
      if (value < 0) continue;
      const { start, end, source } = comparison;
      made.push(source.slice(start, number.start) + String(value) + source.slice(number.end, end));
    }
  }
  return made;
}

/** Comparisons and yes-or-no calls of the function around a node. */
function asked(node: Syntax): Syntax[] {
  const home = functionOf(node);
  const found = expressionsAround(node).filter(({ kind }) => kind === 'comparison');
  if (home === undefined) return found;
  for (const one of home.walk()) {
    const condition = ['if', 'elif', 'while', 'filter', 'ternary'].includes(one.kind) ? conditionOf(one) : undefined;
    const plain = condition === undefined ? undefined : unparenthesized(condition);
    if (plain?.kind === 'call' || plain?.kind === 'member' || plain?.kind === 'index') found.push(plain);
  }
  return found;
}

/** Elements that the function reads, against one another, against variables and against zero. */
function elementTests(model: Model, node: Syntax, near: readonly Ingredient[]): Suggested[] {
  const { dialect, inference } = model;
  const elements = expressionsAround(node)
    .filter((one) => one.kind === 'index' && one.get('subscript')?.kind !== 'slice' && readableAt(model, one, node))
    .slice(0, 5);
  const compare = dialect.tightness[dialect.equal] ?? 7;
  const made: Suggested[] = [];
  for (const [rank, one] of elements.entries()) {
    const type = inference.typeOf(one);
    const others = [
      ...elements.slice(rank + 1).map(({ text }) => text),
      ...near.filter((other) => other.type === type && !one.text.includes(other.text)).map(({ text }) => text),
    ];
    for (const other of others)
      for (const [operator, weight] of [
        [dialect.equal, 0.3],
        [dialect.different, 0.3],
        ['<', 0.3],
        ['>', 0.3],
      ] as const)
        made.push([`${one.text} ${operator} ${other}`, dialect.tightness[operator] ?? compare, weight]);
    if (type === 'string') continue;
    for (const operator of [dialect.equal, '<', '>', dialect.different])
      made.push([`${one.text} ${operator} 0`, dialect.tightness[operator] ?? compare, 0.25]);
    made.push([`${one.text} % 2 ${dialect.equal} 0`, compare, 0.2]);
  }
  return made;
}

type Suggested = readonly [text: string, tightness: number, weight: number];

function alone(model: Model, { text, type }: Ingredient): Suggested[] {
  const { dialect } = model;
  const { equal, different } = dialect;
  const compare = dialect.tightness[equal] ?? 7;
  const number: Suggested[] = [
    [`${text} ${equal} 0`, compare, 0.6],
    [`${text} < 0`, compare, 0.5],
    [`${text} > 0`, compare, 0.5],
    [`${text} % 2 ${equal} 0`, compare, 0.4],
    [`${text} % 2 ${different} 0`, compare, 0.25],
    [`${text} ${equal} 1`, compare, 0.4],
    [`${text} > 1`, compare, 0.3],
    [`${text} < 2`, compare, 0.3],
    [`${text} <= 1`, compare, 0.3],
    [`${text} ${different} 0`, compare, 0.4],
    [`${text} >= 0`, compare, 0.3],
    [`${text} <= 0`, compare, 0.3],
    [`${text} ${equal} 2`, compare, 0.15],
  ];
  const size = dialect.length(text);
  const sized: Suggested[] = [
    [`${size} ${equal} 0`, compare, 0.7],
    [`${size} > 0`, compare, 0.5],
    [`${size} ${equal} 1`, compare, 0.3],
    [`${size} < 2`, compare, 0.3],
    [`${size} % 2 ${equal} 0`, compare, 0.2],
    [`${size} > 1`, compare, 0.3],
  ];
  const string: Suggested[] = [
    [`${text} ${different} ${quoted(model, '')}`, compare, 0.4],
    [`${text} ${equal} ${quoted(model, '')}`, compare, 0.4],
  ];
  const absent: Suggested[] =
    dialect.family === 'python'
      ? [
          [`${text} is None`, compare, 0.4],
          [`${text} is not None`, compare, 0.4],
        ]
      : [
          [`${text} === undefined`, compare, 0.4],
          [`${text} !== undefined`, compare, 0.4],
          [`${text} == null`, compare, 0.2],
        ];
  const truth: Suggested[] = [
    [text, 20, 0.5],
    [dialect.not({ text, tightness: 20 }).text, dialect.notTightness, 0.5],
  ];
  switch (type) {
    case 'number':
      return number;
    case 'boolean':
      return truth;
    case 'string':
      return [...sized, ...truth, ...string, ...stringTests(model, text)];
    case 'list':
    case 'sequence':
      // An empty array counts as true in ECMAScript.
      return dialect.family === 'python' ? [...sized, ...truth] : sized;
    case 'object':
    case 'function':
      return absent;
    default:
      return [
        ...truth,
        ...absent,
        ...number.map(([t, p, w]) => [t, p, w * 0.5] as const),
        ...stringTests(model, text).map(([t, p, w]) => [t, p, w * 0.5] as const),
      ];
  }
}

function stringTests(model: Model, text: string): Suggested[] {
  if (model.dialect.family !== 'python') return [];
  return ['isalpha', 'isdigit', 'isupper', 'islower', 'isspace', 'isalnum'].map(
    (name) => [`${text}.${name}()`, 20, 0.2] as const,
  );
}

/** Two collections compared by how much is in them. */
function sizes({ dialect }: Model, a: Ingredient, b: Ingredient): (readonly [string, number])[] {
  if (dialect.family === 'ecmascript' && (a.type === 'object' || b.type === 'object')) return [];
  const [left, right] = [dialect.length(a.text), dialect.length(b.text)];
  const less = [`${left} < ${right}`, 0.2] as const;
  if (a.text > b.text) return [less];
  return [less, [`${left} ${dialect.equal} ${right}`, 0.15], [`${left} ${dialect.different} ${right}`, 0.35]];
}

function together(model: Model, a: Ingredient, b: Ingredient): (readonly [string, number])[] {
  const { equal, different, family } = model.dialect;
  if (a.type === 'number' && b.type === 'number') {
    const once = a.text < b.text;
    return [
      [`${a.text} < ${b.text}`, 0.5],
      [`${a.text} <= ${b.text}`, 0.4],
      [`${a.text} % ${b.text} ${equal} 0`, 0.25],
      ...(once
        ? ([
            [`${a.text} ${equal} ${b.text}`, 0.4],
            [`${a.text} ${different} ${b.text}`, 0.4],
          ] as const)
        : []),
    ];
  }
  if (b.type === 'list' || b.type === 'object' || b.type === 'sequence' || b.type === 'string') {
    if (a.type === 'list' || a.type === 'object') return sizes(model, a, b);
    if (family === 'python')
      return [
        [`${a.text} in ${b.text}`, 0.35],
        [`${a.text} not in ${b.text}`, 0.35],
      ];
    return b.type === 'object'
      ? []
      : [
          [`${b.text}.includes(${a.text})`, 0.35],
          [`!${b.text}.includes(${a.text})`, 0.35],
        ];
  }
  if (a.text < b.text && a.type === b.type)
    return [
      [`${a.text} ${equal} ${b.text}`, 0.3],
      [`${a.text} ${different} ${b.text}`, 0.3],
    ];
  return [];
}
