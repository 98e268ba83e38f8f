import { type Hunk, readChange } from '../../git/index.ts';
import type { Coverage } from '../../testing/index.ts';
import { isTestFile } from '../../testing/index.ts';
import type { FailingTest, Suspicion } from '../types.ts';
import type { Workspace } from '../workspace.ts';
import { sourcesOfBuilt } from './built.ts';
import { definitionScores } from './definitions.ts';
import { nearFiles } from './imports.ts';
import { ochiai } from './ochiai.ts';
import { spread } from './statements.ts';

/** Of a line that ran while modules were loaded, at most: every test ran it. */
const mostLoadedScore = 0.25;
/** Of the score of what it is for, what such a line has at least: a constant or a default of a suspicious function. */
const definitionShare = 0.6;
/** What coverage alone is worth, so that of many lines with the best score those in a stack trace come first. */
const coverShare = 0.7;
const builtShare = 0.5;
/** How far stack traces and recent changes can raise a score. */
const stackShare = 0.6;
const recentShare = 0.3;
/** The fewer lines changed, the more each of them tells: of one alone, and of all together. */
const mostRecentShare = 0.6;
const allRecentShare = 6;
/** Of programs that show or measure the others: tests that run them are about what they use. */
const aside = /(?:^|\/)(?:examples?|demos?|samples?|docs?|bench(?:marks?)?|website|playground)\//;
const asideShare = 0.4;
/** Of the tools: each run reads them, whatever it tests. */
const configuration = /(?:^|\/)[\w-]+\.config\.[cm]?[jt]s$/;
/** More files than this are not searched at once. */
const mostFiles = 12;

export interface LocaliseInputs {
  readonly workspace: Workspace;
  readonly failing: readonly FailingTest[];
  readonly coverage: Coverage;
  readonly testFiles: ReadonlySet<string>;
}

/**
 * Suspicious lines, most suspicious first: Ochiai over what each test executes, raised by the stack traces of failing
 * tests and by what the newest commit or the work tree changed. Where no coverage is known, the files that failing
 * tests import, the nearer the more suspicious.
 */
export async function localise(inputs: LocaliseInputs): Promise<Suspicion[]> {
  const { workspace, failing, coverage, testFiles } = inputs;
  const isProgram = (file: string): boolean => !testFiles.has(file) && !isTestFile(file) && !configuration.test(file);
  const scores = ochiai(coverage.tests, new Set(failing.map(({ id }) => id)));
  const built = builtScores(workspace, scores, isProgram);
  const known = scores.size > 0;
  const failed = failing.filter(({ id }) => coverage.tests.has(id)).length;
  const loadedScore = Math.min(mostLoadedScore, Math.sqrt(failed / Math.max(1, coverage.tests.size)));
  const stacks = stackScores(failing, isProgram);
  const failingFiles = failing.map(({ file }) => file);
  const distances = known ? new Map<string, number>() : await nearFiles(workspace, failingFiles, isProgram);
  const files = new Set([...scores.keys(), ...built.keys(), ...stacks.keys(), ...distances.keys()].filter(isProgram));
  const recent = await recentLines(workspace, files);
  const changed = [...recent.values()].reduce((sum, lines) => sum + lines.length, 0);
  const fresh = Math.max(recentShare, Math.min(mostRecentShare, allRecentShare / changed));
  const texts = await workspace.read(files);
  const found: Suspicion[] = [];
  for (const [file, text] of texts) {
    const lines = new Map<number, { score: number; reasons: string[] }>();
    const own = scores.get(file);
    for (const [line, score] of own ?? [])
      lines.set(line, { score: coverShare * score, reasons: [`Ochiai ${score.toFixed(2)}`] });
    if (own !== undefined) {
      const definitions = await definitionScores(file, text, own);
      for (const line of coverage.loaded.get(file) ?? []) {
        if (lines.has(line)) continue;
        const score = Math.max(loadedScore, definitionShare * (definitions.get(line) ?? 0));
        lines.set(line, {
          score: coverShare * score,
          reasons: [score > loadedScore ? 'defines what they use' : 'runs when loaded'],
        });
      }
    } else if (built.has(file)) {
      const score = coverShare * (built.get(file) ?? 0);
      for (let line = 1; line <= text.split('\n').length; line += 1)
        lines.set(line, { score, reasons: ['failing tests run what was built of it'] });
    } else if (!known) {
      const distance = distances.get(file) ?? 1;
      const reason = distances.has(file) ? `imported by a failing test, distance ${distance}` : 'in a stack trace';
      for (let line = 1; line <= text.split('\n').length; line += 1)
        lines.set(line, { score: 0.5 ** distance, reasons: [reason] });
    }
    for (const [line, score] of stacks.get(file) ?? []) raise(lines, line, stackShare * score, 'in a stack trace');
    await spread(file, text, lines);
    for (const line of recent.get(file) ?? []) {
      if (lines.has(line)) raise(lines, line, fresh, 'changed recently');
    }
    const share = aside.test(file) ? asideShare : 1;
    for (const [line, { score, reasons }] of lines) found.push({ file, line, score: share * score, reasons });
  }
  return mostSuspicious(inScale(found, scores));
}

