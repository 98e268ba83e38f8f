import { Script } from 'node:vm';
import type { SwitchableFunction } from './functions.ts';

/**
 * Says whether a function with another body has an early error (a name declared twice, `await` outside of an async
 * function) that a parser by grammar accepts. One such body would make a whole file of variants unloadable.
 *
 * Compiles in this process and runs nothing. What V8 does not compile with the original body either (types, `with`,
 * `import.meta`) cannot be told and counts as right.
 */
export class EarlyErrors {
  readonly #text: string;
  readonly #known = new Map<SwitchableFunction, boolean>();

  constructor(text: string) {
    this.#text = text;
  }

  has(place: SwitchableFunction, body: string): boolean {
    let known = this.#known.get(place);
    if (known === undefined) {
      known = compiles(this.#alone(place, this.#text.slice(place.start, place.end)));
      this.#known.set(place, known);
    }
    return known && !compiles(this.#alone(place, body));
  }

  /** The function where `super`, `new.target` and private names mean something. */
  #alone({ start, end, expression, whole, method }: SwitchableFunction, body: string): string {
    const inner = expression ? `(${body}\n)` : `${body}\n`;
    const text = this.#text.slice(whole.start, start) + inner + this.#text.slice(end, whole.end);
    const names = [...new Set(text.match(/#[A-Za-z_$][\w$]*/g))].map((name) => `${name};`).join('');
    return `(class extends Object{${names}${method ? text : `constructor(){(${text}\n)}`}})`;
  }
}

function compiles(source: string): boolean {
  try {
    return new Script(source) !== undefined;
  } catch {
    return false;
  }
}
