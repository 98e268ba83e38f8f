import type { JsonObject } from '../base/json.ts';
import type { EventKind, StoredEvent } from './event.ts';
import type { KindOrName } from './projection.ts';

export function nameOf(kind: KindOrName): string {
  return typeof kind === 'string' ? kind : kind.kind;
}

/** Brings events to the versions that a reader declared. */
export class Upcaster {
  readonly #kinds = new Map<string, EventKind<object>>();

  constructor(kinds: readonly KindOrName[]) {
    for (const kind of kinds) if (typeof kind !== 'string') this.#kinds.set(kind.kind, kind);
  }

  /** An event of an undeclared kind, of a newer version, or without a way to the declared one comes back untouched. */
  upcast(event: StoredEvent): StoredEvent {
    const kind = this.#kinds.get(event.kind);
    if (!kind || event.version >= kind.version) return event;
    let data: JsonObject = event.data;
    for (let version = event.version; version < kind.version; version++) {
      const step = kind.upcast?.[version];
      if (!step) return event;
      data = step(data);
    }
    return { ...event, version: kind.version, data };
  }
}
