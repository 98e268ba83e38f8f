import { spawn } from 'node:child_process';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../base/errors.ts';
import { virtualEnvironments } from '../sandbox/index.ts';

/** How a repository says that it is tested. */
export interface FoundCommand {
  readonly command: string;
  /** What it was read from: `the script "test" of package.json`. */
  readonly source: string;
}

/** What npm writes into a new package.json. */
const placeholder = /^echo\b.*no test specified.*exit 1$/;

/**
 * The test command of the repository at `root`, from what its tools would read; nothing of the repository is run. Without
 * any configuration, the names of Python's test files say enough.
 *
 * @throws UsageError when there is none or more than one; the message says how to name one
 */
export async function findTestCommand(root: string): Promise<FoundCommand> {
  const all = await Promise.all([packageScript(root), pytest(root), go(root)]);
  const configured = all.filter((one) => one !== undefined);
  const files = configured.length === 0 ? await pythonFiles(root) : undefined;
  const found = files === undefined ? configured : [files];
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  if (only === undefined)
    throw new UsageError(
      'no test command was found (a script "test" in package.json, a pytest configuration, test_*.py files, go.mod); give one: --test "npm test"',
    );
  const list = found.map(({ command, source }) => `"${command}" (${source})`).join(' and ');
  throw new UsageError(`more than one test command was found: ${list}; choose one with --test`);
}

async function packageScript(root: string): Promise<FoundCommand | undefined> {
  const text = await textOf(root, 'package.json');
  if (text === undefined) return undefined;
  const manifest = objectIn(text);
  const script = objectOf(manifest?.scripts)?.test;
  if (typeof script !== 'string' || script.trim() === '' || placeholder.test(script.trim())) return undefined;
  const manager = await packageManager(root, manifest?.packageManager);
  // `bun test` would be bun's own test runner.
  const command = manager === 'bun' ? 'bun run test' : `${manager} test`;
  return { command, source: 'the script "test" of package.json' };
}

async function packageManager(root: string, declared: unknown): Promise<string> {
  const name = typeof declared === 'string' ? /^(npm|yarn|pnpm|bun)@/.exec(declared)?.[1] : undefined;
  if (name !== undefined) return name;
  const locks = [
    ['package-lock.json', 'npm'],
    ['pnpm-lock.yaml', 'pnpm'],
    ['yarn.lock', 'yarn'],
    ['bun.lock', 'bun'],
    ['bun.lockb', 'bun'],
  ] as const;
  for (const [lock, manager] of locks) if (await isFile(root, lock)) return manager;
  return 'npm';
}

/** Files that configure pytest, and the section that must be in those that serve other tools too. */
const pytestFiles = [
  ['pytest.ini', /(?:)/],
  ['.pytest.ini', /(?:)/],
  ['pytest.toml', /(?:)/],
  ['.pytest.toml', /(?:)/],
  ['pyproject.toml', /^\[tool\.pytest(?:\.ini_options)?\]/m],
  ['setup.cfg', /^\[tool:pytest\]/m],
  ['tox.ini', /^\[pytest\]/m],
  ['conftest.py', /(?:)/],
  ['tests/conftest.py', /(?:)/],
  ['test/conftest.py', /(?:)/],
] as const;

async function pytest(root: string): Promise<FoundCommand | undefined> {
  for (const [path, section] of pytestFiles) {
    const text = await textOf(root, path);
    if (text === undefined || !section.test(text)) continue;
    return { command: `${await pythonOf(root)} -m pytest`, source: path };
  }
  return undefined;
}

async function pythonOf(root: string): Promise<string> {
  for (const folder of virtualEnvironments(root)) {
    if (await isFile(root, `${folder}/bin/python`)) return `${folder}/bin/python`;
  }
  return 'python3';
}

/** Where pytest and unittest look by habit, and what pytest takes for a test file. */
const testFolders = ['.', 'tests', 'test'];
const testFile = /^(?:test_.*|.*_test)\.py$/;

/** For test files without any configuration: pytest where it is installed, else unittest where it finds all of them. */
async function pythonFiles(root: string): Promise<FoundCommand | undefined> {
  const folders: { folder: string; files: string[] }[] = [];
  for (const folder of testFolders) {
    const names = await readdir(join(root, folder)).catch(() => []);
    const files = names.filter((name) => testFile.test(name)).sort();
    if (files.length > 0) folders.push({ folder, files });
  }
  const [only] = folders;
  if (only === undefined) return undefined;
  const [first = ''] = only.files;
  const python = await pythonOf(root);
  const source = `test files such as ${only.folder === '.' ? first : `${only.folder}/${first}`}`;
  if (await hasPytest(root, python)) return { command: `${python} -m pytest`, source: `${source} and pytest` };
  if (folders.length > 1 || only.files.some((name) => !name.startsWith('test'))) return undefined;
  const found = only.folder === '.' || (await isFile(root, `${only.folder}/__init__.py`));
  return { command: `${python} -m unittest${found ? '' : ` discover -s ${only.folder}`}`, source };
}

/** Whether that Python can import pytest. One of the repository's own is looked at only: it could be any program. */
async function hasPytest(root: string, python: string): Promise<boolean> {
  if (python !== 'python3') {
    const library = join(python, '../../lib');
    const versions = await readdir(join(root, library)).catch(() => []);
    const inside = versions.map((version) => `${library}/${version}/site-packages/pytest/__init__.py`);
    return (await Promise.all(inside.map((path) => isFile(root, path)))).includes(true);
  }
  // Isolated mode and another folder: what the repository calls pytest is not meant.
  const script = 'import sys; from importlib.util import find_spec; sys.exit(find_spec("pytest") is None)';
  const child = spawn(python, ['-I', '-c', script], { cwd: '/', stdio: 'ignore', timeout: 10_000 });
  return new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('close', (status) => resolve(status === 0));
  });
}

async function go(root: string): Promise<FoundCommand | undefined> {
  return (await isFile(root, 'go.mod')) ? { command: 'go test ./...', source: 'go.mod' } : undefined;
}

async function textOf(root: string, path: string): Promise<string | undefined> {
  return readFile(join(root, path), 'utf8').catch(() => undefined);
}

async function isFile(root: string, path: string): Promise<boolean> {
  return stat(join(root, path)).then(
    (found) => found.isFile(),
    () => false,
  );
}

function objectIn(json: string): Record<string, unknown> | undefined {
  try {
    return objectOf(JSON.parse(json));
  } catch {
    return undefined;
  }
}

function objectOf(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null ? { ...value } : undefined;
}
