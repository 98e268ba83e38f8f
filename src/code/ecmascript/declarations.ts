import type { Node } from 'web-tree-sitter';
import type { Declaration, DeclarationContext } from '../family.ts';
import { fold } from '../text.ts';
import type { CodeSymbol, SymbolKind } from '../types.ts';
import { membersOf } from './members.ts';
import { annotation, parameters } from './parameters.ts';

const functionTypes = new Set(['arrow_function', 'function_expression', 'generator_function']);

/** Reads what a node declares, see `LanguageFamily.declarations`. */
export function declarations(node: Node, context: DeclarationContext): readonly Declaration[] {
  const pattern = node.type === 'variable_declarator' ? node.childForFieldName('name') : null;
  if (pattern?.type === 'object_pattern' || pattern?.type === 'array_pattern') {
    const kind = moduleValueKind(node, context);
    return kind === undefined ? [] : patternNames(pattern).map((name) => ({ name: name.text, kind, nameNode: name }));
  }
  const read = declaration(node, context);
  return read === undefined ? [] : [read];
}

function declaration(node: Node, context: DeclarationContext): Declaration | undefined {
  switch (node.type) {
    case 'function_declaration':
    case 'generator_function_declaration':
    case 'function_signature':
      return functionLike(node, node.childForFieldName('name'), 'function');
    case 'method_definition':
    case 'method_signature':
    case 'abstract_method_signature':
      return method(node, context);
    case 'class_declaration':
    case 'abstract_class_declaration':
      return classLike(node, node.childForFieldName('name'));
    case 'interface_declaration':
      return typeLike(node, 'interface', node.childForFieldName('body'));
    case 'enum_declaration':
      return typeLike(node, 'enum', node.childForFieldName('body'));
    case 'type_alias_declaration':
      return typeLike(node, 'type', node.childForFieldName('value'));
    case 'internal_module':
    case 'module':
      return typeLike(node, 'namespace', null);
    case 'variable_declarator':
      return variable(node, context);
    case 'assignment_expression':
      return assignment(node, context);
    case 'pair':
      return bound(node.childForFieldName('key'), node.childForFieldName('value'), 'function');
    case 'field_definition':
    case 'public_field_definition':
      return field(node);
    default:
      return context.ancestor(1) === 'export_statement' ? defaultExport(node) : undefined;
  }
}

function functionLike(node: Node, name: Node | null, kind: SymbolKind, named?: string): Declaration | undefined {
  if (name === null) return undefined;
  const tokens = leadingTokens(node, node.childForFieldName('parameters') ?? node.childForFieldName('parameter'));
  return {
    name: named ?? nameText(name),
    kind,
    nameNode: name,
    body: node.childForFieldName('body') ?? undefined,
    parameters: parameters(node),
    returnType: annotation(node.childForFieldName('return_type')),
    async: tokens.has('async'),
    generator: tokens.has('*') || node.type.startsWith('generator_'),
  };
}

function method(node: Node, context: DeclarationContext): Declaration | undefined {
  // Members of interfaces and object types belong to their type, see members.ts.
  const parent = context.ancestor(1);
  if (node.type === 'method_signature' && parent !== 'class_body') return undefined;
  const name = node.childForFieldName('name');
  if (name === null) return undefined;
  const tokens = leadingTokens(node, name);
  let kind: SymbolKind = 'method';
  if (tokens.has('get')) kind = 'getter';
  else if (tokens.has('set')) kind = 'setter';
  else if (name.text === 'constructor' && parent === 'class_body') kind = 'constructor';
  const read = functionLike(node, name, kind);
  if (read === undefined) return undefined;
  return { ...read, ...modifiers(node, name, tokens), async: tokens.has('async'), generator: tokens.has('*') };
}

function field(node: Node): Declaration | undefined {
  const name = node.childForFieldName('name') ?? node.childForFieldName('property');
  const value = node.childForFieldName('value');
  const read = bound(name, value, 'method');
  if (read === undefined || name === null) return undefined;
  return { ...read, ...modifiers(node, name, leadingTokens(node, name)) };
}

function modifiers(node: Node, name: Node, tokens: ReadonlySet<string>): Partial<Declaration> {
  const access = node.namedChildren.find((child) => child.type === 'accessibility_modifier')?.text;
  return {
    static: tokens.has('static'),
    abstract: node.type === 'abstract_method_signature' || tokens.has('abstract'),
    visibility:
      name.type === 'private_property_identifier' || access === 'private'
        ? 'private'
        : access === 'protected'
          ? 'protected'
          : 'public',
  };
}

function classLike(node: Node, name: Node | null, named?: string): Declaration | undefined {
  if (name === null) return undefined;
  return {
    name: named ?? nameText(name),
    kind: 'class',
    nameNode: name,
    body: node.childForFieldName('body') ?? undefined,
    abstract: node.type === 'abstract_class_declaration',
  };
}

