import { posix } from 'node:path';
import type { Snapshot } from './snapshot.ts';

/** What others may import of a package. */
export interface PackageEntries {
  /**
   * `closed`: nobody outside imports it (an application, a private package). `open`: these files are its doors.
   * `unknown`: it cannot be told which files of the repository its entry points are made from.
   */
  readonly kind: 'closed' | 'open' | 'unknown';
  readonly files: readonly string[];
  /** Folders in which every module can be imported by its path. */
  readonly folders: readonly string[];
}

const closed: PackageEntries = { kind: 'closed', files: [], folders: [] };
const unknown: PackageEntries = { kind: 'unknown', files: [], folders: [] };

/** Entry points of the package that a source file belongs to. */
export function entriesFor(path: string, snapshot: Snapshot): PackageEntries {
  return path.endsWith('.py') || path.endsWith('.pyi')
    ? pythonEntries(path, snapshot)
    : ecmascriptEntries(path, snapshot);
}

function* foldersAbove(path: string): Generator<string> {
  for (let folder = posix.dirname(path); ; folder = posix.dirname(folder)) {
    yield folder === '.' ? '' : folder;
    if (folder === '.' || folder === '/') return;
  }
}

function ecmascriptEntries(path: string, { texts, paths }: Snapshot): PackageEntries {
  for (const folder of foldersAbove(path)) {
    const text = texts.get(posix.join(folder, 'package.json'));
    if (text === undefined) continue;
    const manifest = readManifest(text);
    // A nested package.json that only sets the module type names no package.
    if (!manifest || (manifest.name === undefined && folder !== '')) continue;
    if (manifest.private === true) return closed;
    const targets = [
      ...targetsOf(manifest.exports),
      ...targetsOf(manifest.main),
      ...targetsOf(manifest.module),
      ...targetsOf(manifest.browser),
      ...targetsOf(manifest.types),
    ];
    if (targets.length === 0) targets.push('index.js');
    const files = targets.flatMap((target) => sourceOf(folder, target, paths) ?? []);
    const folders = targets.flatMap((target) => sourceFolder(folder, target, paths) ?? []);
    if (files.length + folders.length > 0) return { kind: 'open', files: [...new Set(files)], folders };
    // Without an entry point there is nothing that `import 'name'` could find.
    return [manifest.exports, manifest.main, manifest.module].every((one) => one === undefined) ? closed : unknown;
  }
  return unknown;
}

function readManifest(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function targetsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(targetsOf);
}

const built = /^(?:dist|build|lib|out|output|esm|cjs|es|umd|types)(?:\/(?:esm|cjs|es|umd|types|src))?\//;
const extensions = ['.ts', '.tsx', '.mts', '.cts', '.js', '.mjs', '.cjs', '.jsx'];

/** The source file that a published path is, or is built from. */
function sourceOf(folder: string, target: string, paths: ReadonlySet<string>): string | undefined {
  const relative = posix.normalize(target).replace(/^\.\//, '');
  if (relative.includes('*')) return undefined;
  const bare = relative.replace(/(?:\.d)?\.[cm]?[jt]sx?$/, '');
  const inner = bare.replace(built, '');
  const stems = [bare, `src/${inner}`, inner, `source/${inner}`, `lib/${inner}`];
  const candidates = [
    relative,
    ...stems.flatMap((stem) => [
      ...extensions.map((ext) => stem + ext),
      ...extensions.map((ext) => `${stem}/index${ext}`),
    ]),
  ];
  return candidates.map((candidate) => posix.join(folder, candidate)).find((candidate) => paths.has(candidate));
}

function sourceFolder(folder: string, target: string, paths: ReadonlySet<string>): string | undefined {
  if (!target.includes('*')) return undefined;
  const prefix = posix.normalize(target.slice(0, target.indexOf('*'))).replace(/^\.\//, '');
  const places = [prefix, prefix.replace(built, 'src/')].map((place) => posix.join(folder, place));
  return places.find((place) => [...paths].some((path) => path.startsWith(place)));
}

function pythonEntries(path: string, { texts, paths }: Snapshot): PackageEntries {
  for (const folder of foldersAbove(path)) {
    const at = (name: string): string => posix.join(folder, name);
    if (paths.has(at('manage.py'))) return closed;
    const project = texts.get(at('pyproject.toml')) ?? '';
    const named = /^\s*\[(?:project|tool\.poetry)\]/m.test(project) && !/^\s*package-mode\s*=\s*false/m.test(project);
    const classic = texts.has(at('setup.py')) || /^\s*\[metadata\]/m.test(texts.get(at('setup.cfg')) ?? '');
    if (!named && !classic) continue;
    return publicPython(path, folder, paths);
  }
  return unknown;
}

/** By custom everything without a leading underscore is public, but only the package's own face is promised. */
function publicPython(path: string, root: string, paths: ReadonlySet<string>): PackageEntries {
  const relative = root === '' ? path : path.slice(root.length + 1);
  const parts = relative.replace(/^src\//, '').split('/');
  const base = relative.startsWith('src/') ? posix.join(root, 'src') : root;
  const top = parts[0] as string;
  if (parts.some((part) => part.startsWith('_') && part !== '__init__.py')) return closed;
  if (parts.length === 1)
    return top === 'setup.py' || top === 'conftest.py' ? closed : { kind: 'open', files: [path], folders: [] };
  const face = posix.join(base, top, '__init__.py');
  return paths.has(face) ? { kind: 'open', files: [face], folders: [posix.join(base, top)] } : closed;
}
