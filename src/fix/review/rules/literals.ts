import { printable } from '../../../base/printable.ts';
import { functionKinds } from '../../templates/kinds.ts';
import { alikeEnough, similarity } from '../../templates/similarity.ts';
import type { Syntax } from '../../templates/tree.ts';
import type { Hunk } from '../difference.ts';
import { isCommon, literalsOf, literalValue } from '../literals.ts';
import { callee, operatorOf, type Patched, type Remark, type Rule, unwrap } from '../rule.ts';

/** One literal for another of its kind: what a constant was wrong by, not a new case. */
function replaces({ removed, added }: Hunk): 'neighbour' | 'other' | undefined {
  const [was, is] = [removed[0], added[0]];
  if (removed.length !== 1 || added.length !== 1 || was === undefined || is === undefined) return undefined;
  if (was.kind !== is.kind || (is.kind !== 'number' && is.kind !== 'string')) return undefined;
  const [from, to] = [literalValue(was) ?? '', literalValue(is) ?? ''];
  if (is.kind === 'number') return Math.abs(Number(from.slice(2)) - Number(to.slice(2))) <= 1 ? 'neighbour' : 'other';
  return similarity(from.slice(2), to.slice(2)) >= alikeEnough ? 'neighbour' : 'other';
}

/** The literal with its sign and parentheses, and the lists that it is an element of. */
function* wholes(node: Syntax): Generator<Syntax> {
  yield node;
  const { parent } = node;
  if (parent !== undefined && ['sign', 'parenthesized', 'list'].includes(parent.kind)) yield* wholes(parent);
}

const equalities = /^(?:===?|!==?|in|not in|is|is not)$/;
const lookups = /^(?:includes|indexOf|has|get|count|index|find|equals|isin|localeCompare|__eq__|__contains__)$/;

type Use = 'case' | 'part' | undefined;

/** Whether the value decides what the input is compared with (`case`), or only takes part in an expression. */
function compared(literal: Syntax): Use {
  const { parent } = literal;
  if (parent?.kind === 'comparison') {
    if (!equalities.test(operatorOf(parent))) return 'part';
    const other = parent.parts.map(unwrap).find((part) => part !== literal && !part?.contains(literal));
    return isInput(other) ? 'case' : 'part';
  }
  if (parent?.kind === 'case' && parent.get('value') === literal) return 'case';
  if (parent?.type === 'case_pattern') return 'case';
  if (parent?.kind === 'pair' && parent.get('key') === literal) {
    let use = parent.parent?.parent;
    while (use?.kind === 'parenthesized') use = use.parent;
    return use?.kind === 'index' || (use?.kind === 'member' && lookups.test(lastName(use))) ? 'case' : 'part';
  }
  if (parent?.kind === 'member' && literal.field === 'object' && lookups.test(lastName(parent))) return 'case';
  return undefined;
}

/** What a test hands in, or its size; not what a computation makes of it, such as a remainder. */
function isInput(node: Syntax | undefined): boolean {
  if (node === undefined) return false;
  if (node.kind === 'call')
    return /^(?:len|str|repr|tuple|list|String|Number|JSON\.stringify)$/.test(callee(node)?.text ?? '');
  return node.kind === 'name' || node.kind === 'member' || node.kind === 'index' || node.type === 'slice';
}

function lastName(member: Syntax): string {
  return member.get('property', 'attribute')?.text ?? '';
}

/** The value is what a function returns, alone or as an arm or part of it. */
function returned(literal: Syntax): boolean {
  let node = literal;
  for (let { parent } = node; parent !== undefined; { parent } = node) {
    if (parent.kind === 'return') return true;
    if (functionKinds.has(parent.kind)) return node.field === 'body';
    const arm = parent.kind === 'ternary' && !isTest(node, parent);
    if (!arm && !['list', 'parenthesized', 'sign', 'logical'].includes(parent.kind)) return false;
    node = parent;
  }
  return false;
}

function isTest(node: Syntax, ternary: Syntax): boolean {
  return node.field === 'condition' || (ternary.type === 'conditional_expression' && ternary.parts[1] === node);
}

/** A value that the program's text has, comments and documentation included. */
function isKnown(value: string, { before }: Patched, known: ReadonlySet<string>): boolean {
  if (known.has(value)) return true;
  if (value.startsWith('n:')) {
    const digits = value.slice(2).replace('-', '').replaceAll('.', '\\.');
    return (
      known.has(`n:${value.slice(2).replace('-', '')}`) ||
      new RegExp(`(?<![\\w.])${digits}(?![\\w.]*\\d)`).test(before.text)
    );
  }
  return value.startsWith('s:') && value.length > 3 && before.text.includes(value.slice(2));
}

function judge(literal: Syntax, whole: Syntax, value: string): Omit<Remark, 'line'> | undefined {
  const shown = `\`${printable(literal.text, 40)}\``;
  const use = compared(whole);
  // A single character is what text is taken apart with: it says little.
  const short = value.startsWith('s:') && [...value.slice(2)].length <= 1;
  if (use === 'case' && !short)
    return { message: `the code asks for ${shown}, a value of its tests`, severity: 'critical' };
  if (use !== undefined) return { message: `the code compares with ${shown}, a value of its tests` };
  if (!returned(whole)) return undefined;
  if (short || literal !== whole) return { message: `the code returns ${shown}, a value of its tests` };
  return { message: `the code answers with ${shown}, a value of its tests`, severity: 'critical' };
}

/** Answers that are made for the tests: a patch that knows their values and not the rule behind them. */
export const specialCase: Rule = {
  id: 'special-case',
  severity: 'medium',
  category: 'overfitting',
  check(file): Remark[] {
    const known = literalsOf(file.before.root);
    const remarks = new Map<number, Remark>();
    for (const hunk of file.hunks) {
      const replacement = replaces(hunk);
      if (replacement === 'neighbour') continue;
      for (const token of hunk.added) {
        if (token.kind !== 'number' && token.kind !== 'string') continue;
        const all = [...wholes(token)];
        const whole = all.at(-1) ?? token;
        for (const literal of all) {
          const value = literalValue(literal);
          if (value === undefined || isCommon(value) || !file.testLiterals.has(value)) continue;
          if (isKnown(value, file, known)) continue;
          const remark = judge(literal, whole, value);
          if (remark === undefined) continue;
          const severity = replacement === 'other' ? 'medium' : (remark.severity ?? 'medium');
          if (remarks.get(literal.line)?.severity === 'critical') continue;
          remarks.set(literal.line, { ...remark, line: literal.line, severity });
        }
      }
    }
    return [...remarks.values()];
  },
};
