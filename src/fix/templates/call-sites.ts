import type { Model } from './model.ts';
import type { Syntax } from './tree.ts';

const callsKnown = new WeakMap<Model, ReadonlyMap<string, readonly Syntax[]>>();

/** Argument lists by the text of what is called. */
export function callsOf(model: Model): ReadonlyMap<string, readonly Syntax[]> {
  const known = callsKnown.get(model);
  if (known !== undefined) return known;
  const made = new Map<string, Syntax[]>();
  for (const one of model.root.walk()) {
    const name = one.kind === 'arguments' ? calledBy(one) : undefined;
    if (name !== undefined) made.set(name, [...(made.get(name) ?? []), one]);
  }
  callsKnown.set(model, made);
  return made;
}

/** The text of what is called with these arguments. */
export function calledBy(node: Syntax): string | undefined {
  return node.parent?.get('function', 'constructor')?.text;
}
