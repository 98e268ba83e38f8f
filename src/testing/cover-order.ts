import { failing, passing, type TestResult, type TestRun } from './types.ts';

/** Of one part, tests. */
const partSize = 40;
/** Of many failing tests: without passing ones to compare with, every line that they share is as suspicious. */
const failingFirst = 20;
/** Milliseconds of a test that can be measured among the first. */
const quickMs = 300;
/** Passing tests that are measured before the failing ones. */
const mostWarmUp = 3;
/** Passing tests, spread over each file, that are measured before the rest. */
const nearShare = 60;
const farShare = 8;

/**
 * Tests in the order in which their coverage tells most, so that what time cuts off is the least: some that fail, then
 * passing ones of the same files, then some of every other file, then the other failing ones, then the rest. In parts
 * that can be run one by one.
 */
export function coverOrder(run: TestRun): string[][] {
  const every = new Set(run.tests.map(({ id }) => id));
  // A test runs its subtests.
  const isSubtest = (id: string): boolean => {
    for (let at = id.lastIndexOf(' > '); at > 0; at = id.lastIndexOf(' > ', at - 1)) {
      if (every.has(id.slice(0, at))) return true;
    }
    return false;
  };
  const failed = failing(run).filter(({ id }) => !isSubtest(id));
  const files = new Set(failed.map(({ file }) => file));
  const byFile = new Map<string, string[]>();
  for (const { id, file } of passing(run)) {
    if (isSubtest(id)) continue;
    const own = byFile.get(file);
    if (own === undefined) byFile.set(file, [id]);
    else own.push(id);
  }
  const near: string[] = [];
  const far: string[] = [];
  const rest: string[] = [];
  for (const [file, own] of byFile) {
    const chosen = spread(own, files.has(file) ? nearShare : farShare);
    (files.has(file) ? near : far).push(...chosen);
    const taken = new Set(chosen);
    rest.push(...own.filter((id) => !taken.has(id)));
  }
  const ids = failed.map(({ id }) => id);
  const first = new Set(spread(ids, failingFirst));
  return [[...first], near, far, ids.filter((id) => !first.has(id)), rest].flatMap(inParts);
}

/**
 * Passing tests to measure before those that fail, one of each of their first files: what is made once for all tests
 * (modules, caches, fixtures) is made in them, and is not taken for something that only failing tests run.
 */
export function warmUp(run: TestRun): string[] {
  const files = new Set(failing(run).map(({ file }) => file));
  const passed = passing(run).filter(isQuick);
  return [...files].slice(0, mostWarmUp).flatMap((file) => passed.find((test) => test.file === file)?.id ?? []);
}

/** Passing tests that take long come last: measured, they take many times as long. */
export function slowLast(run: TestRun, ids: readonly string[]): string[] {
  const slow = new Set(passing(run).flatMap((test) => (isQuick(test) ? [] : test.id)));
  return [...ids.filter((id) => !slow.has(id)), ...ids.filter((id) => slow.has(id))];
}

function isQuick({ durationMs = 0 }: TestResult): boolean {
  return durationMs <= quickMs;
}

function spread(items: readonly string[], count: number): string[] {
  const step = Math.max(1, items.length / count);
  return Array.from({ length: Math.min(count, items.length) }, (_, at) => items[Math.floor(at * step)] ?? '');
}

function inParts(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / partSize) }, (_, at) =>
    ids.slice(at * partSize, (at + 1) * partSize),
  );
}

/** Files of tests in the order in which they are likely to have to do with those that fail: of their folders first. */
export function nearFirst(failed: readonly string[], others: readonly string[]): string[] {
  const folderOf = (file: string): string => file.slice(0, file.lastIndexOf('/') + 1);
  const folders = new Set(failed.map(folderOf));
  const near = others.filter((file) => folders.has(folderOf(file)));
  const far = others.filter((file) => !folders.has(folderOf(file)));
  return [...near, ...far];
}

/** Passing files that are loaded beside those that fail, however slow the suite is. */
const leastFiles = 6;
/** Loading and measuring in one process, against a run that has all processors. */
const slowdown = 2;

/**
 * The part of a run whose files can be loaded and measured in about `enoughMs`: those with failing tests, and as many
 * others, spread over those that are near, as there is time for.
 */
export function withinTime(run: TestRun, enoughMs: number): TestRun {
  const failed = new Set(failing(run).map(({ file }) => file));
  const others = [...new Set(run.tests.map(({ file }) => file))].filter((file) => !failed.has(file));
  const share = enoughMs / Math.max(1, slowdown * run.durationMs);
  const count = Math.max(leastFiles, Math.ceil(others.length * share));
  if (count >= others.length) return run;
  const kept = new Set([...failed, ...spread(nearFirst([...failed], others), count)]);
  return { ...run, tests: run.tests.filter(({ file }) => kept.has(file)) };
}
