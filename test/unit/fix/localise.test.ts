import { describe, expect, it } from 'vitest';
import { definitionScores } from '../../../src/fix/localise/definitions.ts';
import { changedLines } from '../../../src/fix/localise/index.ts';
import { ochiai } from '../../../src/fix/localise/ochiai.ts';
import { spread } from '../../../src/fix/localise/statements.ts';

describe('Ochiai', () => {
  it('is the cosine of the line with failing, by its definition', () => {
    const coverage = new Map([
      ['fails', new Map([['f', [1, 2]]])],
      ['fails too', new Map([['f', [1]]])],
      ['passes', new Map([['f', [1, 3]]])],
    ]);
    const scores = ochiai(coverage, new Set(['fails', 'fails too']));
    expect(scores.get('f')?.get(1)).toBeCloseTo(2 / Math.sqrt(2 * 3));
    expect(scores.get('f')?.get(2)).toBeCloseTo(1 / Math.sqrt(2 * 1));
    expect(scores.get('f')?.has(3)).toBe(false);
  });

  it('leaves out files that no failing test executes', () => {
    expect(ochiai(new Map([['passes', new Map([['f', [1]]])]]), new Set(['fails'])).size).toBe(0);
  });
});

describe('statements over several lines', () => {
  async function spreadOver(path: string, text: string, line: number): Promise<number[]> {
    const lines = new Map([[line, { score: 0.5, reasons: ['seen'] }]]);
    await spread(path, text, lines);
    return [...lines.keys()].sort((a, b) => a - b);
  }

  it('share the score of the line where they begin', async () => {
    expect(await spreadOver('f.py', 'def f(a, b):\n    x = (a +\n         b)\n    return x\n', 2)).toEqual([2, 3]);
    expect(await spreadOver('f.js', 'function f(a, b) {\n  return a &&\n    b;\n}\n', 2)).toEqual([2, 3]);
  });

  it('keep a condition apart from the body', async () => {
    expect(await spreadOver('f.py', 'if (a and\n    b):\n    x = 1\n', 1)).toEqual([1, 2]);
    expect(await spreadOver('f.js', 'if (a &&\n  b) {\n  x = 1;\n}\n', 1)).toEqual([1, 2]);
  });

  it('do not spread a callback over the lines of its body', async () => {
    expect(await spreadOver('f.js', 'const f = () => {\n  x();\n  y();\n};\n', 1)).toEqual([1]);
  });
});

describe('lines that run when a module is loaded', () => {
  it('are as suspicious as what they are for', async () => {
    const text = `LIMIT = 3
OTHER = 1

class Box:
    size = 4
    colour = "red"

    @cached
    def fits(self, n, exact=True):
        return n <= self.size

def within(n):
    return n < LIMIT
`;
    const scores = await definitionScores(
      'box.py',
      text,
      new Map([
        [10, 0.5],
        [13, 1],
      ]),
    );
    expect([...scores].sort(([a], [b]) => a - b)).toEqual([
      [1, 1],
      [5, 0.5],
      [8, 0.5],
      [9, 0.5],
      [12, 1],
    ]);
    const script = 'const limit = 3;\nconst other = 1;\nfunction within(n, most = 4) {\n  return n < limit;\n}\n';
    expect([...(await definitionScores('box.js', script, new Map([[4, 1]]))).keys()]).toEqual([1, 3]);
  });
});

describe('what a commit changed', () => {
  const line = (type: 'added' | 'deleted' | 'context', at: number) => ({ type, line: at, text: '' });
  it('are the lines it brought, and those around what it took away', () => {
    const lines = [line('context', 4), line('deleted', 5), line('deleted', 6), line('context', 5)];
    expect(changedLines({ oldStart: 4, oldLines: 4, newStart: 4, newLines: 2, lines })).toEqual([4, 5]);
    const bare = [line('deleted', 5)];
    expect(changedLines({ oldStart: 5, oldLines: 1, newStart: 4, newLines: 0, lines: bare })).toEqual([4, 5]);
    const replaced = [line('deleted', 5), line('added', 5), line('added', 6)];
    expect(changedLines({ oldStart: 5, oldLines: 1, newStart: 5, newLines: 2, lines: replaced })).toEqual([5, 6]);
  });
});
