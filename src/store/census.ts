import type { Json } from '../base/json.ts';
import { type Dictionary, shapeText } from './dictionary.ts';
import { childOf, type ShapeNode } from './shape.ts';
import { checkDepth } from './value.ts';

/** What occurs in values that are about to be written, so that what repeats gets a number. */
export class Census {
  readonly texts = new Map<string, number>();
  readonly #shapes: ShapeNode = { children: new Map(), count: 0 };

  text(text: string): void {
    this.texts.set(text, (this.texts.get(text) ?? 0) + 1);
  }

  add(value: Json, depth = 0): void {
    if (typeof value === 'string') this.text(value);
    else if (typeof value === 'object' && value !== null) {
      checkDepth(depth);
      if (Array.isArray(value)) for (const item of value) this.add(item, depth + 1);
      else {
        let shape = this.#shapes;
        for (const key of Object.keys(value)) {
          const item = value[key];
          if (item === undefined) continue;
          shape = childOf(shape, key);
          this.add(item, depth + 1);
        }
        shape.count++;
      }
    }
  }

  /** Gives numbers to what occurs at least twice, the most frequent first: their numbers take one or two bytes. */
  internInto(dictionary: Dictionary): void {
    const counts = new Map(this.texts);
    const walk = (node: ShapeNode, keys: string[]): void => {
      if (node.count > 0) {
        const text = shapeText(keys);
        counts.set(text, (counts.get(text) ?? 0) + node.count);
      }
      for (const [key, child] of node.children) walk(child, [...keys, key]);
    };
    walk(this.#shapes, []);
    const repeated = [...counts].filter(([, count]) => count > 1).sort((a, b) => b[1] - a[1]);
    for (const [text] of repeated) dictionary.intern(text);
  }
}
