import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CannotRunError, UsageError } from '../../../src/base/errors.ts';
import { collectMetrics, type GitMetrics, type MetricsOptions, openRepository } from '../../../src/git/index.ts';
import { createRepository, removeRepositories, type TestRepository } from '../../support/repository.ts';

afterAll(removeRepositories);

const now = Date.parse('2024-06-01T12:00:00Z');
const metricsOf = async (repository: TestRepository, options: Partial<MetricsOptions> = {}): Promise<GitMetrics> =>
  collectMetrics(await openRepository(repository.dir), { now, ...options });

/** A history with something of everything that is counted. */
function history(): TestRepository {
  const repository = createRepository();
  const ada = 'Ada Lovelace <ada@example.com>';
  const bo = 'Bo <bo@example.com>';
  const text = (words: string): string => Array.from({ length: 12 }, (_, i) => `${words} ${i}\n`).join('');
  const commits: [string, string, string, Record<string, string | Buffer | null>][] = [
    ['2024-03-01T09:10:00+01:00', ada, 'feat: start', { '.mailmap': `${ada} al <al@old.example>\n`, 'a.txt': 'a\n' }],
    ['2024-03-02T23:30:00-08:00', bo, 'Fix(core)!: zone', { 'b.txt': text('b'), 'no newline': 'x' }],
    ['2024-03-04T00:05:00+14:00', 'al <al@old.example>', 'no header', { 'b.bin': Buffer.from([0, 1, 2]) }],
    ['2024-03-05T12:00:00Z', bo, 'docs:missing space', { 'b.txt': null, 'sub/c.txt': `${text('b')}more\n` }],
    ['2024-03-06T12:00:00Z', 'Zoë %an <zoe@example.com>', 'chore(deps): bump é', { 'naïve\t"q"\n.txt': '1\n2\n' }],
    ['2024-03-07T12:00:00Z', bo, '', { 'a.txt': 'a\r\nb\r\n' }],
  ];
  for (const [date, author, message, files] of commits) repository.commit({ date, author, message, files });
  repository.tag('v1.0.0', { date: '2024-03-08T12:00:00Z', message: 'first' });
  repository.tag('v1.0.0-rc.1').tag('latest');
  repository.checkout('clean').commit({ date: '2024-03-09T12:00:00Z', message: 'fix: c', files: { clean: '1\n' } });
  repository.checkout('clash').commit({ date: '2024-03-10T12:00:00Z', message: 'fix: d', files: { 'a.txt': 'd\n' } });
  repository.checkout('main').commit({ date: '2024-03-11T12:00:00Z', message: 'fix: e', files: { 'a.txt': 'e\n' } });
  repository.merge('clash', { date: '2024-03-12T12:00:00Z', files: { 'a.txt': 'd and e\n' } });
  repository.checkout('late').commit({ date: '2024-05-20T06:00:00Z', message: 'feat: f', files: { f: 'f\n' } });
  repository.checkout('main').merge('late', { date: '2024-05-21T12:00:00Z' });
  repository.tag('v1.1.0', { date: '2024-05-22T12:00:00Z', message: 'second' });
  return repository;
}

let repository: TestRepository;
let metrics: GitMetrics;
beforeAll(async () => {
  repository = history();
  metrics = await metricsOf(repository);
});

const lines = (output: string): string[] => output.split('\n').filter((line) => line !== '');
const number = (output: string): number => Number(output);

/** Sums of numstat, taken the slow way: commit by commit with another command. */
function churnAccordingToGit(source: TestRepository, ...range: string[]): object {
  const paths = new Set<string>();
  let [insertions, deletions, filesChanged] = [0, 0, 0];
  for (const sha of lines(source.git('rev-list', '--no-merges', ...range))) {
    const fields = source.git('show', '-z', '--numstat', '--format=', '-M', sha).split('\0');
    for (let i = 0; i + 1 < fields.length; i++) {
      const [added, deleted, ...name] = (fields[i] ?? '').trim().split('\t');
      const renamed = name.join('\t') === '';
      if (renamed) i += 2;
      paths.add(renamed ? (fields[i] ?? '') : name.join('\t'));
      filesChanged++;
      insertions += Number(added) || 0;
      deletions += Number(deleted) || 0;
    }
  }
  return { filesChanged, files: paths.size, insertions, deletions };
}

