import { calleeName } from './infer.ts';
import type { Model } from './model.ts';
import { variables } from './pool.ts';
import { change, changing, type Proposal, replacing, type Template } from './template.ts';
import type { Syntax } from './tree.ts';
import { compatible } from './value-type.ts';
import { isValue } from './values.ts';

function* indices(node: Syntax, model: Model): Generator<Proposal> {
  const index = node.get('index', 'subscript');
  const owner = node.get('object', 'value');
  if (index === undefined || owner === undefined || index.kind === 'slice' || index.kind === 'string') return;
  const last = model.dialect.family === 'python' ? '-1' : `${model.dialect.length(owner.text)} - 1`;
  for (const [text, weight] of [
    ['0', 0.6],
    [last, 0.6],
    ['1', 0.5],
  ] as const)
    if (text !== index.text) yield replacing(index, text, weight);
  if (model.dialect.family === 'python' && !index.text.startsWith('-')) {
    yield replacing(
      index,
      `-${index.kind === 'name' || index.kind === 'number' ? index.text : `(${index.text})`}`,
      0.3,
    );
    if (node.field !== 'left') {
      yield replacing(index, `${index.text}:`, 0.4);
      yield replacing(index, `:${index.text}`, 0.4);
    }
  } else if (model.dialect.family === 'ecmascript')
    yield replacing(index, `${model.dialect.length(owner.text)} - 1 - ${index.text}`, 0.3);
  if (node.field === 'left') return;
  yield replacing(node, owner.text, 0.4);
  const whole = model.dialect.family === 'python' ? ['sum', 'max', 'min', 'len'] : ['Math.max', 'Math.min'];
  const mark = model.dialect.family === 'python' ? '' : '...';
  for (const name of whole) yield replacing(node, `${name}(${mark}${owner.text})`, 0.25);
}

/** Start, end and step of a Python slice, each left out, exchanged or added. */
function* slices(node: Syntax): Generator<Proposal> {
  const bounds: [string, string, string] = ['', '', ''];
  let slot = 0;
  for (const child of node.children) {
    if (child.type === ':') slot++;
    else if (child.named && slot < 3) bounds[slot as 0 | 1 | 2] = child.text;
  }
  const [start, end, step] = bounds;
  const write = (a: string, b: string, c: string): string => (c === '' ? `${a}:${b}` : `${a}:${b}:${c}`);
  const tried = new Set([write(start, end, step)]);
  const negative = (text: string): string =>
    text.startsWith('-') ? text.slice(1) : /^\w+$/.test(text) ? `-${text}` : `-(${text})`;
  const ways: [string, number][] = [
    [write('', end, step), start ? 0.8 : 0],
    [write(start, '', step), end ? 0.8 : 0],
    [write(start, end, ''), step ? 0.8 : 0],
    [write(end, start, step), 0.6],
    [write('1', end, step), 0.7],
    [write(start, '-1', step), 0.6],
    [write(start, end, '2'), 0.5],
    [write(start, end, '-1'), 0.5],
    [write('', '', '-1'), 0.4],
    [write('', '', ''), 0.3],
    [write('1', end, '2'), 0.3],
    [write('0', end, step), 0.2],
    [write(start && negative(start), end, step), start ? 0.4 : 0],
    [write(start, end && negative(end), step), end ? 0.4 : 0],
    [write(start && `${start} + 1`, end, step), start ? 0.7 : 0],
    [write(start, end && `${end} + 1`, step), end ? 0.8 : 0],
    [write(start && `${start} - 1`, end, step), start ? 0.4 : 0],
    [write(start, end && `${end} - 1`, step), end ? 0.6 : 0],
    [write('2', end, step), 0.2],
    [write(start, '-2', step), 0.2],
  ];
  for (const [text, weight] of ways) {
    if (weight > 0 && !tried.has(text)) yield replacing(node, text, weight);
    tried.add(text);
  }
}

/** Both bounds of a slice-like call move together. */
function* shifted(node: Syntax, model: Model): Generator<Proposal> {
  const args = node.get('arguments')?.parts ?? [];
  if (!/^(slice|substring|substr)$/.test(calleeName(node)) || args.length === 0) return;
  const [a, b] = args;
  if (a === undefined) return;
  if (b !== undefined) {
    yield changing(0.5, change(a, `${a.text} + 1`), change(b, `${b.text} + 1`));
    yield changing(0.4, change(a, `${a.text} - 1`), change(b, `${b.text} - 1`));
  } else {
    yield changing(0.6, { start: a.end, end: a.end, text: ', -1' });
    for (const { text, weight, type } of variables(model, node))
      if (type === 'number') yield changing(0.4 * weight, { start: a.end, end: a.end, text: `, ${text}` });
  }
}

