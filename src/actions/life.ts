import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Clock } from '../base/clock.ts';
import { CannotRunError, messageOf, UsageError } from '../base/errors.ts';
import type { Action } from './action.ts';
import { type InputSpec, type InputsOf, parseInputs } from './inputs.ts';
import { publish } from './publish.ts';
import { beginRecording, noRecording, readRecording } from './recording.ts';
import { readRunner, stepFolder } from './runner.ts';
import { emptyStepStore, type OpenServices, openStepStore, readCarry } from './step-store.ts';
import { type Commands, inert, workflowLog } from './workflow-log.ts';

/** What an action meets outside itself. */
export interface Host {
  readonly environment: NodeJS.ProcessEnv;
  readonly commands: Commands;
  readonly clock: Clock;
  readonly openServices: OpenServices;
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
  const kept = settings.store !== 'off';
  const recording = kept ? beginRecording(action.name, folder, { runner, clock, commands, log }) : noRecording;
  const { recorder } = recording;
  try {
    const { token } = settings;
    const opened = kept
      ? await openStepStore(host.openServices, {
          ...{ token, folder, recorder, log },
          sweep: settings.store === 'sweep',
          fork: runner.fork,
        })
      : await emptyStepStore();
    const outcome = await action.run(inputs, { runner, store: opened.store, recorder, clock, log });
    await opened.close();
    const summaryFile = settings.summary ? environment.GITHUB_STEP_SUMMARY : undefined;
    publish(outcome, opened.notes, { folder, summaryFile, commands, log });
    recording.finish(outcome.failure === undefined ? 'succeeded' : 'negative', outcome.failure ?? null);
    return outcome.failure;
  } catch (thrown) {
    const reason = secrets.reduce((text, secret) => text.replaceAll(secret, '***'), messageOf(thrown));
    recording.finish('failed', reason.slice(0, 500));
    throw thrown;
  }
}

/**
 * The post step of every action: uploads what the main step recorded, whatever became of it. Never fails the job; when
 * the main step was cancelled or killed before its end, that becomes a fact too.
 */
export async function runPost<S extends InputSpec, O extends string>(action: Action<S, O>, host: Host): Promise<void> {
  const { commands, clock, environment } = host;
  const log = workflowLog(commands);
  try {
    const journal = readRecording(commands);
    // Nothing was recorded: the store is off, or the main step never began.
    if (journal === undefined) return;
    const inputs = parseInputs(action.inputs, environment, commands.setSecret);
    if (journal.endInterrupted(clock)) log.warn(`${action.name} was cancelled, timed out or was killed before its end`);
    const { commitJournals } = await import('../store/sync/index.ts');
    const services = await host.openServices(action.settings(inputs).token);
    const { notes } = await commitJournals(services, [journal.path], readCarry(dirname(journal.path)));
    for (const { level, text } of notes) level === 'warning' ? log.warn(text) : log.info(text);
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
