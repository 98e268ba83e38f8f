import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HistoryParser, type HistoryVisitor } from '../../../src/git/metrics/history.ts';

function read(chunks: readonly Buffer[]): unknown[] {
  const seen: unknown[] = [];
  const visitor: HistoryVisitor = {
    commit: (commit) => seen.push({ ...commit }),
    file: (...file) => seen.push(file),
  };
  const parser = new HistoryParser(visitor);
  for (const chunk of chunks) parser.push(chunk);
  return seen;
}

const log = Buffer.from(
  [
    '\x01aaa bbb\x001700000000 +0530\0Ada\0ada@x\0Merge it\n\nBody\n\0',
    '\x01aaa\x001700000100 -0330\0Bo\0bo@x\0feat: add\n\0',
    '\n12\t3\tsrc/a.ts\0-\t-\tlogo.png\x000\t7\t\0old name\0new\nname\0',
    '\x01\x00-5 +0000\0\0\0\0',
  ].join(''),
);

test('commits and files are read', () => {
  expect(read([log])).toEqual([
    { merge: true, at: 1_700_000_000, offset: 330, name: 'Ada', email: 'ada@x', header: 'Merge it' },
    { merge: false, at: 1_700_000_100, offset: -210, name: 'Bo', email: 'bo@x', header: 'feat: add' },
    ['src/a.ts', 12, 3],
    ['logo.png', 0, 0],
    ['new\nname', 0, 7],
    { merge: false, at: -5, offset: 0, name: '', email: '', header: '' },
  ]);
});

test('where the chunks are cut does not matter', () => {
  const whole = read([log]);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: log.length })), (cuts) => {
      const at = [0, ...cuts.sort((a, b) => a - b), log.length];
      expect(read(at.slice(1).map((end, i) => log.subarray(at[i], end)))).toEqual(whole);
    }),
  );
});
