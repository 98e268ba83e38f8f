/**
 * JSON values as bytes. A value begins with one number, its tag in the low three bits. Texts that occur more than once
 * are numbers of a dictionary; so are shapes, the keys of an object in order. docs/store.md has the table.
 */
import type { Json, JsonObject } from '../base/json.ts';
import { type ByteReader, type ByteWriter, MalformedBytesError } from './bytes.ts';
import { type Dictionary, shapeText } from './dictionary.ts';
import { childOf, type ShapeNode } from './shape.ts';

export const TAG = {
  special: 0,
  natural: 1,
  negative: 2,
  reference: 3,
  text: 4,
  array: 5,
  shaped: 6,
  object: 7,
} as const;
export const SPECIAL = {
  null: 0,
  false: 1,
  true: 2,
  double: 3,
  escaped: 4,
  tenths: 5,
  hundredths: 6,
  thousandths: 7,
} as const;
const DECIMALS = [
  [SPECIAL.tenths, 10],
  [SPECIAL.hundredths, 100],
  [SPECIAL.thousandths, 1000],
] as const;

/** Deeper values are refused: reading them back would exhaust the stack. */
export const MAX_DEPTH = 256;
/** Three bits of a safe integer are the tag. */
const MAX_NATURAL = 2 ** 50;

export function head(writer: ByteWriter, tag: number, value: number): void {
  writer.uint(value * 8 + tag);
}

/** @throws TypeError */
export function checkDepth(depth: number): void {
  if (depth >= MAX_DEPTH) throw new TypeError(`the data of an event is nested more than ${MAX_DEPTH} levels deep`);
}

/** Writes values with the texts and shapes that a dictionary has; never adds to it. */
export class ValueEncoder {
  readonly #writer: ByteWriter;
  readonly #dictionary: Dictionary;
  readonly #shapes: ShapeNode = { children: new Map(), count: 0 };

  constructor(writer: ByteWriter, dictionary: Dictionary) {
    this.#writer = writer;
    this.#dictionary = dictionary;
  }

  encode(value: Json, depth = 0): void {
    const writer = this.#writer;
    if (typeof value === 'string') this.#text(value);
    else if (typeof value === 'number') encodeNumber(writer, value);
    else if (typeof value === 'boolean') head(writer, TAG.special, value ? SPECIAL.true : SPECIAL.false);
    else if (value === null) head(writer, TAG.special, SPECIAL.null);
    else if (typeof value !== 'object') throw new TypeError(`the data of an event must be JSON, not a ${typeof value}`);
    else {
      checkDepth(depth);
      if (Array.isArray(value)) {
        head(writer, TAG.array, value.length);
        for (const item of value) this.encode(item ?? null, depth + 1);
      } else this.#object(value, depth);
    }
  }

