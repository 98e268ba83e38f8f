import type { JsonObject } from '../base/json.ts';

/** Who wrote a sequence of events: one step of one attempt of one job of one run, or one local process. */
export interface StreamKey {
  /** `owner/name` on GitHub; locally the name that the `origin` remote has there, else `local/<folder>`. */
  readonly repository: string;
  readonly runId: string;
  /** Attempt of the run, from 1. */
  readonly attempt: number;
  /** Job, step and matrix leg in one string. */
  readonly job: string;
}

/** Stable identity of an event, for ever. `sequence` counts from 0 without gaps within its stream. */
export interface EventKey extends StreamKey {
  readonly sequence: number;
}

/** An immutable fact. */
export interface StoredEvent {
  readonly key: EventKey;
  /** When it happened: milliseconds since the epoch, UTC. */
  readonly at: number;
  readonly kind: string;
  /** Schema version of `data` for this kind, from 1. */
  readonly version: number;
  readonly data: JsonObject;
}

/**
 * A kind of event that a part of Hone records. `upcast[v]` turns the data of version v into that of v + 1, so that
 * readers see the newest shape only. Kinds nobody declared stay in the store untouched.
 */
export interface EventKind<T extends object> {
  readonly kind: string;
  readonly version: number;
  readonly upcast?: Readonly<Record<number, (data: JsonObject) => JsonObject>>;
  /** Only carries the type of the data; never set. */
  readonly type?: T;
}

export function eventKind<T extends object>(
  kind: string,
  version = 1,
  upcast: EventKind<T>['upcast'] = {},
): EventKind<T> {
  return { kind, version, upcast };
}

/** What a job needs to write facts. Appends to the journal at once: a crash later loses nothing recorded here. */
export interface Recorder {
  record<T extends object>(kind: EventKind<T>, data: T): void;
}
