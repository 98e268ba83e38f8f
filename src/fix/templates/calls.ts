import { expression, placed, wrap } from './expressions.ts';
import { calleeName } from './infer.ts';
import { functionKinds } from './kinds.ts';
import { type Model, scopeAt } from './model.ts';
import { atomsOf } from './pool.ts';
import { functionOf } from './statements.ts';
import { changing, type Proposal, replacing, type Template } from './template.ts';
import type { Syntax } from './tree.ts';
import { compatible } from './value-type.ts';
import { isValue, targetOf } from './values.ts';

const libraryNames = /^(Math|Object|Number|String|Array|JSON|math|np|numpy|os|re|json|itertools)$/;

/** `f(x)` becomes `x`; `x.f()` becomes `x`. */
function* unwrapped(node: Syntax, model: Model): Generator<Proposal> {
  const callee = node.get('function', 'constructor');
  const args = node.get('arguments')?.parts ?? [];
  if (!isValue(node) || callee === undefined) return;
  const receiver = callee.kind === 'member' ? callee.get('object') : undefined;
  if (receiver !== undefined && !libraryNames.test(receiver.text)) {
    yield replacing(node, placed(expression(receiver, model.dialect), node, model.dialect), 0.8);
  }
  const [first] = args;
  if (
    first === undefined ||
    first.kind === 'keyword' ||
    first.kind === 'spread' ||
    first.kind === 'lambda' ||
    first.kind === 'clause'
  )
    return;
  yield replacing(node, placed(expression(first, model.dialect), node, model.dialect), args.length === 1 ? 1 : 0.4);
}

const copies = /^(?:\$\.copy\(\)|\$\.slice\(\)|\[\.\.\.\$\]|\{ \.\.\.\$ \}|list\(\$\))$/;

