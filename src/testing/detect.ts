import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join, posix } from 'node:path';
import { UsageError } from '../base/errors.ts';
import { splitAssignments, splitConjunction, splitWords } from './shell-words.ts';
import type { FrameworkName, TestCommand } from './types.ts';
import { expandWildcards } from './wildcards.ts';

/** A script that runs a script that runs a script: more than this is a loop. */
const scriptDepth = 5;

interface Context {
  readonly root: string;
  readonly cwd: string;
  readonly env: Record<string, string>;
  readonly prelude: readonly string[];
  readonly depth: number;
}

export interface DetectOptions {
  /** The command leaves a JUnit XML file here, relative to the repository. */
  readonly junit?: string;
}

/**
 * Understands a test command: which framework it starts, and from where. Reads `package.json` and looks for
 * `node_modules/.bin`, runs nothing.
 *
 * @param root absolute path of the repository
 * @throws UsageError for an empty command, or a package script that does not exist
 */
export async function detect(text: string, root: string, options: DetectOptions = {}): Promise<TestCommand> {
  if (text.trim() === '') throw new UsageError('the test command is empty; give the command that runs the tests');
  const found = await understand(text.trim(), { root, cwd: '.', env: {}, prelude: [], depth: 0 });
  const command = { ...found, text };
  if (options.junit === undefined) return command;
  return command.framework === 'unknown' ? { ...command, framework: 'junit', junit: options.junit } : command;
}

async function understand(text: string, context: Context): Promise<TestCommand> {
  const parts = splitConjunction(text);
  const last = parts.pop() ?? '';
  const prelude = [...context.prelude];
  let { cwd } = context;
  for (const part of parts) {
    const words = splitWords(part)?.map((word) => word.text);
    if (words?.[0] === 'cd' && words.length === 2 && prelude.length === 0)
      cwd = posix.normalize(posix.join(cwd, words[1] ?? '.'));
    else if (!installs(words ?? [])) prelude.push(part);
  }
  const words = splitWords(last);
  const inner = { ...context, cwd, prelude };
  if (words === undefined || words.length === 0) return shellCommand(text, context);
  const folder = join(context.root, cwd);
  const expanded = await Promise.all(
    words.map(async (word) => (word.pattern ? await expandWildcards(folder, word.text) : [word.text])),
  );
  return await understandWords(expanded.flat(), inner);
}

async function understandWords(words: readonly string[], context: Context): Promise<TestCommand> {
  const { env, argv } = splitAssignments(words);
  return await understandArgv(argv, { ...context, env: { ...context.env, ...env } });
}

/** A sandbox has no network and shows what is installed already. */
function installs([program = '', ...rest]: readonly string[]): boolean {
  const verb = rest.find((word) => !word.startsWith('-'));
  if (['npm', 'pnpm', 'yarn', 'bun'].includes(program))
    return verb === undefined ? program === 'yarn' : ['ci', 'i', 'install', 'clean-install'].includes(verb);
  if (['pip', 'pip3', 'poetry', 'uv', 'pipenv'].includes(program)) return ['install', 'sync'].includes(verb ?? '');
  return pythonName.test(program) && rest[0] === '-m' && rest[1] === 'pip' && rest[2] === 'install';
}

function shellCommand(text: string, { cwd, env, prelude }: Context): TestCommand {
  const base = { text, cwd, env, prelude: joinPrelude(prelude), argv: ['sh', '-c', text] };
  return { ...base, framework: /(?:^|[\s;&|/])(?:pytest|py\.test)\b/.test(text) ? 'pytest' : 'unknown' };
}

function joinPrelude(parts: readonly string[]): string | undefined {
  return parts.length === 0 ? undefined : parts.join(' && ');
}

async function understandArgv(argv: readonly string[], context: Context): Promise<TestCommand> {
  const script = packageScript(argv);
  if (script !== undefined) {
    const folder = script.everywhere ? await onlyWorkspaceWith(script.name, context) : undefined;
    if (!script.everywhere) return await understandScript(script, context);
    if (folder !== undefined) return await understandScript({ ...script, folder }, { ...context, cwd: '.' });
  }
  const unwrapped = unwrap(argv);
  if (unwrapped !== argv && unwrapped.length > 0) return await understandWords(unwrapped, context);
  const framework = frameworkOf(argv);
  const { cwd, env, prelude, root } = context;
  const started = framework === 'unknown' ? [...argv] : await resolveProgram(argv, root, cwd);
  return { text: argv.join(' '), framework, argv: started, env, cwd, prelude: joinPrelude(prelude) };
}

