import { type LanguageId, parse } from '../../code/index.ts';
import { EarlyErrors } from './early-errors.ts';
import { type FunctionsAndLoops, readFunctions, type SwitchableFunction } from './functions.ts';
import { type Replacement, splice, type Wrap } from './splice.ts';

/** A variant of one file. `number` is from 1; 0 is the original. */
export interface Variant {
  readonly number: number;
  /** Do not overlap. */
  readonly edits: readonly Replacement[];
}

export interface Schemata {
  /** The file in which every call chooses its body by `globalThis.__hone.c`. */
  readonly text: string;
  readonly switchable: readonly number[];
  /** Variants that change something outside of functions. */
  readonly notSwitchable: readonly number[];
  /** Variants that are no valid syntax. */
  readonly invalid: readonly number[];
}

/**
 * Mutant schemata (Untch, Offutt, Harrold 1993) with whole bodies: puts all variants of a file into one text. A function
 * that variants change looks at its entry which body to run; loops count their turns, so that an endless one throws.
 *
 * `globalThis.__hone` is `{ c, hit(function), tick() }`: `c` is the variant's number; -1 while modules are loaded, when
 * functions that are called are reported to `hit` with the numbers of their variants.
 */
export async function buildSchemata(
  language: Exclude<LanguageId, 'python'>,
  original: string,
  variants: readonly Variant[],
): Promise<Schemata> {
  const read = await readText(language, original);
  const switchable: number[] = [];
  const notSwitchable: number[] = [];
  const invalid: number[] = [];
  const early = new EarlyErrors(language, original);
  const cases = new Map<SwitchableFunction, { number: number; body: string }[]>();
  for (const { number, edits } of variants) {
    const places = placesOf(edits, read.functions);
    if (places === undefined) {
      notSwitchable.push(number);
      continue;
    }
    const built: { place: SwitchableFunction; body: string }[] = [];
    for (const [place, inside] of places) {
      const loops = bringsLoop(edits) ? await loopsOfVariant(language, original, place, inside) : undefined;
      const body = loops ?? splice(original, place.start, place.end, read.loops, inside);
      built.push({ place, body });
    }
    if (!(await allValid(language, built)) || (await anyOf(built, ({ place, body }) => early.has(place, body)))) {
      invalid.push(number);
      continue;
    }
    switchable.push(number);
    for (const { place, body } of built) {
      const known = cases.get(place) ?? [];
      cases.set(place, known);
      known.push({ number, body });
    }
  }
  const wraps: Wrap[] = [...read.loops];
  for (const [place, bodies] of cases) wraps.push(dispatch(place, bodies));
  const text = unchecked(language, splice(original, 0, original.length, wraps), cases.size > 0);
  return { text, switchable, notSwitchable, invalid };
}

async function anyOf<T>(items: readonly T[], holds: (item: T) => Promise<boolean>): Promise<boolean> {
  for (const item of items) if (await holds(item)) return true;
  return false;
}

/** What checks types (ts-jest, ts-node, a build that checks JavaScript) would refuse the switch, and with it all variants. */
function unchecked(language: LanguageId, text: string, switches: boolean): string {
  const plain = language === 'javascript' && !switches;
  return plain || text.startsWith('#!') ? text : `// @ts-nocheck\n${text}`;
}

/** One body that does not parse would make the whole file unreadable. */
async function allValid(
  language: LanguageId,
  built: readonly { place: SwitchableFunction; body: string }[],
): Promise<boolean> {
  for (const { place, body } of built) {
    const statements = place.expression ? `return (${body}\n);` : body;
    const file = await parse(language, `class A extends B { async *m() {${statements}\n} }`);
    const { hasError } = file;
    file.dispose();
    if (hasError) return false;
  }
  return true;
}

async function readText(language: LanguageId, text: string): Promise<FunctionsAndLoops> {
  const file = await parse(language, text);
  try {
    return readFunctions(file);
  } finally {
    file.dispose();
  }
}

/** The outermost of the innermost functions around each edit, and what changes in them. */
function placesOf(
  edits: readonly Replacement[],
  functions: readonly SwitchableFunction[],
): Map<SwitchableFunction, Replacement[]> | undefined {
  const places = new Set<SwitchableFunction>();
  for (const edit of edits) {
    const around = functions.filter((one) => holds(one, edit));
    const innermost = around.at(-1);
    if (innermost === undefined) return undefined;
    places.add(innermost);
  }
  const outermost = [...places].filter((one) => ![...places].some((other) => other !== one && encloses(other, one)));
  return new Map(outermost.map((one) => [one, edits.filter((edit) => holds(one, edit))]));
}

function holds(place: SwitchableFunction, edit: Replacement): boolean {
  return place.start <= edit.start && edit.end <= place.end;
}

function encloses(outer: SwitchableFunction, inner: SwitchableFunction): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function bringsLoop(edits: readonly Replacement[]): boolean {
  return edits.some(({ text }) => /\b(?:for|while|do)\b/.test(text));
}

/** The body of a function in a variant that has loops the original has not. */
async function loopsOfVariant(
  language: LanguageId,
  original: string,
  place: SwitchableFunction,
  edits: readonly Replacement[],
): Promise<string> {
  const text = splice(original, 0, original.length, [], edits);
  const { loops } = await readText(language, text);
  return splice(text, place.start, place.end + text.length - original.length, loops);
}

/**
 * Bodies stand in blocks of their own, the original too: a `var` of one must not meet a `let` of another.
 * `return` ends a body that would otherwise fall into the next.
 */
function dispatch(
  { start, end, expression }: SwitchableFunction,
  bodies: readonly { number: number; body: string }[],
): Wrap {
  const numbers = bodies.map(({ number }) => number).join(',');
  const hit = `case -1:globalThis.__hone.hit([${numbers}]);break;`;
  const choices = bodies.map(({ number, body }) =>
    expression ? `case ${number}:return(${body}\n);` : `case ${number}:{${body}\n}return;`,
  );
  const choose = `if(globalThis.__hone?.c)switch(globalThis.__hone.c){${hit}${choices.join('')}}`;
  return expression
    ? { start, end, open: `{${choose}return(`, close: '\n)}' }
    : { start, end, open: `;${choose}{`, close: '\n}' };
}

/** The text with loops that count their turns, so that an endless one throws; lines stay where they are. */
export async function countLoops(language: Exclude<LanguageId, 'python'>, text: string): Promise<string> {
  return (await buildSchemata(language, text, [])).text;
}
