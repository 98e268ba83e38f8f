import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, normalize } from 'node:path';
import { UsageError } from '../../base/errors.ts';
import type { BaseTree } from './base-tree.ts';

export interface Dependency {
  /** Relative to the repository. */
  readonly path: string;
  /** Real path on this machine. */
  readonly source: string;
  readonly kind: 'node_modules' | 'other';
}

const names = ['node_modules', '.venv', 'venv', 'vendor', 'site-packages', '__pypackages__', '.yarn'];

/** True for what lies in a folder of installed dependencies. */
export function isInDependencies(path: string): boolean {
  return path
    .split('/')
    .slice(0, -1)
    .some((folder) => names.includes(folder));
}

/** Virtual environments of Python right below the repository, whatever they are called; `.venv` and `venv` come first. */
export function virtualEnvironments(repository: string): string[] {
  const folders = readdirSync(repository, { withFileTypes: true }).filter((one) => one.isDirectory());
  const found = folders.map(({ name }) => name).filter((name) => existsSync(join(repository, name, 'pyvenv.cfg')));
  return found.sort((a, b) => Number(names.includes(b)) - Number(names.includes(a)) || (a < b ? -1 : 1));
}

/** Tools write into these during a run; each sandbox has its own, empty at first. */
export const writableCaches = ['.cache', '.vite', '.vite-temp'];

/**
 * Folders with installed dependencies, beside any folder of the tree (packages of a monorepo included), and those
 * asked for. What the commit itself holds is left to the commit.
 *
 * @throws UsageError when one that was asked for is not there
 */
export function findDependencies(repository: string, base: BaseTree, asked: readonly string[] = []): Dependency[] {
  const found = new Map<string, Dependency>();
  const add = (path: string): boolean => {
    const source = realFolder(join(repository, path));
    if (source === undefined) return false;
    found.set(path, { path, source, kind: path.split('/').at(-1) === 'node_modules' ? 'node_modules' : 'other' });
    return true;
  };
  for (const folder of base.folders) {
    for (const name of names) {
      const path = folder === '' ? name : `${folder}/${name}`;
      if (!base.paths.has(path)) add(path);
    }
  }
  for (const path of virtualEnvironments(repository)) if (!base.paths.has(path)) add(path);
  for (const given of asked) {
    const path = normalize(given).replace(/\/+$/, '');
    if (isAbsolute(path) || path.split('/').includes('..') || path === '.' || path === '.git') {
      throw new UsageError(`dependency folder "${given}" must lie below the repository`);
    }
    if (base.paths.has(path)) throw new UsageError(`dependency folder "${given}" is part of the commit`);
    if (!add(path)) throw new UsageError(`dependency folder "${given}" is not a folder of ${repository}`);
  }
  return [...found.values()];
}

/** Where the Python of a virtual environment comes from (the `home` of pyvenv.cfg). */
export function virtualEnvironmentHome(dir: string): string | undefined {
  const file = join(dir, 'pyvenv.cfg');
  if (!existsSync(file)) return undefined;
  return /^home\s*=\s*(.+)$/m.exec(readFileSync(file, 'utf8'))?.[1]?.trim();
}

function realFolder(path: string): string | undefined {
  try {
    return statSync(path).isDirectory() ? realpathSync(path) : undefined;
  } catch {
    return undefined;
  }
}
