import { describe, expect, it } from 'vitest';
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
