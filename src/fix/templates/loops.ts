import { binary, conditionOf, expression, literalKinds, placed } from './expressions.ts';
import { type Model, variablesAt } from './model.ts';
import { after, before, bodyOf, functionOf, isListed, leaves, loopAround, siblingsOf, styleAt } from './statements.ts';
import { changing, type Proposal, replacing, type Template } from './template.ts';
import type { Syntax } from './tree.ts';

/** Of what is not set back where another is; of what the end of a branch uses up, and of what it does not name. */
const besideShare = 1;
const usedShare = 0.7;
const elsewhereShare = 0.25;

interface Assigned {
  readonly target: Syntax;
  /** Undefined where it is counted or added up. */
  readonly value: Syntax | undefined;
}

const assignedKnown = new WeakMap<Syntax, readonly Assigned[]>();

/** What is assigned to names in a function, where they are declared included. */
function assignedIn(home: Syntax): readonly Assigned[] {
  const known = assignedKnown.get(home);
  if (known !== undefined) return known;
  const found: Assigned[] = [];
  for (const one of home.walk()) {
    const assigns = one.kind === 'assignment' || one.kind === 'declarator';
    if (!assigns && one.kind !== 'augmented' && one.kind !== 'update') continue;
    const target = one.get('left', 'name', 'argument');
    if (target?.kind === 'name') found.push({ target, value: assigns ? one.get('right', 'value') : undefined });
  }
  assignedKnown.set(home, found);
  return found;
}

function isConstant(value: Syntax | undefined): value is Syntax {
  return value !== undefined && (literalKinds.has(value.kind) || /^(?:-\s*\d+|\[\]|\{\})$/.test(value.text));
}

/** What a statement assigns to a name. */
function assignedBy({ kind, parts: [first] }: Syntax): Assigned | undefined {
  const target = kind === 'statement' && first?.kind === 'assignment' ? first.get('left') : undefined;
  return target?.kind === 'name' ? { target, value: first?.get('right') } : undefined;
}

/** A variable that a loop changes gets a constant again that it has elsewhere: where another is set back, or a branch ends. */
function* setBack(node: Syntax, model: Model): Generator<Proposal> {
  const [home, loop] = [functionOf(node), loopAround(node)];
  if (home === undefined || loop === undefined || !isListed(node)) return;
  const all = siblingsOf(node);
  const own = assignedBy(node);
  const beside = own !== undefined && isConstant(own.value);
  if (!beside && all.at(-1) !== node) return;
  const here = new Set(all.flatMap((one) => assignedBy(one)?.target.text ?? []));
  const body = bodyOf(loop);
  const assigned = assignedIn(home);
  const visible = new Set(variablesAt(model, node).map(({ name }) => name));
  const changed = new Set(assigned.filter(({ target }) => body?.contains(target)).map(({ target }) => target.text));
  const kept = new Set(assigned.filter(({ target }) => target.end < loop.start).map(({ target }) => target.text));
  const named = new Set([...node.walk()].filter(({ kind }) => kind === 'name').map(({ text }) => text));
  const style = styleAt(model, node);
  const texts = new Set<string>();
  for (const { target, value } of assigned) {
    const { text: name } = target;
    if (!isConstant(value) || !visible.has(name) || !kept.has(name) || !changed.has(name) || here.has(name)) continue;
    const text = `${name} = ${value.text}`;
    if (texts.has(text)) continue;
    texts.add(text);
    const statement = model.dialect.simple(text, style);
    const weight = beside ? besideShare : named.has(name) ? usedShare : elsewhereShare;
    yield changing(weight, leaves(node) ? before(node, statement, style) : after(node, statement, style));
  }
}

/** A loop that looks for something ends where it has found it. */
function* endedWhenFound(node: Syntax, model: Model): Generator<Proposal> {
  const [condition, home, body] = [conditionOf(node), functionOf(node), bodyOf(node)];
  if (condition === undefined || home === undefined || body === undefined) return;
  const { dialect } = model;
  const assigned = assignedIn(home);
  for (const { name, origin, node: bound, value } of variablesAt(model, node)) {
    const nothing = value === undefined || /^(?:null|undefined|false|None|False)$/.test(value.text);
    if (origin !== 'local' || node.contains(bound) || !nothing || new RegExp(`\\b${name}\\b`).test(condition.text))
      continue;
    if (!assigned.some(({ target, value: found }) => target.text === name && found && body.contains(target))) continue;
    const made = binary(
      expression(condition, dialect),
      dialect.and,
      dialect.not({ text: name, tightness: 20 }),
      dialect,
    );
    yield replacing(condition, placed(made, condition, dialect));
  }
}

export const loopTemplates: readonly Template[] = [
  {
    id: 'set-back',
    summary: 'what a loop keeps set back to a constant, where another is or a branch ends',
    weight: 0.25,
    kinds: ['statement', 'continue'],
    propose: setBack,
  },
  {
    id: 'ended-when-found',
    summary: 'a loop that ends when it has found what it looks for',
    weight: 0.3,
    kinds: ['for', 'while'],
    propose: endedWhenFound,
  },
];
