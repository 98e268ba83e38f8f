import { mkdirSync } from 'node:fs';
import type { Clock } from '../base/clock.ts';
import { CannotRunError, messageOf, UsageError } from '../base/errors.ts';
import type { Log } from '../base/log.ts';
import { EventStore } from '../store/index.ts';
import { runFinished } from '../store/run-events.ts';
import type { Action } from './action.ts';
import { type InputSpec, type InputsOf, parseInputs } from './inputs.ts';
import type { Persistence } from './persistence.ts';
import { publish } from './publish.ts';
import { beginRecording, noRecording, recordingState } from './recording.ts';
import { type Runner, readRunner, stepFolder } from './runner.ts';
import { type Commands, inert, workflowLog } from './workflow-log.ts';

/** What an action meets outside itself. */
export interface Host {
  readonly environment: NodeJS.ProcessEnv;
  readonly commands: Commands;
  readonly clock: Clock;
  readonly persistence: Persistence;
}

/**
 * The main step of every action: inputs, store, run, render, record. Never throws: whatever is thrown fails the step,
 * with the reason first. Trouble with keeping facts is a warning and never fails it.
 */
export async function runMain<S extends InputSpec, O extends string>(action: Action<S, O>, host: Host): Promise<void> {
  const { commands, environment } = host;
  const secrets: string[] = [];
  try {
    const inputs = parseInputs(action.inputs, environment, (secret) => {
      commands.setSecret(secret);
      secrets.push(secret);
    });
    const failure = await runRecorded(action, inputs, host, secrets);
    if (failure !== undefined) commands.setFailed(failure);
  } catch (thrown) {
    fail(commands, thrown);
  }
}

/** @returns the verdict that fails the build, if there is one */
async function runRecorded<S extends InputSpec, O extends string>(
  action: Action<S, O>,
  inputs: InputsOf<S>,
  host: Host,
  secrets: readonly string[],
): Promise<string | undefined> {
  const { clock, commands, environment } = host;
  const settings = action.settings(inputs);
  const log = workflowLog(commands);
  const runner = readRunner(environment);
  const folder = stepFolder(runner);
  mkdirSync(folder, { recursive: true });
  const recording = settings.store
    ? beginRecording(action.name, folder, { runner, clock, commands, log })
    : noRecording;
  const { recorder } = recording;
  try {
    const store = settings.store ? await restoreStore(host, runner, settings.token, log) : await EventStore.create();
    const outcome = await action.run(inputs, { runner, store, recorder, clock, log });
    store.close();
    const summaryFile = settings.summary ? environment.GITHUB_STEP_SUMMARY : undefined;
    publish(outcome, { folder, summaryFile, commands, log });
    recording.finish(outcome.failure === undefined ? 'succeeded' : 'negative', outcome.failure ?? null);
    return outcome.failure;
  } catch (thrown) {
    const reason = secrets.reduce((text, secret) => text.replaceAll(secret, '***'), messageOf(thrown));
    recording.finish('failed', reason.slice(0, 500));
    throw thrown;
  }
}

async function restoreStore(host: Host, runner: Runner, token: string, log: Log): Promise<EventStore> {
  try {
    return await host.persistence.restore(runner, token, log);
  } catch (thrown) {
    log.warn(`the learning store of earlier runs cannot be read, this run goes on without it: ${messageOf(thrown)}`);
    return EventStore.create();
  }
}

/**
 * The post step of every action: uploads what the main step recorded, whatever became of it. Never fails the job; when
 * the main step was cancelled or killed before its end, that becomes a fact too.
 */
export async function runPost(host: Host): Promise<void> {
  const log = workflowLog(host.commands);
  try {
    const state = recordingState(host.commands);
    if (state === undefined) return;
    const { openJournal, readJournal } = await import('../store/index.ts');
    const { stream, events } = readJournal(state.journal);
    if (!events.some((event) => event.kind === runFinished.kind)) {
      const reason = 'the step was cancelled, timed out or was killed';
      log.warn(`${state.action} did not finish: ${reason}`);
      const journal = openJournal(state.journal, stream, host.clock);
      journal.record(runFinished, { action: state.action, outcome: 'interrupted', durationMs: null, reason });
      journal.close();
    }
    await host.persistence.commit(state.journal, log);
  } catch (thrown) {
    log.warn(`what this step recorded could not be kept: ${messageOf(thrown)}`);
  }
}

/** Fails the step on any thrown value. Mistakes and troubles of the machine are one sentence, bugs keep their stack. */
export function fail(commands: Commands, thrown: unknown): void {
  const expected = thrown instanceof UsageError || thrown instanceof CannotRunError;
  commands.setFailed(messageOf(thrown));
  if (!expected && thrown instanceof Error && thrown.stack) commands.info(inert(thrown.stack));
}
