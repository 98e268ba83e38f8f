import { createRequire } from 'node:module';
import { driver } from './driver-folder.ts';

// What of a user's command stays and what goes, by framework.

/** Options of node that take the next word. */
export const nodeValueOptions: ReadonlySet<string> = new Set([
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

/** With it, node names a compiled file of tests after its source, which it cannot load. */
const renaming = '--enable-source-maps';

/** The user's reporters go: two reporters would share stdout. */
export function nodeArguments(argv: readonly string[], files: readonly string[]): string[] {
  const kept: string[] = [];
  const positional: string[] = [];
  for (let at = 1; at < argv.length; at += 1) {
    const word = argv[at] ?? '';
    if (/^--test-reporter(?:-destination)?$/.test(word)) at += 1;
    else if (word === renaming || /^--test-reporter(?:-destination)?=/.test(word)) continue;
    else if (nodeValueOptions.has(word)) kept.push(word, argv[++at] ?? '');
    else if (word.startsWith('-')) kept.push(word);
    else positional.push(word);
  }
  const reporter = [`--test-reporter=${driver('node-reporter.mjs')}`, '--test-reporter-destination=stdout'];
  return [argv[0] ?? 'node', ...kept, ...reporter, ...(files.length > 0 ? files : positional)];
}

/** Patterns that matched nothing before there was a build; Node itself knows them since version 21. */
export function withPatterns(argv: readonly string[]): readonly string[] {
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
    if (flag === '--test' || flag === renaming || flag.startsWith('--test-') || !word.startsWith('-')) {
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
  ['--cacheDirectory', 'value'],
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
export function jestArguments(argv: readonly string[], root: string): string[] {
  return [...without(argv, jestDropped), '--ci', '--coverage=false', jestCache(root)];
}

/** Its own place is a temporary folder, which is another one in every run: all would be compiled again. */
function jestCache(root: string): string {
  return `--cacheDirectory=${root}/node_modules/.cache/hone-jest`;
}

/** What holds jest's tests in one process: nothing that spreads them over workers or ends before all have run. */
export function jestRepeatArguments(argv: readonly string[], root: string, files: readonly string[]): string[] {
  return [
    ...without(argv, jestRepeatDropped),
    '--ci',
    jestCache(root),
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

/**
 * The whole stack: mocha's short one has paths that begin nowhere.
 *
 * @param folder where mocha is started, absolute
 */
export function mochaOptions(reporter: string, folder: string): string[] {
  // Configuration may ask for parallel runs since mocha 8, and mocha before 6 refuses what it does not know.
  const parallel = mochaVersion(folder) < 8 ? [] : ['--no-parallel'];
  return [...parallel, '--full-trace', '--reporter', driver(reporter)];
}

function mochaVersion(folder: string): number {
  try {
    return Number.parseInt(createRequire(`${folder}/package.json`)('mocha/package.json').version, 10);
  } catch {
    return Number.POSITIVE_INFINITY;
  }
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

/** One run without watching, the user's reporter left out, and all tests of it. */
export function avaArguments(argv: readonly string[]): string[] {
  return argv.slice(1).filter((word) => !/^(?:--tap|-t|--watch|-w|--fail-fast|--verbose|-v)$/.test(word));
}

/** One run without watching, the user's reporters left out. */
export function vitestArguments(argv: readonly string[]): string[] {
  const [program = '', ...rest] = argv.filter(
    (word) => !/^--(?:reporter=|coverage\b|typecheck\b|watch$|ui$)/.test(word) && word !== '-w',
  );
  const words = rest[0] === 'run' || rest[0] === 'watch' || rest[0] === 'dev' ? rest.slice(1) : rest;
  return [program, 'run', ...words];
}

export function avaNamed(name: readonly string[] | undefined): string[] {
  // Its patterns know `*`, and `!` at the beginning; what else is there stands for itself.
  return name === undefined ? [] : [`--match=${name.join(' ').replace(/^!/, '*').replaceAll(',', '*')}`];
}

export function jestNamed(name: readonly string[] | undefined): string[] {
  if (name === undefined) return [];
  return [`--testNamePattern=^${name.join(' ').replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}$`];
}
