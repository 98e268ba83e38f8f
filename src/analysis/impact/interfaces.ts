import type { ImpactLevel } from '../report.ts';
import type { Effect } from './effect.ts';
import { optionsOf } from './options.ts';
import { routesOf } from './routes.ts';
import type { ChangedSource } from './sources.ts';

interface Placed {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly required: boolean;
}

// Helpers for those who work on the repository: their options are nobody's interface.
const developerTool = /(?:^|\/)(?:scripts?|tools?|hack|ci|\.github|build)\//;

/** HTTP routes and command-line options that appear in or disappear from the changed files as a whole. */
export function interfaceEffects(sources: readonly ChangedSource[]): Effect[] {
  const product = sources.filter(({ file }) => !developerTool.test(file.path));
  return [
    ...differences(product, 'route', (parsed) => routesOf(parsed).map((one) => ({ ...one, required: false }))),
    ...differences(product, 'option', optionsOf),
  ];
}

function differences(
  sources: readonly ChangedSource[],
  what: 'route' | 'option',
  read: (parsed: NonNullable<ChangedSource['after']>) => readonly Omit<Placed, 'file'>[],
): Effect[] {
  const side = (which: 'before' | 'after'): Placed[] =>
    sources.flatMap(({ file, [which]: parsed }) =>
      parsed ? read(parsed).map((one) => ({ ...one, file: which === 'before' ? file.oldPath : file.path })) : [],
    );
  // Over all files, so that what only moved between them is no change. As often as it stood there before.
  const [gone, come] = subtract(side('before'), side('after'));
  const newPath = new Map(sources.map(({ file }) => [file.oldPath, file.path]));
  return [
    ...gone.map((one) => removed(what, { ...one, file: newPath.get(one.file) ?? one.file })),
    ...come.map((one) => added(what, one)),
  ];
}

/** What is only in the one and only in the other, as multisets of names. */
function subtract(before: readonly Placed[], after: readonly Placed[]): [Placed[], Placed[]] {
  const rest = (from: readonly Placed[], those: readonly Placed[]): Placed[] => {
    const counts = new Map<string, number>();
    for (const { name } of those) counts.set(name, (counts.get(name) ?? 0) + 1);
    return from.filter(({ name }) => {
      const count = counts.get(name) ?? 0;
      counts.set(name, count - 1);
      return count <= 0;
    });
  };
  return [rest(before, after), rest(after, before)];
}

const words = { route: 'HTTP route', option: 'Command-line option' };

function removed(what: 'route' | 'option', { name, file, line }: Placed): Effect {
  const kind = `${what}-removed`;
  return {
    category: 'api',
    level: 'high',
    reason: `${words[what]} \`${name}\` is removed; whoever uses it gets an error.`,
    change: { kind, subject: name, breaking: true, rule: kind, file, line },
    advice: `Announce the end of \`${name}\` and keep it for a while.`,
  };
}

function added(what: 'route' | 'option', { name, file, line, required }: Placed): Effect {
  const kind = `${what}-added`;
  const level: ImpactLevel = required ? 'medium' : 'low';
  const reason = required
    ? `${words[what]} \`${name}\` is added and has to be given.`
    : `${words[what]} \`${name}\` is added.`;
  return {
    category: 'api',
    level,
    reason,
    change: { kind, subject: name, breaking: required, rule: kind, file, line },
  };
}
