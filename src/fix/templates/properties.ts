import { type Model, scopeAt, variablesAt } from './model.ts';
import { readableAt, unreadBindings } from './pool.ts';
import { functionOf } from './statements.ts';
import { changing, type Proposal, type Template } from './template.ts';
import type { Syntax } from './tree.ts';

const mostProperties = 40;
const longestValue = 60;
const settings = /opt|config|prop|rest|param|arg|attr|init|default|extra|override|context/i;
const constants: readonly (readonly [text: string, weight: number])[] = [
  ['true', 0.6],
  ['false', 0.6],
  ['null', 0.4],
  ['{}', 0.3],
  ['[]', 0.3],
  ["''", 0.3],
  ['0', 0.3],
  ['1', 0.2],
  ['Object.create(null)', 0.15],
];

function keyOf(part: Syntax): string | undefined {
  return part.type === 'shorthand_property_identifier' ? part.text : part.get('key', 'name')?.text;
}

function keysOf(node: Syntax): string[] {
  return node.parts.flatMap((part) => keyOf(part) ?? []);
}

const literalsKnown = new WeakMap<Model, readonly Syntax[]>();

function literalsOf(model: Model): readonly Syntax[] {
  const known = literalsKnown.get(model);
  if (known !== undefined) return known;
  const made = [...model.root.walk()].filter(({ type, parts }) => type === 'object' && parts.length <= mostProperties);
  literalsKnown.set(model, made);
  return made;
}

const readsKnown = new WeakMap<Model, ReadonlyMap<string, ReadonlySet<string>>>();

/** Properties that a file reads of each name. */
function readsOf(model: Model): ReadonlyMap<string, ReadonlySet<string>> {
  const known = readsKnown.get(model);
  if (known !== undefined) return known;
  const made = new Map<string, Set<string>>();
  for (const one of model.root.walk()) {
    if (one.kind !== 'member' || (one.parent?.kind === 'call' && one.field === 'function')) continue;
    const [object, property] = [one.get('object'), one.get('property')?.text];
    if (object?.kind === 'name' && property !== undefined)
      made.set(object.text, (made.get(object.text) ?? new Set()).add(property));
  }
  readsKnown.set(model, made);
  return made;
}

/** Properties that are read of what the literal is bound to. */
function readOf({ parent }: Syntax, model: Model): ReadonlySet<string> {
  const name = (parent?.kind === 'assignment' ? parent.get('left') : parent?.get('name'))?.text ?? '';
  return readsOf(model).get(name) ?? new Set();
}

/** What the literal may lack, as it would be written. */
function* lacking(node: Syntax, model: Model): Generator<readonly [text: string, weight: number]> {
  const own = new Set(keysOf(node));
  for (const one of literalsOf(model)) {
    const keys = one === node ? [] : keysOf(one);
    const shared = keys.filter((key) => own.has(key)).length;
    if (shared === 0 || 2 * shared < own.size) continue;
    for (const part of one.parts) {
      const key = keyOf(part);
      const short = part.end - part.start <= longestValue;
      if (key !== undefined && !own.has(key) && short && readableAt(model, part, node)) yield [part.text, 0.8];
    }
  }
  const visible = new Set(variablesAt(model, node).map(({ name }) => name));
  for (const name of readOf(node, model)) {
    if (own.has(name)) continue;
    if (visible.has(name)) yield [name, 1];
    for (const [text, weight] of constants) yield [`${name}: ${text}`, weight];
  }
  const unread = unreadBindings(model);
  for (const binding of scopeAt(model, node))
    if (unread.get(binding.name)?.includes(binding) && !own.has(binding.name)) yield [binding.name, 0.8];
}

/** Parameters whose own properties were meant to be taken over. */
function* takenOver(node: Syntax, model: Model): Generator<readonly [text: string, weight: number]> {
  const home = functionOf(node);
  for (const { origin, region, name } of model.bindings) {
    if (origin !== 'parameter' || region !== home || node.parts.some(({ text }) => text === `...${name}`)) continue;
    yield [`...${name}`, settings.test(name) ? 0.8 : 0.1];
  }
}

function* propertyAdded(node: Syntax, model: Model): Generator<Proposal> {
  if (node.type !== 'object' || node.parts.length > mostProperties) return;
  const last = node.parts.at(-1);
  if (last === undefined) {
    for (const [text, weight] of [...lacking(node, model), ...takenOver(node, model)])
      yield changing(weight, { start: node.start, end: node.end, text: `{ ${text} }` });
    return;
  }
  const texts = new Set<string>();
  const behind = (text: string, weight: number): Proposal =>
    changing(weight, { start: last.end, end: last.end, text: `, ${text}` });
  for (const [text, weight] of lacking(node, model)) {
    if (texts.has(text)) continue;
    texts.add(text);
    // Behind those that are taken over, it would stand for all of them.
    if (last.kind === 'spread') yield changing(weight, { start: last.start, end: last.start, text: `${text}, ` });
    yield behind(text, last.kind === 'spread' ? 0.3 * weight : weight);
  }
  for (const [text, weight] of takenOver(node, model)) yield behind(text, weight);
}

export const propertyTemplates: readonly Template[] = [
  {
    id: 'missing-property',
    summary: 'a property that is read, that literals like it have, or that a parameter brings along',
    weight: 0.25,
    kinds: ['object'],
    propose: propertyAdded,
  },
];
