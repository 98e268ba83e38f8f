import type { CodeSymbol } from '../types.ts';

/** One difference between two versions of a public name. */
export interface Difference {
  readonly what:
    | 'parameter-added'
    | 'parameter-removed'
    | 'parameter-renamed'
    | 'parameters-reordered'
    | 'parameter-required'
    | 'parameter-optional'
    | 'parameter-passing'
    | 'parameter-type'
    | 'default-changed'
    | 'default-removed'
    | 'return-type'
    | 'async'
    | 'generator'
    | 'kind'
    | 'static'
    | 'abstract'
    | 'overload-removed'
    | 'member-added'
    | 'member-removed'
    | 'member-changed'
    | 'type';
  readonly breaking: boolean;
  /** One sentence without a full stop: what changed, and whom it breaks. */
  readonly reason: string;
}

export interface SymbolChange {
  readonly kind: 'added' | 'removed' | 'changed';
  /** Name that other modules see: `parse`, `default`, `Client.close`. */
  readonly name: string;
  readonly breaking: boolean;
  /** Empty for names that were added or removed. */
  readonly differences: readonly Difference[];
  readonly reason: string;
  /** Line of the name in the new file; in the old one when it was removed. */
  readonly line: number;
  readonly before: CodeSymbol | undefined;
  readonly after: CodeSymbol | undefined;
}

export function difference(what: Difference['what'], breaking: boolean, reason: string): Difference {
  return { what, breaking, reason };
}