  #text(text: string): void {
    const number = this.#dictionary.number(text);
    if (number === undefined) encodeText(this.#writer, text);
    else head(this.#writer, TAG.reference, number);
  }

  #object(value: JsonObject, depth: number): void {
    const keys = Object.keys(value);
    let shape = this.#shapes;
    let count = 0;
    for (const key of keys) {
      // JSON has no undefined: as JSON.stringify does, such a member is left out.
      if (value[key] === undefined) continue;
      shape = childOf(shape, key);
      count++;
    }
    if (shape.count === 0) {
      shape.count = 1;
      shape.number = this.#dictionary.number(shapeText(keys.filter((key) => value[key] !== undefined)));
    }
    if (shape.number === undefined) {
      head(this.#writer, TAG.object, count);
      for (const key of keys) if (value[key] !== undefined) this.#text(key);
    } else head(this.#writer, TAG.shaped, shape.number);
    for (const key of keys) {
      const item = value[key];
      if (item !== undefined) this.encode(item, depth + 1);
    }
  }
}

export function encodeText(writer: ByteWriter, text: string): void {
  const start = writer.length;
  head(writer, TAG.text, text.length);
  if (writer.ascii(text)) return;
  writer.truncate(start);
  if (/\p{Surrogate}/u.test(text)) {
    // UTF-8 has no lone surrogates; JSON's escapes do.
    head(writer, TAG.special, SPECIAL.escaped);
    writer.text(JSON.stringify(text));
  } else {
    const bytes = Buffer.from(text, 'utf8');
    head(writer, TAG.text, bytes.length);
    writer.raw(bytes);
  }
}

function encodeNumber(writer: ByteWriter, value: number): void {
  if (!Number.isFinite(value)) {
    // As JSON.stringify does.
    head(writer, TAG.special, SPECIAL.null);
  } else if (Number.isInteger(value) && Math.abs(value) < MAX_NATURAL && !Object.is(value, -0)) {
    if (value >= 0) head(writer, TAG.natural, value);
    else head(writer, TAG.negative, -1 - value);
  } else {
    const decimal = DECIMALS.find(([, scale]) => isDecimal(value, scale));
    head(writer, TAG.special, decimal ? decimal[0] : SPECIAL.double);
    if (decimal) writer.int(Math.round(value * decimal[1]));
    else writer.double(value);
  }
}

/** Whether a whole number of 1/scale is exactly this value. */
function isDecimal(value: number, scale: number): boolean {
  const scaled = Math.round(value * scale);
  return scaled !== 0 && Math.abs(scaled) < 2 ** 40 && scaled / scale === value;
}

/** @throws MalformedBytesError */
export function decodeValue(reader: ByteReader, dictionary: Dictionary, depth = 0): Json {
  const number = reader.uint();
  const value = Math.floor(number / 8);
  switch (number % 8) {
    case TAG.natural:
      return value;
    case TAG.negative:
      return -1 - value;
    case TAG.reference:
      return textAt(dictionary, value);
    case TAG.text:
      return reader.textOf(value);
    case TAG.special:
      return decodeSpecial(reader, value);
  }
  checkNesting(reader, value, depth, number % 8);
  if (number % 8 === TAG.array) {
    const items: Json[] = [];
    for (let i = 0; i < value; i++) items.push(decodeValue(reader, dictionary, depth + 1));
    return items;
  }
  const keys = number % 8 === TAG.shaped ? shapeAt(dictionary, value) : decodeKeys(reader, dictionary, value);
  const object: JsonObject = {};
  for (const key of keys) {
    const item = decodeValue(reader, dictionary, depth + 1);
    if (key === '__proto__') {
      Object.defineProperty(object, key, { value: item, enumerable: true, configurable: true, writable: true });
    } else object[key] = item;
  }
  return object;
}

export function decodeKeys(reader: ByteReader, dictionary: Dictionary, count: number): string[] {
  const keys: string[] = [];
  for (let i = 0; i < count; i++) {
    const key = decodeValue(reader, dictionary, MAX_DEPTH);
    if (typeof key !== 'string') throw new MalformedBytesError('the key of an object is not a text');
    keys.push(key);
  }
  return keys;
}

/** Whether the value that begins here is an object; reads nothing. */
export function startsObject({ bytes, position, end }: ByteReader): boolean {
  const tag = (bytes[position] ?? 0) % 8;
  return position < end && (tag === TAG.shaped || tag === TAG.object);
}

function decodeSpecial(reader: ByteReader, special: number): Json {
  switch (special) {
    case SPECIAL.null:
      return null;
    case SPECIAL.false:
      return false;
    case SPECIAL.true:
      return true;
    case SPECIAL.double:
      return reader.double();
    case SPECIAL.escaped:
      return unescapeText(reader.text());
    case SPECIAL.tenths:
      return reader.int() / 10;
    case SPECIAL.hundredths:
      return reader.int() / 100;
    case SPECIAL.thousandths:
      return reader.int() / 1000;
    default:
      throw new MalformedBytesError(`there is no value of sort ${special}`);
  }
}

export function unescapeText(json: string): string {
  try {
    const text: unknown = JSON.parse(json);
    if (typeof text === 'string') return text;
  } catch {
    // Said below.
  }
  throw new MalformedBytesError('an escaped text is not one');
}

export function checkNesting(reader: ByteReader, length: number, depth: number, tag: number): void {
  if (depth >= MAX_DEPTH) throw new MalformedBytesError(`values are nested more than ${MAX_DEPTH} levels deep`);
  // Every item takes a byte at least: a length beyond that is a lie that would only cost memory.
  if (tag !== TAG.shaped && length > reader.end - reader.position) {
    throw new MalformedBytesError('a list is longer than its bytes');
  }
}

export function textAt(dictionary: Dictionary, number: number): string {
  const text = dictionary.text(number);
  if (text === undefined) throw new MalformedBytesError(`there is no text number ${number}`);
  return text;
}

export function shapeAt(dictionary: Dictionary, number: number): readonly string[] {
  const keys = dictionary.shape(number);
  if (keys === undefined) throw new MalformedBytesError(`there is no shape number ${number}`);
  return keys;
}
