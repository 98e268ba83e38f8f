import { eventKind, type Recorder, type StreamKey } from '../event.ts';
import { streamId } from '../key.ts';
import type { EventStore } from '../store.ts';

/**
 * A trusted run accepted the events of a fork's run. It is an event itself, so that a store rebuilt from deltas makes the
 * same streams visible.
 */
export const streamAccepted = eventKind<{ repository: string; runId: string; attempt: number; job: string }>(
  'store.stream-accepted',
);

/** Streams that wait for a decision. */
export function quarantinedStreams(store: EventStore): StreamKey[] {
  return store
    .streams()
    .filter((stream) => stream.quarantined)
    .map((stream) => stream.key);
}

/**
 * Accepts all quarantined streams of these runs, for good: the decision is recorded.
 *
 * @returns the accepted streams, and the run ids that have nothing in quarantine
 */
export function acceptRuns(
  store: EventStore,
  recorder: Recorder,
  runIds: readonly string[],
): { accepted: StreamKey[]; unknown: string[] } {
  const wanted = new Set(runIds);
  const accepted = quarantinedStreams(store).filter((stream) => wanted.has(stream.runId));
  for (const { repository, runId, attempt, job } of accepted) {
    recorder.record(streamAccepted, { repository, runId, attempt, job });
  }
  store.accept(accepted);
  const found = new Set(accepted.map((stream) => stream.runId));
  return { accepted, unknown: [...wanted].filter((runId) => !found.has(runId)) };
}

/** Repeats the decisions that trusted runs recorded. An accepted fork decides nothing: only its facts were accepted. */
export function applyAcceptances(store: EventStore): void {
  const forks = store.streams().filter((stream) => stream.accepted);
  const forkIds = new Set(forks.map((stream) => streamId(stream.key)));
  const streams: StreamKey[] = [];
  for (const { key, data } of store.events({ kinds: [streamAccepted] })) {
    const { repository, runId, attempt, job } = data;
    if (
      !forkIds.has(streamId(key)) &&
      typeof repository === 'string' &&
      typeof runId === 'string' &&
      typeof attempt === 'number' &&
      typeof job === 'string'
    ) {
      streams.push({ repository, runId, attempt, job });
    }
  }
  if (streams.length > 0) store.accept(streams);
}
