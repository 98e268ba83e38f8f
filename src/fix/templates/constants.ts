import { stringContent } from './hints.ts';
import { type Model, scopeAt } from './model.ts';
import { quoted, variables } from './pool.ts';
import { alikeEnough, similarity } from './similarity.ts';
import { functionOf } from './statements.ts';
import { change, changing, type Proposal, replacing, type Template } from './template.ts';
import type { Syntax } from './tree.ts';
import { isValue } from './values.ts';

/** Codes of the first and last letters and digits, those beside them, and what the cases and alphabets differ by. */
const characterCodes = ['97', '65', '122', '90', '123', '91', '48', '57', '96', '64', '26', '32'];

/** Two neighbouring digits in each other's place. */
function transposed(number: string): string[] {
  if (!/^\d{3,7}$/.test(number)) return [];
  const ways = [...number].map(
    (digit, at) => number.slice(0, at) + (number[at + 1] ?? '') + digit + number.slice(at + 2),
  );
  return [...new Set(ways)].filter((text) => text.length === number.length && text !== number && text[0] !== '0');
}

/** It counts elements, wholly or in part. */
function isPosition(node: Syntax): boolean {
  for (const outer of node.ancestors()) {
    if (outer.kind === 'index' || outer.kind === 'slice') return true;
    if (outer.kind !== 'arithmetic' && outer.kind !== 'parenthesized') return false;
  }
  return false;
}

const hexadecimal = /^0x/i;

