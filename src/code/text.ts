import type { Node } from 'web-tree-sitter';
import type { Position, Span } from './types.ts';

/** Source text on one line: runs of white space become one space. */
export function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

export function positionOf(node: Node): Position {
  return { line: node.startPosition.row + 1, column: node.startPosition.column + 1 };
}

/** From the start of a node to its end, or to the end of `last`. */
export function spanOf(node: Node, last: Node = node): Span {
  return {
    startLine: node.startPosition.row + 1,
    endLine: last.endPosition.row + 1,
    startIndex: node.startIndex,
    endIndex: last.endIndex,
  };
}
