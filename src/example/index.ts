import { spawn } from 'node:child_process';
import { mkdtempSync, realpathSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { join } from 'node:path';
import { CannotRunError, messageOf } from '../base/errors.ts';
import { history } from './history.ts';
import { fastImportStream } from './stream.ts';

/**
 * Makes the example repository in a new temporary directory: a small JavaScript service with ten weeks of history, in
 * which the newest commit breaks a test. The same on every machine, object names included; the user's own git
 * configuration (identity, signing, hooks, templates) has no part in it.
 *
 * @returns the absolute path of the work tree
 * @throws CannotRunError when git is missing or the directory cannot be written
 */
export async function createExampleRepository(parent: string = tmpdir()): Promise<string> {
  try {
    const dir = join(realpathSync(mkdtempSync(join(parent, 'hone-example-'))), 'quayside');
    await git(parent, ['init', '--quiet', '--template=', '--initial-branch=main', '--', dir]);
    await git(dir, ['fast-import', '--quiet', '--done'], fastImportStream(history));
    await git(dir, ['reset', '--quiet', '--hard', 'main']);
    return dir;
  } catch (error) {
    throw new CannotRunError(`the example repository could not be made: ${messageOf(error)}`);
  }
}

function git(cwd: string, args: readonly string[], input = ''): Promise<void> {
  return new Promise((resolve, reject) => {
    const env = { PATH: process.env.PATH, GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: '1', LC_ALL: 'C' };
    const child = spawn('git', args, { cwd, env, stdio: ['pipe', 'ignore', 'pipe'] });
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
    });
    // Git may end before it has read everything; its exit status says why.
    child.stdin.on('error', () => {});
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(errors.trim() || `git ended with ${code}`)),
    );
    child.stdin.end(input);
  });
}
