import { renameSync, rmSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Log } from '../base/log.ts';
import { listJournals } from './directory.ts';
import { CorruptJournalError } from './errors.ts';
import type { StoredEvent } from './event.ts';
import { type JournalContent, readJournal } from './journal.ts';

/** A journal of another machine or container that nobody has written to for so long has no writer any more. */
const ABANDONED_MS = 86_400_000;

/** A process writes the first line of its journal at once; after so long it never will. */
const BLANK_MS = 60_000;

export interface FoundJournal {
  readonly path: string;
  readonly events: readonly StoredEvent[];
  /** Nobody writes to it any more: once its events are in the store, it can be deleted. */
  readonly finished: boolean;
}

/**
 * The journals in a directory, those of processes that still write included. What is wrong with one is said.
 *
 * @param tidy moves journals that cannot be read out of the way: only under the lock
 */
export function findJournals(directory: string, tidy: boolean, log: Log): FoundJournal[] {
  return listJournals(directory).flatMap((path) => {
    const journal = tryRead(path, tidy, log);
    if (!journal) return [];
    const { events, writer } = journal;
    const finished = writer === 'gone' || (writer === 'unknown' && idleMs(path) > ABANDONED_MS);
    return [{ path, events, finished }];
  });
}

function tryRead(path: string, tidy: boolean, log: Log): JournalContent | undefined {
  try {
    const journal = readJournal(path);
    if (journal.torn && journal.writer === 'gone') {
      log.warn(`the last event of ${path} was cut off when its process ended, and is lost`);
    }
    if (journal.damaged.length > 0) {
      log.warn(`${path} has damaged lines (${journal.damaged.join(', ')}), whose events are lost; the others are kept`);
    }
    return journal;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    if (!(error instanceof CorruptJournalError)) throw error;
    if (error.blank) {
      if (tidy && idleMs(path) > BLANK_MS) rmSync(path, { force: true });
      return undefined;
    }
    if (tidy) renameSync(path, `${path}.corrupt`);
    log.warn(tidy ? `${error.message}; it is kept as ${basename(path)}.corrupt` : error.message);
    return undefined;
  }
}

function idleMs(path: string): number {
  return Date.now() - statSync(path).mtimeMs;
}
