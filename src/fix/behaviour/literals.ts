import type { Value } from '../../testing/index.ts';

export type Language = 'python' | 'ecmascript';

/** A literal and the offset behind it. */
export interface Read {
  readonly value: Value;
  readonly end: number;
}

const words: Readonly<Record<string, Value>> = {
  true: { kind: 'bool', value: true },
  false: { kind: 'bool', value: false },
  True: { kind: 'bool', value: true },
  False: { kind: 'bool', value: false },
  null: { kind: 'none' },
  None: { kind: 'none' },
  undefined: { kind: 'undefined' },
  NaN: { kind: 'number', text: 'NaN' },
  Infinity: { kind: 'number', text: 'Infinity' },
};
const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v', 0: '\0' };
const deepest = 20;

/**
 * The literal of Python or JavaScript at an offset: numbers, strings, booleans, nothing, and lists, tuples, sets,
 * dictionaries and objects of literals. Undefined where there is something else.
 */
export function readLiteral(text: string, at: number, language: Language): Read | undefined {
  return new Reader(text, language).read(at, 0);
}

class Reader {
  readonly #text: string;
  readonly #language: Language;

  constructor(text: string, language: Language) {
    this.#text = text;
    this.#language = language;
  }

  read(from: number, depth: number): Read | undefined {
    if (depth > deepest) return undefined;
    const at = this.#space(from);
    const first = this.#text[at] ?? '';
    if (first === '"' || first === "'") return this.#string(at);
    if (first === '[') return this.#list(at, ']', depth, this.#language === 'python' ? 'list' : 'Array');
    if (first === '(' && this.#language === 'python') return this.#tuple(at, depth);
    if (first === '{') return this.#braces(at, depth);
    const number = /^[-+]?(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][-+]?\d+)?(?![\w.]*\w)/.exec(this.#text.slice(at, at + 400));
    if (number !== null) return { value: this.#number(number[0].replaceAll('_', '')), end: at + number[0].length };
    const word = /^-?[A-Za-z]+(?![\w([])/.exec(this.#text.slice(at, at + 20))?.[0] ?? '';
    if (word === '-Infinity') return { value: { kind: 'number', text: word }, end: at + word.length };
    return Object.hasOwn(words, word) ? { value: words[word] ?? { kind: 'none' }, end: at + word.length } : undefined;
  }

  #space(at: number): number {
    let end = at;
    while (/\s/.test(this.#text[end] ?? '')) end += 1;
    return end;
  }

  #number(text: string): Value {
    const whole = /^[-+]?\d+$/.test(text);
    if (whole && this.#language === 'python')
      return { kind: 'int', text: text.replace(/^\+/, '').replace(/^(-?)0+(?=\d)/, '$1') };
    return { kind: 'number', text: Object.is(Number(text), -0) ? '-0' : String(Number(text)) };
  }

  #string(from: number): Read | undefined {
    const quote = this.#text[from];
    let value = '';
    for (let at = from + 1; at < this.#text.length; at += 1) {
      const letter = this.#text[at] ?? '';
      if (letter === quote) return { value: { kind: 'string', value }, end: at + 1 };
      if (letter === '\n') return undefined;
      if (letter !== '\\') value += letter;
      else {
        at += 1;
        const code = /^(?:x([\da-fA-F]{2})|u([\da-fA-F]{4}))/.exec(this.#text.slice(at, at + 5));
        if (code === null) value += escapes[this.#text[at] ?? ''] ?? this.#text[at] ?? '';
        else {
          value += String.fromCharCode(Number.parseInt(code[1] ?? code[2] ?? '0', 16));
          at += code[0].length - 1;
        }
      }
    }
    return undefined;
  }

  #items(from: number, close: string, depth: number): { items: Value[]; end: number; comma: boolean } | undefined {
    const items: Value[] = [];
    let comma = false;
    for (let at = this.#space(from); ; ) {
      if (this.#text[at] === close) return { items, end: at + 1, comma };
      const item = this.read(at, depth + 1);
      if (item === undefined) return undefined;
      items.push(item.value);
      at = this.#space(item.end);
      if (this.#text[at] === close) return { items, end: at + 1, comma };
      if (this.#text[at] !== ',') return undefined;
      comma = true;
      at = this.#space(at + 1);
    }
  }

  #list(from: number, close: string, depth: number, name: string): Read | undefined {
    const read = this.#items(from + 1, close, depth);
    return read && { value: { kind: 'list', class: name, items: read.items }, end: read.end };
  }

  #tuple(from: number, depth: number): Read | undefined {
    const read = this.#items(from + 1, ')', depth);
    if (read === undefined) return undefined;
    const [only] = read.items;
    if (only !== undefined && read.items.length === 1 && !read.comma) return { value: only, end: read.end };
    return { value: { kind: 'list', class: 'tuple', items: read.items }, end: read.end };
  }

  #braces(from: number, depth: number): Read | undefined {
    const python = this.#language === 'python';
    const entries: (readonly [Value, Value])[] = [];
    for (let at = this.#space(from + 1); ; ) {
      if (this.#text[at] === '}') {
        return { value: { kind: 'map', class: python ? 'dict' : 'Object', entries }, end: at + 1 };
      }
      const key = python ? this.read(at, depth + 1) : this.#key(at, depth);
      if (key === undefined) return undefined;
      at = this.#space(key.end);
      if (python && entries.length === 0 && this.#text[at] !== ':') return this.#list(from, '}', depth, 'set');
      if (this.#text[at] !== ':') return undefined;
      const value = this.read(at + 1, depth + 1);
      if (value === undefined) return undefined;
      entries.push([key.value, value.value]);
      at = this.#space(value.end);
      if (this.#text[at] === ',') at = this.#space(at + 1);
      else if (this.#text[at] !== '}') return undefined;
    }
  }

  #key(at: number, depth: number): Read | undefined {
    const name = /^[A-Za-z_$][\w$]*/.exec(this.#text.slice(at, at + 100))?.[0];
    if (name !== undefined) return { value: { kind: 'string', value: name }, end: at + name.length };
    const read = this.read(at, depth + 1);
    if (read?.value.kind !== 'number') return read;
    return { value: { kind: 'string', value: read.value.text }, end: read.end };
  }
}
