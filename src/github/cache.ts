import { randomUUID } from 'node:crypto';
import { lstat, mkdir, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Files, SnapshotCache } from '../store/sync/index.ts';

const prefix = 'hone-store-v1-';
// Part of the cache's identity: the same relative path for every runner, or they would not see each other's entries.
const folder = '.hone-cache';
const largestFile = 512 * 2 ** 20;

/**
 * Snapshots in the Actions cache. An entry is never overwritten and a key that was hit is never saved again, so every
 * entry has a key of its own and the newest is found by the common prefix. Entries are scoped: those of the default branch
 * are readable everywhere, those of a pull request only by itself.
 */
export class ActionsCache implements SnapshotCache {
  async restore(): Promise<Files | undefined> {
    const { isFeatureAvailable, restoreCache } = await import('@actions/cache');
    if (!isFeatureAvailable()) throw new Error('the Actions cache is not available here');
    return inFreshFolder(async (path) => {
      const hit = await restoreCache([folder], `${prefix}${randomUUID()}`, [prefix]);
      return hit === undefined ? undefined : readFiles(path);
    });
  }

  async save(files: Files): Promise<void> {
    const { isFeatureAvailable, saveCache } = await import('@actions/cache');
    // The client would look for the service for ten seconds.
    if (!isFeatureAvailable()) throw new Error('the Actions cache is not available here');
    await inFreshFolder(async (path) => {
      for (const [name, bytes] of files) await writeFile(join(path, name), bytes);
      const id = await saveCache([folder], `${prefix}${randomUUID()}`);
      // The client swallows its errors and answers -1.
      if (id === -1) throw new Error('the Actions cache did not keep it (its client printed the reason above)');
    });
  }
}

/** The folder lies in the workspace, where the repository may have put something of that name, a link even. */
async function inFreshFolder<T>(work: (path: string) => Promise<T>): Promise<T> {
  const workspace = process.env.GITHUB_WORKSPACE ?? process.cwd();
  if ((await realpath(workspace)) !== (await realpath(process.cwd()))) {
    throw new Error('the step does not run in GITHUB_WORKSPACE, to which the cache client binds its paths');
  }
  const path = join(workspace, folder);
  await rm(path, { recursive: true, force: true });
  await mkdir(path);
  try {
    return await work(path);
  } finally {
    await rm(path, { recursive: true, force: true });
  }
}

async function readFiles(path: string): Promise<Files> {
  const files = new Map<string, Uint8Array>();
  for (const name of await readdir(path)) {
    const file = join(path, name);
    const stat = await lstat(file);
    if (!stat.isFile() || stat.size > largestFile)
      throw new Error(`the cached file ${JSON.stringify(name)} is not acceptable`);
    files.set(name, await readFile(file));
  }
  return files;
}
