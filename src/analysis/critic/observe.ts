import type { Node } from '../../code/types.ts';
import type { LineRange, TextLine } from '../analyst.ts';
import { normalise, shapeOf } from './normalise.ts';
import type { Check, CodeFile, LineRule, Problem, Rule } from './rule.ts';

export interface RuleSet {
  readonly rules: readonly Rule[];
  readonly lineRules: readonly LineRule[];
}

/** A problem in one side of a file, new or not. */
export interface Observation {
  readonly rule: Rule | LineRule;
  /** The flagged code without layout. */
  readonly code: string;
  /** The same for the same problem anywhere in the change: rule and code. */
  readonly key: string;
  /** The same for the same problem with other names in it: rule and shape of the code. */
  readonly shape: string;
  readonly startLine: number;
  readonly endLine: number;
  /** The change introduced it when it touches one of these. */
  readonly lines: readonly (readonly [start: number, end: number])[];
  readonly message: string;
}

/**
 * What every rule finds in a file, in the order of the text.
 *
 * @param ranges look only at code that meets these lines; without them, at all of it
 */
export function observe(file: CodeFile, { rules }: RuleSet, ranges?: readonly LineRange[]): Observation[] {
  const family = file.parsed.language === 'python' ? 'python' : 'ecmascript';
  const byType = new Map<string, { rule: Rule; check: Check }[]>();
  for (const rule of rules) {
    const check = rule[family];
    if (!check || !applies(rule, file.isTest)) continue;
    for (const type of check.visits) byType.set(type, [...(byType.get(type) ?? []), { rule, check }]);
  }
  if (byType.size === 0) return [];
  const found: Observation[] = [];
  for (const node of nodesIn(file.parsed.root, [...byType.keys()], ranges)) {
    for (const { rule, check } of byType.get(node.type) ?? []) {
      const problem = check.find(node, file);
      // Around a syntax error the tree is a guess.
      if (problem && !problem.node.hasError) found.push(observation(rule, problem));
    }
  }
  return found;
}

function nodesIn(root: Node, types: string[], ranges: readonly LineRange[] | undefined): Node[] {
  if (!ranges) return root.descendantsOfType(types).filter((node) => node !== null);
  const seen = new Map<number, Node>();
  for (const { start, end } of ranges) {
    const [from, to] = [
      { row: start - 1, column: 0 },
      { row: end, column: 0 },
    ];
    for (const node of root.descendantsOfType(types, from, to)) if (node) seen.set(node.id, node);
  }
  return [...seen.values()];
}

/** What the rules for single lines find, for example in the added lines of a file of any language. */
export function observeLines(lines: readonly TextLine[], isTest: boolean, { lineRules }: RuleSet): Observation[] {
  return lines.flatMap(({ line, text }) =>
    lineRules.flatMap((rule) => {
      const problem = applies(rule, isTest) ? rule.find(text) : undefined;
      if (!problem) return [];
      const code = text.trim();
      const key = `${rule.id} ${code}`;
      return [
        {
          rule,
          code,
          key,
          shape: key,
          startLine: line,
          endLine: line,
          lines: [[line, line] as const],
          message: problem.message,
        },
      ];
    }),
  );
}

function applies(rule: Rule | LineRule, isTest: boolean): boolean {
  return rule.appliesTo === 'all' || (rule.appliesTo === 'tests') === isTest;
}

function observation(rule: Rule, { node, because, message }: Problem): Observation {
  const code = normalise(node);
  const [startLine, endLine] = linesOf(node);
  const lines = because ? ([[startLine, endLine], linesOf(because)] as const) : ([[startLine, endLine]] as const);
  const shape = `${rule.id} ${shapeOf(node)}`;
  return { rule, code, key: `${rule.id} ${code}`, shape, startLine, endLine, lines, message };
}

function linesOf(node: Node): readonly [number, number] {
  const end = node.endPosition;
  // A node that ends at the start of a line does not stand on it.
  const endRow = end.column === 0 && end.row > node.startPosition.row ? end.row - 1 : end.row;
  return [node.startPosition.row + 1, endRow + 1];
}