describe('metrics are what git says', () => {
  it('commits and merges', () => {
    expect(metrics.head).toBe(repository.head);
    expect(metrics.commits.total).toBe(number(repository.git('rev-list', '--count', 'HEAD')));
    expect(metrics.commits.merges).toBe(number(repository.git('rev-list', '--count', '--merges', 'HEAD')));
    const dates = lines(repository.git('log', '--format=%at')).map(Number);
    const span = Math.max(...dates) - Math.min(...dates);
    const { perHour, perDay, perWeek } = metrics.commits;
    expect(perHour).toBeCloseTo(dates.length / (span / 3600), 3);
    expect(perDay).toBeCloseTo(dates.length / (span / 86_400), 3);
    expect(perWeek).toBeCloseTo(dates.length / (span / 604_800), 3);
    expect(metrics.period).toEqual({
      since: null,
      until: null,
      first: new Date(Math.min(...dates) * 1000).toISOString(),
      last: new Date(Math.max(...dates) * 1000).toISOString(),
    });
  });

  it('hours, weekdays and days on the clock of the author', () => {
    const counts = (format: string): Map<string, number> => {
      const found = new Map<string, number>();
      for (const key of lines(repository.git('log', '--format=%ad', `--date=format:${format}`))) {
        found.set(key, (found.get(key) ?? 0) + 1);
      }
      return found;
    };
    const [hours, weekdays, days] = [counts('%H'), counts('%w'), counts('%Y-%m-%d')];
    const { byHour, byWeekday, daily, weekly } = metrics.commits;
    expect(byHour).toEqual(Array.from({ length: 24 }, (_, h) => hours.get(String(h).padStart(2, '0')) ?? 0));
    expect(byWeekday).toEqual(Array.from({ length: 7 }, (_, day) => weekdays.get(String(day)) ?? 0));
    const day = (from: string, i: number): string =>
      new Date(Date.parse(from) + i * 86_400_000).toISOString().slice(0, 10);
    expect(daily).toEqual({
      from: '2024-05-03',
      counts: Array.from({ length: 30 }, (_, i) => days.get(day('2024-05-03', i)) ?? 0),
      idle: false,
    });
    // 2024-06-01 is a Saturday, so the last of the 52 weeks began on 27 May.
    const week = (i: number): number =>
      Array.from({ length: 7 }, (_, j) => days.get(day('2023-06-05', 7 * i + j)) ?? 0).reduce((a, b) => a + b);
    expect(weekly).toEqual({ from: '2023-06-05', counts: Array.from({ length: 52 }, (_, i) => week(i)), idle: false });
    expect(weekly.counts.reduce((a, b) => a + b)).toBe(metrics.commits.total);
  });

  it('authors, through .mailmap', () => {
    const shortlog = (option: string): string[] =>
      lines(repository.git('shortlog', option, 'HEAD')).map((line) => line.trim());
    expect(metrics.authors.map(({ name, commits }) => `${commits}\t${name}`).sort()).toEqual(shortlog('-sn').sort());
    const byEmail = metrics.authors.flatMap(({ name, emails }) =>
      emails.map(({ email, commits }) => `${commits}\t${name} <${email}>`),
    );
    expect(byEmail.sort()).toEqual(shortlog('-sne').sort());
    expect(metrics.authors[0]).toMatchObject({ name: 'Ada Lovelace', email: 'ada@example.com' });
  });

  it('churn', () => {
    expect(metrics.churn).toMatchObject(churnAccordingToGit(repository, 'HEAD'));
    expect(metrics.churn?.top).toContainEqual({ path: 'naïve\t"q"\n.txt', commits: 1, insertions: 2, deletions: 0 });
    expect(metrics.churn?.top.reduce((sum, file) => sum + file.insertions, 0)).toBe(metrics.churn?.insertions);
  });

  it('branches, switches, conflicts and headers', () => {
    expect(metrics.branches).toEqual({ total: 4, local: 4, remote: 0, active: 2, stale: 0 });
    const moves = lines(repository.git('reflog', 'HEAD')).filter((line) => line.includes('checkout: moving from'));
    expect(metrics.branchSwitches).toBe(moves.length);
    expect(metrics.conflicts).toEqual({ merges: 2, checked: 2, conflicted: 1 });
    expect(metrics.conventional).toEqual({ compliant: 7, total: 10, byType: { fix: 4, feat: 2, chore: 1 } });
    expect(metrics.notes).toEqual([]);
  });

  it('releases', () => {
    // Between the releases: fix c, d and e of March and feat f of May; two of them and two merges are not there.
    const at = Date.parse('2024-05-22T12:00:00Z');
    const dates = lines(repository.git('log', '--no-merges', '--format=%at', 'v1.0.0..v1.1.0')).map(Number);
    const hours = dates.map((date) => (at - date * 1000) / 3_600_000).sort((a, b) => a - b);
    expect(hours).toHaveLength(4);
    expect(metrics.dora).toEqual({
      source: 'tags',
      deployments: 2,
      perWeek: Math.round((2 / ((now - Date.parse('2024-03-08T12:00:00Z')) / 604_800_000)) * 1000) / 1000,
      leadTimeHours: ((hours[1] ?? 0) + (hours[2] ?? 0)) / 2,
      changeFailureRate: null,
      timeToRestoreHours: null,
    });
  });

  it('in a period', async () => {
    const period = await metricsOf(repository, { since: '2024-03-03', until: '2024-03-11' });
    const range = ['--since=2024-03-03T00:00:00Z', '--until=2024-03-11T23:59:59Z', 'HEAD'];
    expect(period.commits.total).toBe(number(repository.git('rev-list', '--count', ...range)));
    expect(period.churn).toMatchObject(churnAccordingToGit(repository, ...range));
    expect(period.period).toMatchObject({ since: '2024-03-03T00:00:00.000Z', until: '2024-03-12T00:00:00.000Z' });
    expect(period.dora.deployments).toBe(1);
    expect(period.commits.daily.from).toBe('2024-02-11');
    const none = await metricsOf(repository, { since: '2024-05-30' });
    expect(none).toMatchObject({ commits: { total: 0, perDay: 0 }, churn: { files: 0 }, authors: [] });
    await expect(metricsOf(repository, { since: '2 weeks ago' })).rejects.toThrow(UsageError);
    await expect(metricsOf(repository, { since: '--output=x' })).rejects.toThrow(UsageError);
  });
});

