import type { Node } from 'web-tree-sitter';

/**
 * Visits a node and everything under it in the order of the text, without recursion.
 * `visit` returns false to leave out what is under the node.
 */
export function walk(node: Node, visit: (node: Node) => boolean | undefined): void {
  const cursor = node.walk();
  try {
    for (;;) {
      if (visit(cursor.currentNode) !== false && cursor.gotoFirstChild()) continue;
      while (!cursor.gotoNextSibling()) if (!cursor.gotoParent()) return;
    }
  } finally {
    cursor.delete();
  }
}

/** Nearest node around `node` that has one of the types; the node itself does not count. */
export function enclosing(node: Node, types: ReadonlySet<string> | readonly string[]): Node | undefined {
  const wanted = new Set(types);
  for (let parent = node.parent; parent !== null; parent = parent.parent) {
    if (wanted.has(parent.type)) return parent;
  }
  return undefined;
}
