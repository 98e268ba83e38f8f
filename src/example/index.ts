import { mkdtempSync, realpathSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { join } from 'node:path';
import { CannotRunError, messageOf } from '../base/errors.ts';
import { gitOutput } from '../git/command.ts';
import { history } from './history.ts';
import { fastImportStream } from './stream.ts';

/**
 * Makes the example repository in a new temporary directory: a small JavaScript service with fifteen weeks of history
 * that ends in the week before `now`, with a commit that breaks a test. The same on every machine, object names
 * included, for a week; the user's own git configuration (identity, signing, hooks, templates) has no part in it.
 *
 * @param now milliseconds since the epoch
 * @returns the absolute path of the work tree
 * @throws CannotRunError when git is missing or the directory cannot be written
 */
export async function createExampleRepository(now: number, parent: string = tmpdir()): Promise<string> {
  try {
    const dir = join(realpathSync(mkdtempSync(join(parent, 'hone-example-'))), 'quayside');
    const env = { GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: '1' };
    await gitOutput(['init', '--quiet', '--template=', '--initial-branch=main', '--', dir], { cwd: parent, env });
    await gitOutput(['fast-import', '--quiet', '--done'], { cwd: dir, env, input: fastImportStream(history, now) });
    await gitOutput(['reset', '--quiet', '--hard', 'main'], { cwd: dir, env });
    return dir;
  } catch (error) {
    throw new CannotRunError(`the example repository could not be made: ${messageOf(error)}`);
  }
}
