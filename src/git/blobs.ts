import { CannotRunError } from '../base/errors.ts';
import { complaint, outcomeOf, runGit, spawnGit, streamGit } from './command.ts';
import { pathFromBytes, pathToBytes } from './path.ts';
import { objectId } from './repository.ts';
import type { Repository, TreeFile } from './types.ts';

/** Reads many files through one git process. Requests may overlap; answers come in order. */
export interface Blobs {
  /**
   * Content of `path` in the commit or tree `sha`; undefined when it has no such file there (a folder and a submodule
   * are no files). A symbolic link's content is its target.
   *
   * @throws CannotRunError when the file is larger than the limit, or git ended
   */
  read(sha: string, path: string): Promise<Buffer | undefined>;
  /**
   * The same for a file that {@link listFiles} gave: by its object id, which spares git the search through the tree
   * (with 8,000 files in a folder, most of the time).
   */
  readObject(file: Pick<TreeFile, 'oid' | 'path'>): Promise<Buffer | undefined>;
  close(): Promise<void>;
}

export function openBlobs(
  repository: Repository,
  options: { readonly maxBytes?: number; readonly signal?: AbortSignal } = {},
): Blobs {
  const limit = options.maxBytes ?? 32 * 2 ** 20;
  const child = spawnGit(['cat-file', '--batch'], { cwd: repository.root, signal: options.signal });
  const ended = outcomeOf(child);
  const waiting: { resolve(content: Buffer | undefined): void; reject(error: Error): void; path: string }[] = [];
  let failure: Error | undefined;
  const parser = new BatchParser(limit, (answer) => {
    const request = waiting.shift();
    if (answer === 'too large') {
      request?.reject(new CannotRunError(`${request.path} is larger than the ${limit} bytes that Hone reads`));
    } else {
      request?.resolve(answer);
    }
  });
  const fail = (error: Error): void => {
    failure ??= error;
    for (const request of waiting.splice(0)) request.reject(failure);
  };
  const ask = (name: Buffer, path: string): Promise<Buffer | undefined> => {
    if (failure) throw failure;
    return new Promise((resolve, reject) => {
      waiting.push({ resolve, reject, path });
      child.stdin.write(Buffer.concat([name, Buffer.from('\n')]));
    });
  };
  child.stdin.on('error', () => {});
  child.stdout.on('data', (chunk: Buffer) => parser.push(chunk));
  ended.then(({ stderr }) => fail(new CannotRunError(`git cat-file ended: ${complaint(stderr) || 'closed'}`)), fail);

  return {
    async read(sha, path) {
      // Git would take these as relative to where it runs; in a tree there is no such name.
      if (/^\.{1,2}\//.test(path)) return undefined;
      let name = Buffer.concat([Buffer.from(`${objectId(sha)}:`), pathToBytes(path)]);
      if (name.includes(10)) {
        // The protocol is one name per line, so this rare one goes by its object id.
        const found = await runGit(['rev-parse', '--verify', '--quiet', '--end-of-options', name.toString()], {
          cwd: repository.root,
        });
        if (found.status !== 0) return undefined;
        name = Buffer.from(found.stdout.trim());
      }
      return ask(name, path);
    },
    async readObject({ oid, path }) {
      return ask(Buffer.from(objectId(oid)), path);
    },
    async close() {
      child.stdin.end();
      await ended.catch(() => {});
    },
  };
}

/** One file of a commit or tree; see {@link Blobs.read}. */
export async function readFileAt(repository: Repository, sha: string, path: string): Promise<Buffer | undefined> {
  const blobs = openBlobs(repository);
  try {
    return await blobs.read(sha, path);
  } finally {
    await blobs.close();
  }
}

/** Every file of a commit or tree, submodules too, in git's order. */
export async function* listFiles(repository: Repository, sha: string): AsyncGenerator<TreeFile, void, void> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of streamGit(['ls-tree', '-r', '-z', '-l', '--full-tree', objectId(sha)], {
    cwd: repository.root,
  })) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let start = 0;
    for (let end = bytes.indexOf(0); end !== -1; end = bytes.indexOf(0, start)) {
      const tab = bytes.indexOf(9, start);
      const [mode = '', , oid = '', size = '-'] = bytes.toString('latin1', start, tab).split(/ +/);
      yield {
        path: pathFromBytes(bytes.subarray(tab + 1, end)),
        oid,
        mode,
        size: size === '-' ? undefined : Number(size),
      };
      start = end + 1;
    }
    rest = bytes.subarray(start);
  }
}

/** `<oid> blob <size>\n<content>\n` or `<what was asked> missing\n`. */
class BatchParser {
  readonly #limit: number;
  readonly #answer: (content: Buffer | undefined | 'too large') => void;
  #header = Buffer.alloc(0);
  #content: Buffer[] = [];
  #remaining = 0;
  #type = '';
  #kept = true;

  constructor(limit: number, answer: (content: Buffer | undefined | 'too large') => void) {
    this.#limit = limit;
    this.#answer = answer;
  }

  push(chunk: Buffer): void {
    let rest: Buffer = chunk;
    while (rest.length > 0) rest = this.#remaining > 0 ? this.#readContent(rest) : this.#readHeader(rest);
  }

  #readHeader(chunk: Buffer): Buffer {
    const end = chunk.indexOf(10);
    if (end === -1) {
      this.#header = Buffer.concat([this.#header, chunk]);
      return chunk.subarray(chunk.length);
    }
    const header = Buffer.concat([this.#header, chunk.subarray(0, end)]).toString('latin1');
    this.#header = Buffer.alloc(0);
    const match = /^[0-9a-f]{40,64} (\w+) (\d+)$/.exec(header);
    if (match) {
      const size = Number(match[2]);
      this.#type = match[1] ?? '';
      this.#kept = this.#type === 'blob' && size <= this.#limit;
      this.#remaining = size + 1;
    } else {
      this.#answer(undefined);
    }
    return chunk.subarray(end + 1);
  }

  #readContent(chunk: Buffer): Buffer {
    const part = chunk.subarray(0, this.#remaining);
    this.#remaining -= part.length;
    if (this.#kept) this.#content.push(part);
    if (this.#remaining === 0) {
      const content = this.#content;
      this.#content = [];
      if (this.#type !== 'blob') this.#answer(undefined);
      else this.#answer(this.#kept ? Buffer.concat(content).subarray(0, -1) : 'too large');
    }
    return chunk.subarray(part.length);
  }
}
