import { slotName } from './limits.ts';
import type { ArtifactInfo, Artifacts } from './services.ts';

export interface ListedDelta extends ArtifactInfo {
  readonly slot: number;
}

export interface ListingOptions {
  /** Ids whose events the reader has already. */
  readonly known: ReadonlySet<string>;
  readonly slots: number;
  /** `pages`: read on until a page ends in known ids. `first`: one page of each slot. `all`: everything there is. */
  readonly depth: 'first' | 'pages' | 'all';
}

// A delta that became visible late may stand among known ones; a page whose last ones are all known ends the search.
const knownTail = 20;

// A run fills slot k + 1 only when its slot k is taken, so empty slots end the search. One may be empty before a used one,
// because its uploader died or because it is not visible yet; slot 1 also because `learn` deleted everything in it.
const emptySlots = { first: 1, pages: 2, all: 8 };

/** Delta artifacts, newest first, in a few requests. */
export async function listDeltas(artifacts: Artifacts, options: ListingOptions): Promise<ListedDelta[]> {
  const found = new Map<string, ListedDelta>();
  let empty = 0;
  for (let slot = 1; slot <= options.slots && empty < emptySlots[options.depth]; slot += 1) {
    const listed = await listSlot(artifacts, slot, options);
    for (const artifact of listed) found.set(artifact.id, { ...artifact, slot });
    if (listed.length > 0) empty = 0;
    else if (slot > 1) empty += 1;
  }
  return [...found.values()].sort(newestFirst);
}

async function listSlot(artifacts: Artifacts, slot: number, options: ListingOptions): Promise<ArtifactInfo[]> {
  const found: ArtifactInfo[] = [];
  for (let page = 1; ; page += 1) {
    const answer = await artifacts.list(slotName(slot), page);
    found.push(...answer.artifacts);
    if (!answer.more || options.depth === 'first') return found;
    const tail = answer.artifacts.slice(-knownTail);
    if (options.depth === 'pages' && tail.every((one) => one.expired || options.known.has(one.id))) return found;
  }
}

/** Ids are digits of any length: compared as numbers without losing any. */
export function compareIds(left: string, right: string): number {
  return left.length - right.length || (left < right ? -1 : Number(left > right));
}

export function newestFirst(left: ArtifactInfo, right: ArtifactInfo): number {
  return compareIds(right.id, left.id);
}
