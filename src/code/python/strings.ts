import type { Node } from 'web-tree-sitter';

/** Text between a string's quotes, escapes as written; undefined for f-strings and byte strings. */
export function stringValue(string: Node): string | undefined {
  const open = string.firstChild;
  const close = string.lastChild;
  if (open?.type !== 'string_start' || close?.type !== 'string_end') return undefined;
  if (/[fbt]/i.test(open.text)) return undefined;
  return string.text.slice(open.endIndex - string.startIndex, close.startIndex - string.startIndex);
}
