import { languageOf, ParseLimitError } from '../../code/index.ts';
import { readModel } from '../templates/model.ts';
import type { Syntax } from '../templates/tree.ts';
import { isInterpolation } from './difference.ts';

/** A literal's value as text, equal for equal values of either spelling; undefined for what is no literal. */
export function literalValue(node: Syntax | undefined): string | undefined {
  if (node === undefined) return undefined;
  if (node.kind === 'parenthesized') return literalValue(node.parts[0]);
  if (node.kind === 'number') return numberValue(node.text);
  if (node.kind === 'sign' && node.get('operator')?.text === '-') {
    const value = literalValue(node.get('argument'));
    return value?.startsWith('n:') ? `n:-${value.slice(2)}` : undefined;
  }
  if (node.kind === 'string') return stringValue(node);
  if (node.kind !== 'list') return undefined;
  const values = node.parts.map((part) => literalValue(part) ?? (isConstant(part) ? part.text : undefined));
  return values.includes(undefined) ? undefined : `l:[${values.join(',')}]`;
}

function isConstant({ kind }: Syntax): boolean {
  return kind === 'boolean' || kind === 'null';
}

function numberValue(text: string): string {
  const value = Number(text.replaceAll('_', '').replace(/(?<=^\d+)n$/, ''));
  return `n:${Number.isNaN(value) ? text : value}`;
}

function stringValue(node: Syntax): string | undefined {
  if (node.children.some(isInterpolation) || node.type === 'concatenated_string') return undefined;
  const inner = /^\w*("""|'''|["'`])([\s\S]*)\1$/.exec(node.text)?.[2];
  return inner === undefined ? undefined : `s:${inner}`;
}

/** Values that programs are full of, whatever their tests say. */
export function isCommon(value: string): boolean {
  if (value.startsWith('n:')) return ['-1', '0', '-0', '1', '2'].includes(value.slice(2));
  if (value.startsWith('s:')) return value === 's:';
  return [...value.matchAll(/(?:n:|s:)[^,\]]*/g)].every(([part]) => isCommon(part));
}

export function literalsOf(root: Syntax): Set<string> {
  const found = new Set<string>();
  for (const node of root.walk()) {
    const value = literalValue(node);
    if (value !== undefined) found.add(value);
  }
  return found;
}

const read = new Map<string, Promise<ReadonlySet<string>>>();
const remembered = 100;

/** Values of the literals of test files, remembered by text: all attempts of a repair ask for the same files. */
export async function testLiterals(texts: Readonly<Record<string, string>>): Promise<ReadonlySet<string>> {
  const all = new Set<string>();
  for (const [path, text] of Object.entries(texts)) {
    const known = read.get(text) ?? readLiterals(path, text);
    if (read.size >= remembered) read.clear();
    read.set(text, known);
    for (const value of await known) all.add(value);
  }
  return all;
}

async function readLiterals(path: string, text: string): Promise<ReadonlySet<string>> {
  const language = languageOf(path, text);
  if (language === undefined) return new Set();
  try {
    const model = await readModel({ path, language, text });
    return model === undefined ? new Set(scan(text)) : literalsOf(model.root);
  } catch (error) {
    if (error instanceof ParseLimitError) return new Set(scan(text));
    throw error;
  }
}

/** Numbers and strings of a text that does not parse. */
function scan(text: string): string[] {
  return [...text.matchAll(/(["'`])((?:\\.|(?!\1)[^\\\n])*)\1|(?<![\w.])\d[\d_]*(?:\.\d+)?/g)].map(
    ([whole, quote, inner]) => (quote === undefined ? numberValue(whole) : `s:${inner}`),
  );
}
