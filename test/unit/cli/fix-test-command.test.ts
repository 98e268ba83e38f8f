import { afterAll, describe, expect, it } from 'vitest';
import { findTestCommand } from '../../../src/cli/test-command.ts';
import { createRepository, removeRepositories } from '../../support/repository.ts';

afterAll(removeRepositories);

const npmInit = 'echo "Error: no test specified" && exit 1';
const manifest = (test: string, more: object = {}): string => JSON.stringify({ scripts: { test }, ...more });

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
    [{ 'tox.ini': '[tox]\n[pytest]\n', '.venv/bin/python': '' }, '.venv/bin/python -m pytest'],
    [{ 'tests/conftest.py': '' }, 'python3 -m pytest'],
    [{ 'go.mod': 'module example.com/a\n' }, 'go test ./...'],
    // Configuration of another tool, and the script that npm writes, are no tests.
    [{ 'package.json': manifest(npmInit), 'go.mod': '' }, 'go test ./...'],
    [{ 'pyproject.toml': '[tool.ruff]\n', 'setup.cfg': '[flake8]\n', 'package.json': manifest('tap') }, 'npm test'],
  ])('of %j: %s', async (files, command) => {
    expect(await findTestCommand(createRepository().write(files).dir)).toMatchObject({ command });
  });

  it.each<[Record<string, string>, RegExp]>([
    [{}, /no test command was found .*give one: --test/],
    [{ 'package.json': manifest(npmInit) }, /no test command was found/],
    [{ 'package.json': manifest('  ') }, /no test command was found/],
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
