import { enclosing } from '../../code/nodes.ts';
import type { Node } from '../../code/types.ts';

export const functionTypes: ReadonlySet<string> = new Set([
  'function_declaration',
  'function_expression',
  'generator_function',
  'generator_function_declaration',
  'arrow_function',
  'method_definition',
  'function_definition',
  'lambda',
]);

export function field(node: Node, name: string): Node | undefined {
  return node.childForFieldName(name) ?? undefined;
}

/** Named children without comments. */
export function parts(node: Node | undefined): Node[] {
  return (node?.namedChildren ?? []).filter((child): child is Node => child !== null && child.type !== 'comment');
}

export function unwrap(node: Node | undefined): Node | undefined {
  let inner = node;
  while (inner?.type === 'parenthesized_expression') inner = parts(inner)[0];
  return inner;
}

export function enclosingFunction(node: Node): Node | undefined {
  return enclosing(node, functionTypes);
}

/** Nodes of the given types under `node`, not looking into functions inside it. */
export function within(node: Node, types: readonly string[]): Node[] {
  return node.descendantsOfType([...types]).filter((found): found is Node => {
    if (!found || found.id === node.id) return false;
    for (let up = found.parent; up && up.id !== node.id; up = up.parent) if (functionTypes.has(up.type)) return false;
    return true;
  });
}

/** Last name of a called expression: `c` of `a.b.c(...)`; undefined for anything that is not a name. */
export function calledName(call: Node): string | undefined {
  return lastName(callee(call));
}

export function callee(call: Node): Node | undefined {
  return field(call, 'function') ?? field(call, 'constructor');
}

export function lastName(node: Node | undefined): string | undefined {
  if (!node) return undefined;
  if (node.type === 'identifier') return node.text;
  return (field(node, 'property') ?? field(node, 'attribute'))?.text;
}

/** What a method is called on. */
export function receiver(call: Node): Node | undefined {
  const called = callee(call);
  return called && field(called, 'object');
}

/** Arguments in order; Python's keyword arguments are left to {@link keyword}. */
export function args(call: Node): Node[] {
  return parts(field(call, 'arguments')).filter((arg) => arg.type !== 'keyword_argument');
}

export function keyword(call: Node, name: string): Node | undefined {
  const found = parts(field(call, 'arguments')).find(
    (arg) => arg.type === 'keyword_argument' && field(arg, 'name')?.text === name,
  );
  return found && field(found, 'value');
}

/** The value of a plain string literal, escapes as written; undefined for anything else. */
export function stringValue(node: Node | undefined): string | undefined {
  if (node?.type === 'template_string') return parts(node).some(isSubstitution) ? undefined : node.text.slice(1, -1);
  if (node?.type !== 'string' || parts(node).some(isSubstitution)) return undefined;
  return parts(node)
    .filter(
      (part) => part.type === 'string_fragment' || part.type === 'string_content' || part.type === 'escape_sequence',
    )
    .map((part) => part.text)
    .join('');
}

function isSubstitution(node: Node): boolean {
  return node.type === 'template_substitution' || node.type === 'interpolation';
}

/** The operator of a unary, binary or comparison expression, as written. */
export function operator(node: Node): string | undefined {
  const op = field(node, 'operator') ?? field(node, 'operators');
  return op?.text.replace(/\s+/g, ' ');
}

/** A name or a chain of member accesses without calls: reading it twice gives the same. */
export function isPlainReference(node: Node | undefined): boolean {
  if (!node) return false;
  if (node.type === 'identifier' || node.type === 'this') return true;
  return (node.type === 'member_expression' || node.type === 'attribute') && isPlainReference(field(node, 'object'));
}

/** First name of a member chain: `a` of `a.b[c].d()`. */
export function rootName(node: Node | undefined): string | undefined {
  let at = node;
  while (at) {
    if (at.type === 'identifier' || at.type === 'this') return at.text;
    at = field(at, 'object') ?? field(at, 'value') ?? field(at, 'function') ?? field(at, 'argument');
  }
  return undefined;
}
