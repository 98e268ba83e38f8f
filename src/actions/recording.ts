import { join } from 'node:path';
import type { Clock } from '../base/clock.ts';
import { messageOf } from '../base/errors.ts';
import type { Log } from '../base/log.ts';
import { version } from '../base/version.ts';
import { openJournal, type Recorder, readJournal } from '../store/index.ts';
import { type RunOutcome, runFinished, runStarted } from '../store/run-events.ts';
import type { Runner } from './runner.ts';
import type { Commands } from './workflow-log.ts';

// The post step is a process of its own: the journal's place is all it must know of the main step.
const stateName = 'journal';

export interface Recording {
  readonly recorder: Recorder;
  finish(outcome: RunOutcome, reason: string | null): void;
}

/**
 * Begins the journal of a step and tells the post step where it is. Trouble with the journal is a warning, said once:
 * the action goes on unrecorded.
 */
export function beginRecording(
  action: string,
  folder: string,
  deps: { readonly runner: Runner; readonly clock: Clock; readonly commands: Commands; readonly log: Log },
): Recording {
  const { runner, clock, commands, log } = deps;
  const path = join(folder, 'journal.jsonl');
  let lost = false;
  const attempt = <T>(work: () => T): T | undefined => {
    if (lost) return undefined;
    try {
      return work();
    } catch (thrown) {
      lost = true;
      log.warn(`what happens from here on is not recorded: ${messageOf(thrown)}`);
      return undefined;
    }
  };
  const journal = attempt(() => openJournal(path, runner.stream, clock));
  const recorder: Recorder = { record: (kind, data) => attempt(() => journal?.record(kind, data)) };
  const started = clock.now();
  if (journal !== undefined) commands.saveState(stateName, path);
  recorder.record(runStarted, {
    action,
    trigger: runner.eventName,
    workflow: runner.workflow,
    hone: version,
    node: process.versions.node,
  });
  return {
    recorder,
    finish(outcome, reason) {
      recorder.record(runFinished, { action, outcome, durationMs: clock.now() - started, reason });
      attempt(() => journal?.close());
    },
  };
}

/** A step that keeps nothing. */
export const noRecording: Recording = { recorder: { record() {} }, finish() {} };

export interface PastRecording {
  readonly path: string;
  /** Records that the main step did not end, when the journal says so. */
  endInterrupted(clock: Clock): boolean;
}

/** What the main step left for its post step; undefined when it recorded nothing. */
export function readRecording(commands: Commands): PastRecording | undefined {
  const path = commands.getState(stateName);
  if (path === '') return undefined;
  return {
    path,
    endInterrupted(clock) {
      const { stream, events } = readJournal(path);
      if (events.some((event) => event.kind === runFinished.kind)) return false;
      const action = events.find((event) => event.kind === runStarted.kind)?.data.action;
      const journal = openJournal(path, stream, clock);
      journal.record(runFinished, {
        action: typeof action === 'string' ? action : 'unknown',
        outcome: 'interrupted',
        durationMs: null,
        reason: 'cancelled, timed out or killed',
      });
      journal.close();
      return true;
    },
  };
}
