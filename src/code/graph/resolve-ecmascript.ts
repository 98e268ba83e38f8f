import { folderOf, join, upwards } from './paths.ts';
import { matchPattern, type PackageManifest, type Settings } from './settings.ts';

const typescriptFirst = ['.ts', '.tsx', '.mts', '.cts', '.d.ts', '.js', '.jsx', '.mjs', '.cjs', '.json'];
const javascriptFirst = ['.js', '.jsx', '.mjs', '.cjs', '.json', '.ts', '.tsx', '.mts', '.cts', '.d.ts'];

/** TypeScript files are imported under the name of what they compile to. */
const sourceOf: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx', '.d.ts', '.jsx'],
  '.jsx': ['.tsx'],
  '.mjs': ['.mts', '.d.mts'],
  '.cjs': ['.cts', '.d.cts'],
};

const conditions = ['source', 'development', 'import', 'module', 'node', 'require', 'default', 'types'];
const buildFolders = /^(?:dist|build|lib|out|esm|cjs|es)(?=\/)/;

/**
 * Resolves module specifiers to files of the repository, as Node and TypeScript do, from the names of the files alone.
 * A package's built entry is traced back to its source only by the common folder names (`dist/x.js` -> `src/x.ts`).
 */
export class EcmascriptResolver {
  readonly #paths: ReadonlySet<string>;
  readonly #settings: Settings;
  readonly #workspace: ReadonlyMap<string, PackageManifest>;

  constructor(paths: ReadonlySet<string>, settings: Settings) {
    this.#paths = paths;
    this.#settings = settings;
    this.#workspace = settings.workspacePackages();
  }

  /** Undefined for what is not in the repository: installed packages, built-in modules, missing files. */
  resolve(from: string, written: string): string | undefined {
    const specifier = written.replace(/(?!^)[?].*$/, '');
    const order = /\.[mc]?tsx?$/.test(from) ? typescriptFirst : javascriptFirst;
    const folder = folderOf(from);
    if (/^\.\.?(?:\/|$)/.test(specifier))
      return this.#file(join(folder, specifier), order, /(?:^|\/)\.{0,2}$/.test(specifier));
    if (specifier.startsWith('#')) return this.#subpathImport(folder, specifier, order);
    if (specifier.startsWith('/') || /^[a-z]+:/.test(specifier)) return undefined;
    return this.#mapped(folder, specifier, order) ?? this.#package(folder, specifier, order);
  }

  #file(base: string | undefined, order: readonly string[], folderOnly = false, manifests = true): string | undefined {
    if (base === undefined) return undefined;
    if (!folderOnly) {
      if (this.#paths.has(base)) return base;
      const extension = /\.[mc]?jsx?$/.exec(base)?.[0];
      const stem = extension === undefined ? base : base.slice(0, -extension.length);
      for (const source of sourceOf[extension ?? ''] ?? []) {
        if (this.#paths.has(stem + source)) return stem + source;
      }
      for (const one of order) if (this.#paths.has(base + one)) return base + one;
    }
    const inside = base === '' ? '' : `${base}/`;
    const manifest = manifests ? this.#settings.packages.get(base) : undefined;
    for (const entry of manifest?.entries ?? []) {
      const target = this.#built(base, entry, order);
      if (target !== undefined) return target;
    }
    for (const one of order) if (this.#paths.has(`${inside}index${one}`)) return `${inside}index${one}`;
    return undefined;
  }

  #mapped(folder: string, specifier: string, order: readonly string[]): string | undefined {
    for (const around of upwards(folder)) {
      const mapping = this.#settings.mapping(around);
      if (mapping === undefined) continue;
      const fits = mapping.paths
        .flatMap(({ pattern, targets }) => {
          const star = matchPattern(pattern, specifier);
          return star === undefined ? [] : [{ pattern, targets, star }];
        })
        .sort((a, b) => prefixLength(b.pattern) - prefixLength(a.pattern));
      for (const target of fits[0]?.targets ?? []) {
        const found = this.#file(target.replace('*', fits[0]?.star ?? ''), order);
        if (found !== undefined) return found;
      }
      // The nearest configuration is the one that holds.
      return mapping.baseUrl === undefined ? undefined : this.#file(join(mapping.baseUrl, specifier), order);
    }
    return undefined;
  }

  #nearestPackage(folder: string): PackageManifest | undefined {
    for (const around of upwards(folder)) {
      const manifest = this.#settings.packages.get(around);
      if (manifest !== undefined) return manifest;
    }
    return undefined;
  }

  #subpathImport(folder: string, specifier: string, order: readonly string[]): string | undefined {
    const manifest = this.#nearestPackage(folder);
    if (manifest === undefined) return undefined;
    return this.#target(manifest, lookUp(manifest.imports, specifier), order);
  }

