import { openBlobs, resolveRevision } from '../git/index.ts';
import type { Workspace } from './workspace.ts';

/** A file as it was some commits ago. */
export interface EarlierText {
  /** 0: in the commit that the uncommitted file differs from; 1: in the commit before it; and so on. */
  readonly age: number;
  readonly text: string;
}

/** Further back, what changed is no longer what broke. */
const oldest = 5;

/**
 * Texts that the files had before, the newest first, one for each time that a file changed within the last commits (of
 * merges, along the first parent). A shallow clone has fewer.
 */
export async function earlierTexts(
  { repository, commit, uncommitted, read }: Workspace,
  paths: readonly string[],
): Promise<Map<string, EarlierText[]>> {
  const found = new Map<string, EarlierText[]>();
  const last = await read(paths);
  const blobs = openBlobs(repository, { maxBytes: 512 * 1024 });
  try {
    for (let age = 0; age <= oldest; age += 1) {
      const sha = age === 0 ? commit : await resolveRevision(repository, `${commit}~${age}`).catch(() => undefined);
      if (sha === undefined) break;
      for (const path of paths) {
        if (age === 0 && !(path in uncommitted)) continue;
        const text = (await blobs.read(sha, path).catch(() => undefined))?.toString('utf8');
        if (text === undefined || text === last.get(path)) continue;
        found.set(path, [...(found.get(path) ?? []), { age, text }]);
        last.set(path, text);
      }
    }
  } finally {
    await blobs.close();
  }
  return found;
}
