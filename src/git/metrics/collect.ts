import { CannotRunError, messageOf } from '../../base/errors.ts';
import { type Log, silentLog } from '../../base/log.ts';
import { runGit, streamGit } from '../command.ts';
import type { Repository } from '../types.ts';
import { countBranches, countBranchSwitches } from './branches.ts';
import { countConflicts } from './conflicts.ts';
import { measureDelivery } from './dora.ts';
import { HistoryParser, historyFormat } from './history.ts';
import { type Limits, limitOptions, parsePeriod } from './period.ts';
import { Tally } from './tally.ts';
import type { Deployment, GitMetrics } from './types.ts';

export interface MetricsOptions {
  /** ISO 8601 day or instant; see `parsePeriod`. Compared with committer dates, as `git log --since` does. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly log?: Log;
  readonly signal?: AbortSignal;
  /** How many of the newest merges are merged again to find conflicts. Default 500. */
  readonly maxMerges?: number;
  /** Deployments known from elsewhere; without any, release tags count. */
  readonly deployments?: readonly Deployment[];
}

/**
 * Metrics of everything that HEAD reaches, each defined in docs/metrics.md with the git command that gives the same.
 * One `git log --numstat` is read as a stream while the smaller questions run beside it.
 *
 * @throws UsageError for a wrong period; CannotRunError when git cannot read the repository
 */
export async function collectMetrics(repository: Repository, options: MetricsOptions): Promise<GitMetrics> {
  const limits = parsePeriod(options);
  const end = Math.min((limits.until ?? Number.POSITIVE_INFINITY) - 1, options.now);
  const { head } = repository;
  const stop = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal;
  const notes: string[] = [];
  if (repository.shallow) notes.push('the clone is shallow: everything counts only the commits that are here');
  if (head === undefined) notes.push('there are no commits yet');
  try {
    const [history, branches, switches, conflicts, dora] = await Promise.all([
      readHistory(repository, head, limits, options, signal),
      countBranches(repository, options.now),
      switchesOrReason(repository, limits, notes),
      head === undefined
        ? { checked: 0, conflicted: 0 }
        : conflictsOrReason(repository, head, limits, { maxMerges: options.maxMerges ?? 500, signal }),
      measureDelivery(repository, head, limits, options.now, options.deployments),
    ]);
    const { tally } = history;
    if (!history.mailmap) notes.push('authors are as their commits name them: the content of .mailmap is missing');
    if (history.missing !== undefined) notes.push(`churn is unknown: ${history.missing}`);
    if ('reason' in conflicts && conflicts.reason) notes.push(conflicts.reason);
    else if (conflicts.checked < tally.merges) {
      notes.push(
        `conflicts were looked for in ${conflicts.checked} of ${tally.merges} merges: the newest of two parents`,
      );
    }
    const iso = (ms: number | undefined): string | null => (ms === undefined ? null : new Date(ms).toISOString());
    const seconds = (s: number | undefined): string | null => iso(s === undefined ? undefined : s * 1000);
    return {
      repository: repository.name,
      head: head ?? null,
      period: {
        since: iso(limits.since),
        until: iso(limits.until),
        first: seconds(tally.first),
        last: seconds(tally.last),
      },
      commits: tally.commits(end),
      authors: tally.authors(),
      churn: history.missing === undefined ? tally.churn() : null,
      branches,
      branchSwitches: switches,
      conflicts: { merges: tally.merges, checked: conflicts.checked, conflicted: conflicts.conflicted },
      conventional: tally.conventional(),
      dora,
      notes,
    };
  } finally {
    stop.abort();
  }
}

interface History {
  readonly tally: Tally;
  /** Why there is no churn. */
  readonly missing?: string;
  readonly mailmap: boolean;
}

/** Everything but churn needs no file contents, which a partial clone or a damaged repository may lack. */
async function readHistory(
  repository: Repository,
  head: string | undefined,
  limits: Limits,
  options: MetricsOptions,
  signal: AbortSignal,
): Promise<History> {
  if (head === undefined) return { tally: new Tally(), mailmap: true };
  const read = (...changed: Parameters<typeof logArguments>): Promise<Tally> =>
    readLog(repository, [...logArguments(...changed), ...limitOptions(limits), head, '--'], options, signal);
  try {
    return { tally: await read({}), mailmap: true };
  } catch (error) {
    if (!(error instanceof CannotRunError)) throw error;
    const missing = (await isPartialClone(repository)) ? 'this partial clone lacks file contents' : error.message;
    try {
      return { tally: await read({ numstat: false }), missing, mailmap: true };
    } catch (again) {
      // Of a bare repository git reads .mailmap from HEAD, so its content may be missing too.
      if (!(again instanceof CannotRunError) || !repository.bare) throw again;
      return { tally: await read({ numstat: false, mailmap: false }), missing, mailmap: false };
    }
  }
}

function logArguments({ numstat = true, mailmap = true }: { numstat?: boolean; mailmap?: boolean }): string[] {
  return [...(mailmap ? [] : ['-c', 'mailmap.blob=']), 'log', ...(numstat ? ['--numstat'] : []), ...historyFormat];
}

async function readLog(
  repository: Repository,
  args: readonly string[],
  options: MetricsOptions,
  signal: AbortSignal,
): Promise<Tally> {
  const tally = new Tally();
  const parser = new HistoryParser(tally);
  const progress = (options.log ?? silentLog).progress('Reading history');
  try {
    for await (const chunk of streamGit(args, { cwd: repository.root, signal })) {
      parser.push(chunk);
      progress.update(tally.total, undefined, 'commits');
    }
    return tally;
  } finally {
    progress.end(`${tally.total} commits`);
  }
}

/** Git fetches missing contents when asked for them; Hone forbids that, so they stay missing. */
async function isPartialClone(repository: Repository): Promise<boolean> {
  const keys = '^(extensions\\.partialclone|remote\\..*\\.promisor)$';
  return (await runGit(['config', '--name-only', '--get-regexp', keys], { cwd: repository.root })).status === 0;
}

async function switchesOrReason(repository: Repository, limits: Limits, notes: string[]): Promise<number | null> {
  try {
    const switches = await countBranchSwitches(repository, limits);
    if (switches === null) notes.push('branch switches are unknown: HEAD has no reflog here');
    return switches;
  } catch (error) {
    notes.push(`branch switches are unknown: ${messageOf(error)}`);
    return null;
  }
}

async function conflictsOrReason(
  repository: Repository,
  head: string,
  limits: Limits,
  options: { maxMerges: number; signal: AbortSignal },
): Promise<{ checked: number; conflicted: number | null; reason?: string }> {
  try {
    return await countConflicts(repository, head, limits, options);
  } catch (error) {
    if (!(error instanceof CannotRunError)) throw error;
    return { checked: 0, conflicted: null, reason: `conflicts are unknown: ${error.message}` };
  }
}
