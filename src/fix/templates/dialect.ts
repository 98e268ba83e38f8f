import type { ValueType } from './value-type.ts';

/** A replacement for an operator or a name, and how likely it is among its peers, in (0, 1]. */
export type Alternative = readonly [text: string, weight: number];

/** Text of an expression, and how tightly its outermost operator binds (larger is tighter). */
export interface Expression {
  readonly text: string;
  readonly tightness: number;
}

/** Tightness of what needs no parentheses anywhere. */
export const atom = 20;

/** What templates must know of a language beside its tree: operators, library names, and how things are written. */
export interface Dialect {
  readonly family: 'ecmascript' | 'python';
  readonly and: string;
  readonly or: string;
  readonly equal: string;
  readonly different: string;
  readonly true: string;
  readonly false: string;
  readonly null: string;
  /** More and less than any number. */
  readonly infinities: readonly [most: string, least: string];
  /** Operator to its replacements, by kind of node. */
  readonly operators: {
    readonly arithmetic: Readonly<Record<string, readonly Alternative[]>>;
    readonly comparison: Readonly<Record<string, readonly Alternative[]>>;
    readonly logical: Readonly<Record<string, readonly Alternative[]>>;
    readonly augmented: Readonly<Record<string, readonly Alternative[]>>;
  };
  /** Comparison to the one that says the opposite. */
  readonly opposites: Readonly<Record<string, string>>;
  /** Groups of library functions and methods that are taken for one another. */
  readonly siblings: readonly (readonly string[])[];
  /** Calls that change a value into another of the same or a near type: `$` stands for the value. */
  readonly wraps: readonly Wrap[];
  readonly tightness: Readonly<Record<string, number>>;
  readonly unaryTightness: number;
  readonly notTightness: number;
  not(operand: Expression): Expression;
  length(text: string): string;
  /** An `if` that guards one statement, without the first line's indentation. */
  guard(condition: string, body: string, style: Style): string;
  /** `otherwise` of an `if` that ends at the cursor. */
  otherwise(body: string, style: Style): string;
  simple(text: string, style: Style): string;
}

export interface Wrap {
  readonly from: readonly ValueType[];
  readonly to: ValueType;
  readonly text: string;
  readonly weight: number;
}

/** How a file is written. */
export interface Style {
  /** Indentation of the statement at hand. */
  readonly indent: string;
  /** One more level. */
  readonly unit: string;
  readonly semicolons: boolean;
  readonly newline: string;
  readonly quote: string;
}
