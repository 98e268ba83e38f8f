import type { Call, CallInput, ObservedCall, Target, Value } from '../../testing/index.ts';
import { Random } from '../random.ts';
import { Mutator, numberOf } from './mutate.ts';
import { type Constants, fits, type Sketch, sketchOf } from './sketch.ts';

/** A call, and where it comes from. */
export interface GeneratedCall extends Call {
  readonly origin: 'observed' | 'example' | 'generated';
  readonly during: ObservedCall['during'] | undefined;
  /** What it was made of: another call of the list, whose outcome it may have to match. */
  readonly relation: { readonly kind: 'swapped' | 'permuted' | 'twice'; readonly of: number } | undefined;
}

export interface GeneratePlan {
  readonly observed: readonly ObservedCall[];
  readonly examples: readonly CallInput[];
  /** In the texts of the function and of its candidates. */
  readonly constants: Constants;
  /** In the rest of the module, the nearest first. */
  readonly nearby: Constants;
  /** At most so many calls. */
  readonly most: number;
  readonly seed: number;
}

/** Calls of one relation are so many. */
const perRelation = 12;
const mostObserved = 40;

/**
 * Calls of one target: those that were observed and documented, then new ones made of them, of the same types. The same
 * plan gives the same calls.
 */
export function generateCalls(target: Target, plan: GeneratePlan): GeneratedCall[] {
  const calls = new Calls(plan.most);
  for (const { during, ...call } of plan.observed.slice(0, mostObserved)) {
    calls.add(call, { origin: 'observed', during });
  }
  for (const call of plan.examples) calls.add(call, { origin: 'example' });
  const seeds = calls.list.filter(({ args, self }) => ![...args, self].some((one) => one && isOpaque(one)));
  if (seeds.length === 0) return calls.list;
  const random = new Random(plan.seed ^ hash(`${target.file}:${target.name}`));
  const mutator = new Mutator(random, plan.constants);
  const shapes = shapesOf(seeds, plan.constants);
  addBoundaries(calls, seeds, shapes, plan);
  const method = target.receiver === 'instance' || seeds.some(({ args: [first] }) => first?.kind === 'object');
  for (let misses = 0; calls.size < plan.most * 0.8 && misses < 200; ) {
    const base = random.pick(random.chance(0.8) ? seeds : calls.list);
    const made = base === undefined ? undefined : vary(base, shapes, mutator, random, method);
    if (made === undefined || !calls.add(made, { origin: 'generated' })) misses += 1;
  }
  relate(calls, shapes, random);
  return calls.list;
}

class Calls {
  readonly list: GeneratedCall[] = [];
  readonly #seen = new Set<string>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  get size(): number {
    return this.list.length;
  }

  /** False when it is there already. */
  add(call: Call, from: Partial<GeneratedCall> & Pick<GeneratedCall, 'origin'>): boolean {
    const { target, self, args, named, twice } = call;
    const key = JSON.stringify([target, self, args, named, twice]);
    if (this.#seen.has(key) || this.list.length >= this.#most) return false;
    this.#seen.add(key);
    const kept = { target, self, args, named, ...(twice === undefined ? {} : { twice }) };
    this.list.push({ during: undefined, relation: undefined, ...from, ...kept });
    return true;
  }
}

/** Sketches of what stands at each place of the arguments. */
interface Shapes {
  readonly self: Sketch | undefined;
  readonly args: readonly Sketch[];
  readonly named: ReadonlyMap<string, Sketch>;
}

function shapesOf(calls: readonly CallInput[], constants: Constants): Shapes {
  const most = Math.max(0, ...calls.map(({ args }) => args.length));
  const names = new Set(calls.flatMap(({ named }) => named.map(([name]) => name)));
  const selves = calls.flatMap(({ self }) => self ?? []);
  return {
    self: selves.length === 0 ? undefined : sketchOf(selves, constants),
    args: Array.from({ length: most }, (_, at) =>
      sketchOf(
        calls.flatMap(({ args }) => args[at] ?? []),
        constants,
      ),
    ),
    named: new Map(
      [...names].map((name) => {
        const values = calls.flatMap(({ named }) => named.flatMap(([one, value]) => (one === name ? [value] : [])));
        return [name, sketchOf(values, constants)];
      }),
    ),
  };
}

/** Of all calls, at most so large a part is made of the surroundings' constants. */
const boundaryShare = 0.3;

