import {
  type CallInput,
  canonicalText,
  type ModuleText,
  type Outcome,
  type Target,
  type Value,
} from '../../testing/index.ts';
import { type Language, readLiteral } from './literals.ts';

/** A call that the documentation of a function shows, and what it should give. */
export interface Example {
  readonly call: CallInput;
  readonly expected: Value;
}

const arrow =
  '(?:===?|==>|=>|->|=|➞|→|➜|⇒|⟹|[Rr]eturns?:?|(?:should|must|will) (?:return|be|give|equal)|is|gives|evaluates to)';
const afterCall = new RegExp(String.raw`^[\s\`)]*;?\s*(?:(?://|#)\s*)?${arrow}[\s\`]*`);
const comment = /^\s*\)*\s*;?\s*(?:\/\/|#)\s*/;
/** Nothing may follow that could belong to the value. */
const ending = /^[\s`.;,)]*(?:$|\n|#|\/\/|\*\/|\(|(?:because|since|as|where)\b)/;

/**
 * Documented calls of a function, from its docstring, the comments right above and those inside. Only those count whose
 * arguments and value are literals.
 */
export function examplesOf(target: Target, module: ModuleText): Example[] {
  if (target.name.includes('.') || target.kind !== 'function') return [];
  const language: Language = module.language === 'python' ? 'python' : 'ecmascript';
  const found = new Map<string, Example>();
  for (const text of documentation(target, module)) {
    for (const example of [...calls(text, target, language), ...sentences(text, target, language)]) {
      const key = JSON.stringify(example.call);
      if (!found.has(key)) found.set(key, example);
    }
  }
  return [...found.values()].slice(0, 40);
}

function documentation({ doc, start, startLine, end }: Target, { original }: ModuleText): string[] {
  const texts = doc === undefined ? [] : [doc];
  const mark = /^\s*(?:#|\/\/|\/\*\*?|\*\/|\*)\s?/;
  const above: string[] = [];
  const lines = original.split('\n');
  for (let at = startLine - 2; at >= 0 && mark.test(lines[at] ?? ''); at -= 1) above.unshift(lines[at] ?? '');
  const inside = original
    .slice(start, end)
    .split('\n')
    .filter((line) => mark.test(line));
  for (const block of [above, inside]) {
    if (block.length > 0) texts.push(block.map((line) => line.replace(mark, '')).join('\n'));
  }
  return texts;
}

function* calls(text: string, target: Target, language: Language): Generator<Example> {
  const name = target.name.replace(/[$]/g, '\\$&');
  for (const match of text.matchAll(new RegExp(String.raw`(?<![\w.$])${name}\s*\(`, 'g'))) {
    const read = readArguments(text, match.index + match[0].length, language);
    if (read === undefined) continue;
    const expected = expectedAfter(text, match.index, read.end, language);
    if (expected === undefined) continue;
    yield { call: { target: target.number, self: undefined, args: read.args, named: read.named }, expected };
  }
}

interface Arguments {
  readonly args: Value[];
  readonly named: [string, Value][];
  readonly end: number;
}

function readArguments(text: string, from: number, language: Language): Arguments | undefined {
  const args: Value[] = [];
  const named: [string, Value][] = [];
  for (let at = from; ; ) {
    at += /^\s*/.exec(text.slice(at))?.[0].length ?? 0;
    if (text[at] === ')') return { args, named, end: at + 1 };
    const name = language === 'python' ? /^([A-Za-z_]\w*)\s*=(?!=)\s*/.exec(text.slice(at)) : null;
    const read = readLiteral(text, at + (name?.[0].length ?? 0), language);
    if (read === undefined) return undefined;
    if (name?.[1] === undefined) args.push(read.value);
    else named.push([name[1], read.value]);
    at = read.end + (/^\s*/.exec(text.slice(read.end))?.[0].length ?? 0);
    if (text[at] === ',') at += 1;
    else if (text[at] !== ')') return undefined;
  }
}

function expectedAfter(text: string, from: number, at: number, language: Language): Value | undefined {
  const newline = text.indexOf('\n', at);
  const line = text.slice(at, newline < 0 ? undefined : newline);
  const before = text.slice(text.lastIndexOf('\n', from - 1) + 1, from);
  const jump = afterCall.exec(line) ?? comment.exec(line);
  if (jump !== null) return whole(text, at + jump[0].length, language);
  // `>>> f(1)` and the value in the next line.
  if (!/^\s*>>>\s*$/.test(before) || !/^[\s;]*$/.test(line) || newline < 0) return undefined;
  const next =
    text
      .slice(newline + 1)
      .split('\n', 1)[0]
      ?.trim() ?? '';
  if (next === '' || next.startsWith('>>>')) return undefined;
  return whole(text, newline + 1, language);
}

function whole(text: string, at: number, language: Language): Value | undefined {
  const read = readLiteral(text, at, language);
  if (read === undefined) return undefined;
  const rest = text.slice(read.end).split('\n', 1)[0] ?? '';
  return ending.test(rest) ? read.value : undefined;
}

/** `For n = 3, the output should be 6.`: of functions of one argument. */
function* sentences(text: string, target: Target, language: Language): Generator<Example> {
  if (target.parameters !== 1) return;
  const result =
    /\b(?:output|result|answer|value)?\s*(?:should (?:be|return)|must be|will be|returns?|=>|->|➞)\s*:?\s*/g;
  for (const match of text.matchAll(/\b[Ff]or\s+\w+\s*=\s*/g)) {
    const given = readLiteral(text, match.index + match[0].length, language);
    if (given === undefined) continue;
    const sentence = text.slice(given.end).split(/\n\s*\n|\bfor\s+\w+\s*=/i, 1)[0] ?? '';
    // The last one: what comes before may speak of a step on the way.
    const last = [...sentence.matchAll(result)].at(-1);
    if (last === undefined) continue;
    const expected = readLiteral(text, given.end + last.index + last[0].length, language);
    if (expected === undefined) continue;
    yield {
      call: { target: target.number, self: undefined, args: [given.value], named: [] },
      expected: expected.value,
    };
  }
}

/** Whether a call gave what was documented: numbers by value, lists whatever kind of list they are. */
export function keeps({ expected }: Example, outcome: Outcome): boolean {
  return outcome.end === 'returns' && same(expected, outcome.value);
}

function same(a: Value, b: Value): boolean {
  const [x, y] = [numeric(a), numeric(b)];
  if (x !== undefined && y !== undefined) {
    return Object.is(x, y) || x === y || Math.abs(x - y) <= 1e-6 * Math.max(1, Math.abs(x));
  }
  if (isNothing(a) && isNothing(b)) return true;
  if (a.kind !== b.kind) return false;
  if (a.kind === 'list' && b.kind === 'list') {
    if (/set/i.test(a.class) && /set/i.test(b.class)) {
      return canonicalText({ ...a, class: 'set' }) === canonicalText({ ...b, class: 'set' });
    }
    return a.items.length === b.items.length && a.items.every((one, at) => same(one, b.items[at] ?? { kind: 'none' }));
  }
  if (a.kind === 'map' && b.kind === 'map') {
    const others = new Map(b.entries.map(([key, value]) => [canonicalText(key), value]));
    return (
      a.entries.length === b.entries.length &&
      a.entries.every(([key, value]) => {
        const other = others.get(canonicalText(key));
        return other !== undefined && same(value, other);
      })
    );
  }
  return canonicalText(a) === canonicalText(b);
}

function isNothing({ kind }: Value): boolean {
  return kind === 'none' || kind === 'undefined';
}

function numeric(value: Value): number | undefined {
  return value.kind === 'int' || value.kind === 'number' ? Number(value.text) : undefined;
}
