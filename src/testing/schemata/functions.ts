import { type Node, type ParsedFile, walk } from '../../code/index.ts';
import type { Wrap } from './splice.ts';

/** A function whose calls can be switched. */
export interface SwitchableFunction {
  /** Of the body: between the braces and behind the directives, or the whole expression of an arrow. */
  readonly start: number;
  readonly end: number;
  readonly expression: boolean;
  /** From its first word to its closing brace. */
  readonly whole: { readonly start: number; readonly end: number };
  readonly method: boolean;
}

export interface FunctionsAndLoops {
  /** Outer before inner. */
  readonly functions: readonly SwitchableFunction[];
  readonly loops: readonly Wrap[];
}

const functionTypes = new Set([
  'function_declaration',
  'generator_function_declaration',
  'function_expression',
  'function',
  'generator_function',
  'arrow_function',
  'method_definition',
]);
const loopTypes = new Set(['for_statement', 'for_in_statement', 'while_statement', 'do_statement']);

/** Counts a turn; throws when the driver's budget is used up. Nothing where there is no driver. */
const tick = 'globalThis.__hone?.tick();';

export function readFunctions(file: ParsedFile): FunctionsAndLoops {
  const functions: SwitchableFunction[] = [];
  const loops: Wrap[] = [];
  walk(file.root, (node) => {
    if (functionTypes.has(node.type)) {
      const found = switchable(node, file);
      if (found !== undefined) functions.push(found);
    } else if (loopTypes.has(node.type)) {
      const body = node.childForFieldName('body');
      if (body !== null) loops.push(guard(body));
    }
    return undefined;
  });
  return { functions, loops };
}

function guard(body: Node): Wrap {
  const start = body.startIndex;
  if (body.type === 'statement_block') return { start: start + 1, end: body.endIndex - 1, open: tick, close: '' };
  return { start, end: body.endIndex, open: `{${tick}`, close: '}' };
}

function switchable(node: Node, file: ParsedFile): SwitchableFunction | undefined {
  const body = node.childForFieldName('body');
  if (body === null) return undefined;
  const whole = { start: node.startIndex, end: node.endIndex };
  const method = node.type === 'method_definition';
  if (body.type !== 'statement_block')
    return { start: body.startIndex, end: body.endIndex, expression: true, whole, method };
  // TypeScript may put assignments right behind `super()`, which has to stay where it is for that.
  if (file.language !== 'javascript' && isDerivedConstructor(node, body)) return undefined;
  let start = body.startIndex + 1;
  for (const child of body.namedChildren) {
    if (child === null || child.type === 'comment') continue;
    if (child.type !== 'expression_statement' || child.firstNamedChild?.type !== 'string') break;
    if (child.namedChildCount !== 1) break;
    start = child.endIndex;
  }
  return { start, end: body.endIndex - 1, expression: false, whole, method };
}

function isDerivedConstructor(node: Node, body: Node): boolean {
  return node.childForFieldName('name')?.text === 'constructor' && /\bsuper\s*\(/.test(body.text);
}
