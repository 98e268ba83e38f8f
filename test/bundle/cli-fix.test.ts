import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { processesWith } from '../integration/sandbox/host.ts';
import { buildLimitMs, hone, honeBundle, plainEnv } from '../support/bundle.ts';
import { createDirectory, createRepository, removeRepositories, type TestRepository } from '../support/repository.ts';

const limitMs = 120_000;
/** Whether a right patch needs a person depends on what else passes so few tests. */
const proved = /^(?:fixed|review)$/;

beforeAll(async () => {
  await honeBundle();
}, buildLimitMs);
afterAll(removeRepositories);

const source = `export function discountFor(quantity) {
  if (quantity > 50) return 10;
  if (quantity >= 10) return 5;
  return 0;
}
`;
const tests = `import assert from 'node:assert/strict';
import test from 'node:test';
import { discountFor } from '../src/discount.js';

test('few', () => assert.equal(discountFor(9), 0));
test('some', () => assert.equal(discountFor(49), 5));
test('many', () => assert.equal(discountFor(50), 10));
test('more', () => assert.equal(discountFor(51), 10));
`;

function project(files: Record<string, string> = {}): TestRepository {
  const repository = createRepository();
  const manifest = JSON.stringify({ type: 'module', scripts: { test: 'node --test' } });
  const all = { 'package.json': manifest, 'src/discount.js': source, 'test/discount.test.js': tests, ...files };
  repository.commit({ message: 'feat: discounts', files: all });
  return repository;
}

/** The project's own tests, without Hone. */
function green({ dir }: TestRepository): boolean {
  return spawnSync(process.execPath, ['--test'], { cwd: dir, env: plainEnv() }).status === 0;
}

/** A PATH with what Hone and the tests need, and no bubblewrap. */
function withoutBubblewrap(): { PATH: string; TMPDIR: string } {
  const folder = join(createDirectory(), 'bin');
  mkdirSync(folder);
  for (const name of ['git', 'node', 'sh', 'tar', 'cp', 'rm', 'env']) {
    const found = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout.trim();
    symlinkSync(name === 'node' ? process.execPath : found, join(folder, name));
  }
  return { PATH: folder, TMPDIR: createDirectory() };
}

