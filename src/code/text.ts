import type { Node } from 'web-tree-sitter';
import type { Position, Span } from './types.ts';

/** Source text on one line: runs of white space become one space. */
export function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Line of the node's first character, from 1. */
export function lineOf(node: Node): number {
  return node.startPosition.row + 1;
}

export function positionOf(node: Node): Position {
  return { line: node.startPosition.row + 1, column: node.startPosition.column + 1 };
}

export function spanOf(node: Node): Span {
  return {
    startLine: node.startPosition.row + 1,
    endLine: node.endPosition.row + 1,
    startIndex: node.startIndex,
    endIndex: node.endIndex,
  };
}
