/** Facts of a repository's history. `null` where a fact is not known, which is not 0; `notes` says why. */
export interface GitMetrics {
  readonly repository: string;
  /** Null in a repository without commits. */
  readonly head: string | null;
  readonly period: Period;
  readonly commits: CommitMetrics;
  /** Most commits first. */
  readonly authors: readonly AuthorMetrics[];
  /** Null where contents are missing (a partial clone, a damaged repository). */
  readonly churn: ChurnMetrics | null;
  readonly branches: BranchMetrics;
  /** Null where HEAD has no reflog. */
  readonly branchSwitches: number | null;
  readonly conflicts: ConflictMetrics;
  readonly conventional: ConventionalMetrics;
  readonly dora: DoraMetrics;
  /** What was left out or could not be known, one sentence each. */
  readonly notes: readonly string[];
}

/** ISO 8601 instants in UTC. */
export interface Period {
  /** What was asked for; null means without limit. */
  readonly since: string | null;
  readonly until: string | null;
  /** Author dates of the oldest and newest commit found. */
  readonly first: string | null;
  readonly last: string | null;
}

export interface CommitMetrics {
  readonly total: number;
  /** Commits with two or more parents; they are in `total` as well. */
  readonly merges: number;
  /** Averages over the time from the first to the last commit, which counts as one unit at least. */
  readonly perHour: number;
  readonly perDay: number;
  readonly perWeek: number;
  /** 24 counts by the hour on the author's clock. */
  readonly byHour: readonly number[];
  /** 7 counts by the day on the author's calendar, Sunday first (`%w`). */
  readonly byWeekday: readonly number[];
  /** 30 days and 52 weeks (from Mondays), on the authors' calendars; see {@link Series.idle} for where they end. */
  readonly daily: Series;
  readonly weekly: Series;
}

export interface Series {
  /** First day of the first count, `YYYY-MM-DD`. */
  readonly from: string;
  readonly counts: readonly number[];
  /**
   * False: the counts end with the period (today, where it has no end). True: nothing was committed in that time, so
   * they end with the newest commit instead.
   */
  readonly idle: boolean;
}

export interface AuthorMetrics {
  readonly name: string;
  /** The address with most commits. */
  readonly email: string;
  readonly commits: number;
  readonly emails: readonly { readonly email: string; readonly commits: number }[];
}

export interface ChurnMetrics {
  /** Sum over commits of the files each changed. */
  readonly filesChanged: number;
  /** Different paths among them. */
  readonly files: number;
  readonly insertions: number;
  readonly deletions: number;
  /** The files with most changed lines. */
  readonly top: readonly FileChurn[];
}

export interface FileChurn {
  readonly path: string;
  readonly commits: number;
  readonly insertions: number;
  readonly deletions: number;
}

export interface BranchMetrics {
  /** A local branch and the remote branches of the same name are one. */
  readonly total: number;
  readonly local: number;
  readonly remote: number;
  /** Newest commit at most 30 days old. */
  readonly active: number;
  /** Newest commit more than 90 days old. */
  readonly stale: number;
}

export interface ConflictMetrics {
  readonly merges: number;
  /** The newest merges of two parents, which were merged again to see. */
  readonly checked: number;
  /** Of those checked, the ones that somebody had to resolve. */
  readonly conflicted: number | null;
}

export interface ConventionalMetrics {
  readonly compliant: number;
  /** Commits that are no merges. */
  readonly total: number;
  /** Compliant commits by lower-cased type, most first. */
  readonly byType: Readonly<Record<string, number>>;
}

export interface DoraMetrics {
  /** What counts as a deployment: release tags, what the caller knows of, or nothing found. */
  readonly source: 'tags' | 'deployments' | 'none';
  readonly deployments: number | null;
  /** Deployments per week from the first one in the period until its end. */
  readonly perWeek: number | null;
  /** Median hours from a commit's author date to the deployment that first had it. */
  readonly leadTimeHours: number | null;
  /** From 0 to 1. Tags do not say what failed, so only known deployments give it. */
  readonly changeFailureRate: number | null;
  /** Median hours from a failed deployment to the next one that did not fail. */
  readonly timeToRestoreHours: number | null;
}

/** A deployment the caller knows of, from a deployments API or the learning store. */
export interface Deployment {
  readonly sha: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly succeeded: boolean;
}
