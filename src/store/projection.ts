import type { EventKind, StoredEvent } from './event.ts';

/**
 * A pure fold over events; can be recomputed at any time. Events come in canonical order: by time, then by key.
 *
 * The store keeps the folded state and brings it up to date with the new events only: always when the projection is
 * `commutative` (the order of events does not change the state), otherwise when every new event sorts after the last
 * one folded; else it folds from the start. State must be plain JSON.
 */
export interface Projection<S> {
  readonly name: string;
  /** Raise when the meaning of the state changes: the kept state is dropped and folded anew. */
  readonly version: number;
  /** Kinds of events it reads. */
  readonly kinds: readonly KindOrName[];
  readonly commutative: boolean;
  initial(): S;
  /** May change `state` in place; returns the new state. */
  apply(state: S, event: StoredEvent): S;
}

/** What a job needs to read facts. */
export interface EventReader {
  project<S>(projection: Projection<S>): S;
  events(query?: EventQuery): IterableIterator<StoredEvent>;
}

/** With a declared kind the reader gets its data upcast to the declared version, by name alone as it was recorded. */
export type KindOrName = string | EventKind<object>;

export interface EventQuery {
  readonly kinds?: readonly KindOrName[];
  /** Milliseconds since the epoch, inclusive. */
  readonly since?: number;
  /** Milliseconds since the epoch, exclusive. */
  readonly until?: number;
  readonly newestFirst?: boolean;
  readonly limit?: number;
}
