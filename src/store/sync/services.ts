/** Files by name, in memory: names are plain, without folders above or outside. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** The Actions cache, or anything like it: holds snapshots, may forget them at any time. */
export interface SnapshotCache {
  /** The newest entry that this run may read; undefined when there is none. Throws when it could not be asked. */
  restore(): Promise<Files | undefined>;
  /** Saves under a name that nothing was ever saved under. Throws when the entry does not stand afterwards. */
  save(files: Files): Promise<void>;
}

export interface ArtifactInfo {
  /** Grows with every upload in a repository; digits. */
  readonly id: string;
  readonly name: string;
  /** Bytes of the archive. */
  readonly size: number;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly expired: boolean;
  /** Run that produced it, as GitHub says; undefined when GitHub does not say. */
  readonly runId: string | undefined;
  /** False when a run on another repository's code (a fork) produced it, or nobody knows which. */
  readonly trusted: boolean;
  /** `sha256:<hex>` of the archive; undefined for old artifacts. */
  readonly digest: string | undefined;
}

export interface ArtifactPage {
  readonly artifacts: readonly ArtifactInfo[];
  /** True when older ones follow on the next page. */
  readonly more: boolean;
}

export interface Download {
  readonly files: Files;
  /** The archive matched the digest that GitHub keeps: what is wrong with it was wrong when it was uploaded. */
  readonly verified: boolean;
}

/** The artifacts of a repository, across runs. */
export interface Artifacts {
  /** Those with exactly this name, newest first. `page` counts from 1. */
  list(name: string, page: number): Promise<ArtifactPage>;
  /** @throws ArtifactGoneError, DamagedArtifactError, RefusedArtifactError */
  download(artifact: ArtifactInfo): Promise<Download>;
  /** @throws NameTakenError when this run already has an artifact of that name */
  upload(name: string, files: Files, retentionDays: number): Promise<{ id: string }>;
  /** @throws NotPermittedError when the token may not delete */
  delete(id: string): Promise<void>;
}

/** The artifact was deleted or has expired since it was listed. */
export class ArtifactGoneError extends Error {
  override readonly name = 'ArtifactGoneError';
}

/** The bytes that arrived are not those that were uploaded; another try may get them. */
export class DamagedArtifactError extends Error {
  override readonly name = 'DamagedArtifactError';
}

/** What was uploaded is itself unacceptable: too large, names that leave the folder, links, not an archive. */
export class RefusedArtifactError extends Error {
  override readonly name = 'RefusedArtifactError';
}

export class NameTakenError extends Error {
  override readonly name = 'NameTakenError';
}

export class NotPermittedError extends Error {
  override readonly name = 'NotPermittedError';
}
