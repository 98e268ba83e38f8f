import { UsageError } from '../base/errors.ts';

/** One input of an action: how its text becomes a value. Defaults are those of action.yml; a contract test compares. */
export interface Input<T> {
  /** Used when the input is not given or empty. */
  readonly default: string;
  readonly secret: boolean;
  /** What is allowed, for error messages and documentation. */
  readonly allowed: string;
  /** Undefined when `text` is not allowed; the empty text is asked for only when it is the default. */
  parse(text: string): T | undefined;
}

export type InputSpec = Readonly<Record<string, Input<unknown>>>;

type CamelCase<S extends string> = S extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : S;

/** The typed inputs object of a specification: `fail-on` is read as `failOn`. */
export type InputsOf<S extends InputSpec> = {
  readonly [K in keyof S & string as CamelCase<K>]: S[K] extends Input<infer T> ? T : never;
};

export function text(initial = ''): Input<string> {
  return { default: initial, secret: false, allowed: 'any text', parse: (value) => value };
}

/** A token or key: masked in the log before anything else is read. */
export function secret(): Input<string> {
  return { default: '', secret: true, allowed: 'a token', parse: (value) => value };
}

/** A git revision. Never an option: what starts with a dash is refused before git sees it. */
export function revision(): Input<string | undefined> {
  return {
    default: '',
    secret: false,
    allowed: 'a commit, branch or tag; it may not start with "-" or hold spaces or control characters',
    parse: (value) => (/^[^-\s\p{Cc}][^\s\p{Cc}]*$/u.test(value) ? value : undefined),
  };
}

export function boolean(initial: boolean): Input<boolean> {
  return {
    default: String(initial),
    secret: false,
    allowed: '"true" or "false"',
    parse: (value) => (value === 'true' ? true : value === 'false' ? false : undefined),
  };
}

export function integer(initial: number, range: { readonly min: number; readonly max: number }): Input<number> {
  return {
    default: String(initial),
    secret: false,
    allowed: `a whole number from ${range.min} to ${range.max}`,
    parse: (value) => {
      if (!/^(0|[1-9]\d{0,14})$/.test(value)) return undefined;
      const number = Number(value);
      return number >= range.min && number <= range.max ? number : undefined;
    },
  };
}

export function oneOf<const T extends string>(values: readonly T[], initial: T): Input<T> {
  return {
    default: initial,
    secret: false,
    allowed: `one of ${values.join(', ')}`,
    parse: (value) => values.find((allowed) => allowed === value),
  };
}

/** Values separated by commas or white space; each must match `item`. */
export function list(allowed: string, item: RegExp): Input<readonly string[]> {
  return {
    default: '',
    secret: false,
    allowed,
    parse: (value) => {
      const items = value.split(/[\s,]+/).filter((part) => part !== '');
      return items.every((part) => item.test(part)) ? items : undefined;
    },
  };
}

/**
 * Reads the `INPUT_*` variables that the runner sets.
 *
 * @param onSecret called with every secret before any other input is looked at
 * @throws {UsageError} naming the input, the value received and what is allowed
 */
export function parseInputs<S extends InputSpec>(
  spec: S,
  environment: NodeJS.ProcessEnv,
  onSecret: (value: string) => void,
): InputsOf<S> {
  const raw = new Map(
    Object.entries(spec).map(([name, input]) => {
      const value = (environment[`INPUT_${name.toUpperCase()}`] ?? '').trim();
      if (input.secret && value !== '') onSecret(value);
      return [name, value] as const;
    }),
  );
  const inputs: Record<string, unknown> = {};
  for (const [name, input] of Object.entries(spec)) {
    inputs[camelCase(name)] = parseInput(name, input, raw.get(name) ?? '');
  }
  return inputs as InputsOf<S>;
}

function parseInput(name: string, input: Input<unknown>, value: string): unknown {
  const given = value === '' ? input.default : value;
  const parsed = input.parse(given);
  if (parsed === undefined && given !== '') {
    const received = input.secret ? 'a value' : JSON.stringify(value.length > 100 ? `${value.slice(0, 100)}…` : value);
    throw new UsageError(`input "${name}": ${received} is not allowed; allowed is ${input.allowed}`);
  }
  return parsed;
}

function camelCase(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
