/** A value of a tested program, as JSON that tells apart what the program can tell apart. */
export type Value =
  | { readonly kind: 'none' | 'undefined' }
  | { readonly kind: 'bool'; readonly value: boolean }
  /** A whole number of Python, a bigint of JavaScript. */
  | { readonly kind: 'int'; readonly text: string }
  /** A number of JavaScript, a float of Python: decimal, `-0`, `NaN`, `Infinity`, `-Infinity`. */
  | { readonly kind: 'number'; readonly text: string }
  /** `more`: length and hash of the whole, when only its beginning is here. */
  | { readonly kind: 'string'; readonly value: string; readonly more?: string }
  /** Arrays, tuples, sets, bytes, typed arrays, what iterators and promises gave; `more` items were left out. */
  | { readonly kind: 'list'; readonly class: string; readonly items: readonly Value[]; readonly more?: number }
  /** Dictionaries, plain objects, Map. */
  | {
      readonly kind: 'map';
      readonly class: string;
      readonly entries: readonly (readonly [Value, Value])[];
      readonly more?: number;
    }
  /** An instance of a class, by its fields. */
  | { readonly kind: 'object'; readonly class: string; readonly entries: readonly (readonly [string, Value])[] }
  | { readonly kind: 'function'; readonly class: string; readonly source: string }
  /** What cannot be written down. */
  | { readonly kind: 'opaque'; readonly class: string };

const deepest = 40;

/** A value that a sandbox has sent; opaque where it is none. */
export function readValue(raw: unknown, depth = 0): Value {
  const broken: Value = { kind: 'opaque', class: 'unreadable' };
  if (depth > deepest || typeof raw !== 'object' || raw === null) return broken;
  const fields: Record<string, unknown> = { ...raw };
  const name = typeof fields.class === 'string' ? fields.class : '';
  const more = typeof fields.more === 'number' ? { more: fields.more } : {};
  switch (fields.kind) {
    case 'none':
    case 'undefined':
      return { kind: fields.kind };
    case 'bool':
      return { kind: 'bool', value: fields.value === true };
    case 'int':
      return /^-?\d+$/.test(String(fields.text)) ? { kind: 'int', text: String(fields.text) } : broken;
    case 'number':
      return { kind: 'number', text: String(fields.text) };
    case 'string': {
      const whole = typeof fields.more === 'string' ? { more: fields.more } : {};
      return { kind: 'string', value: String(fields.value), ...whole };
    }
    case 'list':
      return {
        kind: 'list',
        class: name,
        items: listOf(fields.items).map((one) => readValue(one, depth + 1)),
        ...more,
      };
    case 'map': {
      const entries = listOf(fields.entries).map((pair) => {
        const [key, value] = listOf(pair);
        return [readValue(key, depth + 1), readValue(value, depth + 1)] as const;
      });
      return { kind: 'map', class: name, entries, ...more };
    }
    case 'object': {
      const entries = listOf(fields.entries).map((pair) => {
        const [key, value] = listOf(pair);
        return [String(key), readValue(value, depth + 1)] as const;
      });
      return { kind: 'object', class: name, entries };
    }
    case 'function':
      return { kind: 'function', class: name, source: String(fields.source) };
    default:
      return { kind: 'opaque', class: name };
  }
}

function listOf(raw: unknown): readonly unknown[] {
  return Array.isArray(raw) ? raw : [];
}

const unordered = new Set(['set', 'frozenset', 'Set']);

/**
 * One text for equal values: floats by nine significant digits, sets and the keys of maps in one order.
 * Equal numbers of another type (`1` and `1.0` in Python) have other texts.
 */
export function canonicalText(value: Value): string {
  switch (value.kind) {
    case 'none':
    case 'undefined':
      return value.kind;
    case 'bool':
      return String(value.value);
    case 'int':
      return value.text;
    case 'number':
      return `n${roundedText(value.text)}`;
    case 'string':
      return JSON.stringify(value.value) + (value.more ?? '');
    case 'list': {
      const items = value.items.map(canonicalText);
      if (unordered.has(value.class)) items.sort();
      return `${value.class}[${items.join()}${rest(value.more)}]`;
    }
    case 'map': {
      const entries = value.entries.map(([key, one]) => `${canonicalText(key)}:${canonicalText(one)}`).sort();
      return `${value.class}{${entries.join()}${rest(value.more)}}`;
    }
    case 'object': {
      const entries = value.entries.map(([key, one]) => `${JSON.stringify(key)}:${canonicalText(one)}`).sort();
      return `${value.class}(${entries.join()})`;
    }
    case 'function':
      return `function ${value.class} ${value.source}`;
    case 'opaque':
      return `opaque ${value.class}`;
  }
}

function rest(more: number | undefined): string {
  return more === undefined ? '' : `+${more}`;
}

function roundedText(text: string): string {
  if (text === '-0' || text === '-0.0') return '-0';
  const number = Number(text);
  if (!Number.isFinite(number)) return text;
  // Whole numbers are exact; for the others the last digits are a matter of the order of operations.
  return Number.isSafeInteger(number) ? String(number) : String(Number(number.toPrecision(9)));
}
