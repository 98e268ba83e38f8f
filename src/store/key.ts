import type { EventKey, StoredEvent, StreamKey } from './event.ts';

/** One text for a stream, for maps and sets. */
export function streamId(stream: StreamKey): string {
  return JSON.stringify([stream.repository, stream.runId, stream.attempt, stream.job]);
}

export function streamOf(key: StreamKey): StreamKey {
  const { repository, runId, attempt, job } = key;
  return { repository, runId, attempt, job };
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function compareStreams(a: StreamKey, b: StreamKey): number {
  return (
    compareTexts(a.repository, b.repository) ||
    compareTexts(a.runId, b.runId) ||
    a.attempt - b.attempt ||
    compareTexts(a.job, b.job)
  );
}

/** What the canonical order looks at. */
export interface Place {
  readonly at: number;
  readonly key: EventKey;
}

/** Canonical order: by time, then by key. */
export function comparePlaces(a: Place, b: Place): number {
  return a.at - b.at || compareStreams(a.key, b.key) || a.key.sequence - b.key.sequence;
}

/**
 * The one of two different events under the same key that every store keeps, whatever the order they came in. The
 * later time wins first, so that the retention horizon cannot drop the winner and let the loser in.
 */
export function winnerOf(a: StoredEvent, b: StoredEvent): StoredEvent {
  return (a.at - b.at || compareTexts(contentOf(a), contentOf(b))) >= 0 ? a : b;
}

/** Equal for two events exactly when all but their keys is equal. */
export function contentOf(event: StoredEvent): string {
  return JSON.stringify([event.at, event.kind, event.version, event.data], (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value).sort(([a], [b]) => compareTexts(a, b))
      : Object.is(value, -0)
        ? '-0'
        : value,
  );
}
