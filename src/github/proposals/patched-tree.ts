import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CannotRunError } from '../../base/errors.ts';
import { complaint, type GitOptions, gitOutput, runGit, streamGit } from '../../git/command.ts';
import { pathFromBytes, type Repository } from '../../git/index.ts';
import { ownObjectFolder } from '../../git/object-folder.ts';
import type { Proposal } from './types.ts';

export interface PatchedFile {
  readonly path: string;
  readonly mode: string;
  /** Id that git gives the new content. */
  readonly blob: string;
  readonly content: Buffer;
}

export interface PatchedTree {
  /** Tree of the commit itself. */
  readonly base: string;
  /** Tree with the patch. */
  readonly tree: string;
  readonly files: readonly PatchedFile[];
  /** `git patch-id`: the same for the same change, wherever in the files it stands. */
  readonly patchId: string;
}

/** The patch is not one that may be proposed, in one sentence. */
export class UnfitPatchError extends Error {
  override readonly name = 'UnfitPatchError';
}

const most = { files: 50, bytes: 8 * 2 ** 20 };

/**
 * What a commit becomes with a patch, computed by git in an index and an object folder of its own: the repository and
 * its work tree are only read, and no code of the repository runs.
 *
 * @throws UnfitPatchError when the patch does not apply, or does more than change the contents of existing files that
 * it may change, outside `.github`
 * @throws CannotRunError when the commit is not here
 */
export async function patchTree(
  repository: Repository,
  { commit, patch, mayChange }: Pick<Proposal, 'commit' | 'patch' | 'mayChange'>,
): Promise<PatchedTree> {
  if (!/^[0-9a-f]{40}([0-9a-f]{24})?$/.test(commit)) throw new UnfitPatchError('the patch is not for a commit');
  const cwd = repository.root;
  if ((await runGit(['cat-file', '-e', `${commit}^{commit}`], { cwd })).status !== 0) {
    throw new CannotRunError(
      `commit ${commit.slice(0, 12)} is not in this checkout: check it out with actions/checkout`,
    );
  }
  const own = await mkdtemp(join(tmpdir(), 'hone-tree-'));
  try {
    await mkdir(join(own, 'objects'));
    const env = { GIT_INDEX_FILE: join(own, 'index'), ...(await ownObjectFolder(cwd, join(own, 'objects'))) };
    const options = { cwd, env };
    await gitOutput(['read-tree', commit], options);
    await apply(patch, options);
    const files = await changedFiles(commit, options);
    const foreign = files.find(({ path }) => !mayChange(path));
    if (foreign !== undefined)
      throw new UnfitPatchError(
        `the patch changes ${JSON.stringify(foreign.path)}, which is no program to be repaired`,
      );
    const base = (await gitOutput(['rev-parse', `${commit}^{tree}`], options)).trim();
    const tree = (await gitOutput(['write-tree'], options)).trim();
    const [patchId = ''] = (await gitOutput(['patch-id', '--stable'], { ...options, input: patch })).split(' ');
    return { base, tree, files, patchId };
  } finally {
    await rm(own, { recursive: true, force: true });
  }
}

async function apply(patch: string, options: GitOptions): Promise<void> {
  if (patch === '') throw new UnfitPatchError('the patch is empty');
  const words = ['apply', '--cached', '--whitespace=nowarn', '-'];
  const { status, stderr } = await runGit(words, { ...options, input: patch });
  if (status !== 0) throw new UnfitPatchError(`the patch does not apply to the commit: ${complaint(stderr)}`);
}

async function changedFiles(commit: string, options: GitOptions): Promise<PatchedFile[]> {
  const words = ['diff-index', '--cached', '--raw', '-z', '--no-abbrev', '--no-renames', commit];
  const fields = (await bytesOf(words, options)).toString('latin1').split('\0').slice(0, -1);
  if (fields.length === 0) throw new UnfitPatchError('the patch changes nothing');
  if (fields.length / 2 > most.files) throw new UnfitPatchError(`the patch changes more than ${most.files} files`);
  const files: PatchedFile[] = [];
  let bytes = 0;
  for (let index = 0; index < fields.length; index += 2) {
    const [oldMode, mode = '', , blob = '', status] = (fields[index] ?? '').split(' ');
    const path = pathFromBytes(Buffer.from(fields[index + 1] ?? '', 'latin1'));
    const shown = JSON.stringify(path);
    if (status !== 'M' || oldMode !== `:${mode}` || !/^100(644|755)$/.test(mode)) {
      throw new UnfitPatchError(`the patch does more to ${shown} than change the contents of a file`);
    }
    // Names that are not UTF-8 come quoted; GitHub's API could not carry them.
    if (path.startsWith('"')) throw new UnfitPatchError(`the name of ${shown} is not UTF-8`);
    if (/^\.github\//i.test(path)) throw new UnfitPatchError(`the patch changes ${shown}: workflows are not repaired`);
    const content = await bytesOf(['cat-file', 'blob', blob], options);
    bytes += content.length;
    if (bytes > most.bytes)
      throw new UnfitPatchError(`the files that the patch changes are larger than ${most.bytes} bytes`);
    files.push({ path, mode, blob, content });
  }
  return files;
}

async function bytesOf(words: readonly string[], options: GitOptions): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of streamGit(words, options)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
