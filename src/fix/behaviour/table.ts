import type { Outcome } from '../../testing/index.ts';
import type { GeneratedCall } from './generate.ts';

/** What came of each call in each version of the program. */
export interface Table {
  readonly calls: readonly GeneratedCall[];
  /** By candidate, in the order of the candidates; as long as `calls`. */
  readonly candidates: ReadonlyMap<string, readonly Outcome[]>;
  readonly original: readonly Outcome[] | undefined;
}

export function works(outcome: Outcome | undefined): boolean {
  return outcome?.end === 'returns';
}

/**
 * Leaves the calls that say something: those that could be made, that some version answers, and that at least half of
 * the candidates answer. What most candidates refuse, nobody meant to be given.
 */
export function telling(table: Table): Table {
  const rows = [...table.candidates.values()];
  const kept = table.calls.flatMap((_, at) => {
    const outcomes = rows.map((row) => row[at]);
    const made = outcomes.filter((one) => one !== undefined && one.end !== 'unmade' && one.end !== 'unreached');
    const working = outcomes.filter(works).length;
    return made.length > 0 && working > 0 && working * 2 >= outcomes.length ? [at] : [];
  });
  return take(table, kept);
}

/** The calls at these places; relations to calls that are left out are dropped. */
export function take({ calls, candidates, original }: Table, places: readonly number[]): Table {
  const moved = new Map(places.map((old, at) => [old, at]));
  const pick = <T>(row: readonly T[]): T[] => places.flatMap((at) => row[at] ?? []);
  return {
    calls: pick(calls).map((call) => {
      const of = call.relation === undefined ? undefined : moved.get(call.relation.of);
      return {
        ...call,
        relation: call.relation === undefined || of === undefined ? undefined : { ...call.relation, of },
      };
    }),
    candidates: new Map([...candidates].map(([id, row]) => [id, pick(row)])),
    original: original === undefined ? undefined : pick(original),
  };
}

/** Ids of candidates whose outcomes are all equal; largest group first, ties by the first id's place. */
export function clustersOf(candidates: ReadonlyMap<string, readonly { readonly text: string }[]>): string[][] {
  const groups = new Map<string, string[]>();
  for (const [id, row] of candidates) {
    const key = JSON.stringify(row.map(({ text }) => text));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [id]);
    else group.push(id);
  }
  // Groups stand in the order of their first ids, and sorting is stable.
  return [...groups.values()].sort((a, b) => b.length - a.length);
}
