import type { Binding } from './bindings.ts';
import { collectionOf, typeOfElements } from './elements.ts';
import { fromAnnotation, typeReturned } from './library-types.ts';
import type { Syntax } from './tree.ts';
import type { ValueType } from './value-type.ts';
import { targetOf } from './values.ts';

const stringMethods = new Set(
  'lower upper split strip lstrip rstrip startswith endswith isdigit isalpha isupper islower replace join find toLowerCase toUpperCase charCodeAt charAt trim startsWith endsWith substring substr padStart padEnd swapcase splitlines encode isalnum format'.split(
    ' ',
  ),
);
const listMethods = new Set(
  'append extend insert sort pop push unshift shift map filter reduce forEach some every sort reverse splice flat'.split(
    ' ',
  ),
);
const objectMethods = new Set('items values keys get setdefault has set'.split(' '));
const sequenceMethods = new Set('index count slice indexOf lastIndexOf includes concat'.split(' '));

/** Methods whose result is of the type of what they are called on. */
const keepsType = /^(?:slice|concat|copy|reverse)$/;
/** Methods that hand out one of the elements. */
const takesOne = /^(?:pop|popleft|shift|at)$/;

const fills = /^(?:push|unshift|append|appendleft|insert|extend|add|splice|fill)$/;

function byName<T>(items: readonly T[], nameOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(nameOf(item));
    if (group === undefined) groups.set(nameOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

/** Infers coarse types from literals, annotations, library calls, and from how names are used. */
export class Inference {
  readonly #bindings: ReadonlyMap<string, readonly Binding[]>;
  readonly #names: ReadonlyMap<string, readonly Syntax[]>;
  readonly #known = new Map<Binding, ValueType>();

  constructor(root: Syntax, bindings: readonly Binding[]) {
    this.#bindings = byName(bindings, (binding) => binding.name);
    const names = [...root.walk()].filter((node) => node.kind === 'name');
    this.#names = byName(names, (node) => node.text);
  }

  /** The type of a value, else of the variable that it is given to. */
  expectedOf(node: Syntax): ValueType {
    const own = this.typeOf(node);
    const target = own === 'unknown' ? targetOf(node) : undefined;
    return target === undefined ? own : this.typeOf(target);
  }

  typeOf(node: Syntax, depth = 0): ValueType {
    if (depth > 6) return 'unknown';
    switch (node.kind) {
      case 'number':
      case 'sign':
      case 'update':
        return node.get('operator')?.type === 'typeof' ? 'string' : 'number';
      case 'string':
        return 'string';
      case 'boolean':
      case 'not':
      case 'comparison':
        return 'boolean';
      case 'list':
      case 'comprehension':
        return node.type === 'dictionary_comprehension' ? 'object' : 'list';
      case 'object':
        return 'object';
      case 'lambda':
        return 'function';
      case 'parenthesized':
        return node.parts[0] === undefined ? 'unknown' : this.typeOf(node.parts[0], depth + 1);
      case 'arithmetic':
        return this.#arithmetic(node, depth);
      case 'logical': {
        const [left, right] = node.parts;
        const a = left === undefined ? 'unknown' : this.typeOf(left, depth + 1);
        return right !== undefined && this.typeOf(right, depth + 1) === a ? a : 'unknown';
      }
      case 'ternary': {
        const arm = node.get('consequence') ?? node.parts[0];
        return arm === undefined ? 'unknown' : this.typeOf(arm, depth + 1);
      }
      case 'call':
        return this.#returned(node, depth);
      case 'member':
        return /\.(length|size)$/.test(node.text) ? 'number' : 'unknown';
      case 'index':
        return this.#index(node, depth);
      case 'name':
        return this.#name(node, depth);
      default:
        return 'unknown';
    }
  }

  #arithmetic(node: Syntax, depth: number): ValueType {
    const operator = node.get('operator')?.type;
    const [left, right] = node.parts;
    if (left === undefined || right === undefined) return 'unknown';
    const a = this.typeOf(left, depth + 1);
    if (operator === '+') {
      const b = this.typeOf(right, depth + 1);
      return a !== 'unknown' ? a : b;
    }
    return operator === '*' && a !== 'unknown' ? a : a === 'string' && operator === '%' ? 'string' : 'number';
  }

  #returned(call: Syntax, depth: number): ValueType {
    const name = calleeName(call);
    const callee = call.get('function');
    const given = call.get('arguments')?.parts.filter(({ kind }) => kind !== 'keyword') ?? [];
    const [first, second] = given;
    // The element for which a function says yes, not the position of a text.
    const searched = (name === 'find' || name === 'findLast') && first?.kind === 'lambda';
    if (callee?.kind === 'member' && (searched || takesOne.test(name))) {
      const owner = callee.get('object');
      return owner === undefined ? 'unknown' : typeOfElements(owner, this, depth + 1);
    }
    if (searched) return 'unknown';
    const own = callee?.kind === 'member' && keepsType.test(name) ? callee.get('object') : undefined;
    if (own !== undefined) return this.typeOf(own, depth + 1);
    if (first !== undefined && callee?.kind === 'name' && (name === 'max' || name === 'min'))
      return second === undefined ? typeOfElements(first, this, depth + 1) : this.typeOf(first, depth + 1);
    return typeReturned(name);
  }

  #index(node: Syntax, depth: number): ValueType {
    const owner = node.get('object', 'value');
    if (owner === undefined) return 'unknown';
    const type = this.typeOf(owner, depth + 1);
    if (type === 'string') return 'string';
    return node.get('subscript')?.kind === 'slice' ? type : typeOfElements(owner, this, depth + 1);
  }

  #name(node: Syntax, depth: number): ValueType {
    const [seen] = this.bindingsOf(node);
    return seen === undefined ? 'unknown' : this.typeOfBinding(seen, depth + 1);
  }

  bindingsOf(name: Syntax): readonly Binding[] {
    return (this.#bindings.get(name.text) ?? []).filter((binding) => binding.region.contains(name));
  }

  isFilled(name: Syntax): boolean {
    return (this.#names.get(name.text) ?? []).some(({ parent, field }) => {
      if (parent?.kind === 'index') return parent.field === 'left' && field !== 'index' && field !== 'subscript';
      return parent?.kind === 'member' && fills.test(parent.get('property', 'attribute')?.text ?? '');
    });
  }

  typeOfBinding(binding: Binding, depth = 0): ValueType {
    const known = this.#known.get(binding);
    if (known !== undefined) return known;
    this.#known.set(binding, 'unknown');
    const type = this.#resolve(binding, depth);
    this.#known.set(binding, type);
    return type;
  }

  #resolve(binding: Binding, depth: number): ValueType {
    if (binding.origin === 'function' || binding.origin === 'class') return 'function';
    const annotated = fromAnnotation(binding.annotation);
    if (annotated !== 'unknown') return annotated;
    if (binding.value !== undefined) {
      const type = this.typeOf(binding.value, depth + 1);
      if (type !== 'unknown') return type;
    }
    const source = collectionOf(binding);
    if (source !== undefined) {
      const type = typeOfElements(source, this, depth + 1);
      if (type !== 'unknown') return type;
    }
    if (binding.origin === 'loop') {
      const type = looped(binding);
      if (type !== 'unknown') return type;
    }
    return this.#used(binding);
  }

  /** Votes of the places where the name is used. */
  #used(binding: Binding): ValueType {
    for (const node of this.#names.get(binding.name) ?? []) {
      if (!binding.region.contains(node)) continue;
      const type = typeByUse(node);
      if (type !== 'unknown') return type;
    }
    return 'unknown';
  }
}

