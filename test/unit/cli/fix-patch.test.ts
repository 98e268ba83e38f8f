import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { applyCommand, applyFileCommand, applyPatch, patchPath } from '../../../src/cli/patch.ts';
import { openRepository } from '../../../src/git/index.ts';
import { createRepository, removeRepositories, type TestRepository } from '../../support/repository.ts';

afterAll(removeRepositories);

const before = 'a\nb\nc\nd\ne\nf\ng\n';
const patch = `--- a/src/x.txt
+++ b/src/x.txt
@@ -1,3 +1,3 @@
 a
-b
+B
 c
`;

function repository(): TestRepository {
  const made = createRepository();
  made.commit({ files: { 'src/x.txt': before, 'src/y.txt': 'y\n', 'staged.txt': 's\n' } });
  return made;
}

const text = ({ dir }: TestRepository, path: string): string => readFileSync(join(dir, path), 'utf8');

describe('applyPatch', () => {
  it('changes what the patch says, and leaves other changes and the index alone', async () => {
    const made = repository().write({ 'src/x.txt': before.replace('g', 'G'), 'src/y.txt': 'mine\n', 'new.txt': 'n\n' });
    made.write({ 'staged.txt': 'S\n' }).git('add', 'staged.txt');
    const staged = made.git('diff', '--cached');
    await applyPatch(await openRepository(join(made.dir, 'src')), patch);
    expect(text(made, 'src/x.txt')).toBe(before.replace('g', 'G').replace('b', 'B'));
    expect([text(made, 'src/y.txt'), text(made, 'new.txt')]).toEqual(['mine\n', 'n\n']);
    expect(made.git('diff', '--cached')).toBe(staged);
  });

  it.each([
    ['other lines', 'a\nx\nc\n'],
    ['other white space', 'a\n b\nc\n'],
  ])('changes nothing where there are %s now, whatever the configuration allows', async (_, now) => {
    const made = repository().write({ 'src/x.txt': now });
    made.config('apply.ignoreWhitespace', 'change');
    const more = `${patch}--- a/src/y.txt\n+++ b/src/y.txt\n@@ -1 +1 @@\n-y\n+Y\n`;
    await expect(applyPatch(await openRepository(made.dir), more)).rejects.toThrow(
      /the patch was not applied, the work tree is as it was: .*src\/x\.txt/,
    );
    expect([text(made, 'src/x.txt'), text(made, 'src/y.txt')]).toEqual([now, 'y\n']);
  });
});

describe('the name of a patch file', () => {
  it('is not the option that follows --patch', async () => {
    await expect(patchPath('/', '--no-store')).rejects.toThrow(/reads like an option/);
    await expect(patchPath('/', '')).rejects.toThrow(/is empty/);
  });
});

describe('command lines to copy', () => {
  it('say what is not the default, and are one word each for a shell', () => {
    const search = {
      repo: '.',
      testCommand: 'npm test',
      isolation: 'namespaces',
      seed: 0,
      timeLimit: 300,
      candidates: 3,
      learned: true,
    } as const;
    expect(applyCommand(search)).toBe("hone fix --test 'npm test' --apply");
    expect(
      applyCommand({
        repo: "../it's",
        testCommand: 'pytest',
        isolation: 'process',
        seed: 7,
        timeLimit: 30,
        candidates: 9,
        learned: false,
      }),
    ).toBe(
      "hone fix --repo '../it'\\''s' --test pytest --time-limit 30 --isolation process --candidates 9 --seed 7 --no-learned --apply",
    );
  });

  it('apply a file from where the names in it begin', async () => {
    const at = await openRepository(repository().dir);
    expect(applyFileCommand(at, at.root, '/tmp/my fix.patch')).toBe("git apply '/tmp/my fix.patch'");
    expect(applyFileCommand(at, join(at.root, 'src'), '/tmp/a.patch')).toBe(`git -C ${at.root} apply /tmp/a.patch`);
  });
});
