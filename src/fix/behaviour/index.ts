import { messageOf } from '../../base/errors.ts';
import {
  type CalledVariant,
  callVariants,
  type ModuleText,
  type Observation,
  type Outcome,
  observe,
  type Runner,
  readModule,
  type TestCommand,
} from '../../testing/index.ts';
import type { Edit } from '../types.ts';
import { type Example, examplesOf, keeps } from './examples.ts';
import { type GeneratedCall, generateCalls } from './generate.ts';
import { constantsAround, constantsOf } from './sketch.ts';
import { clustersOf, type Table, take, telling } from './table.ts';
import { type Traits, traitsOf } from './traits.ts';

export type { Traits } from './traits.ts';

/** A candidate repair whose behaviour is compared: edits of the originals. */
export interface ComparedCandidate {
  readonly id: string;
  readonly edits: readonly Edit[];
}

export interface BehaviourPlan {
  /** Texts of the files that candidates change, by path. */
  readonly originals: Readonly<Record<string, string>>;
  /** Ids of tests. */
  readonly failing: readonly string[];
  readonly passing: readonly string[];
  /** Files that hold these tests, relative to the repository. */
  readonly testFiles: readonly string[];
  /** Milliseconds for everything. */
  readonly budgetMs: number;
  readonly seed: number;
  readonly signal?: AbortSignal;
}

export interface Behaviours {
  /** On which the candidates were compared. */
  readonly inputs: number;
  /** Ids of candidates that do the same on all inputs; largest first, ties by the order of the candidates. */
  readonly clusters: readonly (readonly string[])[];
  /** Documented examples that a candidate keeps and breaks; those that every version breaks are left out. */
  readonly examples: ReadonlyMap<string, { readonly kept: number; readonly broken: number }>;
  readonly traits: ReadonlyMap<string, Traits>;
  /** Why behaviour could not be compared, or only in part. */
  readonly missing: string | undefined;
}

const mostCalls = 200;
/** Candidates that are called once before all the others. */
const scouts = 4;
const callTimeoutMs = 200;
const loadTimeoutMs = 3000;
/** Of the budget, at most, for the run that watches the tests. */
const observingShare = 0.45;

/**
 * Tells apart candidate repairs by what they do: calls the changed functions in the original and in every candidate on
 * inputs that tests were seen to use, that the documentation shows, and on new ones made of them. All of it inside the
 * sandbox; the runner's files are the originals again afterwards. The same seed gives the same inputs.
 */
export async function compareBehaviour(
  runner: Runner,
  command: TestCommand,
  candidates: readonly ComparedCandidate[],
  plan: BehaviourPlan,
): Promise<Behaviours> {
  const deadline = performance.now() + plan.budgetMs;
  const modules = await readModules(candidates, plan);
  const targets = modules.flatMap((module) => module.targets);
  if (targets.length === 0) return nothing('no function that can be called is changed');
  const observation = await observe(runner, command, modules, {
    ...plan,
    timeoutMs: plan.budgetMs * observingShare,
  });
  const examples = modules.flatMap((module) => module.targets.flatMap((target) => examplesOf(target, module)));
  const calls = callsOf(modules, candidates, observation, examples, plan);
  if (calls.length === 0) return nothing(observation.missing ?? 'no input for the changed functions is known');
  const variants = candidates.map((candidate) => ({ id: candidate.id, edits: editsByFile(candidate.edits) }));
  const caller = new Comparison(runner, command, modules, observation, deadline, plan.signal);
  try {
    const scouted = await caller.scout(calls, variants);
    const table = await caller.table(scouted, variants);
    return told(table, examples, observation, candidates.length);
  } catch (error) {
    return nothing(messageOf(error));
  }
}

function nothing(missing: string): Behaviours {
  return { inputs: 0, clusters: [], examples: new Map(), traits: new Map(), missing };
}

async function readModules(
  candidates: readonly ComparedCandidate[],
  { originals }: BehaviourPlan,
): Promise<ModuleText[]> {
  const edits = candidates.flatMap((candidate) => candidate.edits);
  const modules: ModuleText[] = [];
  for (const file of [...new Set(edits.map((edit) => edit.file))].sort()) {
    const original = originals[file];
    if (original === undefined) continue;
    const count = modules.reduce((sum, module) => sum + module.targets.length, 0);
    const spans = edits.filter((edit) => edit.file === file);
    const module = await readModule(file, original, spans, count);
    if (module !== undefined) modules.push(module);
  }
  // One worker speaks one language; where repairs are of two, the one with more functions is looked at.
  const python = modules.filter(({ language }) => language === 'python');
  const others = modules.filter(({ language }) => language !== 'python');
  return python.length > others.length ? python : others;
}

function editsByFile(edits: readonly Edit[]): Record<string, Edit[]> {
  const byFile: Record<string, Edit[]> = {};
  for (const edit of edits) {
    const known = byFile[edit.file] ?? [];
    byFile[edit.file] = [...known, edit];
  }
  return byFile;
}

