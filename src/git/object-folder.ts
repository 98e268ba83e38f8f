import { resolve } from 'node:path';
import { gitOutput } from './command.ts';

/**
 * Environment with which git reads the objects of the repository at `cwd` and writes new ones, and every file it makes
 * on the way to them, to `folder` only.
 */
export async function ownObjectFolder(cwd: string, folder: string): Promise<Readonly<Record<string, string>>> {
  const objects = resolve(cwd, (await gitOutput(['rev-parse', '--git-path', 'objects'], { cwd })).replace(/\n$/, ''));
  return {
    GIT_OBJECT_DIRECTORY: folder,
    // Quoted as git reads it, for a path may hold the character that separates paths.
    GIT_ALTERNATE_OBJECT_DIRECTORIES: `"${objects.replace(/[\\"]/g, '\\$&')}"`,
  };
}
