import type { Node } from 'web-tree-sitter';
import type { Declaration, DeclarationContext } from '../family.ts';
import { fold } from '../text.ts';
import type { SymbolKind } from '../types.ts';
import { parameters } from './parameters.ts';
import { stringValue } from './strings.ts';

/** Reads what a node declares, see `LanguageFamily.declarations`. */
export function declarations(node: Node, context: DeclarationContext): readonly Declaration[] {
  const left = node.type === 'assignment' ? node.childForFieldName('left') : null;
  if (left !== null && left.type !== 'identifier') {
    return context.moduleLevel ? targets(left).map((name) => moduleValue(name)) : [];
  }
  const read = declaration(node, context);
  return read === undefined ? [] : [read];
}

function declaration(node: Node, context: DeclarationContext): Declaration | undefined {
  switch (node.type) {
    case 'function_definition':
      return functionLike(node, context);
    case 'class_definition':
      return classLike(node);
    case 'assignment':
      return assignment(node, context);
    case 'type_alias_statement':
      return typeAlias(node, context);
    default:
      return undefined;
  }
}

function functionLike(node: Node, context: DeclarationContext): Declaration | undefined {
  const name = node.childForFieldName('name');
  if (name === null) return undefined;
  const body = node.childForFieldName('body') ?? undefined;
  const decorators = decoratorNames(node, context);
  const inClass = context.enclosing?.kind === 'class';
  const kind = inClass ? methodKind(name.text, decorators) : 'function';
  const unbound = decorators.includes('staticmethod');
  const all = parameters(node.childForFieldName('parameters'));
  return {
    name: name.text,
    kind,
    nameNode: name,
    body,
    lastNode: lastCode(body),
    parameters: inClass && !unbound ? withoutReceiver(all) : all,
    returnType: annotation(node.childForFieldName('return_type')),
    async: node.firstChild?.type === 'async',
    static: unbound || decorators.includes('classmethod'),
    abstract: decorators.some((decorator) => decorator.endsWith('abstractmethod')),
    visibility: visibilityOf(name.text),
    doc: docstring(body),
  };
}

/** The last leaf that is no comment: comments after a body's last statement belong to what follows. */
function lastCode(body: Node | undefined): Node | undefined {
  let node = body;
  for (;;) {
    let last = node?.lastChild ?? null;
    while (last?.type === 'comment') last = last.previousSibling;
    if (last === null) return node;
    node = last;
  }
}

/** `self` and `cls`, which callers do not pass. */
function withoutReceiver<T extends { readonly rest: unknown }>(all: T[]): T[] {
  return all[0]?.rest === undefined ? all.slice(1) : all;
}

function methodKind(name: string, decorators: readonly string[]): SymbolKind {
  if (name === '__init__') return 'constructor';
  if (decorators.some((decorator) => decorator.endsWith('.setter'))) return 'setter';
  return decorators.some((decorator) => /(?:^|\.|_)property$/.test(decorator)) ? 'getter' : 'method';
}

function decoratorNames(node: Node, context: DeclarationContext): string[] {
  if (context.ancestor(1) !== 'decorated_definition') return [];
  return (node.parent?.namedChildren ?? [])
    .filter((child) => child.type === 'decorator')
    .map((child) => fold(child.text).replace(/^@\s*/, '').replace(/\(.*$/, ''));
}

function classLike(node: Node): Declaration | undefined {
  const name = node.childForFieldName('name');
  if (name === null) return undefined;
  const body = node.childForFieldName('body') ?? undefined;
  return {
    name: name.text,
    kind: 'class',
    nameNode: name,
    body,
    lastNode: lastCode(body),
    abstract: /\bABC(?:Meta)?\b/.test(node.childForFieldName('superclasses')?.text ?? ''),
    visibility: visibilityOf(name.text),
    doc: docstring(body),
  };
}

function assignment(node: Node, context: DeclarationContext): Declaration | undefined {
  const left = node.childForFieldName('left');
  const right = node.childForFieldName('right');
  if (left?.type !== 'identifier') return undefined;
  const common = { name: left.text, nameNode: left, visibility: visibilityOf(left.text) };
  if (right?.type === 'lambda') {
    const kind = context.enclosing?.kind === 'class' ? 'method' : 'function';
    const all = parameters(right.childForFieldName('parameters'));
    const body = right.childForFieldName('body') ?? undefined;
    return { ...common, kind, body, parameters: kind === 'method' ? withoutReceiver(all) : all };
  }
  if (!context.moduleLevel) return undefined;
  return { ...moduleValue(left), type: annotation(node.childForFieldName('type')) };
}

function moduleValue(name: Node): Declaration {
  const kind = /^_*[A-Z][A-Z0-9_]*$/.test(name.text) ? 'constant' : 'variable';
  return { name: name.text, kind, nameNode: name, visibility: visibilityOf(name.text) };
}

/** Names that `a, (b, *c) = ...` binds; attributes and items bind none. */
function targets(left: Node): Node[] {
  if (left.type === 'identifier') return [left];
  if (left.type === 'attribute' || left.type === 'subscript') return [];
  return left.namedChildren.flatMap(targets);
}

function typeAlias(node: Node, context: DeclarationContext): Declaration | undefined {
  const left = node.childForFieldName('left');
  const name = left?.descendantsOfType('identifier')[0];
  if (name === undefined || !context.moduleLevel) return undefined;
  const type = fold(node.childForFieldName('right')?.text ?? '');
  return { name: name.text, kind: 'type', nameNode: name, type, visibility: visibilityOf(name.text) };
}

/** By the naming convention: `_x` for this package and subclasses, `__x` (mangled) for the class alone. */
export function visibilityOf(name: string): 'public' | 'protected' | 'private' {
  if (/^__.*__$/.test(name)) return 'public';
  if (name.startsWith('__')) return 'private';
  return name.startsWith('_') && name !== '_' ? 'protected' : 'public';
}

function annotation(node: Node | null): string | undefined {
  return node === null ? undefined : fold(node.text);
}

/** The string that a body starts with, its margin removed as `inspect.cleandoc` does. */
function docstring(body: Node | undefined): string | undefined {
  const first = body?.namedChildren.find((child) => child.type !== 'comment');
  const string = first?.type === 'expression_statement' ? first.firstNamedChild : null;
  const value = string?.type === 'string' ? stringValue(string) : undefined;
  if (value === undefined) return undefined;
  const [head = '', ...rest] = value.replace(/\t/g, '        ').split(/\r?\n/);
  const margins = rest.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  const margin = margins.length === 0 ? 0 : Math.min(...margins);
  return [head.trimStart(), ...rest.map((line) => line.slice(margin))]
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
}