/** `npx vitest`, `yarn vitest`, `poetry run pytest`: the part that starts the framework. The words themselves if there is none. */
function unwrap(argv: readonly string[]): readonly string[] {
  const [program = '', second = ''] = argv;
  if (program === 'npx' || program === 'bunx') {
    const at = argv.findIndex(
      (word, index) => index > 0 && !word.startsWith('-') && !npxValued.has(argv[index - 1] ?? ''),
    );
    return at < 0 ? argv : argv.slice(at);
  }
  if ((program === 'pnpm' || program === 'yarn' || program === 'npm') && second === 'exec') {
    return argv.slice(argv[2] === '--' ? 3 : 2);
  }
  if ((program === 'pnpm' || program === 'yarn') && frameworkOf(argv.slice(1)) !== 'unknown') return argv.slice(1);
  if (program === 'time' || program === 'corepack') return argv.slice(1);
  if (runners.has(program) && second === 'run') return argv.slice(2);
  // Coverage of its own would get in the way of ours.
  if (program === 'coverage' && second === 'run' && argv.includes('-m'))
    return ['python3', ...argv.slice(argv.indexOf('-m'))];
  return argv;
}

const npxValued = new Set(['-p', '--package']);
const runners = new Set(['poetry', 'uv', 'pipenv', 'pdm', 'rye', 'hatch']);
const pythonName = /^(?:python|pypy)[\d.]*$/;

function frameworkOf(argv: readonly string[]): FrameworkName {
  const name = basename(argv[0] ?? '').replace(/\.(?:[cm]?js|cmd)$/, '');
  if (name === 'node' || name === 'nodejs') {
    if (argv.some((word) => word === '--test' || word.startsWith('--test='))) return 'node';
    const script = argv.slice(1).find((word) => !word.startsWith('-'));
    return script?.includes('node_modules/') ? javascriptTool(basename(script)) : 'unknown';
  }
  if (name === 'pytest' || name === 'py.test') return 'pytest';
  if (pythonName.test(name)) {
    const module = argv[argv.indexOf('-m') + 1];
    if (!argv.includes('-m')) return 'unknown';
    return module === 'pytest' ? 'pytest' : module === 'unittest' ? 'unittest' : 'unknown';
  }
  if (name === 'go' && argv[1] === 'test') return 'go';
  return javascriptTool(name);
}

function javascriptTool(name: string): FrameworkName {
  const tool = name.replace(/\.[cm]?js$/, '');
  if (tool === 'vitest' || tool === 'jest') return tool;
  return tool === 'mocha' || tool === '_mocha' ? 'mocha' : 'unknown';
}

/** Tools of a project are not on the PATH: they are started as the package manager would, from the nearest folder up. */
async function resolveProgram(argv: readonly string[], root: string, cwd: string): Promise<string[]> {
  const [program = '', ...rest] = argv;
  if (program.includes('/')) return [...argv];
  for (let folder = cwd; ; folder = posix.dirname(folder)) {
    const candidate = posix.join(folder, 'node_modules/.bin', program);
    if (existsSync(join(root, candidate))) return [relativeProgram(cwd, candidate), ...rest];
    if (folder === '.' || folder === '/') return [...argv];
  }
}

function relativeProgram(cwd: string, path: string): string {
  const relative = posix.relative(cwd, path);
  return relative.startsWith('.') ? relative : `./${relative}`;
}

interface ScriptCall {
  readonly name: string;
  readonly folder: string | undefined;
  readonly workspace: string | undefined;
  /** In every workspace that has it. */
  readonly everywhere: boolean;
  readonly extra: readonly string[];
}

