import {
  type CodeSymbol,
  type ImportGraph,
  languageOf,
  type ParsedFile,
  parse,
  type SymbolChange,
} from '../../code/index.ts';
import { fingerprint } from '../fingerprint.ts';
import type { Finding } from '../report.ts';
import type { Snapshot } from './snapshot.ts';
import type { ChangedSource } from './sources.ts';

interface Tree {
  /** The tree after the change. */
  readonly snapshot: Snapshot;
  readonly graph: ImportGraph;
}

/** Places in this repository that the change of an exported name leaves broken: imports of it, or calls. */
export async function brokenUses(source: ChangedSource, change: SymbolChange, tree: Tree): Promise<Finding[]> {
  const { name, kind, breaking } = change;
  if (kind === 'added' || !breaking || name.includes('.') || name.startsWith('*')) return [];
  if (kind === 'removed' && !isCertain(source)) return [];
  const findings: Finding[] = [];
  for (const path of await importersOf(source.file.path, name, tree)) {
    const text = tree.snapshot.texts.get(path) as string;
    const language = languageOf(path, text);
    if (!language) continue;
    const lines = (await tree.graph.imports(path))
      .filter((edge) => edge.to === source.file.path)
      .map((edge) => edge.line);
    const parsed = await parse(language, text, path);
    try {
      const imports = parsed.imports.filter((one) => lines.includes(one.line));
      const broken = kind === 'removed' ? brokenImports(imports, name, parsed) : brokenCalls(imports, change, parsed);
      findings.push(...broken.map((one, i) => finding(source, path, one, i)));
    } finally {
      parsed.dispose();
    }
  }
  return findings;
}

/** What it offers cannot be listed when it passes on all of another module, answers for missing names or was not read. */
function isCertain({ file, after }: ChangedSource): boolean {
  if (!after) return file.status === 'deleted';
  return (
    !after.exports.some((one) => one.name === '*') && !after.symbols.some((symbol) => symbol.name === '__getattr__')
  );
}

async function importersOf(path: string, name: string, { snapshot, graph }: Tree): Promise<string[]> {
  const reached = await graph.reverse([path]);
  return [...reached].flatMap(([from, distance]) => {
    const mentions = name === 'default' || snapshot.texts.get(from)?.includes(name);
    return distance === 1 && mentions ? [from] : [];
  });
}

interface Broken {
  readonly rule: 'broken-import' | 'broken-call';
  readonly name: string;
  readonly line: number;
  readonly why: string;
}

type Imports = ParsedFile['imports'];

function brokenImports(imports: Imports, name: string, { language, text }: ParsedFile): Broken[] {
  return (
    imports
      .filter((one) => one.names.some((imported) => imported.name === name))
      // Under `try:` a missing name is expected.
      .filter(({ line }) => language !== 'python' || !/^\s*try:/.test(text.split('\n')[line - 2] ?? ''))
      .map(({ line }) => ({ rule: 'broken-import', name, line, why: `\`${name}\` is imported here, but` }))
  );
}

/** Calls with fewer arguments than the function needs now, though it was enough before. */
function brokenCalls(imports: Imports, { name, before, after }: SymbolChange, { calls }: ParsedFile): Broken[] {
  if (after?.kind !== 'function' || before?.kind !== 'function') return [];
  const [needed, enough] = [requiredBy(after), requiredBy(before)];
  const locals = new Set(
    imports.flatMap((one) => one.names.filter((item) => item.name === name).map(({ local }) => local)),
  );
  return calls
    .filter((call) => call.receiver === undefined && locals.has(call.callee) && !call.spread && !call.construct)
    .filter(({ argumentCount }) => argumentCount >= enough && argumentCount < needed)
    .map(({ line, argumentCount }) => ({
      rule: 'broken-call',
      name,
      line,
      why: `\`${name}\` is called with ${argumentCount} of the ${needed} arguments it needs now:`,
    }));
}

function requiredBy({ parameters }: CodeSymbol): number {
  return parameters.filter((one) => !one.optional && one.rest === undefined).length;
}

function finding(
  { file }: ChangedSource,
  path: string,
  { rule, name, line, why }: Broken,
  occurrence: number,
): Finding {
  const what = rule === 'broken-import' ? `\`${file.path}\` no longer offers it.` : `\`${file.path}\` changed it.`;
  return {
    id: fingerprint(rule, path, `${name} from ${file.path}`, occurrence),
    rule,
    analysts: ['impact-analyst'],
    category: 'api',
    severity: 'high',
    confidence: 'high',
    file: path,
    startLine: line,
    endLine: line,
    message: `${why} ${what}`,
  };
}
