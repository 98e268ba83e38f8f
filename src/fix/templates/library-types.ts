import type { ValueType } from './value-type.ts';

const returns: Readonly<Record<string, ValueType>> = Object.fromEntries(
  (
    [
      [
        'number',
        'len int float abs sum ord round pow floor ceil trunc sqrt parseInt parseFloat Number indexOf lastIndexOf find rfind index count charCodeAt random log findIndex push unshift getTime bisect bisect_left bisect_right cbrt sign localeCompare search',
      ],
      [
        'string',
        'str chr bin hex oct repr lower upper strip lstrip rstrip join replace replaceAll toLowerCase toUpperCase trim toString String charAt repeat padStart padEnd title capitalize swapcase format ljust rjust zfill substring substr fromCharCode toFixed hexdigest',
      ],
      [
        'list',
        'list sorted range split map filter enumerate zip reversed keys values items entries set tuple splitlines findall concat fill flat flatMap from push_all toSorted toReversed',
      ],
      [
        'boolean',
        'any all isinstance bool startswith endswith isdigit isalpha isupper islower isalnum isspace includes startsWith endsWith some every has isInteger isNaN isArray test hasOwnProperty Boolean is_integer issubset',
      ],
      ['object', 'dict Counter defaultdict OrderedDict Map'],
    ] as const
  ).flatMap(([type, names]) => names.split(' ').map((name) => [name, type])),
);

/** What a function or method of the standard library of that name returns. */
export function typeReturned(name: string): ValueType {
  return Object.hasOwn(returns, name) ? (returns[name] ?? 'unknown') : 'unknown';
}

/** The type that an annotation names, as written in Python or TypeScript. */
export function fromAnnotation(annotation: string | undefined): ValueType {
  if (annotation === undefined) return 'unknown';
  if (/^(int|float|number|bigint|complex|Decimal)$/.test(annotation)) return 'number';
  if (/^(str|string|bytes)$/.test(annotation)) return 'string';
  if (/^(bool|boolean)$/.test(annotation)) return 'boolean';
  if (
    /^(list|tuple|set|frozenset|sequence|iterable|array|readonlyarray)\b/i.test(annotation) ||
    annotation.endsWith('[]')
  )
    return 'list';
  if (/^(dict|mapping|map|record|\{)/i.test(annotation)) return 'object';
  return /^(callable|\()/i.test(annotation) ? 'function' : 'unknown';
}
