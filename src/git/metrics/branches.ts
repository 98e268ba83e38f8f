import { runGit, streamLines } from '../command.ts';
import type { Repository } from '../types.ts';
import type { Limits } from './period.ts';
import type { BranchMetrics } from './types.ts';

const DAY = 86_400_000;

/** Local and remote branches; the symbolic `HEAD` of a remote is not a branch. `now` in milliseconds. */
export async function countBranches(repository: Repository, now: number): Promise<BranchMetrics> {
  const at = { cwd: repository.root };
  const remotes = [];
  for await (const name of streamLines(['remote'], at)) remotes.push(name);
  // A remote's name may itself contain a slash: the longest one that fits is it.
  remotes.sort((a, b) => b.length - a.length);
  const format = '--format=%(refname)%00%(symref)%00%(committerdate:unix)';
  const newest = new Map<string, number>();
  let local = 0;
  let remote = 0;
  for await (const line of streamLines(['for-each-ref', format, 'refs/heads', 'refs/remotes'], at)) {
    const [ref = '', symref, date] = line.split('\0');
    if (ref === '' || symref !== '') continue;
    let name = ref.slice('refs/heads/'.length);
    if (ref.startsWith('refs/heads/')) {
      local++;
    } else {
      remote++;
      const path = ref.slice('refs/remotes/'.length);
      const owner = remotes.find((candidate) => path.startsWith(`${candidate}/`)) ?? path.split('/')[0] ?? '';
      name = path.slice(owner.length + 1);
    }
    newest.set(name, Math.max(newest.get(name) ?? 0, Number(date) * 1000));
  }
  const ages = [...newest.values()].map((date) => now - date);
  return {
    total: newest.size,
    local,
    remote,
    active: ages.filter((age) => age <= 30 * DAY).length,
    stale: ages.filter((age) => age > 90 * DAY).length,
  };
}

/** Entries of HEAD's reflog in the period that moved it from one branch or commit to another; null without a reflog. */
export async function countBranchSwitches(repository: Repository, limits: Limits): Promise<number | null> {
  const at = { cwd: repository.root };
  if ((await runGit(['reflog', 'exists', 'HEAD'], at)).status !== 0) return null;
  let entries = 0;
  let switches = 0;
  const args = [
    'log',
    '--walk-reflogs',
    '--date=unix',
    '--no-mailmap',
    '--no-show-signature',
    '--format=%gd%x00%gs',
    'HEAD',
    '--',
  ];
  for await (const line of streamLines(args, at)) {
    entries++;
    const match = /@\{(\d+)\}\0checkout: moving from /.exec(line);
    const time = Number(match?.[1]) * 1000;
    if (match && time >= (limits.since ?? 0) && time < (limits.until ?? Number.POSITIVE_INFINITY)) switches++;
  }
  return entries === 0 ? null : switches;
}
