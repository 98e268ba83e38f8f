import { readFileSync, writeFileSync } from 'node:fs';
import { CannotRunError, messageOf, UsageError } from '../../base/errors.ts';
import { printable } from '../../base/printable.ts';

/** What one job hands to a later one of the same run. */
export type Handed = 'plan' | 'share' | 'repair';

export interface Origin {
  readonly repository: string;
  readonly runId: string;
  /** That was checked out. */
  readonly commit: string;
}

const format = 1;
const most = 64 * 2 ** 20;

export function writeHandover(path: string, handed: Handed, origin: Origin, content: unknown): void {
  writeFileSync(path, `${JSON.stringify({ hone: handed, format, ...origin, content })}\n`);
}

/**
 * What is inside a file that another job wrote, still to be checked: it comes from where code of the repository ran.
 *
 * @throws UsageError when it is something else, of another run, or of another commit
 */
export function readHandover(text: string, handed: Handed, origin: Origin, name: string): unknown {
  const about = `${printable(name, 200)} is no ${handed} of this run`;
  if (text.length > most) throw new UsageError(`${about}: it is larger than ${most} bytes`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (thrown) {
    throw new UsageError(`${about}: ${printable(messageOf(thrown), 200)}`);
  }
  const file = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const expected = { hone: handed, format, ...origin };
  for (const [field, wanted] of Object.entries(expected)) {
    if (file[field] !== wanted) {
      throw new UsageError(`${about}: its ${field} is ${shown(file[field])}, not ${shown(wanted)}`);
    }
  }
  return file.content;
}

/** @throws CannotRunError when there is no such file */
export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (thrown) {
    throw new CannotRunError(`${printable(path, 300)} cannot be read: ${messageOf(thrown)}`);
  }
}

function shown(value: unknown): string {
  return printable(JSON.stringify(value) ?? 'missing', 100);
}
