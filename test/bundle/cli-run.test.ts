import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildLimitMs, hone, honeBundle } from '../support/bundle.ts';
import { createDirectory, createRepository, removeRepositories, type TestRepository } from '../support/repository.ts';
import { injection, smallRepository } from '../support/small-repository.ts';

beforeAll(async () => {
  await honeBundle();
}, buildLimitMs);
afterAll(removeRepositories);

function detached(origin: TestRepository): TestRepository {
  origin.git('checkout', '--quiet', '--detach');
  return origin;
}

describe('hone run', () => {
  it('makes an example, finds what is wrong with it, and keeps what it saw', async () => {
    const temp = createDirectory();
    const { status, stdout } = await hone(['run'], { env: { TMPDIR: temp } });
    expect(status).toBe(0);
    expect(stdout).toContain('an example, made for this run');
    expect(stdout).toMatch(/velocity .*37 commits/);
    expect(stdout).toContain('sql-injection');
    expect(stdout).toMatch(/Kept in \S+\/\.hone\/store\.db: \d+ events/);
    // Its one failing test is repaired, where the bug is, for every bound of the table and not only the tested one.
    expect(stdout).toMatch(/\n {2}\+ fixed: .*src\/pricing\.js:/);
    expect(stdout).toMatch(/\n {2}\+ {4}if \(quantity (?:>= from|> from - 1|\+ 1 > from)\) return share;\n/);
    expect(stdout).toContain('x test/pricing.test.js::ten parcels are 5% off');
    expect(stdout).toContain('14 of 14 tests pass with it');
    expect(stdout).toMatch(/hone fix --repo \S+ --test 'npm test' --apply/);
    // Plain when piped: ASCII but for names.
    expect(stdout.replaceAll('Inês', '')).toMatch(/^[\n -~]+$/);
  }, 150_000);

  it('reports the whole loop as one JSON document', async () => {
    const repository = smallRepository();
    const { status, stdout, stderr } = await hone(['run', '--json', repository.dir]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const answer = JSON.parse(stdout);
    expect(Object.keys(answer)).toEqual([
      'repository',
      'metrics',
      'notMeasured',
      'analysis',
      'notAnalyzed',
      'repair',
      'notRepaired',
      'learned',
      'store',
    ]);
    expect(answer).toMatchObject({ notMeasured: null, repair: null });
    expect(answer.notRepaired).toMatch(/^no test command was found/);
    expect(answer.repository).toMatchObject({ root: repository.dir, head: repository.head, branch: 'main' });
    expect(answer.metrics.commits.total).toBe(2);
    expect(answer.analysis.commit).toBe(repository.head);
    expect(answer.store.path).toBe(join(repository.dir, '.hone', 'store.db'));
    expect(repository.git('status', '--porcelain')).toBe('');
  });

  it('proposes nothing twice and counts nothing twice', async () => {
    const repository = createRepository();
    repository.commit({ files: { 'a.js': 'export const a = 1;\n' } });
    repository.commit({
      files: { 'a.js': injection },
    });
    const run = async () => JSON.parse((await hone(['run', '--json', repository.dir])).stdout);
    const first = await run();
    const second = await run();
    expect(first.analysis.findings.length).toBeGreaterThan(0);
    expect(second.analysis.findings).toEqual(first.analysis.findings);
    expect(first.analysis.tasks.every((task: { proposedBefore: boolean }) => !task.proposedBefore)).toBe(true);
    expect(second.analysis.tasks.every((task: { proposedBefore: boolean }) => task.proposedBefore)).toBe(true);
    expect(second.learned.findings).toEqual({ ...first.learned.findings, sincePrevious: 0 });
    expect(second.learned.tasks).toHaveLength(first.learned.tasks.length);
    expect(second.learned.runs.total).toBe(2);
  });

  it('loses nothing when several run at once', async () => {
    const repository = smallRepository();
    const statuses = await Promise.all([1, 2, 3].map(async () => (await hone(['run', repository.dir])).status));
    expect(statuses).toEqual([0, 0, 0]);
    const { stdout } = await hone(['store', 'export', '--repo', repository.dir]);
    expect(stdout.match(/"kind":"run.finished"/g)).toHaveLength(3);
    expect((await hone(['store', 'verify', '--repo', repository.dir])).status).toBe(0);
  });

  it('leaves nothing behind with --no-store', async () => {
    const repository = smallRepository();
    const { status, stdout } = await hone(['run', '--no-store', repository.dir]);
    expect(status).toBe(0);
    expect(stdout).toContain('Nothing of this run is kept.');
    expect(existsSync(join(repository.dir, '.hone'))).toBe(false);
  });

  it('finds DIR from where the user stands when npm start runs it elsewhere', async () => {
    const repository = smallRepository();
    const { status, stdout } = await hone(['run', '--json', basename(repository.dir)], {
      env: { npm_lifecycle_event: 'start', INIT_CWD: dirname(repository.dir) },
    });
    expect(status).toBe(0);
    expect(JSON.parse(stdout).repository.root).toBe(repository.dir);
  });

  it('says that an empty repository has no commits', async () => {
    const { status, stdout } = await hone(['run', createRepository().dir]);
    expect(status).toBe(0);
    expect(stdout).toContain('No commits yet.');
    expect(stdout).toContain('Not analysed: there are no commits yet');
    expect(stdout).toContain('Not run: there are no commits yet');
  });

  it.each([
    ['shallow', (origin: TestRepository) => origin.clone({ depth: 1 }), 'shallow clone'],
    ['bare', (origin: TestRepository) => origin.clone({ bare: true }), 'bare'],
    ['detached', detached, 'detached HEAD'],
  ])('works on a %s repository', async (_, make, word) => {
    const { status, stdout } = await hone(['run', make(smallRepository()).dir]);
    expect(status).toBe(0);
    expect(stdout.split('\n')[1]).toContain(word);
    expect(stdout).toContain('Learned');
  });

  it('lets no text of the repository act on the terminal', async () => {
    const repository = createRepository();
    repository.commit({
      message: 'feat: \u001b[2J\u001b]0;owned\u0007 \u202egnp.exe',
      author: 'Eve \u001b[31m\u0007 <eve@example.com>',
      files: { 'a\u001b[31m.js': 'eval(input);\n', '__proto__.js': 'eval(input);\n' },
    });
    repository.checkout('\u2066branch');
    const { status, stdout } = await hone(['run', repository.dir]);
    expect(status).toBe(0);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
  });
});

describe('hone analyze', () => {
  it('compares two revisions, and fails on what is asked for', async () => {
    const repository = smallRepository();
    const base = repository.head;
    repository.commit({
      files: { 'b.js': injection },
    });
    const args = ['analyze', '--repo', repository.dir, '--base', base, '--head', 'HEAD', '--json'];
    const calm = await hone(args);
    expect(calm.status).toBe(0);
    const answer = JSON.parse(calm.stdout);
    expect(answer).toMatchObject({ commit: repository.head, base, files: { changed: 1 } });
    expect(answer.findings[0]).toMatchObject({ rule: 'sql-injection', file: 'b.js', startLine: 1 });

    const failing = await hone([...args, '--fail-on', 'high']);
    expect(failing.status).toBe(1);
    expect(JSON.parse(failing.stdout).findings).toEqual(answer.findings);
    expect(failing.stderr).toContain('of severity high or higher');
  });

  it('has nothing to say about prose', async () => {
    const repository = smallRepository();
    repository.commit({ message: 'docs: more', files: { 'README.md': '# A\n\nMore.\n' } });
    const { stdout } = await hone(['analyze', '--repo', repository.dir, '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ findings: [], tasks: [], impact: { overall: 'none' } });
  });
});

describe('hone metrics', () => {
  it('agrees with git, and leaves nothing behind', async () => {
    const repository = smallRepository();
    const { status, stdout } = await hone(['metrics', '--json', '--repo', repository.dir]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      commits: { total: Number(repository.git('rev-list', '--count', 'HEAD')), merges: 0 },
      conventional: { compliant: 2, total: 2, byType: { feat: 1, fix: 1 } },
    });
    expect(existsSync(join(repository.dir, '.hone'))).toBe(false);
  });
});
