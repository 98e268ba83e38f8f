import { expression, literalKinds, wrap } from './expressions.ts';
import { calleeName } from './infer.ts';
import { type Model, scopeAt } from './model.ts';
import { readableAt } from './pool.ts';
import { functionOf, styleAt } from './statements.ts';
import { type Proposal, replacing, type Template } from './template.ts';
import type { Syntax } from './tree.ts';
import { isValue, targetOf } from './values.ts';

interface Conversion {
  /** `$` stands for what is converted. */
  readonly text: string;
  readonly name: string;
  /** What is called, where it is no method of what is converted. */
  readonly callee: Syntax | undefined;
  readonly count: number;
}

const mostConversions = 10;
const longest = 40;
/** They load, test or tell, and convert nothing. */
const noConversion =
  /^(?:require|import|isinstance|hasattr|typeof|len|push|append|add|has|test|exec|log|error|warn|is[A-Z_].*|has[A-Z_].*)$/;

const conversionsKnown = new WeakMap<Model, readonly Conversion[]>();

/** Calls whose value a file uses and that take one thing: as the only argument, or as the receiver. The most used first. */
function conversionsOf(model: Model): readonly Conversion[] {
  const known = conversionsKnown.get(model);
  if (known !== undefined) return known;
  const made = new Map<string, Conversion>();
  for (const one of model.root.walk()) {
    const callee = one.kind === 'call' ? one.get('function') : undefined;
    const args = one.get('arguments');
    if (callee === undefined || args === undefined || one.parent?.kind === 'statement') continue;
    const name = calleeName(one);
    const given = args.parts;
    if (noConversion.test(name) || callee.end - callee.start > longest) continue;
    const literal = given.every(({ kind, type }) => literalKinds.has(kind) || type === 'regex');
    const method = callee.kind === 'member' && literal && args.end - args.start <= longest;
    const alone = given.length === 1 && isValue(given[0] as Syntax) && !literal && !callee.text.includes('$');
    const text = method ? `$.${name}${args.text}` : alone ? `${callee.text}($)` : undefined;
    if (text === undefined || (method && args.text.includes('$'))) continue;
    const before = made.get(text)?.count ?? 0;
    made.set(text, { text, name, callee: method ? undefined : callee, count: before + 1 });
  }
  const sorted = [...made.values()].sort((a, b) => b.count - a.count);
  conversionsKnown.set(model, sorted);
  return sorted;
}

/** The value is converted as the file converts others. */
function* converted(node: Syntax, model: Model): Generator<Proposal> {
  if (!isValue(node) || node.field === 'function' || node.field === 'object' || targetOf(node) !== undefined) return;
  if (node.parent?.kind === 'parenthesized') return;
  const outer = node.parent?.kind === 'arguments' && node.parent.parent ? calleeName(node.parent.parent) : '';
  const inner = node.kind === 'call' ? calleeName(node) : '';
  const conversions = conversionsOf(model).filter(
    ({ name, callee }) => name !== outer && name !== inner && (callee === undefined || readableAt(model, callee, node)),
  );
  const [first] = conversions;
  for (const { text, count } of conversions.slice(0, mostConversions))
    yield replacing(node, wrap(text, expression(node, model.dialect)), 0.3 + (0.7 * count) / (first?.count ?? 1));
}

/** Calls that only answer: standing alone as a statement, they do nothing. */
export const changesNothing =
  /^(?:l?r?strip|replace(?:All)?|lower|upper|title|capitalize|trim(?:Start|End)?|to(?:Upper|Lower)Case|pad(?:Start|End)|[lr]just|zfill|substring|slice|concat|filter|map|flat|flatMap|toSorted|toReversed|toSpliced|sorted|reversed|union|intersection|difference|symmetric_?[dD]ifference|format|encode|decode|join|split)$/;

/** `text.strip()` alone becomes `text = text.strip()`. */
function* kept(node: Syntax, model: Model): Generator<Proposal> {
  const [call] = node.parts;
  if (call?.kind !== 'call' || !changesNothing.test(calleeName(call))) return;
  const callee = call.get('function');
  const target = callee?.kind === 'member' ? callee.get('object') : call.get('arguments')?.parts[0];
  const bound = target?.kind === 'name' ? scopeAt(model, node).find(({ name }) => name === target.text) : undefined;
  const fixed = bound !== undefined && (bound.origin === 'import' || isConstant(bound.node));
  if (target !== undefined && !fixed && /^(?:name|member|index)$/.test(target.kind)) {
    const value = calleeName(call) === 'reversed' ? `list(${call.text})` : call.text;
    yield replacing(call, `${target.text} = ${value}`);
  }
  if (functionOf(node) === undefined) return;
  yield replacing(node, model.dialect.simple(`return ${call.text}`, styleAt(model, node)), 0.5);
}

/** Declared by `const`. */
function isConstant({ parent }: Syntax): boolean {
  return parent?.kind === 'declarator' && parent.parent?.children[0]?.type === 'const';
}

export const conversionTemplates: readonly Template[] = [
  {
    id: 'keep-result',
    summary: 'the result of a call that changes nothing is kept',
    weight: 0.5,
    kinds: ['statement'],
    propose: kept,
  },
  {
    id: 'convert-alike',
    summary: 'a call added that the file makes of other values',
    weight: 0.12,
    kinds: ['name', 'member', 'index', 'call'],
    propose: converted,
  },
];
