import type { Node } from 'web-tree-sitter';
import { type Callee, type LanguageFamily, role } from '../family.ts';
import { declarations } from './declarations.ts';
import { exports } from './exports.ts';
import { imports, readable } from './imports.ts';

/** JavaScript and TypeScript, with and without JSX. */
export const ecmascript: LanguageFamily = {
  roles: {
    function_declaration: role.symbol | role.function,
    generator_function_declaration: role.symbol | role.function,
    function_signature: role.symbol,
    method_definition: role.symbol | role.function,
    method_signature: role.symbol,
    abstract_method_signature: role.symbol,
    class_declaration: role.symbol,
    abstract_class_declaration: role.symbol,
    interface_declaration: role.symbol,
    type_alias_declaration: role.symbol,
    enum_declaration: role.symbol,
    internal_module: role.symbol,
    module: role.symbol,
    variable_declarator: role.symbol,
    assignment_expression: role.symbol,
    pair: role.symbol,
    field_definition: role.symbol,
    public_field_definition: role.symbol,
    arrow_function: role.symbol | role.function,
    function_expression: role.symbol | role.function,
    generator_function: role.symbol | role.function,
    class: role.symbol,
    call_expression: role.call,
    new_expression: role.call,
    if_statement: role.decision | role.nesting,
    for_statement: role.decision | role.nesting | role.loop,
    for_in_statement: role.decision | role.nesting | role.loop,
    while_statement: role.decision | role.nesting | role.loop,
    do_statement: role.decision | role.nesting | role.loop,
    switch_statement: role.nesting,
    try_statement: role.nesting,
    switch_case: role.decision,
    catch_clause: role.decision,
    ternary_expression: role.decision,
    '"&&"': role.decision,
    '"||"': role.decision,
    '"??"': role.decision,
    '"&&="': role.decision,
    '"||="': role.decision,
    '"??="': role.decision,
    export_statement: role.wrapper,
    ambient_declaration: role.wrapper,
    lexical_declaration: role.wrapper,
    variable_declaration: role.wrapper,
    expression_statement: role.wrapper,
    decorator: role.decorator,
    comment: role.comment,
  },
  onceFields: new Set(['right', 'initializer']),
  elseType: 'else_clause',
  awaitType: 'await_expression',
  argumentsType: 'arguments',
  iterators: new Set([
    'forEach',
    'map',
    'flatMap',
    'filter',
    'reduce',
    'reduceRight',
    'some',
    'every',
    'find',
    'findIndex',
    'findLast',
    'findLastIndex',
    'sort',
    'toSorted',
  ]),
  declarations,
  callee,
  isDecision: () => true,
  docOfComment,
  readable,
  imports,
  exports,
};

function callee(node: Node): Callee | undefined {
  const construct = node.type === 'new_expression';
  const called = node.childForFieldName(construct ? 'constructor' : 'function');
  if (called === null || called.type === 'import') return undefined;
  const list = node.childForFieldName('arguments');
  const passed = list?.type === 'arguments' ? list.namedChildren.filter((child) => child.type !== 'comment') : [];
  const property = called.childForFieldName('property');
  return {
    name: property?.text ?? (called.type === 'identifier' || called.type === 'super' ? called.text : ''),
    text: called.text,
    receiver: property === null ? undefined : called.childForFieldName('object')?.text,
    argumentCount: list?.type === 'template_string' ? 1 : passed.length,
    spread: passed.some((child) => child.type === 'spread_element'),
    construct,
  };
}

function docOfComment(text: string): string | undefined {
  if (!text.startsWith('/**') || text.length < 5) return undefined;
  return text
    .slice(3, -2)
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, '').trimEnd())
    .join('\n')
    .trim();
}
