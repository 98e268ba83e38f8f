import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gitOutput, runGit, streamGit } from '../command.ts';
import type { Repository } from '../types.ts';
import { type Limits, limitOptions } from './period.ts';

/**
 * Merges the newest two-parent merge commits again and counts those that conflict: somebody had to resolve them.
 *
 * Done by `git log --remerge-diff` (git 2.35), in a temporary git directory that only borrows the objects: merging
 * would otherwise run the merge drivers that the repository's configuration names, and write into its object store.
 *
 * @returns `conflicted: null` with a reason where it cannot be known
 */
export async function countConflicts(
  repository: Repository,
  head: string,
  limits: Limits,
  options: { readonly maxMerges: number; readonly signal?: AbortSignal | undefined },
): Promise<{ checked: number; conflicted: number | null; reason?: string }> {
  if (repository.shallow) {
    return { checked: 0, conflicted: null, reason: 'conflicts are unknown: a shallow clone lacks what was merged' };
  }
  const at = { cwd: repository.root, signal: options.signal };
  const two = ['--min-parents=2', '--max-parents=2'];
  const merges = await gitOutput(
    ['rev-list', ...two, `--max-count=${options.maxMerges}`, ...limitOptions(limits), head, '--'],
    at,
  );
  const checked = merges.split('\n').length - 1;
  if (checked === 0) return { checked: 0, conflicted: 0 };
  const objects = (await gitOutput(['rev-parse', '--git-path', 'objects'], at)).replace(/\n$/, '');
  const scratch = await mkdtemp(join(tmpdir(), 'hone-remerge-'));
  try {
    const format = head.length === 64 ? 'sha256' : 'sha1';
    await gitOutput(['init', '--quiet', '--bare', '--template=', `--object-format=${format}`, scratch], at);
    return await remerge(merges, checked, {
      cwd: scratch,
      signal: options.signal,
      env: {
        GIT_DIR: scratch,
        GIT_ATTR_NOSYSTEM: '1',
        GIT_ALTERNATE_OBJECT_DIRECTORIES: quotePathList(resolve(repository.root, objects)),
      },
    });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function remerge(
  merges: string,
  checked: number,
  at: { cwd: string; env: Record<string, string>; signal?: AbortSignal | undefined },
): Promise<{ checked: number; conflicted: number | null; reason?: string }> {
  const log = ['-c', 'core.attributesFile=/dev/null', 'log', '--remerge-diff', '--no-ext-diff', '--no-textconv'];
  const probe = await runGit([...log, '--max-count=0'], at);
  if (probe.status === 128 && /unrecognized argument/.test(probe.stderr)) {
    return { checked: 0, conflicted: null, reason: 'conflicts are unknown: they need git 2.35 or later' };
  }
  // With this filter only conflicts are printed, as header lines; no content that could look like one.
  const args = [...log, '--no-walk=unsorted', '--stdin', '--diff-filter=U', '--format=%x00'];
  let conflicted = 0;
  let rest: Buffer = Buffer.alloc(0);
  const count = (commit: Buffer): void => {
    if (commit.includes('\nremerge CONFLICT')) conflicted++;
  };
  for await (const chunk of streamGit(args, { ...at, input: merges })) {
    let bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (let end = bytes.indexOf(0); end !== -1; end = bytes.indexOf(0)) {
      count(bytes.subarray(0, end));
      bytes = bytes.subarray(end + 1);
    }
    rest = bytes;
  }
  count(rest);
  return { checked, conflicted };
}

/** The variable is a list with colons; git reads an entry in double quotes the way C does. */
function quotePathList(path: string): string {
  return `"${path.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`;
}
