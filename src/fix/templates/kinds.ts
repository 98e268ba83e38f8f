/** What a node shows of itself before its kind is known. */
export interface Shape {
  readonly type: string;
  readonly named: boolean;
  readonly field: string | undefined;
  readonly children: readonly Shape[];
}

/** One vocabulary for the node types of both syntax families, as far as templates tell them apart. */
export type Kind =
  | 'arithmetic'
  | 'comparison'
  | 'logical'
  | 'not'
  | 'sign'
  | 'update'
  | 'assignment'
  | 'augmented'
  | 'declarator'
  | 'call'
  | 'new'
  | 'member'
  | 'index'
  | 'slice'
  | 'name'
  | 'property'
  | 'number'
  | 'string'
  | 'regex'
  | 'boolean'
  | 'null'
  | 'list'
  | 'object'
  | 'pair'
  | 'ternary'
  | 'await'
  | 'lambda'
  | 'comprehension'
  | 'clause'
  | 'filter'
  | 'arguments'
  | 'keyword'
  | 'spread'
  | 'parameters'
  | 'parenthesized'
  | 'function'
  | 'class'
  | 'if'
  | 'elif'
  | 'else'
  | 'for'
  | 'foreach'
  | 'while'
  | 'return'
  | 'break'
  | 'continue'
  | 'throw'
  | 'try'
  | 'switch'
  | 'case'
  | 'statement'
  | 'declaration'
  | 'block'
  | 'program'
  | 'comment'
  | 'other';

const kinds: Readonly<Record<string, Kind>> = {
  // ECMAScript
  unary_expression: 'sign',
  update_expression: 'update',
  assignment_expression: 'assignment',
  augmented_assignment_expression: 'augmented',
  variable_declarator: 'declarator',
  call_expression: 'call',
  new_expression: 'new',
  member_expression: 'member',
  subscript_expression: 'index',
  property_identifier: 'property',
  shorthand_property_identifier: 'name',
  number: 'number',
  template_string: 'string',
  regex: 'regex',
  undefined: 'null',
  null: 'null',
  array: 'list',
  ternary_expression: 'ternary',
  await_expression: 'await',
  arrow_function: 'lambda',
  function_expression: 'lambda',
  generator_function: 'lambda',
  arguments: 'arguments',
  spread_element: 'spread',
  formal_parameters: 'parameters',
  function_declaration: 'function',
  generator_function_declaration: 'function',
  method_definition: 'function',
  class_declaration: 'class',
  for_in_statement: 'foreach',
  do_statement: 'while',
  throw_statement: 'throw',
  switch_statement: 'switch',
  switch_case: 'case',
  switch_default: 'case',
  lexical_declaration: 'declaration',
  variable_declaration: 'declaration',
  statement_block: 'block',
  program: 'program',
  // Python
  binary_operator: 'arithmetic',
  comparison_operator: 'comparison',
  boolean_operator: 'logical',
  not_operator: 'not',
  unary_operator: 'sign',
  assignment: 'assignment',
  augmented_assignment: 'augmented',
  call: 'call',
  attribute: 'member',
  subscript: 'index',
  slice: 'slice',
  integer: 'number',
  float: 'number',
  concatenated_string: 'string',
  none: 'null',
  list: 'list',
  tuple: 'list',
  set: 'list',
  dictionary: 'object',
  conditional_expression: 'ternary',
  await: 'await',
  lambda: 'lambda',
  list_comprehension: 'comprehension',
  set_comprehension: 'comprehension',
  dictionary_comprehension: 'comprehension',
  generator_expression: 'comprehension',
  for_in_clause: 'clause',
  if_clause: 'filter',
  argument_list: 'arguments',
  keyword_argument: 'keyword',
  list_splat: 'spread',
  dictionary_splat: 'spread',
  parameters: 'parameters',
  lambda_parameters: 'parameters',
  function_definition: 'function',
  class_definition: 'class',
  elif_clause: 'elif',
  raise_statement: 'throw',
  match_statement: 'switch',
  case_clause: 'case',
  block: 'block',
  module: 'program',
  pass_statement: 'statement',
  delete_statement: 'statement',
  // both
  identifier: 'name',
  true: 'boolean',
  false: 'boolean',
  string: 'string',
  object: 'object',
  pair: 'pair',
  parenthesized_expression: 'parenthesized',
  if_statement: 'if',
  else_clause: 'else',
  while_statement: 'while',
  return_statement: 'return',
  break_statement: 'break',
  continue_statement: 'continue',
  try_statement: 'try',
  expression_statement: 'statement',
  comment: 'comment',
};

const comparisons = new Set(['<', '<=', '>', '>=', '==', '!=', '===', '!==', 'in', 'instanceof']);
const connectives = new Set(['&&', '||', '??']);

function child(node: Shape, field: string): Shape | undefined {
  return node.children.find((one) => one.field === field);
}

/** Kind of a node whose children are in place. */
export function kindOf(node: Shape): Kind {
  if (!node.named) return 'other';
  if (node.type === 'binary_expression') {
    const operator = child(node, 'operator')?.type ?? '';
    if (comparisons.has(operator)) return 'comparison';
    return connectives.has(operator) ? 'logical' : 'arithmetic';
  }
  if (node.type === 'unary_expression' && child(node, 'operator')?.type === '!') return 'not';
  // Python's `for` names what it binds `left`, ECMAScript's three-part `for` has an initializer.
  if (node.type === 'for_statement') return child(node, 'left') === undefined ? 'for' : 'foreach';
  // Python's assignment targets and names of attributes are plain identifiers; they are told apart by their field.
  if (node.type === 'identifier' && node.field === 'attribute') return 'property';
  return kinds[node.type] ?? 'other';
}

export const statementKinds: ReadonlySet<Kind> = new Set<Kind>([
  'if',
  'for',
  'foreach',
  'while',
  'return',
  'break',
  'continue',
  'throw',
  'try',
  'switch',
  'statement',
  'declaration',
]);

export const loopKinds: ReadonlySet<Kind> = new Set<Kind>(['for', 'foreach', 'while']);

export const functionKinds: ReadonlySet<Kind> = new Set<Kind>(['function', 'lambda']);
