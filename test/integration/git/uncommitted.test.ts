import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openRepository, patchBetween, readUncommitted } from '../../../src/git/index.ts';
import { createRepository, removeRepositories } from '../../support/repository.ts';

afterAll(removeRepositories);

describe('what is not committed', () => {
  it('is every changed, new and deleted file, but no ignored one', async () => {
    const made = createRepository();
    made.commit({ files: { 'kept.js': '1\n', 'gone.js': '1\n', '.gitignore': '*.log\n' } });
    made.write({
      'kept.js': '2\n',
      'gone.js': null,
      'new/ünï code.js': 'ü\n',
      'x.log': 'noise',
      'node_modules/a/index.js': 'installed',
    });
    symlinkSync('kept.js', join(made.dir, 'link.js'));
    const repository = await openRepository(made.dir);
    const { files, skipped } = await readUncommitted(repository, {
      leaveOut: (path) => path.includes('node_modules/'),
    });
    expect(Object.fromEntries(files.map(({ path, content }) => [path, content?.toString() ?? null]))).toEqual({
      'kept.js': '2\n',
      'gone.js': null,
      'new/ünï code.js': 'ü\n',
    });
    expect(skipped).toEqual(['link.js']);
  });

  it('is kept when it is tracked, wherever it lies', async () => {
    const made = createRepository();
    made.commit({ files: { 'vendor/a.js': '1\n' } });
    made.write({ 'vendor/a.js': '2\n' });
    const { files } = await readUncommitted(await openRepository(made.dir), { leaveOut: () => true });
    expect(files.map(({ path }) => path)).toEqual(['vendor/a.js']);
  });
});

describe('a patch between texts', () => {
  it.each([
    ['ordinary', 'a/b.js', 'one\ntwo\n', 'one\n2\n'],
    ['without a last newline', 'c.js', 'one\ntwo', 'one\n2'],
    ['with carriage returns', 'd.js', 'one\r\ntwo\r\n', 'one\r\n2\r\n'],
    ['with a name that needs quotes', 'é "x".js', 'one\n', 'two\n'],
  ])('applies with git: %s', async (_name, path, before, after) => {
    const made = createRepository();
    made.commit({ files: { [path]: before } });
    const patch = await patchBetween([{ path, before, after }]);
    made.gitWith({ input: patch }, 'apply');
    const { files } = await readUncommitted(await openRepository(made.dir));
    expect(files.map((file) => [file.path, file.content?.toString()])).toEqual([[path, after]]);
  });

  it('is empty when nothing changes', async () => {
    expect(await patchBetween([{ path: 'a', before: 'x', after: 'x' }])).toBe('');
  });
});
