import { messageOf } from '../base/errors.ts';
import { version } from '../base/version.ts';
import { openRepository, type Repository } from '../git/index.ts';
import type { EventReader, Recorder } from '../store/index.ts';
import { type RunOutcome, runFinished, runStarted } from '../store/run-events.ts';
import type { Context } from './context.ts';
import { openSessionStore } from './session-store.ts';

/** A repository, and what is known and recorded about it, while one command runs. */
export interface Session {
  readonly repository: Repository;
  /** What is recorded can be read at once. */
  readonly store: EventReader;
  readonly recorder: Recorder;
}

export interface SessionOptions {
  readonly command: string;
  /** A folder in the repository, absolute. */
  readonly dir: string;
  /** False: nothing is left behind. */
  readonly keep: boolean;
}

/** Where the events of a repository are. */
export interface KeptStore {
  readonly path: string;
  readonly events: number;
  readonly bytes: number;
}

export interface Recorded<T> {
  readonly result: T;
  /** Undefined when nothing is kept. */
  readonly kept: KeptStore | undefined;
}

/** Does `work` as one run that is recorded from its start to its end, whatever its end is. */
export async function recorded<T>(
  options: SessionOptions,
  context: Context,
  work: (session: Session) => Promise<{ result: T; negative: boolean }>,
): Promise<Recorded<T>> {
  const { command, keep } = options;
  const { clock, interruption } = context;
  const repository = await openRepository(options.dir);
  const store = await openSessionStore(repository, keep, context);
  const recorder = store.recorder(command);
  const started = clock.now();
  recorder.record(runStarted, {
    action: command,
    trigger: 'local',
    workflow: '',
    hone: version,
    node: process.versions.node,
  });
  const finish = (outcome: RunOutcome, reason: string | null): void => {
    const durationMs = outcome === 'interrupted' ? null : clock.now() - started;
    recorder.record(runFinished, { action: command, outcome, durationMs, reason });
  };
  const interrupted = (): void => finish('interrupted', 'stopped by a signal');
  interruption.addEventListener('abort', interrupted);

  try {
    const { result, negative } = await work({ repository, store, recorder });
    finish(negative ? 'negative' : 'succeeded', null);
    const { persisted, events, bytes } = await store.save();
    return { result, kept: persisted ? { path: store.path, events, bytes } : undefined };
  } catch (thrown) {
    finish('failed', messageOf(thrown).slice(0, 500));
    await store.save();
    throw thrown;
  } finally {
    interruption.removeEventListener('abort', interrupted);
    await store.close();
  }
}
