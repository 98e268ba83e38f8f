import { printable } from '../../base/printable.ts';
import type { Recorder } from '../../store/event.ts';
import { isTestFile } from '../../testing/index.ts';
import { repairLesson } from '../events.ts';
import type { Attempt, ErrorClass, FailingTest, FixReport, Lesson } from '../types.ts';
import { adviceOn } from './advice.ts';
import { classify, classifyTest, signatureOf } from './classify.ts';

/** How the candidates of a template fared in a repair; several of one template, in different places, are summed. */
export interface TriedTemplate {
  readonly template: string;
  readonly tried: number;
  /** Candidates that turned some failing tests green, not all. */
  readonly partial: number;
  /** Names of thrown errors' classes with counts of candidates. */
  readonly errors: Readonly<Record<string, number>>;
}

export type FailedRepair = Pick<FixReport, 'baseline' | 'candidates'>;

/** Templates that a lesson names. */
const named = 5;

interface Group {
  readonly errorClass: ErrorClass;
  readonly thrown: string | undefined;
  readonly file: string;
  readonly function: string | undefined;
  readonly signature: string;
  tests: number;
}

/** What a repair that came to nothing teaches: one lesson for each way in which the tests fail, the commonest first. */
export function lessonsOf(
  { baseline: { failing }, candidates }: FailedRepair,
  outcomes: readonly TriedTemplate[],
): Lesson[] {
  const tried = byTemplate(outcomes);
  const groups = new Map<string, Group>();
  for (const test of failing) {
    const group = groupOf(test);
    const key = lessonKey(group);
    const known = groups.get(key) ?? group;
    known.tests++;
    groups.set(key, known);
  }
  const avoid = tried.slice(0, named).map(({ template }) => template);
  return [...groups.values()]
    .sort((a, b) => b.tests - a.tests)
    .map((group) => ({
      errorClass: group.errorClass,
      file: group.file,
      function: group.function,
      signature: group.signature,
      avoid,
      suggestion: suggest(group, failing.length, tried, candidates),
      occurrences: group.tests,
    }));
}

/** Equal for lessons that speak of the same failure. */
export function lessonKey(lesson: Pick<Lesson, 'errorClass' | 'file' | 'function' | 'signature'>): string {
  return JSON.stringify([lesson.errorClass, lesson.file, lesson.function ?? null, lesson.signature]);
}

export function recordLesson(recorder: Recorder, commit: string, lesson: Lesson): void {
  recorder.record(repairLesson, {
    ...lesson,
    commit,
    function: lesson.function ?? null,
    avoid: [...lesson.avoid],
  });
}

/** The place is the innermost call in the program; of tests whose own comparison fails, their file. */
function groupOf(test: FailingTest): Group {
  const frame = test.stack.find(({ file }) => !isTestFile(file) && file !== test.file) ?? test.stack[0];
  return {
    errorClass: classifyTest(test),
    thrown: test.errorClass,
    file: frame?.file ?? test.file,
    function: frame?.function,
    signature: signatureOf(test.message),
    tests: 0,
  };
}

function byTemplate(outcomes: readonly TriedTemplate[]): TriedTemplate[] {
  const sums = new Map<string, { template: string; tried: number; partial: number; errors: Record<string, number> }>();
  for (const { template, tried, partial, errors } of outcomes) {
    const sum = sums.get(template) ?? { template, tried: 0, partial: 0, errors: {} };
    sums.set(template, sum);
    sum.tried += tried;
    sum.partial += partial;
    for (const [thrown, count] of Object.entries(errors)) {
      const errorClass = classify(thrown, undefined);
      sum.errors[errorClass] = (sum.errors[errorClass] ?? 0) + count;
    }
  }
  return [...sums.values()].sort((a, b) => b.tried - a.tried || (a.template < b.template ? -1 : 1));
}

function suggest(group: Group, failing: number, tried: readonly TriedTemplate[], attempts: readonly Attempt[]): string {
  const sentences = [whatFails(group, failing), adviceOn(group.errorClass, group.thrown)];
  const near = tried.filter(({ partial }) => partial > 0).sort((a, b) => b.partial - a.partial);
  if (near.length > 0) sentences.push(nearly(near));
  const rejected = attempts.find(({ green, review }) => green && review.verdict === 'reject');
  const red = attempts.filter(({ green }) => !green).length;
  if (rejected !== undefined) sentences.push(whyRefused(rejected));
  else if (red > 0) sentences.push(`${red} passed the failing tests alone and not the whole suite`);
  if (near.length === 0 && attempts.length === 0) sentences.push(withoutEffect(tried));
  return sentences.map((sentence) => `${sentence}.`).join(' ');
}

function whatFails({ thrown, errorClass, function: name, file, tests }: Group, failing: number): string {
  const error = thrown !== undefined && /^[\w.]{1,60}$/.test(thrown) ? thrown : `${errorClass} errors`;
  const place = name === undefined ? printable(file, 120) : `\`${printable(name, 60)}\` (${printable(file, 120)})`;
  const which = tests === failing ? 'The failing tests raise' : `${tests} of ${failing} failing tests raise`;
  return `${which} ${error} in ${place}`;
}

function nearly(near: readonly TriedTemplate[]): string {
  const best = near.slice(0, 3).map(({ template, partial }) => `\`${template}\` (${partial})`);
  return `Some candidates turned a part of the failing tests green and not all, of ${best.join(', ')}: a second change is needed beside theirs`;
}

function whyRefused({ strategy, file, line, review }: Attempt): string {
  const rules = [...new Set(review.findings.map(({ rule }) => rule))].slice(0, 3).join(', ');
  return `\`${strategy}\` at ${printable(file, 120)}:${line} passed and was refused by the review (${rules})`;
}

function withoutEffect(tried: readonly TriedTemplate[]): string {
  const count = tried.reduce((sum, one) => sum + one.tried, 0);
  if (count === 0) return 'No candidate was tried: no template fits the suspicious lines, or time was up';
  const totals = new Map<string, number>();
  for (const { errors } of tried)
    for (const [name, times] of Object.entries(errors)) totals.set(name, (totals.get(name) ?? 0) + times);
  const [most] = [...totals].sort((a, b) => b[1] - a[1]);
  const outcome = most === undefined ? '' : `; most ended in ${most[0]} errors`;
  return `${count} candidates of ${tried.length} templates turned no failing test green${outcome}`;
}
