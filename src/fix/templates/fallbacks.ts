import { binary, expression, placed, postfixable } from './expressions.ts';
import { calleeName } from './infer.ts';
import type { Model } from './model.ts';
import { quoted } from './pool.ts';
import { change, changing, type Proposal, replacing, type Template } from './template.ts';
import type { Syntax } from './tree.ts';
import type { ValueType } from './value-type.ts';
import { isValue } from './values.ts';

type Default = readonly [text: string, type: ValueType, weight: number];

/** What stands for a value that is not there; of a type that is known only its own. */
function defaultsFor(type: ValueType, model: Model): (readonly [text: string, weight: number])[] {
  const all: readonly Default[] = [
    ['0', 'number', 1],
    [quoted(model, ''), 'string', 0.8],
    ['[]', 'list', 0.7],
    ['{}', 'object', 0.4],
    ['1', 'number', 0.4],
  ];
  if (type === 'boolean' || type === 'function') return [];
  const fitting = all.filter(
    ([, own]) => type === 'unknown' || own === type || (type === 'sequence' && own !== 'number'),
  );
  return fitting.map(([text, , weight]) => [text, weight * (type === 'unknown' ? 0.5 : 1)]);
}

/** Where nothing may be: what is read of something else, or given by a caller. */
const likely: Readonly<Record<string, number>> = { index: 1, member: 0.8, call: 0.8, name: 0.6 };
/** Calls that answer with nothing where they find nothing. */
const mayFail = /^(?:get|find|findLast|match|exec|pop|shift|at|getenv|search|next)$/;

/** `x` becomes `x || 0`. */
function* orElse(node: Syntax, model: Model): Generator<Proposal> {
  const { parent } = node;
  if (!isValue(node) || node.field === 'function' || node.field === 'constructor' || parent === undefined) return;
  // Python before 3.12 reads no quotes in the expressions of a text, and `x!` says that something is there.
  if (parent.type === 'interpolation' || parent.type === 'non_null_expression') return;
  if (parent.kind === 'logical' || parent.kind === 'comparison' || parent.kind === 'not') return;
  if (parent.kind === 'parenthesized' || (node.kind === 'call' && !mayFail.test(calleeName(node)))) return;
  const place = likely[node.kind] ?? 0;
  const operators: readonly (readonly [string, number])[] =
    model.dialect.family === 'python'
      ? [['or', 1]]
      : [
          ['||', 1],
          ['??', 0.9],
        ];
  for (const [operator, share] of operators) {
    for (const [other, weight] of defaultsFor(model.inference.expectedOf(node), model)) {
      const made = binary(expression(node, model.dialect), operator, { text: other, tightness: 20 }, model.dialect);
      const text = parent.kind === 'spread' ? `(${made.text})` : placed(made, node, model.dialect);
      yield replacing(node, text, place * share * weight);
    }
  }
}

/** Python's `d[key]` becomes `d.get(key, 0)`; a call that can be told what to answer is told. */
function* answered(node: Syntax, model: Model): Generator<Proposal> {
  const python = model.dialect.family === 'python';
  if (node.kind === 'index') {
    const [owner, key] = [node.get('value'), node.get('subscript')];
    if (!python || !isValue(node) || owner === undefined || key === undefined || key.kind === 'slice') return;
    if (key.kind === 'number' || key.kind === 'sign' || node.parts.length > 2 || /^[A-Z]/.test(owner.text)) return;
    if (!/^(?:object|unknown)$/.test(model.inference.typeOf(owner)) || node.parent?.type === 'interpolation') return;
    const receiver = postfixable(expression(owner, model.dialect));
    yield replacing(node, `${receiver}.get(${key.text})`, 0.8);
    for (const [text, weight] of defaultsFor('unknown', model))
      yield replacing(node, `${receiver}.get(${key.text}, ${text})`, weight);
    return;
  }
  const args = node.get('arguments');
  const [only, ...more] = args?.parts ?? [];
  if (args === undefined || only === undefined || more.length > 0) return;
  const name = calleeName(node);
  const receiver = node.get('function')?.get('object');
  if (receiver !== undefined && /^(?:list|string)$/.test(model.inference.typeOf(receiver)) && name !== 'reduce') return;
  const add = (text: string, weight: number): Proposal =>
    changing(weight, { start: only.end, end: only.end, text: `, ${text}` });
  if (python && (name === 'get' || name === 'pop' || name === 'next')) {
    yield add(model.dialect.null, name === 'get' ? 0.1 : 1);
    for (const [text, weight] of defaultsFor('unknown', model)) yield add(text, 2 * weight);
  } else if (python && (name === 'max' || name === 'min')) {
    yield add('default=0', 1);
    yield add(`default=${model.dialect.null}`, 0.6);
  } else if (!python && name === 'reduce' && only.kind === 'lambda') {
    for (const [text, weight] of defaultsFor('unknown', model)) yield add(text, 2 * weight);
  }
}

/** `a.b` becomes `a?.b`. */
function* optional(node: Syntax, model: Model): Generator<Proposal> {
  const owner = node.get('object');
  if (model.dialect.family === 'python' || owner === undefined || node.text.includes('?.')) return;
  if (/^(?:this|super|[A-Z].*)$/.test(owner.text) || node.field === 'constructor' || isWritten(node)) return;
  if (!isValue(node) && node.field !== 'function') return;
  if (node.parent?.get('arguments')?.type === 'template_string') return;
  if (node.kind === 'member') {
    const dot = node.children.find(({ type }) => type === '.');
    if (dot !== undefined) yield changing(owner.kind === 'name' ? 0.7 : 1, change(dot, '?.'));
  } else {
    const open = node.children.find(({ type }) => type === '[');
    if (open !== undefined) yield changing(0.6, { start: open.start, end: open.start, text: '?.' });
  }
}

/** It is what is assigned to, or a part of it. */
function isWritten(node: Syntax): boolean {
  let outer = node;
  while (outer.parent !== undefined && (outer.parent.kind === 'member' || outer.parent.kind === 'index')) {
    if (outer.parent.get('object') !== outer) return false;
    outer = outer.parent;
  }
  const { parent } = outer;
  if (outer.field === 'left' || parent?.kind === 'update' || parent?.kind === 'foreach') return true;
  return parent?.get('operator')?.type === 'delete';
}

export const fallbackTemplates: readonly Template[] = [
  {
    id: 'fallback',
    summary: 'a value where there is none: `x || 0`, `x ?? []`, `x or 1`',
    weight: 0.15,
    kinds: ['name', 'member', 'index', 'call'],
    propose: orElse,
  },
  {
    id: 'default-answer',
    summary: 'what a look-up, an extreme or a reduction answers where there is nothing',
    weight: 0.25,
    kinds: ['index', 'call'],
    propose: answered,
  },
  {
    id: 'optional-chaining',
    summary: 'a member read only where there is something to read it of',
    weight: 0.2,
    kinds: ['member', 'index'],
    propose: optional,
  },
];
