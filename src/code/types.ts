import type { Node, QueryMatch } from 'web-tree-sitter';

export type { Node, QueryCapture, QueryMatch } from 'web-tree-sitter';

export type LanguageId = 'javascript' | 'typescript' | 'tsx' | 'python';

/**
 * A file and its syntax tree. Lines count from 1, columns from 1 in UTF-16 code units, indices from 0 in UTF-16 code
 * units of `text` (so `text.slice(startIndex, endIndex)` is a node's text, whatever emoji come before it).
 *
 * The tree lives in WASM memory, which no garbage collector sees: whoever parsed a file calls `dispose()`. After that
 * `text`, and whichever of `symbols`, `imports`, `exports` and `calls` was read before, are still good; nodes are not.
 */
export interface ParsedFile {
  readonly path: string;
  readonly language: LanguageId;
  readonly text: string;
  readonly root: Node;
  readonly hasError: boolean;
  /** Where the first syntax error or missing token is. */
  readonly firstError: Position | undefined;
  /** In the order of the text, outer before inner. */
  readonly symbols: readonly CodeSymbol[];
  readonly imports: readonly Import[];
  readonly exports: readonly Export[];
  readonly calls: readonly Call[];
  /**
   * Matches of a tree-sitter query in the file, or under one node. The query is compiled once per language.
   *
   * @throws when the query is malformed or names a node type that the language lacks: a bug of the caller
   */
  query(source: string, within?: Node): QueryMatch[];
  dispose(): void;
}

export interface Position {
  readonly line: number;
  readonly column: number;
}

export type SymbolKind =
  | 'function'
  | 'method'
  | 'constructor'
  | 'getter'
  | 'setter'
  | 'class'
  | 'interface'
  | 'type'
  | 'enum'
  | 'namespace'
  | 'constant'
  | 'variable';

export interface CodeSymbol {
  /** `default` for an anonymous default export. */
  readonly name: string;
  /** Names of the enclosing symbols and its own, joined by dots: `Class.method`, `outer.inner`. */
  readonly qualifiedName: string;
  readonly kind: SymbolKind;
  readonly parent: CodeSymbol | undefined;
  /** First line, decorators and `export` included; the docstring or comment above is not. */
  readonly startLine: number;
  /** Line of the name (of `function`, `=>` or `class` when there is none). */
  readonly nameLine: number;
  readonly endLine: number;
  readonly startIndex: number;
  readonly endIndex: number;
  /** Braces included; undefined without a body (overloads, `declare`, abstract methods, constants). */
  readonly body: Span | undefined;
  readonly parameters: readonly Parameter[];
  /** As written, without the leading `:` or `->`. */
  readonly returnType: string | undefined;
  /** The annotation of a constant, or the right side of a type alias. */
  readonly type: string | undefined;
  /** Members of interfaces, of object types, and of enums. */
  readonly members: readonly Member[];
  readonly async: boolean;
  readonly generator: boolean;
  readonly static: boolean;
  readonly abstract: boolean;
  /** Reachable by name from other modules; members of a class follow their class. */
  readonly exported: boolean;
  readonly visibility: 'public' | 'protected' | 'private';
  /** As written, `@` included. */
  readonly decorators: readonly string[];
  /** Text of the docstring or of the JSDoc/TSDoc comment, without its delimiters and margins. */
  readonly doc: string | undefined;
  /**
   * McCabe's cyclomatic number: 1 + decisions. Decisions are `if`, loops, `case` (not `default` or `case _`), `catch`
   * or `except`, conditional expressions, `&&` `||` `??` (and their assignments), `and` `or`, and the clauses of
   * comprehensions. Anonymous functions count towards the symbol they stand in, named inner ones only for themselves.
   */
  readonly complexity: number;
  /** Deepest nesting of control structures; an `else if` is as deep as its `if`. */
  readonly nesting: number;
  /** endLine - startLine + 1. */
  readonly lines: number;
  readonly node: Node;
}

export interface Span {
  readonly startLine: number;
  readonly endLine: number;
  readonly startIndex: number;
  readonly endIndex: number;
}

export interface Parameter {
  /** The pattern as written when it is destructured. */
  readonly name: string;
  /** May be left out by callers: `?`, a default, or a rest parameter. */
  readonly optional: boolean;
  readonly default: string | undefined;
  readonly type: string | undefined;
  readonly rest: 'positional' | 'keyword' | undefined;
  /** How callers may pass it. JavaScript and TypeScript: always `positional`. */
  readonly passing: 'positional' | 'keyword' | 'either';
}

export interface Member {
  readonly name: string;
  readonly optional: boolean;
  /** The declaration without its name, white space folded. */
  readonly type: string;
}

export interface ImportedName {
  /** `default`, `*` for the whole module, else the exported name. */
  readonly name: string;
  readonly local: string;
}

export interface Import {
  /** As written; for Python without the leading dots. */
  readonly source: string;
  readonly kind: 'import' | 'from' | 'export-from' | 'dynamic' | 'require';
  /** Leading dots of a Python import; 0 otherwise. */
  readonly level: number;
  readonly names: readonly ImportedName[];
  /** `import type`, or under `if TYPE_CHECKING:`. */
  readonly typeOnly: boolean;
  readonly line: number;
  readonly endLine: number;
}

export interface Export {
  /** `default`, `*` for everything from `source`, else the exported name. CommonJS `module.exports = x` is `default`. */
  readonly name: string;
  readonly form: 'named' | 'default' | 're-export' | 'commonjs' | 'module-level';
  /** Name inside this module, when it has one. */
  readonly local: string | undefined;
  readonly symbol: CodeSymbol | undefined;
  /** Module it comes from, for re-exports. */
  readonly source: string | undefined;
  readonly typeOnly: boolean;
  readonly line: number;
}

export interface Call {
  /** The called expression as written, white space folded. */
  readonly callee: string;
  /** Last name of the callee: `c` of `a.b.c()`; empty for a called expression without a name. */
  readonly name: string;
  readonly receiver: string | undefined;
  readonly line: number;
  readonly endLine: number;
  readonly column: number;
  /** Spread arguments count as one each. */
  readonly argumentCount: number;
  readonly spread: boolean;
  /** `new` expression. */
  readonly construct: boolean;
  readonly enclosing: CodeSymbol | undefined;
  /** Runs again and again in one run of its function: a loop or a comprehension. A loop's own iterable runs once. */
  readonly inLoop: boolean;
  /** Stands in a function handed straight to an iterating method (`map`, `forEach`, ...). */
  readonly inIteration: boolean;
  readonly awaited: boolean;
  readonly node: Node;
}
