import type { Kind } from './kinds.ts';
import type { Model } from './model.ts';
import type { Syntax } from './tree.ts';

/** An edit in the file at hand. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Proposal {
  readonly changes: readonly Change[];
  /** How likely it is among the proposals of its template at this place, in (0, 1]. */
  readonly weight: number;
}

/** A way to repair code. Proposals need not be valid: whoever takes them parses the result. */
export interface Template {
  /** Stable: learned weights are kept under it. */
  readonly id: string;
  readonly summary: string;
  /** Intuition of how often it is the right one, in (0, 1); the prior mean until something was learned. */
  readonly weight: number;
  readonly kinds: readonly Kind[];
  /** How much more than elsewhere it counts whether the result reads like the code around it; 1 when not said. */
  readonly context?: number;
  propose(node: Syntax, model: Model): Iterable<Proposal>;
}

/** How much more often than by intuition templates repaired bugs, and which shapes of their edits did, as factors. */
export interface Experience {
  readonly templates: Readonly<Record<string, number>>;
  /** By template, then by shape (see `shapeOf` of the search). */
  readonly shapes: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** One replacement of a whole node. */
export function replacing(node: Syntax, text: string, weight = 1): Proposal {
  return { changes: [{ start: node.start, end: node.end, text }], weight };
}

export function changing(weight: number, ...changes: Change[]): Proposal {
  return { changes: changes.sort((a, b) => a.start - b.start), weight };
}

/** A replacement of a node as a part of several changes. */
export function change(node: Syntax, text: string): Change {
  return { start: node.start, end: node.end, text };
}
