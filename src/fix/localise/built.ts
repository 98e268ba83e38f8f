import { posix } from 'node:path';
import { isGraphInput } from '../../code/index.ts';

/** Folders where programs lie that are built as a whole. */
const sourceFolder = /^(?:src|source|lib)\//;

/**
 * Files of the repository that a file was probably made of which is none itself: what a build writes without source
 * maps. Those of its name, the one with most of its folders; of a bundle, all in the folder of the sources.
 */
export function sourcesOfBuilt(
  built: string,
  paths: readonly string[],
  isProgram: (file: string) => boolean,
): readonly string[] {
  const programs = paths.filter((path) => isGraphInput(path) && isProgram(path));
  const folders = new Set(posix.dirname(built).split('/'));
  const shared = (path: string): number =>
    posix
      .dirname(path)
      .split('/')
      .filter((name) => folders.has(name)).length;
  const [best] = programs.filter((path) => stemOf(path) === stemOf(built)).sort((a, b) => shared(b) - shared(a));
  return best === undefined ? programs.filter((path) => sourceFolder.test(path)) : [best];
}

function stemOf(path: string): string {
  return posix.basename(path).replace(/(?:\.min|\.umd|\.esm|\.node)?\.[cm]?[jt]sx?$/, '');
}