  #package(folder: string, specifier: string, order: readonly string[]): string | undefined {
    const name = /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0];
    if (name === undefined) return undefined;
    const nearest = this.#nearestPackage(folder);
    // A package may import itself by name only through its `exports`.
    const itself = nearest?.name === name && nearest.exports !== undefined ? nearest : undefined;
    const manifest = itself ?? this.#workspace.get(name);
    if (manifest === undefined) return undefined;
    const subpath = `.${specifier.slice(name.length)}`;
    if (manifest.exports !== undefined) return this.#target(manifest, lookUp(manifest.exports, subpath), order);
    if (subpath !== '.') return this.#built(manifest.folder, subpath, order);
    return this.#file(manifest.folder, order, true) ?? this.#file(join(manifest.folder, 'src'), order, true);
  }

  #target(manifest: PackageManifest, targets: readonly string[], order: readonly string[]): string | undefined {
    for (const target of targets) {
      const found = target.startsWith('.') ? this.#built(manifest.folder, target, order) : undefined;
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** A file that a manifest names, or the source that it was evidently built from. */
  #built(folder: string, target: string, order: readonly string[]): string | undefined {
    const relative = target.replace(/^\.\//, '');
    const bare = relative.replace(/\.d\.([mc]?)ts$/, '.$1js');
    const options = [relative, bare];
    for (let rest = bare; buildFolders.test(rest); ) {
      rest = rest.replace(buildFolders, '').slice(1);
      options.push(`src/${rest}`, rest);
    }
    for (const option of options) {
      const path = join(folder, option);
      // What a manifest names is not looked up in another manifest: two that name each other would never end.
      const found = this.#file(path, order, false, false);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}

function prefixLength(pattern: string): number {
  const star = pattern.indexOf('*');
  return star < 0 ? Number.POSITIVE_INFINITY : star;
}

/** Targets that `exports` or `imports` of a package.json gives a subpath, best condition first. */
function lookUp(field: unknown, subpath: string): string[] {
  if (typeof field !== 'object' || field === null || Array.isArray(field)) return subpath === '.' ? leaves(field) : [];
  const entries = Object.entries(field);
  if (!entries.some(([key]) => key.startsWith('.') || key.startsWith('#'))) return subpath === '.' ? leaves(field) : [];
  const fits = entries
    .flatMap(([pattern, value]) => {
      const star = matchPattern(pattern, subpath);
      return star === undefined ? [] : [{ pattern, value, star }];
    })
    .sort((a, b) => prefixLength(b.pattern) - prefixLength(a.pattern));
  const [best] = fits;
  return best === undefined ? [] : leaves(best.value).map((target) => target.replaceAll('*', best.star));
}

function leaves(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(leaves);
  if (typeof value !== 'object' || value === null) return [];
  const rank = (key: string): number => (conditions.includes(key) ? conditions.indexOf(key) : conditions.length);
  return Object.entries(value)
    .sort(([a], [b]) => rank(a) - rank(b))
    .flatMap(([, one]) => leaves(one));
}
