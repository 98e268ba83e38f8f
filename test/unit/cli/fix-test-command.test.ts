import { spawnSync } from 'node:child_process';
import { afterAll, describe, expect, it } from 'vitest';
import { findTestCommand } from '../../../src/cli/test-command.ts';
import { createRepository, removeRepositories } from '../../support/repository.ts';

afterAll(removeRepositories);

const npmInit = 'echo "Error: no test specified" && exit 1';
const manifest = (test: string, more: object = {}): string => JSON.stringify({ scripts: { test }, ...more });

/** An environment without pytest, and one with it. */
const bare = { '.venv/pyvenv.cfg': '', '.venv/bin/python': '', '.venv/lib/python3.11/site-packages/other.py': '' };
const venv = { ...bare, '.venv/lib/python3.11/site-packages/pytest/__init__.py': '' };

describe('the test command is', () => {
  it.each<[Record<string, string>, string]>([
    [{ 'package.json': manifest('vitest') }, 'npm test'],
    [{ 'package.json': manifest('jest'), 'yarn.lock': '' }, 'yarn test'],
    [{ 'package.json': manifest('jest'), 'pnpm-lock.yaml': '' }, 'pnpm test'],
    [{ 'package.json': manifest('jest'), 'bun.lock': '' }, 'bun run test'],
    [{ 'package.json': manifest('jest', { packageManager: 'pnpm@9.1.0' }), 'package-lock.json': '' }, 'pnpm test'],
    [{ 'pytest.ini': '' }, 'python3 -m pytest'],
    [{ 'pyproject.toml': '[project]\n\n[tool.pytest.ini_options]\n' }, 'python3 -m pytest'],
    [{ 'setup.cfg': '[tool:pytest]\n' }, 'python3 -m pytest'],
    [{ 'tox.ini': '[tox]\n[pytest]\n', ...bare }, '.venv/bin/python -m pytest'],
    [{ 'tests/conftest.py': '' }, 'python3 -m pytest'],
    [{ 'tests/test_a.py': '', 'a.py': '', ...venv }, '.venv/bin/python -m pytest'],
    [{ 'a_test.py': '', 'tests/test_b.py': '', ...venv }, '.venv/bin/python -m pytest'],
    [{ 'test_a.py': '', ...bare }, '.venv/bin/python -m unittest'],
    [{ 'test_a.py': '', 'env/pyvenv.cfg': '', 'env/bin/python': '' }, 'env/bin/python -m unittest'],
    [{ 'tests/test_a.py': '', 'tests/__init__.py': '', ...bare }, '.venv/bin/python -m unittest'],
    [{ 'tests/test_a.py': '', ...bare }, '.venv/bin/python -m unittest discover -s tests'],
    [{ 'tests/test_a.py': '', 'package.json': manifest('jest') }, 'npm test'],
    [{ 'go.mod': 'module example.com/a\n' }, 'go test ./...'],
    // Configuration of another tool, and the script that npm writes, are no tests.
    [{ 'package.json': manifest(npmInit), 'go.mod': '' }, 'go test ./...'],
    [{ 'pyproject.toml': '[tool.ruff]\n', 'setup.cfg': '[flake8]\n', 'package.json': manifest('tap') }, 'npm test'],
  ])('of %j: %s', async (files, command) => {
    expect(await findTestCommand(createRepository().write(files).dir)).toMatchObject({ command });
  });

  it("of test files is pytest's where python3 has it, whatever the repository calls pytest", async () => {
    const has = spawnSync('python3', ['-I', '-c', 'import pytest'], { cwd: '/' }).status === 0;
    const { dir } = createRepository().write({ 'tests/test_a.py': '', 'pytest.py': 'raise SystemExit(0)\n' });
    const command = `python3 -m ${has ? 'pytest' : 'unittest discover -s tests'}`;
    expect(await findTestCommand(dir)).toMatchObject({ command, source: expect.stringContaining('tests/test_a.py') });
  });

  it.each<[Record<string, string>, RegExp]>([
    [{}, /no test command was found .*give one: --test/],
    [{ 'package.json': manifest(npmInit) }, /no test command was found/],
    [{ 'package.json': manifest('  ') }, /no test command was found/],
    // unittest would find a part of these only.
    [{ 'a_test.py': '', ...bare }, /no test command was found/],
    [{ 'test_a.py': '', 'tests/test_b.py': '', ...bare }, /no test command was found/],
    [{ 'package.json': '{"scripts":' }, /no test command was found/],
    [{ 'package.json': '{"scripts":{"test":["a"]}}' }, /no test command was found/],
    [
      { 'package.json': manifest('jest'), 'go.mod': '' },
      /more than one.*"npm test" \(.*\) and "go test \.\/\.\.\." \(go\.mod\); choose one with --test/,
    ],
  ])('not guessed from %j', async (files, message) => {
    await expect(findTestCommand(createRepository().write(files).dir)).rejects.toThrow(message);
  });
});
