import { createHash } from 'node:crypto';
import type { Found } from './explore.ts';
import type { Edit } from './types.ts';

/** Two steps as one candidate, its edits against the original texts. */
export function joined(base: Found, next: Found, originals: ReadonlyMap<string, string>): Found {
  const texts = { ...base.texts, ...next.texts };
  const edits = Object.entries(texts).flatMap(([file, text]) => hull(file, originals.get(file) ?? '', text));
  const id = createHash('sha256').update(JSON.stringify(edits)).digest('hex').slice(0, 16);
  return {
    // Each step was a search of its own: the later of the two says how hard it was to find.
    rank: Math.max(base.rank, next.rank),
    texts,
    repaired: [...new Set([...base.repaired, ...next.repaired])],
    candidate: {
      ...next.candidate,
      id,
      edits,
      template: `${base.candidate.template}+${next.candidate.template}`,
      prior: Math.min(base.candidate.prior, next.candidate.prior),
      parents: [base.candidate.id, next.candidate.id],
    },
  };
}

/** The one replacement that covers all changes of a text. */
export function hull(file: string, before: string, after: string): Edit[] {
  if (before === after) return [];
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let same = 0;
  while (
    same < Math.min(before.length, after.length) - start &&
    before[before.length - 1 - same] === after[after.length - 1 - same]
  )
    same += 1;
  return [{ file, start, end: before.length - same, text: after.slice(start, after.length - same) }];
}
