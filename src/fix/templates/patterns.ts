import { calleeName } from './infer.ts';
import type { Model } from './model.ts';
import { type Proposal, replacing, type Template } from './template.ts';
import type { Syntax } from './tree.ts';

/** Parts of a regular expression: escapes, classes, the heads of groups, repetitions, single characters. */
const part =
  /\\u\{[^}]*\}|\\x..|\\u....|\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]|\(\?(?:[:=!]|<[=!]?)?|[*+?]\??|\{\d+(?:,\d*)?\}\??|[\s\S]/gu;
const repetition = /^(?:[*+?]|\{\d)/;
/** Parts that say what something is, and often how often. */
const repeatable = /^(?:\\[dDwWsS]|\[|\.$|\)$)/;
const longest = 120;

type Way = readonly [parts: readonly string[], weight: number];

/** Ways to write another pattern, a part at a time. */
function* otherPatterns(source: string): Generator<Way> {
  const parts = source.match(part) ?? [];
  const changed = (at: number, ...texts: string[]): string[] => [
    ...parts.slice(0, at),
    ...texts,
    ...parts.slice(at + 1),
  ];
  for (const [at, one] of parts.entries()) {
    const next = parts[at + 1] ?? '';
    if (repetition.test(one) && at > 0)
      yield* otherRepetitions(one).map(([text, weight]): Way => [changed(at, text), weight]);
    else if (!repetition.test(next)) {
      const likely = repeatable.test(one) ? 1 : 0.2;
      for (const [text, weight] of [
        ['+', 1],
        ['*', 0.7],
        ['?', 0.5],
      ] as const)
        if (at < parts.length && !/^[(^$|]/.test(one)) yield [changed(at, one, text), likely * weight];
    }
    for (const [text, weight] of otherParts(one)) yield [changed(at, text), weight];
  }
  yield parts[0] === '^' ? [parts.slice(1), 0.6] : [['^', ...parts], 0.7];
  yield parts.at(-1) === '$' ? [parts.slice(0, -1), 0.6] : [[...parts, '$'], 0.7];
  if (parts[0] !== '^' && parts.at(-1) !== '$') yield [['^', ...parts, '$'], 0.5];
}

function otherRepetitions(one: string): (readonly [string, number])[] {
  const [, low = '', comma = '', high = ''] = /^\{(\d+)(,?)(\d*)\}/.exec(one) ?? [];
  if (low !== '') {
    const [from, to] = [Number(low), Number(high)];
    const ways: (readonly [string, number])[] = [
      [`{${from + 1}${comma}${high}}`, 0.6],
      ['', 0.2],
    ];
    if (from > 0) ways.push([`{${from - 1}${comma}${high}}`, 0.6]);
    if (comma === '') ways.push([`{${low},}`, 0.5], [`{1,${low}}`, 0.5]);
    if (high !== '') ways.push([`{${low},${to + 1}}`, 0.5], [`{${low},${to - 1}}`, 0.5], [`{${low},}`, 0.4]);
    return ways;
  }
  const [sign = '', lazy = ''] = [one.slice(0, 1), one.slice(1)];
  const signs = ['+', '*', '?', ''].filter((other) => other !== sign);
  return [
    ...signs.map((other) => [other + (other === '' ? '' : lazy), 0.8] as const),
    [lazy === '' ? `${sign}?` : sign, 0.6],
  ];
}

/** Ranges of which an end was left out. */
const wholeRanges = [
  ['1-9', '0-9'],
  ['0-8', '0-9'],
  ['a-y', 'a-z'],
  ['b-z', 'a-z'],
  ['A-z', 'A-Za-z'],
] as const;
const classes = ['\\d', '\\w', '\\s', '.'];

function otherParts(one: string): (readonly [string, number])[] {
  if (one === '.') return [['\\.', 1]];
  if (/^\\[.*+?()[\]{}|^$/]$/.test(one)) return [[one.slice(1), one === '\\.' ? 0.4 : 0.15]];
  if (/^\\[dDwWsSbB]$/.test(one)) {
    const letter = one.slice(1);
    const opposite = letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();
    const others = classes.filter((other) => other !== one && !/b/i.test(letter));
    return [[`\\${opposite}`, 0.5], ...others.map((other) => [other, 0.4] as const)];
  }
  if (!one.startsWith('[') || one.length < 3) return [];
  const negated = one.startsWith('[^');
  const inner = one.slice(negated ? 2 : 1, -1);
  const head = negated ? '[^' : '[';
  const missing = ['A-Z', 'a-z', '0-9', '_', '-', '.', '\\s'].filter((range) => !inner.includes(range));
  return [
    [negated ? `[${inner}]` : `[^${inner}]`, 0.5],
    ...wholeRanges.flatMap(([part, whole]) =>
      inner.includes(part) ? [[`${head}${inner.replace(part, () => whole)}]`, 0.5] as const] : [],
    ),
    ...missing.map((range) => [`${head}${inner}${range}]`, 0.4] as const),
    ...(inner.match(/\\.|.-.|./gu) ?? [])
      .slice(0, 8)
      .map((gone) => [`${head}${inner.replace(gone, () => '')}]`, 0.2] as const),
  ];
}

/** A string that is read as a regular expression, taken apart. */
function patternOf(
  node: Syntax,
): { readonly head: string; readonly source: string; readonly tail: string } | undefined {
  const literal = /^(\/)([\s\S]+)(\/[a-z]*)$/.exec(node.text);
  const string = /^([rRbBuU]*(?:"""|'''|["']))([\s\S]+?)("""|'''|["'])$/.exec(node.text);
  const [, head, source, tail] = (node.kind === 'regex' ? literal : string) ?? [];
  if (head === undefined || source === undefined || tail === undefined || source.length > longest) return undefined;
  if (node.kind === 'regex' || /^r/i.test(head)) return { head, source, tail };
  const call = node.parent?.kind === 'arguments' && node.parent.parts[0] === node ? node.parent.parent : undefined;
  const reads = call !== undefined && (/^re\./.test(call.get('function')?.text ?? '') || calleeName(call) === 'RegExp');
  // In a plain string a backslash is written twice: its parts would be told wrongly.
  return reads && !source.includes('\\') ? { head, source, tail } : undefined;
}

function* patterns(node: Syntax, model: Model): Generator<Proposal> {
  const found = patternOf(node);
  if (found === undefined) return;
  const { head, source, tail } = found;
  for (const [parts, weight] of otherPatterns(source)) {
    const text = parts.join('');
    if (text !== source && text !== '' && isValid(text, model)) yield replacing(node, head + text + tail, weight);
  }
  if (node.kind !== 'regex') return;
  const flags = tail.slice(1);
  for (const [flag, weight] of [
    ['g', 1],
    ['i', 1],
    ['m', 0.5],
    ['s', 0.4],
    ['u', 0.3],
  ] as const)
    yield replacing(node, `${head}${source}/${flags.includes(flag) ? flags.replace(flag, '') : flags + flag}`, weight);
}

/** Python's dialect is not ECMAScript's: there the candidate itself tells. */
function isValid(source: string, model: Model): boolean {
  if (model.dialect.family === 'python') return true;
  try {
    return new RegExp(source, source.includes('\\p{') || source.includes('\\u{') ? 'u' : '') !== undefined;
  } catch {
    return false;
  }
}

export const patternTemplates: readonly Template[] = [
  {
    id: 'pattern',
    summary: 'a part of a regular expression: how often, what of, where, with which flags',
    weight: 0.35,
    kinds: ['string', 'regex'],
    propose: patterns,
  },
];
