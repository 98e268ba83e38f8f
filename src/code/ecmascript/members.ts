import type { Node } from 'web-tree-sitter';
import { fold } from '../text.ts';
import type { Member } from '../types.ts';

/** Members of an interface body, an object type or an enum body; none for other types. */
export function membersOf(body: Node): Member[] {
  const isMember = body.type === 'interface_body' || body.type === 'object_type' || body.type === 'enum_body';
  return isMember ? body.namedChildren.flatMap(member) : [];
}

function member(node: Node): Member[] {
  if (node.type === 'comment' || node.type === 'ERROR') return [];
  const name = node.childForFieldName('name');
  // Enum members without a value are bare names; call and index signatures have none.
  if (name === null || node.type === 'index_signature') {
    const bare = node.type === 'property_identifier' || node.type === 'string';
    return [{ name: bare ? unquoted(node.text) : fold(node.text), optional: false, type: '' }];
  }
  const rest = fold(node.text.slice(name.endIndex - node.startIndex));
  return [
    {
      name: unquoted(name.text),
      optional: rest.startsWith('?'),
      type: fold(rest.replace(/^\?/, '').replace(/^\s*[:=]/, '')),
    },
  ];
}

function unquoted(text: string): string {
  return /^['"]/.test(text) ? text.slice(1, -1) : text;
}
