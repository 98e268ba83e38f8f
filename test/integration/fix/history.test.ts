import { afterAll, describe, expect, it } from 'vitest';
import { earlierTexts } from '../../../src/fix/history.ts';
import { applyCandidate, openSearch } from '../../../src/fix/search/index.ts';
import { openWorkspace } from '../../../src/fix/workspace.ts';
import { openRepository } from '../../../src/git/index.ts';
import {
  createDirectory,
  createRepository,
  removeRepositories,
  type TestRepository,
} from '../../support/repository.ts';

afterAll(removeRepositories);

const at = (...lines: string[]): string => `${lines.join('\n')}\n`;
const path = 'stack.js';
const first = at('function push(stack, item) {', '  seen.add(item);', '  stack.items.push(item);', '}');

/** What the search makes of the file as it is, the likeliest first. */
async function proposals(made: TestRepository, line: number): Promise<{ template: string; text: string }[]> {
  const workspace = await openWorkspace(await openRepository(made.dir));
  const before = await earlierTexts(workspace, [path]);
  const text = (await workspace.read([path])).get(path) ?? '';
  const suspicions = [{ file: path, line, score: 1, reasons: [] }];
  const { stream } = await openSearch({ files: [{ path, language: 'javascript', text }], suspicions, before });
  const candidates = await stream.next(2000);
  return candidates.map((one) => ({ template: one.template, text: applyCandidate(text, one, path) }));
}

describe('a change that broke tests', () => {
  it('of the newest commit is taken back before anything else is tried', async () => {
    const made = createRepository();
    made.commit({ files: { [path]: first } });
    made.commit({ files: { [path]: first.replace('  seen.add(item);\n', '') } });
    expect((await proposals(made, 2))[0]).toEqual({ template: 'undo-change', text: first });
  });

  it('is not known in a clone without earlier commits, and the report says so', async () => {
    const made = createRepository();
    made.commit({ files: { [path]: first } });
    made.commit({ files: { [path]: first.replace('  seen.add(item);\n', '') } });
    const notesAt = async (depth: number): Promise<readonly string[]> => {
      const clone = createDirectory();
      made.git('clone', '--quiet', `--depth=${depth}`, `file://${made.dir}`, clone);
      return (await openWorkspace(await openRepository(clone))).notes;
    };
    expect(await notesAt(1)).toEqual([expect.stringContaining('shallow clone')]);
    expect(await notesAt(2)).toEqual([]);
  });

  it('is taken back part by part, lines that pair up one by one, and all at once', async () => {
    const made = createRepository();
    const old = at('const most = 10;', 'const least = 1;', '', 'function clamp(x) {', '  return cut(x);', '}');
    const now = at('const most = 12;', 'const least = 0;', '', 'function clamp(x) {', '  return x;', '}');
    made.commit({ files: { [path]: old } });
    made.commit({ files: { [path]: now } });
    const texts = (await proposals(made, 5))
      .filter(({ template }) => template === 'undo-change')
      .map(({ text }) => text);
    expect(texts[0]).toBe(now.replace('return x;', 'return cut(x);'));
    expect(new Set(texts)).toEqual(
      new Set([
        now.replace('return x;', 'return cut(x);'),
        now.replace('most = 12', 'most = 10'),
        now.replace('least = 0', 'least = 1'),
        now.replace('most = 12', 'most = 10').replace('least = 0', 'least = 1'),
        old,
      ]),
    );
  });

  it('that is not committed is taken back, and so is one of some commits ago', async () => {
    const made = createRepository();
    made.commit({ files: { [path]: first } });
    const second = first.replace('items.push', 'items.unshift');
    made.commit({ files: { [path]: second } });
    made.commit({ files: { 'README.md': 'more\n' } });
    const third = second.replace('seen.add', 'seen.delete');
    made.write({ [path]: third });
    const workspace = await openWorkspace(await openRepository(made.dir));
    expect((await earlierTexts(workspace, [path])).get(path)).toEqual([
      { age: 0, text: second },
      { age: 2, text: first },
    ]);
    const texts = (await proposals(made, 2)).map(({ text }) => text);
    expect(texts[0]).toBe(second);
    expect(texts).toContain(first);
  });

  it('is unknown where the file has no past', async () => {
    const made = createRepository();
    made.commit({ files: { [path]: first } });
    expect((await proposals(made, 2)).every(({ template }) => template !== 'undo-change')).toBe(true);
  });
});
