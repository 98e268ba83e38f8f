import { readdir } from 'node:fs/promises';
import { join, posix } from 'node:path';

/**
 * Folders that the `workspaces` of a package.json name, relative to the repository. Patterns end in `/*` or name a
 * folder: what npm's, yarn's and pnpm's own documentation shows.
 */
export async function glob(root: string, cwd: string, workspaces: unknown): Promise<string[]> {
  const patterns = Array.isArray(workspaces)
    ? workspaces
    : typeof workspaces === 'object' &&
        workspaces !== null &&
        'packages' in workspaces &&
        Array.isArray(workspaces.packages)
      ? workspaces.packages
      : ['packages/*'];
  const folders: string[] = [];
  for (const pattern of patterns) {
    if (typeof pattern !== 'string') continue;
    const plain = posix.normalize(posix.join(cwd, pattern.replace(/\/\*+$/, '')));
    if (!/\/\*+$/.test(pattern)) {
      folders.push(plain);
      continue;
    }
    const entries = await readdir(join(root, plain), { withFileTypes: true }).catch(() => []);
    folders.push(...entries.filter((entry) => entry.isDirectory()).map((entry) => posix.join(plain, entry.name)));
  }
  return folders;
}
