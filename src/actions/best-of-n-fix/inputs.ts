import { boolean, type Input, type InputsOf, integer, oneOf, secret, text } from '../inputs.ts';

/** Which part of the search a runner does: `index` from 0. */
export interface Share {
  readonly index: number;
  readonly count: number;
}

/** Machines that one repair may be split over. */
const mostRunners = 64;

const share: Input<Share | undefined> = {
  default: '',
  secret: false,
  allowed: `number and count such as 1/3, at most ${mostRunners}`,
  parse(value) {
    const [, number, count] = /^([1-9]\d?)\/([1-9]\d?)$/.exec(value)?.map(Number) ?? [];
    if (number === undefined || count === undefined || number > count || count > mostRunners) return undefined;
    return { index: number - 1, count };
  },
};

const percentage: Input<number | undefined> = {
  default: '',
  secret: false,
  allowed: 'a number from 0 to 100',
  parse: (value) => (/^\d{1,3}(\.\d{1,3})?$/.test(value) && Number(value) <= 100 ? Number(value) / 100 : undefined),
};

function named(initial: string, allowed: string, pattern: RegExp): Input<string> {
  return { default: initial, secret: false, allowed, parse: (value) => (pattern.test(value) ? value : undefined) };
}

const labels: Input<readonly string[]> = {
  default: '',
  secret: false,
  allowed: 'names of labels, separated by commas, of at most 50 characters each',
  parse(value) {
    const names = [...new Set(value.split(',').map((name) => name.trim()))].filter((name) => name !== '');
    return names.every((name) => name.length <= 50 && !/\p{Cc}/u.test(name)) ? names : undefined;
  },
};

const branch: Input<string | undefined> = {
  default: '',
  secret: false,
  allowed: 'the name of a branch',
  parse: (value) =>
    /^(?![-/.])[^\s\p{Cc}~^:?*[\\]{1,200}$/u.test(value) && !/\.\.|\/\/|@\{/.test(value) ? value : undefined,
};

export const inputs = {
  phase: oneOf(['run', 'plan', 'attempt', 'select', 'publish'], 'run'),
  'test-command': text(),
  candidates: integer(3, { min: 1, max: 50 }),
  'time-limit': integer(600, { min: 1, max: 21_600 }),
  'min-coverage': percentage,
  isolation: oneOf(['namespaces', 'process'], 'namespaces'),
  runners: integer(1, { min: 1, max: mostRunners }),
  share,
  plan: text(),
  shares: text(),
  repair: text(),
  artifact: named('hone-fix', 'letters, digits, ".", "_" and "-", at most 80', /^[\w.-]{1,80}$/),
  publish: oneOf(['pr', 'patch', 'none'], 'pr'),
  'base-branch': branch,
  'branch-prefix': named(
    'hone/fix-',
    'the beginning of a branch name, of letters, digits, "/", "." , "_" and "-"',
    /^[A-Za-z0-9](?:[\w-]|[./](?=\w))*\/?$/,
  ),
  labels,
  learned: oneOf(['on', 'off'], 'on'),
  seed: integer(1, { min: 0, max: 2 ** 31 - 1 }),
  'fail-on-unfixed': boolean(true),
  summary: boolean(true),
  store: oneOf(['on', 'off'], 'on'),
  'github-token': secret(),
};

export type FixInputs = InputsOf<typeof inputs>;

export const outputs = [
  'status',
  'winner-strategy',
  'score',
  'agreement',
  'patch',
  'repair',
  'plan',
  'share-file',
  'matrix',
  'pull-request',
  'pull-request-url',
  'tried',
  'not-run',
] as const;

export type FixOutput = (typeof outputs)[number];
