import { existsSync } from 'node:fs';
import { basename, join, posix } from 'node:path';
import type { FrameworkName } from './types.ts';

const pythonName = /^(?:python|pypy)[\d.]*$/;
const managers = new Set(['npm', 'pnpm', 'yarn', 'bun']);

/** A sandbox has no network and shows what is installed already. */
export function installs([program = '', ...rest]: readonly string[]): boolean {
  const verb = rest.find((word) => !word.startsWith('-'));
  if (managers.has(program))
    return verb === undefined ? program === 'yarn' : ['ci', 'i', 'install', 'clean-install'].includes(verb);
  if (['pip', 'pip3', 'poetry', 'uv', 'pipenv'].includes(program)) return ['install', 'sync'].includes(verb ?? '');
  return pythonName.test(program) && rest[0] === '-m' && rest[1] === 'pip' && rest[2] === 'install';
}

/** `npx vitest`, `nyc mocha`, `poetry run pytest`: the part that starts the framework. The words themselves if there is none. */
export function unwrap(argv: readonly string[]): readonly string[] {
  const [program = '', second = ''] = argv;
  const name = nameOf(program);
  if (name === 'npx' || name === 'bunx') return after(argv, npxValued);
  // Coverage of its own would get in the way of ours.
  if (name === 'nyc' || name === 'c8') return after(argv, coverageValued);
  // It starts vitest with what it is told.
  if (name === 'ts-scripts' && (second === 'test' || second === 'specs')) return ['vitest', 'run', ...argv.slice(2)];
  if (name === 'dotenv' || name === 'env-cmd') return argv.includes('--') ? argv.slice(argv.indexOf('--') + 1) : argv;
  if ((name === 'pnpm' || name === 'yarn' || name === 'npm') && second === 'exec') {
    return argv.slice(argv[2] === '--' ? 3 : 2);
  }
  if ((name === 'pnpm' || name === 'yarn') && (frameworkOf(argv.slice(1)) !== 'unknown' || isCheck(argv.slice(1))))
    return argv.slice(1);
  if (name === 'time' || name === 'corepack') return argv.slice(1);
  if (runners.has(name) && second === 'run') return argv.slice(2);
  if (name === 'coverage' && second === 'run' && argv.includes('-m'))
    return ['python3', ...argv.slice(argv.indexOf('-m'))];
  return argv;
}

const npxValued = new Set(['-p', '--package']);
const coverageValued = new Set([
  ...['-r', '--reporter', '-x', '--exclude', '-n', '--include', '-e', '--extension', '-i', '--require', '-o'],
  ...['--report-dir', '--reports-dir', '--temp-dir', '--temp-directory', '-t', '--cwd', '--src', '-c', '--config'],
  ...['--lines', '--branches', '--functions', '--statements', '--watermarks', '--nycrc-path', '--exclude-node-modules'],
]);
const runners = new Set(['poetry', 'uv', 'pipenv', 'pdm', 'rye', 'hatch']);

/** What stands behind a program's own options. */
function after(argv: readonly string[], valued: ReadonlySet<string>): readonly string[] {
  const at = argv.findIndex((word, index) => index > 0 && !word.startsWith('-') && !valued.has(argv[index - 1] ?? ''));
  return at < 0 ? argv : argv.slice(at);
}

function nameOf(program: string): string {
  return basename(program).replace(/\.(?:[cm]?js|cmd)$/, '');
}

export function frameworkOf(argv: readonly string[]): FrameworkName {
  const name = nameOf(argv[0] ?? '');
  if (name === 'node' || name === 'nodejs' || name === 'tsx') {
    if (argv.some((word) => word === '--test' || word.startsWith('--test='))) return 'node';
    const script = argv.slice(1).find((word) => !word.startsWith('-'));
    return script?.includes('node_modules/') ? javascriptTool(nameOf(script)) : 'unknown';
  }
  // They hand their arguments on to jest.
  if ((name === 'kcd-scripts' || name === 'react-scripts' || name === 'tsdx') && argv[1] === 'test') return 'jest';
  if (name === 'pytest' || name === 'py.test') return 'pytest';
  if (pythonName.test(name)) {
    const module = argv[argv.indexOf('-m') + 1];
    if (!argv.includes('-m')) return 'unknown';
    return module === 'pytest' ? 'pytest' : module === 'unittest' ? 'unittest' : 'unknown';
  }
  if (name === 'go' && argv[1] === 'test') return 'go';
  return javascriptTool(name);
}

/** They watch for changes, unless they believe to be where nobody looks on. */
export function watches(argv: readonly string[]): boolean {
  return argv[1] === 'test' && ['kcd-scripts', 'react-scripts'].includes(nameOf(argv[0] ?? ''));
}

const tools = ['vitest', 'jest', 'mocha', 'tape', 'tap', 'ava'] as const;

function javascriptTool(tool: string): FrameworkName {
  if (tool === '_mocha') return 'mocha';
  return tools.find((name) => name === tool) ?? 'unknown';
}

const checkers = new Set([
  ...['eslint', 'oxlint', 'tslint', 'jshint', 'standard', 'semistandard', 'ts-standard', 'xo', 'gts', 'neostandard'],
  ...['prettier', 'oxfmt', 'biome', 'dprint', 'stylelint', 'eclint', 'editorconfig-checker', 'cspell', 'alex'],
  ...['tsd', 'tstyche', 'dtslint', 'check-dts', 'flow', 'attw', 'publint', 'size-limit', 'bundlesize', 'knip'],
  ...[
    'depcheck',
    'type-coverage',
    'cost-of-modules',
    'depcruise',
    'madge',
    'markdownlint',
    'remark',
    'evalmd',
    'ls-engines',
    'lockfile-lint',
  ],
  ...['flake8', 'ruff', 'black', 'isort', 'mypy', 'pyright', 'pylint', 'golangci-lint', 'check-coverage'],
]);
const compilers = new Set(['tsc', 'tsgo', 'vue-tsc']);

/** Looks at the text or the types of a program and runs none of it: no matter of the tests. */
export function isCheck(argv: readonly string[]): boolean {
  const name = nameOf(argv[0] ?? '');
  return checkers.has(name) || (compilers.has(name) && argv.some((word) => word.toLowerCase() === '--noemit'));
}

/** Tools of a project are not on the PATH: they are started as the package manager would, from the nearest folder up. */
export function resolveProgram(argv: readonly string[], root: string, cwd: string): string[] {
  const [program = '', ...rest] = argv;
  if (program.includes('/')) return [...argv];
  for (let folder = cwd; ; folder = posix.dirname(folder)) {
    const candidate = posix.join(folder, 'node_modules/.bin', program);
    if (existsSync(join(root, candidate))) return [relativeProgram(cwd, candidate), ...rest];
    if (folder === '.' || folder === '/') return [...argv];
  }
}

function relativeProgram(cwd: string, path: string): string {
  const relative = posix.relative(cwd, path);
  return relative.startsWith('.') ? relative : `./${relative}`;
}
