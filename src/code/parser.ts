import type { Language, Node, Parser, Query, QueryMatch, Tree } from 'web-tree-sitter';
import { assetPath, requireAsset } from '../base/assets.ts';
import type { LanguageFamily } from './family.ts';
import { languages } from './languages.ts';
import { type OutlineSymbol, outline } from './outline.ts';
import { positionOf } from './text.ts';
import type { Call, CodeSymbol, Export, Import, LanguageId, ParsedFile, Position } from './types.ts';

export interface ParseLimits {
  /** Longest text, UTF-16 code units. */
  readonly maxLength: number;
  readonly timeoutMs: number;
}

export const parseLimits: ParseLimits = { maxLength: 4 * 1024 * 1024, timeoutMs: 5000 };

/** The text is longer than the limit, or took longer than the limit: it was not read, which is not "nothing found". */
export class ParseLimitError extends Error {
  override readonly name = 'ParseLimitError';
}

type Library = typeof import('web-tree-sitter');

let library: Promise<Library> | undefined;
const grammars = new Map<LanguageId, Promise<Language>>();

async function openLibrary(): Promise<Library> {
  // The bundler breaks its module form (`createRequire`), so the CommonJS file is copied beside the bundle.
  const loaded = requireAsset('tree-sitter.cjs', 'web-tree-sitter') as Library;
  await loaded.Parser.init({
    locateFile: () => assetPath('tree-sitter.wasm', 'web-tree-sitter/web-tree-sitter.wasm'),
  });
  return loaded;
}

function openGrammar(id: LanguageId): Promise<Language> {
  library ??= openLibrary();
  let grammar = grammars.get(id);
  if (grammar === undefined) {
    const file = languages[id].grammar;
    grammar = library.then((loaded) => loaded.Language.load(assetPath(file, `@vscode/tree-sitter-wasm/wasm/${file}`)));
    grammars.set(id, grammar);
  }
  return grammar;
}

/**
 * Parses one text. Broken syntax is no error: the tree has error nodes, `hasError` and `firstError` say so.
 * The grammar is loaded when the first text of its language comes. Call `dispose()` on the result.
 *
 * @throws ParseLimitError when the text is over `limits`
 */
export async function parse(
  language: LanguageId,
  text: string,
  path = '',
  limits: ParseLimits = parseLimits,
): Promise<ParsedFile> {
  if (text.length > limits.maxLength) {
    throw new ParseLimitError(
      `${path || 'the text'} has ${text.length} characters, over the limit of ${limits.maxLength}`,
    );
  }
  const grammar = await openGrammar(language);
  library ??= openLibrary();
  const loaded = await library;
  const tree = parseTree(new loaded.Parser(), grammar, languages[language].family.readable(text), path, limits);
  return new TreeFile(path, language, text, tree, grammar, loaded);
}

function parseTree(parser: Parser, grammar: Language, text: string, path: string, { timeoutMs }: ParseLimits): Tree {
  const deadline = performance.now() + timeoutMs;
  try {
    parser.setLanguage(grammar);
    // Typed as void, but a true answer is what stops the parser.
    const progressCallback = (): boolean => performance.now() > deadline;
    const tree = parser.parse(text, null, { progressCallback });
    if (tree === null) throw new ParseLimitError(`parsing ${path || 'the text'} took longer than ${timeoutMs} ms`);
    return tree;
  } finally {
    parser.delete();
  }
}

const queries = new WeakMap<Language, Map<string, Query>>();

interface Reading {
  readonly symbols: readonly OutlineSymbol[];
  readonly calls: readonly Call[];
  readonly exports: readonly Export[];
}

class TreeFile implements ParsedFile {
  readonly path: string;
  readonly language: LanguageId;
  readonly text: string;
  readonly #grammar: Language;
  readonly #library: Library;
  #tree: Tree | undefined;
  #reading: Reading | undefined;
  #imports: readonly Import[] | undefined;

  constructor(path: string, language: LanguageId, text: string, tree: Tree, grammar: Language, loaded: Library) {
    this.path = path;
    this.language = language;
    this.text = text;
    this.#grammar = grammar;
    this.#tree = tree;
    this.#library = loaded;
  }

  get root(): Node {
    if (this.#tree === undefined) throw new Error(`${this.path || 'the parsed text'} was read after dispose()`);
    return this.#tree.rootNode;
  }

  get hasError(): boolean {
    return this.root.hasError;
  }

  get firstError(): Position | undefined {
    let node = this.root;
    if (!node.hasError) return undefined;
    for (;;) {
      if (node.isError || node.isMissing) return positionOf(node);
      const next = node.children.find((child) => child.hasError || child.isError || child.isMissing);
      if (next === undefined) return positionOf(node);
      node = next;
    }
  }

  get #family(): LanguageFamily {
    return languages[this.language].family;
  }

  get symbols(): readonly CodeSymbol[] {
    return this.#read().symbols;
  }

  get calls(): readonly Call[] {
    return this.#read().calls;
  }

  get exports(): readonly Export[] {
    return this.#read().exports;
  }

  get imports(): readonly Import[] {
    this.#imports ??= this.#family.imports(this.root);
    return this.#imports;
  }

  #read(): Reading {
    if (this.#reading === undefined) {
      const { root } = this;
      const { symbols, calls } = outline(root, this.text, this.#grammar, this.#family);
      const exports = this.#family.exports({ path: this.path, root, symbols });
      markExported(symbols, exports);
      this.#reading = { symbols, calls, exports };
    }
    return this.#reading;
  }

  query(source: string, within: Node = this.root): QueryMatch[] {
    const known = queries.get(this.#grammar) ?? new Map<string, Query>();
    queries.set(this.#grammar, known);
    const compiled = known.get(source) ?? new this.#library.Query(this.#grammar, source);
    known.set(source, compiled);
    return compiled.matches(within);
  }

  dispose(): void {
    this.#tree?.delete();
    this.#tree = undefined;
  }
}

/** Exported symbols, and in the order of the text what can be reached through them. */
function markExported(symbols: readonly OutlineSymbol[], exports: readonly Export[]): void {
  const names = new Set(exports.flatMap((one) => (one.local === undefined ? [] : [one.local])));
  const reached = new Set<string>();
  for (const symbol of symbols) {
    const owner = symbol.qualifiedName.slice(0, -symbol.name.length - 1);
    const holder = symbol.parent?.kind;
    const inside = holder === undefined || holder === 'class' || holder === 'namespace';
    const direct = owner === '' && symbol.parent === undefined && names.has(symbol.name);
    symbol.exported = direct || (owner !== '' && inside && symbol.visibility === 'public' && reached.has(owner));
    if (symbol.exported) reached.add(symbol.qualifiedName);
  }
}
