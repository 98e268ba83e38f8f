import type { Binding } from './bindings.ts';
import { isOperation, literalKinds } from './expressions.ts';
import { importedValues, isForgotten } from './imports.ts';
import { functionKinds } from './kinds.ts';
import { type Model, scopeAt, variablesAt } from './model.ts';
import { functionOf } from './statements.ts';
import type { Syntax } from './tree.ts';
import { compatible, type ValueType } from './value-type.ts';
import { isValue } from './values.ts';

/** A piece of code to build with, and how likely it is, in (0, 1]. */
export interface Ingredient {
  readonly text: string;
  readonly weight: number;
  readonly type: ValueType;
  /** Nobody reads the variable, so it may be what is missing; of its type nothing is known then. */
  readonly unread?: boolean;
}

/** Variables and small constants of a type that can be used at a node. Variables that are used near come first. */
export function atomsOf(model: Model, node: Syntax, type: ValueType): Ingredient[] {
  const atoms: Ingredient[] = [];
  for (const { text, weight, type: own, unread } of variables(model, node)) {
    const sure = own !== 'unknown' || unread ? 1 : 0.5;
    if (compatible(type, own)) atoms.push({ text, weight: sure * weight, type: own });
    if (type === 'number' && (own === 'list' || own === 'sequence' || own === 'string')) {
      atoms.push({ text: model.dialect.length(text), weight: weight * 0.6, type: 'number' });
    }
  }
  if (type === 'number') {
    for (const [text, weight] of [
      ['1', 0.9],
      ['2', 0.8],
      ['10', 0.2],
    ] as const)
      atoms.push({ text, weight, type });
  }
  if (type === 'string') {
    for (const [content, weight] of [
      [' ', 0.6],
      ...model.hints.strings.slice(0, 4).map((one) => [one, 0.5] as const),
    ] as const) {
      if (content !== '') atoms.push({ text: quoted(model, content), weight, type });
    }
  }
  return atoms;
}

const variablesKnown = new WeakMap<Syntax, Ingredient[]>();

/** Variables visible at a node, the nearest used first. */
export function variables(model: Model, node: Syntax): Ingredient[] {
  const known = variablesKnown.get(node);
  if (known !== undefined) return known;
  const values = new Set(importedValues(model));
  const visible = scopeAt(model, node).filter((one) => values.has(one));
  const made = [...variablesAt(model, node), ...visible].map((binding) => {
    const far = binding.region.kind === 'program' && !isForgotten(model, binding) ? 0.4 : 1;
    const distance = Math.abs(node.line - binding.node.line);
    const unread = binding.origin === 'import' ? isForgotten(model, binding) : isUnread(model, binding);
    const near = unread ? 1 : binding.origin === 'parameter' ? 0.9 : 1 / (1 + distance / 20);
    return { text: binding.name, weight: far * near, type: model.inference.typeOfBinding(binding), unread };
  });
  made.sort((a, b) => b.weight - a.weight);
  variablesKnown.set(node, made);
  return made;
}

const unreadKnown = new WeakMap<Model, ReadonlyMap<string, readonly Binding[]>>();

/** Local and imported names that nothing reads, by name: what a repair reads them for is what was forgotten. */
export function unreadBindings(model: Model): ReadonlyMap<string, readonly Binding[]> {
  const known = unreadKnown.get(model);
  if (known !== undefined) return known;
  const found = new Map<string, Binding[]>();
  for (const one of model.bindings) {
    const local = !['program', 'class'].includes(one.region.kind) && one.origin !== 'import';
    const unread = local ? !one.name.startsWith('_') && isUnread(model, one) : isForgotten(model, one);
    if (unread) found.set(one.name, [...(found.get(one.name) ?? []), one]);
  }
  unreadKnown.set(model, found);
  return found;
}

const readsKnown = new WeakMap<Model, ReadonlyMap<string, readonly Syntax[]>>();

/** Nothing reads the binding where it can be seen. */
function isUnread(model: Model, { name, region }: Binding): boolean {
  let reads = readsKnown.get(model);
  if (reads === undefined) {
    const made = new Map<string, Syntax[]>();
    for (const one of model.root.walk()) {
      if (one.kind === 'name' && isValue(one)) made.set(one.text, [...(made.get(one.text) ?? []), one]);
    }
    reads = made;
    readsKnown.set(model, reads);
  }
  return !(reads.get(name) ?? []).some((one) => region.contains(one));
}

/** A string literal as the file writes them. */
export function quoted(model: Model, content: string): string {
  const { quote } = model.style;
  const escaped =
    content.includes(quote) && !content.includes(`\\${quote}`) ? content.replaceAll(quote, `\\${quote}`) : content;
  return `${quote}${escaped}${quote}`;
}

