import { posix } from 'node:path';
import { ownAssetPath } from '../base/assets.ts';
import { inlinePrelude, withPrelude, withTools } from './prelude.ts';
import type { TestCommand } from './types.ts';

/** How a framework is started so that it reports. */
export interface Launch {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
}

/** Folder of the files that run inside the project's processes; sandboxes have to show it, read-only. */
export function driverFolder(): string {
  return ownAssetPath('drivers', 'testing/drivers');
}

export function driver(name: string): string {
  return `${driverFolder()}/${name}`;
}

export interface LaunchOptions {
  /** Only these files' tests; all when undefined. Relative to the repository. */
  readonly files?: readonly string[];
  /** Root of the repository as the tests see it. */
  readonly root: string;
  readonly coverage?: boolean;
  readonly testTimeoutMs?: number;
  /** The ids of the tests to run come over stdin. */
  readonly only?: boolean;
  /** Of JavaScript: a file, relative to the repository, to which every process appends which lines ran in it. */
  readonly linesTo?: string;
}

/** Adds what makes a framework report, and keeps the user's own arguments. */
export function launch(command: TestCommand, options: LaunchOptions): Launch {
  const { argv, env } = instrument(command, options);
  const merged = { ...command.env, ...env, ...linesTo(command, options) };
  const { PYTHONPATH: own } = env;
  const { PYTHONPATH: users } = command.env;
  if (own !== undefined && users !== undefined) merged.PYTHONPATH = `${own}:${users}`;
  return { argv: withPrelude(inlinePrelude(command), argv), env: merged, cwd: command.cwd };
}

function instrument(
  command: TestCommand,
  options: LaunchOptions,
): { argv: readonly string[]; env: Record<string, string> } {
  const { argv, framework } = command;
  const files = options.files?.map((file) => fromFolder(command.cwd, file)) ?? [];
  switch (framework) {
    case 'node':
      return { argv: withPatterns(nodeArguments(argv, files)), env: {} };
    case 'vitest':
      return { argv: ['node', driver('vitest-run.mjs'), ...vitestArguments(argv).slice(1), ...files], env: {} };
    case 'jest': {
      const chosen = files.length === 0 ? [] : ['--runTestsByPath', ...files];
      const words = [...jestArguments(argv), '--ci', '--coverage=false'];
      return { argv: [...words, `--reporters=${driver('jest-reporter.cjs')}`, ...chosen], env: {} };
    }
    case 'mocha': {
      const chosen = options.files?.map((file) => posix.join(options.root, file));
      return {
        argv: [...mochaArguments(argv), ...mochaOptions('mocha-reporter.cjs')],
        env: chosen === undefined ? {} : { HONE_FILES: JSON.stringify(chosen) },
      };
    }
    case 'tape': {
      const { options: own, files: all } = tapeArguments(argv);
      const words = ['-r', driver('tape-reporter.cjs'), ...own, ...(files.length > 0 ? files : all)];
      return { argv: [argv[0] ?? 'tape', ...words], env: { HONE_ROOT: options.root } };
    }
    case 'tap': {
      const chosen = options.files === undefined ? {} : { HONE_FILES: JSON.stringify(files) };
      return { argv: ['node', driver('tap-run.mjs'), ...argv.slice(1)], env: chosen };
    }
    case 'pytest':
      // To rewrite the assertions of large files of tests takes long, and where tests run matters without it as well.
      return {
        argv,
        env: {
          ...pythonEnvironment(options),
          PYTEST_ADDOPTS: addOptions(
            command,
            options.only || options.coverage ? '-p hone_pytest --assert=plain' : '-p hone_pytest',
          ),
        },
      };
    case 'unittest':
      return { argv: unittestArguments(argv, 'hone_unittest.py'), env: pythonEnvironment(options) };
    case 'go':
      return { argv: argv.includes('-json') ? argv : [...argv.slice(0, 2), '-json', ...argv.slice(2)], env: {} };
    default:
      return { argv: withTools('exec "$0" "$@"', argv), env: {} };
  }
}

