import type { Clock } from '../base/clock.ts';
import type { Recorder, StoredEvent, StreamKey } from './event.ts';

export interface Journal extends Recorder {
  readonly path: string;
  readonly stream: StreamKey;
  /** Forces the file to the disk and closes it. Recording afterwards throws. */
  close(): void;
}

export interface JournalContent {
  readonly stream: StreamKey;
  readonly events: StoredEvent[];
  /** The last line was cut off in the middle: the one event that was being written is lost. */
  readonly torn: boolean;
  /** Numbers, from 1, of lines that fail their checksum; their events are lost. */
  readonly damaged: readonly number[];
}

/**
 * Opens the journal of a stream, or continues it when the file exists (a post step after its main step).
 *
 * @throws UsageError when the file belongs to another stream, CannotRunError when it cannot be written
 */
export function openJournal(_path: string, _stream: StreamKey, _clock: Clock): Journal {
  throw new Error('not built yet');
}

/** @throws CorruptJournalError when the first line is unreadable */
export function readJournal(_path: string): JournalContent {
  throw new Error('not built yet');
}
