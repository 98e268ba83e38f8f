import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createExampleRepository } from '../../../src/example/index.ts';
import { collectMetrics, openRepository } from '../../../src/git/index.ts';

const now = Date.UTC(2026, 5, 30);
const made: string[] = [];

async function make(at = now): Promise<string> {
  const dir = await createExampleRepository(at);
  made.push(dirname(dir));
  return dir;
}

function git(dir: string, ...args: string[]): string {
  return execFileSync('git', args, { cwd: dir, encoding: 'utf8' }).trim();
}

function failingTests(dir: string): string[] {
  // The runner of these tests leaves marks in the environment that node:test takes for its own.
  const { NODE_OPTIONS, NODE_TEST_CONTEXT, ...env } = process.env;
  const { stdout } = spawnSync(process.execPath, ['--test', '--test-reporter=tap'], {
    cwd: dir,
    env,
    encoding: 'utf8',
  });
  expect(stdout).toMatch(/^# tests \d+$/m);
  return [...stdout.matchAll(/^not ok \d+ - (.+)$/gm)].map((match) => match[1] ?? '');
}

let dir: string;
beforeAll(async () => {
  dir = await make();
});
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

describe('the example repository', () => {
  it('has a bug in its newest commit, that one test shows', () => {
    expect(failingTests(dir)).toEqual(['ten parcels are 5% off']);
    git(dir, 'checkout', '--quiet', 'HEAD~1');
    expect(failingTests(dir)).toEqual([]);
    git(dir, 'checkout', '--quiet', 'main');
  });

  it('had working tests at every release', () => {
    for (const tag of git(dir, 'tag').split('\n')) {
      git(dir, 'checkout', '--quiet', tag);
      expect([tag, failingTests(dir)]).toEqual([tag, []]);
    }
    git(dir, 'checkout', '--quiet', 'main');
  });

  it('has the life of a real one', async () => {
    const metrics = await collectMetrics(await openRepository(dir), { now });
    expect(metrics).toMatchObject({
      commits: { total: 37, merges: 3 },
      conflicts: { merges: 3, conflicted: 1 },
      branches: { total: 3, active: 2, stale: 1 },
      conventional: { compliant: 31, total: 34 },
      dora: { source: 'tags', deployments: 5 },
    });
    expect(metrics.authors.map(({ name }) => name)).toEqual([
      'Mara Lindqvist',
      'Inês Carvalho',
      'Tomasz Wrona',
      'Jun Takahashi',
    ]);
    expect(git(dir, 'status', '--porcelain')).toBe('');
    expect(git(dir, 'fsck', '--strict')).toBe('');
  });

  it('has an SLA file', () => {
    const slas = parse(readFileSync(join(dir, 'slas.yml'), 'utf8'));
    expect(slas).toMatchObject({
      slas: { orders_backup_max_age: 86_400 },
      alerts: [{ condition: 'orders_backup_age > 86400', severity: 'error' }],
      monitoring: { check_interval: 60 },
    });
  });

  it('ends in the week before now, the same hour and weekday', async () => {
    const newest = (at: string): number => Number(git(at, 'log', '-1', '--format=%ct')) * 1000;
    expect(now - newest(dir)).toBeGreaterThanOrEqual(0);
    expect(now - newest(dir)).toBeLessThan(7 * 86_400_000);
    const later = await make(now + 400 * 86_400_000);
    expect((newest(later) - newest(dir)) % (7 * 86_400_000)).toBe(0);
  });

  it('is the same each time, whatever the configuration of the user says', async () => {
    const head = git(dir, 'rev-parse', 'main');
    const config = join(dirname(dir), 'hostile.gitconfig');
    const stamp = join(dirname(dir), 'ran');
    const settings: [string, string][] = [
      ['commit.gpgSign', 'true'],
      ['tag.gpgSign', 'true'],
      ['user.useConfigOnly', 'true'],
      ['init.defaultBranch', 'trunk'],
      ['core.autocrlf', 'true'],
      ['core.fsmonitor', `touch ${stamp}`],
      ['core.hooksPath', dirname(dir)],
    ];
    for (const [key, value] of settings) git(dir, 'config', '--file', config, key, value);
    process.env.GIT_CONFIG_GLOBAL = config;
    try {
      const other = await make();
      expect(git(other, 'rev-parse', 'main')).toBe(head);
      expect(git(other, 'symbolic-ref', 'HEAD')).toBe('refs/heads/main');
    } finally {
      delete process.env.GIT_CONFIG_GLOBAL;
    }
    expect(existsSync(stamp)).toBe(false);
  });
});
