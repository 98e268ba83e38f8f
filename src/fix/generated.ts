import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Repository, readIgnored } from '../git/index.ts';
import { isInDependencies } from '../sandbox/index.ts';

const mostFiles = 2000;
const mostBytes = 32 * 2 ** 20;
/** What programs load: code in the languages that are repaired, compiled modules, and a package's own description. */
const loaded =
  /\.(?:pyi?|so|pyd|dylib|[cm]?[jt]sx?|json|node|wasm|mo)$|(?:^|\/)py\.typed$|\.(?:egg|dist)-info\/[^/]+$|\.egg-link$/;
/** Caches, reports and builds of other tools. */
const noise = /(?:^|\/)(?:__pycache__|htmlcov|coverage|target|logs?|te?mp)\/|\.min\.js$/;
const secret = /secret|credential|password|token|private|\.env/i;

/**
 * Files that git ignores and the program may need all the same: a version written by an installer, compiled modules, the
 * output of a build. Nothing whose name begins with a dot, nothing that is named like a secret.
 */
export async function readGenerated(
  repository: Repository,
  signal?: AbortSignal,
): Promise<{ files: Readonly<Record<string, Buffer>>; skipped: readonly string[] }> {
  const leaveOut = (path: string): boolean =>
    /(?:^|\/)\./.test(path) ||
    isInDependencies(`${path}x`) ||
    noise.test(path) ||
    (path.endsWith('/')
      ? existsSync(join(repository.root, path, 'pyvenv.cfg'))
      : !loaded.test(path) || secret.test(path));
  const { files, skipped } = await readIgnored(repository, {
    ...{ mostFiles, mostBytes, leaveOut },
    ...(signal === undefined ? {} : { signal }),
  });
  return { files: Object.fromEntries(files.map(({ path, content }) => [path, content])), skipped };
}
