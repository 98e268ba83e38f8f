import type { Clock } from '../base/clock.ts';
import type { Log } from '../base/log.ts';
import type { EventStore, Recorder } from '../store/index.ts';
import type { InputSpec, InputsOf } from './inputs.ts';
import type { Runner } from './runner.ts';

/** What an action is: its typed face, and a function of its inputs and dependencies. */
export interface Action<S extends InputSpec, O extends string> {
  readonly name: string;
  readonly inputs: S;
  readonly outputs: readonly O[];
  /** Where the harness finds what it needs itself. */
  settings(inputs: InputsOf<S>): Settings;
  run(inputs: InputsOf<S>, deps: ActionDeps): Promise<Outcome<O>>;
}

export interface Settings {
  /** False: nothing is restored, recorded or uploaded. */
  readonly store: boolean;
  readonly summary: boolean;
  /** Reads the artifacts of earlier runs; may be empty. */
  readonly token: string;
}

export interface ActionDeps {
  readonly runner: Runner;
  readonly store: EventStore;
  readonly recorder: Recorder;
  readonly clock: Clock;
  readonly log: Log;
}

/** What an action has to say; saying it is the harness's. */
export interface Outcome<O extends string> {
  readonly outputs: Readonly<Record<O, string>>;
  /** Markdown for the job summary, with all outside text escaped. */
  readonly summary: string;
  /** The whole report, written as JSON to a file of the step. */
  readonly report: object;
  readonly annotations: readonly Annotation[];
  /** The verdict that fails the build, in one sentence; undefined: it passes. */
  readonly failure?: string;
}

export interface Annotation {
  readonly level: 'notice' | 'warning' | 'error';
  readonly title: string;
  readonly message: string;
  readonly file: string;
  readonly startLine: number;
  readonly endLine: number;
}
