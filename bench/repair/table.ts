import { quantile } from '../../src/stats/baseline.ts';
import { wilsonRate } from '../../src/stats/rate.ts';
import { type Language, languages } from './core.ts';
import type { Knowing, RepairRecord, TaskRecord } from './record.ts';

const titles: Record<Language, string> = { python: 'Python', js: 'JavaScript' };
const correctAim: Record<Language, string> = { python: '70%', js: '65%' };

interface Row {
  readonly what: string;
  readonly cell: (repairs: readonly RepairRecord[]) => string;
  readonly aim?: string;
}

type Arm = Pick<TaskRecord, 'order' | 'knowledge'>;

/** The figures of all records as Markdown, as the README shows them. */
export function table(records: readonly TaskRecord[]): string {
  const present = languages.filter((language) => records.some((record) => record.language === language));
  const arms: Arm[] = (['ranked', 'random'] as const).flatMap((order) =>
    (['shipped', 'none', 'taught'] as const)
      .filter((knowledge) => records.some((record) => record.order === order && record.knowledge === knowledge))
      .map((knowledge) => ({ order, knowledge })),
  );
  const columns = [...present.map((language) => [language]), ...(present.length > 1 ? [present] : [])];
  const lines = [
    `| | ${columns.map((one) => (one.length > 1 ? 'both' : titles[one[0] as Language])).join(' | ')} | aim |`,
    `|---|${columns.map(() => '---|').join('')}---|`,
  ];
  const row = (what: string, cells: readonly string[], aim = ''): void => {
    lines.push(`| ${what} | ${cells.join(' | ')} | ${aim} |`);
  };
  const first = arms[0];
  if (first === undefined) return 'nothing was run\n';
  row(
    'tasks; usable (tests show the bug)',
    columns.map((one) => {
      const all = ofArm(records, first).filter(({ language }) => one.includes(language));
      return `${all.length}; ${all.filter(({ usability }) => usability === 'usable').length}`;
    }),
  );
  for (const arm of arms) {
    for (const { what, cell, aim } of arm === first ? rows(present) : rows(present).slice(0, otherRows)) {
      row(
        what + nameOf(arm, first),
        columns.map((one) => cell(repairsOf(records, arm, one))),
        arm === first ? aim : '',
      );
    }
  }
  return `${lines.join('\n')}\n\n${footnotes(records, first)}`;
}

/** Of the arms beside the first, only the first rows are shown. */
const otherRows = 4;

function rows(present: readonly Language[]): Row[] {
  const proposed = (all: readonly RepairRecord[]) => all.filter(({ verdict }) => verdict !== undefined);
  const right = (all: readonly RepairRecord[]) => all.filter(({ verdict }) => verdict === 'right').length;
  const fixed = (all: readonly RepairRecord[]) => proposed(all).filter(({ status }) => status === 'fixed');
  return [
    {
      what: 'hidden tests pass',
      cell: (all) => share(right(all), all.length),
      aim: present.map((language) => `${titles[language]} >= ${correctAim[language]}`).join(', '),
    },
    { what: 'right, of those proposed', cell: (all) => share(right(all), proposed(all).length), aim: '>= 85%' },
    { what: 'candidates tried: median, p90', cell: (all) => spread(all.map(({ tried }) => tried)) },
    { what: 'candidates until the first right one: median, p90', cell: (all) => spread(all.flatMap(untilRight)) },
    {
      what: 'proposed: as fixed; for review',
      cell: (all) => `${fixed(all).length}; ${proposed(all).length - fixed(all).length}`,
    },
    { what: 'right, of those called fixed', cell: (all) => share(right(fixed(all)), fixed(all).length) },
    {
      what: 'some candidate passed the visible tests',
      cell: (all) => share(all.filter(({ plausible }) => plausible > 0).length, all.length),
    },
    {
      what: 'seconds: median, p90',
      cell: (all) =>
        spread(
          all.map(({ ms }) => ms / 1000),
          1,
        ),
    },
  ];
}

