import { canonicalText, type Outcome, type Value } from '../../testing/index.ts';
import type { GeneratedCall } from './generate.ts';
import { type Table, works } from './table.ts';

/** Says of a call and what it gave whether a property holds; undefined where it has nothing to say. */
type Property = (call: GeneratedCall, outcome: Outcome, of: Outcome | undefined) => boolean | undefined;

const leastOthers = 2;
const leastCalls = 5;

/**
 * Number of properties that a candidate breaks though they are evident: the original keeps them where passing tests
 * call it, and most other candidates keep them on every call. In the manner of invariants (Ernst and others 2001) and
 * metamorphic relations (Chen and others 1998).
 */
export function brokenProperties(table: Table): Map<string, number> {
  const targets = [...new Set(table.calls.map(({ target }) => target))];
  const broken = new Map([...table.candidates.keys()].map((id) => [id, 0]));
  for (const target of targets) {
    const most = Math.max(0, ...table.calls.filter((call) => call.target === target).map(({ args }) => args.length));
    for (const property of properties(most)) {
      if (!trueBefore(table, target, property)) continue;
      const verdicts = new Map([...table.candidates].map(([id, row]) => [id, holds(table, target, row, property)]));
      for (const [id, own] of verdicts) {
        if (own !== false) continue;
        const others = [...verdicts].filter(([other, verdict]) => other !== id && verdict !== undefined);
        const keeping = others.filter(([, verdict]) => verdict === true).length;
        if (keeping >= leastOthers && keeping >= others.length * 0.7) broken.set(id, (broken.get(id) ?? 0) + 1);
      }
    }
  }
  return broken;
}

/** The original was right where passing tests called it; true also where none did. */
function trueBefore({ calls, original }: Table, target: number, property: Property): boolean {
  return calls.every((call, at) => {
    const outcome = original?.[at];
    if (call.target !== target || call.during !== 'passing' || outcome === undefined || !works(outcome)) return true;
    return property(call, outcome, undefined) !== false;
  });
}

function holds({ calls }: Table, target: number, row: readonly Outcome[], property: Property): boolean | undefined {
  let told = 0;
  for (const [at, call] of calls.entries()) {
    const outcome = row[at];
    if (call.target !== target || outcome === undefined) continue;
    const of = call.relation === undefined ? undefined : row[call.relation.of];
    const verdict = property(call, outcome, of);
    if (verdict === false) return false;
    if (verdict === true) told += 1;
  }
  return told >= leastCalls ? true : undefined;
}

function properties(mostArguments: number): Property[] {
  const relations: Property[] = (['swapped', 'permuted', 'twice'] as const).map((kind) => (call, outcome, of) => {
    if (call.relation?.kind !== kind || of === undefined) return undefined;
    return works(of) || works(outcome) ? outcome.text === of.text : undefined;
  });
  const places = Array.from({ length: Math.min(mostArguments, 4) }, (_, at) => at);
  return [...relations, ...alone.map(ofResult), ...places.flatMap((at) => compared.map((one) => ofArgument(at, one)))];
}

function ofResult(says: (result: Value) => boolean | undefined): Property {
  return (_, outcome) => (outcome.end === 'returns' ? says(outcome.value) : undefined);
}

function ofArgument(at: number, says: (result: Value, argument: Value) => boolean | undefined): Property {
  return (call, outcome) => {
    const argument = call.args[at];
    if (outcome.end !== 'returns' || argument === undefined || call.twice === true) return undefined;
    return says(outcome.value, argument);
  };
}

const alone: ((result: Value) => boolean | undefined)[] = [
  (result) => numbers(result)?.every((one) => Number.isInteger(one)),
  (result) => numbers(result)?.every((one) => one >= 0),
  (result) => {
    const all = result.kind === 'list' && result.items.length > 1 ? numbers(result) : undefined;
    return all?.every((one, at) => at === 0 || one >= (all[at - 1] ?? one));
  },
  (result) => {
    if (result.kind !== 'list' || result.items.length < 2) return undefined;
    return new Set(result.items.map(canonicalText)).size === result.items.length;
  },
];

const compared: ((result: Value, argument: Value) => boolean | undefined)[] = [
  (result, argument) => both(sizeOf(result), sizeOf(argument), (a, b) => a === b),
  (result, argument) => both(sizeOf(result), sizeOf(argument), (a, b) => a <= b),
  (result, argument) => {
    const [parts, whole] = [partsOf(result), partsOf(argument)];
    return both(parts, whole, (a, b) => a.every((one) => b.includes(one)));
  },
  (result, argument) => bounded(result, argument, (one, all) => one <= Math.max(...all)),
  (result, argument) => bounded(result, argument, (one, all) => one >= Math.min(...all)),
];

function both<T>(a: T | undefined, b: T | undefined, says: (a: T, b: T) => boolean): boolean | undefined {
  return a === undefined || b === undefined ? undefined : says(a, b);
}

function bounded(
  result: Value,
  argument: Value,
  says: (one: number, all: readonly number[]) => boolean,
): boolean | undefined {
  const all = numbers(argument);
  if ((result.kind !== 'int' && result.kind !== 'number') || all === undefined || all.length === 0) return undefined;
  return says(Number(result.text), all);
}

/** A number, or the numbers of a list that holds nothing else. */
function numbers(value: Value): number[] | undefined {
  if (value.kind === 'int' || value.kind === 'number') return [Number(value.text)];
  if (value.kind !== 'list' || value.items.length === 0) return undefined;
  const all = value.items.flatMap((one) => (one.kind === 'int' || one.kind === 'number' ? [Number(one.text)] : []));
  return all.length === value.items.length ? all : undefined;
}

function sizeOf(value: Value): number | undefined {
  if (value.kind === 'string') return value.more === undefined ? value.value.length : undefined;
  return value.kind === 'list' && value.more === undefined ? value.items.length : undefined;
}

function partsOf(value: Value): string[] | undefined {
  if (value.kind === 'string') return [...value.value];
  return value.kind === 'list' ? value.items.map(canonicalText) : undefined;
}
