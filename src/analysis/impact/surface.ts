import { type Export, type ImportGraph, languageOf, type ParsedFile, parse } from '../../code/index.ts';
import { entriesFor, type PackageEntries } from './packages.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * Who may depend on an exported name. `promised`: a package's entry point hands it out. `reachable`: others can import
 * it by its path. `internal`: only this repository can. `unknown`: the repository does not say.
 */
export type Exposure = 'promised' | 'reachable' | 'internal' | 'unknown';

/** What the packages of a repository offer to others, at one commit. */
export class Surface {
  readonly #snapshot: Snapshot;
  readonly #graph: ImportGraph;
  readonly #promised = new Map<string, Promise<Map<string, Set<string>>>>();

  constructor(snapshot: Snapshot, graph: ImportGraph) {
    this.#snapshot = snapshot;
    this.#graph = graph;
  }

  /** @param name exported name, or `Class.member` */
  async exposure(path: string, name: string): Promise<Exposure> {
    const entries = entriesFor(path, this.#snapshot);
    if (entries.kind === 'closed') return 'internal';
    if (entries.kind === 'unknown') return 'unknown';
    const names = (await this.#promisedBy(entries)).get(path);
    if (names?.has('*') || names?.has(name.split('.', 1)[0] as string)) return 'promised';
    return entries.folders.some((folder) => path.startsWith(folder)) ? 'reachable' : 'internal';
  }

  #promisedBy(entries: PackageEntries): Promise<Map<string, Set<string>>> {
    const key = entries.files.join('\n');
    let promised = this.#promised.get(key);
    if (!promised) {
      promised = this.#follow(entries.files);
      this.#promised.set(key, promised);
    }
    return promised;
  }

  /** Follows re-exports from the entry points: file -> names, `*` for all of them. */
  async #follow(entries: readonly string[]): Promise<Map<string, Set<string>>> {
    const names = new Map<string, Set<string>>();
    const queue = entries.map((path): [string, string] => [path, '*']);
    for (let next = queue.pop(); next; next = queue.pop()) {
      const [path, name] = next;
      const known = names.get(path) ?? new Set<string>();
      if (known.has(name) || known.has('*')) continue;
      names.set(path, known.add(name));
      queue.push(...(await this.#handedOn(path, name)));
    }
    return names;
  }

  /** Where the names that a module hands on come from. */
  async #handedOn(path: string, wanted: string): Promise<[string, string][]> {
    const text = this.#snapshot.texts.get(path);
    const language = languageOf(path, text);
    if (text === undefined || !language) return [];
    const parsed = await parse(language, text, path);
    try {
      const edges = await this.#graph.imports(path);
      const targets = (line: number): string[] => edges.filter((edge) => edge.line === line).map((edge) => edge.to);
      return parsed.exports
        .filter((one) => wanted === '*' || one.name === wanted || one.name === '*')
        .flatMap((one) =>
          origins(one, wanted, parsed).flatMap(({ line, name }) =>
            targets(line).map((to): [string, string] => [to, name]),
          ),
        );
    } finally {
      parsed.dispose();
    }
  }
}

/** Import lines that an export draws on, with the name there. */
function origins(one: Export, wanted: string, { imports }: ParsedFile): { line: number; name: string }[] {
  if (one.source !== undefined) {
    const name = one.name === '*' ? wanted : (one.local ?? one.name);
    return imports
      .filter(({ level, source }) => '.'.repeat(level) + source === one.source)
      .map(({ line }) => ({ line, name }));
  }
  const named = imports.flatMap((item) =>
    item.names.filter(({ local }) => local === one.local).map(({ name }) => ({ line: item.line, name })),
  );
  if (named.length > 0 || one.form !== 'commonjs' || one.symbol) return named;
  // `module.exports = require('./lib/x')`: the export is whatever is required on that line.
  return imports
    .filter((item) => item.kind === 'require' && item.line === one.line)
    .map(({ line }) => ({ line, name: '*' }));
}
