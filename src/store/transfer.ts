import { UsageError } from '../base/errors.ts';
import { MAX_TIME } from './block.ts';
import type { StoredEvent } from './event.ts';
import type { EventReader } from './projection.ts';

/** All visible events as JSON lines, in canonical order, one line at a time. */
export function* exportEvents(reader: EventReader): Generator<string> {
  for (const event of reader.events()) yield `${JSON.stringify(event)}\n`;
}

/**
 * Events from JSON lines as {@link exportEvents} writes them, checked one by one; empty lines are skipped.
 *
 * @param lines one line each, with or without its line break
 * @throws UsageError naming the line and what is wrong with it
 */
export async function* importEvents(lines: AsyncIterable<string> | Iterable<string>): AsyncGenerator<StoredEvent> {
  let number = 0;
  for await (const text of lines) {
    number++;
    if (text.trim() === '') continue;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      throw new UsageError(`line ${number} is not JSON: ${excerpt(text)}`);
    }
    const problem = problemOf(value);
    if (problem !== undefined) throw new UsageError(`line ${number} is not an event: ${problem}`);
    yield pick(value as StoredEvent);
  }
}

function pick({ key, at, kind, version, data }: StoredEvent): StoredEvent {
  const { repository, runId, attempt, job, sequence } = key;
  return { key: { repository, runId, attempt, job, sequence }, at, kind, version, data };
}

const isText = (value: unknown): boolean => typeof value === 'string';
const isFilled = (value: unknown): boolean => typeof value === 'string' && value !== '';
const isCount =
  (from: number) =>
  (value: unknown): boolean =>
    Number.isSafeInteger(value) && (value as number) >= from;
const isTime = (value: unknown): boolean => Number.isSafeInteger(value) && Math.abs(value as number) <= MAX_TIME;

type Rule = readonly [field: string, holds: (value: unknown) => boolean, allowed: string];

const KEY_RULES: readonly Rule[] = [
  ['repository', isText, 'a text'],
  ['runId', isText, 'a text'],
  ['attempt', isCount(0), 'a whole number, not negative'],
  ['job', isText, 'a text'],
  ['sequence', isCount(0), 'a whole number, not negative'],
];
const EVENT_RULES: readonly Rule[] = [
  ['at', isTime, 'milliseconds since the epoch, a whole number'],
  ['kind', isFilled, 'a text that is not empty'],
  ['version', isCount(0), 'a whole number, not negative'],
  ['data', isRecord, 'an object'],
];

function problemOf(value: unknown): string | undefined {
  if (!isRecord(value)) return `${excerpt(JSON.stringify(value))} is not an object`;
  if (!isRecord(value.key)) return `key is ${excerpt(JSON.stringify(value.key) ?? 'missing')}, must be an object`;
  return broken(value.key, KEY_RULES, 'key.') ?? broken(value, EVENT_RULES, '');
}

function broken(object: Record<string, unknown>, rules: readonly Rule[], prefix: string): string | undefined {
  for (const [field, holds, allowed] of rules) {
    const value = object[field];
    if (!holds(value)) {
      return `${prefix}${field} is ${excerpt(JSON.stringify(value) ?? 'missing')}, must be ${allowed}`;
    }
  }
  return undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Enough to recognise a value, made harmless for a terminal. */
function excerpt(text: string): string {
  const short = text.length > 60 ? `${text.slice(0, 60)}...` : text;
  return short.replaceAll(/\p{Cc}/gu, '?');
}
