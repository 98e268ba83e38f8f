import { type LineCoverage, passing } from '../testing/index.ts';
import type { Measured } from './baseline.ts';
import type { Suspicion } from './types.ts';

/** Test files besides those with failing tests whose tests guard a repair in the search; the whole suite comes later. */
const guardFiles = 6;
const mostGuards = 300;
/** Milliseconds that the guards of one candidate may take together. */
const guardsMs = 1500;

/** Passing tests of the files with failing tests, and of those that execute most of what is suspicious. */
export function chooseGuards(
  { run, baseline }: Measured,
  coverage: ReadonlyMap<string, LineCoverage>,
  suspicions: readonly Suspicion[],
): { ids: string[]; files: string[] } {
  const scores = new Map(suspicions.map(({ file, line, score }) => [`${file}:${line}`, score]));
  const flaky = new Set(baseline.flaky);
  const failingFiles = new Set(baseline.failing.map(({ file }) => file));
  const tests = passing(run)
    .filter(({ id }) => !flaky.has(id))
    .map(({ id, file, durationMs = 0 }) => {
      let near = 0;
      for (const [covered, lines] of coverage.get(id) ?? [])
        for (const line of lines) near += scores.get(`${covered}:${line}`) ?? 0;
      return { id, file, near, durationMs };
    });
  const byFile = new Map<string, number>();
  for (const { file, near } of tests) byFile.set(file, (byFile.get(file) ?? 0) + near);
  const more = [...byFile]
    .filter(([file, near]) => near > 0 && !failingFiles.has(file))
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, guardFiles)
    .map(([file]) => file);
  const files = new Set([...failingFiles, ...more]);
  let together = 0;
  const chosen = tests
    .filter(({ file }) => files.has(file))
    .sort((a, b) => b.near - a.near)
    .filter(({ durationMs }) => {
      if (together + durationMs > guardsMs) return false;
      together += durationMs;
      return true;
    })
    .slice(0, mostGuards);
  return { ids: chosen.map(({ id }) => id), files: [...new Set(chosen.map(({ file }) => file))] };
}
