import { type ParsedFile, parse } from '../../code/index.ts';
import type { Model } from '../templates/model.ts';
import type { Change } from '../templates/template.ts';
import { copyTree, type Syntax } from '../templates/tree.ts';
import { isIdle } from './idle.ts';
import { symmetry } from './symmetry.ts';

/** The text with the changes made; they are in order and do not overlap. */
export function applyChanges(text: string, changes: readonly Change[], from = 0, to = text.length): string {
  let made = '';
  let at = from;
  for (const { start, end, text: replacement } of changes) {
    made += text.slice(at, start) + replacement;
    at = end;
  }
  return made + text.slice(at, to);
}

/** In order, none inside another, and something changes. Two insertions at one place would be ambiguous. */
export function areApart(changes: readonly Change[]): boolean {
  for (let i = 1; i < changes.length; i++) {
    const [a, b] = [changes[i - 1], changes[i]];
    if (a === undefined || b === undefined || b.start < a.end || b.start === a.start) return false;
  }
  return changes.length > 0;
}

const word = /[\p{L}\p{N}_$]/u;

/** Drops what is the same at both ends, whole words at a time, so that equal edits look equal and touch little. */
export function minimal(source: string, { start, end, text }: Change): Change {
  const old = source.slice(start, end);
  let head = 0;
  while (head < old.length && head < text.length && old[head] === text[head]) head++;
  while (head > 0 && word.test(old[head - 1] ?? '') && (word.test(old[head] ?? '') || word.test(text[head] ?? '')))
    head--;
  let tail = 0;
  while (
    tail < old.length - head &&
    tail < text.length - head &&
    old[old.length - 1 - tail] === text[text.length - 1 - tail]
  )
    tail++;
  while (
    tail > 0 &&
    word.test(old.at(-tail) ?? '') &&
    (word.test(old.at(-tail - 1) ?? '') || word.test(text.at(-tail - 1) ?? ''))
  )
    tail--;
  return { start: start + head, end: end - tail, text: text.slice(head, text.length - tail) };
}

interface Region {
  readonly start: number;
  readonly end: number;
  readonly head: string;
  readonly tail: string;
}

/** The smallest part of the file that can be parsed on its own and holds all the changes. */
export function regionOf(model: Model, changes: readonly Change[]): Region {
  const first = changes[0]?.start ?? 0;
  const last = changes.at(-1)?.end ?? model.text.length;
  const holds = (node: Syntax): boolean => node.start < first && last < node.end;
  const python = model.dialect.family === 'python';
  let region: Region = { start: 0, end: model.text.length, head: '', tail: '' };
  let node: Syntax | undefined = model.root;
  let inClass = false;
  while (node !== undefined) {
    const inner: Syntax | undefined = node.children.find((child) => holds(child));
    if (inner === undefined) return region;
    if (node.kind === 'program') region = { start: inner.start, end: inner.end, head: '', tail: '' };
    else if (inClass && inner.kind === 'function') {
      const start = model.text.lastIndexOf('\n', inner.start - 1) + 1;
      const alone = model.text.slice(start, inner.start).trim() === '';
      const text = model.language === 'javascript' || !python;
      if (alone) return { start, end: inner.end, head: python ? 'if 1:\n' : 'class _ {\n', tail: text ? '\n}' : '' };
      return region;
    } else if (inner.kind === 'function' || inner.kind === 'lambda') return region;
    inClass ||= inner.kind === 'class';
    node = inner;
  }
  return region;
}

/** The whole expression that holds a range, or what else does. */
function expressionAt(file: ParsedFile, from: number, to: number): Syntax {
  let node = file.root.descendantForIndex(from, to) ?? file.root;
  while (node.parent !== null && /(?:expression|operator|augmented_assignment)$/.test(node.parent.type))
    node = node.parent;
  return copyTree(file, node);
}

/** What a candidate leaves of the file. */
export interface Checked {
  /** The changed region with white space inside lines folded, to tell equal candidates. */
  readonly normal: string;
  /** What symmetry says for or against it, as a factor. */
  readonly symmetry: number;
}

/** @returns undefined where the changed region does not parse, or the edit is idle */
export async function check(model: Model, changes: readonly Change[]): Promise<Checked | undefined> {
  const { start, end, head, tail } = regionOf(model, changes);
  const text = applyChanges(model.text, changes, start, end);
  const parsed = await parse(model.language, head + text + tail, model.path);
  try {
    if (parsed.hasError) return undefined;
    const before = { root: model.root, from: changes[0]?.start ?? start, to: changes.at(-1)?.end ?? end };
    const [from, to] = [head.length + before.from - start, head.length + text.length - (end - before.to)];
    const after = { root: expressionAt(parsed, from, to), from, to };
    if (isIdle(after.root, from, to, model.dialect)) return undefined;
    return {
      normal: `${start}:${text.replace(/(?<=\S)[ \t]+/g, ' ').replace(/\n\s*\n/g, '\n')}`,
      symmetry: symmetry(before, after),
    };
  } finally {
    parsed.dispose();
  }
}
