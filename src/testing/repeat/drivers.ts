import { posix } from 'node:path';
import {
  jestRepeatArguments,
  mochaArguments,
  mochaOptions,
  nodeOptionsFor,
  tapeArguments,
  vitestArguments,
} from '../arguments.ts';
import { driver, driverFolder } from '../driver-folder.ts';
import { fromFolder, type Launch, unittestArguments } from '../launch.ts';
import { inlinePrelude, withPrelude } from '../prelude.ts';
import type { Runner, TestCommand } from '../types.ts';

/** How a framework's tests are held in a warm process, and how candidates are switched in it. */
export interface RepeatDriver {
  readonly command: TestCommand;
  readonly launch: Launch;
  /** `schemata`: the file holds all variants; `texts`: every trial brings the texts. */
  readonly switching: 'schemata' | 'texts';
}

/** The repeat driver of a command's framework; undefined when there is none. */
export function repeatDriver(command: TestCommand, runner: Runner, files: readonly string[]): RepeatDriver | undefined {
  const { argv, cwd, env, framework } = command;
  switch (framework) {
    case 'node':
      return {
        command,
        switching: 'schemata',
        launch: launchOf([argv[0] ?? 'node', ...nodeOptionsFor(argv), driver('node-repeat.mjs')], env),
      };
    case 'vitest': {
      // Of types nothing is run.
      const run = files.filter((file) => !/[.-](?:test|spec)-d\.[cm]?[jt]s$/.test(file));
      const words = [...vitestArguments(argv).slice(1), ...run.map((file) => fromFolder(cwd, file))];
      return { command, switching: 'schemata', launch: launchOf(['node', driver('vitest-start.mjs'), ...words], env) };
    }
    case 'jest': {
      const named = files.map((file) => fromFolder(cwd, file));
      return { command, switching: 'schemata', launch: launchOf(jestRepeatArguments(argv, runner.root, named), env) };
    }
    case 'mocha': {
      const words = [...mochaArguments(argv), ...mochaOptions('mocha-repeat.cjs', posix.join(runner.root, cwd))];
      return { command, switching: 'schemata', launch: launchOf(words, env) };
    }
    case 'tape': {
      const words = ['node', driver('tape-repeat.cjs'), ...tapeArguments(argv).preloads];
      return { command, switching: 'schemata', launch: launchOf(words, env) };
    }
    case 'ava':
      return { command, switching: 'schemata', launch: launchOf(['node', driver('ava-repeat.mjs')], env) };
    case 'tap':
      return { command, switching: 'schemata', launch: launchOf(['node', driver('tap-repeat.mjs')], env) };
    case 'pytest':
      return {
        command,
        switching: 'texts',
        launch: launchOf(argv, {
          ...pythonEnvironment(),
          HONE_REPEAT: '1',
          HONE_ROOT: runner.root,
          // Collecting the tests of a large suite takes longer than loading the program.
          HONE_FILES: JSON.stringify(files),
          PYTEST_ADDOPTS: [
            env.PYTEST_ADDOPTS,
            '-p hone_pytest -p hone_pytest_repeat -p no:cacheprovider --assert=plain',
          ]
            .filter(Boolean)
            .join(' '),
        }),
      };
    case 'unittest': {
      const words = unittestArguments(argv, 'hone_unittest_repeat.py');
      return { command, switching: 'texts', launch: launchOf(words, pythonEnvironment()) };
    }
    default:
      return undefined;
  }

  function pythonEnvironment(): Record<string, string> {
    const path = [driverFolder(), env.PYTHONPATH].filter(Boolean).join(':');
    // A process with threads cannot be copied: numerical libraries start some when they are loaded.
    const alone = { OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1' };
    return { ...alone, ...env, PYTHONPATH: path, PYTHONDONTWRITEBYTECODE: '1' };
  }

  function launchOf(words: readonly string[], variables: Readonly<Record<string, string>>): Launch {
    return { argv: withPrelude(inlinePrelude(command), words), env: variables, cwd };
  }
}