function callsOf(
  modules: readonly ModuleText[],
  candidates: readonly ComparedCandidate[],
  observation: Observation,
  examples: readonly Example[],
  { seed }: BehaviourPlan,
): GeneratedCall[] {
  const targets = modules.flatMap((module) => module.targets.map((target) => ({ module, target })));
  const most = Math.max(20, Math.floor(mostCalls / targets.length));
  const all: GeneratedCall[] = [];
  for (const { module, target } of targets) {
    const changed = candidates.flatMap(({ edits }) => edits.map(({ text }) => text));
    const calls = generateCalls(target, {
      observed: observation.calls.filter((call) => call.target === target.number),
      examples: examples.flatMap(({ call }) => (call.target === target.number ? [call] : [])),
      constants: constantsOf([module.original.slice(target.start, target.end), ...changed]),
      nearby: constantsAround(module.original, target),
      most,
      seed,
    });
    const before = all.length;
    for (const call of calls) {
      const { relation } = call;
      all.push(relation === undefined ? call : { ...call, relation: { ...relation, of: relation.of + before } });
    }
  }
  return all;
}

/** The calls that are left, and outcomes that are known already. */
interface Scouted {
  readonly calls: readonly GeneratedCall[];
  readonly known: ReadonlyMap<string, readonly Outcome[]>;
}

class Comparison {
  readonly #call: (
    variants: readonly CalledVariant[],
    calls: readonly GeneratedCall[],
  ) => Promise<Map<string, readonly Outcome[]>>;

  constructor(
    runner: Runner,
    command: TestCommand,
    modules: readonly ModuleText[],
    observation: Observation,
    deadline: number,
    signal: AbortSignal | undefined,
  ) {
    this.#call = async (variants, calls) => {
      const rows = new Map<string, readonly Outcome[]>();
      const options = {
        observation,
        callTimeoutMs,
        loadTimeoutMs,
        deadline,
        ...(signal === undefined ? {} : { signal }),
      };
      for await (const { id, outcomes } of callVariants(runner, command, modules, variants, calls, options)) {
        rows.set(id, outcomes);
      }
      return rows;
    };
  }

  /**
   * Leaves out calls that tell nothing for certain: those that end differently when the same is done again, and those
   * that most of a few candidates do not end, which would cost their time in every other candidate.
   */
  async scout(calls: readonly GeneratedCall[], variants: readonly CalledVariant[]): Promise<Scouted> {
    const step = Math.max(1, Math.floor(variants.length / scouts));
    const chosen = variants.filter((_, at) => at % step === 0).slice(0, scouts);
    const again = chosen.at(-1)?.edits ?? {};
    const sent = [...chosen.map(({ edits }) => edits), again].map((edits, at) => ({ id: String(at), edits }));
    const rows = await this.#call(sent, calls);
    if (rows.size < sent.length) return { calls, known: new Map() };
    const slow = (row: readonly Outcome[], at: number): boolean =>
      row[at]?.end === 'timeout' || row[at]?.end === 'died';
    const tried = [...rows.values()].slice(0, chosen.length);
    const repeated = rows.get(String(chosen.length));
    const places = calls.flatMap((_, at) => {
      const stable = tried.at(-1)?.[at]?.text === repeated?.[at]?.text;
      return stable && tried.filter((row) => slow(row, at)).length * 2 <= tried.length ? [at] : [];
    });
    // Functions may remember: outcomes are those of all others only when the calls are the same.
    if (places.length < calls.length) {
      return { calls: take({ calls, candidates: new Map(), original: undefined }, places).calls, known: new Map() };
    }
    return { calls, known: new Map(chosen.map(({ id }, at) => [id, tried[at] ?? []])) };
  }

  async table({ calls, known }: Scouted, variants: readonly CalledVariant[]): Promise<Table> {
    const left = variants.filter(({ id }) => !known.has(id));
    const sent = [{}, ...left.map(({ edits }) => edits)].map((edits, at) => ({ id: String(at), edits }));
    const rows = await this.#call(sent, calls);
    const numbers = new Map(left.map(({ id }, at) => [id, String(at + 1)]));
    const candidates = variants.flatMap(({ id }) => {
      const row = known.get(id) ?? rows.get(numbers.get(id) ?? '');
      return row === undefined ? [] : [[id, row] as const];
    });
    return { calls, candidates: new Map(candidates), original: rows.get('0') };
  }
}

function told(all: Table, examples: readonly Example[], observation: Observation, count: number): Behaviours {
  const table = telling(all);
  const late = count - all.candidates.size;
  const reasons = [
    observation.missing,
    late > 0 ? `${late} of ${count} candidates were not compared in time` : undefined,
    table.calls.length === 0 ? 'no input could be told apart: the functions could not be called' : undefined,
  ].filter((one) => one !== undefined);
  return {
    inputs: table.calls.length,
    clusters: table.calls.length === 0 ? [] : clustersOf(table.candidates),
    examples: judged(all, examples),
    traits: table.calls.length === 0 ? new Map() : traitsOf(table),
    missing: reasons.length === 0 ? undefined : reasons.join('; '),
  };
}

function judged(table: Table, examples: readonly Example[]): Map<string, { kept: number; broken: number }> {
  const places = new Map(table.calls.map((call, at) => [keyOf(call), at]));
  const counts = new Map([...table.candidates.keys()].map((id) => [id, { kept: 0, broken: 0 }]));
  for (const example of examples) {
    const at = places.get(keyOf(example.call));
    if (at === undefined) continue;
    const verdicts = [...table.candidates].map(([id, row]) => {
      const outcome = row[at];
      return { id, kept: outcome !== undefined && keeps(example, outcome) };
    });
    if (!verdicts.some(({ kept }) => kept)) continue;
    for (const { id, kept } of verdicts) {
      const known = counts.get(id);
      if (known !== undefined) known[kept ? 'kept' : 'broken'] += 1;
    }
  }
  return counts;
}

function keyOf({ target, self, args, named }: Example['call']): string {
  return JSON.stringify([target, self, args, named]);
}