/** What is compared with a text of one case is brought to that case sooner than to the other. */
function caseShare(node: Syntax, wrapping: string): number {
  const way = /\.(?:to)?(upper|lower)(?:Case)?\(\)$/i.exec(wrapping)?.[1]?.toLowerCase();
  if (way === undefined || node.parent?.kind !== 'comparison') return 1;
  const others = node.parent.parts.filter((one) => one !== node && one.kind !== 'name');
  const letters = others
    .map(({ text }) => text)
    .join('')
    .replace(/[^\p{L}]/gu, '');
  if (letters === '' || others.some((one) => !/^["'([{]/.test(one.text))) return 1;
  const [upper, lower] = [letters === letters.toUpperCase(), letters === letters.toLowerCase()];
  return (way === 'upper' ? upper : lower) ? 3 : 0.1;
}

const sizes = /dist|diff|gap|delta|deviat|error|spread/i;

/** What is called a distance or a difference has no sign. */
function sizeShare(node: Syntax, wrapping: string): number {
  if (!/abs\(\$\)$/.test(wrapping) || node.kind !== 'arithmetic') return 1;
  const name = node.parent?.kind === 'return' ? functionOf(node)?.get('name')?.text : targetOf(node)?.text;
  return name !== undefined && sizes.test(name) ? 3 : 1;
}

function* wrapped(node: Syntax, model: Model): Generator<Proposal> {
  if (!isValue(node) || node.field === 'function' || node.parent?.kind === 'parenthesized') return;
  const type = model.inference.expectedOf(node);
  for (const { from, text, weight } of model.dialect.wraps) {
    const sure = from.includes(type) ? 1 : type === 'unknown' ? 0.4 : 0;
    const outer =
      node.parent?.kind === 'arguments' && node.parent.parent !== undefined ? calleeName(node.parent.parent) : '';
    const again = outer !== '' && text.includes(`${outer}(`);
    // Two names for one value, where each was meant to have its own.
    const alias = node.kind === 'name' && targetOf(node) !== undefined && copies.test(text);
    const place = alias ? 2 : node.kind === 'name' ? 0.7 : 1;
    const likely = sure * weight * place * caseShare(node, text) * sizeShare(node, text);
    if (likely > 0 && !again) yield replacing(node, wrap(text, expression(node, model.dialect)), likely);
  }
}

/** `f(xs)` for `f(...xs)` and the other way round. */
function* spreadChanged(node: Syntax, model: Model): Generator<Proposal> {
  const [only, ...more] = node.parts;
  if (only === undefined || more.length > 0 || only.kind === 'keyword' || only.kind === 'lambda') return;
  const mark = model.dialect.family === 'python' ? '*' : '...';
  if (only.kind === 'spread') {
    const inner = only.parts[0];
    if (inner !== undefined && !only.text.startsWith('**')) yield replacing(only, inner.text, 0.6);
    return;
  }
  const type = model.inference.typeOf(only);
  if (!isValue(only) || !compatible('list', type)) return;
  const name = node.parent === undefined ? '' : calleeName(node.parent);
  const many = /^(max|min|push|unshift|concat|hypot|fromCharCode|zip|print|log|append|product|chain|gcd|lcm)$/.test(
    name,
  );
  yield replacing(only, mark + only.text, many ? 1 : 0.15);
}

function* argumentAdded(node: Syntax, model: Model): Generator<Proposal> {
  const open = node.children.find(({ type }) => type === '(');
  const close = node.children.findLast(({ type }) => type === ')');
  if (open === undefined || close === undefined || node.parts.some(({ kind }) => kind === 'clause')) return;
  const name = node.parent === undefined ? '' : calleeName(node.parent);
  const last = node.parts.at(-1);
  const add = (text: string, weight: number): Proposal =>
    changing(weight, {
      start: last?.end ?? open.end,
      end: last?.end ?? open.end,
      text: last === undefined ? text : `, ${text}`,
    });
  const atoms = [...atomsOf(model, node, 'number'), ...atomsOf(model, node, 'string')];
  const expected = model.functions.find((one) => one.name === name)?.parameterCount;
  const missing = expected !== undefined ? (expected > node.parts.length ? 1 : 0) : 0.25;
  if (missing === 0) return;
  for (const text of passedOn(node, name, model)) yield add(text, 1);
  if (name === 'pop' && last === undefined && model.dialect.family === 'python') yield add('0', 1);
  for (const { text, weight } of atoms) {
    yield add(text, missing * weight);
    const first = node.parts[0];
    if (first !== undefined)
      yield changing(missing * weight * 0.5, { start: first.start, end: first.start, text: `${text}, ` });
  }
}

/** What a function that calls itself passes on of the parameter that it lacks: depths and counts change by one. */
function passedOn(args: Syntax, name: string, model: Model): string[] {
  const home = [...args.ancestors()].find(
    (one) => functionKinds.has(one.kind) && (one.get('name') ?? one.parent?.get('name'))?.text === name,
  );
  if (name === '' || home === undefined) return [];
  const own = model.bindings.filter(({ origin, region }) => origin === 'parameter' && region === home);
  const parameter = own.filter((one) => one.name !== 'self' && one.name !== 'cls')[args.parts.length]?.name;
  return parameter === undefined ? [] : [parameter, `${parameter} + 1`, `${parameter} - 1`];
}

/** By what a sort compares; without, ECMAScript sorts numbers as texts. */
function* comparatorAdded(node: Syntax, model: Model): Generator<Proposal> {
  const name = node.parent === undefined ? '' : calleeName(node.parent);
  const close = node.children.findLast(({ type }) => type === ')');
  const python = model.dialect.family === 'python';
  const last = node.parts.at(-1);
  const extreme = python && extremes.test(name) && node.parts.length === 1 && last?.kind !== 'comprehension';
  if (close === undefined || !(sorts.test(name) || extreme)) return;
  if (!extreme && node.parts.length > (python && name === 'sorted' ? 1 : 0)) return;
  const at = last?.end ?? close.start;
  const orders = extreme ? [] : python ? pythonOrders : ecmascriptOrders;
  for (const [text, weight] of [...orders, ...(python ? keysAt(node, model) : membersIn(model))])
    yield changing(weight, { start: at, end: at, text: last === undefined ? text : `, ${text}` });
}

/** Functions of the file by which things may be compared. */
function keysAt(node: Syntax, model: Model): Order[] {
  const home = functionOf(node)?.get('name')?.text;
  const functions = scopeAt(model, node).filter(({ origin, name }) => origin === 'function' && name !== home);
  return [...functions.map(({ name }): Order => [`key=${name}`, 0.4]), ['key=len', 0.3]];
}

/** Members that the file reads, or asks for without an argument, the most used first. */
function membersIn(model: Model): Order[] {
  const counts = new Map<string, number>([['length', 1]]);
  for (const one of model.root.walk()) {
    if (one.kind !== 'property' || one.field !== 'property' || one.parent?.kind !== 'member') continue;
    const call = one.parent.parent;
    const asked = call?.kind === 'call' && call.get('arguments')?.parts.length === 0;
    const text = isRead(one.parent) ? one.text : asked ? `${one.text}()` : undefined;
    if (text !== undefined) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const read = [...counts].sort((a, b) => b[1] - a[1]).slice(0, mostMembers);
  return read.flatMap(([name]): Order[] => [
    [`(a, b) => a.${name} - b.${name}`, 0.3],
    [`(a, b) => b.${name} - a.${name}`, 0.2],
  ]);
}

function isRead({ parent, field }: Syntax): boolean {
  return !(parent?.kind === 'call' && field === 'function');
}

type Order = readonly [argument: string, weight: number];

const sorts = /^(?:sorted|sort|toSorted)$/;
const extremes = /^(?:max|min)$/;
const mostMembers = 8;
const pythonOrders: readonly Order[] = [
  ['reverse=True', 0.6],
  ['key=abs', 0.15],
  ['key=lambda x: x[1]', 0.4],
  ['key=lambda x: x[0]', 0.2],
  ['key=str.lower', 0.2],
];
const ecmascriptOrders: readonly Order[] = [
  ['(a, b) => a - b', 1],
  ['(a, b) => b - a', 0.7],
  ['(a, b) => a.localeCompare(b)', 0.2],
];

function* keywordFlipped(node: Syntax, model: Model): Generator<Proposal> {
  const name = node.get('name')?.text;
  const value = node.get('value');
  if (value?.kind === 'boolean')
    yield replacing(value, value.type === 'true' ? model.dialect.false : model.dialect.true);
  else if (name === 'key' && value !== undefined) {
    for (const text of ['len', 'abs', 'str', 'lambda x: x[0]', 'lambda x: x[1]', 'lambda x: -x'])
      yield replacing(value, text, 0.3);
    for (const { name: text, origin } of scopeAt(model, node))
      if (origin === 'function' && text !== value.text) yield replacing(value, text, 0.4);
    for (const [text, weight] of otherKeys(value)) yield replacing(value, text, weight);
  }
}

/** What is equal by a key is told apart by more, or the other way round. */
function otherKeys(lambda: Syntax): Order[] {
  const [parameter, body] = [lambda.get('parameters')?.text, lambda.get('body')];
  if (lambda.kind !== 'lambda' || parameter === undefined || body === undefined || parameter.includes(',')) return [];
  const key = (text: string, weight: number): Order => [`lambda ${parameter}: ${text}`, weight];
  const negative = (one: Syntax): string => (one.kind === 'sign' ? (one.parts[0]?.text ?? '') : `-${one.text}`);
  if (body.kind !== 'list') {
    const rest = [parameter, `${parameter}[0]`, `${parameter}[1]`].filter((one) => one !== body.text);
    return [key(negative(body), 0.5), ...rest.map((one) => key(`(${body.text}, ${one})`, 0.4))];
  }
  const [first, second, ...more] = body.parts;
  if (first === undefined || second === undefined || more.length > 0) return [];
  return [
    key(`(${second.text}, ${first.text})`, 0.5),
    key(`(${negative(first)}, ${second.text})`, 0.6),
    key(`(${first.text}, ${negative(second)})`, 0.6),
    key(first.text, 0.3),
  ];
}

/** A function or arrow inside an async function may lack an `await`, or have one too many. */
function* awaited(node: Syntax): Generator<Proposal> {
  const around = [...node.ancestors()].find(({ kind }) => kind === 'function' || kind === 'lambda');
  if (node.kind === 'await') {
    const inner = node.parts[0];
    if (inner !== undefined) yield replacing(node, inner.text, 0.3);
  } else if (around?.text.startsWith('async') && node.parent?.kind !== 'await') {
    const bare = !['statement', 'return', 'declarator', 'assignment'].includes(node.parent?.kind ?? '');
    yield replacing(node, bare ? `(await ${node.text})` : `await ${node.text}`);
  }
}

export const callTemplates: readonly Template[] = [
  {
    id: 'unwrap-call',
    summary: 'a call left out, its argument or receiver kept',
    weight: 0.3,
    kinds: ['call', 'new'],
    propose: unwrapped,
  },
  {
    id: 'wrap-call',
    summary: 'a conversion or other one-argument call added',
    weight: 0.2,
    kinds: ['name', 'call', 'member', 'index', 'arithmetic', 'comprehension', 'list', 'parenthesized'],
    propose: wrapped,
  },
  {
    id: 'spread-argument',
    summary: 'a sequence given as its elements, or the other way round',
    weight: 0.2,
    kinds: ['arguments'],
    propose: spreadChanged,
  },
  { id: 'missing-argument', summary: 'an argument added', weight: 0.2, kinds: ['arguments'], propose: argumentAdded },
  {
    id: 'comparator',
    summary: 'by what a sort compares',
    weight: 0.4,
    kinds: ['arguments'],
    propose: comparatorAdded,
  },
  {
    id: 'keyword-value',
    summary: 'another value of a keyword argument',
    weight: 0.3,
    kinds: ['keyword'],
    propose: keywordFlipped,
  },
  { id: 'await', summary: 'await added or removed', weight: 0.3, kinds: ['call', 'await'], propose: awaited },
];