describe('what is not all there', () => {
  it('an empty repository has zeros and says so', async () => {
    const empty = await metricsOf(createRepository());
    expect(empty).toMatchObject({ head: null, commits: { total: 0 }, churn: { files: 0 }, branchSwitches: null });
    expect(empty.dora.source).toBe('none');
    expect(empty.notes).toContain('there are no commits yet');
  });

  it('a shallow clone counts what is here and says so', async () => {
    const shallow = repository.clone({ depth: 3 });
    const counted = await metricsOf(shallow);
    expect(counted.commits.total).toBe(number(shallow.git('rev-list', '--count', 'HEAD')));
    expect(counted.conflicts.conflicted).toBeNull();
    expect(counted.notes.join('\n')).toMatch(/the clone is shallow.*\n.*conflicts are unknown: a shallow clone/);
  });

  it('a partial clone has everything but churn and conflicts, and fetches nothing', async () => {
    repository.config('uploadpack.allowFilter', 'true');
    const partial = repository.clone({ bare: true, args: ['--filter=blob:none'] });
    const missing = (): number =>
      lines(partial.git('rev-list', '--objects', '--missing=print', 'HEAD')).filter((l) => l.startsWith('?')).length;
    const before = missing();
    expect(before).toBeGreaterThan(0);
    const counted = await metricsOf(partial);
    expect(counted.commits.total).toBe(metrics.commits.total);
    expect(counted.churn).toBeNull();
    expect(counted.conflicts.conflicted).toBeNull();
    expect(counted.notes).toContain('churn is unknown: this partial clone lacks file contents');
    expect(counted.notes).toContain('authors are as their commits name them: the content of .mailmap is missing');
    expect(missing()).toBe(before);
  });

  it('a repository that lost a file has everything but churn, and says what git said', async () => {
    const damaged = createRepository();
    damaged.commit({ files: { a: '1\n' } });
    damaged.commit({ files: { a: '2\n' } });
    const lost = damaged.git('rev-parse', 'HEAD~1:a');
    rmSync(join(damaged.dir, '.git/objects', lost.slice(0, 2), lost.slice(2)));
    const counted = await metricsOf(damaged);
    expect(counted).toMatchObject({ commits: { total: 2 }, churn: null });
    expect(counted.notes).toEqual([expect.stringMatching(new RegExp(`^churn is unknown: git log failed: .*${lost}`))]);
  });

  it('a repository that lost a commit is an error', async () => {
    const damaged = createRepository();
    const root = damaged.commit({ files: { a: '1' } });
    damaged.commit({ files: { a: '2' } });
    rmSync(join(damaged.dir, '.git/objects', root.slice(0, 2), root.slice(2)));
    await expect(metricsOf(damaged)).rejects.toThrow(CannotRunError);
  });

  it('a detached HEAD and remote branches', async () => {
    const clone = repository.clone();
    clone.git('checkout', '--quiet', '--detach');
    clone.git('remote', 'add', 'up/stream', repository.dir);
    clone.git('update-ref', 'refs/remotes/up/stream/main', 'HEAD');
    clone.git('update-ref', 'refs/remotes/up/stream/other', 'HEAD');
    // Here: main. On origin: main, clean, clash, late and the symbolic HEAD. On up/stream: main and other.
    expect((await metricsOf(clone)).branches).toEqual({ total: 5, local: 1, remote: 6, active: 3, stale: 0 });
  });

  it('stops when it is told to', async () => {
    await expect(metricsOf(repository, { signal: AbortSignal.abort() })).rejects.toThrow();
  });
});

