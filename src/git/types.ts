/** A repository that was found and may be read. Paths are as git names them: relative to `root`, with `/`. */
export interface Repository {
  /** Absolute path of the work tree (of the git directory, when bare). */
  readonly root: string;
  readonly gitDir: string;
  readonly bare: boolean;
  /** Commits older than the boundary are missing: totals are of what is here. */
  readonly shallow: boolean;
  /** Undefined in a repository without commits. */
  readonly head: string | undefined;
  /** Undefined when HEAD is detached. */
  readonly branch: string | undefined;
  /** `owner/name` of the origin remote, else `local/<folder>`. */
  readonly name: string;
}

export interface Commit {
  readonly sha: string;
  readonly parents: readonly string[];
  readonly author: Person;
  readonly committer: Person;
  /** Milliseconds since the epoch. */
  readonly authoredAt: number;
  readonly committedAt: number;
  readonly subject: string;
  readonly body: string;
}

/** Mapped through .mailmap. */
export interface Person {
  readonly name: string;
  readonly email: string;
}

export type FileStatus = 'added' | 'modified' | 'deleted' | 'renamed' | 'copied' | 'type-changed';

export interface FileChange {
  /** See path.ts for names that are not UTF-8. */
  readonly path: string;
  /** Set for renames and copies. */
  readonly oldPath?: string;
  readonly status: FileStatus;
  readonly binary: boolean;
  readonly submodule: boolean;
  /** Git's octal modes, such as `100755` or `120000` (symbolic link); undefined on the side where there is no file. */
  readonly oldMode: string | undefined;
  readonly newMode: string | undefined;
  /** As `git diff --numstat` counts: 0 for binary files, 1 where a submodule moves. */
  readonly insertions: number;
  readonly deletions: number;
  /** Empty for binary files and submodules, and for files whose hunks were left out (see `Change.clipped`). */
  readonly hunks: readonly Hunk[];
}

export interface Hunk {
  /** First line and count in the old file, from 1. */
  readonly oldStart: number;
  readonly oldLines: number;
  readonly newStart: number;
  readonly newLines: number;
  readonly lines: readonly HunkLine[];
}

export interface HunkLine {
  readonly type: 'added' | 'deleted' | 'context';
  /** Line number in the new file for added and context lines, in the old file for deleted ones. */
  readonly line: number;
  /** Without the line feed; a carriage return before it stays. Bytes that are not UTF-8 become U+FFFD. */
  readonly text: string;
}

/** What happened between two trees. `base` undefined: against the empty tree (a root commit). */
export interface Change {
  readonly base: string | undefined;
  readonly head: string;
  readonly files: readonly FileChange[];
  /** What was left out for size, and why; empty when everything is here. */
  readonly clipped: readonly Clip[];
}

export interface Clip {
  readonly path: string;
  readonly reason: string;
}

/** A file in the tree of a commit. */
export interface TreeFile {
  readonly path: string;
  readonly oid: string;
  readonly mode: string;
  /** Bytes; undefined for submodules. */
  readonly size: number | undefined;
}
