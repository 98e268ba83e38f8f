import type { JsonObject } from '../../base/json.ts';
import type { EventReader, Projection } from '../../store/projection.ts';
import { repairLesson } from '../events.ts';
import type { FailingTest, Lesson } from '../types.ts';
import { isErrorClass } from './advice.ts';
import { classifyTest, signatureOf } from './classify.ts';
import { lessonKey } from './lessons.ts';

interface KeptLesson {
  lesson: Omit<Lesson, 'function'> & { function: string | null };
  /** Milliseconds since the epoch, when it was last learned. */
  at: number;
}

/** Every lesson once, with all its occurrences; what else it says is as it was last learned. */
export const lessons: Projection<Record<string, KeptLesson>> = {
  name: 'fix.lessons',
  version: 1,
  kinds: [repairLesson],
  commutative: true,
  initial: () => ({}),
  apply(state, { at, data }) {
    const lesson = readLesson(data);
    if (lesson === undefined) return state;
    const key = lessonKey({ ...lesson, function: lesson.function ?? undefined });
    const known = state[key];
    const occurrences = lesson.occurrences + (known?.lesson.occurrences ?? 0);
    const newer = known === undefined || isNewer({ lesson, at }, known) ? { lesson, at } : known;
    state[key] = { lesson: { ...newer.lesson, occurrences }, at: newer.at };
    return state;
  },
};

/** Within one moment the greater text wins, in whatever order the events come. */
function isNewer(one: KeptLesson, other: KeptLesson): boolean {
  if (one.at !== other.at) return one.at > other.at;
  return said(one) > said(other);
}

function said({ lesson: { suggestion, avoid } }: KeptLesson): string {
  return JSON.stringify([suggestion, avoid]);
}

function readLesson(data: JsonObject): KeptLesson['lesson'] | undefined {
  const { errorClass, file, function: name, signature, avoid, suggestion, occurrences } = data;
  if (!isErrorClass(errorClass) || typeof file !== 'string' || typeof signature !== 'string') return undefined;
  if (typeof suggestion !== 'string' || !Number.isSafeInteger(occurrences) || Number(occurrences) < 1) return undefined;
  return {
    errorClass,
    file,
    function: typeof name === 'string' ? name : null,
    signature,
    avoid: Array.isArray(avoid) ? avoid.filter((one) => typeof one === 'string') : [],
    suggestion,
    occurrences: Number(occurrences),
  };
}

export interface Subject {
  readonly failing: readonly FailingTest[];
  /** Files that may be at fault, beside those of the stacks. */
  readonly files: readonly string[];
}

/** Days after which a lesson counts half. */
const halfLife = 60;
const day = 86_400_000;

/**
 * Lessons of earlier repairs that bear on these failing tests, the most relevant first: the same signature, function
 * and file count most, then the kind of error; recent and repeated ones before others. Age is relative to the newest.
 */
export function relevantLessons(events: EventReader, { failing, files }: Subject, limit = 10): Lesson[] {
  const kept = Object.entries(events.project(lessons));
  const newest = kept.reduce((latest, [, { at }]) => Math.max(latest, at), 0);
  const relevance = relevanceTo(failing, files);
  return kept
    .map(([key, { lesson, at }]) => {
      const fresh = 0.5 ** ((newest - at) / day / halfLife);
      const often = 1 + Math.log2(lesson.occurrences) / 10;
      return { lesson, key, score: relevance(lesson) * fresh * often };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1))
    .slice(0, limit)
    .map(({ lesson }) => ({ ...lesson, function: lesson.function ?? undefined }));
}

function relevanceTo(
  failing: readonly FailingTest[],
  files: readonly string[],
): (lesson: KeptLesson['lesson']) => number {
  const signatures = new Set(failing.map(({ message }) => signatureOf(message)).filter((one) => one !== ''));
  const classes = new Set(failing.map(classifyTest));
  const frames = failing.flatMap(({ stack }) => stack);
  const places = new Set([...files, ...failing.map(({ file }) => file), ...frames.map(({ file }) => file)]);
  const functions = new Set(frames.map((frame) => `${frame.file} ${frame.function}`));
  return (lesson) =>
    (signatures.has(lesson.signature) ? 4 : 0) +
    (functions.has(`${lesson.file} ${lesson.function}`) ? 3 : 0) +
    (places.has(lesson.file) ? 2 : 0) +
    (classes.has(lesson.errorClass) ? 1 : 0);
}
