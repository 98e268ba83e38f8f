import type { StoredEvent } from './event.ts';
import type { EventReader } from './projection.ts';

/** All visible events as JSON lines, in canonical order, one line at a time. */
export function* exportEvents(_reader: EventReader): Generator<string> {
  yield* [];
}

/**
 * Events from JSON lines, checked one by one; empty lines are skipped.
 *
 * @throws UsageError naming the line and what is wrong with it
 */
export async function* importEvents(_lines: AsyncIterable<string> | Iterable<string>): AsyncGenerator<StoredEvent> {
  yield* [];
}
