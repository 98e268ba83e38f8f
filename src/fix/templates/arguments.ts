import { calledBy, callsOf } from './call-sites.ts';
import { calleeName } from './infer.ts';
import { type Model, variablesAt } from './model.ts';
import { readableAt, unreadBindings } from './pool.ts';
import { similarity } from './similarity.ts';
import { functionOf } from './statements.ts';
import { change, changing, type Proposal, type Template } from './template.ts';
import type { Syntax } from './tree.ts';

/** Calls of the same thing are many in some files: those nearest by are asked. */
const mostCalls = 12;
const longestArgument = 80;
/** Names of functions of one family. */
const leastAlike = 0.4;

function isPositional({ kind }: Syntax): boolean {
  return kind !== 'keyword' && kind !== 'spread' && kind !== 'clause';
}

/** Adds an argument before the one at `at`, or behind the last; one without a name before those that have one. */
function inserting(node: Syntax, at: number, text: string, weight: number): Proposal | undefined {
  const named = node.parts.findIndex(({ kind }) => kind === 'keyword');
  const place = named >= 0 && !/^\w+\s*=/.test(text) ? Math.min(at, named) : at;
  const next = node.parts[place];
  const last = node.parts.at(-1);
  if (next !== undefined) return changing(weight, { start: next.start, end: next.start, text: `${text}, ` });
  if (last !== undefined) return changing(weight, { start: last.end, end: last.end, text: `, ${text}` });
  const open = node.children.find(({ type }) => type === '(');
  return open === undefined ? undefined : changing(weight, { start: open.end, end: open.end, text });
}

/** What other calls of the same function are given and this one is not. */
function* givenElsewhere(node: Syntax, model: Model): Generator<readonly [at: number, text: string, weight: number]> {
  const own = node.parts;
  const name = calledBy(node);
  const others = (name === undefined ? undefined : callsOf(model).get(name)) ?? [];
  const near = others
    .filter((one) => one !== node)
    .sort((a, b) => Math.abs(a.line - node.line) - Math.abs(b.line - node.line));
  const texts = new Set(own.map(({ text }) => text));
  for (const { parts } of near.slice(0, mostCalls)) {
    for (const [at, one] of parts.entries()) {
      if (texts.has(one.text) || one.end - one.start > longestArgument || !readableAt(model, one, node)) continue;
      if (one.kind === 'keyword') {
        const names = own.map((argument) => argument.get('name')?.text);
        if (!names.includes(one.get('name')?.text)) yield [own.length, one.text, 1];
      } else if (isPositional(one) && at <= own.length && parts.length > own.length) {
        yield [at, one.text, at === own.length ? 1 : 0.4];
      }
    }
  }
}

const alikeKnown = new WeakMap<Model, Map<string, readonly { readonly call: Syntax; readonly alike: number }[]>>();

/** Argument lists of calls of something similarly named, but not the same. */
function callsAlike(model: Model, name: string): readonly { readonly call: Syntax; readonly alike: number }[] {
  const known = alikeKnown.get(model) ?? new Map<string, readonly { call: Syntax; alike: number }[]>();
  alikeKnown.set(model, known);
  let found = known.get(name);
  if (found === undefined) {
    found = [...callsOf(model).values()].flatMap((calls) => {
      const parent = calls[0]?.parent;
      const other = parent === undefined ? '' : calleeName(parent);
      const alike = other === name ? 0 : similarity(other, name);
      return alike < leastAlike ? [] : calls.map((call) => ({ call, alike }));
    });
    known.set(name, found);
  }
  return found;
}

/**
 * What calls of something similarly named are given: the flag that all of the family take. Calls of other functions are
 * of the family only where they are given the same otherwise.
 */
function* givenToAlike(node: Syntax, model: Model): Generator<readonly [at: number, text: string, weight: number]> {
  const home = functionOf(node);
  const name = node.parent === undefined ? '' : calleeName(node.parent);
  if (home === undefined || name === '') return;
  const own = new Set(node.parts.map((one) => (one.get('name') ?? one).text));
  let tried = 0;
  for (const { call, alike } of callsAlike(model, name)) {
    const near = home.contains(call);
    if (!near && call.parts.filter(({ text }) => own.has(text)).length < 2) continue;
    for (const part of call.parts) {
      const handed = part.kind === 'name' || part.kind === 'keyword';
      if (handed && !own.has((part.get('name') ?? part).text) && readableAt(model, part, node))
        yield [node.parts.length, part.text, (near ? 0.8 : 0.5) * alike];
    }
    tried += 1;
    if (tried === mostCalls) return;
  }
}

