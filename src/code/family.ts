import type { Node } from 'web-tree-sitter';
import type { CodeSymbol, Export, Import, Member, Parameter, SymbolKind } from './types.ts';

/** What a node type means to the outline (see outline.ts); bits. */
export const role = {
  symbol: 1,
  call: 2,
  decision: 4,
  nesting: 8,
  loop: 16,
  /** Any function: loops around it do not repeat its body at the place where it stands. */
  function: 32,
  /** Starts before the symbol it holds: `export`, decorators, declaration keywords. */
  wrapper: 64,
  comment: 128,
  decorator: 256,
  /** `for ... in ...` of a comprehension. */
  clause: 512,
  yield: 1024,
} as const;

/** What a family says of a node that declares something; the outline adds names, ranges, docs and complexity. */
export interface Declaration {
  readonly name: string;
  readonly kind: SymbolKind;
  /** Where the name stands. */
  readonly nameNode: Node;
  /** Prefix of its own, when it is not the enclosing symbol: `Foo` of `Foo.prototype.bar = function () {}`. */
  readonly owner?: string;
  readonly body?: Node | undefined;
  /** Where it ends, when the grammar counts trailing comments in. */
  readonly lastNode?: Node | undefined;
  readonly parameters?: readonly Parameter[];
  readonly returnType?: string | undefined;
  readonly type?: string | undefined;
  readonly members?: readonly Member[];
  readonly async?: boolean;
  readonly generator?: boolean;
  readonly static?: boolean;
  readonly abstract?: boolean;
  readonly visibility?: CodeSymbol['visibility'];
  /** Docstring inside the body; otherwise the comment above is taken. */
  readonly doc?: string | undefined;
}

export interface DeclarationContext {
  /** No function and no class around it. */
  readonly moduleLevel: boolean;
  readonly enclosing: CodeSymbol | undefined;
  /** Type of the node `up` levels above. */
  ancestor(up: number): string | undefined;
}

export interface Callee {
  readonly name: string;
  readonly text: string;
  readonly receiver: string | undefined;
  readonly argumentCount: number;
  readonly spread: boolean;
  readonly construct: boolean;
}

export interface SymbolScope {
  readonly path: string;
  readonly root: Node;
  readonly symbols: readonly CodeSymbol[];
}

/** How the languages of one syntax family are read. */
export interface LanguageFamily {
  /** Roles by node type; anonymous tokens are quoted: `'"&&"'`. */
  readonly roles: Readonly<Record<string, number>>;
  /** Fields of a loop that run once, not every round. */
  readonly onceFields: ReadonlySet<string>;
  /** Parent under which an `if` continues a chain and is no deeper. */
  readonly elseType: string | undefined;
  /** Type of the node around a call that waits for it. */
  readonly awaitType: string;
  /** Type of the node between a call and a function that it is handed. */
  readonly argumentsType: string;
  /** Methods that run the function they are given for every item. */
  readonly iterators: ReadonlySet<string>;
  /** What a node declares: several names when it takes a value apart. */
  declarations(node: Node, context: DeclarationContext): readonly Declaration[];
  callee(node: Node): Callee | undefined;
  /** A decision node that is none after all (`default:`, `case _:`). */
  isDecision(node: Node): boolean;
  docOfComment(text: string): string | undefined;
  /** The same text, character for character in place, with what the grammar cannot read yet written otherwise. */
  readable(text: string): string;
  imports(root: Node): Import[];
  exports(scope: SymbolScope): Export[];
}