function* numbers(node: Syntax, model: Model): Generator<Proposal> {
  const tried = new Set([node.text]);
  const ways: (readonly [string, number])[] = [
    ['0', 0.8],
    ['1', 0.8],
    ['2', 0.6],
    ['-1', 0.5],
    ['10', 0.2],
    ['3', 0.2],
    ...model.hints.numbers.map((text) => [text, 0.5] as const),
    ...model.hints.mentionedNumbers.map((text) => [text, 0.4] as const),
  ];
  for (const [text, weight] of ways) {
    if (tried.has(text) || (text.startsWith('-') && node.parent?.kind === 'sign')) continue;
    tried.add(text);
    yield replacing(node, text, weight);
  }
  if (Number(node.text) >= 20 && /charCode|codePoint|fromChar|\b(?:ord|chr)\(/.test(functionOf(node)?.text ?? '')) {
    for (const text of characterCodes) if (text !== node.text) yield replacing(node, text, 0.3);
  }
  if (node.field === 'value' || node.field === 'right') {
    const [most, least] = model.dialect.infinities;
    yield replacing(node, most, 0.4);
    yield replacing(node, least, 0.3);
  }
  const value = Number(node.text);
  if (Number.isInteger(value) && Math.abs(value) > 2) {
    for (const text of transposed(node.text)) if (!tried.has(text)) yield replacing(node, text, 0.3);
    const base = hexadecimal.test(node.text) ? 16 : 10;
    // A digit too few or too many is mistyped sooner than another number.
    for (const [other, weight] of [
      ...[value * base, value / base].map((one) => [one, 0.4] as const),
      ...[value + 2, value - 2, value * 2, value / 2].map((one) => [one, 0.25] as const),
    ]) {
      const text = base === 16 ? `0x${other.toString(16)}` : String(other);
      if (Number.isInteger(other) && !tried.has(text)) yield replacing(node, text, weight);
    }
  }
  if ((value === 0 || value === 1) && node.parent?.kind === 'arithmetic' && !isPosition(node))
    yield replacing(node, '0.5', 0.15);
  for (const { text, weight, type } of variables(model, node)) {
    if (type === 'number') yield replacing(node, text, 0.5 * weight);
    else if (type === 'list' || type === 'sequence' || type === 'string')
      yield replacing(node, model.dialect.length(text), 0.3 * weight);
  }
}

function* sameEverywhere(node: Syntax): Generator<Proposal> {
  const home = functionOf(node);
  if (home === undefined || !/^\d+$/.test(node.text)) return;
  const uses = [...home.walk()].filter((one) => one.kind === 'number' && one.text === node.text);
  if (uses[0] !== node || uses.length < 2 || uses.length > 5) return;
  for (const value of [Number(node.text) + 1, Number(node.text) - 1])
    if (value >= 0) yield changing(1, ...uses.map((one) => change(one, String(value))));
}

function* truths(node: Syntax, model: Model): Generator<Proposal> {
  const { dialect } = model;
  yield replacing(node, node.text === dialect.true ? dialect.false : dialect.true);
  for (const { text, weight, type } of variables(model, node))
    if (type === 'boolean') yield replacing(node, text, 0.3 * weight);
}

function* nothings(node: Syntax, model: Model): Generator<Proposal> {
  const other = model.dialect.family === 'python' ? [] : [node.text === 'null' ? 'undefined' : 'null'];
  for (const [index, text] of [
    ...other,
    '0',
    model.dialect.false,
    model.dialect.true,
    quoted(model, ''),
    '[]',
    '-1',
    '1',
    '{}',
  ].entries()) {
    yield replacing(node, text, 1 / (index + 1.5));
  }
}

/** A text for people: only another one can stand for it. */
const prose = /\S\s+\S+\s+\S/;

function* strings(node: Syntax, model: Model): Generator<Proposal> {
  const content = stringContent(node);
  if (content === undefined || node.parent?.type === 'import_statement' || node.text.startsWith('"""')) return;
  const tried = new Set([content]);
  const ways: (readonly [string, number])[] = [
    ...model.hints.strings.map((text) => [text, 0.7] as const),
    ...model.hints.mentionedStrings.map((text) => [text, 0.5] as const),
    ['', 0.6],
    [' ', 0.5],
    [content.toLowerCase(), 0.6],
    [content.toUpperCase(), 0.5],
    [`${content} `, 0.25],
    [` ${content}`, 0.2],
    [content.trim(), 0.3],
    [[...content].reverse().join(''), 0.15],
    [content.slice(0, -1), 0.15],
    [content.slice(1), 0.15],
    // Of a filling there is one too few.
    [content + content.slice(-1), /^(.)\1*$/.test(content) ? 0.4 : 0],
    [`${content}s`, 0.05],
    [',', 0.15],
    ['\\n', 0.15],
    ['0', 0.15],
    ['1', 0.15],
    [', ', 0.1],
    ['-', 0.05],
    ['_', 0.05],
    ...counterpartsOf(content),
  ];
  for (const [text, weight] of ways) {
    if (weight > 0 && !tried.has(text) && (!prose.test(content) || prose.test(text)))
      yield replacing(node, quoted(model, text), weight);
    tried.add(text);
  }
  for (const text of respelled(content, model)) yield replacing(node, quoted(model, text), 1);
  yield* unquoted(node, model, content);
  // The mark before a text that names variables is easily forgotten.
  const named = [...content.matchAll(/\{(\w+)[\w.[\]!:]*\}/g)].map(([, name = '']) => name);
  const visible = named.length > 0 && named.every((name) => scopeAt(model, node).some((one) => one.name === name));
  if (visible && model.dialect.family === 'python') yield replacing(node, `f${node.text}`, 1);
}

const wordsRespelled = 2;

/** A word that the tests which fail spell almost alike, as they spell it. */
function respelled(content: string, { hints: { testedWords } }: Model): string[] {
  const ways: { readonly text: string; readonly near: number }[] = [];
  for (const [word] of testedWords.size === 0 ? [] : content.matchAll(/\p{L}{4,}/gu)) {
    if (testedWords.has(word)) continue;
    for (const other of testedWords) {
      if (Math.abs(other.length - word.length) > 2) continue;
      const near = similarity(word, other);
      if (near >= alikeEnough) ways.push({ text: content.replace(word, () => other), near });
    }
  }
  ways.sort((a, b) => b.near - a.near);
  return ways.slice(0, wordsRespelled).map(({ text }) => text);
}

const counterparts = ['([{<', ')]}>', '+-', '*/', '<>', '()', '[]', '{}', '01', ',.', ';:', '-_'];

/** Characters that are taken for one another, such as kinds of brackets. */
function counterpartsOf(content: string): [string, number][] {
  if (content.length !== 1) return [];
  const groups = counterparts.filter((group) => group.includes(content));
  return groups.flatMap((group) => [...group].map((text): [string, number] => [text, 0.7]));
}

/** A name in quotes that was meant as the variable of that name, or text where a variable of text belongs. */
function* unquoted(node: Syntax, model: Model, content: string): Generator<Proposal> {
  for (const { text, weight, type, unread } of variables(model, node)) {
    const named = text === content;
    if (named || type === 'string' || (unread && type === 'unknown'))
      yield replacing(node, text, named ? 1 : 0.3 * weight);
    if (named && model.dialect.family === 'python') {
      yield replacing(node, `${text}.encode()`, 0.5);
      yield replacing(node, `str(${text})`, 0.4);
    }
  }
}

/** Names that are bound together, in another order. */
function* targets(pattern: Syntax | undefined): Generator<Proposal> {
  if (pattern === undefined || !/^(pattern_list|tuple_pattern|list_pattern|array_pattern)$/.test(pattern.type)) return;
  for (const [i, one] of pattern.parts.entries()) {
    const next = pattern.parts[i + 1];
    if (next !== undefined) yield changing(0.8, change(one, next.text), change(next, one.text));
  }
}

/** Another member in a literal collection, or one fewer. */
function* elements(node: Syntax): Generator<Proposal> {
  if (node.kind === 'assignment' || node.kind === 'declarator' || node.kind === 'foreach') {
    yield* targets(node.get('left', 'name'));
    return;
  }
  const { parts } = node;
  const [only] = parts;
  if (only !== undefined && parts.length === 1 && node.kind === 'list' && node.field !== 'left')
    yield changing(0.5, change(only, ''));
  if (node.field === 'left' || parts.length < 2 || parts.length > 12) return;
  for (let i = 0; i < parts.length; i++) {
    const [one, next, previous] = [parts[i] as Syntax, parts[i + 1], parts[i - 1]];
    if (next !== undefined) {
      yield changing(0.4, { start: one.start, end: next.start, text: '' });
      if (one.text !== next.text) yield changing(1, change(one, next.text), change(next, one.text));
    } else if (previous !== undefined) yield changing(0.4, { start: previous.end, end: one.end, text: '' });
  }
}

/** A variable or call that should have been a constant. */
function* constantInstead(node: Syntax, model: Model): Generator<Proposal> {
  if (!isValue(node) || node.field === 'function' || node.kind === 'parenthesized') return;
  const type = model.inference.expectedOf(node);
  const place = node.parent?.kind;
  if (place === 'index' && node.field !== 'index' && node.field !== 'subscript') return;
  const ways =
    type === 'boolean'
      ? [model.dialect.true, model.dialect.false]
      : type === 'string'
        ? [quoted(model, ''), quoted(model, ' ')]
        : type === 'list'
          ? ['[]']
          : type === 'number' || type === 'unknown'
            ? ['0', '1', '2', '-1']
            : [];
  for (const [index, text] of ways.entries())
    yield replacing(node, text, (type === 'unknown' ? 0.4 : 1) / (1 + index * 0.4));
}

export const constantTemplates: readonly Template[] = [
  {
    id: 'number',
    summary: 'another number: a usual one, of the file, of its prose, or a variable',
    weight: 0.3,
    kinds: ['number'],
    propose: numbers,
  },
  {
    id: 'number-everywhere',
    summary: 'the same number changed at all its uses in a function',
    weight: 0.15,
    kinds: ['number'],
    propose: sameEverywhere,
  },
  { id: 'boolean', summary: 'true for false, false for true', weight: 0.4, kinds: ['boolean'], propose: truths },
  { id: 'null', summary: 'another empty value', weight: 0.2, kinds: ['null'], propose: nothings },
  {
    id: 'string',
    summary: 'another string: of the file, of its prose, or of another case or margin',
    weight: 0.25,
    kinds: ['string'],
    propose: strings,
  },
  {
    id: 'elements',
    summary: 'members of a literal collection exchanged or left out, names bound in another order',
    weight: 0.15,
    kinds: ['list', 'object', 'assignment', 'declarator', 'foreach'],
    propose: elements,
  },
  {
    id: 'constant-instead',
    summary: 'a constant instead of a computed value',
    weight: 0.12,
    kinds: ['name', 'call', 'member', 'index', 'arithmetic', 'comparison'],
    propose: constantInstead,
  },
];
