import { StringDecoder } from 'node:string_decoder';
import { stripVTControlCharacters } from 'node:util';
import { type Build, build } from './build.ts';
import { readGo, readJunit, readTap } from './formats.ts';
import { FrameReader, newKey } from './frames.ts';
import { launch } from './launch.ts';
import { fileOfWhole, readMessages, runStatus } from './messages.ts';
import { isForeign, parseStack } from './stack.ts';
import type { FrameworkName, Runner, TestCommand, TestRun } from './types.ts';

export interface RunTestsOptions {
  /** Milliseconds; then the run is killed and tests that had begun are timed out. */
  readonly timeoutMs: number;
  /** Milliseconds without a sign of life, after which the run is killed as if its time were up: something hangs. */
  readonly idleMs?: number;
  /** Only these files' tests (JavaScript and Python), relative to the repository. */
  readonly files?: readonly string[];
  /** Only these tests, by id. Frameworks of Python here; others run all tests of the files. */
  readonly only?: readonly string[];
  /** Record the lines every test executes. Only frameworks of Python here; see `coverTests` for the others. */
  readonly coverage?: CoverageOrder;
  /** Of one test, milliseconds. Only frameworks of Python here: nothing interrupts a loop of JavaScript. */
  readonly testTimeoutMs?: number;
  /** Only tests of this name, suites before it, where `canName` the framework. */
  readonly named?: readonly string[];
  /** A file, relative to the repository, to which processes of JavaScript append which lines ran in them. */
  readonly linesTo?: string;
  readonly signal?: AbortSignal;
  readonly onOutput?: (text: string) => void;
}

export interface CoverageOrder {
  /** Ids of tests, those to run first. */
  readonly order: readonly string[];
  /** How many of them run whatever the time is. */
  readonly least: number;
  /** Milliseconds; the run ends with the test during which they are over. */
  readonly enoughMs: number;
  /** Ids of tests that fail: of the others only what these run as well is measured, where there are any. */
  readonly failing: readonly string[];
  /** Whose lines nobody asks for, relative to the repository. */
  readonly without: readonly string[];
}

const authenticated = new Set<FrameworkName>([
  'node',
  'vitest',
  'jest',
  'mocha',
  'tape',
  'tap',
  'ava',
  'pytest',
  'unittest',
]);
const noTestsCode: Partial<Record<FrameworkName, number>> = { pytest: 5, unittest: 5 };
/** Of reports that are not ours everything printed is kept, up to here. */
const longestReport = 64 * 1024 * 1024;

/**
 * Runs the tests once in a fresh process and reads what became of each. Failing tests are results, not errors.
 *
 * @throws what the runner throws when it cannot run anything
 */
export async function runTests(runner: Runner, command: TestCommand, options: RunTestsOptions): Promise<TestRun> {
  const built = await build(runner, command, options);
  if (built.exitCode !== 0) return notBuilt(command, built);
  const run = await runBuilt(runner, command, { ...options, timeoutMs: options.timeoutMs - built.durationMs });
  return { ...run, durationMs: run.durationMs + built.durationMs };
}

function notBuilt({ framework }: TestCommand, { exitCode, timedOut, durationMs, tail }: Build): TestRun {
  return {
    ...{ exitCode, durationMs, complete: false, authenticated: authenticated.has(framework) },
    ...{ tests: [], coverage: new Map() },
    status: timedOut ? 'timed-out' : exitCode === 127 || exitCode === 126 ? 'no-such-command' : 'crashed',
    rawTail: tail,
  };
}

