import { messageOf } from '../../base/errors.ts';
import { languageOf, parse } from '../../code/index.ts';
import { type ChangedFile, rangesOf, touches } from '../analyst.ts';
import { fingerprint } from '../fingerprint.ts';
import type { Finding } from '../report.ts';
import { type FileRole, isExample, servesTests } from '../scope.ts';
import { type Observation, observe, observeLines, type RuleSet } from './observe.ts';

/** Where text is not code, or nobody here wrote it. */
const unjudged: ReadonlySet<FileRole> = new Set(['generated', 'vendored', 'lock', 'prose']);

interface Judged {
  readonly file: ChangedFile;
  readonly all: readonly Observation[];
  /** Those that the change touches. */
  readonly fresh: ReadonlySet<Observation>;
}

/**
 * What the rules find in the touched lines of a change and did not find in the code before it.
 *
 * @param notes receives one sentence for each file that could not be judged
 */
export async function introducedFindings(
  files: readonly ChangedFile[],
  rules: RuleSet,
  notes: string[],
): Promise<Finding[]> {
  const wanted = files.filter((file) => !unjudged.has(file.role));
  let suspicious = false;
  for (const file of wanted.filter(({ added }) => added.length > 0)) {
    suspicious = touched(file, await observeSide(file, 'touched', rules, notes)).size > 0 || suspicious;
  }
  // Most commits end here. The rest of the code is read only to tell what is new from what was there or moved.
  if (!suspicious) return [];
  const judged: Judged[] = [];
  for (const file of wanted) {
    const all = await observeSide(file, 'new', rules, []);
    judged.push({ file, all, fresh: touched(file, all) });
  }
  const known = new Map<string, number>();
  const count = (one: Observation, by: number): unknown => known.set(one.key, (known.get(one.key) ?? 0) + by);
  // So often may a problem turn up on touched lines without being new (moved, re-indented, renamed): as often as it
  // stood anywhere in the old files and is not accounted for by an untouched line of the new ones.
  const shapes = new Map<ChangedFile, string[]>();
  for (const file of wanted) {
    const old = await observeSide(file, 'old', rules, []);
    shapes.set(
      file,
      old.map(({ shape }) => shape),
    );
    for (const one of old) count(one, 1);
  }
  for (const { all, fresh } of judged) for (const one of all) if (!fresh.has(one)) count(one, -1);
  return judged.flatMap((one) => newOnes(one, known, shapes.get(one.file) ?? []));
}

function touched(file: ChangedFile, all: readonly Observation[]): ReadonlySet<Observation> {
  const ranges = rangesOf(file.added);
  return new Set(all.filter((one) => one.lines.some(([start, end]) => touches(ranges, start, end))));
}

/** @param side `touched`: the new file, but only code that meets the added lines */
async function observeSide(
  file: ChangedFile,
  side: 'old' | 'new' | 'touched',
  rules: RuleSet,
  notes: string[],
): Promise<Observation[]> {
  const isTest = servesTests(file.path) || isExample(file.path);
  const inLines = observeLines(side === 'old' ? file.deleted : file.added, isTest, rules);
  const text = side === 'old' ? file.oldText : file.newText;
  const path = side === 'old' ? file.oldPath : file.path;
  const language = text === undefined ? undefined : languageOf(path, text);
  if (text === undefined || !language) return inLines;
  try {
    const parsed = await parse(language, text, path);
    try {
      const ranges = side === 'touched' ? rangesOf(file.added) : undefined;
      return [...inLines, ...observe({ path, parsed, isTest }, rules, ranges)];
    } finally {
      parsed.dispose();
    }
  } catch (thrown) {
    notes.push(`${path} was not judged: ${messageOf(thrown)}.`);
    return inLines;
  }
}

/**
 * Takes what was known off `known` and `shapes` as it meets it.
 *
 * @param shapes of the problems in the old file: in one file, one that vanished and one of its shape are a renaming
 */
function newOnes({ file, all, fresh }: Judged, known: Map<string, number>, shapes: string[]): Finding[] {
  const takeShape = ({ shape }: Observation): boolean => {
    const at = shapes.indexOf(shape);
    if (at >= 0) shapes.splice(at, 1);
    return at >= 0;
  };
  const unmatched: { one: Observation; occurrence: number }[] = [];
  const occurrences = new Map<string, number>();
  for (const one of all) {
    const occurrence = occurrences.get(one.key) ?? 0;
    occurrences.set(one.key, occurrence + 1);
    const spare = known.get(one.key) ?? 0;
    if (fresh.has(one) && spare <= 0) {
      unmatched.push({ one, occurrence });
      continue;
    }
    if (fresh.has(one)) known.set(one.key, spare - 1);
    takeShape(one);
  }
  // Only now, when every problem that kept its names has taken its own.
  return unmatched.flatMap(({ one, occurrence }) => (takeShape(one) ? [] : [finding(file.path, one, occurrence)]));
}

function finding(file: string, { rule, code, startLine, endLine, message }: Observation, occurrence: number): Finding {
  const { category, severity, confidence } = rule;
  const id = fingerprint(rule.id, file, code, occurrence);
  return {
    id,
    rule: rule.id,
    analysts: ['code-critic'],
    category,
    severity,
    confidence,
    file,
    startLine,
    endLine,
    message,
  };
}
