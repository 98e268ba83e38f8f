import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { confirm } from '../../../src/fix/confirm.ts';
import { openWorkshop } from '../../../src/fix/workshop.ts';
import { openWorkspace } from '../../../src/fix/workspace.ts';
import { openRepository } from '../../../src/git/index.ts';
import { detect, runTests } from '../../../src/testing/index.ts';

it('counts tests that have to pass: none that is skipped', async () => {
  const root = mkdtempSync(join(tmpdir(), 'hone-confirm-'));
  const files = {
    'sol.cjs': 'exports.next = (x) => {\n  return x + 2;\n};\n',
    'a.test.cjs': `const { test } = require('node:test');
test('next', () => require('node:assert').equal(require('./sol.cjs').next(1), 2));
test.skip('elsewhere', () => {});
`,
  };
  for (const [path, text] of Object.entries(files)) writeFileSync(join(root, path), text);
  const git = (...words: string[]): Buffer =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...words], { cwd: root });
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'all');
  const workspace = await openWorkspace(await openRepository(root));
  const command = await detect('node --test', root);
  const workshop = await openWorkshop(workspace, [command], 'namespaces');
  try {
    const sandbox = await workshop.open();
    const run = await runTests(sandbox, command, { timeoutMs: 20_000 });
    const found = { texts: { 'sol.cjs': files['sol.cjs'].replace('2', '1') } };
    const limits = { timeoutMs: 20_000, testTimeoutMs: 2000, flaky: new Set<string>() };
    const confirmation = await confirm(found, { workspace, workshop, command, run, ...limits });
    expect(confirmation).toMatchObject({ green: true, tests: { passed: 1, total: 1 }, coverage: 1 });
  } finally {
    await workshop.close();
    rmSync(root, { recursive: true });
  }
});
