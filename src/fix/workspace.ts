import { UsageError } from '../base/errors.ts';
import { printable } from '../base/printable.ts';
import { languageOf } from '../code/index.ts';
import { listFiles, openBlobs, type Repository, readUncommitted, shallowBoundary } from '../git/index.ts';
import { isInDependencies, virtualEnvironments } from '../sandbox/index.ts';
import { readGenerated } from './generated.ts';
import type { SourceFile } from './templates/model.ts';

/** The work tree as it was when the repair began: HEAD, and what is not committed. Nothing here writes to it. */
export interface Workspace {
  readonly repository: Repository;
  readonly commit: string;
  /** Written over the commit's tree in every sandbox. */
  readonly uncommitted: Readonly<Record<string, Buffer | null>>;
  /** What git ignores and the program may need; it is in every sandbox and not repaired. */
  readonly generated: Readonly<Record<string, Buffer>>;
  /** Every path there is, ascending; ignored ones are left out. */
  readonly paths: readonly string[];
  readonly notes: readonly string[];
  /** Texts of files; what is no UTF-8 is left out, since an edit would not be what it seems. */
  read(paths: Iterable<string>): Promise<Map<string, string>>;
}

/** @throws UsageError when there is nothing to repair: no work tree, no commit */
export async function openWorkspace(repository: Repository, signal?: AbortSignal): Promise<Workspace> {
  const { head, bare, root } = repository;
  if (bare) throw new UsageError(`${root} is a bare repository; repair needs a work tree`);
  if (head === undefined) throw new UsageError(`${root} has no commits yet; repair starts from one`);
  const environments = virtualEnvironments(root);
  const { files, skipped } = await readUncommitted(repository, {
    // Sandboxes show them as they are, whether git ignores them or not.
    leaveOut: (path) => isInDependencies(path) || environments.some((folder) => path.startsWith(`${folder}/`)),
    ...(signal === undefined ? {} : { signal }),
  });
  const uncommitted = Object.fromEntries(files.map(({ path, content }) => [path, content]));
  const paths = new Set<string>();
  for await (const { path, mode } of listFiles(repository, head)) if (mode.startsWith('100')) paths.add(path);
  for (const { path, content } of files) content === null ? paths.delete(path) : paths.add(path);
  const generated = await readGenerated(repository, signal);
  const notes = [
    ...(skipped.length === 0 ? [] : [`uncommitted files left out, links or too large: ${skipped.length}`]),
    ...((await shallowBoundary(repository)).has(head)
      ? ['this shallow clone has no earlier commit: what changed lately is not known and not taken back']
      : []),
    ...(generated.skipped.length === 0
      ? []
      : [`what git ignores in ${printable(generated.skipped.slice(0, 3).join(', '))} was left out (too much)`]),
  ];
  return {
    repository,
    commit: head,
    uncommitted,
    generated: generated.files,
    paths: [...paths].sort(),
    notes,
    read: (wanted) => readTexts(repository, head, uncommitted, wanted),
  };
}

async function readTexts(
  repository: Repository,
  commit: string,
  uncommitted: Readonly<Record<string, Buffer | null>>,
  paths: Iterable<string>,
): Promise<Map<string, string>> {
  const blobs = openBlobs(repository, { maxBytes: 8 * 2 ** 20 });
  const texts = new Map<string, string>();
  try {
    for (const path of new Set(paths)) {
      const own = uncommitted[path];
      if (own === null) continue;
      // A file that is too large is no source that could be repaired.
      const content = own ?? (await blobs.read(commit, path).catch(() => undefined));
      const text = content?.toString('utf8');
      if (text !== undefined && content !== undefined && Buffer.from(text).equals(content)) texts.set(path, text);
    }
    return texts;
  } finally {
    await blobs.close();
  }
}

/** Sources in a language that templates know. */
export function sourcesOf(texts: ReadonlyMap<string, string>): SourceFile[] {
  return [...texts].flatMap(([path, text]) => {
    const language = languageOf(path);
    return language === undefined || text.length > 512 * 1024 ? [] : [{ path, language, text }];
  });
}
