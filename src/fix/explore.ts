import type { Sandbox } from '../sandbox/index.ts';
import {
  prepareTrials,
  type TestCommand,
  type TrialResult,
  tryCandidates,
  type WarmPlan,
  WarmTests,
} from '../testing/index.ts';
import { brokenBy, textsOf, toTrial, unlearnedPrior } from './candidate-trial.ts';
import type { EarlierText } from './history.ts';
import { Random } from './random.ts';
import { type CandidateStream, openSearch } from './search/index.ts';
import { type TemplateOutcome, TemplateOutcomes } from './template-outcomes.ts';
import type { SourceFile } from './templates/model.ts';
import type { Candidate, Suspicion, TemplateWeight } from './types.ts';

export interface ExploreInputs {
  readonly command: TestCommand;
  /** Files that may be edited, and others to take names and statements from. */
  readonly files: readonly SourceFile[];
  readonly suspicions: readonly Suspicion[];
  /** What files were before, by path. */
  readonly before?: ReadonlyMap<string, readonly EarlierText[]>;
  /** Words in quotes in the tests that fail. */
  readonly testedWords: ReadonlySet<string>;
  readonly failing: readonly string[];
  readonly guards: readonly string[];
  readonly testFiles: readonly string[];
  readonly testTimeoutMs: number;
  readonly trialTimeoutMs: number;
  readonly weight?: TemplateWeight;
  readonly seed: number;
  readonly order: 'ranked' | 'random';
  /** Only every `count`-th candidate, from `index`: the part of one runner. */
  readonly share: { readonly index: number; readonly count: number };
  /** One for each candidate that is tried at the same time; they hold `files` as given. */
  readonly sandboxes: readonly Sandbox[];
  readonly signal?: AbortSignal;
  /** The review gate: what it refuses is not counted, and the search goes on. */
  readonly accept: (found: Found) => Promise<boolean>;
  readonly onTried?: (tried: number, plausible: number, best: Candidate | undefined) => void;
}

/** How long a part of a search goes on. */
export interface ExploreLimits {
  /** Milliseconds. */
  readonly budgetMs: number;
  /** Milliseconds beyond the budget, as long as nothing is found that they would be kept for. */
  readonly graceMs?: number;
  /** After so many candidates a repair of a part of the tests is taken as a first step; undefined: never. */
  readonly settleAfter?: number;
}

/** A candidate that turned failing tests green. */
export interface Found {
  readonly candidate: Candidate;
  /** How many were tried up to it. */
  readonly rank: number;
  /** Texts of the changed files with the candidate in place. */
  readonly texts: Readonly<Record<string, string>>;
  /** Ids of failing tests that pass. */
  readonly repaired: readonly string[];
}

export interface Exploration {
  /** All failing tests and all guards pass. */
  readonly plausible: readonly Found[];
  /** Some failing tests pass, the most first; whether they break others is not known. */
  readonly partial: readonly Found[];
  readonly tried: number;
  readonly outcomes: readonly TemplateOutcome[];
  readonly notes: readonly string[];
}

const mostPlausible = 60;
const mostPartial = 20;
/** Rounds grow: the first answers are wanted soon, later ones cheaply. */
const rounds = [80, 160, 320];
const laterRounds = 600;
/** Of candidates that cost a process each: one with so many others in a round, and more when nothing else is left. */
const latePer = 250;
const slowRound = 8;
/** How many more to try than twice the rank of the first plausible one. */
const margin = 400;
const slowMargin = 10;
/** Of the random arm: candidates that are drawn and then shuffled. */
const mostShuffled = 3000;

/**
 * Tries candidates, best first, until enough plausible ones are known to choose from, nothing is left, or the time is
 * over. What is tried follows from the inputs alone, however fast the machine is: rounds are fixed, and what one taught
 * is fed back in the order of its candidates.
 */
export function explore(inputs: ExploreInputs, limits: ExploreLimits): Promise<Exploration> {
  return new Explorer(inputs).go(limits);
}

