import { UsageError } from '../../base/errors.ts';
import { printable } from '../../base/printable.ts';

/** Half-open limits in milliseconds since the epoch. */
export interface Limits {
  readonly since: number | undefined;
  readonly until: number | undefined;
}

/**
 * Reads the limits of a period. A day without a time is that whole day, in UTC. Free text never reaches git, whose
 * own reading of dates takes a plain day for that day at the present time of day.
 *
 * @throws UsageError when a date is not ISO 8601, is not in the calendar, or the period is empty
 */
export function parsePeriod(period: { since?: string | undefined; until?: string | undefined }): Limits {
  const since = period.since === undefined ? undefined : instant('since', period.since).start;
  const until = period.until === undefined ? undefined : instant('until', period.until).end;
  if (since !== undefined && until !== undefined && since >= until) {
    throw new UsageError(`since "${period.since}" is not before until "${period.until}"`);
  }
  return { since, until };
}

/** Limits as options of git, whose dates are whole seconds. */
export function limitOptions({ since, until }: Limits): string[] {
  return [
    ...(since === undefined ? [] : [`--since=@${Math.ceil(since / 1000)}`]),
    ...(until === undefined ? [] : [`--until=@${Math.ceil(until / 1000) - 1}`]),
  ];
}

const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

function instant(option: string, text: string): { start: number; end: number } {
  const wrong = new UsageError(
    `${option} "${printable(text, 100)}" is not a date: write YYYY-MM-DD or YYYY-MM-DDTHH:MM:SSZ, not before 1970`,
  );
  const match = iso.exec(text);
  if (!match) throw wrong;
  const [, year = '', month = '', day = '', hour, minute = '', second = '00', zone = 'Z'] = match;
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const inCalendar = new Date(midnight).toISOString().startsWith(`${year}-${month}-${day}`);
  if (!inCalendar || midnight < 0) throw wrong;
  if (hour === undefined) return { start: midnight, end: midnight + 86_400_000 };
  const offset = zone === 'Z' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`;
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`);
  if (Number.isNaN(at)) throw wrong;
  // The end of a period is inside it, to the second, as with git's own --until.
  return { start: at, end: at + 1000 };
}
