import type { Model } from './model.ts';
import { type Proposal, replacing, type Template } from './template.ts';
import type { Syntax } from './tree.ts';

/** Classes of the language that are taken for one another; of several families, those of one first. */
const families: Readonly<Record<'python' | 'ecmascript', readonly (readonly string[])[]>> = {
  python: [
    ['TypeError', 'ValueError', 'OverflowError', 'ZeroDivisionError'],
    ['KeyError', 'IndexError', 'AttributeError', 'LookupError', 'NameError'],
    ['OSError', 'FileNotFoundError', 'PermissionError', 'NotADirectoryError', 'ImportError', 'ModuleNotFoundError'],
    ['ValueError', 'UnicodeDecodeError', 'UnicodeEncodeError'],
    ['RuntimeError', 'NotImplementedError', 'RecursionError', 'StopIteration'],
  ],
  ecmascript: [['Error', 'TypeError', 'RangeError', 'SyntaxError', 'ReferenceError', 'URIError']],
};
/** What a class catches with itself. */
const covers: Readonly<Record<string, readonly string[]>> = {
  OSError: ['FileNotFoundError', 'PermissionError', 'NotADirectoryError'],
  LookupError: ['KeyError', 'IndexError'],
  ValueError: ['UnicodeDecodeError', 'UnicodeEncodeError'],
  ImportError: ['ModuleNotFoundError'],
  RuntimeError: ['NotImplementedError', 'RecursionError'],
};
const catchesAll = new Set(['Exception', 'BaseException']);
/** Made of five things, unlike the others. */
const elaborate = /^Unicode/;
const sameFamily = 0.8;
const otherFamily = 0.25;
const ofTheFile = 0.6;

const exceptionName = /^(?:[A-Z]\w*)?(?:Error|Exception)$/;
const namesKnown = new WeakMap<Model, ReadonlySet<string>>();

/** Classes of errors by their names that the file defines, imports, throws or catches. */
function namesOf(model: Model): ReadonlySet<string> {
  const known = namesKnown.get(model);
  if (known !== undefined) return known;
  const found = new Set<string>();
  for (const { kind, text } of model.root.walk()) if (kind === 'name' && exceptionName.test(text)) found.add(text);
  namesKnown.set(model, found);
  return found;
}

/** What may be meant besides or instead of these. */
function othersThan(given: readonly string[], model: Model): Map<string, number> {
  const found = new Map<string, number>();
  const add = (name: string, weight: number): void => {
    if (!given.includes(name)) found.set(name, Math.max(weight, found.get(name) ?? 0));
  };
  for (const family of families[model.dialect.family]) {
    const weight = family.some((one) => given.includes(one)) ? sameFamily : otherFamily;
    for (const name of family) add(name, weight);
  }
  for (const name of namesOf(model)) add(name, ofTheFile);
  return found;
}

/** Another class caught as well, or instead. */
function* caught(node: Syntax, model: Model): Generator<Proposal> {
  const clause = node.parent?.type === 'as_pattern' ? node.parent.parent : node.parent;
  if (clause?.type !== 'except_clause') return;
  const given = (node.kind === 'list' ? node.parts : [node]).map(({ text }) => text);
  const covered = new Set(given.flatMap((name) => covers[name] ?? []));
  const all = given.some((name) => catchesAll.has(name));
  for (const [name, weight] of othersThan(given, model)) {
    if (!all && !covered.has(name) && !catchesAll.has(name))
      yield replacing(node, `(${[...given, name].join(', ')})`, weight);
    if (node.kind !== 'list') yield replacing(node, name, 0.5 * weight);
  }
}

/** Another class thrown. */
function* thrown(node: Syntax, model: Model): Generator<Proposal> {
  const [made] = node.parts;
  const name = made?.get('function', 'constructor') ?? made;
  if (name?.kind !== 'name' || !exceptionName.test(name.text)) return;
  for (const [text, weight] of othersThan([name.text], model))
    if (!elaborate.test(text)) yield replacing(name, text, weight);
}

export const exceptionTemplates: readonly Template[] = [
  {
    id: 'caught-exception',
    summary: 'another class of errors caught as well, or instead',
    weight: 0.2,
    kinds: ['name', 'list'],
    propose: caught,
  },
  {
    id: 'thrown-exception',
    summary: 'an error of another class thrown',
    weight: 0.25,
    kinds: ['throw'],
    propose: thrown,
  },
];
