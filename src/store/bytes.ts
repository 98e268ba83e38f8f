/** Reading past the end, or a number that no writer here makes. Callers turn it into their own corruption error. */
export class MalformedBytesError extends Error {
  override readonly name = 'MalformedBytesError';
}

const utf8 = new TextEncoder();
const utf8Decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** A growing buffer of unsigned LEB128 numbers and raw bytes. */
export class ByteWriter {
  #bytes = new Uint8Array(256);
  length = 0;

  #reserve(extra: number): void {
    if (this.length + extra <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.length + extra));
    grown.set(this.#bytes.subarray(0, this.length));
    this.#bytes = grown;
  }

  /** A whole number from 0 to 2^53 - 1. */
  uint(value: number): void {
    this.#reserve(8);
    let rest = value;
    // Bit operations see 32 bits only: larger numbers lose their low groups by division first.
    while (rest > 0x7fffffff) {
      this.#bytes[this.length++] = (rest % 128) | 0x80;
      rest = Math.floor(rest / 128);
    }
    while (rest > 0x7f) {
      this.#bytes[this.length++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    this.#bytes[this.length++] = rest;
  }

  /** A whole number from -2^52 to 2^52, small ones of either sign in few bytes. */
  int(value: number): void {
    this.uint(value < 0 ? -value * 2 - 1 : value * 2);
  }

  double(value: number): void {
    this.#reserve(8);
    new DataView(this.#bytes.buffer).setFloat64(this.length, value, true);
    this.length += 8;
  }

  raw(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** Length and UTF-8; the text must be well-formed. */
  text(text: string): void {
    const bytes = utf8.encode(text);
    this.uint(bytes.length);
    this.raw(bytes);
  }

  /** Writes the text when it is ASCII; else writes nothing and returns false. */
  ascii(text: string): boolean {
    const start = this.length;
    this.#reserve(text.length);
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code > 0x7f) {
        this.length = start;
        return false;
      }
      this.#bytes[this.length++] = code;
    }
    return true;
  }

  /** A view of what was written, valid until the next write. */
  view(start = 0, end = this.length): Uint8Array {
    return this.#bytes.subarray(start, end);
  }

  /** Takes back what was written after `length`. */
  truncate(length: number): void {
    this.length = length;
  }
}

/** Reads what {@link ByteWriter} wrote. Every read is bounds-checked: the bytes may come from anywhere. */
export class ByteReader {
  readonly bytes: Uint8Array;
  position: number;
  end: number;

  constructor(bytes: Uint8Array, start = 0, end = bytes.length) {
    this.bytes = bytes;
    this.position = start;
    this.end = end;
  }

  uint(): number {
    const { bytes } = this;
    let value = 0;
    let scale = 1;
    for (let i = 0; i < 8; i++) {
      if (this.position >= this.end) throw new MalformedBytesError('the bytes end in the middle of a number');
      const byte = bytes[this.position++] as number;
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) {
        if (value > Number.MAX_SAFE_INTEGER) break;
        return value;
      }
      scale *= 128;
    }
    throw new MalformedBytesError('a number is out of range');
  }

  int(): number {
    const value = this.uint();
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
  }

  double(): number {
    const view = this.take(8);
    return new DataView(view.buffer, view.byteOffset, 8).getFloat64(0, true);
  }

  take(length: number): Uint8Array {
    const start = this.position;
    if (length > this.end - start) throw new MalformedBytesError('the bytes end too early');
    this.position = start + length;
    return this.bytes.subarray(start, this.position);
  }

  text(): string {
    return this.textOf(this.uint());
  }

  textOf(length: number): string {
    const bytes = this.take(length);
    if (length < 24) {
      // Short ASCII is by far the most common text, and the decoder's call costs more than its work.
      let text = '';
      let i = 0;
      for (; i < length; i++) {
        const byte = bytes[i] as number;
        if (byte > 0x7f) break;
        text += String.fromCharCode(byte);
      }
      if (i === length) return text;
    }
    try {
      return utf8Decoder.decode(bytes);
    } catch {
      throw new MalformedBytesError('a text is not UTF-8');
    }
  }
}
