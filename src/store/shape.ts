/** Node of a tree of keys: the way to it spells a shape, with no text to build. */
export interface ShapeNode {
  readonly children: Map<string, ShapeNode>;
  count: number;
  number?: number | undefined;
}

export function childOf(node: ShapeNode, key: string): ShapeNode {
  let child = node.children.get(key);
  if (!child) {
    child = { children: new Map(), count: 0 };
    node.children.set(key, child);
  }
  return child;
}
