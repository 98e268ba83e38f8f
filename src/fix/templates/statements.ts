import type { Style } from './dialect.ts';
import { functionKinds, loopKinds, statementKinds } from './kinds.ts';
import type { Model } from './model.ts';
import type { Change } from './template.ts';
import type { Syntax } from './tree.ts';

/** A statement that stands in a block among others (not the single statement of a braceless `if`). */
export function isListed(node: Syntax): boolean {
  const { parent } = node;
  return (
    statementKinds.has(node.kind) &&
    parent !== undefined &&
    (parent.kind === 'block' || parent.kind === 'program' || parent.kind === 'case')
  );
}

/** The single statement, without braces, of a loop or branch. */
export function isBare(node: Syntax): boolean {
  const owner = node.parent?.kind;
  const holds = owner === 'if' || owner === 'else' || (owner !== undefined && loopKinds.has(owner));
  return statementKinds.has(node.kind) && node.field !== 'initializer' && holds;
}

/** The string that stands first in a Python block is its documentation. */
export function isDocstring(node: Syntax): boolean {
  return node.type === 'expression_statement' && node.parts.length === 1 && node.parts[0]?.kind === 'string';
}

export function siblingsOf(node: Syntax): Syntax[] {
  return (node.parent?.parts ?? []).filter((part) => statementKinds.has(part.kind) && !isDocstring(part));
}

export function statementAround(node: Syntax): Syntax | undefined {
  for (let one: Syntax | undefined = node; one !== undefined; one = one.parent) {
    if (isListed(one)) return one;
  }
  return undefined;
}

/** White space before the first token of the node's line. */
export function indentOf(node: Syntax): string {
  const lineStart = node.source.lastIndexOf('\n', node.start - 1) + 1;
  return /^[ \t]*/.exec(node.source.slice(lineStart, node.start))?.[0] ?? '';
}

/** The node is the first thing on its line. */
export function startsLine(node: Syntax): boolean {
  const lineStart = node.source.lastIndexOf('\n', node.start - 1) + 1;
  return node.source.slice(lineStart, node.start).trim() === '';
}

export function styleAt(model: Model, node: Syntax): Style {
  return { ...model.style, indent: indentOf(node) };
}

export function before(node: Syntax, text: string, style: Style): Change {
  const separator = startsLine(node) ? `${style.newline}${style.indent}` : node.type.includes('statement') ? '; ' : ' ';
  return { start: node.start, end: node.start, text: text + separator };
}

export function after(node: Syntax, text: string, style: Style): Change {
  return { start: node.end, end: node.end, text: `${style.newline}${style.indent}${text}` };
}

/** Takes a statement away with its line, when it has the line to itself. Python keeps a block alive with `pass`. */
export function removal(node: Syntax, model: Model): Change {
  if (model.dialect.family === 'python' && node.parent?.kind === 'block' && node.parent.parts.length === 1) {
    return { start: node.start, end: node.end, text: 'pass' };
  }
  const { source } = node;
  const lineStart = source.lastIndexOf('\n', node.start - 1) + 1;
  const lineEnd = source.indexOf('\n', node.end);
  const alone = startsLine(node) && source.slice(node.end, lineEnd < 0 ? undefined : lineEnd).trim() === '';
  if (alone) return { start: lineStart, end: lineEnd < 0 ? source.length : lineEnd + 1, text: '' };
  return { start: node.start, end: node.end, text: model.dialect.family === 'python' ? 'pass' : '' };
}

/** The text of a statement, moved from its own indentation to another. */
export function reindented(text: string, from: string, to: string): string {
  if (from === to) return text;
  return text
    .split('\n')
    .map((line, i) => (i > 0 && line.startsWith(from) ? to + line.slice(from.length) : line))
    .join('\n');
}

/** Innermost loop around the node, within its function. */
export function loopAround(node: Syntax): Syntax | undefined {
  for (const outer of node.ancestors()) {
    if (functionKinds.has(outer.kind)) return undefined;
    if (loopKinds.has(outer.kind)) return outer;
  }
  return undefined;
}

/** Innermost function around the node. */
export function functionOf(node: Syntax): Syntax | undefined {
  for (const outer of node.ancestors()) if (functionKinds.has(outer.kind)) return outer;
  return undefined;
}

/** Innermost class around the node. */
export function classOf(node: Syntax): Syntax | undefined {
  for (const outer of node.ancestors()) if (outer.kind === 'class') return outer;
  return undefined;
}

/** Control never goes on behind this statement. */
export function leaves(node: Syntax | undefined): boolean {
  return node !== undefined && ['return', 'break', 'continue', 'throw'].includes(node.kind);
}

/** The block that a compound statement, branch or function runs. */
export function bodyOf(node: Syntax): Syntax | undefined {
  return node.get('consequence', 'body');
}
