import type { Kind } from './kinds.ts';
import type { Syntax } from './tree.ts';

/** Kinds that are values wherever they stand (names and properties need a look at their place, see `isValue`). */
const valueKinds: ReadonlySet<Kind> = new Set<Kind>([
  'arithmetic',
  'comparison',
  'logical',
  'not',
  'sign',
  'call',
  'new',
  'member',
  'index',
  'name',
  'number',
  'string',
  'boolean',
  'null',
  'list',
  'object',
  'ternary',
  'await',
  'comprehension',
  'parenthesized',
]);

/** The node is an expression that is read: no assignment target, declared name, parameter, callee's name or keyword. */
export function isValue(node: Syntax): boolean {
  if (!node.named || !valueKinds.has(node.kind)) return false;
  const { parent } = node;
  if (parent === undefined) return false;
  switch (parent.kind) {
    case 'assignment':
      return node.field === 'right';
    case 'augmented':
      return node.field === 'right';
    case 'declarator':
      return node.field === 'value';
    case 'update':
    case 'parameters':
    case 'block':
    case 'program':
      return false;
    case 'foreach':
    case 'clause':
      return node.field === 'right';
    case 'function':
    case 'class':
      return false;
    case 'lambda':
      return node.field === 'body';
    case 'index':
      // Which element is assigned to is read as well.
      return node.field === 'index' || node.field === 'subscript' || isRead(parent);
    case 'keyword':
      return node.field === 'value';
    case 'pair':
      return node.field === 'value';
    case 'statement':
      return false;
    case 'list':
    case 'object':
    case 'spread':
      return isRead(parent);
    case 'parenthesized':
      return parent.parent !== undefined;
    default:
      return !unread.has(parent.type) && isRead(parent);
  }
}

/** Nodes whose names are bindings, types or imports. */
const unread = new Set([
  'dotted_name',
  'import_statement',
  'import_from_statement',
  'aliased_import',
  'import_specifier',
  'import_clause',
  'namespace_import',
  'export_specifier',
  'typed_parameter',
  'default_parameter',
  'typed_default_parameter',
  'type',
  'list_splat_pattern',
  'dictionary_splat_pattern',
  'pattern_list',
  'tuple_pattern',
  'array_pattern',
  'object_pattern',
  'rest_pattern',
  'assignment_pattern',
  'catch_clause',
  'as_pattern',
  'as_pattern_target',
  'global_statement',
  'nonlocal_statement',
  'decorator',
  'type_annotation',
  'type_arguments',
  'delete_statement',
  'labeled_statement',
  'required_parameter',
  'optional_parameter',
  'except_clause',
  'named_expression',
  'enum_assignment',
  'class_heritage',
]);

/** What a value is assigned to as it stands; undefined elsewhere. */
export function targetOf({ parent, field }: Syntax): Syntax | undefined {
  if (parent?.kind !== 'assignment' && parent?.kind !== 'declarator') return undefined;
  return field === 'right' || field === 'value' ? parent.get('left', 'name') : undefined;
}

/** Lists and tuples may also be assignment targets. */
function isRead(node: Syntax): boolean {
  return !(
    node.field === 'left' &&
    node.parent !== undefined &&
    node.parent.kind !== 'arithmetic' &&
    node.parent.kind !== 'comparison' &&
    node.parent.kind !== 'logical'
  );
}
