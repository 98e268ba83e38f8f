export { checksumPath, formatChecksum, parseChecksum, sha256 } from './checksum.ts';
export { decodeDelta, encodeDelta } from './delta.ts';
export { entryAt, readChecksum } from './durable.ts';
export { CorruptDeltaError, CorruptJournalError, CorruptStoreError, NewerFormatError } from './errors.ts';
export { type EventKey, type EventKind, eventKind, type Recorder, type StoredEvent, type StreamKey } from './event.ts';
export { type Journal, type JournalContent, openJournal, readJournal } from './journal.ts';
export { type LocalStore, type LocalStoreOptions, openLocalStore, type SaveResult } from './local.ts';
export type { MergeResult } from './merge.ts';
export type { EventQuery, EventReader, KindOrName, Projection } from './projection.ts';
export {
  EventStore,
  type MergeOptions,
  type RetainOptions,
  type StreamInfo,
} from './store.ts';
export { exportEvents, importEvents } from './transfer.ts';
export type { VerifyResult } from './verify.ts';
