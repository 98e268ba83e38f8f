/**
 * What must hold besides the tests: types, lint, the import rule, generated tables, workflows, and that dist/ is
 * exactly what the sources build. Runs everything, then says what failed.
 *
 *   npm run check [-- NAME ...]
 */
import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

interface Check {
  readonly name: string;
  readonly commands: readonly (readonly string[])[];
}

const checks: readonly Check[] = [
  { name: 'types', commands: [['npx', 'tsc', '--noEmit']] },
  { name: 'lint', commands: [['npx', 'biome', 'check', '--error-on-warnings', '.']] },
  { name: 'imports', commands: [['npx', 'depcruise', 'src', '--config', '.dependency-cruiser.cjs']] },
  { name: 'docs', commands: [['node', 'scripts/action-docs.ts', '--check']] },
  { name: 'workflows', commands: [['node', 'scripts/check-workflows.ts']] },
  {
    name: 'dist',
    commands: [
      ['node', 'scripts/build.ts'],
      ['node', 'scripts/check-dist.ts'],
    ],
  },
];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !checks.some((check) => check.name === name));
if (unknown.length > 0) {
  process.stderr.write(
    `check: no check named ${unknown.join(', ')}; there are: ${checks.map((c) => c.name).join(', ')}\n`,
  );
  process.exit(2);
}

const failed: string[] = [];
for (const check of checks) {
  if (asked.length > 0 && !asked.includes(check.name)) continue;
  process.stdout.write(`== ${check.name}\n`);
  const ok = check.commands.every(([command, ...args]) => {
    const result = spawnSync(command ?? '', args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    return result.status === 0;
  });
  if (!ok) failed.push(check.name);
}
process.stdout.write(failed.length > 0 ? `check: failed: ${failed.join(', ')}\n` : 'check: all good\n');
process.exitCode = failed.length > 0 ? 1 : 0;
