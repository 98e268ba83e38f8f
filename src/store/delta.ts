import type { StoredEvent } from './event.ts';

/** A job's own events as one immutable, self-checking file. */
export function encodeDelta(_events: Iterable<StoredEvent>): Uint8Array {
  throw new Error('not built yet');
}

/** @throws CorruptDeltaError, NewerFormatError */
export function decodeDelta(_bytes: Uint8Array): StoredEvent[] {
  throw new Error('not built yet');
}
