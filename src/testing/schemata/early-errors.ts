import { Script } from 'node:vm';
import type { LanguageId } from '../../code/index.ts';
import type { SwitchableFunction } from './functions.ts';
import { withoutTypes } from './without-types.ts';

/**
 * Says whether a function with another body has an early error (a name declared twice, `await` outside of an async
 * function) that a parser by grammar accepts. One such body would make a whole file of variants unloadable.
 *
 * Compiles in this process and runs nothing. What V8 does not compile with the original body either (`with`,
 * `import.meta`, JSX) cannot be told and counts as right.
 */
export class EarlyErrors {
  readonly #language: Exclude<LanguageId, 'python'>;
  readonly #text: string;
  readonly #known = new Map<SwitchableFunction, boolean>();

  constructor(language: Exclude<LanguageId, 'python'>, text: string) {
    this.#language = language;
    this.#text = text;
  }

  async has(place: SwitchableFunction, body: string): Promise<boolean> {
    let known = this.#known.get(place);
    if (known === undefined) {
      known = await this.#compiles(this.#alone(place, this.#text.slice(place.start, place.end)));
      this.#known.set(place, known);
    }
    return known && !(await this.#compiles(this.#alone(place, body)));
  }

  /** The function where `super`, `new.target` and private names mean something. */
  #alone({ start, end, expression, whole, method }: SwitchableFunction, body: string): string {
    const inner = expression ? `(${body}\n)` : `${body}\n`;
    const text = this.#text.slice(whole.start, start) + inner + this.#text.slice(end, whole.end);
    const own = /^[^(]*?(#[\p{ID_Start}$_][\p{ID_Continue}$]*)\s*[<(]/u.exec(text)?.[1];
    const privates = [...new Set(text.match(/#[\p{ID_Start}$_][\p{ID_Continue}$]*/gu))].filter(
      (name) => !method || name !== own,
    );
    const names = privates.map((name) => `${name};`).join('');
    return `(class extends Object{${names}${method ? text : `constructor(){(${text}\n)}`}})`;
  }

  async #compiles(source: string): Promise<boolean> {
    const text = await withoutTypes(this.#language, source);
    try {
      return new Script(text) !== undefined;
    } catch {
      return false;
    }
  }
}