function typeLike(node: Node, kind: SymbolKind, value: Node | null): Declaration | undefined {
  const name = node.childForFieldName('name');
  if (name === null) return undefined;
  return {
    name: nameText(name),
    kind,
    nameNode: name,
    body: node.childForFieldName('body') ?? undefined,
    type: kind === 'type' && value !== null ? fold(value.text) : undefined,
    members: value === null ? [] : membersOf(value),
  };
}

function variable(node: Node, context: DeclarationContext): Declaration | undefined {
  const name = node.childForFieldName('name');
  if (name === null || name.type !== 'identifier') return undefined;
  const read = bound(name, node.childForFieldName('value'), 'function');
  if (read !== undefined) return read;
  const kind = moduleValueKind(node, context);
  if (kind === undefined) return undefined;
  return { name: name.text, kind, nameNode: name, type: annotation(node.childForFieldName('type')) };
}

/** Kind of a declarator that holds for the whole module; undefined inside functions and blocks. */
function moduleValueKind(node: Node, context: DeclarationContext): 'constant' | 'variable' | undefined {
  const holder = context.ancestor(2);
  const atTop = holder === 'program' || holder === 'export_statement' || holder === 'ambient_declaration';
  if (!context.moduleLevel || !atTop) return undefined;
  return node.parent?.firstChild?.type === 'const' ? 'constant' : 'variable';
}

/** Names that a destructuring pattern binds. */
export function patternNames(pattern: Node | null): Node[] {
  if (pattern === null) return [];
  if (pattern.type === 'identifier' || pattern.type === 'shorthand_property_identifier_pattern') return [pattern];
  const part = pattern.childForFieldName('value') ?? pattern.childForFieldName('left');
  return part === null ? pattern.namedChildren.flatMap(patternNames) : patternNames(part);
}

function assignment(node: Node, context: DeclarationContext): Declaration | undefined {
  const left = node.childForFieldName('left');
  const right = node.childForFieldName('right');
  if (left === null || right === null) return undefined;
  if (left.type === 'identifier') return bound(left, right, 'function');
  if (left.type !== 'member_expression') return undefined;
  const property = left.childForFieldName('property');
  const object = fold(left.childForFieldName('object')?.text ?? '');
  if (object === 'module' && property?.text === 'exports') {
    const value = functionOrClass(right);
    return value === undefined ? undefined : bound(value.childForFieldName('name') ?? value, value, 'function');
  }
  if (object === 'exports' || object === 'module.exports') {
    const read = bound(property, right, 'function');
    return read && { ...read, owner: '' };
  }
  const read = bound(property, right, 'method');
  if (read === undefined) return undefined;
  if (object === 'this') return { ...read, owner: ownerOfThis(context.enclosing) };
  return /^[\w$.]+$/.test(object) ? { ...read, owner: object.replace(/\.prototype$/, '') } : read;
}

function ownerOfThis(enclosing: CodeSymbol | undefined): string {
  if (enclosing === undefined || enclosing.kind === 'function') return enclosing?.qualifiedName ?? '';
  return enclosing.qualifiedName.slice(0, -enclosing.name.length - 1);
}

function defaultExport(node: Node): Declaration | undefined {
  return bound(node.childForFieldName('name') ?? node, node, 'function');
}

/** A function or a class that gets its name from where it is put. */
function bound(name: Node | null, value: Node | null, kind: SymbolKind): Declaration | undefined {
  const target = value === null ? undefined : functionOrClass(value);
  if (name === null || target === undefined) return undefined;
  const nameNode = name.id === target.id ? (target.children.find((child) => child.type === '=>') ?? target) : name;
  const named = name.id === target.id ? 'default' : undefined;
  return target.type === 'class' ? classLike(target, nameNode, named) : functionLike(target, nameNode, kind, named);
}

/** The function or class that an expression is, seen through parentheses and type assertions. */
function functionOrClass(value: Node): Node | undefined {
  let node: Node | null = value;
  while (
    node !== null &&
    (node.type === 'parenthesized_expression' || node.type === 'as_expression' || node.type === 'satisfies_expression')
  ) {
    node = node.firstNamedChild;
  }
  return node !== null && (functionTypes.has(node.type) || node.type === 'class') ? node : undefined;
}

/** Keywords before the name or the parameter list. */
function leadingTokens(node: Node, until: Node | null): ReadonlySet<string> {
  const tokens = new Set<string>();
  for (const child of node.children) {
    if (until !== null && child.startIndex >= until.startIndex) break;
    if (!child.isNamed) tokens.add(child.type);
  }
  return tokens;
}

export function nameText(name: Node): string {
  return name.type === 'string' ? name.text.slice(1, -1) : name.text;
}
