import { pathFromGit } from './path.ts';
import type { Change, Clip, FileChange, FileStatus, Hunk, HunkLine } from './types.ts';

export interface ChangeLimits {
  /** Changed lines of one file whose hunks are kept. */
  readonly fileLines: number;
  /** Bytes of one file's patch. */
  readonly fileBytes: number;
  /** Bytes of all hunks together. */
  readonly totalBytes: number;
}

export const defaultLimits: ChangeLimits = { fileLines: 20_000, fileBytes: 2 * 2 ** 20, totalBytes: 32 * 2 ** 20 };

type Draft = { -readonly [K in keyof FileChange]: FileChange[K] } & { hunks: Hunk[] };

/**
 * Reads `git diff-tree --raw --numstat --patch`, in that order in one stream, holding one line and the kept hunks.
 *
 * Names and counts come from --raw and --numstat. Of the patch only hunks are read, by the line counts of their
 * headers, so that no content can pass for a header; its files are matched by their order. (The parse-diff package
 * does neither: it leaves quoted names quoted, and needs the whole patch as one string.)
 */
export class ChangeParser {
  readonly #limits: ChangeLimits;
  readonly #files: Draft[] = [];
  readonly #clipped: Clip[] = [];
  #section: 'raw' | 'patch' = 'raw';
  #counted = 0;

  // The line that is being put together, cut at the limit of a file.
  #parts: Buffer[] = [];
  #partBytes = 0;

  // The place in the patch.
  #next = 0;
  #secondHalf = false;
  #file: Draft | undefined;
  #skipping = false;
  #fileBytes = 0;
  #totalBytes = 0;
  #oldLeft = 0;
  #newLeft = 0;
  #oldLine = 0;
  #newLine = 0;
  #lines: HunkLine[] = [];

  constructor(limits: ChangeLimits) {
    this.#limits = limits;
  }

  /** True when nothing that follows would be kept. */
  get full(): boolean {
    return this.#section === 'patch' && this.#totalBytes > this.#limits.totalBytes;
  }

