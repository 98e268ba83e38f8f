import type { LineCoverage } from '../../testing/index.ts';

/**
 * Ochiai's coefficient of each line with failing: executed by failing tests / sqrt(failing tests x tests that execute
 * it), in (0, 1]; lines that no failing test executes are left out (Abreu, Zoeteweij, van Gemund 2007).
 */
export function ochiai(
  coverage: ReadonlyMap<string, LineCoverage>,
  failing: ReadonlySet<string>,
): Map<string, Map<number, number>> {
  const counts = new Map<string, Map<number, { failed: number; all: number }>>();
  let failures = 0;
  for (const [test, files] of coverage) {
    const fails = failing.has(test);
    if (fails) failures += 1;
    for (const [file, lines] of files) {
      const ofFile = counts.get(file) ?? new Map<number, { failed: number; all: number }>();
      counts.set(file, ofFile);
      for (const line of lines) {
        const count = ofFile.get(line) ?? { failed: 0, all: 0 };
        ofFile.set(line, count);
        count.all += 1;
        if (fails) count.failed += 1;
      }
    }
  }
  const scores = new Map<string, Map<number, number>>();
  for (const [file, lines] of counts) {
    const suspicious = [...lines].filter(([, { failed }]) => failed > 0);
    if (suspicious.length === 0) continue;
    scores.set(file, new Map(suspicious.map(([line, { failed, all }]) => [line, failed / Math.sqrt(failures * all)])));
  }
  return scores;
}