function linesTo({ env }: TestCommand, { linesTo: record, root }: LaunchOptions): Record<string, string> {
  if (record === undefined) return {};
  const preload = `--require=${driver('coverage-process.cjs')}`;
  return {
    NODE_OPTIONS: [env.NODE_OPTIONS, preload].filter(Boolean).join(' '),
    HONE_LINES: posix.join(root, record),
    HONE_LINES_ROOT: root,
  };
}

/** A driver in the place of `-m unittest`. */
export function unittestArguments(argv: readonly string[], script: string): string[] {
  const at = argv.indexOf('-m');
  return [...argv.slice(0, at), driver(script), ...argv.slice(at + 2)];
}

function addOptions(command: TestCommand, added: string): string {
  return [command.env.PYTEST_ADDOPTS, added].filter(Boolean).join(' ');
}

function pythonEnvironment({ root, coverage, files, testTimeoutMs, only }: LaunchOptions): Record<string, string> {
  return {
    PYTHONPATH: driverFolder(),
    PYTHONDONTWRITEBYTECODE: '1',
    ...(coverage ? { HONE_COVERAGE: root } : {}),
    ...(testTimeoutMs === undefined ? {} : { HONE_TEST_TIMEOUT: String(testTimeoutMs / 1000) }),
    ...(files === undefined ? {} : { HONE_FILES: JSON.stringify(files), HONE_ROOT: root }),
    ...(only ? { HONE_ONLY: '1', HONE_ROOT: root } : {}),
  };
}

/** A path of the repository as a command in that folder names it. */
export function fromFolder(cwd: string, file: string): string {
  return cwd !== '.' && file.startsWith(`${cwd}/`) ? file.slice(cwd.length + 1) : file;
}

const nodeValueOptions = new Set([
  '--import',
  '--require',
  '-r',
  '--loader',
  '--experimental-loader',
  '--conditions',
  '-C',
  '--test-name-pattern',
  '--test-skip-pattern',
  '--test-concurrency',
  '--test-timeout',
  '--env-file',
  '--input-type',
]);

/** The user's reporters go: two reporters would share stdout. */
function nodeArguments(argv: readonly string[], files: readonly string[]): string[] {
  const kept: string[] = [];
  const positional: string[] = [];
  for (let at = 1; at < argv.length; at += 1) {
    const word = argv[at] ?? '';
    if (/^--test-reporter(?:-destination)?$/.test(word)) at += 1;
    else if (/^--test-reporter(?:-destination)?=/.test(word)) continue;
    else if (nodeValueOptions.has(word)) kept.push(word, argv[++at] ?? '');
    else if (word.startsWith('-')) kept.push(word);
    else positional.push(word);
  }
  const reporter = [`--test-reporter=${driver('node-reporter.mjs')}`, '--test-reporter-destination=stdout'];
  return [argv[0] ?? 'node', ...kept, ...reporter, ...(files.length > 0 ? files : positional)];
}

/** Patterns that matched nothing before there was a build; Node itself knows them since version 21. */
function withPatterns(argv: readonly string[]): readonly string[] {
  if (!argv.some(isPattern)) return argv;
  return ['sh', '-c', `exec ${argv.map((word) => (isPattern(word) ? word : quote(word))).join(' ')}`];
}

