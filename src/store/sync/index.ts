export { acceptRuns, quarantinedStreams, streamAccepted } from './acceptance.ts';
export { type Carry, decodeCarry, encodeCarry } from './carry.ts';
export { type CommitReport, commitEvents, commitJournals } from './commit.ts';
export { type CompactReport, compactStore, saveSnapshot } from './compact.ts';
export type { SyncDeps } from './deps.ts';
export type { Limits } from './limits.ts';
export type { Note, Requests } from './report.ts';
export { type RestoredStore, type RestoreReport, restoreStore } from './restore.ts';
export {
  ArtifactGoneError,
  type ArtifactInfo,
  type ArtifactPage,
  type Artifacts,
  DamagedArtifactError,
  type Download,
  type Files,
  NameTakenError,
  NotPermittedError,
  RefusedArtifactError,
  type SnapshotCache,
} from './services.ts';