/** Counters, and the keys of objects. */
function looped({ node }: Binding): ValueType {
  const loop = [...node.ancestors()].find(({ kind }) => kind === 'foreach' || kind === 'clause');
  if (loop?.get('operator')?.type === 'in') return 'string';
  const source = loop?.get('right');
  const counted = source?.kind === 'call' && calleeName(source) === 'enumerate';
  return counted && loop?.get('left')?.parts[0] === node ? 'number' : 'unknown';
}

function typeByUse(node: Syntax): ValueType {
  const { parent } = node;
  if (parent === undefined) return 'unknown';
  if (parent.kind === 'update') return 'number';
  if (parent.kind === 'index' && parent.parts[0] !== node)
    return parent.get('subscript', 'index') === node ? 'number' : 'unknown';
  if (parent.kind === 'index') return 'sequence';
  if (parent.kind === 'member' && parent.parts[0] === node) {
    const name = parent.get('property', 'attribute')?.text ?? '';
    if (name === 'length') return 'sequence';
    // A method that is not known may belong to anything; a value with fields of its own is no number and no text.
    return parent.parent?.get('function') === parent ? typeByMethod(name) : 'object';
  }
  if (parent.kind === 'arguments') {
    const called = parent.parent === undefined ? '' : calleeName(parent.parent);
    if (called === 'len') return 'sequence';
    if (['range', 'abs', 'sqrt', 'floor', 'chr', 'ceil'].includes(called)) return 'number';
    if (['sum', 'sorted', 'reversed', 'enumerate'].includes(called)) return 'list';
    if (called === 'ord') return 'string';
  }
  if (parent.kind === 'arithmetic' || parent.kind === 'comparison') {
    const operator = parent.get('operator', 'operators')?.text ?? '';
    const other = parent.parts.find((part) => part !== node && part.field !== 'operator' && part.field !== 'operators');
    if (['-', '*', '/', '//', '%', '**'].includes(operator) && parent.parts[0] === node) return 'number';
    if (other?.kind === 'number' || other?.kind === 'sign') return 'number';
    if (other?.kind === 'string' && operator !== 'in' && operator !== 'not in') return 'string';
  }
  if (parent.kind === 'augmented' && parent.get('right')?.kind === 'number') return 'number';
  return 'unknown';
}

function typeByMethod(name: string): ValueType {
  if (stringMethods.has(name)) return 'string';
  if (listMethods.has(name)) return 'list';
  if (objectMethods.has(name)) return 'object';
  return sequenceMethods.has(name) ? 'sequence' : 'unknown';
}

/** Last name of what is called: `c` of `a.b.c()`. */
export function calleeName(call: Syntax): string {
  const callee = call.get('function', 'constructor');
  return (callee?.kind === 'member' ? callee.get('property', 'attribute') : callee)?.text ?? '';
}
