import type { Outcome, Value } from '../../testing/index.ts';
import { brokenProperties } from './properties.ts';
import { type Table, works } from './table.ts';

/** How a candidate behaves beyond its tests. Shares are in [0, 1], of the generated inputs. */
export interface Traits {
  /** Throws or does not end, while the original or another candidate answers. */
  readonly throws: number;
  /** Answers with another type than on observed inputs. */
  readonly odd: number;
  /** Answers otherwise than the original. */
  readonly changed: number;
  /** Answers otherwise than most candidates do. */
  readonly distinct: number;
  /** Evident properties that it breaks, see `brokenProperties`. */
  readonly properties: number;
}

export function traitsOf(table: Table): Map<string, Traits> {
  const { calls, candidates, original } = table;
  const broken = brokenProperties(table);
  const generated = calls.flatMap(({ origin }, at) => (origin === 'generated' ? [at] : []));
  const rows = [...candidates.values()];
  const usual = generated.map((at) => mostCommon(rows.map((row) => row[at]?.text ?? '')));
  const answered = generated.map((at) => works(original?.[at]) || rows.some((row) => works(row[at])));
  const share = (count: number): number => (generated.length === 0 ? 0 : count / generated.length);
  return new Map(
    [...candidates].map(([id, row]) => {
      const known = observedTypes(table, row);
      const count = (says: (outcome: Outcome | undefined, place: number, at: number) => boolean): number =>
        share(generated.filter((at, place) => says(row[at], place, at)).length);
      return [
        id,
        {
          throws: count((outcome, place) => !works(outcome) && answered[place] === true),
          odd: count((outcome, _, at) => {
            const types = known.get(calls[at]?.target ?? -1);
            return outcome?.end === 'returns' && types !== undefined && !types.has(typeOf(outcome.value));
          }),
          changed: original === undefined ? 0 : count((outcome, _, at) => outcome?.text !== original[at]?.text),
          distinct: count((outcome, place) => outcome?.text !== usual[place]),
          properties: broken.get(id) ?? 0,
        },
      ];
    }),
  );
}

/** By target: what the candidate answers where tests called it, and was right. */
function observedTypes({ calls }: Table, row: readonly Outcome[]): Map<number, Set<string>> {
  const types = new Map<number, Set<string>>();
  for (const [at, { origin, target }] of calls.entries()) {
    const outcome = row[at];
    if (origin !== 'observed' || outcome?.end !== 'returns') continue;
    const known = types.get(target) ?? new Set();
    types.set(target, known.add(typeOf(outcome.value)));
  }
  return types;
}

function typeOf(value: Value): string {
  if (value.kind === 'number') return value.text === 'NaN' ? 'NaN' : 'number';
  return 'class' in value ? `${value.kind} ${value.class}` : value.kind;
}

/** The first of those that are there most often. */
function mostCommon(texts: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
