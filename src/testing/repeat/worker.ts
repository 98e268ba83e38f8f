import { StringDecoder } from 'node:string_decoder';
import type { ProcessEnd, SandboxProcess } from '../../sandbox/types.ts';
import { FrameReader, newKey } from '../frames.ts';
import type { Launch } from '../launch.ts';
import type { Runner } from '../types.ts';

export type Message = Readonly<Record<string, unknown>>;

/** What the driver is told before it loads anything. Paths relative to the repository's root as the tests see it. */
export interface Task {
  readonly root: string;
  readonly files: readonly string[];
  /** The tests that will be asked for; all when undefined. */
  readonly tests?: readonly string[];
  /** Of one test or hook. */
  readonly timeoutMs: number;
  readonly coverage?: boolean;
}

/** What a worker answered, or why it did not. */
export type Answer = { readonly message: Message } | { readonly silent: 'timed-out' | 'died' };

/** One process that holds loaded tests. Conversation: one request, then messages up to the one that answers it. */
export class RepeatWorker {
  readonly #process: SandboxProcess;
  readonly #reader: FrameReader;
  readonly #queue: Message[] = [];
  #wake: (() => void) | undefined;
  #end: ProcessEnd | undefined;
  #errors = '';

  constructor(runner: Runner, launch: Launch, task: Task, signal?: AbortSignal) {
    const key = newKey();
    this.#reader = new FrameReader(key, (message) => {
      if (typeof message === 'object' && message !== null) this.#queue.push({ ...message });
      this.#wake?.();
    });
    const { argv, env, cwd } = launch;
    this.#process = runner.spawn(argv, { env, cwd, ...(signal === undefined ? {} : { signal }) });
    const decoder = new StringDecoder('utf8');
    this.#process.stdout.on('data', (chunk: Buffer) => this.#reader.push(decoder.write(chunk)));
    this.#process.stderr.on('data', (chunk: Buffer) => {
      this.#errors = (this.#errors + chunk.toString('utf8')).slice(-4096);
    });
    void this.#process.exited.then((end) => {
      this.#end = end;
      this.#wake?.();
    });
    // A worker that dies says so by its end; a write to it fails for the same reason.
    this.#process.stdin.on('error', () => {});
    this.#process.stdin.write(`${key}\n${JSON.stringify(task)}\n`);
  }

  /** The last of what was printed. */
  get tail(): string {
    return `${this.#reader.tail}\n${this.#errors}`.trim();
  }

  send(message: Message): void {
    this.#process.stdin.write(`${JSON.stringify(message)}\n`);
  }

  /** The next message of one of these types; others go to `onOther`. */
  async receive(
    types: readonly string[],
    timeoutMs: number,
    onOther: (message: Message) => void = () => {},
  ): Promise<Answer> {
    const deadline = performance.now() + timeoutMs;
    for (;;) {
      for (let message = this.#queue.shift(); message !== undefined; message = this.#queue.shift()) {
        if (types.includes(String(message.type))) return { message };
        onOther(message);
      }
      if (this.#end !== undefined) return { silent: 'died' };
      const left = deadline - performance.now();
      if (left <= 0) return { silent: 'timed-out' };
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.#wake = undefined;
    }
  }

  async close(): Promise<void> {
    this.#process.kill();
    await this.#process.exited;
  }
}
