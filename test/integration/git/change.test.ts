import { chmodSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { CannotRunError } from '../../../src/base/errors.ts';
import {
  type Change,
  type FileChange,
  openRepository,
  pathToBytes,
  readChange,
  readFileAt,
} from '../../../src/git/index.ts';
import { createRepository, removeRepositories, type TestRepository } from '../../support/repository.ts';

afterAll(removeRepositories);

const changeOf = async (repository: TestRepository, base?: string, head = repository.head): Promise<Change> =>
  readChange(await openRepository(repository.dir), { head, base });

/** `--numstat` and `--name-status` of git itself, as bytes between NULs, keyed by the new name. */
function accordingToGit(repository: TestRepository, { base, head }: Change): Map<string, string> {
  const range = base === undefined ? ['--root', head] : [base, head];
  const diff = (format: string): string[] =>
    repository
      .gitBytes({}, 'diff-tree', '-r', '-z', '-M', '--no-commit-id', format, ...range)
      .toString('latin1')
      .split('\0');
  const files = new Map<string, string>();
  const names = diff('--name-status');
  for (let i = 0; i + 1 < names.length; ) {
    const letter = names[i++] ?? '';
    const from = /^[RC]/.test(letter) ? names[i++] : '';
    files.set(names[i++] ?? '', `${letter[0]} ${from}`);
  }
  const counts = diff('--numstat');
  for (let i = 0; i + 1 < counts.length; ) {
    const [, insertions, deletions, plain] = /^(\S+)\t(\S+)\t([\s\S]*)$/.exec(counts[i++] ?? '') ?? [];
    if (plain === '') i++;
    const path = plain === '' ? (counts[i++] ?? '') : (plain ?? '');
    files.set(path, `${files.get(path)} ${insertions} ${deletions}`);
  }
  return files;
}

const letters = { added: 'A', modified: 'M', deleted: 'D', renamed: 'R', copied: 'C', 'type-changed': 'T' };

function summarised(change: Change): Map<string, string> {
  const bytes = (path: string | undefined): string => (path === undefined ? '' : pathToBytes(path).toString('latin1'));
  return new Map(
    change.files.map((file) => {
      const counts = file.binary ? '- -' : `${file.insertions} ${file.deletions}`;
      return [bytes(file.path), `${letters[file.status]} ${bytes(file.oldPath)} ${counts}`];
    }),
  );
}

/** The new text, from the old one and the hunks. */
function applied(old: string, file: FileChange): string[] {
  const lines = old === '' ? [] : old.replace(/\n$/, '').split('\n');
  const result: string[] = [];
  let next = 0;
  for (const hunk of file.hunks) {
    // A hunk that only adds stands after its line.
    const start = hunk.oldLines === 0 ? hunk.oldStart : hunk.oldStart - 1;
    result.push(...lines.slice(next, start));
    next = start;
    for (const { type, text, line } of hunk.lines) {
      if (type !== 'added') expect(lines[next++]).toBe(text);
      if (type !== 'deleted') result.push(text);
      expect(line).toBe(type === 'deleted' ? next : result.length);
    }
  }
  return [...result, ...lines.slice(next)];
}

describe('readChange', () => {
  it('compares a root commit with nothing, and any commit with its first parent', async () => {
    const repository = createRepository();
    const root = repository.commit({ files: { 'a.txt': 'one\ntwo\n', empty: '' } });
    const change = await changeOf(repository);
    expect(change).toMatchObject({ base: undefined, head: root, clipped: [] });
    expect(change.files).toEqual([
      expect.objectContaining({
        path: 'a.txt',
        status: 'added',
        oldMode: undefined,
        newMode: '100644',
        insertions: 2,
        deletions: 0,
        hunks: [
          {
            oldStart: 0,
            oldLines: 0,
            newStart: 1,
            newLines: 2,
            lines: [
              { type: 'added', line: 1, text: 'one' },
              { type: 'added', line: 2, text: 'two' },
            ],
          },
        ],
      }),
      expect.objectContaining({ path: 'empty', status: 'added', insertions: 0, hunks: [] }),
    ]);
    repository.checkout('side').commit({ files: { side: 's\n' } });
    repository.checkout('main').commit({ files: { main: 'm\n' } });
    const first = repository.head;
    repository.merge('side');
    const merge = await changeOf(repository);
    expect(merge.base).toBe(first);
    expect(merge.files.map(({ path }) => path)).toEqual(['side']);
    expect(summarised(merge)).toEqual(accordingToGit(repository, merge));
    expect((await changeOf(repository, root)).files.map(({ path }) => path)).toEqual(['main', 'side']);
  });

  it('agrees with git on every kind of change', async () => {
    const text = (words: string): string => Array.from({ length: 20 }, (_, i) => `${words} ${i}\n`).join('');
    const sub = createRepository();
    sub.commit({ files: { x: '1' } });
    const repository = createRepository();
    repository.commit({
      files: {
        'old name.txt': text('renamed'),
        'gone.txt': 'gone\n',
        'kind.txt': 'target',
        'run.sh': '#!/bin/sh\n',
        'both.sh': 'a\nb\n',
        'picture.png': Buffer.from([0, 1, 2, 255]),
        'crlf.txt': 'a\r\nb\r\n',
        'last.txt': 'no newline',
        'headers.txt': '-- a/x\n++ b/x\n@@ -1 +1 @@\ndiff --git a/x b/x\n',
      },
    });
    repository.submodule(sub, 'sub').commit();
    sub.commit({ files: { x: '2' } });
    repository.git('-C', 'sub', '-c', 'protocol.file.allow=always', 'pull', '--quiet', 'origin', 'main');
    rmSync(join(repository.dir, 'kind.txt'));
    symlinkSync('elsewhere', join(repository.dir, 'kind.txt'));
    chmodSync(join(repository.dir, 'run.sh'), 0o755);
    chmodSync(join(repository.dir, 'both.sh'), 0o755);
    repository.commit({
      files: {
        'old name.txt': null,
        'new name.txt': `${text('renamed')}one more\n`,
        'gone.txt': null,
        'both.sh': 'a\nc\n',
        'picture.png': Buffer.from([0, 1, 2, 3, 255]),
        'crlf.txt': 'a\r\nc\r\n',
        'last.txt': 'no newline still',
        'headers.txt': '--- a/x\n+++ b/x\n@@ -1,9 +1,9 @@\ndiff --git a/y b/y\nindex 0..1\n',
      },
    });
    const change = await changeOf(repository);
    expect(summarised(change)).toEqual(accordingToGit(repository, change));
    const file = (path: string): FileChange | undefined => change.files.find((candidate) => candidate.path === path);
    expect(file('new name.txt')).toMatchObject({ status: 'renamed', oldPath: 'old name.txt', insertions: 1 });
    expect(file('kind.txt')).toMatchObject({ status: 'type-changed', oldMode: '100644', newMode: '120000' });
    expect(file('run.sh')).toMatchObject({ status: 'modified', oldMode: '100644', newMode: '100755', hunks: [] });
    expect(file('sub')).toMatchObject({ submodule: true, newMode: '160000', insertions: 1, deletions: 1, hunks: [] });
    expect(file('picture.png')).toMatchObject({ binary: true, insertions: 0, hunks: [] });
    expect(file('crlf.txt')?.hunks[0]?.lines).toContainEqual({ type: 'added', line: 2, text: 'c\r' });
    expect(file('last.txt')?.hunks[0]?.lines).toEqual([
      { type: 'deleted', line: 1, text: 'no newline' },
      { type: 'added', line: 1, text: 'no newline still' },
    ]);
    expect(file('headers.txt')?.hunks).toHaveLength(1);
    expect(file('headers.txt')?.hunks[0]?.lines.filter(({ type }) => type === 'added')).toHaveLength(5);
    expect(file('both.sh')?.hunks[0]?.lines.map(({ type }) => type)).toEqual(['context', 'deleted', 'added']);
  });

  it('keeps names that are no text, and those that git quotes', async () => {
    const repository = createRepository();
    const names = ['caf\xe9.txt', 'new\nline', 'tab\t', '"quoted"', 'back\\slash', '\x01', ' ', ':100644', '\xc3\xa9'];
    const sha = repository.commitRaw(
      names.map((name) => ({ path: Buffer.from(name, 'latin1'), content: `${name}\n` })),
    );
    const change = await changeOf(repository);
    expect(new Set(change.files.map(({ path }) => pathToBytes(path).toString('latin1')))).toEqual(new Set(names));
    expect(change.files.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['"caf\\351.txt"', '"\\"quoted\\""', 'new\nline', 'é']),
    );
    expect(summarised(change)).toEqual(accordingToGit(repository, change));
    const opened = await openRepository(repository.dir);
    for (const { path } of change.files) {
      const content = await readFileAt(opened, sha, path);
      expect(content?.toString()).toBe(`${pathToBytes(path).toString('latin1')}\n`);
    }
  });

  it('counts all of an enormous change, keeps the hunks of the part that fits, and says so', async () => {
    const repository = createRepository();
    repository.commit();
    repository.commit({
      files: {
        'a-small.txt': 'small\n',
        'b-lines.txt': 'x\n'.repeat(3000),
        'c-long.txt': `${'y'.repeat(300_000)}\n`,
        'd-small.txt': 'small\n',
        'e-rest.txt': 'z'.repeat(80).concat('\n').repeat(900),
        'f-last.txt': 'last\n',
      },
    });
    const opened = await openRepository(repository.dir);
    const limits = { fileLines: 2000, fileBytes: 200_000, totalBytes: 250_000 };
    const change = await readChange(opened, { head: repository.head }, { limits });
    expect(summarised(change)).toEqual(accordingToGit(repository, change));
    const kept = change.files.filter(({ hunks }) => hunks.length > 0).map(({ path }) => path);
    expect(kept).toEqual(['a-small.txt', 'd-small.txt']);
    const whole = 'the whole change has more than 250000 bytes of hunks';
    expect(change.clipped).toEqual([
      { path: 'b-lines.txt', reason: '3000 changed lines, more than 2000' },
      { path: 'c-long.txt', reason: 'a patch of more than 200000 bytes' },
      { path: 'e-rest.txt', reason: whole },
      { path: 'f-last.txt', reason: whole },
    ]);
    const roomy = await readChange(opened, { head: repository.head });
    expect(roomy.clipped).toEqual([]);
    expect(roomy.files.every((file) => file.hunks.length === 1)).toBe(true);
  });

  it('does not make up what a shallow clone cannot know', async () => {
    const repository = createRepository();
    repository.commit({ files: { a: '1' } });
    repository.commit({ files: { b: '1' } });
    const shallow = repository.clone({ depth: 1 });
    await expect(changeOf(shallow)).rejects.toThrow(CannotRunError);
    await expect(changeOf(shallow)).rejects.toThrow(/not in this shallow clone.*fetch-depth: 2/);
  });

  it('takes object ids only', async () => {
    const repository = createRepository();
    repository.commit();
    await expect(changeOf(repository, undefined, '--output=x')).rejects.toThrow(TypeError);
    await expect(changeOf(repository, 'HEAD')).rejects.toThrow(TypeError);
    await expect(changeOf(repository, '1'.repeat(40))).rejects.toThrow(CannotRunError);
  });

  it('gives hunks that turn the old text into the new one, for any edit', async () => {
    const repository = createRepository();
    const line = fc.constantFrom(
      '',
      'a',
      'b',
      '@@ -1 +1 @@',
      '--- a/f0',
      '+++ b/f0',
      'diff --git a/f0 b/f0',
      '\\ No',
      ' ',
    );
    const content = fc
      .tuple(fc.array(line, { maxLength: 25 }), fc.constantFrom('\n', '\r\n'), fc.boolean())
      .map(([lines, end, ended]) => (lines.length === 0 ? '' : lines.join(end) + (ended ? end : '')));
    // Many files in a commit, so that five hundred edits cost eight runs.
    const edits = fc.array(fc.tuple(content, content), { minLength: 60, maxLength: 80 });
    await fc.assert(
      fc.asyncProperty(edits, async (pairs) => {
        const files = (side: 0 | 1): Record<string, string> =>
          Object.fromEntries(pairs.map((pair, i) => [`f${i}`, pair[side]]));
        const base = repository.commit({ files: files(0) });
        const head = repository.commit({ files: files(1) });
        const change = await changeOf(repository, base, head);
        expect(summarised(change)).toEqual(accordingToGit(repository, change));
        for (const file of change.files) {
          const [before, after] = pairs[Number(file.path.slice(1))] ?? ['', ''];
          expect(applied(before, file)).toEqual(after === '' ? [] : after.replace(/\n$/, '').split('\n'));
          const lines = file.hunks.flatMap((hunk) => hunk.lines);
          expect(lines.filter(({ type }) => type === 'added')).toHaveLength(file.insertions);
          expect(lines.filter(({ type }) => type === 'deleted')).toHaveLength(file.deletions);
        }
        const changed = pairs.flatMap(([before, after], i) => (before === after ? [] : [`f${i}`]));
        expect(new Set(change.files.map(({ path }) => path))).toEqual(new Set(changed));
      }),
      { numRuns: 8 },
    );
  });
});