/** `npm test -w core -- --grep x`, `yarn test`, `pnpm -C core run test:unit`. */
function packageScript(argv: readonly string[]): ScriptCall | undefined {
  const [manager = ''] = argv;
  if (!['npm', 'yarn', 'pnpm', 'bun'].includes(manager)) return undefined;
  const words: string[] = [];
  const extra: string[] = [];
  let folder: string | undefined;
  let workspace: string | undefined;
  let everywhere = false;
  for (let at = 1; at < argv.length; at += 1) {
    const word = argv[at] ?? '';
    const [flag = '', value] = word.split('=', 2);
    const next = (): string | undefined => value ?? argv[++at];
    if (word === '--') {
      extra.push(...argv.slice(at + 1));
      break;
    }
    if (['--prefix', '-C', '--cwd', '--dir'].includes(flag)) folder = next();
    else if (['-w', '--workspace', '--filter', '-F'].includes(flag)) workspace = next();
    else if (['--workspaces', '-ws', '-r', '--recursive'].includes(word) && words[0] !== 'run') everywhere = true;
    else if (word.startsWith('-') && words.length === 0) continue;
    else if (word.startsWith('-') && manager === 'npm') continue;
    else words.push(word);
  }
  if (manager === 'yarn' && words[0] === 'workspace') [, workspace] = words.splice(0, 2);
  const run = words[0] === 'run' || words[0] === 'run-script';
  const name = run ? words[1] : words[0] === 't' && manager === 'npm' ? 'test' : words[0];
  if (name === undefined || words[0] === 'exec') return undefined;
  if (!run && name !== 'test' && (manager === 'npm' || !/^test\b/.test(name))) return undefined;
  return { name, folder, workspace, everywhere, extra: [...words.slice(run ? 2 : 1), ...extra] };
}

async function understandScript(call: ScriptCall, context: Context): Promise<TestCommand> {
  const { root, depth } = context;
  let cwd = call.folder === undefined ? context.cwd : posix.normalize(posix.join(context.cwd, call.folder));
  if (call.workspace !== undefined) cwd = await workspaceFolder(root, cwd, call.workspace);
  const scripts = await readScripts(root, cwd);
  const script = scripts?.[call.name];
  if (script === undefined) {
    throw new UsageError(
      `the test command runs the package script "${call.name}", which ${posix.join(cwd, 'package.json')} does not have`,
    );
  }
  if (depth >= scriptDepth) throw new UsageError(`the package script "${call.name}" runs itself: ${script}`);
  const before = scripts?.[`pre${call.name}`];
  const text = call.extra.length === 0 ? script : `${script} ${call.extra.map(quote).join(' ')}`;
  const prelude = before === undefined ? context.prelude : [...context.prelude, before];
  return await understand(text, { ...context, cwd, prelude, depth: depth + 1 });
}

function quote(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}

async function readScripts(root: string, folder: string): Promise<Record<string, string> | undefined> {
  const parsed = await readPackage(root, folder);
  if (typeof parsed?.scripts !== 'object' || parsed.scripts === null) return undefined;
  return Object.fromEntries(
    Object.entries(parsed.scripts).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

async function readPackage(root: string, folder: string): Promise<Record<string, unknown> | undefined> {
  const path = join(root, folder, 'package.json');
  if (!existsSync(path)) return undefined;
  try {
    const parsed: unknown = JSON.parse(await readFile(path, 'utf8'));
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : undefined;
  } catch {
    throw new UsageError(`${posix.join(folder, 'package.json')} is not valid JSON`);
  }
}

/** The folder of the one workspace that has this script; undefined when several have. */
async function onlyWorkspaceWith(script: string, { root, cwd }: Context): Promise<string | undefined> {
  const { glob } = await import('./workspaces.ts');
  const folders = await glob(root, cwd, (await readPackage(root, cwd))?.workspaces);
  const having: string[] = [];
  for (const folder of folders) if ((await readScripts(root, folder))?.[script] !== undefined) having.push(folder);
  return having.length === 1 ? having[0] : undefined;
}

/** A workspace is named by its folder or by its package's name. */
async function workspaceFolder(root: string, cwd: string, name: string): Promise<string> {
  const direct = posix.normalize(posix.join(cwd, name));
  if (existsSync(join(root, direct, 'package.json'))) return direct;
  const { glob } = await import('./workspaces.ts');
  for (const folder of await glob(root, cwd, (await readPackage(root, cwd))?.workspaces)) {
    if ((await readPackage(root, folder))?.name === name) return folder;
  }
  throw new UsageError(`the test command names the workspace "${name}", which is not in this repository`);
}
