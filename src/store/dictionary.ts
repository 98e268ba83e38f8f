/** Texts by number. Numbers are given once and never change while a store or delta lives. */
export class Dictionary {
  readonly #texts: string[];
  #numbers: Map<string, number> | undefined;
  readonly #shapes: (readonly string[] | undefined)[] = [];

  constructor(texts: string[] = []) {
    this.#texts = texts;
  }

  get size(): number {
    return this.#texts.length;
  }

  text(number: number): string | undefined {
    return this.#texts[number];
  }

  /** Undefined when the text has no number. */
  number(text: string): number | undefined {
    this.#numbers ??= new Map(this.#texts.map((known, i) => [known, i]));
    return this.#numbers.get(text);
  }

  intern(text: string): number {
    const known = this.number(text);
    if (known !== undefined) return known;
    const number = this.#texts.push(text) - 1;
    this.#numbers?.set(text, number);
    return number;
  }

  /** The keys of an object whose shape has this number: a shape is kept as the JSON text of its keys. */
  shape(number: number): readonly string[] | undefined {
    const known = this.#shapes[number];
    if (known) return known;
    const text = this.#texts[number];
    if (text === undefined) return undefined;
    const keys = keysOf(text);
    if (keys) this.#shapes[number] = keys;
    return keys;
  }

  /** Texts from a number on. */
  from(number: number): string[] {
    return this.#texts.slice(number);
  }

  /** Forgets the numbers from `size` on, which a failed transaction had given. */
  shrink(size: number): void {
    if (size >= this.#texts.length) return;
    this.#texts.length = size;
    this.#shapes.length = Math.min(this.#shapes.length, size);
    this.#numbers = undefined;
  }
}

export function shapeText(keys: readonly string[]): string {
  return JSON.stringify(keys);
}

function keysOf(text: string): string[] | undefined {
  try {
    const keys: unknown = JSON.parse(text);
    return Array.isArray(keys) && keys.every((key) => typeof key === 'string') ? keys : undefined;
  } catch {
    return undefined;
  }
}