function isPattern(word: string): boolean {
  return /[*?]/.test(word) && /^[\w@./*?-]+$/.test(word);
}

function quote(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}

/** Options of the user's `node --test` that processes of its tests get as well. */
export function nodeOptionsFor(argv: readonly string[]): string[] {
  const kept: string[] = [];
  for (let at = 1; at < argv.length; at += 1) {
    const word = argv[at] ?? '';
    const [flag = ''] = word.split('=', 1);
    if (flag === '--test' || flag.startsWith('--test-') || !word.startsWith('-')) {
      if (flag.startsWith('--test-') && nodeValueOptions.has(word)) at += 1;
      continue;
    }
    kept.push(word);
    if (nodeValueOptions.has(word)) kept.push(argv[++at] ?? '');
  }
  return kept;
}

/** Options and their values taken out of a command, `--name value` and `--name=value`. */
function without(argv: readonly string[], dropped: ReadonlyMap<string, 'value' | 'flag'>): string[] {
  const kept: string[] = [];
  for (let at = 0; at < argv.length; at += 1) {
    const word = argv[at] ?? '';
    const [flag = ''] = word.split('=', 1);
    const kind = dropped.get(flag);
    if (kind === undefined) kept.push(word);
    else if (kind === 'value' && !word.includes('=')) at += 1;
  }
  return kept;
}

const jestDropped = new Map([
  ['--reporters', 'value'],
  // Whether enough is covered is no matter of the tests, and to measure it slows them down.
  ['--coverage', 'flag'],
  ['--collectCoverage', 'flag'],
  ['--coverageThreshold', 'value'],
  ['--watch', 'flag'],
  ['--watchAll', 'flag'],
] as const);
const jestRepeatDropped = new Map([
  ...jestDropped,
  ...(['-w', '--maxWorkers', '--runner', '--testRunner', '--shard', '--coverageProvider'] as const).map(
    (flag) => [flag, 'value'] as const,
  ),
  ...(['-i', '--runInBand', '-b', '--bail', '--json', '--verbose'] as const).map((flag) => [flag, 'flag'] as const),
]);

/** One run without watching, the user's reporters left out. */
function jestArguments(argv: readonly string[]): string[] {
  return without(argv, jestDropped);
}

/** What holds jest's tests in one process: nothing that spreads them over workers or ends before all have run. */
export function jestRepeatArguments(argv: readonly string[], files: readonly string[]): string[] {
  return [
    ...without(argv, jestRepeatDropped),
    '--ci',
    '--runInBand',
    '--bail=0',
    '--coverage=false',
    // Console output would be kept for a report that is never written.
    '--silent',
    '--reporters=default',
    `--runner=${driver('jest-runner.cjs')}`,
    `--testRunner=${driver('jest-circus.cjs')}`,
    '--runTestsByPath',
    ...files,
  ];
}

/** One run in one process without watching, the user's reporter left out. */
export function mochaArguments(argv: readonly string[]): string[] {
  const valued = ['--reporter', '-R', '--reporter-option', '--reporter-options', '-O', '--jobs', '-j'] as const;
  const flags = ['--watch', '-w', '--parallel', '-p'] as const;
  return without(
    argv,
    new Map([...valued.map((flag) => [flag, 'value'] as const), ...flags.map((flag) => [flag, 'flag'] as const)]),
  );
}

/** The whole stack: mocha's short one has paths that begin nowhere. */
export function mochaOptions(reporter: string): string[] {
  return ['--no-parallel', '--full-trace', '--reporter', driver(reporter)];
}

const tapeValued = new Set(['-r', '--require', '-i', '--ignore', '--ignore-pattern']);

/** Options of tape's command, its files, and the modules that it loads first. */
export function tapeArguments(argv: readonly string[]): { options: string[]; files: string[]; preloads: string[] } {
  const options: string[] = [];
  const files: string[] = [];
  const preloads: string[] = [];
  for (let at = 1; at < argv.length; at += 1) {
    const word = argv[at] ?? '';
    const [flag = '', value] = word.split('=', 2);
    if (!word.startsWith('-')) files.push(word);
    else if (!tapeValued.has(word)) options.push(word);
    else options.push(word, argv[++at] ?? '');
    if (flag === '-r' || flag === '--require') preloads.push(value ?? argv[at] ?? '');
  }
  return { options, files, preloads: preloads.filter(Boolean) };
}

/** One run without watching, the user's reporters left out. */
export function vitestArguments(argv: readonly string[]): string[] {
  const [program = '', ...rest] = argv.filter(
    (word) => !/^--(?:reporter=|coverage\b|typecheck\b|watch$|ui$)/.test(word) && word !== '-w',
  );
  const words = rest[0] === 'run' || rest[0] === 'watch' || rest[0] === 'dev' ? rest.slice(1) : rest;
  return [program, 'run', ...words];
}