  get #tooLarge(): string {
    return `the whole change has more than ${this.#limits.totalBytes} bytes of hunks`;
  }

  push(chunk: Buffer): void {
    let start = 0;
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, start)) {
      this.#keep(chunk.subarray(start, end));
      const line = this.#parts.length === 1 ? (this.#parts[0] as Buffer) : Buffer.concat(this.#parts);
      this.#parts = [];
      this.#partBytes = 0;
      this.#line(line);
      start = end + 1;
    }
    if (start < chunk.length) this.#keep(chunk.subarray(start));
  }

  end(): Pick<Change, 'files' | 'clipped'> {
    if (this.#counted !== this.#files.length) {
      throw new Error(`git counted lines of ${this.#counted} files, but named ${this.#files.length}`);
    }
    if (this.full) for (const file of this.#files.slice(this.#next)) this.#clip(file, this.#tooLarge);
    return { files: this.#files, clipped: this.#clipped };
  }

  #keep(part: Buffer): void {
    const room = this.#limits.fileBytes + 1 - this.#partBytes;
    if (room <= 0) return;
    this.#parts.push(part.length > room ? part.subarray(0, room) : part);
    this.#partBytes += Math.min(part.length, room);
  }

  #line(line: Buffer): void {
    if (this.#section === 'patch') this.#patchLine(line);
    else if (line[0] === 0x3a) this.#files.push(fileFromRaw(line));
    else if (line.length === 0) this.#section = 'patch';
    else this.#count(line);
  }

  #count(line: Buffer): void {
    const file = this.#files[this.#counted++];
    const [insertions, deletions] = line.toString('latin1').split('\t', 2);
    if (file === undefined || insertions === undefined || deletions === undefined) return;
    file.binary = insertions === '-';
    file.insertions = file.binary ? 0 : Number(insertions);
    file.deletions = file.binary ? 0 : Number(deletions);
  }

  #patchLine(line: Buffer): void {
    if (this.#oldLeft > 0 || this.#newLeft > 0) {
      this.#hunkLine(line);
    } else if (line[0] === 0x40) {
      this.#openHunk(line.toString('latin1'));
    } else if (line.subarray(0, 11).toString('latin1') === 'diff --git ') {
      this.#openFile();
    }
  }

  #openFile(): void {
    // A file that becomes a link, or the other way round, is printed as a deletion and a creation.
    if (this.#file?.status === 'type-changed' && !this.#secondHalf) {
      this.#secondHalf = true;
      return;
    }
    this.#secondHalf = false;
    const file = this.#files[this.#next++];
    this.#file = file;
    this.#fileBytes = 0;
    this.#skipping = file === undefined || file.binary || file.submodule;
    if (file === undefined || this.#skipping) return;
    const lines = file.insertions + file.deletions;
    if (this.full) {
      this.#skipping = true;
      this.#clip(file, this.#tooLarge);
    } else if (lines > this.#limits.fileLines) {
      this.#skipping = true;
      this.#clip(file, `${lines} changed lines, more than ${this.#limits.fileLines}`);
    }
  }

  #openHunk(header: string): void {
    const match = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(header);
    if (!match) return;
    const [oldStart, oldLines, newStart, newLines] = match.slice(1).map((digits) => Number(digits ?? 1));
    this.#oldLine = oldStart ?? 0;
    this.#newLine = newStart ?? 0;
    this.#oldLeft = oldLines ?? 0;
    this.#newLeft = newLines ?? 0;
    if (this.#skipping) return;
    this.#lines = [];
    this.#file?.hunks.push({
      oldStart: this.#oldLine,
      oldLines: this.#oldLeft,
      newStart: this.#newLine,
      newLines: this.#newLeft,
      lines: this.#lines,
    });
  }

  #hunkLine(line: Buffer): void {
    const sign = line[0];
    if (sign === 0x5c) return; // "\ No newline at end of file"
    const type = sign === 0x2b ? 'added' : sign === 0x2d ? 'deleted' : 'context';
    const number = type === 'deleted' ? this.#oldLine : this.#newLine;
    if (type !== 'added') {
      this.#oldLeft--;
      this.#oldLine++;
    }
    if (type !== 'deleted') {
      this.#newLeft--;
      this.#newLine++;
    }
    if (this.#skipping || this.#file === undefined) return;
    this.#fileBytes += line.length;
    this.#totalBytes += line.length;
    if (this.#fileBytes > this.#limits.fileBytes) {
      this.#skipping = true;
      this.#clip(this.#file, `a patch of more than ${this.#limits.fileBytes} bytes`);
    } else if (this.full) {
      this.#skipping = true;
      this.#clip(this.#file, this.#tooLarge);
    } else {
      this.#lines.push({ type, line: number, text: line.toString('utf8', 1) });
    }
  }

  #clip(file: Draft, reason: string): void {
    file.hunks = [];
    if (file.binary || file.submodule || file.insertions + file.deletions === 0) return;
    this.#clipped.push({ path: file.path, reason });
  }
}

const statuses: Readonly<Record<string, FileStatus>> = {
  A: 'added',
  M: 'modified',
  D: 'deleted',
  R: 'renamed',
  C: 'copied',
  T: 'type-changed',
};

/** `:100644 100644 <oid> <oid> R087\told name\tnew name` */
function fileFromRaw(line: Buffer): Draft {
  const tab = line.indexOf(9);
  const [oldMode = '', newMode = '', , , letters = ''] = line.toString('latin1', 1, tab).split(' ');
  const status = statuses[letters[0] ?? ''];
  if (status === undefined) throw new Error(`git reported a file of unknown status ${letters}`);
  const second = line.indexOf(9, tab + 1);
  const first = pathFromGit(line.subarray(tab + 1, second === -1 ? undefined : second));
  return {
    path: second === -1 ? first : pathFromGit(line.subarray(second + 1)),
    ...(second === -1 ? {} : { oldPath: first }),
    status,
    binary: false,
    submodule: oldMode === '160000' || newMode === '160000',
    oldMode: oldMode === '000000' ? undefined : oldMode,
    newMode: newMode === '000000' ? undefined : newMode,
    insertions: 0,
    deletions: 0,
    hunks: [],
  };
}
