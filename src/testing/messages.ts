import { stripVTControlCharacters } from 'node:util';
import { isForeign, parseStack, relativeTo } from './stack.ts';
import type { LineCoverage, RunStatus, StackFrame, TestResult, TestStatus } from './types.ts';

/** What the messages of a report amount to. */
export interface Report {
  readonly tests: TestResult[];
  readonly coverage: Map<string, LineCoverage>;
  /** Lines that run when files are loaded. */
  readonly loaded: LineCoverage;
  /** Files that could not be loaded, or errors outside of tests. */
  readonly problems: string[];
  readonly collectionFailed: boolean;
  readonly ended: boolean;
}

interface Place {
  readonly root: string;
  readonly cwd: string;
}

type Fields = Record<string, unknown>;

const statuses = new Set<string>(['passed', 'failed', 'skipped', 'error', 'timed-out'] satisfies TestStatus[]);

/** Names tests so that the same test has the same id in every run: a name that comes again is numbered. */
export class Identities {
  readonly #seen = new Map<string, number>();

  next(file: string, name: readonly string[]): string {
    const plain = testId(file, name);
    const count = (this.#seen.get(plain) ?? 0) + 1;
    this.#seen.set(plain, count);
    return count === 1 ? plain : `${plain}#${count}`;
  }
}

export function testId(file: string, name: readonly string[]): string {
  return `${file}::${name.join(' > ')}`;
}

/** Stands for all tests of a file that could not be loaded, or did not live to tell of them. */
export function wholeFile(file: string): string {
  return testId(file, []);
}

/** The file that an id stands for as a whole; undefined when it is that of a test. */
export function fileOfWhole(id: string): string | undefined {
  return id.endsWith('::') ? id.slice(0, -2) : undefined;
}

/**
 * What a run says of a test. Where the test stands for a file, that file has passed when its tests are there: whether
 * they pass is told by themselves.
 */
export function statusIn(tests: readonly TestResult[], id: string): TestStatus | undefined {
  const own = tests.find((test) => test.id === id)?.status;
  const file = fileOfWhole(id);
  if (own !== undefined || file === undefined) return own;
  return tests.some((test) => test.file === file) ? 'passed' : undefined;
}

/** Messages come from inside of the project's process: every field is checked. */
export function readMessages(messages: readonly unknown[], place: Place, cutOff: 'timed-out' | 'error'): Report {
  const report: { -readonly [K in keyof Report]: Report[K] } = {
    tests: [],
    coverage: new Map(),
    loaded: new Map(),
    problems: [],
    collectionFailed: false,
    ended: false,
  };
  const identities = new Identities();
  const unloaded = new Map<string, Fields>();
  const running = new Map<string, { file: string; name: readonly string[] }>();
  const ran = new Map<string, string>();
  for (const message of messages) {
    if (typeof message !== 'object' || message === null) continue;
    const fields: Fields = { ...message };
    const file = relativeTo(place.root, place.cwd, text(fields.file) ?? '');
    const name = strings(fields.name);
    const plain = testId(file, name);
    if (fields.type === 'end') report.ended = true;
    else if (fields.type === 'loaded') report.loaded = readCoverage(fields.lines);
    else if (fields.type === 'begin') running.set(plain, { file, name });
    else if (fields.type === 'collection-error' || fields.type === 'run-error') {
      report.collectionFailed ||= fields.type === 'collection-error';
      if (fields.type === 'collection-error' && file !== '') unloaded.set(file, fields);
      report.problems.push(`${file === '' ? '' : `${file}: `}${uncoloured(fields.message) ?? 'could not be loaded'}`);
    } else if (fields.type === 'test') {
      running.delete(plain);
      if (isFileOfNodeTest(fields, name, place)) {
        if (fields.status === 'failed') {
          report.collectionFailed = true;
          unloaded.set(relativeTo(place.root, place.cwd, name[0] ?? ''), fields);
          report.problems.push(
            `${relativeTo(place.root, place.cwd, name[0] ?? '')}: ${uncoloured(fields.message) ?? 'failed'}`,
          );
        }
        continue;
      }
      const test = readTest(fields, file, name, place);
      if (test === undefined) continue;
      const id = identities.next(file, name);
      ran.set(plain, id);
      report.tests.push({ ...test, id });
    } else if (fields.type === 'coverage') {
      const id = ran.get(plain);
      if (id !== undefined) report.coverage.set(id, readCoverage(fields.lines));
    }
  }
  for (const [file, fields] of unloaded) {
    if (isForeign(file) || report.tests.some((test) => test.file === file)) continue;
    const test = readTest({ ...fields, status: 'error', kind: undefined }, file, [], place);
    if (test !== undefined) report.tests.push({ ...test, id: wholeFile(file) });
  }
  if (!report.ended) {
    const left = [...running.values()].filter(({ name }) => name.length > 0);
    // Of suites and the tests in them that never ended, the innermost are what hangs.
    const prefixes = left.map((one) => `${testId(one.file, one.name)} > `);
    for (const { file, name } of left) {
      const own = `${testId(file, name)} > `;
      if (prefixes.some((other) => other !== own && other.startsWith(own))) continue;
      const ofFile = file !== '' && name.length === 1 && name[0]?.endsWith(file) === true;
      if (ofFile && (cutOff !== 'timed-out' || report.tests.some((test) => test.file === file))) continue;
      const path = ofFile ? [] : name;
      report.tests.push({ ...unended(file, path), id: identities.next(file, path), status: cutOff });
    }
  }
  return report;
}

/** `node --test` reports a file that did not load, or left before its tests ended, as a test named by its path. */
function isFileOfNodeTest(fields: Fields, name: readonly string[], { root, cwd }: Place): boolean {
  if (fields.kind === undefined || name.length !== 1) return false;
  const [only = ''] = name;
  return (
    /\.[cm]?[jt]sx?$/.test(only) && relativeTo(root, cwd, only) === relativeTo(root, cwd, text(fields.file) ?? only)
  );
}

function unended(file: string, name: readonly string[]): Omit<TestResult, 'id' | 'status'> {
  return { file, name, durationMs: undefined, message: 'the test did not end', errorClass: undefined, stack: [] };
}

function readTest(
  fields: Fields,
  file: string,
  name: readonly string[],
  place: Place,
): Omit<TestResult, 'id'> | undefined {
  const status = text(fields.status) ?? '';
  if (!statuses.has(status)) return undefined;
  const suite = fields.kind === 'suite';
  if (suite && (status !== 'failed' || fields.failureType === 'subtestsFailed')) return undefined;
  return {
    file,
    name,
    status: suite
      ? 'error'
      : fields.failureType === 'testTimeoutFailure' || fields.errorClass === 'HoneTimeout'
        ? 'timed-out'
        : (status as TestStatus),
    durationMs: typeof fields.ms === 'number' ? fields.ms : undefined,
    message: uncoloured(fields.message),
    errorClass: text(fields.errorClass),
    stack: readFrames(fields, place),
  };
}

function readFrames(fields: Fields, { root, cwd }: Place): StackFrame[] {
  const frames: StackFrame[] = [];
  if (Array.isArray(fields.frames) && fields.frames.length > 0) {
    for (const frame of fields.frames) {
      if (typeof frame !== 'object' || frame === null) continue;
      const { file, line, function: name }: Fields = { ...frame };
      if (typeof file === 'string' && typeof line === 'number') frames.push({ file, line, function: text(name) });
    }
  } else {
    frames.push(...parseStack(text(fields.stack) ?? ''));
  }
  // Frames of the framework, the language and dependencies say nothing about where the fault is.
  return frames
    .map((frame) => ({ ...frame, file: relativeTo(root, cwd, frame.file) }))
    .filter(({ file }) => !isForeign(file));
}

export function readCoverage(lines: unknown): LineCoverage {
  const coverage = new Map<string, readonly number[]>();
  if (typeof lines !== 'object' || lines === null) return coverage;
  for (const [file, numbers] of Object.entries(lines)) {
    if (Array.isArray(numbers))
      coverage.set(
        file,
        numbers.filter((one): one is number => Number.isInteger(one)),
      );
  }
  return coverage;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Frameworks colour their messages when they believe to be in CI. */
function uncoloured(value: unknown): string | undefined {
  return typeof value === 'string' ? stripVTControlCharacters(value) : undefined;
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

/** 127 is how shells and launchers say that there is no such command, 126 that it cannot be started. */
export function runStatus(
  report: Report,
  end: { exitCode: number; timedOut: boolean },
  noTestsCode: number | undefined,
): RunStatus {
  if (end.timedOut) return 'timed-out';
  if (report.tests.length === 0 && (end.exitCode === 127 || end.exitCode === 126)) return 'no-such-command';
  if (report.collectionFailed) return 'collection-error';
  if (!report.ended) return 'crashed';
  return report.tests.length === 0 || end.exitCode === noTestsCode ? 'no-tests' : 'completed';
}
