import { accessSync, constants, existsSync, lstatSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf } from '../base/errors.ts';

/** `.hone` of a repository, made ready. */
export interface Directory {
  readonly path: string;
  /** Where the journals are. */
  readonly journals: string;
  /** Why nothing can be written there; undefined when it can. */
  readonly obstacle: string | undefined;
  /** True when what is in the way is a link: a repository must not lead Hone to files outside of it. */
  readonly foreign: boolean;
}

/** Makes the directory when it is missing. Never throws. */
export function prepareDirectory(path: string): Directory {
  const journals = join(path, 'journal');
  try {
    const link = [path, journals].find((place) => lstatSync(place, { throwIfNoEntry: false })?.isSymbolicLink());
    if (link !== undefined) {
      const obstacle = `${link} is a symbolic link, which is not followed`;
      return { path, journals, obstacle, foreign: true };
    }
    mkdirSync(journals, { recursive: true });
    for (const place of [path, journals]) accessSync(place, constants.W_OK);
    ignoreForGit(path);
    return { path, journals, obstacle: undefined, foreign: false };
  } catch (error) {
    return { path, journals, obstacle: messageOf(error), foreign: false };
  }
}

function ignoreForGit(directory: string): void {
  try {
    // Only when nothing at all is there: a dangling link would be followed.
    writeFileSync(join(directory, '.gitignore'), '*\n', { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** Paths of the journals, none of them a link. */
export function listJournals(directory: string): string[] {
  if (!existsSync(directory)) return [];
  const files = readdirSync(directory, { withFileTypes: true }).filter((entry) => entry.isFile());
  const names = files.map(({ name }) => name).filter((name) => name.endsWith('.jsonl'));
  return names.sort().map((name) => join(directory, name));
}
