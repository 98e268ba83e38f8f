import type { Clock } from '../base/clock.ts';
import type { Log } from '../base/log.ts';
import type { EventReader, Recorder } from '../store/index.ts';
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
  /** `off`: nothing is restored, recorded or uploaded. `sweep`: every delta there is is looked at, for compaction. */
  readonly store: 'on' | 'off' | 'sweep';
  readonly summary: boolean;
  /** Reads the artifacts of earlier runs; may be empty. */
  readonly token: string;
}

/** The learning store as this step met it; empty where it is off or could not be read. */
export interface StepStore extends EventReader {
  count(): number;
  /**
   * Makes the quarantined events of these runs of forks visible, for good.
   *
   * @returns the run ids that have nothing in quarantine
   */
  accept(runIds: readonly string[]): readonly string[];
  /** Drops what is older, and publishes the store as the snapshot that later runs start from. */
  compact(retentionDays: number): Promise<void>;
}

export interface ActionDeps {
  readonly runner: Runner;
  readonly store: StepStore;
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
