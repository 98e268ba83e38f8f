import type { Node } from 'web-tree-sitter';
import type { SymbolScope } from '../family.ts';
import { fold } from '../text.ts';
import type { CodeSymbol, Export } from '../types.ts';
import { nameText, patternNames } from './declarations.ts';
import { hasToken, isTypeOnly, literal } from './imports.ts';

type Local = ReadonlyMap<string, CodeSymbol>;

/** ES module exports and the CommonJS ones that stand at the top level of the file. */
export function exports({ root, symbols }: SymbolScope): Export[] {
  const locals = new Map<string, CodeSymbol>();
  for (const symbol of symbols) {
    if (!locals.has(symbol.qualifiedName) || symbol.body === undefined) locals.set(symbol.qualifiedName, symbol);
  }
  return root.namedChildren.flatMap((child) => {
    if (child.type === 'export_statement') return exportStatement(child, locals);
    return assignments(child).flatMap((node) => commonJs(node, locals));
  });
}

function found(
  node: Node,
  name: string,
  form: Export['form'],
  locals: Local,
  local?: string,
  rest: { source?: string; typeOnly?: boolean } = {},
): Export {
  return {
    name,
    form,
    local,
    symbol: local === undefined ? undefined : locals.get(local),
    source: rest.source,
    typeOnly: rest.typeOnly ?? false,
    line: node.startPosition.row + 1,
  };
}

function exportStatement(node: Node, locals: Local): Export[] {
  const source = literal(node.childForFieldName('source'));
  const typeOnly = isTypeOnly(node);
  const clause = node.namedChildren.find((child) => child.type === 'export_clause');
  if (clause !== undefined) return exportClause(clause, source, typeOnly, locals);
  if (source !== undefined) {
    const namespace = node.namedChildren.find((child) => child.type === 'namespace_export');
    const name = namespace?.firstNamedChild ?? undefined;
    return [
      found(node, name === undefined ? '*' : nameText(name), 're-export', locals, undefined, { source, typeOnly }),
    ];
  }
  const declared = node.childForFieldName('declaration');
  const value = node.childForFieldName('value');
  if (hasToken(node, 'default')) {
    const name = declared?.childForFieldName('name')?.text ?? value?.childForFieldName('name')?.text;
    const local = value?.type === 'identifier' ? value.text : (name ?? 'default');
    const isType = declared?.type === 'interface_declaration';
    return [found(node, 'default', 'default', locals, locals.has(local) ? local : undefined, { typeOnly: isType })];
  }
  if (declared !== null)
    return declaredNames(declared).map((one) => found(one.node, one.name, 'named', locals, one.name, one));
  if (!hasToken(node, '=')) return [];
  const assigned = node.namedChildren.find((child) => child.type === 'identifier')?.text;
  return [found(node, 'default', 'commonjs', locals, assigned)];
}

function exportClause(clause: Node, source: string | undefined, typeOnly: boolean, locals: Local): Export[] {
  return clause.namedChildren.flatMap((item) => {
    const from = item.childForFieldName('name');
    if (from === null) return [];
    const name = nameText(item.childForFieldName('alias') ?? from);
    const type = typeOnly || hasToken(item, 'type');
    if (source !== undefined) return [found(item, name, 're-export', locals, undefined, { source, typeOnly: type })];
    const form = name === 'default' ? 'default' : 'named';
    return [found(item, name, form, locals, from.text, { typeOnly: type })];
  });
}

const typeDeclarations = new Set(['interface_declaration', 'type_alias_declaration']);

function declaredNames(declared: Node): { name: string; node: Node; typeOnly: boolean }[] {
  if (declared.type === 'ambient_declaration') return declared.namedChildren.flatMap(declaredNames);
  const typeOnly = typeDeclarations.has(declared.type);
  if (declared.type !== 'lexical_declaration' && declared.type !== 'variable_declaration') {
    const name = declared.childForFieldName('name');
    return name === null ? [] : [{ name: nameText(name), node: name, typeOnly }];
  }
  return declared.namedChildren
    .filter((child) => child.type === 'variable_declarator')
    .flatMap((child) => patternNames(child.childForFieldName('name')))
    .map((node) => ({ name: node.text, node, typeOnly }));
}

interface Assignment {
  readonly left: Node;
  readonly right: Node;
  /** `app` of `const app = module.exports = {}`. */
  readonly local: string | undefined;
}

/** Assignments of a top-level statement, through chains such as `exports = module.exports = f`. */
function assignments(statement: Node): Assignment[] {
  const chains: { value: Node | null; local: string | undefined }[] = [];
  if (statement.type === 'expression_statement') chains.push({ value: statement.firstNamedChild, local: undefined });
  if (statement.type === 'lexical_declaration' || statement.type === 'variable_declaration') {
    for (const declarator of statement.namedChildren) {
      chains.push({ value: declarator.childForFieldName('value'), local: declarator.childForFieldName('name')?.text });
    }
  }
  return chains.flatMap(({ value, local }) => {
    const links: Assignment[] = [];
    for (let node = value; node?.type === 'assignment_expression'; node = node.childForFieldName('right')) {
      const left = node.childForFieldName('left');
      const right = node.childForFieldName('right');
      if (left === null || right === null) break;
      links.push({ left, right, local });
    }
    return links;
  });
}

function commonJs({ left, right, local }: Assignment, locals: Local): Export[] {
  const target = left.type === 'member_expression' ? fold(left.text) : '';
  if (target === 'module.exports') return moduleExports(left, right, local, locals);
  const name = /^(?:module\.)?exports\.([\w$]+)$/.exec(target)?.[1];
  if (name === undefined || name === '__esModule') return [];
  const form = 'commonjs';
  return [found(left, name, form, locals, right.type === 'identifier' ? right.text : name)];
}

function moduleExports(left: Node, value: Node, local: string | undefined, locals: Local): Export[] {
  // In a chain the last value counts; its links come here one by one.
  if (value.type === 'assignment_expression') return moduleExports(left, value.lastNamedChild ?? left, local, locals);
  if (value.type !== 'object' || local !== undefined) {
    const name =
      value.type === 'identifier' ? value.text : (local ?? value.childForFieldName('name')?.text ?? 'default');
    return [found(left, 'default', 'commonjs', locals, name)];
  }
  return value.namedChildren.flatMap((item) => objectExport(item, locals));
}

function objectExport(item: Node, locals: Local): Export[] {
  if (item.type === 'shorthand_property_identifier') return [found(item, item.text, 'commonjs', locals, item.text)];
  if (item.type === 'spread_element') {
    const source = literal(item.firstNamedChild?.childForFieldName('arguments')?.firstNamedChild);
    return source === undefined ? [] : [found(item, '*', 're-export', locals, undefined, { source })];
  }
  const key = item.childForFieldName('key') ?? item.childForFieldName('name');
  if (key === null || key.type === 'computed_property_name') return [];
  const value = item.childForFieldName('value');
  return [found(item, nameText(key), 'commonjs', locals, value?.type === 'identifier' ? value.text : nameText(key))];
}
