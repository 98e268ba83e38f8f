import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { FixStatus } from '../../../src/fix/index.ts';
import { root } from '../bundle.ts';
import { typescriptNode } from '../node.ts';
import { createRepository, type TestRepository } from '../repository.ts';

export type Replacement = readonly [from: string, to: string];

/** A small repository whose tests fail for a reason that is known, and how to tell whether a repair is right. */
export interface AcceptanceProject {
  readonly name: string;
  /** The kind of trouble, in a few words. */
  readonly about: string;
  readonly command: string;
  /** Files of the commit. */
  readonly files: Readonly<Record<string, string>>;
  /** Changes of the work tree that are not committed; `null` removes. */
  readonly uncommitted?: Readonly<Record<string, string | null>>;
  /** What may come of a repair. */
  readonly expected: readonly FixStatus[];
  /** A repair that is right; what others may look like is for `hidden` to say. */
  readonly reference?: Readonly<Record<string, readonly Replacement[]>>;
  /** A program that never stands in the repository; it ends with 0 when the repair is right. */
  readonly hidden?: { readonly file: string; readonly text: string };
  /** What has to be on this machine besides Node and git. */
  readonly needs?: 'pytest' | 'jest';
  /** Seconds a repair may take. */
  readonly timeLimit: number;
}

/** Writes the project as a repository; its dependencies are those of this one. */
export function make(project: AcceptanceProject): TestRepository {
  const repository = createRepository();
  repository.commit({ message: 'Start', files: { '.gitignore': 'node_modules\n', ...project.files } });
  if (project.uncommitted !== undefined) repository.write(project.uncommitted);
  symlinkSync(join(root, 'node_modules'), join(repository.dir, 'node_modules'));
  return repository;
}

/** Why the project cannot be tried here, or undefined. */
export function missing({ needs }: AcceptanceProject): string | undefined {
  if (needs === 'pytest' && spawnSync('python3', ['-m', 'pytest', '--version']).status !== 0) {
    return 'pytest is not installed';
  }
  if (needs === 'jest' && !existsSync(join(root, 'node_modules/jest'))) return 'jest is not installed';
  return undefined;
}

export interface Verdict {
  readonly right: boolean;
  readonly why: string;
}

/** Whether a patch is right: it applies to the work tree as it was, and the hidden program agrees. */
export function judge(project: AcceptanceProject, patch: string): Verdict {
  const copy = make(project);
  try {
    copy.gitWith({ input: patch }, 'apply', '--whitespace=nowarn', '-');
  } catch (thrown) {
    return { right: false, why: `git apply refuses the patch: ${String(thrown)}` };
  }
  return check(project, copy);
}

/** Whether the repository as it stands satisfies the hidden program. */
export function check({ hidden }: AcceptanceProject, repository: TestRepository): Verdict {
  if (hidden === undefined) return { right: false, why: 'nothing can be right here' };
  repository.write({ [hidden.file]: hidden.text });
  const node = typescriptNode();
  const argv = hidden.file.endsWith('.py') ? ['python3', hidden.file] : [node.command, ...node.flags, hidden.file];
  const run = spawnSync('timeout', ['--signal=KILL', '20', ...argv], {
    cwd: repository.dir,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: process.env.HOME, LANG: 'C.UTF-8', PYTHONDONTWRITEBYTECODE: '1' },
  });
  repository.write({ [hidden.file]: null });
  return { right: run.status === 0, why: run.stderr.slice(-1500) };
}

/** The reference repair as a patch. */
export function referencePatch(project: AcceptanceProject): string {
  const copy = make(project);
  const before = snapshot(copy);
  for (const [file, replacements] of Object.entries(project.reference ?? {})) {
    let text = readFileSync(join(copy.dir, file), 'utf8');
    for (const [from, to] of replacements) {
      if (text.split(from).length !== 2) throw new Error(`${project.name}: "${from}" is not once in ${file}`);
      text = text.replace(from, () => to);
    }
    copy.write({ [file]: text });
  }
  const after = snapshot(copy);
  return copy.git('diff', '--binary', before, after).concat('\n');
}

/** The work tree as a tree object; also what is not committed. The index is left as it is. */
function snapshot(repository: TestRepository): string {
  const env = { GIT_INDEX_FILE: join(repository.dir, '.git', 'snapshot-index') };
  repository.gitWith({ env }, 'add', '--all');
  return repository.gitWith({ env }, 'write-tree');
}

/** Every file of the work tree with its bytes, dependencies and git's own left out. */
export function contents(repository: TestRepository): Map<string, string> {
  const listed = repository.git('ls-files', '-z', '--cached', '--others', '--full-name').split('\0');
  const found = new Map<string, string>();
  for (const path of listed.filter((name) => name !== '' && name !== 'node_modules')) {
    const file = join(repository.dir, path);
    if (existsSync(file)) found.set(path, readFileSync(file).toString('base64'));
  }
  return found;
}
