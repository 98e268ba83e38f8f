import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CannotRunError } from '../../../src/base/errors.ts';
import { listFiles, openBlobs, openRepository, type Repository, readFileAt } from '../../../src/git/index.ts';
import { createRepository, removeRepositories, type TestRepository } from '../../support/repository.ts';

afterAll(removeRepositories);

const large = Buffer.alloc(3_000_000, 'large\n');
let repository: TestRepository;
let opened: Repository;
beforeAll(async () => {
  repository = createRepository();
  const sub = createRepository();
  sub.commit();
  repository.submodule(sub, 'sub');
  symlinkSync('src/a.txt', join(repository.dir, 'link'));
  repository.commit({
    files: {
      'src/a.txt': 'a\n',
      'src/empty': '',
      'bytes.bin': Buffer.from([0, 10, 13, 255, 0]),
      large,
      'name\nwith line': 'found\n',
      ' missing': 'is its name\n',
    },
  });
  opened = await openRepository(repository.dir);
});

describe('blobs', () => {
  it('give contents byte for byte, and undefined for what is no file', async () => {
    const blobs = openBlobs(opened);
    const read = (path: string): Promise<Buffer | undefined> => blobs.read(repository.head, path);
    const answers = await Promise.all(
      ['src/a.txt', 'nowhere', 'src', 'sub', 'src/empty', 'bytes.bin', 'large', 'link', ' missing'].map(read),
    );
    expect(answers.map((answer) => answer?.subarray(0, 12).toString('latin1'))).toEqual([
      ...['a\n', undefined, undefined, undefined, '', '\0\n\r\xff\0', 'large\nlarge\n', 'src/a.txt', 'is its name\n'],
    ]);
    expect(answers[6]?.equals(large)).toBe(true);
    expect((await read('name\nwith line'))?.toString()).toBe('found\n');
    expect(await read('no\nsuch')).toBeUndefined();
    expect(await blobs.read('1'.repeat(40), 'src/a.txt')).toBeUndefined();
    await expect(blobs.read('HEAD', 'src/a.txt')).rejects.toThrow(TypeError);
    await blobs.close();
    await expect(read('src/a.txt')).rejects.toThrow(CannotRunError);
  });

  it('refuse what is too large, and go on', async () => {
    const blobs = openBlobs(opened, { maxBytes: 1000 });
    const results = await Promise.allSettled(
      ['src/a.txt', 'large', 'src/a.txt'].map((path) => blobs.read(repository.head, path)),
    );
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect((results[1] as PromiseRejectedResult).reason).toEqual(
      new CannotRunError('large is larger than the 1000 bytes that Hone reads'),
    );
    await blobs.close();
  });

  it('end with their signal', async () => {
    const stop = new AbortController();
    const blobs = openBlobs(opened, { signal: stop.signal });
    expect((await blobs.read(repository.head, 'src/a.txt'))?.toString()).toBe('a\n');
    stop.abort();
    await expect(blobs.read(repository.head, 'src/a.txt')).rejects.toThrow();
    await blobs.close();
  });

  it('list the files of a tree as git does', async () => {
    const files = [];
    for await (const file of listFiles(opened, repository.head)) files.push(file);
    // What was committed is what the index holds.
    const index = repository.git('ls-files', '--stage', '-z').split('\0').slice(0, -1);
    expect(files.map(({ mode, oid, path }) => `${mode} ${oid} 0\t${path}`)).toEqual(index);
    for (const { oid, size, path } of files) {
      expect(size, path).toBe(path === 'sub' ? undefined : Number(repository.git('cat-file', '-s', oid)));
    }
    const blobs = openBlobs(opened);
    for (const file of files.filter(({ mode }) => mode !== '160000' && mode !== '120000')) {
      expect(await blobs.readObject(file)).toEqual(await readFileAt(opened, repository.head, file.path));
    }
    await blobs.close();
  });
});
