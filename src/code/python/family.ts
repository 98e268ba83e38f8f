import type { Node } from 'web-tree-sitter';
import { type Callee, type LanguageFamily, role } from '../family.ts';
import { declarations } from './declarations.ts';
import { exports } from './exports.ts';
import { imports } from './imports.ts';

export const python: LanguageFamily = {
  roles: {
    function_definition: role.symbol | role.function,
    class_definition: role.symbol,
    assignment: role.symbol,
    type_alias_statement: role.symbol,
    lambda: role.function,
    call: role.call,
    if_statement: role.decision | role.nesting,
    elif_clause: role.decision,
    for_statement: role.decision | role.nesting | role.loop,
    while_statement: role.decision | role.nesting | role.loop,
    try_statement: role.nesting,
    with_statement: role.nesting,
    match_statement: role.nesting,
    case_clause: role.decision,
    except_clause: role.decision,
    conditional_expression: role.decision,
    list_comprehension: role.loop,
    set_comprehension: role.loop,
    dictionary_comprehension: role.loop,
    generator_expression: role.loop,
    for_in_clause: role.decision | role.loop | role.clause,
    if_clause: role.decision,
    '"and"': role.decision,
    '"or"': role.decision,
    yield: role.yield,
    decorated_definition: role.wrapper,
    expression_statement: role.wrapper,
    decorator: role.decorator,
  },
  onceFields: new Set(['right', 'alternative']),
  elseType: undefined,
  awaitType: 'await',
  argumentsType: 'argument_list',
  iterators: new Set(),
  declarations,
  callee,
  isDecision: (node) => node.type !== 'case_clause' || !/^case\s+_\s*:/.test(node.text),
  docOfComment: () => undefined,
  readable: (text) => text,
  imports,
  exports,
};

function callee(node: Node): Callee | undefined {
  const called = node.childForFieldName('function');
  if (called === null) return undefined;
  const list = node.childForFieldName('arguments');
  const passed = list?.type === 'argument_list' ? list.namedChildren.filter((child) => child.type !== 'comment') : [];
  const attribute = called.childForFieldName('attribute');
  return {
    name: attribute?.text ?? (called.type === 'identifier' ? called.text : ''),
    text: called.text,
    receiver: attribute === null ? undefined : called.childForFieldName('object')?.text,
    argumentCount: list?.type === 'generator_expression' ? 1 : passed.length,
    spread: passed.some((child) => child.type === 'list_splat' || child.type === 'dictionary_splat'),
    construct: false,
  };
}
