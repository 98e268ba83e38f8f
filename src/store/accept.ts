import { eventKind, type StoredEvent, type StreamKey } from './event.ts';

/**
 * A trusted run lets the events of quarantined streams count. Merging such an event accepts them in every store, also
 * in one that is rebuilt from deltas; quarantined events of this kind have no effect, not even once accepted.
 */
export const streamsAccepted = eventKind<{ streams: StreamKey[] }>('store.streams-accepted');

/** The well-formed streams that an event of that kind names. */
export function acceptedStreams(event: StoredEvent): StreamKey[] {
  const { streams } = event.data;
  if (!Array.isArray(streams)) return [];
  return streams.flatMap((stream) => {
    if (typeof stream !== 'object' || stream === null || Array.isArray(stream)) return [];
    const { repository, runId, attempt, job } = stream;
    return typeof repository === 'string' &&
      typeof runId === 'string' &&
      typeof attempt === 'number' &&
      typeof job === 'string'
      ? [{ repository, runId, attempt, job }]
      : [];
  });
}
