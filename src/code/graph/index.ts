import { languageOf } from '../languages.ts';
import { ParseLimitError, parse, parseLimits } from '../parser.ts';
import type { Import, LanguageId } from '../types.ts';
import { type Candidate, candidates } from './candidates.ts';
import { EcmascriptResolver } from './resolve-ecmascript.ts';
import { PythonResolver } from './resolve-python.ts';
import { isSettings, Settings } from './settings.ts';

export interface SourceText {
  /** Relative to the repository's root, with `/`. */
  readonly path: string;
  readonly text: string;
}

export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly line: number;
  readonly typeOnly: boolean;
}

export interface ImportGraph {
  /** What a file imports of this repository. */
  imports(path: string): Promise<readonly Edge[]>;
  /**
   * Every file that reaches one of `paths` through imports, with the length of the shortest way (1: imports it
   * directly). The given files themselves are left out.
   */
  reverse(paths: Iterable<string>): Promise<ReadonlyMap<string, number>>;
  /** Files that were not read and why; grows as the graph is asked. */
  readonly unread: readonly { readonly path: string; readonly reason: string }[];
}

/** Whether a file's text belongs in the graph: source code, and the settings that say how modules are found. */
export function isGraphInput(path: string): boolean {
  return languageOf(path) !== undefined || isSettings(path);
}

interface SourceFile {
  readonly language: LanguageId;
  readonly text: string;
  readonly candidates: readonly Candidate[];
}

/**
 * The import graph of a repository. Building it reads imports by pattern only, which finds all real ones and some that
 * stand in comments or strings; a file is parsed when an answer depends on it, so no such edge is ever reported.
 *
 * @param files texts of all files that {@link isGraphInput} takes
 * @param paths further files that imports may lead to: other kinds, and deleted ones that may still be imported
 */
export async function buildImportGraph(
  files: AsyncIterable<SourceText> | Iterable<SourceText>,
  paths: Iterable<string> = [],
): Promise<ImportGraph> {
  const graph = new RepositoryGraph();
  for await (const file of files) graph.add(file);
  graph.link(paths);
  return graph;
}

class RepositoryGraph implements ImportGraph {
  readonly #files = new Map<string, SourceFile>();
  readonly #settings = new Settings();
  readonly #edges = new Map<string, readonly Edge[]>();
  /** Files whose candidates lead to a path. */
  readonly #maybeImporters = new Map<string, Set<string>>();
  readonly #resolved = new Map<string, string | undefined>();
  #ecmascript = new EcmascriptResolver(new Set(), this.#settings);
  #python = new PythonResolver(new Set());

  get unread(): readonly { readonly path: string; readonly reason: string }[] {
    return this.#settings.unread;
  }

  add({ path, text }: SourceText): void {
    if (isSettings(path)) this.#settings.add(path, text);
    const language = languageOf(path);
    if (language === undefined) return;
    if (text.length > parseLimits.maxLength) {
      this.#settings.unread.push({ path, reason: `it has ${text.length} characters` });
      return;
    }
    this.#files.set(path, { language, text, candidates: candidates(language, text) });
  }

  link(paths: Iterable<string>): void {
    const all = new Set([...this.#files.keys(), ...paths]);
    this.#ecmascript = new EcmascriptResolver(all, this.#settings);
    this.#python = new PythonResolver(all);
    for (const [from, file] of this.#files) {
      for (const candidate of file.candidates) {
        for (const to of this.#resolve(from, file.language, candidate)) {
          const importers = this.#maybeImporters.get(to);
          if (importers === undefined) this.#maybeImporters.set(to, new Set([from]));
          else importers.add(from);
        }
      }
    }
  }

  async imports(path: string): Promise<readonly Edge[]> {
    const known = this.#edges.get(path);
    if (known !== undefined) return known;
    const file = this.#files.get(path);
    const edges = file === undefined ? [] : await this.#readEdges(path, file);
    this.#edges.set(path, edges);
    return edges;
  }

  async reverse(paths: Iterable<string>): Promise<ReadonlyMap<string, number>> {
    const distances = new Map<string, number>();
    const start = new Set(paths);
    let frontier = [...start];
    for (let distance = 1; frontier.length > 0; distance++) {
      const next: string[] = [];
      for (const to of frontier) {
        for (const from of this.#maybeImporters.get(to) ?? []) {
          if (start.has(from) || distances.has(from)) continue;
          const edges = await this.imports(from);
          if (!edges.some((edge) => edge.to === to)) continue;
          distances.set(from, distance);
          next.push(from);
        }
      }
      frontier = next;
    }
    return distances;
  }

  #resolve(from: string, language: LanguageId, one: Candidate | Import): readonly string[] {
    if (language === 'python') return this.#python.resolve(from, one);
    const key = `${from.slice(0, from.lastIndexOf('/') + 1)}\0${one.source}\0${language}`;
    if (!this.#resolved.has(key)) this.#resolved.set(key, this.#ecmascript.resolve(from, one.source));
    const to = this.#resolved.get(key);
    return to === undefined || to === from ? [] : [to];
  }

  async #readEdges(path: string, file: SourceFile): Promise<Edge[]> {
    const last = Math.max(...file.candidates.map((candidate) => candidate.endIndex));
    if (!(last >= 0)) return [];
    // Imports stand at the top as a rule, so the rest need not be parsed; broken by the cut, all of it is.
    const cut = file.text.indexOf('\n', last);
    try {
      const head = cut >= 0 && cut < file.text.length / 2 ? await this.#parseEdges(path, file, cut) : undefined;
      return head ?? (await this.#parseEdges(path, file)) ?? [];
    } catch (error) {
      if (!(error instanceof ParseLimitError)) throw error;
      this.#settings.unread.push({ path, reason: error.message });
      return [];
    }
  }

  /** Undefined when a part that was cut off does not parse by itself. */
  async #parseEdges(path: string, file: SourceFile, cut?: number): Promise<Edge[] | undefined> {
    const parsed = await parse(file.language, cut === undefined ? file.text : file.text.slice(0, cut + 1), path);
    try {
      if (cut !== undefined && parsed.hasError) return undefined;
      return parsed.imports.flatMap((one) =>
        this.#resolve(path, file.language, one).map((to) => ({
          from: path,
          to,
          line: one.line,
          typeOnly: one.typeOnly,
        })),
      );
    } finally {
      parsed.dispose();
    }
  }
}
