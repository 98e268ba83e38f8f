import type { Model } from '../templates/model.ts';
import type { Syntax } from '../templates/tree.ts';
import type { ReviewFinding } from '../types.ts';
import type { Hunk } from './difference.ts';

/** A changed file that Hone reads, before and after. */
export interface Patched {
  readonly before: Model;
  readonly after: Model;
  readonly hunks: readonly Hunk[];
  /** Values of the literals that the tests are written with, as {@link literalValue} gives them. */
  readonly testLiterals: ReadonlySet<string>;
}

export interface Remark {
  readonly line: number;
  readonly message: string;
  /** When it differs from the rule's. */
  readonly severity?: ReviewFinding['severity'];
}

/** `high` and `critical` findings refuse a patch, the others cost quality. */
export interface Rule {
  readonly id: string;
  readonly severity: ReviewFinding['severity'];
  readonly category: ReviewFinding['category'];
  check(file: Patched): Remark[];
}

/** Something in one version of a file; what has the same key is taken for the same. */
export interface Found {
  readonly key: string;
  readonly node: Syntax;
}

/** What is found more often in the new version than in the old one: what was there before is not the patch's fault. */
export function introduced({ before, after }: Patched, find: (model: Model) => Found[]): Syntax[] {
  const known = new Map<string, number>();
  for (const { key } of find(before)) known.set(key, (known.get(key) ?? 0) + 1);
  return find(after)
    .filter(({ key }) => {
      const left = known.get(key) ?? 0;
      known.set(key, left - 1);
      return left <= 0;
    })
    .map(({ node }) => node);
}

/** A rule about what a patch brings in. */
export function introducing(
  facts: Omit<Rule, 'check'>,
  find: (model: Model) => Found[],
  message: (node: Syntax) => string,
): Rule {
  return {
    ...facts,
    check: (file) => introduced(file, find).map((node) => ({ line: node.line, message: message(node) })),
  };
}

/** Nodes of a version of a file that pass, each with its text for a key unless another is given. */
export function findIn(
  model: Model,
  wanted: (node: Syntax) => boolean,
  key: (node: Syntax) => string = compact,
): Found[] {
  return [...model.root.walk()].filter(wanted).map((node) => ({ key: key(node), node }));
}

export function compact({ text }: Syntax): string {
  return text.replace(/\s+/g, ' ');
}

export function unwrap(node: Syntax | undefined): Syntax | undefined {
  let inner = node;
  while (inner?.kind === 'parenthesized') inner = inner.parts[0];
  return inner;
}

/** The nodes under one, not looking into functions inside it. */
export function* within(node: Syntax): Generator<Syntax> {
  for (const child of node.children) {
    yield child;
    if (child.kind !== 'function' && child.kind !== 'lambda' && child.kind !== 'class') yield* within(child);
  }
}

/** The called expression; of `new` the class. */
export function callee(call: Syntax): Syntax | undefined {
  return call.get('function', 'constructor');
}

/** Operator of a comparison or of a logical expression, as written. */
export function operatorOf(node: Syntax): string {
  const operators = node.children.filter(({ field }) => field === 'operator' || field === 'operators');
  return operators.map(({ text }) => text).join(' ');
}

/** Condition of a branch, loop, conditional expression or comprehension filter. */
export function conditionOf(node: Syntax): Syntax | undefined {
  if (node.type === 'conditional_expression') return unwrap(node.parts[1]);
  if (node.kind === 'filter') return unwrap(node.parts[0]);
  const found = node.get('condition');
  return found?.type === 'empty_statement' ? undefined : unwrap(found);
}
