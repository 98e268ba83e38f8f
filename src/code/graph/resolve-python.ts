import type { Import } from '../types.ts';
import { folderOf, join, upwards } from './paths.ts';
import { standardLibrary } from './python-stdlib.ts';

/**
 * Resolves Python imports to files of the repository, from the names of the files alone. Absolute imports are tried
 * from where an interpreter would have them: beside the script, the folder that holds the importer's top package, the
 * repository, its `src`, and every folder with a pyproject.toml, setup.py or setup.cfg and its `src`. The standard
 * library wins over all of these but the script's own folder, as it does on `sys.path`.
 */
export class PythonResolver {
  readonly #paths: ReadonlySet<string>;
  readonly #projects: readonly string[];

  constructor(paths: ReadonlySet<string>) {
    this.#paths = paths;
    const folders = new Set(['', 'src']);
    for (const path of paths) {
      if (!/(?:^|\/)(?:pyproject\.toml|setup\.(?:py|cfg))$/.test(path)) continue;
      const folder = folderOf(path);
      folders.add(folder).add(folder === '' ? 'src' : `${folder}/src`);
    }
    this.#projects = [...folders];
  }

  /**
   * Files that an import runs for its names: `from package import name` is the submodule when there is one, else the
   * package's `__init__`. The `__init__` files passed on the way are left out: nearly everything would import them.
   */
  resolve(from: string, { source, level, kind, names }: Pick<Import, 'source' | 'level' | 'kind' | 'names'>): string[] {
    const parts = source === '' ? [] : source.split('.');
    for (const base of level > 0 ? this.#relative(from, level) : this.#roots(from, parts[0] ?? '')) {
      const found = kind === 'from' ? this.#names(base, parts, names) : this.#module(join(base, ...parts));
      const files = found === undefined ? [] : [found].flat();
      if (files.length > 0) return [...new Set(files)].filter((file) => file !== from);
    }
    return [];
  }

  #names(base: string, parts: readonly string[], names: Import['names']): string[] {
    const folder = join(base, ...parts);
    if (folder === undefined) return [];
    const own = this.#module(folder);
    return names.flatMap(({ name }) => {
      const submodule =
        name === '*' || (own !== undefined && !own.includes('__init__.')) ? undefined : join(folder, name);
      return (submodule === undefined ? undefined : this.#module(submodule)) ?? own ?? [];
    });
  }

  #module(path: string | undefined): string | undefined {
    if (path === undefined) return undefined;
    const inside = path === '' ? '' : `${path}/`;
    const options = [`${inside}__init__.py`, `${path}.py`, `${inside}__init__.pyi`, `${path}.pyi`];
    return options.find((option) => this.#paths.has(option));
  }

  #relative(from: string, level: number): string[] {
    const base = join(folderOf(from), ...Array.from({ length: level - 1 }, () => '..'));
    return base === undefined ? [] : [base];
  }

  #roots(from: string, top: string): string[] {
    const folder = folderOf(from);
    const script = this.#isPackage(folder) ? [] : [folder];
    if (standardLibrary.has(top)) return script;
    return [...new Set([...script, this.#aroundPackage(folder), ...this.#projects])];
  }

  #aroundPackage(folder: string): string {
    for (const around of upwards(folder)) if (!this.#isPackage(around)) return around;
    return '';
  }

  #isPackage(folder: string): boolean {
    return folder !== '' && this.#paths.has(`${folder}/__init__.py`);
  }
}
