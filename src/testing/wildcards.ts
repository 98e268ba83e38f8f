import { readdir } from 'node:fs/promises';
import { join, posix } from 'node:path';

/**
 * Files that a shell would put in the place of a pattern (`*`, `?`, `[a-z]`; `**` is one folder, as in sh), relative to
 * `folder` and sorted. The pattern itself when there is none.
 */
export async function expandWildcards(folder: string, pattern: string): Promise<string[]> {
  let found = [pattern.startsWith('/') ? '/' : ''];
  const parts = pattern.split('/').filter(Boolean);
  for (const [at, part] of parts.entries()) {
    if (!/[*?[]/.test(part)) {
      found = found.map((path) => posix.join(path, part));
      continue;
    }
    const matches = matcher(part);
    const next = await Promise.all(
      found.map(async (path) => {
        const start = path.startsWith('/') ? path : join(folder, path);
        const entries = await readdir(start, { withFileTypes: true }).catch(() => []);
        return entries
          .filter((entry) => at === parts.length - 1 || !entry.isFile())
          .filter(({ name }) => matches.test(name) && (part.startsWith('.') || !name.startsWith('.')))
          .map(({ name }) => posix.join(path, name));
      }),
    );
    found = next.flat().sort();
  }
  return found.length === 0 ? [pattern] : found;
}

function matcher(part: string): RegExp {
  const source = part.replace(/\[!?[^\]]*\]|[\s\S]/g, (piece) => {
    if (piece === '*') return '.*';
    if (piece === '?') return '.';
    if (piece.length > 2) return `[${piece.slice(1, -1).replace(/^!/, '^').replaceAll('\\', '\\\\')}]`;
    return piece.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  });
  return new RegExp(`^${source}$`);
}