async function runBuilt(runner: Runner, command: TestCommand, options: RunTestsOptions): Promise<TestRun> {
  const { idleMs, signal, onOutput } = options;
  const timeoutMs = Math.max(1, options.timeoutMs);
  const idle = new AbortController();
  const watch = idleMs === undefined ? undefined : setTimeout(() => idle.abort(), idleMs);
  const key = newKey();
  const { coverage, only } = options;
  const started = launch(command, {
    ...options,
    coverage: coverage !== undefined,
    only: only !== undefined,
    root: runner.root,
  });
  const reader = new FrameReader(key);
  const foreign = !authenticated.has(command.framework);
  const decoders = { stdout: new StringDecoder('utf8'), stderr: new StringDecoder('utf8') };
  let printed = '';
  let errors = '';
  const running = runner.run(started.argv, {
    env: started.env,
    cwd: started.cwd,
    stdin: [key, ...[coverage, only].flatMap((wish) => (wish === undefined ? [] : [JSON.stringify(wish)])), ''].join(
      '\n',
    ),
    limits: { time: timeoutMs },
    signal: signal === undefined ? idle.signal : AbortSignal.any([signal, idle.signal]),
    onOutput(stream, chunk) {
      watch?.refresh();
      const text = decoders[stream].write(chunk);
      onOutput?.(text);
      if (foreign && stream === 'stdout' && printed.length < longestReport) printed += text;
      // A frame is one line of stdout; what is printed on stderr in the middle of it must not break it.
      if (stream === 'stdout') reader.push(text);
      else errors = (errors + text).slice(-16 * 1024);
    },
  });
  const end = await running.finally(() => clearTimeout(watch));
  const timedOut = end.timedOut || idle.signal.aborted;
  const messages = foreign
    ? await foreignMessages(runner, command, stripVTControlCharacters(printed))
    : reader.messages;
  const told = namedByStack(messages, stripVTControlCharacters(`${reader.tail}\n${errors}`));
  const report = readMessages(told, { root: runner.root, cwd: command.cwd }, timedOut ? 'timed-out' : 'error');
  const tail = [reader.tail, errors, ...report.problems]
    .map((part) => part.trim())
    .filter(Boolean)
    .join('\n');
  // jest leaves before any reporter is asked.
  const status =
    command.framework === 'jest' && messages.length === 0 && /^No tests found, exiting/m.test(tail)
      ? 'no-tests'
      : runStatus(report, { exitCode: end.exitCode, timedOut }, noTestsCode[command.framework]);
  return {
    status: foreign && status === 'crashed' && messages.length === 0 ? unread(end.exitCode) : status,
    exitCode: end.exitCode,
    complete: report.ended,
    authenticated: !foreign,
    tests: report.tests,
    coverage: report.coverage,
    loaded: report.loaded,
    rawTail: tail.slice(-16 * 1024),
    durationMs: end.durationMs,
  };
}

/** Some frameworks do not say which file did not load, or why; what was printed then has the stack. */
function namedByStack(messages: readonly unknown[], printed: string): readonly unknown[] {
  return messages.map((message) => {
    if (typeof message !== 'object' || message === null) return message;
    const fields: Record<string, unknown> = { ...message };
    const [only] = Array.isArray(fields.name) && fields.name.length === 1 ? fields.name : [];
    const ofFile = fields.kind !== undefined && typeof only === 'string' && /\.[cm]?[jt]sx?$/.test(only);
    if ((fields.type !== 'collection-error' && !ofFile) || (fields.stack ?? '') !== '') return message;
    const own = String(fields.file ?? only ?? '');
    const traces = printed.split(/\n(?!\s+at )/).filter((trace) => parseStack(trace).length > 0);
    const stack = traces.find((trace) => own !== '' && trace.includes(own)) ?? traces[0] ?? '';
    const outermost = parseStack(stack).findLast(({ file }) => !isForeign(file.replace(/^\/+/, '')));
    return { ...fields, file: fields.file ?? outermost?.file, stack };
  });
}

/** Whether these tests can be run without the others of their files; ids that stand for a whole file cannot. */
export function canChoose({ framework }: TestCommand, ids: readonly string[]): boolean {
  return (framework === 'pytest' || framework === 'unittest') && ids.every((id) => fileOfWhole(id) === undefined);
}

/** Whether one test of these files can be run by its name. */
export function canName({ framework }: TestCommand): boolean {
  return framework === 'ava' || framework === 'jest';
}

/** A command whose report nobody can read: it ran, and which tests there were is not known. */
function unread(exitCode: number): TestRun['status'] {
  return exitCode === 127 || exitCode === 126 ? 'no-such-command' : exitCode > 128 ? 'crashed' : 'no-tests';
}

async function foreignMessages(runner: Runner, command: TestCommand, printed: string): Promise<unknown[]> {
  if (command.framework === 'go') return readGo(printed);
  if (command.junit !== undefined) {
    const xml = await runner.read(command.junit);
    return xml === undefined ? [] : readJunit(xml.toString('utf8'));
  }
  return readTap(printed) ?? [];
}
