/** After a build: dist/ must be what is committed, with no file added, changed or gone (which `git diff` would miss). */
import { execFileSync } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const status = execFileSync('git', ['status', '--porcelain', '--untracked-files=all', '--', 'dist'], {
  cwd: root,
  encoding: 'utf8',
});
if (status !== '') {
  process.stderr.write(`dist/ is not what the sources build; run "npm run build" and commit it:\n${status}`);
  process.exitCode = 1;
}
