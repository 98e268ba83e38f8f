import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { nodeValueOptions } from './arguments.ts';
import { resolveProgram } from './programs.ts';
import type { FrameworkName } from './types.ts';

/** Files that a script imports, and that are looked into for the framework that they use. */
const mostImports = 30;

export interface NodeScript {
  readonly framework: FrameworkName;
  /** The command that runs the same files with a report. */
  readonly argv: readonly string[];
}

/** `node test.js`, `tsx test/index.ts`: tests that need no command of a framework to run. Undefined for other programs. */
export async function nodeScript(argv: readonly string[], root: string, cwd: string): Promise<NodeScript | undefined> {
  const [program = ''] = argv;
  if (!/^(?:node|nodejs|tsx)$/.test(posix.basename(program))) return undefined;
  const at = argv.findIndex(
    (word, index) => index > 0 && !word.startsWith('-') && !nodeValueOptions.has(argv[index - 1] ?? ''),
  );
  const script = argv[at];
  if (script === undefined || argv.some((word) => /^(?:-e|--eval|-p|--print|--test(?:=.*)?)$/.test(word)))
    return undefined;
  const file = posix.join(cwd, script);
  const framework = await frameworkIn(root, file);
  const options = argv.slice(1, at);
  if (framework === 'node')
    return { framework, argv: [...resolveProgram([program], root, cwd), ...options, '--test', script] };
  // What else node is told is nothing that tape's command knows.
  const preloads = options.flatMap((word, index) =>
    /^(?:-r|--require)$/.test(word) ? ['-r', options[index + 1] ?? ''] : [],
  );
  if (framework !== 'tape' || preloads.length !== options.length) return undefined;
  return { framework, argv: [...resolveProgram(['tape'], root, cwd), ...preloads, script] };
}

async function frameworkIn(root: string, file: string): Promise<FrameworkName | undefined> {
  const text = await readScript(root, file);
  if (text === undefined) return undefined;
  const own = usedBy(text);
  if (own !== undefined) return own;
  const imports = [...text.matchAll(/(?:\bfrom|\bimport|\brequire\()\s*['"](\.[^'"]+)['"]/g)].map(
    ([, path = '']) => path,
  );
  for (const path of imports.slice(0, mostImports)) {
    const inner = await readScript(root, posix.join(posix.dirname(file), path));
    const found = inner === undefined ? undefined : usedBy(inner);
    if (found !== undefined) return found;
  }
  return undefined;
}

function usedBy(text: string): FrameworkName | undefined {
  const [, name] = /(?:\bfrom|\bimport|\brequire\()\s*['"](node:test|tape)['"]/.exec(text) ?? [];
  return name === 'node:test' ? 'node' : name === 'tape' ? 'tape' : undefined;
}

async function readScript(root: string, file: string): Promise<string | undefined> {
  for (const path of [file, `${file}.js`, `${file}/index.js`]) {
    const text = await readFile(join(root, path), 'utf8').catch(() => undefined);
    if (text !== undefined) return text;
  }
  return undefined;
}
