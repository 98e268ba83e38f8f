import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CannotRunError } from '../../../src/base/errors.ts';
import { openRepository, type Repository, readCommit } from '../../../src/git/index.ts';
import { createRepository, removeRepositories, type TestRepository } from '../../support/repository.ts';

afterAll(removeRepositories);

let repository: TestRepository;
let opened: Repository;
beforeAll(async () => {
  repository = createRepository();
  repository.commit({ files: { '.mailmap': 'Ada Lovelace <ada@example.com> <al@old.example>\n' } });
  opened = await openRepository(repository.dir);
});

describe('readCommit', () => {
  it('gives people through .mailmap, both dates and the message in two parts', async () => {
    const parent = repository.head;
    const sha = repository.commit({
      author: 'al <al@old.example>',
      committer: 'Bo Bixby <bo@example.com>',
      date: '2024-03-01T10:00:00+02:00',
      committedAt: '2024-03-02T10:00:00-05:00',
      message: 'feat: one\ntwo\n\nBody, first line\n\nSigned-off-by: x\n',
    });
    expect(await readCommit(opened, sha)).toEqual({
      sha,
      parents: [parent],
      author: { name: 'Ada Lovelace', email: 'ada@example.com' },
      committer: { name: 'Bo Bixby', email: 'bo@example.com' },
      authoredAt: Date.parse('2024-03-01T08:00:00Z'),
      committedAt: Date.parse('2024-03-02T15:00:00Z'),
      subject: 'feat: one two',
      body: 'Body, first line\n\nSigned-off-by: x',
    });
  });

  it('reads messages in whatever they were written', async () => {
    const latin1 = repository.gitWith(
      { input: Buffer.from('fix: caf\xe9', 'latin1') },
      ...['-c', 'i18n.commitEncoding=ISO-8859-1', 'commit-tree', 'HEAD^{tree}'],
    );
    expect((await readCommit(opened, latin1)).subject).toBe('fix: café');
    const tree = repository.git('rev-parse', 'HEAD^{tree}');
    const bytes = Buffer.from(`tree ${tree}\nauthor A <> 0 +0000\ncommitter A <> 0 +0000\n\nfix: caf\xe9\n`, 'latin1');
    const untold = repository.gitWith({ input: bytes }, 'hash-object', '-t', 'commit', '-w', '--stdin');
    expect((await readCommit(opened, untold)).subject).toBe('fix: caf\ufffd');
  });

  it('reads empty messages, roots and merges', async () => {
    const empty = repository.git('commit-tree', 'HEAD^{tree}', '-m', '');
    expect(await readCommit(opened, empty)).toMatchObject({ subject: '', body: '', parents: [] });
    const octopus = repository.git('commit-tree', 'HEAD^{tree}', '-m', 'x', '-p', 'HEAD', '-p', empty);
    expect((await readCommit(opened, octopus)).parents).toEqual([repository.head, empty]);
  });

  it('takes people and messages as they are', async () => {
    const message = 'commit 1111111111111111111111111111111111111111\u001b[31m %H %x00 :100644';
    const tree = repository.git('rev-parse', 'HEAD^{tree}');
    const weird = `tree ${tree}\nauthor %an "q" 髙 <no at> 0 +0000\ncommitter <> 4102444800 -1200\n\n${message}\n`;
    const sha = repository.gitWith({ input: weird }, 'hash-object', '-t', 'commit', '-w', '--literally', '--stdin');
    expect(await readCommit(opened, sha)).toMatchObject({
      author: { name: '%an "q" 髙', email: 'no at' },
      committer: { name: '', email: '' },
      authoredAt: 0,
      committedAt: 4_102_444_800_000,
      subject: message,
    });
  });

  it('is not changed by what the repository prefers to see', async () => {
    const styled = repository.clone();
    styled.config('log.showSignature', 'true').config('log.date', 'relative').config('log.decorate', 'full');
    styled.config('format.pretty', 'oneline').config('color.ui', 'always').config('log.mailmap', 'false');
    styled.config('i18n.logOutputEncoding', 'UTF-16');
    const at = await openRepository(styled.dir);
    expect(await readCommit(at, repository.head)).toEqual(await readCommit(opened, repository.head));
  });

  it('needs a full object id of a commit that is here', async () => {
    await expect(readCommit(opened, 'HEAD')).rejects.toThrow(TypeError);
    await expect(readCommit(opened, '--all')).rejects.toThrow(TypeError);
    await expect(readCommit(opened, '1'.repeat(40))).rejects.toThrow(CannotRunError);
  });
});
