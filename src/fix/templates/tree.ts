import type { ParsedFile } from '../../code/index.ts';
import { type Kind, kindOf } from './kinds.ts';

/** Nodes in which types are written: no program does anything else for what stands in them. */
const typeNodes = new Set([
  'type',
  'type_annotation',
  'type_arguments',
  'type_parameters',
  'type_alias_declaration',
  'interface_declaration',
]);

/**
 * A syntax tree copied out of the parser's memory: templates visit the same nodes thousands of times, and a plain
 * object costs a hundredth of a call into WASM. Indices are UTF-16 offsets, lines count from 1.
 */
export class Syntax {
  readonly type: string;
  readonly kind: Kind;
  readonly named: boolean;
  readonly field: string | undefined;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly endLine: number;
  readonly parent: Syntax | undefined;
  readonly children: readonly Syntax[];
  readonly #source: string;

  /** `inType`: it is a part of a type and no code, whatever it looks like. */
  constructor(source: string, raw: RawNode, parent: Syntax | undefined, inType = false) {
    this.#source = source;
    this.type = raw.type;
    this.named = raw.named;
    this.field = raw.field;
    this.start = raw.start;
    this.end = raw.end;
    this.line = raw.line;
    this.endLine = raw.endLine;
    this.parent = parent;
    const holdsTypes = inType || (raw.named && typeNodes.has(raw.type));
    this.children = raw.children.map((child) => new Syntax(source, child, this, holdsTypes));
    this.kind = inType ? 'other' : kindOf(this);
  }

  get text(): string {
    return this.#source.slice(this.start, this.end);
  }

  get source(): string {
    return this.#source;
  }

  /** Named children that are no comments. */
  get parts(): Syntax[] {
    return this.children.filter((child) => child.named && child.type !== 'comment');
  }

  /** First child under one of the field names. */
  get(...fields: string[]): Syntax | undefined {
    return this.children.find((child) => child.field !== undefined && fields.includes(child.field));
  }

  *ancestors(): Generator<Syntax> {
    for (let node = this.parent; node !== undefined; node = node.parent) yield node;
  }

  /** The node and all under it, in the order of the text. */
  *walk(): Generator<Syntax> {
    const open: Syntax[] = [this];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      yield node;
      for (let at = node.children.length - 1; at >= 0; at -= 1) open.push(node.children[at] as Syntax);
    }
  }

  contains(other: Syntax): boolean {
    return this.start <= other.start && other.end <= this.end;
  }
}

interface RawNode {
  readonly type: string;
  readonly named: boolean;
  readonly field: string | undefined;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly endLine: number;
  readonly children: RawNode[];
}

/** Copies the tree of a parsed file, or of a node of it; the file may be disposed of afterwards. */
export function copyTree(file: ParsedFile, root = file.root): Syntax {
  const cursor = root.walk();
  const read = (): RawNode => {
    const node: RawNode = {
      type: cursor.nodeType,
      named: cursor.nodeIsNamed,
      field: cursor.currentFieldName ?? undefined,
      start: cursor.startIndex,
      end: cursor.endIndex,
      line: cursor.startPosition.row + 1,
      endLine: cursor.endPosition.row + 1,
      children: [],
    };
    if (cursor.gotoFirstChild()) {
      do node.children.push(read());
      while (cursor.gotoNextSibling());
      cursor.gotoParent();
    }
    return node;
  };
  try {
    return new Syntax(file.text, read(), undefined);
  } finally {
    cursor.delete();
  }
}