describe('deployments that the caller knows of', () => {
  it('give all four keys', async () => {
    const shas = lines(repository.git('rev-list', '--first-parent', '--reverse', 'HEAD'));
    const at = (day: string): number => Date.parse(`${day}T00:00:00Z`);
    const deployments = [
      { sha: shas[0] ?? '', at: at('2024-05-04'), succeeded: true },
      { sha: shas[1] ?? '', at: at('2024-05-11'), succeeded: false },
      { sha: shas[2] ?? '', at: at('2024-05-12'), succeeded: false },
      { sha: shas[3] ?? '', at: at('2024-05-13'), succeeded: true },
    ];
    const { dora } = await metricsOf(repository, { deployments });
    expect(dora).toMatchObject({
      source: 'deployments',
      deployments: 4,
      // Four weeks and half a day from the first one until now.
      perWeek: 0.982,
      changeFailureRate: 0.5,
      timeToRestoreHours: 48,
    });
    const authored = [1, 2, 3].map((i) => number(repository.git('show', '-s', '--format=%at', shas[i] ?? '')) * 1000);
    const hours = authored.map((date, i) => ((deployments[i + 1]?.at ?? 0) - date) / 3_600_000).sort((a, b) => a - b);
    expect(dora.leadTimeHours).toBeCloseTo(hours[1] ?? 0, 2);
  });
});

describe('a repository that rests', () => {
  it('ends its days and weeks with the newest commit', async () => {
    const idle = await metricsOf(repository, { now: Date.parse('2026-01-01') });
    expect(idle.commits.daily).toMatchObject({ from: '2024-04-22', idle: true });
    expect(idle.commits.daily.counts.at(-1)).toBe(1);
    expect(idle.commits.weekly).toMatchObject({ from: '2023-05-29', idle: true });
    expect(idle.commits.weekly.counts.at(-1)).toBe(2);
  });
});