describe('hone fix', () => {
  it(
    'finds the tests, proves a patch, and leaves the work tree alone',
    async () => {
      const repository = project();
      const file = join(createDirectory(), 'repair.patch');
      const { status, stdout } = await hone(['fix', '--repo', repository.dir, '--json', '--patch', file]);
      const answer = JSON.parse(stdout);
      expect(status).toBe(0);
      expect(answer).toMatchObject({
        status: expect.stringMatching(proved),
        testCommand: 'npm test',
        isolation: 'namespaces',
        applied: false,
        commit: repository.head,
        baseline: { tests: 4, failing: [{ id: 'test/discount.test.js::many' }] },
        winner: { file: 'src/discount.js', line: 2, tests: { passed: 4, total: 4 }, green: true },
        store: { path: join(repository.dir, '.hone', 'store.db') },
      });
      expect(answer.candidates[0]).toEqual(answer.winner);
      expect(answer.winner.score.total).toBeGreaterThan(50);
      expect(answer.tried).toBeGreaterThan(0);
      expect(readFileSync(file, 'utf8')).toBe(answer.winner.patch);
      expect(repository.git('status', '--porcelain')).toBe('');
      expect(green(repository)).toBe(false);
      repository.git('apply', file);
      expect(green(repository)).toBe(true);
      const kinds = (await hone(['store', 'export', '--repo', repository.dir])).stdout.match(/"kind":"[^"]+"/g);
      expect(new Set(kinds)).toContain('"kind":"repair.finished"');
    },
    limitMs,
  );

  it(
    'applies the patch and nothing else, the status first',
    async () => {
      const repository = project({ 'notes.txt': 'old\n' });
      repository.write({ 'notes.txt': 'mine\n', 'new.txt': 'new\n', 'src/discount.js': `// mine\n${source}` });
      const args = ['fix', '--test', 'node --test', '--apply', '--no-store'];
      const { status, stdout } = await hone(args, { cwd: join(repository.dir, 'src') });
      expect(status).toBe(0);
      expect(stdout).toMatch(/^(?:\+ fixed|! for review): /);
      expect(stdout).toMatch(/x test\/discount\.test\.js::many\n {4}AssertionError: .*5 !== 10/);
      expect(stdout).toMatch(/\n- {2}if \(quantity > 50\) return 10;\n\+ {2}if /);
      expect(stdout).toMatch(/Applied to the work tree\n/);
      const [first, ...rest] = readFileSync(join(repository.dir, 'src/discount.js'), 'utf8').split('\n');
      expect(first).toBe('// mine');
      expect(rest.toSpliced(1, 1)).toEqual(source.split('\n').toSpliced(1, 1));
      expect(repository.git('status', '--porcelain').split('\n')).toEqual([
        ' M notes.txt',
        ' M src/discount.js',
        '?? new.txt',
      ]);
      expect(green(repository)).toBe(true);
    },
    limitMs,
  );

  it(
    'says so when nothing fails, when nothing helps, and when there is no such command',
    async () => {
      const repository = project({ 'src/discount.js': source.replace('> 50', '>= 50') });
      const run = (...args: string[]) => hone(['fix', '--no-store', '--repo', repository.dir, ...args]);
      const calm = await run();
      expect(calm.status).toBe(0);
      expect(calm.stdout).toMatch(/^\+ nothing to fix: all tests pass\n/);
      expect(calm.stderr).toContain('Tests: npm test, from the script "test" of package.json');

      const missing = await run('--test', './no-such-program --all');
      expect(missing.status).toBe(2);
      expect(missing.stderr).toContain('no-such-program');

      const hopeless = tests.replace('discountFor(9), 0)', "discountFor(9), 'ninety-one and a half')");
      repository.commit({ files: { 'test/discount.test.js': hopeless } });
      const failed = await run('--json', '--apply', '--time-limit', '8');
      const answer = JSON.parse(failed.stdout);
      expect({ exit: failed.status, status: answer.status, winner: answer.winner }).toEqual({
        exit: 1,
        status: 'unfixed',
        winner: null,
      });
      expect(failed.stderr).toContain('nothing was applied: there is no patch');
      expect(repository.git('status', '--porcelain')).toBe('');
    },
    limitMs,
  );

  it.each([
    ['SIGINT', 'namespaces', 130],
    ['SIGKILL', 'process', null],
  ] as const)(
    'leaves nothing behind after %s, %s',
    async (signal, isolation, status) => {
      const mark = `${6_000_000 + Math.floor(Math.random() * 1e6)}`;
      const repository = project({
        'test/hung.test.js': `import { spawn } from 'node:child_process';
import test from 'node:test';
test('hung', () => { spawn('sleep', ['${mark}'], { detached: true, stdio: 'ignore' }).unref(); for (;;); });
`,
      });
      const temp = createDirectory();
      const words = ['fix', '--repo', repository.dir, '--isolation', isolation];
      const child = spawn(process.execPath, [await honeBundle(), ...words], {
        env: { ...plainEnv(), TMPDIR: temp },
        stdio: 'ignore',
      });
      const ended = new Promise((resolve) => child.once('close', resolve));
      while (processesWith(mark).length === 0) await pause(50);
      child.kill(signal);
      expect(await ended).toBe(status);
      const left = (): unknown[] => [...readdirSync(temp), ...processesWith(mark), ...processesWith(temp)];
      for (let turns = 0; turns < 100 && left().length > 0; turns += 1) await pause(50);
      expect(left()).toEqual([]);
      expect(repository.git('status', '--porcelain')).toBe('');
      if (status === null) return;
      const { stdout } = await hone(['store', 'export', '--repo', repository.dir]);
      expect(stdout).toContain('"outcome":"interrupted"');
    },
    limitMs,
  );

  it('is refused where tests cannot be held, with the ways out', async () => {
    const { status, stdout, stderr } = await hone(['fix', '--repo', project().dir], { env: withoutBubblewrap() });
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toMatch(/bubblewrap was not found.*apt-get install bubblewrap.*--isolation process/);
  });
});

describe('hone run without bubblewrap', () => {
  it('runs the tests of its own example, and says how weakly they were held', async () => {
    const args = ['run', '--no-store', '--test', 'node --test test/zones.test.js'];
    const { status, stdout } = await hone(args, { env: withoutBubblewrap() });
    expect(status).toBe(0);
    expect(stdout).toMatch(/\n {2}\+ nothing to fix: all tests pass\n/);
    expect(stdout.replace(/\s+/g, ' ')).toContain('Isolation was "process"');
  });

  it("does not run a user's tests, and goes on", async () => {
    const { status, stdout } = await hone(['run', '--no-store', project().dir], { env: withoutBubblewrap() });
    expect(status).toBe(0);
    expect(stdout.replace(/\s+/g, ' ')).toMatch(/Not run: bubblewrap was not found.*--isolation process/);
    expect(stdout).toContain('Learned');
  });
});

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
