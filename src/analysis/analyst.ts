import type { FileStatus, Repository } from '../git/types.ts';
import type { AnalystName, Finding, FindingCategory, Impact } from './report.ts';
import type { FileRole } from './scope.ts';

/**
 * Reads one change and says what it found. Input and result cross a thread, so both are plain data.
 * An analyst may throw, loop or run out of memory: whoever runs it (isolation.ts) survives that.
 */
export interface Analyst {
  readonly name: AnalystName;
  analyse(input: AnalystInput): Promise<AnalystResult>;
}

export interface AnalystInput {
  /** For an analyst that reads more of it than the change. */
  readonly repository: Repository;
  readonly base: string | undefined;
  readonly head: string;
  readonly files: readonly ChangedFile[];
}

export interface ChangedFile {
  readonly path: string;
  /** The same as `path` unless the file was renamed or copied. */
  readonly oldPath: string;
  readonly status: FileStatus;
  readonly role: FileRole;
  /** Undefined when the file is not there on that side, or not read (binary, too large, not of interest). */
  readonly oldText: string | undefined;
  readonly newText: string | undefined;
  /** Lines of the new file that the change added or rewrote, ascending. */
  readonly added: readonly TextLine[];
  /** Lines of the old file that the change removed or rewrote, ascending. */
  readonly deleted: readonly TextLine[];
}

export interface TextLine {
  /** From 1. */
  readonly line: number;
  readonly text: string;
}

/** Lines from 1, both ends inclusive. */
export interface LineRange {
  readonly start: number;
  readonly end: number;
}

export interface AnalystResult {
  readonly findings: readonly Finding[];
  /** Places an analyst looked at and vouches for; against another's finding there, a person decides. */
  readonly safe: readonly SafeClaim[];
  /** Only the impact analyst has one. */
  readonly impact?: Impact;
  /** What could not be looked at, one sentence each. */
  readonly notes: readonly string[];
}

export interface SafeClaim {
  readonly analyst: AnalystName;
  readonly category: FindingCategory;
  readonly file: string;
  readonly startLine: number;
  readonly endLine: number;
}

/** Runs of neighbouring lines, ascending. */
export function rangesOf(lines: readonly TextLine[]): LineRange[] {
  const ranges: { start: number; end: number }[] = [];
  for (const { line } of lines) {
    const last = ranges.at(-1);
    if (last?.end === line - 1) last.end = line;
    else ranges.push({ start: line, end: line });
  }
  return ranges;
}

/** Whether any of `ranges` meets the lines `start` to `end`. */
export function touches(ranges: readonly LineRange[], start: number, end: number): boolean {
  return ranges.some((range) => range.start <= end && start <= range.end);
}
