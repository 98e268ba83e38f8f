import { parseArgs } from 'node:util';
import { defaultData, type Language, languages } from './core.ts';

export type Order = 'ranked' | 'random';

export interface Options {
  readonly data: string;
  readonly languages: readonly Language[];
  /** At most so many tasks a language, the first of the shard. */
  readonly tasks: number;
  /** Ids; empty for all. */
  readonly only: readonly string[];
  readonly shard: { readonly index: number; readonly count: number };
  readonly seed: number;
  /** Seconds a task. */
  readonly timeLimit: number;
  /** Attempts in sandboxes of their own; without it, what `hone fix` does by itself. */
  readonly candidates: number | undefined;
  readonly orders: readonly Order[];
  readonly knowledge: boolean;
  readonly judgeAll: boolean;
  readonly selfCheck: boolean;
  readonly out: string | undefined;
  /** Files of earlier runs to report on, instead of running. */
  readonly report: readonly string[];
  /** Folder of a bundle; without it `hone` runs from its sources. */
  readonly bundle: string | undefined;
}

export const usage = `npm run bench:repair -- [options]

  --language python,js    which languages (default: both)
  --tasks N               the first N tasks of each language
  --only ID,ID            these tasks alone (Python/12)
  --shard I/N             the I-th of N parts of the tasks, from 1
  --seed N                seed of ties, of the random order and of the two folds (default 1)
  --time-limit S          seconds a task (default 60)
  --candidates N          attempts in sandboxes of their own (default: that of hone fix)
  --order ranked,random   orders to try candidates in, side by side (default: ranked)
  --knowledge             also: without what Hone brings along; and with what it learned from the other half
  --judge-all             hidden tests for every attempt, not only for what is proposed
  --out FILE              one JSON line a task and arm
  --report FILE           print the table of such a file again; may be repeated
  --bundle DIR            run the bundle in DIR (dist) and not the sources
  --data DIR              folder of the tasks (default: HumanEvalFix beside the project); bench/repair/bugs has
                          others: unseen, on which nothing was made or weighed, and trained
  --self-check            only check the judge: references right, bugs wrong
`;

/** @throws Error with one sentence when an option is wrong */
export function readOptions(argv: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      language: { type: 'string', default: languages.join(',') },
      tasks: { type: 'string' },
      only: { type: 'string', default: '' },
      shard: { type: 'string', default: '1/1' },
      seed: { type: 'string', default: '1' },
      'time-limit': { type: 'string', default: '60' },
      candidates: { type: 'string' },
      order: { type: 'string', default: 'ranked' },
      knowledge: { type: 'boolean', default: false },
      'judge-all': { type: 'boolean', default: false },
      'self-check': { type: 'boolean', default: false },
      out: { type: 'string' },
      report: { type: 'string', multiple: true, default: [] },
      bundle: { type: 'string' },
      data: { type: 'string', default: defaultData },
    },
  });
  const [index = 0, count = 0] = values.shard.split('/').map((part) => positive('--shard', part));
  if (index > count) throw new Error(`--shard ${values.shard}: the first number is at most the second`);
  const orders: Order[] = listOf('--order', values.order, ['ranked', 'random']);
  if (values.knowledge && !orders.includes('ranked')) throw new Error('--knowledge learns from the ranked order');
  return {
    data: values.data,
    languages: listOf('--language', values.language, languages),
    tasks: values.tasks === undefined ? Number.POSITIVE_INFINITY : positive('--tasks', values.tasks),
    only: values.only.split(',').filter((id) => id !== ''),
    shard: { index, count },
    seed: positive('--seed', values.seed),
    timeLimit: positive('--time-limit', values['time-limit']),
    candidates: values.candidates === undefined ? undefined : positive('--candidates', values.candidates),
    orders,
    knowledge: values.knowledge,
    judgeAll: values['judge-all'],
    selfCheck: values['self-check'],
    out: values.out,
    report: values.report,
    bundle: values.bundle,
  };
}

function positive(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`${name} ${text}: a whole number from 1 is expected`);
  return value;
}

function listOf<T extends string>(name: string, text: string, allowed: readonly T[]): T[] {
  return text.split(',').map((word) => {
    const known = allowed.find((each) => each === word);
    if (known === undefined) throw new Error(`${name} ${word}: there are ${allowed.join(', ')}`);
    return known;
  });
}
