import type { Language, Node, TreeCursor } from 'web-tree-sitter';
import { type Declaration, type DeclarationContext, type LanguageFamily, role } from './family.ts';
import { fold, spanOf } from './text.ts';
import type { Call, CodeSymbol } from './types.ts';

export interface Outline {
  readonly symbols: OutlineSymbol[];
  readonly calls: Call[];
}

/** A symbol whose `exported` is settled once the exports are known. */
export type OutlineSymbol = { -readonly [Key in keyof CodeSymbol]: CodeSymbol[Key] };

/** What holds inside a node; popped when the walk leaves it. */
interface Frame {
  readonly depth: number;
  readonly symbol: OutlineSymbol | undefined;
  /** Prefix for the qualified names inside. */
  readonly prefix: string;
  readonly moduleLevel: boolean;
  readonly nesting: number;
  readonly inLoop: boolean;
  readonly inIteration: boolean;
  /** Set on a loop: what holds in those of its fields that run once. */
  readonly outsideLoop: boolean | undefined;
  /** The call has an iterating method's name. */
  readonly iterator: boolean;
  /** A comprehension's first clause was met: its iterable is the one that runs once. */
  clauseSeen: boolean;
}

interface Extent {
  readonly startIndex: number;
  readonly startRow: number;
  readonly endIndex: number;
}

