import { memberUpdates, stateUpdates, type Update } from './bookkeeping.ts';
import { conditionsAt } from './comparisons.ts';
import { conditionOf } from './expressions.ts';
import { type Model, scopeAt } from './model.ts';
import { type Ingredient, readableAt, variables } from './pool.ts';
import {
  after,
  before,
  bodyOf,
  functionOf,
  isDocstring,
  isListed,
  leaves,
  loopAround,
  siblingsOf,
  styleAt,
} from './statements.ts';
import { changing, type Proposal, replacing, type Template } from './template.ts';
import type { Syntax } from './tree.ts';
import { isValue } from './values.ts';

const updatesKnown = new WeakMap<Syntax, Update[]>();

/** What a variable was made from, or is asked for, says how something is put into it. */
function waysToAdd(model: Model, name: string, home: Syntax): string[] {
  const python = model.dialect.family === 'python';
  const text = home.text.replaceAll('\n', ' ');
  const used = (method: string): boolean => text.includes(`${name}.${method}(`);
  const made = model.bindings.find((one) => one.name === name && one.value !== undefined)?.value?.text ?? '';
  if (/^(set\(|new Set|\{[^:]+\}$)/.test(made) || used('add')) return ['add'];
  if (used('appendleft')) return ['appendleft', 'append'];
  if (used('unshift')) return ['unshift', 'push'];
  if (python) return /^(\[|list\(|deque\(|collections\.deque)/.test(made) || used('append') ? ['append', 'extend'] : [];
  return /^(\[|new Array|Array)/.test(made) || used('push') ? ['push'] : [];
}

/** How something is taken out of a variable again; `$` stands for what. */
function waysToRemove(model: Model, name: string, home: Syntax): string[] {
  const python = model.dialect.family === 'python';
  const made = model.bindings.find((one) => one.name === name && one.value !== undefined)?.value?.text ?? '';
  switch (waysToAdd(model, name, home)[0]) {
    case 'add':
      return [python ? `${name}.discard($)` : `${name}.delete($)`];
    case 'append':
      return [`${name}.remove($)`];
    case 'push':
      return [`${name}.splice(${name}.indexOf($), 1)`];
    default:
      if (python) return /^(\{\}|dict\(|defaultdict|OrderedDict)/.test(made) ? [`${name}.pop($, None)`] : [];
      return /^new Map/.test(made) ? [`${name}.delete($)`] : [];
  }
}

/** Statements that bring a variable up to date with another: put in, taken out, added up, taken over. */
export function updatesAt(model: Model, node: Syntax): Update[] {
  const known = updatesKnown.get(node);
  if (known !== undefined) return known;
  const home = functionOf(node);
  const made: Update[] = [];
  if (home !== undefined) {
    const near = variables(model, node).slice(0, 10);
    for (const target of near) {
      const ways = waysToAdd(model, target.text, home);
      for (const value of near) {
        if (value === target) continue;
        const likely = target.weight * value.weight;
        for (const [rank, way] of ways.entries())
          made.push({ text: `${target.text}.${way}(${value.text})`, weight: likely / (1 + rank) });
        for (const way of waysToRemove(model, target.text, home))
          made.push({ text: way.replace('$', () => value.text), weight: 0.3 * likely });
        made.push(...accumulations(model, home, target, value, likely));
      }
    }
    made.push(...memberUpdates(model, node, near), ...stateUpdates(model, node));
  }
  const all = made.sort((a, b) => b.weight - a.weight).slice(0, 40);
  updatesKnown.set(node, all);
  return all;
}

function accumulations(model: Model, home: Syntax, target: Ingredient, value: Ingredient, likely: number): Update[] {
  const local = model.bindings.some(
    ({ name, origin, region }) => name === target.text && origin === 'local' && region === home,
  );
  const additive = target.type === 'number' || target.type === 'string';
  if (target.type !== 'unknown' && value.type !== 'unknown' && target.type !== value.type) return [];
  const made: Update[] = [];
  if (additive) {
    const sure = target.type === value.type || value.unread ? 1 : 0.6;
    made.push({ text: `${target.text} += ${value.text}`, weight: 0.5 * sure * likely });
    if (target.type === 'number') made.push({ text: `${target.text} *= ${value.text}`, weight: 0.2 * sure * likely });
  }
  if (local || target.type === value.type)
    made.push({ text: `${target.text} = ${value.text}`, weight: (local ? 0.4 : 0.15) * likely });
  return made;
}

function* inserted(node: Syntax, model: Model): Generator<Proposal> {
  if (!isListed(node) || isDocstring(node) || functionOf(node) === undefined) return;
  const style = styleAt(model, node);
  const all = siblingsOf(node);
  const looped = loopAround(node) === undefined ? 0.5 : 1;
  for (const { text, weight } of updatesAt(model, node)) {
    const statement = model.dialect.simple(text, style);
    // Where nothing was to be done, something was.
    if (node.kind === 'continue' || node.type === 'pass_statement') yield replacing(node, statement, weight);
    if (!leaves(node)) yield changing(looped * weight, after(node, statement, style));
    if (all[0] === node || leaves(node)) yield changing(0.7 * looped * weight, before(node, statement, style));
  }
}

const looksAhead = /\[(\w+) \+ 1\]/g;

/** Who looked at the next element goes past it. */
function* skipped(node: Syntax, model: Model): Generator<Proposal> {
  const loop = loopAround(node);
  const owner = node.parent?.parent?.kind;
  if (!isListed(node) || loop === undefined || leaves(node) || (owner !== 'if' && owner !== 'elif')) return;
  if (loop.kind !== 'for' && loop.kind !== 'while') return;
  const style = styleAt(model, node);
  for (const counter of new Set([...loop.text.matchAll(looksAhead)].map(([, name = '']) => name))) {
    const step = loop.text.includes(`${counter}++`) ? `${counter}++` : `${counter} += 1`;
    if (siblingsOf(node).at(-1) === node) yield changing(1, after(node, model.dialect.simple(step, style), style));
  }
}

/** The same under a condition; constants and separators are added up that way, too. */
function* insertedUnder(node: Syntax, model: Model): Generator<Proposal> {
  const home = functionOf(node);
  if (!isListed(node) || isDocstring(node) || home === undefined) return;
  const style = styleAt(model, node);
  const locals = variables(model, node).filter(({ text }) =>
    model.bindings.some(({ name, origin, region }) => name === text && origin === 'local' && home.contains(region)),
  );
  const { quote } = model.style;
  const steps = locals.slice(0, 4).flatMap(({ text, type, weight }) => {
    if (type === 'number') return [{ text: `${text} += 1`, weight }];
    return type === 'string' ? [{ text: `${text} += ${quote} ${quote}`, weight }] : [];
  });
  const updates = [...steps, ...updatesAt(model, node).slice(0, 6)];
  for (const { text, weight } of updates) {
    for (const condition of conditionsAt(model, node).slice(0, 16)) {
      const body = model.dialect.guard(condition.text, model.dialect.simple(text, style), style);
      yield changing(weight * condition.weight, before(node, body, style));
      if (siblingsOf(node).at(-1) === node && !leaves(node))
        yield changing(0.7 * weight * condition.weight, after(node, body, style));
    }
  }
}

/** What a loop gathers is put away within the loop only: the last of it is left when the loop ends. */
function* flushed(node: Syntax, model: Model): Generator<Proposal> {
  const body = bodyOf(node);
  if (body === undefined || !isListed(node)) return;
  const style = styleAt(model, node);
  const names = new Set(scopeAt(model, node).map(({ name }) => name));
  for (const statement of body.walk()) {
    const [call] = statement.parts;
    const [value, ...more] = call?.get('arguments')?.parts ?? [];
    const gathers =
      statement.kind === 'statement' && call?.kind === 'call' && value?.kind === 'name' && more.length === 0;
    if (!gathers || !names.has(value.text) || !readableAt(model, statement, node)) continue;
    const type = model.inference.typeOf(value);
    const left = type === 'number' ? `${value.text} > 0` : model.dialect.family === 'python' ? value.text : undefined;
    const asked = left ?? (type === 'list' ? `${value.text}.length > 0` : `${value.text} !== ''`);
    yield changing(1, after(node, model.dialect.guard(asked, model.dialect.simple(call.text, style), style), style));
    yield changing(0.7, after(node, model.dialect.simple(call.text, style), style));
  }
}

/** A loop whose condition nothing in its body touches lacks the step. */
function* progress(node: Syntax, model: Model): Generator<Proposal> {
  const condition = conditionOf(node);
  const body = bodyOf(node);
  const last = body?.kind === 'block' ? body.parts.findLast(({ kind }) => kind !== 'comment') : undefined;
  const first = body?.parts[0];
  if (condition === undefined || body === undefined || last === undefined || first === undefined) return;
  const written = new Set(
    [...body.walk()].flatMap((one) => {
      const target = one.get('left', 'argument');
      if (['assignment', 'augmented', 'update'].includes(one.kind) && target !== undefined)
        return [...target.walk()].map(({ text }) => text);
      return one.kind === 'call' ? [one.get('function')?.get('object')?.text ?? ''] : [];
    }),
  );
  const asked = [...condition.walk()].filter((one) => one.kind === 'name' && isValue(one) && one.field !== 'function');
  const names = [...new Set(asked.map(({ text }) => text))];
  const stuck = names.filter((name) => !written.has(name));
  const sure = stuck.length === names.length ? 1 : 0.25;
  const python = model.dialect.family === 'python';
  for (const { text, type } of variables(model, first)) {
    if (!stuck.includes(text)) continue;
    const ways: (readonly [string, number])[] = [];
    if (type === 'number' || type === 'unknown')
      ways.push(
        [`${text} += 1`, 1],
        [`${text} -= 1`, 0.9],
        [python ? `${text} //= 2` : `${text} = Math.floor(${text} / 2)`, 0.3],
      );
    if (type === 'list' || type === 'unknown')
      ways.push([`${text}.pop()`, 0.4], [python ? `${text}.pop(0)` : `${text}.shift()`, 0.4]);
    if (type === 'unknown' || type === 'object') ways.push([`${text} = ${text}.next`, 0.3]);
    for (const [way, weight] of ways) {
      const likely = sure * weight * (type === 'unknown' ? 0.6 : 1);
      const at = styleAt(model, last);
      if (!leaves(last)) yield changing(likely, after(last, model.dialect.simple(way, at), at));
      yield changing(0.5 * likely, before(first, model.dialect.simple(way, at), at));
    }
  }
}

export const updateTemplates: readonly Template[] = [
  {
    id: 'insert-update',
    summary: 'a variable put into a collection, added to another, or taken over',
    weight: 0.12,
    kinds: ['statement', 'if', 'for', 'foreach', 'while', 'declaration', 'return', 'continue'],
    propose: inserted,
  },
  {
    id: 'insert-conditional',
    summary: 'such an update, or a step, under a condition',
    weight: 0.06,
    kinds: ['statement', 'if', 'for', 'foreach', 'while', 'declaration', 'return'],
    propose: insertedUnder,
  },
  {
    id: 'flush',
    summary: 'what is left when a loop ends put away as the loop does',
    weight: 0.25,
    kinds: ['for', 'foreach', 'while'],
    propose: flushed,
  },
  {
    id: 'skip-element',
    summary: 'the counter goes past an element that was looked at ahead',
    weight: 0.2,
    kinds: ['statement'],
    propose: skipped,
  },
  {
    id: 'loop-progress',
    summary: 'the step of a loop whose condition nothing in it changes',
    weight: 0.4,
    kinds: ['while'],
    propose: progress,
  },
];
