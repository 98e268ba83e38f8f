import {
  type CodeSymbol,
  type LanguageId,
  languageOf,
  type Node,
  type ParsedFile,
  parse,
  walk,
} from '../../code/index.ts';
import { type PrivateClass, privateClasses } from './privates.ts';

/** A function of the project that is watched and called. Offsets are those of the original text. */
export interface Target {
  readonly number: number;
  readonly file: string;
  /** Qualified: `Class.method`. */
  readonly name: string;
  readonly kind: CodeSymbol['kind'];
  /** JavaScript: what `this` is: an instance that calls bring along, the class or object that holds it, or nothing. */
  readonly receiver: 'instance' | 'holder' | 'none';
  readonly startLine: number;
  readonly endLine: number;
  /** Where its text begins and ends. */
  readonly start: number;
  readonly end: number;
  readonly doc: string | undefined;
  /** As many as are declared; a rest parameter counts as one. */
  readonly parameters: number;
  /** Where the text that watches it goes: at the start of the body, around an expression, or above (Python). */
  readonly place: Place;
}

export type Place =
  | { readonly how: 'body'; readonly at: number }
  | { readonly how: 'around'; readonly start: number; readonly end: number }
  | { readonly how: 'above'; readonly at: number; readonly indent: string };

/** What a module needs besides its targets to be watched or called. */
export interface ModuleText {
  readonly file: string;
  readonly language: LanguageId;
  readonly original: string;
  /** Written with `import` or `export`. */
  readonly esm: boolean;
  /** Names at the module's top level, imported ones included. */
  readonly names: readonly string[];
  /** Python: where the first statement is that is no docstring and no `from __future__`. */
  readonly begin: number;
  readonly privates: readonly PrivateClass[];
  readonly targets: readonly Target[];
}

const callable = new Set<CodeSymbol['kind']>(['function', 'method', 'constructor', 'getter', 'setter']);
/** Where changes lie outside of functions, whatever the module offers may behave otherwise. */
const mostOfModule = 6;

/**
 * The functions around `spans`, each the outermost one that has a name; the module's own functions where a span lies
 * outside of all. Undefined for files of unknown languages or with broken syntax.
 *
 * @param first number of the first target
 */
export async function readModule(
  file: string,
  original: string,
  spans: readonly { readonly start: number; readonly end: number }[],
  first: number,
): Promise<ModuleText | undefined> {
  const language = languageOf(file);
  if (language === undefined) return undefined;
  const parsed = await parse(language, original, file);
  try {
    if (parsed.hasError) return undefined;
    const symbols = chosen(parsed, spans);
    const targets = symbols.flatMap((symbol) => {
      const place = placeOf(symbol, parsed);
      return place === undefined ? [] : [{ symbol, place }];
    });
    return {
      file,
      language,
      original,
      esm:
        parsed.imports.some(({ kind }) => kind === 'import' || kind === 'export-from') ||
        parsed.exports.some(({ form }) => form === 'named' || form === 'default' || form === 're-export'),
      names: namesOf(parsed),
      begin: beginOf(parsed),
      privates: privateClasses(parsed),
      targets: targets.map(({ symbol, place }, at) => ({
        number: first + at,
        file,
        name: symbol.qualifiedName,
        kind: symbol.kind,
        receiver: receiverOf(symbol),
        startLine: symbol.startLine,
        endLine: symbol.endLine,
        start: symbol.startIndex,
        end: symbol.endIndex,
        doc: symbol.doc,
        parameters: symbol.parameters.length,
        place,
      })),
    };
  } finally {
    parsed.dispose();
  }
}

function chosen(parsed: ParsedFile, spans: readonly { start: number; end: number }[]): CodeSymbol[] {
  const found = new Set<CodeSymbol>();
  for (const { start, end } of spans) {
    const around = parsed.symbols.filter((one) => one.startIndex <= start && end <= one.endIndex);
    const outermost = around.find((one) => callable.has(one.kind)) ?? around.find(isMadeByCall);
    if (outermost !== undefined) found.add(outermost);
    else for (const one of ownFunctions(parsed)) found.add(one);
  }
  return parsed.symbols.filter((one) => found.has(one));
}

