import type { Node } from 'web-tree-sitter';
import { fold } from '../text.ts';
import type { Parameter } from '../types.ts';

/** Parameters of a `def` or a lambda, with how each may be passed (`/` and `*` honoured). */
export function parameters(list: Node | null): Parameter[] {
  let read: Parameter[] = [];
  let passing: Parameter['passing'] = 'either';
  for (const node of list?.namedChildren ?? []) {
    if (node.type === 'positional_separator') read = read.map((one) => ({ ...one, passing: 'positional' }));
    else if (node.type === 'keyword_separator') passing = 'keyword';
    else if (node.type !== 'comment' && node.type !== 'ERROR') {
      const one = parameter(node, passing);
      if (one.rest === 'positional') passing = 'keyword';
      read.push(one);
    }
  }
  return read;
}

function parameter(node: Node, passing: Parameter['passing']): Parameter {
  const typed = node.type === 'typed_parameter' || node.type === 'typed_default_parameter';
  const typeNode = typed ? node.childForFieldName('type') : null;
  const type = typeNode === null ? undefined : fold(typeNode.text);
  const value = node.childForFieldName('value');
  const target = node.childForFieldName('name') ?? (typed ? node.firstNamedChild : node) ?? node;
  const name = fold(target.text.replace(/^\*+/, ''));
  if (target.type === 'list_splat_pattern') {
    return { name, optional: true, default: undefined, type, rest: 'positional', passing: 'positional' };
  }
  if (target.type === 'dictionary_splat_pattern') {
    return { name, optional: true, default: undefined, type, rest: 'keyword', passing: 'keyword' };
  }
  return { name, optional: value !== null, default: value?.text, type, rest: undefined, passing };
}