/** Reading the element instead of its index, or an element or piece of the sequence instead of all of it. */
function* indexed(node: Syntax, model: Model): Generator<Proposal> {
  const { parent } = node;
  if (
    parent === undefined ||
    !isValue(node) ||
    parent.kind === 'index' ||
    node.field === 'left' ||
    node.field === 'function' ||
    node.field === 'name'
  )
    return;
  const type = model.inference.typeOf(node);
  if (type === 'list' || type === 'string' || type === 'sequence' || type === 'unknown') {
    const sure = type === 'unknown' ? 0.3 : 0.6;
    for (const text of ['0', model.dialect.family === 'python' ? '-1' : `${node.text}.length - 1`, '1'])
      yield replacing(node, `${node.text}[${text}]`, sure);
    for (const { text, weight, type: other, unread } of variables(model, node)) {
      if (!compatible('number', other) || text === node.text) continue;
      const likely = sure * weight * (other === 'number' || unread ? 1 : 0.4);
      yield replacing(node, `${node.text}[${text}]`, likely);
      const pieces =
        model.dialect.family === 'python'
          ? [`[:${text}]`, `[${text}:]`, `[-${text}:]`]
          : [`.slice(0, ${text})`, `.slice(${text})`];
      for (const piece of pieces) yield replacing(node, node.text + piece, 0.7 * likely);
    }
    for (const piece of model.dialect.family === 'python' ? ['[1:]', '[:-1]'] : ['.slice(1)', '.slice(0, -1)'])
      yield replacing(node, node.text + piece, sure);
  }
  if (type === 'number') {
    for (const { text, weight, type: other } of variables(model, node)) {
      if (other === 'list' || other === 'string' || other === 'sequence')
        yield replacing(node, `${text}[${node.text}]`, 0.5 * weight);
    }
  }
}

/** A piece or an element of a computed sequence. */
function* computed(node: Syntax, model: Model): Generator<Proposal> {
  if (!isValue(node) || node.field === 'function' || node.parent?.kind === 'index') return;
  if (node.kind === 'member' && model.inference.typeOf(node) === 'number') return;
  const type = model.inference.typeOf(node);
  if (type !== 'list' && type !== 'string' && type !== 'sequence') return;
  const python = model.dialect.family === 'python';
  const ways: [string, number][] = python
    ? [
        ['[1:]', 1],
        ['[:-1]', 0.7],
        ['[0]', 0.7],
        ['[-1]', 0.5],
        ['[::-1]', 0.4],
        ['[2:]', 0.4],
      ]
    : [
        ['.slice(1)', 1],
        ['.slice(0, -1)', 0.7],
        ['[0]', 0.7],
        ['.at(-1)', 0.4],
        ['.slice(2)', 0.3],
      ];
  for (const { text, type: own, weight, unread } of variables(model, node)) {
    if (own !== 'number' && !(unread && own === 'unknown')) continue;
    if (node.text.includes(text)) continue;
    ways.push([python ? `[:${text}]` : `.slice(0, ${text})`, 0.6 * weight]);
    ways.push([python ? `[${text}:]` : `.slice(${text})`, 0.4 * weight]);
  }
  for (const [piece, weight] of ways) yield replacing(node, node.text + piece, weight);
}

export const indexTemplates: readonly Template[] = [
  { id: 'index', summary: 'another index', weight: 0.25, kinds: ['index'], propose: indices },
  { id: 'slice-bounds', summary: 'bounds or step of a slice', weight: 0.35, kinds: ['slice'], propose: slices },
  { id: 'slice-call', summary: 'bounds of a slice-like call', weight: 0.25, kinds: ['call'], propose: shifted },
  {
    id: 'add-index',
    summary: 'an element or piece instead of the sequence, an element instead of its index',
    weight: 0.12,
    kinds: ['name'],
    propose: indexed,
  },
  {
    id: 'add-slice',
    summary: 'a piece or an element of a computed sequence',
    weight: 0.12,
    kinds: ['call', 'comprehension', 'list'],
    propose: computed,
  },
];