/** One of the calls with an argument at, just below and just above each constant of the surroundings. */
function addBoundaries(
  calls: Calls,
  seeds: readonly CallInput[],
  shapes: Shapes,
  { nearby, most }: GeneratePlan,
): void {
  const [base] = seeds;
  if (base === undefined) return;
  const limit = calls.size + Math.floor(most * boundaryShare);
  for (const [at, old] of base.args.entries()) {
    const shape = shapes.args[at];
    if (shape === undefined) continue;
    for (const value of valuesNear(old, shape, nearby)) {
      if (calls.size >= limit) return;
      const args = base.args.map((one, place) => (place === at ? value : one));
      calls.add({ ...base, args }, { origin: 'generated' });
    }
  }
}

/** Of the type that stands there: whole where all were, and negative only where some was. */
function valuesNear(old: Value, { numbers }: Sketch, nearby: Constants): Value[] {
  if (old.kind === 'string') return nearby.strings.map((value) => ({ kind: 'string', value }));
  if (old.kind !== 'int' && old.kind !== 'number') return [];
  return nearby.numbers
    .flatMap((one) => [one, one - 1, one + 1])
    .filter(
      (one) => (one >= 0 || numbers.negative) && (Number.isInteger(one) || !(numbers.whole || old.kind === 'int')),
    )
    .map((one) => (old.kind === 'int' ? { kind: 'int', text: String(one) } : numberOf(one)));
}

/** The call with one or more arguments changed. Fields of objects depend on each other, so they seldom are. */
function vary(base: CallInput, shapes: Shapes, mutator: Mutator, random: Random, method: boolean): CallInput {
  const { target, named } = base;
  const objects = method && random.chance(0.15);
  const self =
    objects && base.self !== undefined && shapes.self !== undefined
      ? mutator.mutate(base.self, shapes.self)
      : base.self;
  const args = [...base.args];
  const free = args.flatMap((one, at) => (one.kind === 'object' && !objects ? [] : [at]));
  const all = random.chance(0.3);
  const chosen = new Set(random.chance(0.65) ? [random.pick(free)] : free.filter(() => random.chance(0.7)));
  for (const at of free) {
    const [old, shape] = [args[at], shapes.args[at]];
    if (old === undefined || shape === undefined || !(all || chosen.has(at))) continue;
    args[at] = all ? (mutator.fresh(shape) ?? old) : mutator.mutate(old, shape);
    if (all && random.chance(0.3)) args[at] = mutator.mutate(args[at] ?? old, shape);
  }
  if (free.length >= 2 && random.chance(0.08)) {
    const [one, other] = random.shuffled(free);
    const copied = one === undefined ? undefined : args[one];
    if (copied !== undefined && other !== undefined && fits(copied, shapes.args[other])) args[other] = copied;
  }
  const changed = named.map(([name, value]) => {
    const shape = shapes.named.get(name);
    return [name, shape === undefined || random.chance(0.5) ? value : mutator.mutate(value, shape)] as const;
  });
  return { target, self, args, named: changed };
}

/** Calls whose outcome may have to be that of another: arguments swapped, lists in another order, applied twice. */
function relate(calls: Calls, { args: shapes }: Shapes, random: Random): void {
  const made = [...calls.list.entries()].filter(([, { args, relation }]) => relation === undefined && args.length > 0);
  const bases = random.shuffled(made);
  const perKind = { swapped: 0, permuted: 0, twice: 0 };
  for (const [of, base] of bases) {
    const { args } = base;
    const [first, second] = args;
    const add = (kind: keyof typeof perKind, call: Call): void => {
      if (perKind[kind] >= perRelation || (JSON.stringify(call.args) === JSON.stringify(args)) === (kind !== 'twice'))
        return;
      if (calls.add(call, { origin: 'generated', relation: { kind, of } })) perKind[kind] += 1;
    };
    const bare = { target: base.target, self: base.self, named: base.named };
    if (args.length === 2 && first && second && fits(first, shapes[1]) && fits(second, shapes[0])) {
      add('swapped', { ...bare, args: [second, first] });
    }
    if (first?.kind === 'list' && first.items.length > 1) {
      const items = random.shuffled(first.items);
      add('permuted', { ...bare, args: [{ kind: 'list', class: first.class, items }, ...args.slice(1)] });
    }
    if (args.length === 1) add('twice', { ...bare, args, twice: true });
  }
}

function isOpaque(value: Value): boolean {
  switch (value.kind) {
    case 'opaque':
      return true;
    case 'list':
      return value.more !== undefined || value.items.some(isOpaque);
    case 'map':
      return value.more !== undefined || value.entries.some(([key, one]) => isOpaque(key) || isOpaque(one));
    case 'object':
      return value.entries.some(([, one]) => isOpaque(one));
    case 'string':
      return value.more !== undefined;
    default:
      return false;
  }
}

function hash(text: string): number {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return sum;
}
