import { posix } from 'node:path';
import {
  avaArguments,
  avaNamed,
  jestArguments,
  jestNamed,
  mochaArguments,
  mochaOptions,
  nodeArguments,
  tapeArguments,
  vitestArguments,
  withPatterns,
} from './arguments.ts';
import { driver, driverFolder } from './driver-folder.ts';
import { inlinePrelude, withPrelude, withTools } from './prelude.ts';
import type { TestCommand } from './types.ts';

/** How a framework is started so that it reports. */
export interface Launch {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
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
  /** Only tests of this name (ava, jest). */
  readonly named?: readonly string[];
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
      const words = [...jestArguments(argv, options.root), ...jestNamed(options.named)];
      return { argv: [...words, `--reporters=${driver('jest-reporter.cjs')}`, ...chosen], env: {} };
    }
    case 'mocha': {
      const chosen = options.files?.map((file) => posix.join(options.root, file));
      return {
        argv: [...mochaArguments(argv), ...mochaOptions('mocha-reporter.cjs', posix.join(options.root, command.cwd))],
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
    case 'ava': {
      // What a worker thread leaves behind when it is ended is lost.
      const threads = options.linesTo === undefined ? [] : ['--no-worker-threads'];
      return {
        argv: ['node', driver('ava-run.mjs'), ...avaArguments(argv), ...avaNamed(options.named), ...threads, ...files],
        env: {},
      };
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
