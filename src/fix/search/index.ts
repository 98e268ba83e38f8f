import { createHash } from 'node:crypto';
import type { EarlierText } from '../history.ts';
import { functionAt, type Model, readModel, type SourceFile } from '../templates/model.ts';
import { defaultWeight } from '../templates/table.ts';
import type { Change } from '../templates/template.ts';
import type { Candidate, Outcome, Suspicion, TemplateWeight } from '../types.ts';
import { donorSingles } from './donors.ts';
import { applyChanges, areApart, check, minimal } from './edits.ts';
import { TokenModel } from './naturalness.ts';
import { Pairs } from './pairs.ts';
import { type Single, Singles } from './singles.ts';
import { undoSingles } from './undo.ts';

export interface SearchInputs {
  /** Files that may be edited, and others of the repository to learn names and take statements from. */
  readonly files: readonly SourceFile[];
  readonly suspicions: readonly Suspicion[];
  /** Defaults to the templates' own prior means. */
  readonly weight?: TemplateWeight;
  /** What files were before, by path, the newest first: what changed since may be taken back. */
  readonly before?: ReadonlyMap<string, readonly EarlierText[]>;
  /** Words in quotes in the tests that fail. */
  readonly testedWords?: ReadonlySet<string>;
  /** Breaks ties; the same seed gives the same stream. */
  readonly seed?: number;
}

/** Of ten candidates this many may be pairs while singles are left, once outcomes are known. */
const pairShare = 3;

/** Singles of templates are tried this far before the first pair and the first donor. */
const singlesFirst = 300;

/** A lazy stream of repairs, best first: singles, later pairs of promising ones and donor code among them. */
export class CandidateStream {
  readonly #singles: Singles;
  readonly #pairs = new Pairs();
  #donors: (() => Single[]) | undefined;
  readonly #seen = new Set<string>();
  readonly #emitted = new Map<string, Single>();
  #count = 0;

  constructor(
    models: readonly Model[],
    { suspicions, weight = defaultWeight, before = new Map(), seed = 0 }: SearchInputs,
  ) {
    const tokens = new TokenModel(models.map(({ text }) => text));
    this.#singles = new Singles(models, suspicions, weight, tokens, jitterOf(seed));
    for (const undone of undoSingles(models, suspicions, before)) this.#singles.add(undone);
    this.#donors = () => donorSingles(models, suspicions);
  }

  /** Up to `count` candidates, fewer only at the end of the stream. */
  async next(count: number): Promise<Candidate[]> {
    const found: Candidate[] = [];
    while (found.length < count) {
      const candidate = await this.#draw();
      if (candidate === undefined) return found;
      if (candidate !== 'refused') found.push(candidate);
    }
    return found;
  }

  /** Says how a candidate fared: those that repaired some failing tests are tried in pairs first. */
  feedback(candidateId: string, outcome: Outcome): void {
    const single = this.#emitted.get(candidateId);
    if (single !== undefined) this.#pairs.offer(candidateId, single, outcome);
  }

  async #draw(): Promise<Candidate | 'refused' | undefined> {
    if (this.#count >= singlesFirst || this.#singles.bound === Number.NEGATIVE_INFINITY) this.#addDonors();
    const singlesLeft = this.#singles.bound > Number.NEGATIVE_INFINITY;
    const turn = this.#count > singlesFirst && this.#count % 10 < pairShare;
    if ((turn || !singlesLeft) && this.#pairs.bound > Number.NEGATIVE_INFINITY) return this.#pair();
    if (!singlesLeft) return undefined;
    const single = this.#singles.next();
    return single === undefined ? 'refused' : this.#admit(single);
  }

  /** Late, because they take a while to make in a large repository. */
  #addDonors(): void {
    for (const donor of this.#donors?.() ?? []) this.#singles.add(donor);
    this.#donors = undefined;
  }

  async #pair(): Promise<Candidate | 'refused'> {
    const pair = this.#pairs.next();
    if (pair === undefined) return 'refused';
    const [a, b] = pair.halves;
    const changes = [...a.changes, ...b.changes].sort((x, y) => x.start - y.start);
    const template = [a.template, b.template].sort().join('+');
    const learned = (a.learned ?? 1) * (b.learned ?? 1);
    return this.#admit({ ...a, template, changes, score: pair.score, learned }, pair.parents);
  }

  async #admit(single: Single, parents?: readonly [string, string]): Promise<Candidate | 'refused'> {
    const { model } = single;
    const changes = single.changes
      .map((one) => minimal(model.text, one))
      .filter(({ start, end, text }) => start !== end || text !== '');
    if (!areApart(changes)) return 'refused';
    const quick = `${model.path}|${changes.map(({ start, end, text }) => `${start}-${end}:${text}`).join('|')}`;
    if (this.#seen.has(quick)) return 'refused';
    this.#seen.add(quick);
    const checked = await check(model, changes);
    const key = `${model.path}#${checked?.normal}`;
    if (checked === undefined || this.#seen.has(key)) return 'refused';
    this.#seen.add(key);
    this.#count++;
    const id = createHash('sha256').update(quick).digest('hex').slice(0, 16);
    if (parents === undefined) this.#emitted.set(id, single);
    return toCandidate(id, { ...single, score: single.score * checked.symmetry }, changes, parents);
  }
}

function toCandidate(
  id: string,
  single: Single,
  changes: readonly Change[],
  parents: readonly [string, string] | undefined,
): Candidate {
  const { model, template, context, score, learned } = single;
  const start = changes[0]?.start ?? 0;
  return {
    id,
    template,
    edits: changes.map((one) => ({ file: model.path, ...one })),
    file: model.path,
    line: model.text.slice(0, start).split('\n').length,
    function: functionAt(model, start)?.qualifiedName,
    context,
    prior: Math.min(1, Math.max(0, score)),
    ...(learned === undefined ? {} : { learned }),
    ...(parents === undefined ? {} : { parents }),
  };
}

/** A factor a hair under 1 by seed and key: orders ties, never more. */
function jitterOf(seed: number): (key: string) => number {
  return (key) => {
    let hash = (seed ^ 0x811c9dc5) >>> 0;
    for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193) >>> 0;
    return 1 - (hash / 2 ** 32) * 1e-3;
  };
}

/**
 * Opens a stream of candidates. Files with broken syntax are left out: `skipped` names them.
 */
export async function openSearch(inputs: SearchInputs): Promise<{ stream: CandidateStream; skipped: string[] }> {
  const models: Model[] = [];
  const skipped: string[] = [];
  for (const file of inputs.files) {
    const model = await readModel(file, inputs.testedWords);
    if (model === undefined) skipped.push(file.path);
    else models.push(model);
  }
  return { stream: new CandidateStream(models, inputs), skipped };
}

/** The text of a file with a candidate's edits made. */
export function applyCandidate(text: string, candidate: Candidate, file: string): string {
  return applyChanges(
    text,
    candidate.edits.filter((edit) => edit.file === file),
  );
}