/** A search that can go on where it ended: each `go` returns all that is known by then. */
export class Explorer {
  readonly notes = new Set<string>();
  readonly #inputs: ExploreInputs;
  #stream: CandidateStream | undefined;
  #shuffled: Candidate[] | undefined;
  readonly #texts: ReadonlyMap<string, string>;
  /** Of the part that goes on. */
  #limits: ExploreLimits = { budgetMs: 0 };
  #enough = new AbortController();
  #signal = this.#enough.signal;
  #overtime = false;
  #found = false;
  readonly #outcomes = new TemplateOutcomes();
  readonly #plausible: Found[] = [];
  readonly #partial: Found[] = [];
  /** Candidates outside of functions: a warm process cannot switch to them. */
  readonly #deferred: Candidate[] = [];
  /** Candidates that the end of a part cut off. */
  #again: Candidate[] = [];
  /** One for each sandbox. */
  #warm: readonly WarmTests[] = [];
  #rounds = 0;
  #drawn = 0;
  #tried = 0;
  /** Rank of the first plausible one; 0 before. */
  #first = 0;
  /** No warm process can be used: every candidate costs one of its own. */
  #slow = false;
  #exhausted = false;

  constructor(inputs: ExploreInputs) {
    this.#inputs = inputs;
    this.#texts = new Map(inputs.files.map(({ path, text }) => [path, text]));
  }

