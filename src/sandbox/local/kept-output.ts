/** The beginning and the end of a stream, in bounded memory. */
export class KeptOutput {
  readonly #half: number;
  readonly #head: Buffer[] = [];
  #headLength = 0;
  #tail: Buffer[] = [];
  #tailLength = 0;
  #total = 0;

  /** @param limit bytes to keep */
  constructor(limit: number) {
    this.#half = Math.ceil(limit / 2);
  }

  push(chunk: Buffer): void {
    this.#total += chunk.length;
    const room = this.#half - this.#headLength;
    const first = chunk.subarray(0, room);
    if (first.length > 0) {
      this.#head.push(first);
      this.#headLength += first.length;
    }
    const rest = chunk.subarray(first.length);
    if (rest.length === 0) return;
    this.#tail.push(rest);
    this.#tailLength += rest.length;
    if (this.#tailLength > 4 * this.#half) this.#trim();
  }

  get truncated(): boolean {
    return this.#total > 2 * this.#half;
  }

  bytes(): Buffer {
    this.#trim();
    return Buffer.concat([...this.#head, ...this.#tail]);
  }

  #trim(): void {
    const tail = Buffer.concat(this.#tail);
    // A copy, so that the large buffer behind it can go.
    this.#tail = [Buffer.from(tail.subarray(Math.max(0, tail.length - this.#half)))];
    this.#tailLength = this.#tail[0]?.length ?? 0;
  }
}
