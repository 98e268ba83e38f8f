import type { Binding } from './bindings.ts';
import { fromAnnotation, typeReturned } from './library-types.ts';
import type { Syntax } from './tree.ts';
import type { ValueType } from './value-type.ts';

/** What is known of other nodes. */
export interface Known {
  typeOf(node: Syntax, depth: number): ValueType;
  /** What a name may be bound to where it stands. */
  bindingsOf(name: Syntax): readonly Binding[];
  /** Something is put into the collection of that name, or one of its elements is written. */
  isFilled(name: Syntax): boolean;
}

const texts = new Set(['split', 'rsplit', 'splitlines', 'match', 'readlines', 'partition', 'rpartition']);
/** Calls whose elements are those of what they are given, or of what they are called on. */
const keeping = new Set([
  ...['sorted', 'reversed', 'list', 'set', 'tuple', 'frozenset', 'from', 'iter'],
  ...['sort', 'toSorted', 'reverse', 'toReversed', 'slice', 'filter', 'concat', 'copy', 'values'],
]);
const visiting = /^(?:map|filter|forEach|some|every|find|findIndex|findLast|findLastIndex|flatMap)$/;
const deepest = 6;

/** Type of the elements of a collection, as far as the text tells. */
export function typeOfElements(node: Syntax, known: Known, depth = 0): ValueType {
  if (depth > deepest) return 'unknown';
  const inner = (one: Syntax | undefined): ValueType =>
    one === undefined ? 'unknown' : typeOfElements(one, known, depth + 1);
  if (node.kind !== 'name' && known.typeOf(node, depth + 1) === 'string') return 'string';
  switch (node.kind) {
    case 'parenthesized':
      return inner(node.parts[0]);
    case 'logical':
    case 'spread':
      return inner(node.parts[0]);
    case 'list':
      return typeOfAll(node, known, depth);
    case 'comprehension':
      return node.type === 'dictionary_comprehension' || node.parts[0] === undefined
        ? 'unknown'
        : known.typeOf(node.parts[0], depth + 1);
    case 'index':
      return node.get('subscript')?.kind === 'slice' ? inner(node.get('value')) : 'unknown';
    case 'call':
      return typeOfResults(node, known, depth);
    case 'name': {
      const types = new Set(
        known.bindingsOf(node).map((bound) => {
          const annotated = elementsAnnotated(bound.annotation);
          return annotated === 'unknown' && !known.isFilled(node) ? inner(bound.value) : annotated;
        }),
      );
      const [only = 'unknown'] = types;
      if (types.size === 1 && only !== 'unknown') return only;
      return known.typeOf(node, depth + 1) === 'string' ? 'string' : 'unknown';
    }
    default:
      return 'unknown';
  }
}

const alikeKnown = new WeakMap<Syntax, ValueType>();

/** Of a list literal, when all its members are alike. */
function typeOfAll(list: Syntax, known: Known, depth: number): ValueType {
  const remembered = alikeKnown.get(list);
  if (remembered !== undefined) return remembered;
  const types = new Set(
    list.parts.map((one) =>
      one.kind === 'spread' ? typeOfElements(one, known, depth + 1) : known.typeOf(one, depth + 1),
    ),
  );
  const type = types.size === 1 ? ([...types][0] as ValueType) : 'unknown';
  alikeKnown.set(list, type);
  return type;
}

function typeOfResults(call: Syntax, known: Known, depth: number): ValueType {
  const callee = call.get('function');
  const name = (callee?.kind === 'member' ? callee.get('property', 'attribute') : callee)?.text ?? '';
  const receiver = callee?.kind === 'member' ? callee.get('object') : undefined;
  const [first, second] = call.get('arguments')?.parts ?? [];
  if (texts.has(name) || (name === 'keys' && receiver?.text === 'Object')) return 'string';
  if (name === 'range') return 'number';
  // `map(int, words)`, `words.map(Number)`
  if (name === 'map' && first?.kind === 'name') return typeReturned(first.text);
  if (name === 'from' && second !== undefined) return second.kind === 'name' ? typeReturned(second.text) : 'unknown';
  const source = name === 'filter' && receiver === undefined ? second : (first ?? receiver);
  const of = receiver === undefined || name === 'from' ? source : receiver;
  return keeping.has(name) && of !== undefined ? typeOfElements(of, known, depth + 1) : 'unknown';
}

/** The collection whose element a name is bound to: by a loop, by taking it apart, by a function called for each. */
export function collectionOf({ node, origin }: Binding): Syntax | undefined {
  const { parent } = node;
  if (parent === undefined) return undefined;
  if (origin === 'loop') {
    const loop = [...node.ancestors()].find(({ kind }) => kind === 'foreach' || kind === 'clause');
    const source = loop?.get('right');
    // The keys of an object, in ECMAScript's `for (k in o)`, are no elements.
    if (loop?.type === 'for_in_statement' && loop.get('operator')?.type === 'in') return undefined;
    if (loop?.get('left') === node) return source;
    const counted = source?.kind === 'call' && /^enumerate\(/.test(source.text) ? source : undefined;
    return counted !== undefined && loop?.get('left')?.parts[1] === node
      ? counted.get('arguments')?.parts[0]
      : undefined;
  }
  if (origin === 'local' && /^(?:pattern_list|tuple_pattern|list_pattern|array_pattern)$/.test(parent.type))
    return parent.parent?.get('right', 'value');
  const lambda = parent.kind === 'parameters' ? parent.parent : parent;
  const call = lambda?.parent?.kind === 'arguments' ? lambda.parent.parent : undefined;
  const callee = call?.get('function');
  if (origin !== 'parameter' || lambda?.kind !== 'lambda' || callee?.kind !== 'member') return undefined;
  const firstParameter = parent.kind !== 'parameters' || parent.parts[0] === node;
  return firstParameter && visiting.test(callee.get('property')?.text ?? '') ? callee.get('object') : undefined;
}

/** `List[str]`, `list[int]`, `string[]`, `Array<number>`. */
function elementsAnnotated(annotation: string | undefined): ValueType {
  const inner =
    /^(?:list|set|frozenset|sequence|iterable|iterator|collection|readonlyarray|array|readonlyset)[[<](.+)[\]>]$/i.exec(
      annotation ?? '',
    )?.[1] ??
    /^(?:tuple|Tuple)\[(.+), *\.\.\.\]$/.exec(annotation ?? '')?.[1] ??
    /^(?:readonly )?(.+)\[\]$/.exec(annotation ?? '')?.[1];
  return inner?.includes('|') ? 'unknown' : fromAnnotation(inner);
}
