import { accessSync, constants, existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, delimiter, dirname, isAbsolute, join } from 'node:path';
import { runCommand } from './command.ts';
import { virtualEnvironmentHome } from './dependencies.ts';

/** Always visible, read-only. What lies elsewhere is shown only when a tool needs it. */
export const systemFolders = ['/usr', '/bin', '/sbin', '/lib', '/lib32', '/lib64', '/libx32', '/nix/store'];

const systemPath = ['/usr/local/bin', '/usr/bin', '/bin', '/usr/local/sbin', '/usr/sbin', '/sbin'];

/** Commands made visible when the machine has them; a specification may name more. */
const usual = ['node', 'npm', 'npx', 'python3', 'python', 'git'];

export interface Toolchains {
  /** Real paths to show read-only at the same place. */
  readonly visible: readonly string[];
  /** `PATH`, and what tells tools where the home's packages are. */
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Finds the folders that commands need: the real place of each executable and the installation around it (`X` for
 * `X/bin/tool`), but never a folder that holds the home or the repository. Shims of version managers are asked where
 * the command really is.
 */
export async function findToolchains(repository: string, tools: readonly string[] = []): Promise<Toolchains> {
  const found = await Promise.all([...new Set([...usual, ...tools])].map((tool) => findTool(tool, repository)));
  const needed = found.filter((tool) => tool !== undefined && !inside(tool.file, repository)) as FoundTool[];
  if (!needed.some(({ file }) => basename(file) === 'node')) needed.push({ folder: '', file: process.execPath });
  const packages = userPackages();
  const visible = [...packages, ...needed.flatMap(({ file }) => placesOf(file, repository))];
  return {
    visible: [...new Set(visible)].filter((place) => !systemFolders.some((folder) => inside(place, folder))),
    env: {
      PATH: orderedPath(needed),
      ...(packages.length > 0 ? { PYTHONUSERBASE: join(homedir(), '.local') } : {}),
    },
  };
}

interface FoundTool {
  /** Where on the PATH; empty when it is not from there. */
  readonly folder: string;
  readonly file: string;
}

/** Folders in the order of the caller's PATH, so that the same command wins inside. */
function orderedPath(needed: readonly FoundTool[]): string {
  const path = new Set<string>();
  for (const folder of searchPath()) {
    for (const tool of needed) if (tool.folder === folder) path.add(dirname(tool.file));
    if (systemPath.includes(folder)) path.add(folder);
  }
  for (const { file } of needed) path.add(dirname(file));
  for (const folder of systemPath) path.add(folder);
  return [...path].join(delimiter);
}

function searchPath(): string[] {
  return (process.env.PATH ?? '').split(delimiter).filter((folder) => isAbsolute(folder));
}

async function findTool(tool: string, repository: string): Promise<FoundTool | undefined> {
  if (isAbsolute(tool)) return executable(tool) ? { folder: '', file: tool } : undefined;
  if (tool.includes('/')) return undefined;
  for (const folder of searchPath()) {
    const file = join(folder, tool);
    if (!executable(file)) continue;
    if (basename(folder) !== 'shims') return { folder, file };
    const real = await behindShim(folder, tool, repository);
    if (real !== undefined) return { folder, file: real };
  }
  return undefined;
}

/** pyenv, rbenv, nodenv, asdf: `MANAGER which TOOL` in the repository honours its version file. */
async function behindShim(shims: string, tool: string, repository: string): Promise<string | undefined> {
  const root = dirname(shims);
  const manager = basename(root).replace(/^\./, '');
  const program = [join(root, 'bin', manager), join(root, 'libexec', manager)].find(executable);
  if (program === undefined) return undefined;
  const { status, stdout } = await runCommand(program, ['which', tool], { cwd: repository, timeout: 10_000 });
  const file = stdout.trim().split('\n').at(-1) ?? '';
  return status === 0 && executable(file) ? file : undefined;
}

/** The installations an executable lives in: where it is named, and where its links lead. */
export function placesOf(file: string, repository: string): string[] {
  const real = realpathSync(file);
  const places = [file, real].flatMap((path) => installation(path, repository));
  const environment = virtualEnvironmentHome(dirname(dirname(file)));
  if (environment !== undefined && existsSync(environment)) {
    places.push(...installation(join(environment, basename(real)), repository));
  }
  return [...new Set(places)].filter(existsSync);
}

function installation(file: string, repository: string): string[] {
  const bin = dirname(file);
  const prefix = basename(bin) === 'bin' ? dirname(bin) : bin;
  const home = homedir();
  const nodePackages = join(prefix, 'lib', 'node_modules');
  if ([home, repository].some((secret) => inside(secret, prefix))) return [file, nodePackages];
  // Folders right below the home (.local, .cargo, go) keep settings and credentials beside their `bin`.
  if (dirname(prefix) === home) return [bin, nodePackages];
  return [prefix];
}

/** Packages of `pip install --user`. */
function userPackages(): string[] {
  const library = join(homedir(), '.local', 'lib');
  if (!existsSync(library)) return [];
  return readdirSync(library)
    .filter((name) => /^python3\.\d+$/.test(name))
    .map((name) => join(library, name));
}

/** Whether `path` is `folder` or lies below it. */
export function inside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

function executable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
