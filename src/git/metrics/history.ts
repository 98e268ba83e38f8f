import { pathFromBytes } from '../path.ts';

/** What the whole-history run of git gives for each commit; one object, reused, so copy what is kept. */
export interface HistoryCommit {
  merge: boolean;
  /** Author date in seconds since the epoch, and the author's minutes east of UTC. */
  at: number;
  offset: number;
  name: string;
  email: string;
  /** First line of the message. */
  header: string;
}

export interface HistoryVisitor {
  commit(commit: HistoryCommit): void;
  /** Called for each file after its commit. */
  file(path: string, insertions: number, deletions: number): void;
}

/** Arguments for `git log` that {@link HistoryParser} reads. A commit is told from a file by its first byte. */
export const historyFormat = [
  '-z',
  '--date=raw',
  '--encoding=UTF-8',
  '--format=tformat:%x01%P%x00%ad%x00%aN%x00%aE%x00%B',
  '--no-show-signature',
  '--no-ext-diff',
  '--no-textconv',
];

const NUL = 0;
const TAB = 9;
const LF = 10;
const MARK = 1;
const DASH = 45;
const fieldsOfCommit = 5;

/**
 * Reads the output of `git log -z --numstat` field by field, straight from git's buffers: a field that two chunks
 * share is the only thing that is ever copied.
 */
export class HistoryParser {
  readonly #visitor: HistoryVisitor;
  readonly #commit: HistoryCommit = { merge: false, at: 0, offset: 0, name: '', email: '', header: '' };
  #rest: Buffer[] = [];
  #field = fieldsOfCommit;
  /** Names that still follow a file's counts; git gives two for a rename, of which the second counts. */
  #names = 0;
  #insertions = 0;
  #deletions = 0;

  constructor(visitor: HistoryVisitor) {
    this.#visitor = visitor;
  }

  push(chunk: Buffer): void {
    let start = 0;
    let end = chunk.indexOf(NUL);
    if (end !== -1 && this.#rest.length > 0) {
      const field = Buffer.concat([...this.#rest, chunk.subarray(0, end)]);
      this.#rest = [];
      this.#read(field, 0, field.length);
      start = end + 1;
      end = chunk.indexOf(NUL, start);
    }
    while (end !== -1) {
      this.#read(chunk, start, end);
      start = end + 1;
      end = chunk.indexOf(NUL, start);
    }
    if (start < chunk.length) this.#rest.push(chunk.subarray(start));
  }

  #read(bytes: Buffer, start: number, end: number): void {
    if (this.#names > 0) {
      if (--this.#names === 0) this.#file(bytes, start, end);
    } else if (this.#field < fieldsOfCommit) {
      this.#readCommit(bytes, start, end);
    } else if (bytes[start] === MARK) {
      this.#field = 0;
      this.#readCommit(bytes, start + 1, end);
    } else {
      this.#readCounts(bytes, start, end);
    }
  }

  #readCommit(bytes: Buffer, start: number, end: number): void {
    const commit = this.#commit;
    switch (this.#field++) {
      case 0: {
        const space = bytes.indexOf(32, start);
        commit.merge = space !== -1 && space < end;
        break;
      }
      case 1: {
        const [at = '', zone = ''] = bytes.toString('latin1', start, end).split(' ');
        commit.at = Number(at) || 0;
        const digits = Number(zone.slice(1)) || 0;
        commit.offset = (zone[0] === '-' ? -1 : 1) * (Math.floor(digits / 100) * 60 + (digits % 100));
        break;
      }
      case 2:
        commit.name = bytes.toString('utf8', start, end);
        break;
      case 3:
        commit.email = bytes.toString('utf8', start, end);
        break;
      case 4: {
        let from = start;
        while (from < end && bytes[from] === LF) from++;
        const newline = bytes.indexOf(LF, from);
        const to = newline === -1 || newline > end ? end : newline;
        // Headers of more than a kilobyte are no headers, and only memory is to be had from them.
        commit.header = bytes.toString('utf8', from, Math.min(to, from + 1024));
        this.#visitor.commit(commit);
      }
    }
  }

  /** `12\t3\tname`, or `12\t3\t` and then two names, or `-\t-\tname` of a binary file; maybe after a line feed. */
  #readCounts(bytes: Buffer, start: number, end: number): void {
    let at = bytes[start] === LF ? start + 1 : start;
    if (at >= end) return;
    let count = 0;
    for (; bytes[at] !== TAB; at++) count = bytes[at] === DASH ? 0 : count * 10 + (bytes[at] ?? 48) - 48;
    this.#insertions = count;
    count = 0;
    for (at++; bytes[at] !== TAB; at++) count = bytes[at] === DASH ? 0 : count * 10 + (bytes[at] ?? 48) - 48;
    this.#deletions = count;
    at++;
    if (at === end) this.#names = 2;
    else this.#file(bytes, at, end);
  }

  #file(bytes: Buffer, start: number, end: number): void {
    this.#visitor.file(pathFromBytes(bytes.subarray(start, end)), this.#insertions, this.#deletions);
  }
}
