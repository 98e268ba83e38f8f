import { parseTree } from './pg-query.ts';

export type SqlNode = { readonly [key: string]: unknown };

export interface SqlStatement {
  /** Node type of the PostgreSQL parser: `AlterTableStmt`, `DropStmt`, ... */
  readonly type: string;
  readonly node: SqlNode;
  /** From 1, comments before the statement left out. */
  readonly startLine: number;
  readonly endLine: number;
}

/**
 * Reads SQL with PostgreSQL's own parser.
 *
 * @throws Error when the text is not PostgreSQL, with the parser's message
 */
export async function parseSql(text: string): Promise<SqlStatement[]> {
  if (text.trim() === '') return [];
  const tree: unknown = await parseTree(text);
  // Locations are in bytes of UTF-8.
  const bytes = Buffer.from(text);
  return list(tree, 'stmts').map((entry) => {
    const [type = '', node = {}] = Object.entries(child(entry, 'stmt'))[0] ?? [];
    const start = skipBlank(bytes, number(entry, 'stmt_location'));
    const length = number(entry, 'stmt_len');
    const end = length === 0 ? Buffer.byteLength(text.trimEnd()) : number(entry, 'stmt_location') + length;
    return {
      type,
      node: node as SqlNode,
      startLine: lineAt(bytes, start),
      endLine: lineAt(bytes, Math.max(start, end - 1)),
    };
  });
}

/** A statement's location includes the white space and comments before it. */
function skipBlank(bytes: Buffer, from: number): number {
  const rest = bytes.toString('latin1', from);
  return from + (/^(?:\s+|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)*/.exec(rest)?.[0].length ?? 0);
}

function lineAt(bytes: Buffer, index: number): number {
  let line = 1;
  for (let at = bytes.indexOf(10); at !== -1 && at < index; at = bytes.indexOf(10, at + 1)) line++;
  return line;
}

export function child(node: unknown, key: string): SqlNode {
  const value = (node as SqlNode | undefined)?.[key];
  return typeof value === 'object' && value !== null ? (value as SqlNode) : {};
}

export function list(node: unknown, key: string): SqlNode[] {
  const value = (node as SqlNode | undefined)?.[key];
  return Array.isArray(value) ? (value as SqlNode[]) : [];
}

export function text(node: unknown, key: string): string {
  const value = (node as SqlNode | undefined)?.[key];
  return typeof value === 'string' ? value : '';
}

export function number(node: unknown, key: string): number {
  const value = (node as SqlNode | undefined)?.[key];
  return typeof value === 'number' ? value : 0;
}

/** `schema.name` of a table reference. */
export function relationName(relation: SqlNode): string {
  return [text(relation, 'schemaname'), text(relation, 'relname')].filter(Boolean).join('.');
}

/** A dotted name given as strings, alone, in a list or in a type name. */
export function dottedName(node: SqlNode): string {
  if ('String' in node) return text(node.String, 'sval');
  const parts = 'TypeName' in node ? list(node.TypeName, 'names') : list(node.List, 'items');
  return parts.map((part) => text(part.String, 'sval')).join('.');
}