/** Scores with the best of them as high as coverage has it. */
function inScale(found: readonly Suspicion[], scores: ReadonlyMap<string, ReadonlyMap<number, number>>): Suspicion[] {
  let [covered, top] = [0, 0];
  for (const lines of scores.values()) for (const score of lines.values()) covered = Math.max(covered, score);
  for (const { score } of found) top = Math.max(top, score);
  const factor = covered === 0 || top === 0 ? 1 : covered / top;
  return found.map((one) => ({ ...one, score: factor * one.score }));
}

/** Of files that what the tests ran was built of: the best score of its lines, less because which it is of is not known. */
function builtScores(
  { paths }: Workspace,
  scores: ReadonlyMap<string, ReadonlyMap<number, number>>,
  isProgram: (file: string) => boolean,
): Map<string, number> {
  const tracked = new Set(paths);
  const found = new Map<string, number>();
  for (const [file, lines] of scores) {
    if (tracked.has(file)) continue;
    const best = Math.max(...lines.values());
    for (const source of sourcesOfBuilt(file, paths, isProgram)) {
      if (!scores.has(source)) found.set(source, Math.max(found.get(source) ?? 0, builtShare * best));
    }
  }
  return found;
}

type Lines = Map<number, { score: number; reasons: string[] }>;

/** Independent evidence: what is left of the doubt is multiplied. */
function raise(lines: Lines, line: number, share: number, reason: string): void {
  const known = lines.get(line);
  if (known === undefined) lines.set(line, { score: share, reasons: [reason] });
  else {
    known.score = 1 - (1 - known.score) * (1 - share);
    known.reasons.push(reason);
  }
}

function stackScores(
  failing: readonly FailingTest[],
  isProgram: (file: string) => boolean,
): Map<string, Map<number, number>> {
  const found = new Map<string, Map<number, number>>();
  for (const { stack } of failing) {
    let score = 1;
    for (const { file, line } of stack) {
      if (!isProgram(file)) continue;
      const lines = found.get(file) ?? new Map<number, number>();
      found.set(file, lines);
      lines.set(line, Math.max(score, lines.get(line) ?? 0));
      score *= 0.7;
    }
  }
  return found;
}

/** Lines of these files that the newest commit or the work tree brought. */
async function recentLines(workspace: Workspace, files: ReadonlySet<string>): Promise<Map<string, readonly number[]>> {
  const found = new Map<string, readonly number[]>();
  try {
    const change = await readChange(workspace.repository, { head: workspace.commit });
    // A root commit brought everything, which tells nothing.
    if (change.base === undefined) return found;
    for (const { path, hunks } of change.files) {
      if (!files.has(path) || path in workspace.uncommitted) continue;
      found.set(path, hunks.flatMap(changedLines));
    }
  } catch {
    // A shallow clone has no parent to compare with: one piece of evidence less.
  }
  return found;
}

/** Lines that a hunk brought, and those around what it took away without anything in its place. */
export function changedLines({ newStart, newLines, lines }: Hunk): number[] {
  const changed = new Set<number>();
  let next = newLines === 0 ? newStart + 1 : newStart;
  for (const [at, { type, line }] of lines.entries()) {
    if (type === 'deleted') {
      const after = lines.slice(at).find((one) => one.type !== 'deleted');
      if (after?.type === 'added') continue;
      changed.add(Math.max(1, next - 1));
      changed.add(next);
      continue;
    }
    if (type === 'added') changed.add(line);
    next = line + 1;
  }
  return [...changed].sort((a, b) => a - b);
}

function mostSuspicious(found: Suspicion[]): Suspicion[] {
  found.sort((a, b) => b.score - a.score || (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
  const files = new Set<string>();
  return found.filter(({ file }) => {
    if (files.size < mostFiles) files.add(file);
    return files.has(file);
  });
}
