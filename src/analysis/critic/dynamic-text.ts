import type { Node } from '../../code/types.ts';
import {
  args,
  calledName,
  callee,
  enclosingFunction,
  field,
  operator,
  parts,
  rootName,
  stringValue,
  unwrap,
  within,
} from './nodes.ts';

/** A string put together at run time: literal text with expressions between. */
export interface DynamicText {
  /** Literal pieces and expressions in order. */
  readonly pieces: readonly (string | Node)[];
}

/**
 * Reads template literals, f-strings, concatenations, `%` and `.format()`; a local name that is assigned once in its
 * function is followed to its value. Undefined for literals and for what cannot be told.
 */
export function dynamicText(node: Node | undefined): DynamicText | undefined {
  const pieces = piecesOf(node, 0);
  if (!pieces?.some((piece) => typeof piece === 'string' && /\S/.test(piece))) return undefined;
  return pieces.some((piece) => typeof piece !== 'string') ? { pieces } : undefined;
}

function piecesOf(wrapped: Node | undefined, depth: number): (string | Node)[] | undefined {
  const node = unwrap(wrapped);
  if (!node || depth > 40) return undefined;
  const literal = stringValue(node);
  if (literal !== undefined) return [literal];
  switch (node.type) {
    case 'template_string':
    case 'string':
      return interpolated(node);
    case 'concatenated_string':
      return parts(node).flatMap((part) => piecesOf(part, depth + 1) ?? [part]);
    case 'binary_expression':
    case 'binary_operator':
      return combined(node, depth);
    case 'call':
      return formatted(node, depth);
    case 'identifier': {
      const value = localValue(node);
      return value && piecesOf(value, depth + 20);
    }
    default:
      return undefined;
  }
}

function interpolated(node: Node): (string | Node)[] {
  const inner = parts(node).filter((part) => part.type !== 'string_start' && part.type !== 'string_end');
  return inner.map((part) => {
    if (part.type !== 'template_substitution' && part.type !== 'interpolation') return part.text;
    return field(part, 'expression') ?? parts(part)[0] ?? part.text;
  });
}

function combined(node: Node, depth: number): (string | Node)[] | undefined {
  const left = field(node, 'left');
  const right = field(node, 'right');
  if (!left || !right) return undefined;
  if (operator(node) === '%') {
    const template = piecesOf(left, depth + 1);
    return template && [...template, ...(right.type === 'tuple' ? parts(right) : [right])];
  }
  if (operator(node) !== '+') return undefined;
  const before = piecesOf(left, depth + 1);
  const after = piecesOf(right, depth + 1);
  if (!before && !after) return undefined;
  return [...(before ?? [left]), ...(after ?? [right])];
}

function formatted(node: Node, depth: number): (string | Node)[] | undefined {
  const template = callee(node);
  if (calledName(node) !== 'format' || !template) return undefined;
  const text = piecesOf(field(template, 'object'), depth + 1);
  const values = parts(field(node, 'arguments')).map((arg) => field(arg, 'value') ?? arg);
  return text && values.length > 0 ? [...text, ...values] : undefined;
}

/** The value of a name that its function (or its module, outside functions) assigns exactly once. */
export function localValue(name: Node): Node | undefined {
  const scope = enclosingFunction(name) ?? name.tree.rootNode;
  const values: (Node | undefined)[] = [];
  for (const found of within(scope, [
    'variable_declarator',
    'assignment_expression',
    'augmented_assignment_expression',
    'assignment',
    'augmented_assignment',
  ])) {
    const target = field(found, 'name') ?? field(found, 'left');
    if (target?.text === name.text) values.push(field(found, 'value') ?? field(found, 'right'));
  }
  return values.length === 1 ? values[0] : undefined;
}

const outsideNames = /^(?:req|request|ctx|event|params|query|body|argv|input|sys|process)$/;

/** Whether an expression depends on a parameter of a function around it, a request, the command line or user input. */
export function comesFromOutside(node: Node): boolean {
  const inner = unwrap(node) as Node;
  if (isQuoting(inner)) return false;
  const root = rootName(inner);
  if (root === undefined) return false;
  if (root === 'process') return /^process\.argv\b/.test(inner.text);
  if (root === 'sys') return /^sys\.argv\b/.test(inner.text);
  if (outsideNames.test(root)) return true;
  for (let scope = enclosingFunction(node); scope; scope = enclosingFunction(scope)) {
    if (parameterNames(scope).has(root)) return root !== 'self' && root !== 'cls';
  }
  const value = inner.type === 'identifier' ? localValue(inner) : undefined;
  return value !== undefined && value.id !== inner.id && mentionsOutside(value);
}

function mentionsOutside(value: Node): boolean {
  return /\b(?:req|request|ctx)\.(?:body|query|params|headers|args|form|json)\b|\bsys\.argv\b|\bprocess\.argv\b|^input\(/.test(
    value.text,
  );
}

function isQuoting(node: Node): boolean {
  const name = node.type === 'call' || node.type === 'call_expression' ? calledName(node) : undefined;
  return (
    name !== undefined &&
    /quote|escape|Number|parseInt|parseFloat|^int$|^float$|^len$|^str$/i.test(name) &&
    name !== 'str'
  );
}

export function parameterNames(fn: Node): Set<string> {
  const single = field(fn, 'parameter');
  const list = single ? [single] : parts(field(fn, 'parameters'));
  const names = new Set<string>();
  for (const parameter of list) {
    if (parameter.type === 'identifier') names.add(parameter.text);
    for (const inner of parameter.descendantsOfType(['identifier', 'shorthand_property_identifier_pattern'])) {
      // Not the names inside types and default values.
      const up = inner?.parent;
      if (inner && !(up && (field(up, 'value')?.id === inner.id || field(up, 'right')?.id === inner.id)))
        names.add(inner.text);
    }
  }
  return names;
}

/** Arguments of a call, or of a `new` expression. */
export function firstArgument(call: Node): Node | undefined {
  return args(call)[0];
}
