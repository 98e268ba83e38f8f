import { CommitParser } from 'conventional-commits-parser';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conventionalHeader, conventionalType } from '../../../src/git/metrics/conventional.ts';

test.each([
  ['feat: add', 'feat'],
  ['FIX(parser)!: stop', 'fix'],
  ['chore(deps-dev): bump', 'chore'],
  ['refactor!: drop', 'refactor'],
  ['feat:no space', undefined],
  ['feat(): empty scope', undefined],
  ['feat: ', undefined],
  [': no type', undefined],
  ['Merge branch x', undefined],
  ['Revert "feat: add"', undefined],
  ['two words: no', undefined],
])('%s', (header, type) => {
  expect(conventionalType(header)).toBe(type);
});

test('the verdict is that of conventional-commits-parser with the same pattern', () => {
  const parser = new CommitParser({ headerPattern: conventionalHeader });
  const piece = fc.constantFrom('feat', 'Fix', '(', ')', 'core', '!', ':', ' ', 'x', '#1', '@a', 'é', '-', '*');
  const header = fc
    .array(piece, { minLength: 1, maxLength: 10 })
    .map((pieces) => pieces.join(''))
    .filter((text) => text.trim() !== '');
  const body = fc.constantFrom('', '\n\nBody: text', '\n\nBREAKING CHANGE: all', '\n\nfix: not the header');
  fc.assert(
    fc.property(header, body, (text, rest) => {
      expect(conventionalType(text)).toBe(parser.parse(text + rest).type?.toLowerCase());
    }),
    { numRuns: 500 },
  );
});

test('a hostile header takes no time', () => {
  const start = performance.now();
  conventionalType(`${'a '.repeat(50_000)}#`);
  conventionalType(`feat(${'('.repeat(100_000)}`);
  expect(performance.now() - start).toBeLessThan(1000);
});
