import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { CannotRunError, UsageError } from '../../../src/base/errors.ts';
import { gitOutput, runGit, streamGit, streamLines } from '../../../src/git/command.ts';
import { openRepository, resolveRevision } from '../../../src/git/index.ts';
import { createRepository, removeRepositories, type TestRepository } from '../../support/repository.ts';

afterAll(removeRepositories);
afterEach(() => void vi.unstubAllEnvs());

let repository: TestRepository;
let cwd: string;
beforeAll(() => {
  repository = createRepository();
  repository.commit({ message: 'feat: ünï', files: { 'a.txt': 'a\n' } });
  cwd = repository.dir;
});

describe('ordinary commands', () => {
  it('give status, output and complaint as they are', async () => {
    expect(await runGit(['log', '-1', '--format=%s'], { cwd })).toEqual({
      status: 0,
      stdout: 'feat: ünï\n',
      stderr: '',
    });
    expect(await runGit(['config', '--get', 'no.such'], { cwd })).toEqual({ status: 1, stdout: '', stderr: '' });
    const failed = await runGit(['rev-parse', '--verify', 'nope'], { cwd });
    expect(failed).toMatchObject({ status: 128, stdout: '', stderr: expect.stringContaining('fatal: ') });
    await expect(gitOutput(['rev-parse', '--verify', 'nope'], { cwd })).rejects.toThrow(
      new CannotRunError('git rev-parse failed: Needed a single revision'),
    );
  });

  it('take input and variables, and our configuration outranks the one of the repository', async () => {
    const input = Buffer.from([0, 255, 10]);
    const oid = repository.gitWith({ input }, 'hash-object', '--stdin');
    expect(await gitOutput(['hash-object', '--stdin'], { cwd, input })).toBe(`${oid}\n`);
    const env = { GIT_AUTHOR_NAME: 'Zoë', GIT_AUTHOR_EMAIL: 'z@example.com' };
    expect(await gitOutput(['var', 'GIT_AUTHOR_IDENT'], { cwd, env })).toMatch(/^Zoë <z@example.com>/);
    const other = createRepository().config('core.fsmonitor', 'touch marker').config('log.showSignature', 'true');
    for (const key of ['core.fsmonitor', 'log.showSignature']) {
      expect(await gitOutput(['config', '--get', key], { cwd: other.dir })).toBe('false\n');
    }
  });

  it('reach git without a shell, and words that look like options stay words', async () => {
    const words = ['$(touch x)', '`touch x`', '; touch x', '-calias.x=!touch x', '--upload-pack=touch x', '-p', '--'];
    const opened = await openRepository(cwd);
    for (const word of [
      ...words,
      '@{upstream}',
      'HEAD:a.txt',
      'HEAD^{tree}',
      'HEAD..HEAD',
      '--exec-path=/tmp',
      'a\nb',
    ]) {
      const error = await resolveRevision(opened, word).catch((thrown: unknown) => thrown);
      expect(error, word).toBeInstanceOf(UsageError);
      expect((error as Error).message).toContain('is not a commit in local/');
    }
    expect(repository.git('status', '--porcelain')).toBe('');
  });

  it('do not wait after a command that prints nothing', async () => {
    // simple-git waits 50 ms unless it is told that the output has ended.
    const taken: number[] = [];
    for (let i = 0; i < 10; i++) {
      const start = performance.now();
      await runGit(['config', '--get', 'no.such'], { cwd });
      taken.push(performance.now() - start);
    }
    expect(Math.min(...taken)).toBeLessThan(50);
  });

  it('end with their signal', async () => {
    const reason = new Error('enough');
    await expect(runGit(['log'], { cwd, signal: AbortSignal.abort(reason) })).rejects.toThrow(reason);
    const stop = new AbortController();
    // Waits for input that never comes to an end.
    const waiting = runGit(['cat-file', '--batch'], { cwd, signal: stop.signal });
    setTimeout(() => stop.abort(reason), 50);
    await expect(waiting).rejects.toThrow(reason);
  });

  it('stop at 64 MiB of output', async () => {
    const big = createRepository();
    const oid = big.gitWith({ input: Buffer.alloc(65 * 2 ** 20) }, 'hash-object', '-w', '--stdin');
    await expect(gitOutput(['cat-file', 'blob', oid], { cwd: big.dir })).rejects.toThrow(
      /^git cat-file printed more than 67108864 bytes$/,
    );
  });

  it('are not led elsewhere by the environment', async () => {
    const other = createRepository();
    vi.stubEnv('GIT_DIR', join(other.dir, '.git'));
    vi.stubEnv('GIT_WORK_TREE', other.dir);
    vi.stubEnv('GIT_CONFIG_COUNT', 'not a number');
    expect((await openRepository(cwd)).root).toBe(cwd);
  });
});

describe('streams', () => {
  it('give the bytes, and git ends when the reader leaves', async () => {
    const chunks: Buffer[] = [];
    for await (const chunk of streamGit(['cat-file', 'blob', 'HEAD:a.txt'], { cwd })) chunks.push(chunk);
    expect(Buffer.concat(chunks).toString()).toBe('a\n');
    for await (const line of streamLines(['log', '--format=%H'], { cwd })) {
      expect(line).toBe(repository.head);
      break;
    }
  });

  it('fail with what git says, after what it gave', async () => {
    const lines: string[] = [];
    const input = `${repository.head}\n${'1'.repeat(40)}\n`;
    const read = async (): Promise<void> => {
      for await (const line of streamLines(['rev-list', '--no-walk', '--stdin'], { cwd, input })) lines.push(line);
    };
    await expect(read()).rejects.toThrow(/^git rev-list failed: bad object 1{40}$/);
    vi.stubEnv('PATH', '/nonexistent');
    await expect(read()).rejects.toThrow(new CannotRunError('git was not found; install it and put it on the PATH'));
  });
});