  async go(limits: ExploreLimits): Promise<Exploration> {
    const { sandboxes, signal } = this.#inputs;
    const { budgetMs, graceMs = 0 } = limits;
    this.#limits = limits;
    this.#overtime = false;
    this.#found = false;
    this.#enough = new AbortController();
    const last = AbortSignal.timeout(Math.max(1, Math.round(budgetMs + graceMs)));
    this.#signal = AbortSignal.any([last, this.#enough.signal, ...(signal === undefined ? [] : [signal])]);
    const budget = setTimeout(() => {
      this.#overtime = true;
      this.#stopIfFound();
    }, budgetMs);
    this.#warm = sandboxes.map(() => new WarmTests());
    // They load while the first candidates are thought of.
    for (const [own, sandbox] of sandboxes.entries()) prepareTrials(sandbox, this.#inputs.command, this.#plan(own, []));
    try {
      await this.#open();
      while (await this.#round());
      return this.#end();
    } finally {
      clearTimeout(budget);
      await Promise.all(this.#warm.map((one) => one.close()));
    }
  }

  async #open(): Promise<void> {
    if (this.#stream !== undefined) return;
    const { files, suspicions, weight, before, testedWords, seed, order } = this.#inputs;
    const given = { ...(weight === undefined ? {} : { weight }), ...(before === undefined ? {} : { before }) };
    const { stream, skipped } = await openSearch({ files, suspicions, testedWords, seed, ...given });
    this.#stream = stream;
    if (order === 'random') this.#shuffled = new Random(seed).shuffled(await stream.next(mostShuffled));
    for (const path of skipped) this.notes.add(`${path} has broken syntax and was not searched`);
  }

  /** @returns whether another round is worth it */
  async #round(): Promise<boolean> {
    const fresh = await this.#draw();
    this.#exhausted = fresh === undefined && (this.#deferred.length === 0 || this.#first > 0);
    if (this.#exhausted) return false;
    const late = this.#deferred.splice(0, this.#lateCount(fresh?.length));
    const results = await this.#try(fresh ?? [], true);
    const left = fresh?.filter(({ id }) => !results.has(id)) ?? [];
    if (this.#signal.aborted) this.#again = left;
    else this.#deferred.push(...left);
    for (const [id, result] of await this.#try(late, false)) results.set(id, result);
    for (const candidate of [...(fresh ?? []), ...late]) {
      const result = results.get(candidate.id);
      if (result !== undefined) await this.#take(candidate, result);
    }
    if (this.#signal.aborted) this.#deferred.unshift(...late.filter(({ id }) => !results.has(id)));
    this.#tell();
    if (this.#plausible.length >= mostPlausible || this.#signal.aborted) return false;
    if (
      this.#first === 0 &&
      this.#partial.length > 0 &&
      this.#tried >= (this.#limits.settleAfter ?? Number.POSITIVE_INFINITY)
    ) {
      return false;
    }
    // As far again as to the first one and a little: right repairs that rank after a lucky one are near.
    return this.#first === 0 || this.#tried < 2 * this.#first + (this.#slow ? slowMargin : margin);
  }

  #end(): Exploration {
    const cut = !this.#exhausted && this.#first === 0 && this.#signal.aborted;
    this.#partial.sort((a, b) => b.repaired.length - a.repaired.length || a.rank - b.rank);
    return {
      plausible: [...this.#plausible],
      partial: this.#partial.slice(0, mostPartial),
      tried: this.#tried,
      outcomes: this.#outcomes.list(),
      notes: [...this.notes, ...(cut ? ['the time ended before every candidate was tried'] : [])],
    };
  }

  /** This runner's share of the next candidates; undefined when there are none. */
  async #draw(): Promise<Candidate[] | undefined> {
    if (this.#again.length > 0) return this.#again.splice(0);
    const { share } = this.#inputs;
    const each = this.#slow ? slowRound : (rounds[this.#rounds++] ?? laterRounds);
    const count = each * share.count;
    const all = this.#shuffled?.splice(0, count) ?? (await this.#stream?.next(count)) ?? [];
    if (all.length === 0) return undefined;
    const own = all.filter((_, at) => (this.#drawn + at) % share.count === share.index);
    this.#drawn += all.length;
    return own;
  }

  /** How many that cost a process each to try in this round; none once something passes. */
  #lateCount(others: number | undefined): number {
    if (this.#first > 0) return 0;
    return others === undefined ? slowRound : Math.ceil(others / latePer);
  }

  /** Results by candidate; those that the signal cut off have none, nor those that `warmOnly` leaves out. */
  async #try(candidates: readonly Candidate[], warmOnly: boolean): Promise<Map<string, TrialResult>> {
    const { sandboxes, command, failing } = this.#inputs;
    const results = new Map<string, TrialResult>();
    if (candidates.length === 0) return results;
    const wanted = new Set(failing);
    await Promise.all(
      sandboxes.map(async (sandbox, own) => {
        const trials = candidates.filter((_, at) => at % sandboxes.length === own).map(toTrial);
        const plan = { ...this.#plan(own, candidates), warmOnly };
        for await (const result of tryCandidates(sandbox, command, trials, plan)) {
          // What an abort has killed looks like a candidate that ended the process.
          if (this.#signal.aborted) return;
          results.set(result.id, result);
          this.#found ||=
            result.plausible ||
            (this.#limits.settleAfter !== undefined &&
              result.verdicts.size === failing.length &&
              [...result.verdicts].some(([id, to]) => to === 'passed' && wanted.has(id)));
          this.#stopIfFound();
        }
      }),
    );
    return results;
  }

  #plan(own: number, candidates: readonly Candidate[]): WarmPlan {
    const { failing, guards, testFiles, testTimeoutMs, trialTimeoutMs } = this.#inputs;
    const changed = new Set(candidates.flatMap(({ edits }) => edits.map(({ file }) => file)));
    const warm = this.#warm[own];
    return {
      originals: Object.fromEntries([...changed].map((file) => [file, this.#texts.get(file) ?? ''])),
      ...{ failing, guards, testFiles, testTimeoutMs, trialTimeoutMs, signal: this.#signal },
      ...(warm === undefined ? {} : { warm }),
      onFallback: (reason) => {
        this.notes.add(`candidates are tried in fresh processes: ${reason}`);
        this.#slow = true;
      },
    };
  }

  #stopIfFound(): void {
    if (this.#overtime && this.#found) this.#enough.abort();
  }

  async #take(candidate: Candidate, result: TrialResult): Promise<void> {
    const { failing, guards, accept } = this.#inputs;
    this.#tried += 1;
    const repaired = failing.filter((id) => result.verdicts.get(id) === 'passed');
    this.#stream?.feedback(candidate.id, {
      failingNowPassing: repaired.length,
      brokenPassing: brokenBy(result, guards),
      plausible: result.plausible,
    });
    this.#outcomes.add(candidate, unlearnedPrior(candidate, this.#inputs.weight), result);
    if (repaired.length === 0) return;
    const found = { candidate, rank: this.#tried, texts: textsOf(candidate, this.#texts), repaired };
    if (!result.plausible) {
      if (result.verdicts.size === failing.length) this.#partial.push(found);
      return;
    }
    if (!(await accept(found))) return;
    this.#plausible.push(found);
    this.#first ||= this.#tried;
    this.#tell();
  }

  #tell(): void {
    this.#inputs.onTried?.(this.#tried, this.#plausible.length, this.#plausible[0]?.candidate);
  }
}
