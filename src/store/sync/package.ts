import { sha256 } from '../checksum.ts';
import { CorruptDeltaError, NewerFormatError } from '../errors.ts';
import type { Files } from './services.ts';

/** A delta of another run inside of this run's artifact, so that readers need not download it. */
export interface CarriedDelta {
  /** Artifact that holds it by itself. */
  readonly artifactId: string;
  /** Run that produced that artifact, as GitHub said. */
  readonly runId: string;
  readonly trusted: boolean;
  readonly bytes: Uint8Array;
}

export interface DeltaPackage {
  /** The uploading job's own events. */
  readonly own: Uint8Array;
  readonly carried: readonly CarriedDelta[];
}

const format = 1;
const manifestName = 'manifest.json';
const ownName = 'events.delta';

interface ManifestEntry {
  readonly artifactId: string;
  readonly runId: string;
  readonly trusted: boolean;
  readonly sha256: string;
}

/** The files of a delta artifact: a manifest with the SHA-256 of every other file, own events, carried deltas. */
export function packDelta(content: DeltaPackage): Files {
  const carried = content.carried.map(
    (delta): ManifestEntry => ({
      artifactId: delta.artifactId,
      runId: delta.runId,
      trusted: delta.trusted,
      sha256: sha256(delta.bytes),
    }),
  );
  const manifest = { format, own: { sha256: sha256(content.own) }, carried };
  const files = new Map<string, Uint8Array>([
    [manifestName, new TextEncoder().encode(JSON.stringify(manifest))],
    [ownName, content.own],
  ]);
  for (const delta of content.carried) files.set(carriedName(delta.artifactId), delta.bytes);
  return files;
}

/**
 * Reads what {@link packDelta} wrote. A carried delta that is missing or fails its checksum is left out: its own artifact
 * still has it.
 *
 * @throws CorruptDeltaError, NewerFormatError
 */
export function unpackDelta(files: Files): DeltaPackage {
  const text = files.get(manifestName);
  if (!text) throw new CorruptDeltaError(`the artifact has no ${manifestName}`);
  const manifest = parseManifest(text);
  const own = files.get(ownName);
  if (!own || sha256(own) !== manifest.own) throw new CorruptDeltaError(`${ownName} does not match its SHA-256`);
  const carried: CarriedDelta[] = [];
  for (const { sha256: digest, ...entry } of manifest.carried) {
    const bytes = files.get(carriedName(entry.artifactId));
    if (bytes && sha256(bytes) === digest) carried.push({ ...entry, bytes });
  }
  return { own, carried };
}

function carriedName(artifactId: string): string {
  return `carried-${artifactId}.delta`;
}

function parseManifest(bytes: Uint8Array): { own: string; carried: ManifestEntry[] } {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new CorruptDeltaError(`${manifestName} is not JSON`);
  }
  if (!isRecord(value) || typeof value.format !== 'number')
    throw new CorruptDeltaError(`${manifestName} has no format`);
  if (value.format > format) throw new NewerFormatError('delta artifact', value.format, format);
  const own = isRecord(value.own) ? value.own.sha256 : undefined;
  if (typeof own !== 'string' || !Array.isArray(value.carried) || !value.carried.every(isManifestEntry)) {
    throw new CorruptDeltaError(`${manifestName} has an unknown shape`);
  }
  return { own, carried: value.carried };
}

function isManifestEntry(value: unknown): value is ManifestEntry {
  return (
    isRecord(value) &&
    typeof value.artifactId === 'string' &&
    /^\d+$/.test(value.artifactId) &&
    typeof value.runId === 'string' &&
    typeof value.trusted === 'boolean' &&
    typeof value.sha256 === 'string'
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
