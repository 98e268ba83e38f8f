import { messageOf } from '../../base/errors.ts';
import { folderOf, join } from './paths.ts';

/** The fields of a package.json that module resolution reads; all unchecked outside data. */
export interface PackageManifest {
  readonly folder: string;
  readonly name: string | undefined;
  readonly exports: unknown;
  readonly imports: unknown;
  /** `source`, `module`, `main`, `types`, as far as they are strings. */
  readonly entries: readonly string[];
  readonly workspaces: readonly string[];
}

export interface PathMapping {
  /** Folder that bare specifiers are tried from, when `baseUrl` is set. */
  readonly baseUrl: string | undefined;
  readonly paths: readonly { readonly pattern: string; readonly targets: readonly string[] }[];
}

/** Whether the file says how modules are found. */
export function isSettings(path: string): boolean {
  return /(?:^|\/)(?:package\.json|[jt]sconfig(?:\.[\w.-]+)?\.json|pnpm-workspace\.yaml|lerna\.json)$/.test(path);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** JSON with comments and trailing commas. @throws SyntaxError */
function parseJsonc(text: string): unknown {
  const bare = text
    .replace(/^\uFEFF/, '')
    .replace(/("(?:\\.|[^"\\])*")|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (_, string: string | undefined) => string ?? '')
    .replace(/("(?:\\.|[^"\\])*")|,(?=\s*[}\]])/g, (_, string: string | undefined) => string ?? '');
  return JSON.parse(bare);
}

export class Settings {
  readonly packages = new Map<string, PackageManifest>();
  /** Files that could not be read, with the reason. */
  readonly unread: { path: string; reason: string }[] = [];
  readonly #configs = new Map<string, Record<string, unknown>>();
  readonly #workspaces: string[] = [];
  readonly #mappings = new Map<string, PathMapping | undefined>();

  add(path: string, text: string): void {
    const folder = folderOf(path);
    if (path.endsWith('.yaml')) {
      for (const [, glob] of text.matchAll(/^\s+-\s+["']?([^"'#\s]+)/gm)) if (glob) this.#workspaces.push(glob);
      return;
    }
    let value: unknown;
    try {
      value = parseJsonc(text);
    } catch (error) {
      this.unread.push({ path, reason: messageOf(error) });
      return;
    }
    if (!isRecord(value)) return;
    if (path.endsWith('lerna.json')) this.#workspaces.push(...strings(value.packages));
    else if (path.endsWith('package.json')) this.#addPackage(folder, value);
    else this.#configs.set(path, value);
  }

  #addPackage(folder: string, value: Record<string, unknown>): void {
    const { workspaces } = value;
    const globs = strings(isRecord(workspaces) ? workspaces.packages : workspaces);
    this.packages.set(folder, {
      folder,
      name: typeof value.name === 'string' ? value.name : undefined,
      exports: value.exports,
      imports: value.imports,
      entries: strings(['source', 'module', 'main', 'types'].map((field) => value[field])),
      workspaces: globs.map((glob) => (folder === '' ? glob : `${folder}/${glob}`)),
    });
  }

  /** Packages that are linked under their names: the members of declared workspaces. */
  workspacePackages(): Map<string, PackageManifest> {
    const globs = [...this.#workspaces, ...[...this.packages.values()].flatMap((one) => one.workspaces)];
    const patterns = globs.filter((glob) => !glob.startsWith('!')).map(globPattern);
    const named = new Map<string, PackageManifest>();
    for (const one of this.packages.values()) {
      if (one.name !== undefined && patterns.some((pattern) => pattern.test(one.folder))) named.set(one.name, one);
    }
    return named;
  }

  /** `paths` and `baseUrl` of the tsconfig.json or jsconfig.json in a folder, through `extends`. */
  mapping(folder: string): PathMapping | undefined {
    if (!this.#mappings.has(folder)) {
      const at = (name: string): string => (folder === '' ? name : `${folder}/${name}`);
      const path = [at('tsconfig.json'), at('jsconfig.json')].find((name) => this.#configs.has(name));
      this.#mappings.set(folder, path === undefined ? undefined : this.#read(path, 0));
    }
    return this.#mappings.get(folder);
  }

  #read(path: string, depth: number): PathMapping | undefined {
    const config = this.#configs.get(path);
    // A circle of `extends` ends here.
    if (config === undefined || depth > 8) return undefined;
    const folder = folderOf(path);
    const options = isRecord(config.compilerOptions) ? config.compilerOptions : {};
    const parents = typeof config.extends === 'string' ? [config.extends] : strings(config.extends);
    let inherited: PathMapping | undefined;
    for (const parent of parents) {
      const target = parent.startsWith('.') ? join(folder, parent) : undefined;
      if (target === undefined) continue;
      inherited = this.#read(this.#configs.has(target) ? target : `${target}.json`, depth + 1) ?? inherited;
    }
    const baseUrl = typeof options.baseUrl === 'string' ? join(folder, options.baseUrl) : inherited?.baseUrl;
    if (!isRecord(options.paths)) return { baseUrl, paths: inherited?.paths ?? [] };
    const base = baseUrl ?? folder;
    const paths = Object.entries(options.paths).map(([pattern, targets]) => ({
      pattern,
      targets: strings(targets).flatMap((target) => join(base, target) ?? []),
    }));
    return { baseUrl, paths };
  }
}

function globPattern(glob: string): RegExp {
  const source = glob
    .replace(/^\.\//, '')
    .replace(/\/$/, '')
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*\*\/?/g, '\0')
    .replace(/\*/g, '[^/]*')
    .replaceAll('\0', '.*');
  return new RegExp(`^${source}$`);
}

/** What `*` stands for when `text` fits a pattern with at most one `*`; '' for an exact pattern. */
export function matchPattern(pattern: string, text: string): string | undefined {
  const star = pattern.indexOf('*');
  if (star < 0) return pattern === text ? '' : undefined;
  const [head, tail] = [pattern.slice(0, star), pattern.slice(star + 1)];
  const fits = text.length >= head.length + tail.length && text.startsWith(head) && text.endsWith(tail);
  return fits ? text.slice(head.length, text.length - tail.length) : undefined;
}
