// Where the project's ava lies.
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** @returns undefined where it is not installed */
export function avaFolder(from) {
  for (let at = from; ; at = dirname(at)) {
    const path = join(at, 'node_modules/ava');
    if (existsSync(join(path, 'package.json'))) return realpathSync(path);
    if (dirname(at) === at) return undefined;
  }
}
