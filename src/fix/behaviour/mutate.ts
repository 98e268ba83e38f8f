import type { Value } from '../../testing/index.ts';
import type { Random } from '../random.ts';
import type { Constants, Numbers, Sketch, Strings } from './sketch.ts';

type List = Extract<Value, { kind: 'list' }>;
type MapValue = Extract<Value, { kind: 'map' }>;
type ObjectValue = Extract<Value, { kind: 'object' }>;
type Numeric = Extract<Value, { kind: 'int' | 'number' }>;

/** Larger numbers make many functions slow, and tell little more. */
const largestNumber = 5000;
const longestList = 30;
const longestString = 80;

/** Makes values like those of a sketch: of the same kinds, numbers whole where all were. */
export class Mutator {
  readonly #random: Random;
  readonly #constants: Constants;

  constructor(random: Random, constants: Constants) {
    this.#random = random;
    this.#constants = constants;
  }

  /** The value with something changed. */
  mutate(value: Value, sketch: Sketch): Value {
    switch (value.kind) {
      case 'int':
      case 'number':
        return this.#number(value, sketch.numbers);
      case 'string':
        return { kind: 'string', value: this.#string(value.value, sketch.strings) };
      case 'bool':
        return { kind: 'bool', value: !value.value };
      case 'list':
        return this.#list(value, sketch);
      case 'map':
        return this.#map(value, sketch);
      case 'object':
        return this.#object(value, sketch);
      default:
        return this.#random.pick(sketch.values) ?? value;
    }
  }

  /** A new value of the kinds that were seen. */
  fresh(sketch: Sketch): Value | undefined {
    const model = this.#random.pick(sketch.values);
    if (model === undefined) return undefined;
    switch (model.kind) {
      case 'string':
        return { kind: 'string', value: this.#freshString(sketch.strings) };
      case 'bool':
        return { kind: 'bool', value: this.#random.chance(0.5) };
      case 'list':
        return this.#freshList(model, sketch);
      case 'map': {
        const entries = model.entries.map(([key, value]) => {
          const inner = sketch.fields.get(JSON.stringify(key));
          return [key, (inner === undefined ? undefined : this.fresh(inner)) ?? value] as const;
        });
        return sketch.openKeys ? this.#map({ ...model, entries }, sketch) : { ...model, entries };
      }
      default:
        return this.mutate(model, sketch);
    }
  }

  #number(value: Numeric, numbers: Numbers): Value {
    const random = this.#random;
    const old = Number(value.text);
    if (!Number.isFinite(old) || Math.abs(old) > Number.MAX_SAFE_INTEGER) return value;
    let made = numbers.whole ? this.#whole(old, numbers) : this.#float(old, numbers);
    if (made < 0 && !numbers.negative && !random.chance(0.2)) made = -made;
    if (numbers.negative && random.chance(0.15)) made = -made;
    const limit = Math.max(largestNumber, numbers.largest);
    made = Math.max(-limit, Math.min(limit, made));
    return value.kind === 'int' ? { kind: 'int', text: String(Math.trunc(made) + 0) } : numberOf(made);
  }

  #whole(old: number, { seen, largest }: Numbers): number {
    const random = this.#random;
    const near = (number: number | undefined): number => Math.trunc(number ?? 0) + random.int(-1, 1);
    const ways: (() => number)[] = [
      () => old + (random.chance(0.5) ? 1 : -1),
      () => old + random.int(-3, 3),
      () => near(random.pick(seen)),
      () => (this.#constants.numbers.length > 0 ? near(random.pick(this.#constants.numbers)) : old + 2),
      () => random.int(0, 12),
      () => random.int(0, 12),
      () => random.int(0, 150),
      () => random.int(0, Math.min(largestNumber, Math.ceil(largest * 1.5))),
      () => random.pick([0, 1, 2, 10, 100]) ?? 0,
      () => (random.chance(0.3) ? random.int(0, Math.min(largestNumber, largest * 10)) : old * 2),
    ];
    return (random.pick(ways) ?? (() => 0))();
  }

  #float(old: number, { seen, largest }: Numbers): number {
    const random = this.#random;
    const short = (number: number): number => Number(number.toFixed(random.int(0, 2)));
    const ways: (() => number)[] = [
      () => short(old + random.next() - 0.5),
      () => (random.pick(seen) ?? 0) + (random.pick([0, 0.1, -0.1, 0.5, 1]) ?? 0),
      () => short(random.next() * largest * 1.5),
      () => random.int(0, Math.ceil(Math.min(largestNumber, largest))),
      () => random.pick(this.#constants.numbers) ?? 1,
      () => random.pick([0, 0.5, 1, 1.5, 2]) ?? 0,
    ];
    return Number((random.pick(ways) ?? (() => 0))().toPrecision(12));
  }

  #string(old: string, strings: Strings): string {
    const random = this.#random;
    const numbers = [...old.matchAll(/\d{1,9}/g)];
    if (numbers.length > 0 && random.chance(1 / 3)) return this.#renumbered(old, numbers);
    const letter = (): string => random.pick(strings.alphabet) ?? 'a';
    const letters = [...old];
    const at = random.int(0, Math.max(0, letters.length - 1));
    const ways: (() => string)[] = [
      () => '',
      letter,
      () => old + old,
      () => letters.toReversed().join(''),
      () => old + letters.toReversed().join(''),
      () => (old === old.toUpperCase() ? old.toLowerCase() : old.toUpperCase()),
      () => letters.map((one, place) => (place === at ? swapCase(one) : one)).join(''),
      () => letters.toSpliced(at, 1).join(''),
      () => letters.toSpliced(at, 1, letter()).join(''),
      () => letters.toSpliced(at, 0, letter()).join(''),
      () => letters.toSpliced(at, 0, letters[at] ?? letter()).join(''),
      () => old.slice(0, at),
      () => random.shuffled(letters).join(''),
      () => old + (random.pick(strings.seen) ?? ''),
      () => random.shuffled(old.split(' ')).join(' '),
      () => this.#freshString(strings),
      () => (random.chance(0.3) ? ` ${old}` : old + (random.pick(this.#constants.strings) ?? letter())),
      () => (random.chance(0.15) ? `${old}é` : letters.toSorted().join('')),
    ];
    return (random.pick(ways) ?? (() => old))().slice(0, Math.max(longestString, strings.longest));
  }

  /** Dates, times and codes mean nothing with a letter elsewhere: one of the numbers is changed, as wide as it was. */
  #renumbered(old: string, numbers: readonly RegExpExecArray[]): string {
    const random = this.#random;
    const found = random.pick(numbers);
    if (found === undefined) return old;
    const { 0: digits, index } = found;
    const near = (number: number): number => Math.max(0, Math.trunc(number) + random.int(-1, 1));
    const ways: (() => number)[] = [
      () => near(Number(digits)),
      () => near(random.pick(this.#constants.numbers) ?? 0),
      () => random.int(0, 10 ** digits.length - 1),
      () => random.int(0, 12),
    ];
    const made = String((random.pick(ways) ?? (() => 0))()).padStart(digits.length, '0');
    return old.slice(0, index) + made + old.slice(index + digits.length);
  }

  #freshString(strings: Strings): string {
    const length = this.#random.int(0, Math.min(longestString, strings.longest + 3));
    return Array.from({ length }, () => this.#random.pick(strings.alphabet) ?? 'a').join('');
  }

  #list(list: List, sketch: Sketch): Value {
    const random = this.#random;
    const { items } = list;
    const at = random.int(0, Math.max(0, items.length - 1));
    const old = items[at];
    const inner = sketch.places?.[at] ?? sketch.items;
    const changed = (): readonly Value[] =>
      items.map((one, place) => (place === at && inner !== undefined ? this.mutate(one, inner) : one));
    if (sketch.places !== undefined) return { ...list, items: changed() };
    const another = (): Value[] => {
      const made = sketch.items === undefined ? undefined : this.fresh(sketch.items);
      return made === undefined ? [] : [made];
    };
    const ways: (() => readonly Value[])[] = [
      () => [],
      () => (old === undefined ? another() : [old]),
      () => items.toReversed(),
      () => sortedItems(items),
      () => sortedItems(items).toReversed(),
      () => random.shuffled(items),
      () => (old === undefined ? another() : items.toSpliced(random.int(0, items.length), 0, old)),
      () => items.toSpliced(at, 1),
      () => items.toSpliced(at, 0, ...another()),
      () => [...items, ...items],
      () => (old === undefined ? [] : items.map(() => old)),
      changed,
      changed,
      changed,
      () => (sketch.items === undefined ? items : items.map((one) => this.mutate(one, sketch.items ?? sketch))),
      () => this.#freshItems(sketch),
    ];
    const made = (random.pick(ways) ?? changed)();
    return withoutMore({ ...list, items: made.slice(0, Math.max(longestList, sketch.longest)) });
  }

  #freshList(model: List, sketch: Sketch): Value {
    if (sketch.places !== undefined) {
      return {
        ...model,
        items: sketch.places.map((one, at) => this.fresh(one) ?? model.items[at] ?? { kind: 'none' }),
      };
    }
    return withoutMore({ ...model, items: this.#freshItems(sketch) });
  }

  #freshItems({ items, longest }: Sketch): Value[] {
    if (items === undefined) return [];
    const length = this.#random.int(0, Math.min(longestList, longest + 2));
    return Array.from({ length }, () => this.fresh(items)).filter((one) => one !== undefined);
  }

  #map(map: MapValue, sketch: Sketch): Value {
    const random = this.#random;
    const at = random.int(0, Math.max(0, map.entries.length - 1));
    if (sketch.openKeys && random.chance(0.5)) {
      if (random.chance(0.5)) return { ...map, entries: map.entries.toSpliced(at, 1) };
      const key = sketch.keys === undefined ? undefined : this.fresh(sketch.keys);
      const value = map.entries[at]?.[1] ?? this.fresh([...sketch.fields.values()][0] ?? sketch);
      if (key === undefined || value === undefined) return map;
      const others = map.entries.filter(([one]) => JSON.stringify(one) !== JSON.stringify(key));
      return { ...map, entries: [...others, [key, value]] };
    }
    const entries = map.entries.map(([key, value], place) => {
      const inner = sketch.fields.get(JSON.stringify(key));
      return [key, place === at && inner !== undefined ? this.mutate(value, inner) : value] as const;
    });
    return { ...map, entries };
  }

  #object(value: ObjectValue, sketch: Sketch): Value {
    const at = this.#random.int(0, Math.max(0, value.entries.length - 1));
    const entries = value.entries.map(([key, one], place) => {
      const inner = sketch.fields.get(key);
      return [key, place === at && inner !== undefined ? this.mutate(one, inner) : one] as const;
    });
    return { ...value, entries };
  }
}

export function numberOf(number: number): Value {
  return { kind: 'number', text: String(number + 0) };
}

function swapCase(letter: string): string {
  return letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase();
}

function withoutMore({ kind, class: name, items }: List): Value {
  return { kind, class: name, items };
}

function sortedItems(items: readonly Value[]): Value[] {
  return items.toSorted((a, b) => {
    if ((a.kind === 'int' || a.kind === 'number') && (b.kind === 'int' || b.kind === 'number')) {
      return Number(a.text) - Number(b.text);
    }
    const [one, other] = [JSON.stringify(a), JSON.stringify(b)];
    return one < other ? -1 : one > other ? 1 : 0;
  });
}
