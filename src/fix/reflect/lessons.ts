import { printable } from '../../base/printable.ts';
import type { Recorder } from '../../store/event.ts';
import { isTestFile } from '../../testing/index.ts';
import { repairLesson } from '../events.ts';
import type { Attempt, ErrorClass, FailingTest, Lesson } from '../types.ts';
import { adviceOn } from './advice.ts';
import { classifyTest, signatureOf } from './classify.ts';
import type { PartialSuccess, Tried } from './tried.ts';

export interface FailedRepair {
  readonly failing: readonly FailingTest[];
  readonly tried: Tried;
  /** Attempts that were not green, or that the review refused. */
  readonly refused: readonly Attempt[];
}

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
export function lessonsOf({ failing, tried, refused }: FailedRepair): Lesson[] {
  const groups = new Map<string, Group>();
  for (const test of failing) {
    const group = groupOf(test);
    const key = lessonKey(group);
    const known = groups.get(key) ?? group;
    known.tests++;
    groups.set(key, known);
  }
  const avoid = tried.templates().slice(0, named);
  return [...groups.values()]
    .sort((a, b) => b.tests - a.tests)
    .map((group) => ({
      errorClass: group.errorClass,
      file: group.file,
      function: group.function,
      signature: group.signature,
      avoid: avoid.map(({ template }) => template),
      suggestion: suggest(group, failing.length, tried, refused),
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

function suggest(group: Group, failing: number, tried: Tried, refused: readonly Attempt[]): string {
  const sentences = [whatFails(group, failing), adviceOn(group.errorClass, group.thrown)];
  const partial = tried.partial().filter((one) => one.brokenPassing === 0 || one.failingNowPassing > one.brokenPassing);
  if (partial.length > 0) sentences.push(partial.map((one) => nearly(one, failing)).join('; '));
  const rejected = refused.find(({ review }) => review.verdict === 'reject');
  if (rejected !== undefined) sentences.push(whyRefused(rejected));
  else if (refused.length > 0)
    sentences.push(`${refused.length} passed the failing tests alone and not the whole suite`);
  if (partial.length === 0 && refused.length === 0) sentences.push(withoutEffect(tried));
  return sentences.map((sentence) => `${sentence}.`).join(' ');
}

function whatFails({ thrown, errorClass, function: name, file, tests }: Group, failing: number): string {
  const error = thrown !== undefined && /^[\w.]{1,60}$/.test(thrown) ? thrown : `${errorClass} errors`;
  const place = name === undefined ? printable(file, 120) : `\`${printable(name, 60)}\` (${printable(file, 120)})`;
  const which = tests === failing ? 'The failing tests raise' : `${tests} of ${failing} failing tests raise`;
  return `${which} ${error} in ${place}`;
}

function nearly({ template, file, line, failingNowPassing, brokenPassing }: PartialSuccess, failing: number): string {
  const broke = brokenPassing === 0 ? 'broke none' : `broke ${brokenPassing}`;
  return `\`${template}\` at ${printable(file, 120)}:${line} turned ${failingNowPassing} of ${failing} failing tests green and ${broke}: the rest needs a further change`;
}

function whyRefused({ strategy, file, line, review }: Attempt): string {
  const rules = [...new Set(review.findings.map(({ rule }) => rule))].slice(0, 3).join(', ');
  return `\`${strategy}\` at ${printable(file, 120)}:${line} passed and was refused by the review (${rules})`;
}

function withoutEffect(tried: Tried): string {
  const templates = tried.templates();
  const count = templates.reduce((sum, one) => sum + one.tried, 0);
  if (count === 0) return 'No candidate was tried: no template fits the suspicious lines';
  const [errors] = [...errorTotals(tried)].sort((a, b) => b[1] - a[1]);
  const outcome = errors === undefined ? '' : `; most ended in ${errors[0]} errors`;
  return `${count} candidates of ${templates.length} templates turned no failing test green${outcome}`;
}

function errorTotals(tried: Tried): Map<ErrorClass, number> {
  const totals = new Map<ErrorClass, number>();
  for (const { errors } of tried.templates())
    for (const [name, count] of errors) totals.set(name, (totals.get(name) ?? 0) + count);
  return totals;
}