/** `const f = memoize(...)`: what comes of the call may be a function. */
function isMadeByCall({ node, parent }: CodeSymbol): boolean {
  return parent === undefined && node.childForFieldName('value')?.type === 'call_expression';
}

function ownFunctions(parsed: ParsedFile): CodeSymbol[] {
  const own = parsed.symbols.filter(
    (one) => callable.has(one.kind) && (one.parent === undefined || one.parent.kind === 'class'),
  );
  return own.slice(0, mostOfModule);
}

function receiverOf({ kind, parent, static: ofClass, node, qualifiedName }: CodeSymbol): Target['receiver'] {
  if (kind === 'constructor') return 'none';
  if (parent?.kind === 'class') return ofClass ? 'holder' : 'instance';
  if (!qualifiedName.includes('.')) return 'none';
  return /\.prototype\.[^=]*$/.test(node.childForFieldName('left')?.text ?? '') ? 'instance' : 'holder';
}

const functionExpressions = new Set(['arrow_function', 'function_expression', 'function', 'generator_function']);

function placeOf(symbol: CodeSymbol, parsed: ParsedFile): Place | undefined {
  const { node } = symbol;
  if (parsed.language === 'python') {
    if (node.type !== 'function_definition') return undefined;
    const line = parsed.text.lastIndexOf('\n', node.startIndex - 1) + 1;
    const indent = parsed.text.slice(line, node.startIndex);
    return indent.trim() === '' ? { how: 'above', at: node.startIndex, indent } : undefined;
  }
  if (node.type === 'method_definition' || /^(?:generator_)?function_declaration$/.test(node.type)) {
    const body = node.childForFieldName('body');
    return body === null ? undefined : { how: 'body', at: afterDirectives(body) };
  }
  const value = functionExpressions.has(node.type)
    ? node
    : (node.childForFieldName('value') ?? node.childForFieldName('right'));
  return value === null ? undefined : { how: 'around', start: value.startIndex, end: value.endIndex };
}

function afterDirectives(body: Node): number {
  let at = body.startIndex + 1;
  for (const child of body.namedChildren) {
    if (child === null || child.type === 'comment') continue;
    if (child.type !== 'expression_statement' || child.firstNamedChild?.type !== 'string') break;
    at = child.endIndex;
  }
  return at;
}

const identifier = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;

/** What is imported only for its types is not there when the module runs, and asking for it would be an error. */
function namesOf(parsed: ParsedFile): string[] {
  const names = new Set<string>();
  for (const { parent, qualifiedName } of parsed.symbols) if (parent === undefined) names.add(qualifiedName);
  const used = parsed.language === 'python' ? undefined : valuesUsed(parsed);
  for (const { names: imported, typeOnly } of parsed.imports) {
    if (typeOnly) continue;
    for (const { local } of imported) if (used === undefined || used.has(local)) names.add(local);
  }
  return [...names].filter((name) => identifier.test(name) && name !== 'default');
}

function valuesUsed({ root }: ParsedFile): Set<string> {
  const used = new Set<string>();
  walk(root, ({ type, text }) => {
    if (type === 'import_statement') return false;
    if (type === 'identifier' || type === 'shorthand_property_identifier') used.add(text);
    return undefined;
  });
  return used;
}

function beginOf(parsed: ParsedFile): number {
  for (const child of parsed.root.namedChildren) {
    if (child === null || child.type === 'comment' || child.type === 'future_import_statement') continue;
    if (child.type === 'expression_statement' && child.firstNamedChild?.type === 'string') continue;
    return child.startIndex;
  }
  return parsed.text.length;
}
