import type { Value } from '../../testing/index.ts';

/** What was seen at one place of the arguments: an argument, the items of a list, a field. */
export interface Sketch {
  readonly values: readonly Value[];
  readonly numbers: Numbers;
  readonly strings: Strings;
  /** Of the items of lists, when lists vary in length. */
  readonly items: Sketch | undefined;
  /** Of lists that have one length and one meaning per place, such as points. */
  readonly places: readonly Sketch[] | undefined;
  readonly longest: number;
  /** Of maps and objects, by the text of the key. */
  readonly fields: ReadonlyMap<string, Sketch>;
  readonly keys: Sketch | undefined;
  /** Maps had other keys from call to call: they are data, not fields. */
  readonly openKeys: boolean;
}

export interface Numbers {
  readonly seen: readonly number[];
  readonly whole: boolean;
  readonly negative: boolean;
  readonly largest: number;
}

export interface Strings {
  readonly seen: readonly string[];
  readonly alphabet: readonly string[];
  readonly longest: number;
}

/** Constants in the source of a function: where it decides, they are often the boundary. */
export interface Constants {
  readonly numbers: readonly number[];
  readonly strings: readonly string[];
}

export function sketchOf(values: readonly Value[], constants: Constants, depth = 0): Sketch {
  const lists = values.flatMap((one) => (one.kind === 'list' ? [one.items] : []));
  const maps = values.flatMap((one) => (one.kind === 'map' ? [one.entries] : []));
  const fields = new Map<string, Value[]>();
  const note = (key: string, value: Value): void => {
    fields.set(key, [...(fields.get(key) ?? []), value]);
  };
  for (const entries of maps) for (const [key, value] of entries) note(JSON.stringify(key), value);
  for (const one of values) if (one.kind === 'object') for (const [key, value] of one.entries) note(key, value);
  const deeper = (inner: readonly Value[]): Sketch => sketchOf(inner, constants, depth + 1);
  const fixed = depth < 6 ? placesOf(lists) : undefined;
  const keys = maps.flatMap((entries) => entries.map(([key]) => key));
  return {
    values,
    numbers: numbersOf(values),
    strings: stringsOf(values, constants),
    items: fixed === undefined && lists.length > 0 && depth < 6 ? deeper(lists.flat()) : undefined,
    places: fixed?.map(deeper),
    longest: Math.max(0, ...lists.map((one) => one.length)),
    fields: new Map(depth < 6 ? [...fields].map(([key, inner]) => [key, deeper(inner)]) : []),
    keys: keys.length > 0 && depth < 6 ? deeper(keys) : undefined,
    openKeys: new Set(maps.map((entries) => entries.map(([key]) => JSON.stringify(key)).join())).size > 1,
  };
}

/** Whether a value is of a type that was seen at this place, through and through. */
export function fits(value: Value, sketch: Sketch | undefined): boolean {
  const known = sketch?.values.some(
    (one) => one.kind === value.kind && ('class' in one ? one.class : '') === ('class' in value ? value.class : ''),
  );
  if (sketch === undefined || known !== true) return false;
  switch (value.kind) {
    case 'list':
      return value.items.every((one, at) => fits(one, sketch.places === undefined ? sketch.items : sketch.places[at]));
    case 'map':
      return value.entries.every(
        ([key, one]) => fits(key, sketch.keys) && fits(one, sketch.fields.get(JSON.stringify(key))),
      );
    case 'object':
      return value.entries.every(([key, one]) => fits(one, sketch.fields.get(key)));
    default:
      return true;
  }
}

/** Lists of one length whose places hold different kinds of things. */
function placesOf(lists: readonly (readonly Value[])[]): Value[][] | undefined {
  const length = lists[0]?.length ?? 0;
  if (lists.length < 2 || length < 2 || length > 8 || lists.some((one) => one.length !== length)) return undefined;
  const places = Array.from({ length }, (_, at) => lists.flatMap((one) => one[at] ?? []));
  const kinds = places.map((inner) => [...new Set(inner.map(({ kind }) => kind))].sort().join());
  return new Set(kinds).size > 1 ? places : undefined;
}

function numbersOf(values: readonly Value[]): Numbers {
  const seen = values.flatMap((one) => {
    const number = one.kind === 'int' || one.kind === 'number' ? Number(one.text) : Number.NaN;
    return Number.isFinite(number) ? [number] : [];
  });
  return {
    seen: [...new Set(seen)],
    whole: seen.every((one) => Number.isInteger(one)),
    negative: seen.some((one) => one < 0),
    largest: Math.max(1, ...seen.map((one) => Math.abs(one))),
  };
}

function stringsOf(values: readonly Value[], constants: Constants): Strings {
  const seen = values.flatMap((one) => (one.kind === 'string' ? [one.value] : []));
  const letters = new Set([...seen.join(''), ...(seen.length > 0 ? constants.strings.join('') : '')]);
  return { seen: [...new Set(seen)], alphabet: [...letters], longest: Math.max(1, ...seen.map((one) => one.length)) };
}

/** Numbers and short strings that stand in a text of any of the languages. */
export function constantsOf(texts: readonly string[]): Constants {
  return unique(texts.flatMap(literalsIn));
}

/** At most so many numbers, and so many strings, of the surroundings of a function. */
const mostNearby = 12;

/** Those of a module outside of the function from `start` to `end`, the nearest first: tables and limits it goes by. */
export function constantsAround(text: string, { start, end }: { start: number; end: number }): Constants {
  const distance = ({ at }: Literal): number => (at < start ? start - at : at - end);
  const outside = literalsIn(text).filter(({ at }) => at < start || at >= end);
  const { numbers, strings } = unique(outside.sort((a, b) => distance(a) - distance(b)));
  return { numbers: numbers.slice(0, mostNearby), strings: strings.slice(0, mostNearby) };
}

interface Literal {
  readonly at: number;
  readonly value: number | string;
}

function literalsIn(text: string): Literal[] {
  const found: Literal[] = [];
  for (const { index, 1: quoted } of text.matchAll(/(?:"([^"\\\n]{0,20})"|'[^'\\\n]{0,20}')/g)) {
    if (quoted !== undefined) found.push({ at: index, value: quoted });
  }
  for (const { index, 0: quoted } of text.matchAll(/'[^'\\\n]{0,20}'/g)) {
    found.push({ at: index, value: quoted.slice(1, -1) });
  }
  for (const { index, 0: digits } of text.matchAll(/(?<![\w.])\d+(?:\.\d+)?(?![\w.])/g)) {
    if (Number(digits) <= 1e6) found.push({ at: index, value: Number(digits) });
  }
  return found;
}

function unique(literals: readonly Literal[]): Constants {
  const numbers = new Set<number>();
  const strings = new Set<string>();
  for (const { value } of literals) typeof value === 'number' ? numbers.add(value) : strings.add(value);
  return { numbers: [...numbers], strings: [...strings] };
}
