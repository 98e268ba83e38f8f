import type { Node } from 'web-tree-sitter';
import type { Import, ImportedName } from '../types.ts';

/** Static, dynamic and CommonJS imports whose module is a literal, in the order of the text. */
export function imports(root: Node): Import[] {
  const types = ['import_statement', 'export_statement'];
  // Calls are many: they are looked at only where the words are.
  if (/\b(?:require|import)\s*\(/.test(root.text)) types.push('call_expression');
  return root.descendantsOfType(types).flatMap((node) => {
    switch (node.type) {
      case 'import_statement':
        return importStatement(node);
      case 'export_statement':
        return exportFrom(node);
      default:
        return importCall(node);
    }
  });
}

/** Value of a string literal, or of a template without substitutions. */
export function literal(node: Node | null | undefined): string | undefined {
  if (node?.type === 'string') return node.text.slice(1, -1);
  if (node?.type !== 'template_string') return undefined;
  return node.namedChildren.some((child) => child.type === 'template_substitution')
    ? undefined
    : node.text.slice(1, -1);
}

export function hasToken(node: Node, type: string): boolean {
  return node.children.some((child) => child.type === type && !child.isNamed);
}

/** `export type * from` is blanked to `export      * from`, which the grammar can read and nobody writes. */
export function readable(text: string): string {
  return text.replace(/(\bexport\s+)type(?=\s*\*)/g, '$1    ');
}

export function isTypeOnly(statement: Node): boolean {
  const [first, second] = statement.children;
  const blanked = second?.startIndex !== undefined && second.startIndex - (first?.endIndex ?? 0) >= 5;
  return (
    hasToken(statement, 'type') || (statement.type === 'export_statement' && blanked && !/^[{\w]/.test(second.text))
  );
}

function found(node: Node, source: string, kind: Import['kind'], names: ImportedName[], typeOnly: boolean): Import {
  return {
    source,
    kind,
    level: 0,
    names,
    typeOnly,
    line: node.startPosition.row + 1,
    endLine: node.endPosition.row + 1,
  };
}

function importStatement(node: Node): Import[] {
  const assigned = node.namedChildren.find((child) => child.type === 'import_require_clause');
  const source = literal((assigned ?? node).childForFieldName('source'));
  if (source === undefined) return [];
  if (assigned !== undefined) {
    const local = assigned.firstNamedChild?.text ?? '';
    return [found(node, source, 'require', [{ name: '*', local }], false)];
  }
  const clause = node.namedChildren.find((child) => child.type === 'import_clause');
  const names = (clause?.namedChildren ?? []).flatMap((child): ImportedName[] => {
    if (child.type === 'identifier') return [{ name: 'default', local: child.text }];
    if (child.type === 'namespace_import') return [{ name: '*', local: child.firstNamedChild?.text ?? '' }];
    return child.type === 'named_imports' ? specifiers(child) : [];
  });
  const only = clause?.namedChildren.find((child) => child.type === 'named_imports');
  const inline = only !== undefined && clause?.namedChildCount === 1 && allTypes(only);
  return [found(node, source, 'import', names, hasToken(node, 'type') || inline)];
}

function allTypes(list: Node): boolean {
  const items = list.namedChildren.filter((child) => child.type !== 'comment');
  return items.length > 0 && items.every((child) => hasToken(child, 'type'));
}

function specifiers(list: Node): ImportedName[] {
  return list.namedChildren.flatMap((child) => {
    const name = child.childForFieldName('name')?.text;
    return name === undefined ? [] : [{ name, local: child.childForFieldName('alias')?.text ?? name }];
  });
}

function exportFrom(node: Node): Import[] {
  const source = literal(node.childForFieldName('source'));
  if (source === undefined) return [];
  const clause = node.namedChildren.find((child) => child.type === 'export_clause');
  const names = clause === undefined ? [{ name: '*', local: '*' }] : specifiers(clause);
  return [found(node, source, 'export-from', names, isTypeOnly(node))];
}

function importCall(node: Node): Import[] {
  const called = node.childForFieldName('function');
  const dynamic = called?.type === 'import';
  if (!dynamic && !(called?.type === 'identifier' && called.text === 'require')) return [];
  const source = literal(node.childForFieldName('arguments')?.namedChildren.find((child) => child.type !== 'comment'));
  if (source === undefined) return [];
  const typeOnly = dynamic && inType(node);
  return [found(node, source, dynamic ? 'dynamic' : 'require', boundNames(node, dynamic && !typeOnly), typeOnly)];
}

/** `typeof import('m')` and `import('m').T` where a type is wanted. */
function inType(call: Node): boolean {
  let node = call.parent;
  while (node?.type === 'member_expression' || node?.type === 'call_expression') node = node.parent;
  return node !== null && /(?:^|_)(?:type|types|annotation|alias_declaration|query)$|^type_/.test(node.type);
}

/** Names that `const {a, b: c} = require('m')`, `= await import('m')` or `require('m').a` take. */
function boundNames(call: Node, dynamic: boolean): ImportedName[] {
  let value = call;
  while (value.parent?.type === 'await_expression' || value.parent?.type === 'parenthesized_expression') {
    value = value.parent;
  }
  const { parent } = value;
  // `import('m').then` is the promise's name, not the module's.
  if (parent?.type === 'member_expression' && (value.id !== call.id || !dynamic)) {
    const name = parent.childForFieldName('property')?.text ?? '';
    return [{ name, local: name }];
  }
  const target = parent?.type === 'variable_declarator' ? parent.childForFieldName('name') : null;
  if (target?.type === 'identifier') return [{ name: '*', local: target.text }];
  if (target?.type !== 'object_pattern') return [];
  return target.namedChildren.flatMap((child) => {
    if (child.type === 'shorthand_property_identifier_pattern') return [{ name: child.text, local: child.text }];
    const name = child.childForFieldName('key')?.text;
    return name === undefined ? [] : [{ name, local: child.childForFieldName('value')?.text ?? name }];
  });
}
