import type { Sandbox } from '../sandbox/index.ts';
import { type TestCommand, type Trial, type TrialPlan, type TrialResult, tryCandidates } from '../testing/index.ts';
import { applyCandidate, openSearch } from './search/index.ts';
import { type TemplateOutcome, TemplateOutcomes } from './template-outcomes.ts';
import type { SourceFile } from './templates/model.ts';
import type { Candidate, Suspicion, TemplateWeight } from './types.ts';

export interface ExploreInputs {
  readonly command: TestCommand;
  /** Files that may be edited, and others to take names and statements from. */
  readonly files: readonly SourceFile[];
  readonly suspicions: readonly Suspicion[];
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
  /** Milliseconds. */
  readonly budgetMs: number;
  readonly signal?: AbortSignal;
  /** The review gate: what it refuses is not counted, and the search goes on. */
  readonly accept: (found: Found) => Promise<boolean>;
  readonly onTried?: (tried: number, plausible: number, best: Candidate | undefined) => void;
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
const rounds = [40, 80, 160];
const laterRounds = 300;
/** Of candidates that cost a process each: so many a round and sandbox, in between and when nothing else is left. */
const lateShare = 3;
const slowRound = 4;
/** Of the random arm: candidates that are drawn and then shuffled. */
const shuffled = 3000;

/**
 * Tries candidates, best first, until enough plausible ones are known to choose from, nothing is left, or the time is
 * over. What is tried follows from the inputs alone, however fast the machine is: rounds are fixed, and what one taught
 * is fed back in the order of its candidates.
 */
export async function explore(inputs: ExploreInputs): Promise<Exploration> {
  const { files, suspicions, weight, seed, order, share, sandboxes, budgetMs } = inputs;
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const { stream, skipped } = await openSearch({
    files,
    suspicions,
    seed,
    ...(weight === undefined ? {} : { weight }),
  });
  const notes = new Set(skipped.map((path) => `${path} has broken syntax and was not searched`));
  const shuffledOnes = order === 'random' ? shuffle(await stream.next(shuffled), seed) : undefined;
  const outcomes = new TemplateOutcomes();
  const plausible: Found[] = [];
  const partial: Found[] = [];
  const timer = AbortSignal.timeout(Math.max(1, Math.round(budgetMs)));
  const signal = inputs.signal === undefined ? timer : AbortSignal.any([inputs.signal, timer]);
  const onFallback = (reason: string): void => {
    notes.add(`candidates are tried in fresh processes: ${reason}`);
    slow = true;
  };
  /** Candidates outside of functions: a warm process cannot switch to them. */
  const deferred: Candidate[] = [];
  let tried = 0;
  let seen = 0;
  let slow = false;
  let exhausted = false;
  let firstRank = 0;
  for (let round = 0; !signal.aborted; round += 1) {
    const size = slow ? slowRound * sandboxes.length : (rounds[round] ?? laterRounds) * sandboxes.length;
    const all = shuffledOnes?.splice(0, size * share.count) ?? (await stream.next(size * share.count));
    exhausted = all.length === 0 && (deferred.length === 0 || firstRank > 0);
    if (exhausted) break;
    const drawn = all.filter((_, at) => (seen + at) % share.count === share.index);
    seen += all.length;
    // Once something passes, what costs a process each is not worth its time.
    const late = deferred.splice(
      0,
      all.length === 0 ? slowRound * sandboxes.length : firstRank > 0 ? 0 : lateShare * sandboxes.length,
    );
    const results = await tryAll(drawn, inputs, texts, { signal, warmOnly: true, onFallback });
    for (const candidate of drawn) if (!results.has(candidate.id)) deferred.push(candidate);
    for (const [id, result] of await tryAll(late, inputs, texts, { signal, warmOnly: false, onFallback }))
      results.set(id, result);
    for (const candidate of [...drawn, ...late]) {
      const result = results.get(candidate.id);
      if (result === undefined) continue;
      tried += 1;
      const repaired = inputs.failing.filter((id) => result.verdicts.get(id) === 'passed');
      stream.feedback(candidate.id, {
        failingNowPassing: repaired.length,
        brokenPassing: broken(result, inputs.guards),
        plausible: result.plausible,
      });
      outcomes.add(candidate, result);
      if (repaired.length === 0) continue;
      const found = { candidate, rank: tried, texts: textsOf(candidate, texts), repaired };
      if (!result.plausible) {
        if (result.verdicts.size === inputs.failing.length) partial.push(found);
        continue;
      }
      if (!(await inputs.accept(found))) continue;
      plausible.push(found);
      firstRank ||= tried;
      inputs.onTried?.(tried, plausible.length, plausible[0]?.candidate);
    }
    inputs.onTried?.(tried, plausible.length, plausible[0]?.candidate);
    if (plausible.length >= mostPlausible) break;
    // As far again as to the first one and a little: right repairs that rank after a lucky one are near.
    if (firstRank > 0 && tried >= 2 * firstRank + (slow ? 10 : 400)) break;
  }
  if (!exhausted && firstRank === 0) notes.add('the time ended before every candidate was tried');
  partial.sort((a, b) => b.repaired.length - a.repaired.length || a.rank - b.rank);
  return {
    plausible,
    partial: partial.slice(0, mostPartial),
    tried,
    outcomes: outcomes.list(),
    notes: [...notes],
  };
}

/** Results by candidate; those that the signal cut off have none. */
async function tryAll(
  candidates: readonly Candidate[],
  inputs: ExploreInputs,
  texts: ReadonlyMap<string, string>,
  how: Required<Pick<TrialPlan, 'signal' | 'warmOnly' | 'onFallback'>>,
): Promise<Map<string, TrialResult>> {
  const { sandboxes, command, failing, guards, testFiles, testTimeoutMs, trialTimeoutMs } = inputs;
  const results = new Map<string, TrialResult>();
  if (candidates.length === 0) return results;
  const changed = new Set(candidates.flatMap(({ edits }) => edits.map(({ file }) => file)));
  const plan: TrialPlan = {
    originals: Object.fromEntries([...changed].map((file) => [file, texts.get(file) ?? ''])),
    ...{ failing, guards, testFiles, testTimeoutMs, trialTimeoutMs, ...how },
  };
  await Promise.all(
    sandboxes.map(async (sandbox, own) => {
      const trials = candidates.filter((_, at) => at % sandboxes.length === own).map(toTrial);
      for await (const result of tryCandidates(sandbox, command, trials, plan)) {
        // What an abort has killed looks like a candidate that ended the process.
        if (how.signal.aborted) return;
        results.set(result.id, result);
      }
    }),
  );
  return results;
}

function toTrial({ id, edits }: Candidate): Trial {
  const byFile: Record<string, { start: number; end: number; text: string }[]> = {};
  for (const { file, start, end, text } of edits) {
    byFile[file] ??= [];
    byFile[file].push({ start, end, text });
  }
  return { id, edits: byFile };
}

function textsOf(candidate: Candidate, texts: ReadonlyMap<string, string>): Record<string, string> {
  const files = new Set(candidate.edits.map(({ file }) => file));
  return Object.fromEntries([...files].map((file) => [file, applyCandidate(texts.get(file) ?? '', candidate, file)]));
}

function broken({ verdicts }: TrialResult, guards: readonly string[]): number {
  return guards.filter((id) => {
    const verdict = verdicts.get(id);
    return verdict !== undefined && verdict !== 'passed' && verdict !== 'skipped';
  }).length;
}

/** Fisher and Yates, with the generator of Mulberry32. */
function shuffle<T>(items: T[], seed: number): T[] {
  let state = seed >>> 0;
  const random = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  for (let at = items.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [items[at], items[other]] = [items[other] as T, items[at] as T];
  }
  return items;
}
