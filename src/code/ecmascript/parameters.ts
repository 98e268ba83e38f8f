import type { Node } from 'web-tree-sitter';
import { fold } from '../text.ts';
import type { Parameter } from '../types.ts';

/** Parameters of any function-like node. TypeScript's `this` parameter is left out: callers do not pass it. */
export function parameters(node: Node): Parameter[] {
  const single = node.childForFieldName('parameter');
  if (single !== null) return [parameter(single)];
  const list = node.childForFieldName('parameters');
  if (list === null) return [];
  return list.namedChildren
    .filter((child) => child.type !== 'comment' && child.type !== 'ERROR' && child.type !== 'decorator')
    .filter((child) => child.childForFieldName('pattern')?.type !== 'this')
    .map(parameter);
}

function parameter(node: Node): Parameter {
  const typed = node.type === 'required_parameter' || node.type === 'optional_parameter';
  const pattern = typed ? node.childForFieldName('pattern') : node;
  const type = typed ? annotation(node.childForFieldName('type')) : undefined;
  if (pattern === null) return plain(fold(node.text), undefined, false, type);
  if (pattern.type === 'rest_pattern') {
    return { ...plain(fold(pattern.text.slice(3)), undefined, true, type), rest: 'positional' };
  }
  if (pattern.type === 'assignment_pattern') {
    const value = pattern.childForFieldName('right')?.text;
    return plain(fold(pattern.childForFieldName('left')?.text ?? ''), value, true, type);
  }
  const value = typed ? node.childForFieldName('value')?.text : undefined;
  return plain(fold(pattern.text), value, node.type === 'optional_parameter' || value !== undefined, type);
}

function plain(name: string, value: string | undefined, optional: boolean, type: string | undefined): Parameter {
  return { name, optional, default: value, type, rest: undefined, passing: 'positional' };
}

/** Text of a type annotation without its colon. */
export function annotation(node: Node | null): string | undefined {
  return node === null ? undefined : fold(node.text.replace(/^\s*:/, ''));
}
