import type { Trial, TrialResult } from '../testing/index.ts';
import { applyCandidate } from './search/index.ts';
import { defaultWeight } from './templates/table.ts';
import type { Candidate, TemplateWeight } from './types.ts';

/** A candidate as tests try it. */
export function toTrial({ id, edits }: Candidate): Trial {
  const byFile: Record<string, { start: number; end: number; text: string }[]> = {};
  for (const { file, start, end, text } of edits) {
    byFile[file] ??= [];
    byFile[file].push({ start, end, text });
  }
  return { id, edits: byFile };
}

/** Texts of the files that a candidate changes, with it in place. `texts` are those before. */
export function textsOf(candidate: Candidate, texts: ReadonlyMap<string, string>): Record<string, string> {
  const files = new Set(candidate.edits.map(({ file }) => file));
  return Object.fromEntries([...files].map((file) => [file, applyCandidate(texts.get(file) ?? '', candidate, file)]));
}

/** How many guards failed. */
export function brokenBy({ verdicts }: TrialResult, guards: readonly string[]): number {
  return guards.filter((id) => {
    const verdict = verdicts.get(id);
    return verdict !== undefined && verdict !== 'passed' && verdict !== 'skipped';
  }).length;
}

/** What the search would have thought of a candidate without what was learned. */
export function unlearnedPrior({ template, context, prior }: Candidate, weight: TemplateWeight | undefined): number {
  return weight === undefined ? prior : (prior * defaultWeight(template)) / weight(template, context);
}