const betweenDecorators = /^(?:\s|\/\/.*|\/\*[\s\S]*?\*\/|#.*|\b(?:export|default|declare|abstract)\b)*$/;

const roleTables = new WeakMap<Language, Uint16Array>();

/** Roles by node type id: the walk looks at every node, names only at those that matter. */
function roleTable(language: Language, family: LanguageFamily): Uint16Array {
  const known = roleTables.get(language);
  if (known !== undefined) return known;
  const table = new Uint16Array(language.nodeTypeCount + 1);
  for (let id = 0; id < language.nodeTypeCount; id++) {
    const type = language.nodeTypeForId(id);
    if (type === null) continue;
    table[id] = family.roles[language.nodeTypeIsNamed(id) ? type : JSON.stringify(type)] ?? 0;
  }
  roleTables.set(language, table);
  return table;
}

/** Symbols and calls of a tree in one walk without recursion. */
export function outline(root: Node, text: string, language: Language, family: LanguageFamily): Outline {
  const walk = new OutlineWalk(text, language, family);
  const cursor = root.walk();
  try {
    walk.run(cursor);
  } finally {
    cursor.delete();
  }
  return { symbols: walk.symbols, calls: walk.calls };
}

class OutlineWalk implements DeclarationContext {
  readonly symbols: OutlineSymbol[] = [];
  readonly calls: Call[] = [];
  readonly #text: string;
  readonly #language: Language;
  readonly #family: LanguageFamily;
  readonly #roles: Uint16Array;
  /** Type ids from the root to the current node. */
  readonly #path: number[] = [];
  readonly #frames: Frame[] = [];
  #depth = 0;
  #top: Frame = {
    depth: -1,
    symbol: undefined,
    prefix: '',
    moduleLevel: true,
    nesting: 0,
    inLoop: false,
    inIteration: false,
    outsideLoop: undefined,
    iterator: false,
    clauseSeen: false,
  };
  /** Outermost of the wrappers that stand directly in each other. */
  #wrapper: Extent | undefined;
  #decorators: (Extent & { readonly texts: readonly string[]; readonly doc: string | undefined }) | undefined;
  /** Comments with nothing but white space between them, and the last documentation comment among them. */
  #comments: { readonly endIndex: number; readonly doc: string | undefined } | undefined;

  constructor(text: string, language: Language, family: LanguageFamily) {
    this.#text = text;
    this.#language = language;
    this.#family = family;
    this.#roles = roleTable(language, family);
  }

  get moduleLevel(): boolean {
    return this.#top.moduleLevel;
  }

  get enclosing(): CodeSymbol | undefined {
    return this.#top.symbol;
  }

  ancestor(up: number): string | undefined {
    const id = this.#path[this.#depth - up];
    return id === undefined ? undefined : (this.#language.nodeTypeForId(id) ?? undefined);
  }

  run(cursor: TreeCursor): void {
    for (;;) {
      this.#enter(cursor);
      if (cursor.gotoFirstChild()) {
        this.#depth++;
        continue;
      }
      for (;;) {
        this.#leave();
        if (cursor.gotoNextSibling()) break;
        if (!cursor.gotoParent()) return;
        this.#depth--;
      }
    }
  }

  #push(change: Partial<Frame>): void {
    this.#frames.push(this.#top);
    this.#top = {
      ...this.#top,
      outsideLoop: undefined,
      iterator: false,
      clauseSeen: false,
      ...change,
      depth: this.#depth,
    };
  }

  #leave(): void {
    while (this.#top.depth === this.#depth) {
      const frame = this.#frames.pop();
      if (frame === undefined) return;
      this.#top = frame;
    }
  }

  #enter(cursor: TreeCursor): void {
    const type = cursor.nodeTypeId;
    this.#path[this.#depth] = type;
    const { outsideLoop } = this.#top;
    if (outsideLoop !== undefined && this.#depth === this.#top.depth + 1) {
      const field = cursor.currentFieldName;
      if (field !== null && this.#family.onceFields.has(field)) this.#push({ inLoop: outsideLoop });
    }
    const roles = this.#roles[type] ?? 0;
    if (roles === 0) return;
    const node = cursor.currentNode;
    if (roles & role.comment) this.#comment(node);
    if (roles & role.decorator) this.#decorate(node);
    if (roles & role.wrapper && !this.#inWrapper()) this.#wrapper = extentOf(node);
    if (roles & role.symbol) this.#declare(node);
    if (roles & role.function) this.#function();
    if (roles & role.call) this.#call(node);
    if (roles & role.decision && this.#top.symbol !== undefined && this.#family.isDecision(node)) {
      this.#top.symbol.complexity++;
    }
    if (roles & role.yield && this.#top.symbol !== undefined) this.#top.symbol.generator = true;
    if (roles & (role.nesting | role.loop)) this.#control(roles);
  }

  #inWrapper(): boolean {
    return ((this.#roles[this.#path[this.#depth - 1] ?? 0] ?? 0) & role.wrapper) !== 0;
  }

  #follows(earlier: { readonly endIndex: number } | undefined, startIndex: number): boolean {
    return earlier !== undefined && this.#text.slice(earlier.endIndex, startIndex).trim() === '';
  }

  #comment(node: Node): void {
    const earlier = this.#follows(this.#comments, node.startIndex) ? this.#comments?.doc : undefined;
    this.#comments = { endIndex: node.endIndex, doc: this.#family.docOfComment(node.text) ?? earlier };
  }

  #decorate(node: Node): void {
    const earlier = this.#follows(this.#decorators, node.startIndex) ? this.#decorators : undefined;
    this.#decorators = {
      ...extentOf(node),
      ...(earlier !== undefined && { startIndex: earlier.startIndex, startRow: earlier.startRow }),
      texts: [...(earlier?.texts ?? []), node.text],
      doc: earlier === undefined ? this.#docBefore(node.startIndex) : earlier.doc,
    };
  }

  #declare(node: Node): void {
    const [declaration, ...others] = this.#family.declarations(node, this);
    if (declaration === undefined) return;
    const symbol = this.#symbol(node, declaration);
    this.symbols.push(symbol, ...others.map((other) => this.#symbol(node, other)));
    const holds = declaration.kind !== 'constant' && declaration.kind !== 'variable';
    this.#push({
      prefix: symbol.qualifiedName,
      moduleLevel: this.#top.moduleLevel && (!holds || declaration.kind === 'namespace'),
      ...(holds && { symbol, nesting: 0, inLoop: false, inIteration: false }),
    });
  }

  #symbol(node: Node, declaration: Declaration): OutlineSymbol {
    const start = this.#startOf(node);
    const prefix = declaration.owner ?? this.#top.prefix;
    const startLine = start.startRow + 1;
    const last = declaration.lastNode ?? node;
    const endLine = last.endPosition.row + 1;
    const { body } = declaration;
    return {
      name: declaration.name,
      qualifiedName: prefix === '' ? declaration.name : `${prefix}.${declaration.name}`,
      kind: declaration.kind,
      parent: this.#top.symbol,
      startLine,
      nameLine: declaration.nameNode.startPosition.row + 1,
      endLine,
      startIndex: start.startIndex,
      endIndex: last.endIndex,
      body: body === undefined ? undefined : spanOf(body, declaration.lastNode),
      parameters: declaration.parameters ?? [],
      returnType: declaration.returnType,
      type: declaration.type,
      members: declaration.members ?? [],
      async: declaration.async ?? false,
      generator: declaration.generator ?? false,
      static: declaration.static ?? false,
      abstract: declaration.abstract ?? false,
      exported: false,
      visibility: declaration.visibility ?? 'public',
      decorators: start.decorators,
      doc: declaration.doc ?? start.doc,
      complexity: 1,
      nesting: 0,
      lines: endLine - startLine + 1,
      node,
    };
  }

  #startOf(node: Node): Extent & Pick<CodeSymbol, 'decorators' | 'doc'> {
    let start = extentOf(node);
    const wrapper = this.#wrapper;
    if (this.#inWrapper() && wrapper !== undefined && wrapper.endIndex >= start.endIndex) {
      // The second of `const a = 1, b = 2` starts where it stands, not at the keyword.
      if (node.previousNamedSibling?.type !== node.type) start = wrapper;
    }
    const inside = node.childrenForFieldName('decorator').map((decorator) => decorator.text);
    const before = this.#decorators;
    if (before === undefined || !betweenDecorators.test(this.#text.slice(before.endIndex, node.startIndex))) {
      return { ...start, decorators: inside, doc: this.#docBefore(start.startIndex) };
    }
    this.#decorators = undefined;
    const first = before.startIndex < start.startIndex ? before : start;
    const doc = before.doc ?? this.#docBefore(start.startIndex);
    return { ...first, decorators: [...before.texts, ...inside], doc };
  }

  #docBefore(startIndex: number): string | undefined {
    const comments = this.#comments;
    if (comments === undefined || comments.endIndex > startIndex) return undefined;
    return this.#follows(comments, startIndex) ? comments.doc : undefined;
  }

  #function(): void {
    const call = this.#top;
    const inIteration =
      call.iterator && call.depth === this.#depth - 2 && this.ancestor(1) === this.#family.argumentsType;
    this.#push({ moduleLevel: false, inLoop: false, inIteration });
  }

  #call(node: Node): void {
    const callee = this.#family.callee(node);
    if (callee === undefined) return;
    this.calls.push({
      callee: fold(callee.text),
      name: callee.name,
      receiver: callee.receiver === undefined ? undefined : fold(callee.receiver),
      line: node.startPosition.row + 1,
      endLine: node.endPosition.row + 1,
      column: node.startPosition.column + 1,
      argumentCount: callee.argumentCount,
      spread: callee.spread,
      construct: callee.construct,
      enclosing: this.#top.symbol,
      inLoop: this.#top.inLoop,
      inIteration: this.#top.inIteration,
      awaited: this.ancestor(1) === this.#family.awaitType,
      node,
    });
    if (callee.receiver !== undefined && this.#family.iterators.has(callee.name)) this.#push({ iterator: true });
  }

  #control(roles: number): void {
    const chained = this.#family.elseType !== undefined && this.ancestor(1) === this.#family.elseType;
    const nesting = roles & role.nesting && !chained ? this.#top.nesting + 1 : this.#top.nesting;
    const { symbol } = this.#top;
    if (symbol !== undefined && nesting > symbol.nesting) symbol.nesting = nesting;
    if ((roles & role.loop) === 0) {
      this.#push({ nesting });
      return;
    }
    const comprehension = this.#top;
    const first = (roles & role.clause) !== 0 && !comprehension.clauseSeen;
    if (first) comprehension.clauseSeen = true;
    this.#push({ nesting, inLoop: true, outsideLoop: first ? comprehension.outsideLoop : comprehension.inLoop });
  }
}

function extentOf(node: Node): Extent {
  return { startIndex: node.startIndex, startRow: node.startPosition.row, endIndex: node.endIndex };
}
