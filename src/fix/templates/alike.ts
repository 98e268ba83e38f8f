import { expression, operands, operators, placed, wrap } from './expressions.ts';
import { stringContent } from './hints.ts';
import { calleeName } from './infer.ts';
import type { Model } from './model.ts';
import { quoted } from './pool.ts';
import { functionOf, isListed, siblingsOf } from './statements.ts';
import { change, changing, type Proposal, type Template } from './template.ts';
import type { Syntax } from './tree.ts';
import { isValue } from './values.ts';

/** The two sides and what stands at the same place in both, as long as they are built alike. */
function* counterparts(left: Syntax, right: Syntax): Generator<readonly [Syntax, Syntax]> {
  if (left.kind !== right.kind) return;
  if (isValue(left) && isValue(right) && left.text !== right.text) yield [left, right];
  if (left.parts.length !== right.parts.length) return;
  for (const [i, part] of left.parts.entries()) yield* counterparts(part, right.parts[i] as Syntax);
}

/** Both sides of a comparison are converted alike, or neither is. */
function* bothSides(node: Syntax, model: Model): Generator<Proposal> {
  const [a, b] = operands(node);
  if (a === undefined || b === undefined || operators(node).length !== 1) return;
  const { dialect, inference } = model;
  for (const [left, right] of counterparts(a, b)) {
    const types = [inference.typeOf(left), inference.typeOf(right)];
    for (const { from, text, weight } of dialect.wraps) {
      if (!types.every((type) => type === 'unknown' || from.includes(type))) continue;
      const sure = types.includes('unknown') ? 0.4 : 1;
      const wrapped = [left, right].map((one) => change(one, wrap(text, expression(one, dialect))));
      yield changing(sure * weight, ...wrapped);
    }
    if (left.kind !== 'call' || calleeName(left) !== calleeName(right)) continue;
    const inner = [left, right].map((one) => {
      const callee = one.get('function');
      return one.get('arguments')?.parts[0] ?? (callee?.kind === 'member' ? callee.get('object') : undefined);
    });
    if (inner.some((one) => one === undefined)) continue;
    const bare = [left, right].map((one, i) =>
      change(one, placed(expression(inner[i] as Syntax, dialect), one, dialect)),
    );
    yield changing(0.6, ...bare);
  }
}

/** The same text changed at all its uses in a function. */
function* textEverywhere(node: Syntax, model: Model): Generator<Proposal> {
  const home = functionOf(node);
  const content = stringContent(node);
  if (home === undefined || content === undefined || node.parent?.kind === 'statement') return;
  const uses = [...home.walk()].filter((one) => one.type === node.type && one.text === node.text);
  if (uses[0] !== node || uses.length < 2 || uses.length > 6) return;
  const { strings, mentionedStrings } = model.hints;
  const ways = [
    ...['', ' ', content.toLowerCase(), content.toUpperCase(), content.slice(1), `${content} `],
    ...strings.slice(0, 6),
    ...mentionedStrings.slice(0, 6),
  ];
  for (const [rank, text] of [...new Set(ways)].entries()) {
    if (text === content) continue;
    yield changing(1 / (1 + rank / 3), ...uses.map((one) => change(one, quoted(model, text))));
  }
}

/** Two indices stand for one another throughout a function, or in one look-up: `grid[x][y]` for `grid[y][x]`. */
function* indicesExchanged(node: Syntax): Generator<Proposal> {
  if (node.kind === 'index') {
    const [outer, inner] = [node.get('index', 'subscript'), node.get('object', 'value')?.get('index', 'subscript')];
    const several = [node, node.get('object', 'value')].some((one) => one?.parts.length !== 2);
    if (several || node.get('object', 'value')?.kind !== 'index' || outer === undefined || inner === undefined) return;
    if (outer.text !== inner.text) yield changing(1, change(inner, outer.text), change(outer, inner.text));
    return;
  }
  const home = functionOf(node);
  if (home === undefined || node.parent?.kind !== 'index') return;
  const indices = [...home.walk()].filter((one) => one.kind === 'number' && one.parent?.kind === 'index');
  const mine = indices.filter(({ text }) => text === node.text);
  if (mine[0] !== node || indices.length > 40) return;
  for (const text of new Set(indices.map((one) => one.text))) {
    const theirs = indices.filter((one) => one.text === text);
    if (text <= node.text || mine.length + theirs.length < 3) continue;
    yield changing(1, ...mine.map((one) => change(one, text)), ...theirs.map((one) => change(one, node.text)));
  }
}

interface Worded {
  readonly skeleton: string;
  readonly numbers: readonly Syntax[];
}

/** The statement without its names and whole numbers, and those numbers. */
const wordedKnown = new WeakMap<Syntax, Worded>();

function worded(node: Syntax): Worded {
  const known = wordedKnown.get(node);
  if (known !== undefined) return known;
  const numbers = [...node.walk()].filter(({ kind, text }) => kind === 'number' && /^\d+$/.test(text));
  const skeleton = node.text.replace(/[\p{L}_$][\p{L}\p{N}_$]*/gu, 'n').replace(/\d+/g, '0');
  const made = { skeleton, numbers };
  wordedKnown.set(node, made);
  return made;
}

/** Statements before and behind that are looked at. */
const farthest = 6;

/** Numbers that go on evenly from statement to statement, as in `a[0:2]`, `a[2:4]`, `a[4:6]`. */
function* evenly(node: Syntax): Generator<Proposal> {
  if (!isListed(node)) return;
  const { skeleton, numbers } = worded(node);
  if (numbers.length === 0) return;
  const all = siblingsOf(node);
  const own = all.indexOf(node);
  const alike = all
    .slice(Math.max(0, own - farthest), own + farthest + 1)
    .map((one) => ({ one, ...worded(one) }))
    .filter((one) => one.skeleton === skeleton && one.numbers.length === numbers.length);
  const at = alike.findIndex(({ one }) => one === node);
  if (alike.length < 3) return;
  const changes = numbers.flatMap((number, place) => {
    const known = alike.flatMap((one, i) => (i === at ? [] : [[i, Number(one.numbers[place]?.text)] as const]));
    const [[i, first], [j, second]] = known as [readonly [number, number], readonly [number, number]];
    const step = (second - first) / (j - i);
    const due = first + (at - i) * step;
    const even = known.every(([index, value]) => value === first + (index - i) * step);
    return even && Number.isInteger(due) && due >= 0 && String(due) !== number.text
      ? [change(number, String(due))]
      : [];
  });
  if (changes.length > 0) yield changing(1, ...changes);
}

export const alikeTemplates: readonly Template[] = [
  {
    id: 'progression',
    summary: 'numbers that go on evenly from statement to statement',
    weight: 0.4,
    kinds: ['statement', 'declaration'],
    propose: evenly,
  },
  {
    id: 'both-sides',
    summary: 'the same conversion added or removed at both sides of a comparison',
    weight: 0.2,
    kinds: ['comparison'],
    propose: bothSides,
  },
  {
    id: 'string-everywhere',
    summary: 'the same text changed at all its uses in a function',
    weight: 0.15,
    kinds: ['string'],
    propose: textEverywhere,
  },
  {
    id: 'exchange-indices',
    summary: 'two indices exchanged in a look-up, or two constant ones throughout a function',
    weight: 0.15,
    kinds: ['number', 'index'],
    propose: indicesExchanged,
  },
];