/** Names of the parameters of a function of the file, in order. */
function parametersOf(model: Model, name: string): readonly string[] {
  const found = model.functions.find((one) => one.name === name);
  if (found === undefined) return [];
  return model.bindings
    .filter(
      ({ origin, region, node }) =>
        origin === 'parameter' && region.start >= found.start && region.end <= found.end && functionOf(node) === region,
    )
    .filter(({ region }, _, [first]) => region === first?.region)
    .map((one) => one.name)
    .filter((one) => one !== 'self' && one !== 'cls');
}

/** A variable of the name of a parameter that is given nothing. */
function* givenByName(node: Syntax, model: Model): Generator<readonly [at: number, text: string, weight: number]> {
  const own = node.parts.map(({ text }) => text);
  const parameters = node.parent === undefined ? [] : parametersOf(model, calleeName(node.parent));
  if (parameters.length <= own.length) return;
  const visible = new Set(variablesAt(model, node).map(({ name }) => name));
  for (const [at, name] of parameters.entries()) {
    if (at > own.length || own.includes(name) || !visible.has(name)) continue;
    yield [at, name, at === own.length || parameters[at + 1] === own[at] ? 1 : 0.4];
  }
}

/** A parameter of the function around the call that nothing reads, or its last one, handed on. */
function* handedOn(node: Syntax, model: Model): Generator<readonly [at: number, text: string, weight: number]> {
  const home = functionOf(node);
  const own = new Set(node.parts.map(({ text }) => text));
  // Those that gather what else is given are values of their own kind.
  const parameters = model.bindings.filter(
    (one) => one.origin === 'parameter' && one.region === home && !/splat|rest/.test(one.node.parent?.type ?? ''),
  );
  const unread = unreadBindings(model);
  for (const one of parameters) {
    if (own.has(one.name) || one.name === 'self' || one.name === 'cls') continue;
    if (unread.get(one.name)?.includes(one)) yield [node.parts.length, one.name, 0.7];
    else if (one === parameters.at(-1) && parameters.length > 1) yield [node.parts.length, one.name, 0.25];
  }
}

function* argumentOfOthers(node: Syntax, model: Model): Generator<Proposal> {
  if (node.parts.some(({ kind }) => kind === 'clause' || kind === 'spread')) return;
  const seen = new Set<string>();
  for (const ways of [givenByName, givenElsewhere, givenToAlike, handedOn]) {
    for (const [at, text, weight] of ways(node, model)) {
      const key = `${at} ${text}`;
      const proposal = seen.has(key) ? undefined : inserting(node, at, text, weight);
      seen.add(key);
      if (proposal !== undefined) yield proposal;
    }
  }
}

/** Of arguments that stand where a parameter of their name does: to take them from there. */
const rightPlaceShare = 0.1;

function* argumentsChanged(node: Syntax, model: Model): Generator<Proposal> {
  const args = node.parts;
  const parameters = node.parent === undefined ? [] : parametersOf(model, calleeName(node.parent));
  const placed = (at: number, from: number): number => (parameters[at] === args[from]?.text ? 1 : 0);
  for (const [at, one] of args.entries()) {
    const next = args[at + 1];
    const positional = isPositional(one) && next !== undefined && next.kind !== 'keyword';
    const worse = placed(at, at) + placed(at + 1, at + 1) > placed(at, at + 1) + placed(at + 1, at);
    if (positional && one.text !== next.text)
      yield changing(worse ? rightPlaceShare : 1, change(one, next.text), change(next, one.text));
  }
  for (const [at, one] of args.entries()) {
    const [previous, next] = [args[at - 1], args[at + 1]];
    const weight = placed(at, at) > 0 ? 0.2 : 0.6;
    if (next !== undefined) yield changing(weight, { start: one.start, end: next.start, text: '' });
    else if (previous !== undefined) yield changing(weight, { start: previous.end, end: one.end, text: '' });
    else if (one.kind !== 'clause') yield changing(0.2, change(one, ''));
  }
}

export const argumentTemplates: readonly Template[] = [
  {
    id: 'argument-of-others',
    summary: 'an argument added that other calls have, that the parameter is named after, or that is handed on',
    weight: 0.35,
    kinds: ['arguments'],
    propose: argumentOfOthers,
  },
  {
    id: 'argument-order',
    summary: 'arguments exchanged or one left out',
    weight: 0.25,
    kinds: ['arguments'],
    propose: argumentsChanged,
  },
];
