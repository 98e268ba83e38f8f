import type { Model } from './model.ts';
import { scopeAt } from './model.ts';
import { before, bodyOf, functionOf, isDocstring, isListed, loopAround, siblingsOf, styleAt } from './statements.ts';
import { changing, type Proposal, type Template } from './template.ts';
import type { Syntax } from './tree.ts';
import type { ValueType } from './value-type.ts';
import { isValue } from './values.ts';

/** Values that a variable starts from, the likeliest first. */
function startsOf(type: ValueType, model: Model): string[] {
  const { quote } = model.style;
  const python = model.dialect.family === 'python';
  switch (type) {
    case 'number':
      return ['0', '1', '-1'];
    case 'string':
      return [quote + quote];
    case 'list':
      return python ? ['[]', 'set()'] : ['[]'];
    case 'object':
      return python ? ['{}', 'set()'] : ['{}', 'new Map()', 'new Set()'];
    case 'boolean':
      return [model.dialect.false, model.dialect.true];
    default:
      return [
        '0',
        '[]',
        quote + quote,
        model.dialect.null,
        model.dialect.false,
        '1',
        '{}',
        python ? 'set()' : 'new Set()',
      ];
  }
}

/** Methods of collections, which are called on variables that were made. */
const fills = /^(append|appendleft|extend|insert|push|unshift|pop|add|discard|set|get|items|keys|has)$/;

/** What the first use of a name that nothing binds says of its type. */
function typeByUse(name: Syntax, home: Syntax): ValueType {
  for (const one of home.walk()) {
    if (one.kind !== 'name' || one.text !== name.text) continue;
    const { parent } = one;
    if (parent?.kind === 'member') {
      const method = parent.get('property', 'attribute')?.text ?? '';
      if (/^(append|extend|push|unshift|pop|insert)$/.test(method)) return 'list';
      if (/^(add|has|set|get|items|keys|discard)$/.test(method)) return 'object';
    }
    if (parent?.kind === 'augmented' || parent?.kind === 'update') {
      const kind = parent.get('right')?.kind;
      return kind === 'string' ? 'string' : kind === 'list' ? 'list' : kind === 'name' ? 'unknown' : 'number';
    }
    if (parent?.kind === 'index' && parent.parts[0] === one && parent.field === 'left') return 'object';
    if (parent?.kind === 'arithmetic' || parent?.kind === 'comparison') return 'number';
  }
  return 'unknown';
}

/** A local variable that is used before anything is assigned to it gets a value, outside of the loops that use it. */
function* initialised(node: Syntax, model: Model): Generator<Proposal> {
  const home = functionOf(node);
  if (home === undefined || node.field === 'attribute' || node.field === 'name') return;
  const bound = scopeAt(model, node).some(({ name }) => name === node.text);
  const stepped = node.field === 'left' || node.field === 'argument';
  const written = stepped && (node.parent?.kind === 'augmented' || node.parent?.kind === 'update');
  const method = node.parent?.get('property', 'attribute')?.text ?? '';
  if (!written && !isValue(node)) return;
  const receiver = node.parent?.field === 'function' && fills.test(method);
  const outside = model.bindings.some(({ name, region }) => name === node.text && !region.contains(node));
  if (bound || !(written || receiver || outside)) return;
  let place: Syntax | undefined = node;
  while (place !== undefined && !(isListed(place) && loopAround(place) === undefined)) place = place.parent;
  const body = bodyOf(home);
  const first = body?.kind === 'block' ? body.parts.find((part) => isListed(part) && !isDocstring(part)) : undefined;
  const declare = model.dialect.family === 'python' ? '' : 'let ';
  for (const [rank, text] of startsOf(typeByUse(node, home), model).entries()) {
    const likely = 1 / (1 + rank / 2);
    for (const [at, weight] of [
      [place, 1],
      [first, 0.7],
    ] as const) {
      if (at === undefined || (at === first && weight === 1) || siblingsOf(at).length === 0) continue;
      const style = styleAt(model, at);
      yield changing(
        likely * weight,
        before(at, model.dialect.simple(`${declare}${node.text} = ${text}`, style), style),
      );
    }
  }
}

export const initialTemplates: readonly Template[] = [
  {
    id: 'missing-initial',
    summary: 'a first value for a variable that has none',
    weight: 0.4,
    kinds: ['name'],
    propose: initialised,
  },
];