/** Empty when no candidate was right, or the report does not say when it was tried. */
function untilRight(repair: RepairRecord): number[] {
  const ranks = repair.candidates.flatMap(({ verdict, rank }) =>
    verdict === 'right' && rank !== undefined ? [rank] : [],
  );
  return ranks.length === 0 ? [] : [Math.min(...ranks)];
}

function ofArm(records: readonly TaskRecord[], { order, knowledge }: Arm): TaskRecord[] {
  return records.filter((record) => record.order === order && record.knowledge === knowledge);
}

function repairsOf(records: readonly TaskRecord[], arm: Arm, of: readonly Language[]): RepairRecord[] {
  return ofArm(records, arm).flatMap(({ language, repair }) =>
    of.includes(language) && repair !== undefined ? [repair] : [],
  );
}

function nameOf(arm: Arm, first: Arm): string {
  if (arm === first) return '';
  const parts = [
    ...(arm.order === 'random' ? ['random order'] : []),
    ...(arm.knowledge === 'taught' ? ['also learned from the other half'] : []),
    ...(arm.knowledge === 'none' ? ['nothing learned'] : []),
  ];
  return `; ${parts.join(', ')}`;
}

function share(count: number, total: number): string {
  const rate = wilsonRate(count, total);
  if (rate === undefined) return 'none';
  const percent = (value: number): string => `${Math.round(value * 100)}%`;
  return `${count} of ${total}, ${percent(rate.value)} (${percent(rate.low)} to ${percent(rate.high)})`;
}

function spread(values: readonly number[], digits = 0): string {
  if (values.length === 0) return 'unknown';
  const sorted = [...values].sort((a, b) => a - b);
  return `${quantile(sorted, 0.5).toFixed(digits)}; ${quantile(sorted, 0.9).toFixed(digits)}`;
}

/** What does not count and what went wrong, by name. */
function footnotes(records: readonly TaskRecord[], first: Arm): string {
  const base = ofArm(records, first);
  const named = (what: string, found: readonly TaskRecord[]): string[] =>
    found.length === 0 ? [] : [`${what}: ${found.map(({ task }) => task).join(', ')}`];
  const knowing = (knows: Knowing): TaskRecord[] => ofArm(records, { order: 'ranked', knowledge: knows });
  const without = knowing('none');
  const changed = (knows: Knowing, won: boolean): TaskRecord[] => {
    const others = new Map(knowing(knows).map((record) => [record.task, record]));
    return others.size === 0
      ? []
      : without.filter((one) => isRight(one) !== won && isRight(others.get(one.task)) === won);
  };
  const isRight = (record: TaskRecord | undefined): boolean => record?.repair?.verdict === 'right';
  return [
    ...named(
      'not counted, no visible assertion',
      base.filter(({ usability }) => usability === 'no-assertion'),
    ),
    ...named(
      'not counted, the visible tests pass with the bug',
      base.filter(({ usability }) => usability === 'passes-visible'),
    ),
    ...named(
      'not counted, the reference fails here',
      base.filter(({ usability }) => usability === 'reference-fails'),
    ),
    ...named(
      'ended without a report',
      base.filter(({ repair }) => repair?.status === 'failed'),
    ),
    ...named(
      'more than five seconds over the limit',
      base.filter(({ repair, timeLimit }) => (repair?.ms ?? 0) > (timeLimit + 5) * 1000),
    ),
    ...named(
      'winner not even right by the visible tests in a fresh clone, or no ordinary patch',
      base.filter(({ repair }) => repair?.verdict === 'fails-visible' || repair?.verdict === 'not-applicable'),
    ),
    ...named('lost by what Hone brings along', changed('shipped', false)),
    ...named('won by it', changed('shipped', true)),
    ...named('lost by it and the other half', changed('taught', false)),
    ...named('won by both', changed('taught', true)),
  ]
    .map((line) => `- ${line}\n`)
    .join('');
}
