import { type ByteReader, type ByteWriter, MalformedBytesError } from './bytes.ts';
import { type Dictionary, shapeText } from './dictionary.ts';
import { checkNesting, decodeKeys, encodeText, head, SPECIAL, shapeAt, TAG, textAt, unescapeText } from './value.ts';

/** Rewrites values from one dictionary's numbers to another's, without making the values in between. */
export class Transcoder {
  readonly #from: Dictionary;
  readonly #to: Dictionary;
  /** By number in `from`: number in `to`, -1 when it has none there, undefined when not yet asked. */
  readonly #numbers: (number | undefined)[] = [];
  readonly #intern: boolean;

  /** @param intern gives numbers in `to` to texts that have one in `from`; otherwise those unknown there are written out */
  constructor(from: Dictionary, to: Dictionary, intern: boolean) {
    this.#from = from;
    this.#to = to;
    this.#intern = intern;
  }

  number(from: number): number | undefined {
    let number = this.#numbers[from];
    if (number === undefined) {
      const text = textAt(this.#from, from);
      number = (this.#intern ? this.#to.intern(text) : this.#to.number(text)) ?? -1;
      this.#numbers[from] = number;
    }
    return number < 0 ? undefined : number;
  }

  /** @throws MalformedBytesError */
  copy(reader: ByteReader, writer: ByteWriter, depth = 0): void {
    const number = reader.uint();
    const value = Math.floor(number / 8);
    const tag = number % 8;
    if (tag === TAG.natural || tag === TAG.negative) writer.uint(number);
    else if (tag === TAG.special) copySpecial(reader, writer, value);
    else if (tag === TAG.reference) this.#text(textAt(this.#from, value), this.number(value), writer);
    else if (tag === TAG.text) {
      const text = reader.textOf(value);
      this.#text(text, this.#to.number(text), writer);
    } else this.#nested(tag, value, reader, writer, depth);
  }

  #nested(tag: number, value: number, reader: ByteReader, writer: ByteWriter, depth: number): void {
    checkNesting(reader, value, depth, tag);
    let items = value;
    if (tag === TAG.array) head(writer, TAG.array, items);
    else {
      const keys = tag === TAG.shaped ? shapeAt(this.#from, value) : decodeKeys(reader, this.#from, value);
      items = keys.length;
      const shape = tag === TAG.shaped ? this.number(value) : this.#to.number(shapeText(keys));
      if (shape !== undefined) head(writer, TAG.shaped, shape);
      else {
        head(writer, TAG.object, items);
        for (const key of keys) this.#text(key, this.#to.number(key), writer);
      }
    }
    for (let i = 0; i < items; i++) this.copy(reader, writer, depth + 1);
  }

  #text(text: string, number: number | undefined, writer: ByteWriter): void {
    if (number === undefined) encodeText(writer, text);
    else head(writer, TAG.reference, number);
  }
}

function copySpecial(reader: ByteReader, writer: ByteWriter, special: number): void {
  head(writer, TAG.special, special);
  switch (special) {
    case SPECIAL.null:
    case SPECIAL.false:
    case SPECIAL.true:
      break;
    case SPECIAL.double:
      writer.raw(reader.take(8));
      break;
    case SPECIAL.escaped:
      writer.text(JSON.stringify(unescapeText(reader.text())));
      break;
    case SPECIAL.tenths:
    case SPECIAL.hundredths:
    case SPECIAL.thousandths:
      writer.int(reader.int());
      break;
    default:
      throw new MalformedBytesError(`there is no value of sort ${special}`);
  }
}