const poolsKnown = new WeakMap<Syntax, Syntax[]>();

/** Distinct composed expressions of the function around a node (or of the file, outside functions). */
export function expressionsAround(node: Syntax): Syntax[] {
  const home = functionOf(node) ?? topOf(node);
  const outer = functionOf(home) ?? home;
  const known = poolsKnown.get(outer);
  if (known !== undefined) return known;
  const seen = new Map<string, Syntax>();
  for (const one of outer.walk()) {
    if (!isValue(one) || literalKinds.has(one.kind) || one.kind === 'name' || one.kind === 'parenthesized') continue;
    if (one.end - one.start > 60 || seen.has(one.text)) continue;
    seen.set(one.text, one);
  }
  const pool = [...seen.values()];
  poolsKnown.set(outer, pool);
  return pool;
}

function topOf(node: Syntax): Syntax {
  let top = node;
  for (const outer of node.ancestors()) top = outer;
  return top;
}

/** Every name that an expression reads can be read at the node as well. */
export function readableAt(model: Model, one: Syntax, node: Syntax): boolean {
  const visible = visibleAt(model, node);
  const locals = localNames(model);
  let own: ReadonlySet<string> | undefined;
  for (const inner of one.walk()) {
    if (inner.kind !== 'name' || !locals.has(inner.text) || visible.has(inner.text)) continue;
    own ??= new Set(model.bindings.filter(({ region }) => one.contains(region)).map(({ name }) => name));
    if (!own.has(inner.text)) return false;
  }
  return true;
}

const visibleKnown = new WeakMap<Syntax, ReadonlySet<string>>();

function visibleAt(model: Model, node: Syntax): ReadonlySet<string> {
  const known = visibleKnown.get(node);
  if (known !== undefined) return known;
  const names = new Set(scopeAt(model, node).map(({ name }) => name));
  visibleKnown.set(node, names);
  return names;
}

const localsKnown = new WeakMap<Model, ReadonlySet<string>>();

/** Names that some function of the file binds for itself. */
function localNames(model: Model): ReadonlySet<string> {
  const known = localsKnown.get(model);
  if (known !== undefined) return known;
  const bound = model.bindings.filter(
    ({ origin, region }) =>
      region.kind !== 'program' && (origin === 'local' || origin === 'loop' || origin === 'parameter'),
  );
  const names = new Set(bound.map(({ name }) => name));
  localsKnown.set(model, names);
  return names;
}

/** What the functions around a node return, in their own words, for returns that are missing. */
export function returnsAround(model: Model, node: Syntax): Ingredient[] {
  const home = functionOf(node);
  if (home === undefined) return [];
  const texts = new Map<string, Ingredient>();
  const add = (text: string, weight: number, type: ValueType): void => {
    if (!texts.has(text)) texts.set(text, { text, weight, type });
  };
  const types = new Set<ValueType>();
  for (const one of home.walk()) {
    if (one.kind !== 'return' || functionOf(one) !== home || one.parts[0] === undefined) continue;
    const value = one.parts[0];
    const type = model.inference.typeOf(value);
    types.add(type);
    if (value.end - value.start <= 40 && readableAt(model, value, node)) add(value.text, 1, type);
  }
  const { dialect } = model;
  const known = types.size === 1 ? [...types][0] : undefined;
  const constants: readonly (readonly [string, number, ValueType])[] = [
    [dialect.true, 0.7, 'boolean'],
    [dialect.false, 0.8, 'boolean'],
    ['0', 0.6, 'number'],
    ['1', 0.5, 'number'],
    ['-1', 0.5, 'number'],
    [quoted(model, ''), 0.5, 'string'],
    ['[]', 0.6, 'list'],
    [dialect.null, 0.5, 'unknown'],
    ['{}', 0.2, 'object'],
    [dialect.family === 'python' ? 'None' : 'undefined', 0.3, 'unknown'],
  ];
  for (const [text, weight, type] of constants) {
    if (known === undefined || known === 'unknown' || type === 'unknown' || compatible(known, type)) {
      add(text, known === type ? weight : weight * 0.5, type);
    }
  }
  for (const { text, weight, type } of variables(model, node)) {
    if (known === undefined || compatible(known, type)) add(text, weight * 0.6, type);
  }
  return [...texts.values()];
}

/** Functions do not count as conditions or values to compare. */
export function isComposed(node: Syntax): boolean {
  return isOperation(node) || (!functionKinds.has(node.kind) && node.parts.length > 0);
}
