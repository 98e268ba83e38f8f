import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { UsageError } from '../base/errors.ts';
import { workspaceFolders } from './workspaces.ts';

/** A script of a package, to be run in its folder. */
export interface ScriptRun {
  readonly name: string;
  /** Relative to the repository. */
  readonly cwd: string;
  /** With the arguments that were added behind it. */
  readonly text: string;
  /** The scripts that run before it by its name. */
  readonly before: readonly string[];
}

interface ScriptCall {
  readonly name: string;
  readonly folder: string | undefined;
  readonly workspace: string | undefined;
  /** In every workspace that has it. */
  readonly everywhere: boolean;
  /** Nothing is wrong where there is no such script. */
  readonly optional: boolean;
  readonly extra: readonly string[];
}

const managers = ['npm', 'yarn', 'pnpm', 'bun'];
const serial = ['run-s', 'run-p', 'npm-run-all', 'npm-run-all2'];
const spreading = ['turbo', 'lerna'];

/**
 * The scripts that a command runs, in order: `npm test`, `pnpm -r test`, `pnpm run "/^test:/"`, `run-s lint test:*`.
 * Undefined when it runs none.
 *
 * @throws UsageError for a script or workspace that does not exist
 */
export async function scriptRuns(
  argv: readonly string[],
  root: string,
  cwd: string,
): Promise<readonly ScriptRun[] | undefined> {
  const [program = ''] = argv;
  if (![...managers, ...serial, ...spreading].includes(program)) return undefined;
  const scripts = (await readScripts(root, cwd)) ?? {};
  if (!serial.includes(program)) {
    const call = managers.includes(program) ? managerCall(argv, scripts) : everywhereCall(argv);
    return call === undefined ? undefined : await runsOf(call, root, cwd);
  }
  const patterns = argv.slice(1).filter((word) => !word.startsWith('-'));
  const names = patterns.flatMap((pattern) => Object.keys(scripts).filter((name) => matches(name, pattern)));
  return names.map((name) => scriptRun(scripts, name, cwd, []));
}

/** `*` does not go beyond a colon, `**` does. */
function matches(name: string, pattern: string): boolean {
  const source = pattern.replace(/\*\*|[\s\S]/g, (piece) =>
    piece === '**' ? '.*' : piece === '*' ? '[^:]*' : piece.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'),
  );
  return new RegExp(`^${source}$`).test(name);
}

/** `npm test -w core -- --grep x`, `yarn test`, `pnpm -C core run test:unit`. */
function managerCall(argv: readonly string[], scripts: Readonly<Record<string, string>>): ScriptCall | undefined {
  const [manager = ''] = argv;
  const words: string[] = [];
  const extra: string[] = [];
  let folder: string | undefined;
  let workspace: string | undefined;
  let everywhere = false;
  let optional = false;
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
    else if (word === '--if-present') optional = true;
    else if (word.startsWith('-') && words.length === 0) continue;
    else if (word.startsWith('-') && manager === 'npm') continue;
    else words.push(word);
  }
  if (manager === 'yarn' && words[0] === 'workspace') [, workspace] = words.splice(0, 2);
  if (manager === 'yarn' && words[0] === 'workspaces') {
    everywhere = true;
    words.splice(0, words[1] === 'foreach' ? 2 : 1);
  }
  const run = words[0] === 'run' || words[0] === 'run-script';
  const name = run ? words[1] : words[0] === 't' && manager === 'npm' ? 'test' : words[0];
  if (name === undefined || words[0] === 'exec') return undefined;
  if (!run && name !== 'test' && (manager === 'npm' || !(/^test\b/.test(name) || name in scripts))) return undefined;
  return { name, folder, workspace, everywhere, optional, extra: [...words.slice(run ? 2 : 1), ...extra] };
}

/** `turbo run test`, `lerna run test`: the same script in every workspace. */
function everywhereCall([, ...rest]: readonly string[]): ScriptCall | undefined {
  const words = rest.filter((word) => !word.startsWith('-'));
  const name = words[0] === 'run' ? words[1] : words[0];
  if (name === undefined) return undefined;
  return { name, folder: undefined, workspace: undefined, everywhere: true, optional: true, extra: [] };
}

async function runsOf(call: ScriptCall, root: string, around: string): Promise<ScriptRun[]> {
  let cwd = call.folder === undefined ? around : posix.normalize(posix.join(around, call.folder));
  if (call.everywhere) {
    const runs: ScriptRun[] = [];
    for (const folder of await workspaceFolders(root, cwd, (await readPackage(root, cwd))?.workspaces)) {
      const scripts = (await readScripts(root, folder)) ?? {};
      if (scripts[call.name] !== undefined) runs.push(scriptRun(scripts, call.name, folder, call.extra));
    }
    if (runs.length === 0 && !call.optional)
      throw new UsageError(`no workspace of this repository has the package script "${call.name}"`);
    return runs;
  }
  if (call.workspace !== undefined) cwd = await workspaceFolder(root, cwd, call.workspace);
  const scripts = (await readScripts(root, cwd)) ?? {};
  // pnpm: all scripts that match.
  const pattern = /^\/(.+)\/$/.exec(call.name)?.[1];
  const names = pattern === undefined ? [call.name] : Object.keys(scripts).filter((name) => find(pattern, name));
  if (pattern === undefined && scripts[call.name] === undefined) {
    if (call.optional) return [];
    throw new UsageError(
      `the test command runs the package script "${call.name}", which ${posix.join(cwd, 'package.json')} does not have`,
    );
  }
  return names.map((name) => scriptRun(scripts, name, cwd, call.extra));
}

function find(pattern: string, name: string): boolean {
  try {
    return new RegExp(pattern).test(name);
  } catch {
    return false;
  }
}

function scriptRun(
  scripts: Readonly<Record<string, string>>,
  name: string,
  cwd: string,
  extra: readonly string[],
): ScriptRun {
  const script = scripts[name] ?? '';
  const text = extra.length === 0 ? script : `${script} ${extra.map(quote).join(' ')}`;
  const before = scripts[`pre${name}`];
  return { name, cwd, text, before: before === undefined ? [] : [before] };
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

/** A workspace is named by its folder or by its package's name. */
async function workspaceFolder(root: string, cwd: string, name: string): Promise<string> {
  const direct = posix.normalize(posix.join(cwd, name));
  if (existsSync(join(root, direct, 'package.json'))) return direct;
  for (const folder of await workspaceFolders(root, cwd, (await readPackage(root, cwd))?.workspaces)) {
    if ((await readPackage(root, folder))?.name === name) return folder;
  }
  throw new UsageError(`the test command names the workspace "${name}", which is not in this repository`);
}
