import { afterAll, describe, expect, it } from 'vitest';
import { collectMetrics, type GitMetrics, openRepository } from '../../../src/git/index.ts';
import { renderMetrics } from '../../../src/render/metrics.ts';
import { createStyle, plainStyle } from '../../../src/render/style.ts';
import { textWidth } from '../../../src/render/terminal-text.ts';
import { createRepository, removeRepositories, type TestRepository } from '../../support/repository.ts';

afterAll(removeRepositories);

const now = Date.parse('2024-03-20T12:00:00Z');
const metricsOf = async (repository: TestRepository): Promise<GitMetrics> =>
  collectMetrics(await openRepository(repository.dir), { now });

/** Two weeks of work, with a merge that had a conflict. */
function busy(): TestRepository {
  const repository = createRepository();
  repository.commit({ date: '2024-03-04T10:00:00Z', message: 'feat: one', files: { 'a.txt': 'a\n' } });
  repository.checkout('side');
  repository.commit({ date: '2024-03-05T10:00:00Z', message: 'fix: side', files: { 'a.txt': 'side\n' } });
  repository.checkout('main');
  repository.commit({
    date: '2024-03-06T10:30:00Z',
    message: 'main',
    author: 'Bo <bo@example.com>',
    files: { 'a.txt': 'main\n' },
  });
  repository.merge('side', { date: '2024-03-12T15:00:00Z', files: { 'a.txt': 'both\n' } });
  return repository;
}

describe('renderMetrics', () => {
  it('says what the history says', async () => {
    const text = renderMetrics(await metricsOf(busy()), plainStyle).join('\n');
    expect(text).toMatch(/velocity {2}#-_ {2}4 commits - 3\.4 a week/);
    expect(text).toContain('the last 3 weeks, at most 3 commits in one');
    expect(text).toContain('Mo +  Tu #  We +  Th .  Fr .  Sa .  Su .');
    expect(text).toContain('busiest 10:00 to 11:00');
    expect(text).toContain('authors   2 - Ada Lovelace 3 - Bo 1');
    expect(text).toContain('67% conventional - feat 1, fix 1');
    expect(text).toContain('merges    1 - 1 had conflicts');
    expect(text).toContain('branches  2 - 2 active - 0 stale');
  });

  it('leaves out what there is none of, and says what is not known', async () => {
    const metrics = await metricsOf(createRepository());
    expect(renderMetrics(metrics, plainStyle)).toEqual(['  No commits yet.']);
    const some = await metricsOf(busy());
    const text = renderMetrics(
      { ...some, churn: null, conflicts: { ...some.conflicts, conflicted: null }, notes: ['a note'] },
      plainStyle,
    ).join('\n');
    expect(text).toContain('conflicts unknown');
    expect(text).toContain('  a note');
    expect(text).not.toContain('churn');
    expect(text).not.toContain('releases');
  });

  it('shows the weeks up to the newest commit, and its date, where the last year is empty', async () => {
    const old = await collectMetrics(await openRepository(busy().dir), { now: Date.parse('2026-01-01') });
    const [velocity, about] = renderMetrics(old, plainStyle);
    expect(velocity).toMatch(/velocity {2}#- {2}4 commits - 3\.4 a week/);
    expect(about).toContain('idle since 2024-03-12; 2 weeks until then, at most 3 commits in one');
  });

  it('says the date of the newest commit where all are of a date to come', async () => {
    const early = await collectMetrics(await openRepository(busy().dir), { now: Date.parse('2023-01-01') });
    expect(renderMetrics(early, plainStyle)[0]).toContain('the newest is of 2024-03-12');
  });

  it('keeps to its width, in colour too', async () => {
    const metrics = await metricsOf(busy());
    const name = 'Wolfeschlegelsteinhausenbergerdorff';
    const long: GitMetrics = {
      ...metrics,
      commits: { ...metrics.commits, weekly: { from: '2023-03-20', counts: Array(52).fill(9), idle: false } },
      authors: Array.from({ length: 12_345 }, () => ({ name, email: '', commits: 9999, emails: [] })),
    };
    for (const width of [60, 80, 100]) {
      const style = createStyle({ colour: true, unicode: true, width });
      for (const line of renderMetrics(long, style)) expect(textWidth(line)).toBeLessThanOrEqual(width);
    }
  });
});
