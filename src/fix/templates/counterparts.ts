import { functionKinds } from './kinds.ts';
import { siblingsOf, statementAround } from './statements.ts';
import type { Change } from './template.ts';
import type { Syntax } from './tree.ts';

/** Code is compared up to this many nodes: beyond, nobody copied and adapted it word by word. */
const largest = 80;
/** What is written so often is the language, and no copy. */
const mostAlike = 30;
const words = new Set(['name', 'property']);

/**
 * Names that a node would have if its code were a copy of similar code in the function, adapted throughout:
 * in `cy += (x1 + y2)` beside `cx += (x1 + x2)`, it is `y1` for `x1`. Copies that were adapted in part are what
 * clone detection finds bugs by (Li et al., CP-Miner, 2004).
 */
export function namesByCounterparts(node: Syntax): ReadonlySet<string> {
  const home = outermostFunction(node);
  if (home === undefined) return none;
  const { of, alike } = shapesIn(home);
  const names = new Set<string>();
  for (const part of [node, ...node.ancestors()]) {
    const shape = of.get(part);
    if (shape === undefined) break;
    const others = alike.get(shape) ?? [];
    if (others.length > mostAlike) continue;
    for (const other of others) {
      if (!other.contains(part) && !part.contains(other)) adapted(other, part, node, names);
    }
  }
  return names;
}

const none: ReadonlySet<string> = new Set();

/** Makes an edit of a statement in those beside it that are written alike; undefined where what it replaces differs. */
export type Mirror = (change: Change) => Change[] | undefined;

/**
 * For edits of the statement around a node: `y = (y + dy) % height` is beside `x = (x + dx) % width`.
 * Undefined where no statement is written alike.
 */
export function mirrorAt(node: Syntax): Mirror | undefined {
  const statement = statementAround(node);
  const home = outermostFunction(node);
  if (statement === undefined || home === undefined) return undefined;
  const { of } = shapesIn(home);
  const shape = of.get(statement);
  const others = siblingsOf(statement).filter((one) => one !== statement && of.get(one) === shape);
  if (shape === undefined || others.length === 0 || others.length > mostMirrors) return undefined;
  return (change) => {
    const { start, end, text } = change;
    // What stands before, behind or in the place of a statement is no edit of it.
    const whole = start === statement.start && (end === statement.end || end === start);
    if (start < statement.start || end > statement.end || whole || text.includes('\n')) return undefined;
    const changes = others.flatMap((other) => transferred(change, statement, other) ?? []);
    return changes.length === others.length ? changes : undefined;
  };
}

const mostMirrors = 3;

function transferred({ start, end, text }: Change, from: Syntax, to: Syntax): Change | undefined {
  const [tokens, others] = [tokensOf(from), tokensOf(to)];
  const first = tokens.findIndex((one) => one.start === start || one.end === start);
  const last = tokens.findIndex((one) => one.end === end || one.start === end);
  const [a, b] = [others[first], others[last]];
  if (a === undefined || b === undefined) return undefined;
  const renamed = new Map<string, string>();
  for (const [i, one] of tokens.entries()) if (words.has(one.kind)) renamed.set(one.text, others[i]?.text ?? '');
  const rename = (code: string): string => code.replace(word, (one) => renamed.get(one) ?? one);
  const place = {
    start: tokens[first]?.start === start ? a.start : a.end,
    end: tokens[last]?.end === end ? b.end : b.start,
  };
  const isSame = rename(from.source.slice(start, end)) === from.source.slice(place.start, place.end);
  return isSame && place.start <= place.end ? { ...place, text: rename(text) } : undefined;
}

const word = /[\p{L}_$][\p{L}\p{N}_$]*/gu;

function tokensOf(part: Syntax): Syntax[] {
  return [...part.walk()].filter(({ children }) => children.length === 0);
}

function outermostFunction(node: Syntax): Syntax | undefined {
  return [...node.ancestors()].findLast(({ kind }) => functionKinds.has(kind));
}

/** What stands at `node` in a part that was copied from another one and adapted: added to `names`. */
function adapted(source: Syntax, part: Syntax, node: Syntax, names: Set<string>): void {
  const [from, to] = [wordsOf(source), wordsOf(part)];
  const at = to.findIndex((one) => one.start === node.start);
  const own = from[at]?.text;
  // Only what was left as it was can have been forgotten.
  if (own === undefined || own !== to[at]?.text) return;
  for (const [i, { text: old }] of from.entries()) {
    const now = to[i]?.text;
    if (now === undefined || now === old) continue;
    const name: string | undefined = old === own ? now : asRenamed(own, old, now);
    if (name !== undefined && name !== own) names.add(name);
  }
}

/** `row` becomes `col` as `nextRow` became `nextCol`; undefined when it has no part in the difference. */
function asRenamed(name: string, old: string, now: string): string | undefined {
  let start = 0;
  while (start < old.length && old[start] === now[start]) start++;
  let end = 0;
  while (end < Math.min(old.length, now.length) - start && old.at(-1 - end) === now.at(-1 - end)) end++;
  const [before, after] = [old.slice(start, old.length - end), now.slice(start, now.length - end)];
  if (before === '' || after === '') return undefined;
  for (const change of [(text: string) => text, lowered, raised]) {
    if (name.includes(change(before))) return name.replace(change(before), () => change(after));
  }
  return undefined;
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function raised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function wordsOf(part: Syntax): Syntax[] {
  return [...part.walk()].filter(({ kind }) => words.has(kind));
}

interface Shapes {
  /** By node; without those that are too large or say too little. */
  readonly of: ReadonlyMap<Syntax, string>;
  readonly alike: ReadonlyMap<string, readonly Syntax[]>;
}

const known = new WeakMap<Syntax, Shapes>();

function shapesIn(home: Syntax): Shapes {
  const before = known.get(home);
  if (before !== undefined) return before;
  const of = new Map<Syntax, string>();
  const alike = new Map<string, Syntax[]>();
  const visit = (node: Syntax): { shape: string; size: number } => {
    let [shape, size] = [node.named ? node.type : node.text, 1];
    for (const child of node.children) {
      const inner = visit(child);
      size += inner.size;
      // A shape that will not be asked for need not be spelled out.
      shape = size > largest ? '' : `${shape}(${inner.shape})`;
    }
    if (node.named && size <= largest) {
      of.set(node, shape);
      const others = alike.get(shape);
      if (others === undefined) alike.set(shape, [node]);
      else others.push(node);
    }
    return { shape, size };
  };
  for (const child of home.children) visit(child);
  const made = { of, alike };
  known.set(home, made);
  return made;
}
