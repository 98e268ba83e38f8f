import { defaultLimits, type Limits } from './limits.ts';
import { compareIds } from './listing.ts';
import type { CarriedDelta } from './package.ts';

/**
 * What a restore leaves for the commit of the same job, which may be another process: the deltas that no snapshot has yet,
 * and the ids it knows.
 */
export interface Carry {
  readonly pending: readonly CarriedDelta[];
  readonly known: ReadonlySet<string>;
}

// The commit looks at the newest page of each slot only.
const knownKept = 2_000;

/** The newest ones that fit: a reader finds the older ones through the deltas that carried them before. */
export function chooseCarried(pending: readonly CarriedDelta[], limits: Limits): CarriedDelta[] {
  const chosen: CarriedDelta[] = [];
  let room = limits.carriedBytes;
  const newest = [...pending].sort((left, right) => compareIds(right.artifactId, left.artifactId));
  for (const delta of newest) {
    if (delta.bytes.length > limits.carriedDeltaBytes) continue;
    if (delta.bytes.length > room || chosen.length === limits.carriedDeltas) break;
    room -= delta.bytes.length;
    chosen.push(delta);
  }
  return chosen;
}

/** As JSON, for a file of the step. */
export function encodeCarry(carry: Carry, limits: Limits = defaultLimits): string {
  const pending = chooseCarried(carry.pending, limits).map(({ artifactId, runId, trusted, bytes }) => {
    return { artifactId, runId, trusted, bytes: Buffer.from(bytes).toString('base64') };
  });
  const known = [...carry.known].sort(compareIds).slice(-knownKept);
  return JSON.stringify({ known, pending });
}

/** Undefined when the text is something else: the commit then carries nothing. */
export function decodeCarry(text: string): Carry | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isCarry(value)) return undefined;
  const pending = value.pending.map((delta) => ({
    ...delta,
    bytes: new Uint8Array(Buffer.from(delta.bytes, 'base64')),
  }));
  return { known: new Set(value.known), pending };
}

interface CarryText {
  readonly known: string[];
  readonly pending: { artifactId: string; runId: string; trusted: boolean; bytes: string }[];
}

function isCarry(value: unknown): value is CarryText {
  if (typeof value !== 'object' || value === null) return false;
  const { known, pending } = value as Record<string, unknown>;
  return (
    Array.isArray(known) &&
    known.every((id) => typeof id === 'string') &&
    Array.isArray(pending) &&
    pending.every(
      (delta) =>
        typeof delta === 'object' &&
        delta !== null &&
        ['artifactId', 'runId', 'bytes'].every((name) => typeof delta[name] === 'string') &&
        typeof delta.trusted === 'boolean',
    )
  );
}
