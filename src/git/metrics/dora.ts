import { streamLines } from '../command.ts';
import { objectId } from '../repository.ts';
import type { Repository } from '../types.ts';
import type { Limits } from './period.ts';
import type { Deployment, DoraMetrics } from './types.ts';

const HOUR = 3_600_000;
const WEEK = 168 * HOUR;
/** Lead times are of the newest deployments only: each is a walk of its own. */
const walkedDeployments = 20;

/**
 * The four keys of DORA (Forsgren, Humble, Kim: Accelerate, 2018), as far as they can be known.
 *
 * @param deployments what the caller knows of; without any, release tags that HEAD contains are the deployments
 */
export async function measureDelivery(
  repository: Repository,
  head: string | undefined,
  limits: Limits,
  now: number,
  deployments: readonly Deployment[] = [],
): Promise<DoraMetrics> {
  const known = deployments.length > 0;
  const all = known
    ? [...deployments].sort((a, b) => a.at - b.at)
    : head === undefined
      ? []
      : await releases(repository, head);
  const inPeriod = all.filter(({ at }) => at >= (limits.since ?? 0) && at < (limits.until ?? Number.POSITIVE_INFINITY));
  const first = all.length > 0 ? inPeriod[0] : undefined;
  if (all.length === 0) {
    return {
      source: 'none',
      deployments: null,
      perWeek: null,
      leadTimeHours: null,
      changeFailureRate: null,
      timeToRestoreHours: null,
    };
  }
  const end = Math.min(limits.until ?? now, now);
  const weeks = first === undefined ? 1 : Math.max(1, (end - first.at) / WEEK);
  return {
    source: known ? 'deployments' : 'tags',
    deployments: inPeriod.length,
    perWeek: round(inPeriod.length / weeks),
    leadTimeHours: await leadTime(repository, all, new Set(inPeriod.slice(-walkedDeployments))),
    changeFailureRate:
      known && inPeriod.length > 0 ? round(inPeriod.filter((d) => !d.succeeded).length / inPeriod.length) : null,
    timeToRestoreHours: known ? timeToRestore(inPeriod) : null,
  };
}

/** `v1.2.3`, `1.2`, `name@1.2.3`, `name-v1.2.3`; a pre-release is not a release. */
export function isReleaseTag(tag: string): boolean {
  return /^(?:.*[@/_-])?v?\d+\.\d+(?:\.\d+)*(?:\+[0-9A-Za-z.-]+)?$/i.test(tag);
}

/** Commits with a release tag, oldest release first. Several tags on one commit are one release, at the first tag. */
async function releases(repository: Repository, head: string): Promise<Deployment[]> {
  const fields = ['%(refname:strip=2)', '%(objecttype)', '%(objectname)', '%(*objecttype)', '%(*objectname)'];
  const format = [...fields, '%(creatordate:unix)'].join('%00');
  const args = ['for-each-ref', `--format=${format}`, `--merged=${objectId(head)}`, 'refs/tags'];
  const bySha = new Map<string, Deployment>();
  for await (const line of streamLines(args, { cwd: repository.root })) {
    const [tag = '', type, oid = '', peeledType, peeled = '', date] = line.split('\0');
    if (!isReleaseTag(tag)) continue;
    const sha = type === 'commit' ? oid : peeledType === 'commit' ? peeled : undefined;
    const at = Number(date) * 1000;
    if (sha === undefined || !(at > 0)) continue;
    if (at < (bySha.get(sha)?.at ?? Number.POSITIVE_INFINITY)) bySha.set(sha, { sha, at, succeeded: true });
  }
  return [...bySha.values()].sort((a, b) => a.at - b.at);
}

/** The very first deployment has no predecessor, so what was new in it is not known. */
async function leadTime(
  repository: Repository,
  all: readonly Deployment[],
  measured: ReadonlySet<Deployment>,
): Promise<number | null> {
  const hours: number[] = [];
  for (const [i, deployment] of all.entries()) {
    if (i === 0 || !measured.has(deployment)) continue;
    const earlier = all.slice(0, i).map(({ sha }) => `^${objectId(sha)}\n`);
    const input = `${objectId(deployment.sha)}\n${earlier.join('')}`;
    const args = ['log', '--no-merges', '--no-mailmap', '--no-show-signature', '--format=%at', '--stdin'];
    for await (const line of streamLines(args, { cwd: repository.root, input })) {
      hours.push(Math.max(0, (deployment.at - Number(line) * 1000) / HOUR));
    }
  }
  return median(hours);
}

function timeToRestore(deployments: readonly Deployment[]): number | null {
  const hours: number[] = [];
  let failedAt: number | undefined;
  for (const { at, succeeded } of deployments) {
    if (!succeeded) failedAt ??= at;
    else if (failedAt !== undefined) {
      hours.push((at - failedAt) / HOUR);
      failedAt = undefined;
    }
  }
  return median(hours);
}

function median(values: number[]): number | null {
  if (values.length === 0) return null;
  values.sort((a, b) => a - b);
  const middle = values.length >> 1;
  const upper = values[middle] ?? 0;
  return round(values.length % 2 === 1 ? upper : (upper + (values[middle - 1] ?? 0)) / 2);
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
