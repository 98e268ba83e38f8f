import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const mark = '@hone:';
const tailLength = 16 * 1024;
/** A line longer than this is no part of a report: fragments are far shorter. */
const longestLine = 64 * 1024;

/** A secret of one run. It goes to the reporter over stdin, which is read before any code of the project runs. */
export function newKey(): string {
  return randomBytes(32).toString('hex');
}

/**
 * Reads a report out of what a run prints. A report is a sequence of frames, one a line:
 *
 *   `@hone:<sequence>:<0 more follows|1 last fragment>:<tag>:<fragment of ASCII JSON>`
 *
 * where the tag is the first 16 hex digits of HMAC-SHA256(key, `<sequence>:<last>:<fragment>`). Fragments are short
 * enough for a pipe to keep whole. A frame with a wrong tag or out of sequence is a forgery: it counts as output.
 */
export class FrameReader {
  readonly messages: unknown[] = [];
  /** Lines that look like frames and are none. */
  forged = 0;
  readonly #key: string;
  readonly #onMessage: ((message: unknown) => void) | undefined;
  #sequence = 0;
  #fragments = '';
  #line = '';
  #tail = '';

  constructor(key: string, onMessage?: (message: unknown) => void) {
    this.#key = key;
    this.#onMessage = onMessage;
  }

  get tail(): string {
    return (this.#tail + this.#line).slice(-tailLength);
  }

  push(text: string): void {
    const lines = (this.#line + text).split('\n');
    this.#line = lines.pop() ?? '';
    if (this.#line.length > longestLine) {
      this.#note(this.#line);
      this.#line = '';
    }
    for (const line of lines) this.#read(line);
  }

  #note(text: string): void {
    this.#tail = (this.#tail + text).slice(-tailLength);
  }

  #read(line: string): void {
    const found = /^@hone:(\d+):([01]):([0-9a-f]{16}):([\x20-\x7e]*)$/.exec(line);
    if (found === null) {
      if (line.includes(mark)) this.forged += 1;
      this.#note(`${line}\n`);
      return;
    }
    const [, sequence = '', last = '', tag = '', fragment = ''] = found;
    const expected = createHmac('sha256', this.#key)
      .update(`${sequence}:${last}:${fragment}`)
      .digest('hex')
      .slice(0, 16);
    if (Number(sequence) !== this.#sequence || !timingSafeEqual(Buffer.from(tag), Buffer.from(expected))) {
      this.forged += 1;
      this.#note(`${line}\n`);
      return;
    }
    this.#sequence += 1;
    this.#fragments += fragment;
    if (last === '0') return;
    const message: unknown = JSON.parse(this.#fragments);
    this.#fragments = '';
    if (this.#onMessage === undefined) this.messages.push(message);
    else this.#onMessage(message);
  }
}
