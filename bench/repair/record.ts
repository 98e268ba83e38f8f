import type { Language, Usability, Verdict } from './core.ts';
import type { Order } from './options.ts';

/** `none`: intuition alone; `shipped`: what Hone brings along; `taught`: also the events of the other half of the tasks. */
export type Knowing = 'none' | 'shipped' | 'taught';

/** One line of the file that `--out` names: a task in one arm. */
export interface TaskRecord {
  readonly task: string;
  readonly language: Language;
  readonly bugType: string;
  readonly usability: Usability;
  readonly order: Order;
  readonly knowledge: Knowing;
  /** Seconds that `hone fix` was given. */
  readonly timeLimit: number;
  /** Undefined when the task is not usable. */
  readonly repair: RepairRecord | undefined;
}

export interface RepairRecord {
  /** `failed`: `hone fix` ended without a report, see `error`. */
  readonly status: 'fixed' | 'review' | 'unfixed' | 'nothing-to-fix' | 'failed';
  readonly reason: string;
  /** Of the winner; undefined without one. */
  readonly verdict: Verdict | undefined;
  /** On the wall, start of the program included. */
  readonly ms: number;
  readonly tried: number;
  readonly plausible: number;
  readonly strategy: string | undefined;
  readonly agreement: number | undefined;
  readonly method: string | undefined;
  readonly clusters: number | undefined;
  readonly candidates: readonly CandidateRecord[];
  readonly notes: readonly string[];
  readonly error: string | undefined;
}

export interface CandidateRecord {
  readonly id: string;
  readonly strategy: string;
  readonly context: string;
  readonly prior: number;
  /** Candidates whose tests were run until this one, itself included; undefined when the report does not say. */
  readonly rank: number | undefined;
  readonly green: boolean;
  readonly cluster: number | undefined;
  readonly score: number;
  readonly review: string;
  readonly patch: string;
  /** Undefined when it was not judged: the winner always is, the others with `--judge-all`. */
  readonly verdict: Verdict | undefined;
}
