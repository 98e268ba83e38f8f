import { type LanguageId, type Node, parse, walk } from '../../code/index.ts';
import { type Binding, bindingsOf, visibleAt } from './bindings.ts';
import type { Dialect, Style } from './dialect.ts';
import { ecmascript } from './ecmascript.ts';
import { type Hints, hintsOf } from './hints.ts';
import { Inference } from './infer.ts';
import { python } from './python.ts';
import { copyTree, type Syntax } from './tree.ts';

export interface SourceFile {
  readonly path: string;
  readonly language: LanguageId;
  readonly text: string;
}

export interface NamedFunction {
  readonly name: string;
  readonly qualifiedName: string;
  readonly start: number;
  readonly end: number;
  readonly parameterCount: number;
}

/** All that templates know of a file. */
export interface Model extends SourceFile {
  readonly dialect: Dialect;
  readonly root: Syntax;
  readonly bindings: readonly Binding[];
  readonly inference: Inference;
  readonly functions: readonly NamedFunction[];
  readonly style: Omit<Style, 'indent'>;
  readonly hints: Hints;
}

const types = new Set(['type_alias_declaration', 'interface_declaration']);

/** There is TypeScript that the grammar does not know; within the declaration of a type it hides no code. */
function isOnlyInTypes(root: Node): boolean {
  let only = true;
  walk(root, (node) => {
    if (!node.hasError || types.has(node.type)) return false;
    only &&= !node.isError && !node.isMissing;
    return only;
  });
  return only;
}

const none: ReadonlySet<string> = new Set();

/** Reads a file for repair; undefined when its syntax is broken, since nothing can be said of an edit of it. */
export async function readModel(file: SourceFile, testedWords = none): Promise<Model | undefined> {
  const parsed = await parse(file.language, file.text, file.path);
  try {
    if (parsed.hasError && !isOnlyInTypes(parsed.root)) return undefined;
    const root = copyTree(parsed);
    const bindings = bindingsOf(root);
    const functions = parsed.symbols
      .filter(
        ({ kind, body }) => body !== undefined && kind !== 'class' && kind !== 'namespace' && kind !== 'interface',
      )
      .map(({ name, qualifiedName, startIndex, endIndex, parameters }) => ({
        name,
        qualifiedName,
        start: startIndex,
        end: endIndex,
        parameterCount: parameters.length,
      }));
    return {
      ...file,
      dialect: file.language === 'python' ? python : ecmascript,
      root,
      bindings,
      inference: new Inference(root, bindings),
      functions,
      style: styleOf(file),
      hints: hintsOf(root, testedWords),
    };
  } finally {
    parsed.dispose();
  }
}

function styleOf({ text, language }: SourceFile): Omit<Style, 'indent'> {
  const unit = /^(\t| {2,8})\S/m.exec(text)?.[1] ?? (language === 'python' ? '    ' : '  ');
  const single = text.split("'").length;
  const double = text.split('"').length;
  const lines = text.split('\n').filter((line) => /[\w)\]'"`;]\s*$/.test(line));
  return {
    unit,
    semicolons: lines.filter((line) => line.trimEnd().endsWith(';')).length * 2 >= lines.length,
    newline: text.includes('\r\n') ? '\r\n' : '\n',
    quote: single >= double ? "'" : '"',
  };
}

/** Innermost named function around a place. */
export function functionAt(model: Model, index: number): NamedFunction | undefined {
  return model.functions.findLast(({ start, end }) => start <= index && index < end);
}

const scopes = new WeakMap<Syntax, Binding[]>();

/** Bindings visible at a node, remembered, since every template asks. */
export function scopeAt(model: Model, node: Syntax): readonly Binding[] {
  const known = scopes.get(node);
  if (known !== undefined) return known;
  const scope = visibleAt(model.bindings, node);
  scopes.set(node, scope);
  return scope;
}

/** Variables that hold values: no functions, classes or imports. */
export function variablesAt(model: Model, node: Syntax): Binding[] {
  return scopeAt(model, node).filter(
    ({ origin, name, value }) =>
      (origin === 'parameter' || origin === 'local' || origin === 'loop') &&
      name !== 'self' &&
      name !== 'cls' &&
      name !== '_' &&
      value?.kind !== 'lambda',
  );
}
