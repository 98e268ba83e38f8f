import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { CannotRunError, UsageError } from '../../../src/base/errors.ts';
import { mergeBase, openRepository, readCommit, resolveRevision } from '../../../src/git/index.ts';
import { createDirectory, createRepository, removeRepositories } from '../../support/repository.ts';

afterAll(removeRepositories);

const elsewhere = createDirectory();

describe('opening', () => {
  test('from a folder of the work tree', async () => {
    const source = createRepository();
    const sha = source.commit({ files: { 'a/b/c.txt': 'x' } });
    expect(await openRepository(join(source.dir, 'a/b'))).toEqual({
      root: source.dir,
      gitDir: join(source.dir, '.git'),
      bare: false,
      shallow: false,
      head: sha,
      branch: 'main',
      name: `local/${basename(source.dir)}`,
    });
  });

  test('empty, detached, bare, shallow, a linked worktree', async () => {
    const source = createRepository();
    expect(await openRepository(source.dir)).toMatchObject({ head: undefined, branch: 'main' });
    const first = source.commit();
    const second = source.commit();
    expect(await openRepository(source.clone({ bare: true }).dir)).toMatchObject({ bare: true, head: second });
    expect(await openRepository(source.clone({ depth: 1 }).dir)).toMatchObject({ shallow: true, head: second });
    const worktree = await openRepository(source.worktree('side').dir);
    expect(worktree).toMatchObject({ branch: 'side', name: `local/${basename(source.dir)}` });
    source.git('checkout', '--quiet', '--detach', first);
    expect(await openRepository(source.dir)).toMatchObject({ head: first, branch: undefined });
  });

  test('is named by its origin, without the credentials in the URL', async () => {
    const source = createRepository();
    source.git('remote', 'add', 'origin', 'https://user:hunter2@github.com/owner/name.git');
    expect((await openRepository(source.dir)).name).toBe('owner/name');
  });

  test('a folder with a newline in its name', async () => {
    const dir = join(createDirectory(), 'new\nline');
    mkdirSync(dir);
    createRepository().git('init', '--quiet', dir);
    expect(await openRepository(dir)).toMatchObject({ root: dir, gitDir: join(dir, '.git') });
  });

  test('what is no repository is said in one sentence', async () => {
    const dir = createDirectory();
    writeFileSync(join(dir, 'file'), '');
    await expect(openRepository(dir)).rejects.toThrow(/is not in a git repository$/);
    await expect(openRepository(join(dir, 'none'))).rejects.toThrow(/^no such folder: /);
    await expect(openRepository(join(dir, 'file'))).rejects.toThrow(/is a file; give the folder/);
    for (const path of [dir, join(dir, 'none'), join(dir, 'file')]) {
      await expect(openRepository(path)).rejects.toBeInstanceOf(UsageError);
    }
  });

  test('without git', async () => {
    vi.stubEnv('PATH', '/nonexistent');
    try {
      await expect(openRepository(elsewhere)).rejects.toThrow(CannotRunError);
      await expect(openRepository(elsewhere)).rejects.toThrow('git was not found');
    } finally {
      vi.unstubAllEnvs();
    }
  });

  test.skipIf(process.getuid?.() !== 0)('another owner: the remedy is given', async () => {
    const source = createRepository();
    const { chownSync } = await import('node:fs');
    chownSync(source.dir, 12_345, 12_345);
    vi.stubEnv('GIT_CONFIG_GLOBAL', '/dev/null');
    vi.stubEnv('GIT_CONFIG_NOSYSTEM', '1');
    try {
      await expect(openRepository(source.dir)).rejects.toThrow(
        /another user owns it; if you trust it, run: git config --global --add safe\.directory/,
      );
    } finally {
      vi.unstubAllEnvs();
    }
  });
});

describe('revisions', () => {
  test('branches, tags, beginnings of ids', async () => {
    const source = createRepository();
    const first = source.commit();
    const second = source.commit();
    source.tag('v1', { at: first, message: 'annotated' }).branch('side', first);
    const repository = await openRepository(source.dir);
    expect(await resolveRevision(repository, 'HEAD')).toBe(second);
    expect(await resolveRevision(repository, 'HEAD~1')).toBe(first);
    expect(await resolveRevision(repository, 'v1')).toBe(first);
    expect(await resolveRevision(repository, 'side')).toBe(first);
    expect(await resolveRevision(repository, second.slice(0, 10))).toBe(second);
    expect(await mergeBase(repository, first, second)).toBe(first);
  });

  test('unknown and hostile ones are refused, and nothing is written', async () => {
    const source = createRepository();
    source.commit({ files: { file: 'x' } });
    const repository = await openRepository(source.dir);
    const words = [
      '',
      'nope',
      '--output=x',
      '--upload-pack=touch y',
      '-n1',
      '^HEAD',
      'HEAD..',
      'HEAD:file',
      'a\0b',
      '$(id)',
    ];
    for (const revision of words) {
      await expect(resolveRevision(repository, revision), revision).rejects.toBeInstanceOf(UsageError);
    }
    expect(source.git('status', '--porcelain')).toBe('');
    await expect(readCommit(repository, '--output=x')).rejects.toThrow('not a full object id');
  });

  test('a name that is a branch and a tag is ambiguous', async () => {
    const source = createRepository();
    source.commit();
    source.tag('same').branch('same');
    source.config('core.warnAmbiguousRefs', 'false');
    const repository = await openRepository(source.dir);
    await expect(resolveRevision(repository, 'same')).rejects.toThrow(/more than one ref/);
    expect(await resolveRevision(repository, 'refs/tags/same')).toBe(source.head);
  });
});

describe('commits', () => {
  test('text, people through .mailmap, times', async () => {
    const source = createRepository();
    const sha = source.commit({
      message: 'feat: ünïcode subject\n\nBody line 1\nBody line 2\n',
      files: { '.mailmap': 'Ada Lovelace <ada@example.com> <old@example.com>\n' },
      author: 'A. L. <old@example.com>',
      committer: 'Bot <bot@example.com>',
      date: '2024-03-01T10:00:00+02:00',
      committedAt: '2024-03-02T10:00:00Z',
    });
    expect(await readCommit(await openRepository(source.dir), sha)).toEqual({
      sha,
      parents: [],
      author: { name: 'Ada Lovelace', email: 'ada@example.com' },
      committer: { name: 'Bot', email: 'bot@example.com' },
      authoredAt: Date.UTC(2024, 2, 1, 8),
      committedAt: Date.UTC(2024, 2, 2, 10),
      subject: 'feat: ünïcode subject',
      body: 'Body line 1\nBody line 2',
    });
  });

  test('a message in another encoding is read as text', async () => {
    const source = createRepository();
    source.config('i18n.commitEncoding', 'ISO-8859-1');
    source.gitWith({ input: Buffer.from('Grüße', 'latin1') }, 'commit', '--quiet', '--allow-empty', '--file=-');
    const repository = await openRepository(source.dir);
    expect((await readCommit(repository, source.head)).subject).toBe('Grüße');
  });
});
