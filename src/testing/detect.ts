import { join, posix } from 'node:path';
import { UsageError } from '../base/errors.ts';
import { nodeScript } from './node-scripts.ts';
import { type ScriptRun, scriptRuns } from './package-scripts.ts';
import { frameworkOf, installs, isCheck, resolveProgram, unwrap, watches } from './programs.ts';
import { splitAssignments, splitConjunction, splitWords } from './shell-words.ts';
import type { FrameworkName, TestCommand } from './types.ts';
import { expandWildcards } from './wildcards.ts';

/** A script that runs a script that runs a script: more than this is a loop. */
const scriptDepth = 5;
/** Of the test commands that a script starts, at most. */
const mostCommands = 20;

interface Context {
  readonly root: string;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** `env` as it is around the part of a command that is being read. */
  readonly outer: Readonly<Record<string, string>>;
  readonly depth: number;
}

/** One program that a command starts. */
interface Step {
  /** `check`: looks at the program and runs none of it; `other`: prepares, or is not known. */
  readonly kind: 'test' | 'check' | 'other';
  /** Shell text for the folder `cwd` and the variables `outer`. */
  readonly text: string;
  readonly framework: FrameworkName;
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly outer: Readonly<Record<string, string>>;
  readonly cwd: string;
  /** Why it cannot be understood; it matters only where it has to be. */
  readonly problem?: UsageError;
}

export interface DetectOptions {
  /** The command leaves a JUnit XML file here, relative to the repository. */
  readonly junit?: string;
}

/**
 * Understands a test command: which framework it starts, and from where. Reads `package.json` and looks for
 * `node_modules/.bin`, runs nothing. Of several test programs the first is taken that is not limited to some files.
 *
 * @param root absolute path of the repository
 * @throws UsageError for an empty command, or a package script that does not exist
 */
export async function detect(text: string, root: string, options: DetectOptions = {}): Promise<TestCommand> {
  const [first] = await detectAll(text, root, options);
  return first;
}

/** Every test program that a command starts, the one that says most first. */
export async function detectAll(
  text: string,
  root: string,
  options: DetectOptions = {},
): Promise<readonly [TestCommand, ...TestCommand[]]> {
  if (text.trim() === '') throw new UsageError('the test command is empty; give the command that runs the tests');
  const steps = await understand(text.trim(), { root, cwd: '.', env: {}, outer: {}, depth: 0 });
  const tests = steps.filter(({ kind }) => kind === 'test');
  const whole = tests.filter(({ argv }) => !namesFiles(argv));
  const chosen = [...whole, ...tests.filter((step) => !whole.includes(step))];
  const last = steps.filter(({ kind }) => kind !== 'check').slice(-1);
  const [first, ...others] = chosen.length > 0 ? chosen : last.length > 0 ? last : steps.slice(-1);
  if (first === undefined) throw new UsageError(`the test command "${text}" starts nothing`);
  if (first.problem !== undefined) throw first.problem;
  const more = others.slice(0, mostCommands);
  const left = steps
    .filter((one) => one !== first && !more.includes(one) && one.kind !== 'other')
    .map(({ text }) => text);
  return [commandOf(first), ...more.map(commandOf)];

  function commandOf(step: Step): TestCommand {
    const { framework, argv, env, cwd } = step;
    const before = steps.slice(0, steps.indexOf(step)).filter(({ kind }) => kind === 'other');
    const prelude = [...new Set(before.map((one) => inFolder(one, cwd)))].join(' && ');
    const command = { text, framework, argv, env, cwd, prelude: prelude === '' ? undefined : prelude };
    const known = left.length === 0 ? command : { ...command, leftOut: [...new Set(left)] };
    if (options.junit === undefined || framework !== 'unknown') return known;
    return { ...known, framework: 'junit', junit: options.junit };
  }
}

/** Whether a test program is told to run some files only, by a path that is no option's value. */
function namesFiles(argv: readonly string[]): boolean {
  return argv.some((word, at) => at > 0 && /[./]/.test(word) && !/^-/.test(word) && !/^-/.test(argv[at - 1] ?? ''));
}

/** What a step does, for a shell in that folder. */
function inFolder({ text, cwd, outer }: Step, from: string): string {
  const words = Object.entries(outer).map(([name, value]) => `${name}=${quote(value)}`);
  const folder = posix.relative(from, cwd);
  // Variables before a list of commands would be those of its first only.
  const assigned = words.length === 0 ? text : `export ${words.join(' ')}; ${text}`;
  return folder === '' && words.length === 0 ? text : `(${folder === '' ? '' : `cd ${quote(folder)} && `}${assigned})`;
}

function quote(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}

async function understand(text: string, around: Context): Promise<Step[]> {
  const context = { ...around, outer: around.env };
  const steps: Step[] = [];
  let { cwd } = context;
  for (const part of splitConjunction(text)) {
    const words = splitWords(part);
    const plain = words?.map((word) => word.text) ?? [];
    if (plain[0] === 'cd' && plain.length === 2) cwd = posix.normalize(posix.join(cwd, plain[1] ?? '.'));
    else if (words === undefined || words.length === 0) steps.push(shellStep(part, { ...context, cwd }));
    else if (!installs(plain)) {
      const folder = join(context.root, cwd);
      const expanded = await Promise.all(
        words.map(async (word) => (word.pattern ? await expandWildcards(folder, word.text) : [word.text])),
      );
      steps.push(...(await understandWords(expanded.flat(), part, { ...context, cwd })));
    }
  }
  return steps;
}

function shellStep(text: string, { cwd, env, outer }: Context): Step {
  const pytest = /(?:^|[\s;&|/])(?:pytest|py\.test)\b/.test(text);
  const step = { text, cwd, env, outer, argv: ['sh', '-c', text] };
  return pytest ? { ...step, kind: 'test', framework: 'pytest' } : { ...step, kind: 'other', framework: 'unknown' };
}

async function understandWords(words: readonly string[], text: string, context: Context): Promise<Step[]> {
  const { env: own, argv } = splitAssignments(words);
  const env = { ...context.env, ...own, ...(watches(argv) ? { CI: 'true' } : {}) };
  const { cwd, root, depth, outer } = context;
  let problem: UsageError | undefined;
  const runs = await scriptRuns(argv, root, cwd).catch((error: unknown) => {
    if (!(error instanceof UsageError)) throw error;
    problem = error;
    return undefined;
  });
  if (runs !== undefined) {
    if (depth >= scriptDepth) throw new UsageError(`the package script "${runs[0]?.name}" runs itself: ${text}`);
    return await insideScripts(runs, { ...context, env, depth: depth + 1 });
  }
  const unwrapped = unwrap(argv);
  if (unwrapped !== argv && unwrapped.length > 0) return await understandWords(unwrapped, text, { ...context, env });
  const script = await nodeScript(argv, root, cwd);
  if (script !== undefined) return [{ kind: 'test', text, ...script, env, outer, cwd }];
  const framework = frameworkOf(argv);
  const kind = framework !== 'unknown' ? 'test' : isCheck(argv) ? 'check' : 'other';
  const started = framework === 'unknown' ? [...argv] : resolveProgram(argv, root, cwd);
  const step = { kind, text, framework, argv: started, env, outer, cwd } as const;
  return [problem === undefined ? step : { ...step, problem }];
}

async function insideScripts(runs: readonly ScriptRun[], context: Context): Promise<Step[]> {
  const steps: Step[] = [];
  for (const { before, text, cwd } of runs) {
    for (const one of [...before, text]) steps.push(...(await understand(one, { ...context, cwd })));
  }
  return steps;
}
