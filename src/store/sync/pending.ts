import { messageOf } from '../../base/errors.ts';
import { streamsOfDelta } from '../delta.ts';
import { CorruptDeltaError, NewerFormatError } from '../errors.ts';
import type { ListedDelta } from './listing.ts';
import { type CarriedDelta, unpackDelta } from './package.ts';
import type { CountedServices, Notes } from './report.ts';
import { ArtifactGoneError, type ArtifactInfo, RefusedArtifactError } from './services.ts';

/** What became of the deltas that were not known yet. */
export interface PendingRead {
  /** Whole, and of the run that uploaded them; their insides are checked when they are merged. */
  readonly deltas: readonly CarriedDelta[];
  /** Ids of uploads that are themselves unacceptable: never worth another look. */
  readonly refused: readonly string[];
  /** Could not be read this time. */
  readonly failed: number;
  /** Vanished between the list and the download: a compaction is at work. */
  readonly gone: number;
  /** Ids of those left for a later read, because the allowed downloads were used up. */
  readonly postponed: readonly string[];
  /** Came inside of another delta instead of by a download of their own. */
  readonly covered: number;
}

/**
 * Reads the listed deltas that are not known, newest first: the newest carries most of the others, so that they need no
 * download. What is carried by an untrusted delta is not honoured.
 *
 * @param most downloads at most
 */
export async function readPending(
  services: CountedServices,
  listed: readonly ListedDelta[],
  known: ReadonlySet<string>,
  notes: Notes,
  most = Number.POSITIVE_INFINITY,
): Promise<PendingRead> {
  const byId = new Map(listed.map((one) => [one.id, one]));
  const deltas = new Map<string, CarriedDelta>();
  const refused: string[] = [];
  const newer: string[] = [];
  let failed = 0;
  let gone = 0;
  const looked = new Set<string>();
  const downloaded = new Set<string>();
  const pending = listed.filter((one) => !one.expired && !known.has(one.id));
  for (const artifact of pending) {
    if (deltas.has(artifact.id)) continue;
    if (looked.size >= most) break;
    looked.add(artifact.id);
    try {
      const { files, verified } = await services.artifacts.download(artifact);
      for (const delta of openDelta(files, verified, artifact, byId, notes, refused)) {
        if (!known.has(delta.artifactId) && !deltas.has(delta.artifactId)) deltas.set(delta.artifactId, delta);
      }
      downloaded.add(artifact.id);
    } catch (thrown) {
      if (thrown instanceof ArtifactGoneError) gone += 1;
      else if (thrown instanceof RefusedArtifactError) {
        refused.push(artifact.id);
        notes.warn(`Refused the delta artifact ${artifact.id}: ${messageOf(thrown)}`);
      } else if (thrown instanceof NewerFormatError) newer.push(artifact.id);
      else {
        failed += 1;
        notes.warn(`The delta artifact ${artifact.id} cannot be read now and stays pending: ${messageOf(thrown)}`);
      }
    }
  }
  if (newer.length > 0) {
    notes.warn(
      `${newer.length} delta artifacts were written by a newer Hone and stay pending until this one is updated.`,
    );
  }
  return {
    deltas: [...deltas.values()],
    refused,
    failed: failed + newer.length,
    postponed: pending.map((one) => one.id).filter((id) => !looked.has(id) && !deltas.has(id)),
    gone,
    covered: pending.filter((one) => deltas.has(one.id) && !downloaded.has(one.id)).length,
  };
}

/** Own delta first, then those it carries. What is wrong is said, and refused for good only when it was uploaded so. */
function openDelta(
  files: ReadonlyMap<string, Uint8Array>,
  verified: boolean,
  artifact: ArtifactInfo,
  listed: ReadonlyMap<string, ArtifactInfo>,
  notes: Notes,
  refused: string[],
): CarriedDelta[] {
  const opened: CarriedDelta[] = [];
  try {
    const { own, carried } = unpackDelta(files);
    if (artifact.trusted) {
      for (const delta of carried) {
        const info = listed.get(delta.artifactId);
        const claimed = { ...delta, runId: info?.runId ?? delta.runId, trusted: info?.trusted ?? delta.trusted };
        if (isSound(claimed)) opened.push(claimed);
      }
    }
    const mine = { artifactId: artifact.id, runId: artifact.runId ?? '', trusted: artifact.trusted, bytes: own };
    checkOrigin(mine);
    opened.unshift(mine);
  } catch (thrown) {
    const damaged = thrown instanceof CorruptDeltaError || thrown instanceof RefusedArtifactError;
    if (!damaged || !verified) throw thrown;
    refused.push(artifact.id);
    notes.warn(`Refused the delta artifact ${artifact.id}: ${messageOf(thrown)}`);
  }
  return opened;
}

/** @throws CorruptDeltaError, NewerFormatError, RefusedArtifactError when a stream names another run than the uploader */
function checkOrigin({ bytes, runId }: CarriedDelta): void {
  const stranger = streamsOfDelta(bytes).find((stream) => runId === '' || stream.runId !== runId);
  if (stranger) {
    throw new RefusedArtifactError(
      `it claims events of run ${JSON.stringify(stranger.runId)}, but run ${runId || 'unknown'} uploaded it`,
    );
  }
}

/** False for a carried delta that is not good: the artifact of its own is read instead. */
function isSound(delta: CarriedDelta): boolean {
  try {
    checkOrigin(delta);
    return true;
  } catch {
    return false;
  }
}
