import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, isAbsolute, join, normalize } from 'node:path';
import { CannotRunError } from '../base/errors.ts';
import { complaint, runGit } from './command.ts';

/** A file's texts before and after. */
export interface TextChange {
  /** Relative to the repository, with `/`. */
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** Unified patch as `git apply` reads it, made by git itself; empty when nothing changes. */
export async function patchBetween(changes: readonly TextChange[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hone-patch-'));
  try {
    let patch = '';
    for (const { path, before, after } of [...changes].sort((a, b) => (a.path < b.path ? -1 : 1))) {
      if (before === after) continue;
      if (isAbsolute(path) || normalize(path).startsWith('..')) throw new CannotRunError(`${path} is outside`);
      for (const [side, text] of [
        ['a', before],
        ['b', after],
      ] as const) {
        const file = join(folder, side, path);
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, text);
      }
      const words = [
        'diff',
        '--no-index',
        '--no-prefix',
        '--no-color',
        '--no-ext-diff',
        '--',
        `a/${path}`,
        `b/${path}`,
      ];
      const { status, stdout, stderr } = await runGit(words, { cwd: folder });
      if (status > 1) throw new CannotRunError(`git diff failed: ${complaint(stderr)}`);
      patch += stdout;
    }
    return patch;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
