import { diffArrays } from 'diff';
import type { EarlierText } from '../history.ts';
import type { Model } from '../templates/model.ts';
import type { Change } from '../templates/template.ts';
import type { Suspicion } from '../types.ts';
import type { Single } from './singles.ts';

export const undoTemplate = 'undo-change';
/** How often what the newest commit did to a line that failing tests run is what broke them. */
const weight = 0.9;
/** A commit further back broke it less likely by this factor. */
const ageing = 0.6;
/** Of a change on lines that nothing ties to the failing tests. */
const least = 0.1;
/** Taking back all changes of a file mends more than was asked, and may undo what was wanted. */
const wholeShare = 0.4;
/** A rewritten file is not taken back piece by piece. */
const mostPieces = 40;
const mostLinesApart = 12;

interface Piece {
  readonly change: Change;
  /** First line of the file as it is, and how many lines are replaced. */
  readonly line: number;
  readonly lines: number;
}

/**
 * Changes of the last commits taken back: each run of changed lines, each line of a run where old and new lines pair up,
 * and all of a file's together. What made passing tests fail is often the mistake itself (Śliwerski, Zimmermann, Zeller,
 * MSR 2005, on changes that induce fixes; taken back part by part as in Zeller's delta debugging, FSE 1999).
 */
export function undoSingles(
  models: readonly Model[],
  suspicions: readonly Suspicion[],
  before: ReadonlyMap<string, readonly EarlierText[]>,
): Single[] {
  const made: Single[] = [];
  for (const model of models) {
    const scores = new Map<number, number>();
    for (const { file, line, score } of suspicions)
      if (file === model.path) scores.set(line, Math.max(score, scores.get(line) ?? 0));
    for (const { age, text } of before.get(model.path) ?? []) {
      const runs = piecesOf(text, model.text);
      if (runs.length > mostPieces) continue;
      const base = { model, template: undoTemplate, context: `${model.language}/-/-/-/-` };
      const worth = (weight * ageing ** Math.max(0, age - 1)) / Math.sqrt(runs.length);
      for (const piece of runs.flatMap(({ run, apart }) => [run, ...apart])) {
        const score = worth * Math.max(least, suspicionOf(piece, scores));
        made.push({ ...base, changes: [piece.change], line: piece.line, score });
      }
      if (runs.length < 2) continue;
      const suspicion = Math.max(least, ...runs.map(({ run }) => suspicionOf(run, scores)));
      const changes = runs.map(({ run }) => run.change);
      made.push({ ...base, changes, line: runs[0]?.run.line ?? 1, score: wholeShare * worth * suspicion });
    }
  }
  return made;
}

/** Of the lines that are replaced; of an insertion, of the lines around it. */
function suspicionOf({ line, lines }: Piece, scores: ReadonlyMap<number, number>): number {
  let most = 0;
  const [from, to] = lines === 0 ? [line - 1, line] : [line, line + lines - 1];
  for (let at = from; at <= to; at += 1) most = Math.max(most, scores.get(at) ?? 0);
  return most;
}

/** What to write where, so that `now` becomes `then`; line ends belong to their lines. */
function piecesOf(then: string, now: string): { run: Piece; apart: Piece[] }[] {
  const found: { run: Piece; apart: Piece[] }[] = [];
  let [start, line] = [0, 1];
  let removed: string[] = [];
  let added: string[] = [];
  const close = (): void => {
    if (removed.length + added.length > 0) {
      const run = pieceOf(start, line, added, removed);
      const pairUp = added.length === removed.length && added.length > 1 && added.length <= mostLinesApart;
      found.push({ run, apart: pairUp ? lineByLine(start, line, added, removed) : [] });
    }
    start += added.join('').length;
    line += added.length;
    [removed, added] = [[], []];
  };
  for (const part of diffArrays(linesOf(then), linesOf(now))) {
    if (part.removed) removed.push(...part.value);
    else if (part.added) added.push(...part.value);
    else {
      close();
      start += part.value.join('').length;
      line += part.value.length;
    }
  }
  close();
  return found;
}

function lineByLine(start: number, line: number, added: readonly string[], removed: readonly string[]): Piece[] {
  let at = start;
  return added.flatMap((one, i) => {
    const piece = pieceOf(at, line + i, [one], [removed[i] ?? '']);
    at += one.length;
    return one === removed[i] ? [] : [piece];
  });
}

function pieceOf(start: number, line: number, added: readonly string[], removed: readonly string[]): Piece {
  const change = { start, end: start + added.join('').length, text: removed.join('') };
  return { change, line, lines: added.length };
}

function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
