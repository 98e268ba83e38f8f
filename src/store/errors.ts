import { CannotRunError } from '../base/errors.ts';

/** The bytes of a store are not, or no longer, a store. Whoever opens one falls back to the next source and says so. */
export class CorruptStoreError extends Error {
  override readonly name = 'CorruptStoreError';
}

/** The bytes of a delta are not, or no longer, a delta. */
export class CorruptDeltaError extends Error {
  override readonly name = 'CorruptDeltaError';
}

/** A journal in which no line says whose events it holds. */
export class CorruptJournalError extends Error {
  override readonly name = 'CorruptJournalError';
  /** It has no whole line at all: its process is only about to write the first, or was killed before it could. */
  readonly blank: boolean;

  constructor(message: string, blank: boolean) {
    super(message);
    this.blank = blank;
  }
}

/** A healthy store or delta written by a later Hone. Not corrupt: it must be neither rebuilt nor overwritten. */
export class NewerFormatError extends CannotRunError {
  constructor(what: string, found: number, known: number) {
    super(`the ${what} has format version ${found}, this Hone reads up to ${known}: use a newer Hone`);
  }
}
