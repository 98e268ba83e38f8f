import { readdir, readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';

/**
 * Folders that the `workspaces` of a package.json name, or else `pnpm-workspace.yaml`, relative to the repository.
 * Patterns end in `/*` or name a folder: what npm's, yarn's and pnpm's own documentation shows.
 */
export async function workspaceFolders(root: string, cwd: string, workspaces: unknown): Promise<string[]> {
  const listed =
    typeof workspaces === 'object' && workspaces !== null && 'packages' in workspaces
      ? workspaces.packages
      : (workspaces ?? (await pnpmPackages(join(root, cwd))));
  const patterns: unknown[] = Array.isArray(listed) ? listed : ['packages/*'];
  const folders: string[] = [];
  for (const pattern of patterns) {
    if (typeof pattern !== 'string' || pattern.startsWith('!')) continue;
    const plain = posix.normalize(posix.join(cwd, pattern.replace(/\/\*+$/, '')));
    if (!/\/\*+$/.test(pattern)) {
      folders.push(plain);
      continue;
    }
    const entries = await readdir(join(root, plain), { withFileTypes: true }).catch(() => []);
    const inside = entries.filter((entry) => entry.isDirectory()).map((entry) => posix.join(plain, entry.name));
    folders.push(...inside.sort());
  }
  return folders;
}

async function pnpmPackages(folder: string): Promise<unknown> {
  const text = await readFile(join(folder, 'pnpm-workspace.yaml'), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const { parse } = await import('yaml');
  try {
    const parsed: unknown = parse(text);
    return typeof parsed === 'object' && parsed !== null && 'packages' in parsed ? parsed.packages : undefined;
  } catch {
    return undefined;
  }
}
