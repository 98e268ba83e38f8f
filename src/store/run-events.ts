import { eventKind } from './event.ts';

/** Every stream begins with this: who speaks, and with which versions. */
export const runStarted = eventKind<{
  /** Name of the action or command. */
  action: string;
  /** What made it run: a GitHub event name. */
  trigger: string;
  workflow: string;
  /** Versions of Hone and of Node. */
  hone: string;
  node: string;
}>('run.started');

/** `negative`: it ran, and its verdict fails the build. `interrupted`: it was cancelled, timed out or killed. */
export type RunOutcome = 'succeeded' | 'negative' | 'failed' | 'interrupted';

export const runFinished = eventKind<{
  action: string;
  outcome: RunOutcome;
  /** Null when it was interrupted. */
  durationMs: number | null;
  /** Why it did not succeed; null when it did. */
  reason: string | null;
}>('run.finished');
