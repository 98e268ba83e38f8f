import { isGraphInput } from '../../code/index.ts';
import { listFiles, openBlobs } from '../../git/index.ts';
import type { Repository, TreeFile } from '../../git/types.ts';
import { roleOfPath } from '../scope.ts';

/** A tree as far as imports and packages go. */
export interface Snapshot {
  /** Texts of source files and of the settings that say how modules are found and published. */
  readonly texts: ReadonlyMap<string, string>;
  /** Every path of the tree. */
  readonly paths: ReadonlySet<string>;
}

const manifest = /(?:^|\/)(?:pyproject\.toml|setup\.py|setup\.cfg)$/;
const maxFileBytes = 1024 * 1024;
/** What is read within an analyst's time and memory on an ordinary machine. */
const maxTotalBytes = 128 * 1024 * 1024;
const inFlight = 256;

/** Reads the tree of a commit; what does not fit is left out with a note. */
export async function readSnapshot(repository: Repository, sha: string, notes: string[]): Promise<Snapshot> {
  const paths = new Set<string>();
  const wanted: TreeFile[] = [];
  let total = 0;
  let left = 0;
  for await (const file of listFiles(repository, sha)) {
    paths.add(file.path);
    const size = file.size ?? 0;
    const regular = file.mode.startsWith('100');
    const role = roleOfPath(file.path);
    if (
      !regular ||
      role === 'vendored' ||
      role === 'generated' ||
      !(isGraphInput(file.path) || manifest.test(file.path))
    )
      continue;
    if (size > maxFileBytes || total + size > maxTotalBytes) left++;
    else {
      total += size;
      wanted.push(file);
    }
  }
  if (left > 0)
    notes.push(
      `The imports of ${left} source ${left === 1 ? 'file' : 'files'} were not followed: too large, or too many.`,
    );
  return { texts: await readTexts(repository, wanted), paths };
}

async function readTexts(repository: Repository, files: readonly TreeFile[]): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  const blobs = openBlobs(repository, { maxBytes: maxFileBytes });
  try {
    for (let from = 0; from < files.length; from += inFlight) {
      const batch = files.slice(from, from + inFlight);
      const contents = await Promise.all(batch.map((file) => blobs.readObject(file)));
      for (const [i, { path }] of batch.entries()) texts.set(path, contents[i]?.toString('utf8') ?? '');
    }
    return texts;
  } finally {
    await blobs.close();
  }
}
