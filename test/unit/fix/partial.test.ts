import { describe, expect, it } from 'vitest';
import type { Found } from '../../../src/fix/explore.ts';
import { alikeIn, isApart } from '../../../src/fix/partial.ts';

const before = 'def a():\n    x = 1\n    y = 2\n    return x\n\n\ndef b():\n    return 3\n';

function repair(more: { text?: string; repaired?: string[]; function?: string | undefined } = {}): Found {
  const { text = before.replace('y = 2', 'y = 4'), repaired = ['t1'] } = more;
  const candidate = { id: text, template: 'number', function: 'function' in more ? more.function : 'a' } as never;
  return { candidate, rank: 1, texts: { 'm.py': text }, repaired };
}

describe('a repair of a part of the failing tests', () => {
  const originals = new Map([['m.py', before]]);
  const runs = (lines: readonly number[]) => ({
    tests: new Map([['t2', new Map([['m.py', lines]])]]),
    missing: undefined,
  });

  it('is apart from tests that do not run what it changes', () => {
    expect(isApart(repair(), originals, ['t2'], runs([7, 8]))).toBe(true);
    expect(isApart(repair(), originals, ['t2'], runs([]))).toBe(true);
    for (const line of [2, 3, 4]) expect(isApart(repair(), originals, ['t2'], runs([line])), `${line}`).toBe(false);
  });

  it('is not where that is not known', () => {
    expect(isApart(repair(), originals, ['t2', 't3'], runs([8]))).toBe(false);
    expect(isApart(repair(), originals, ['t2'], { ...runs([8]), missing: 'no time' })).toBe(false);
    expect(isApart(repair({ function: undefined }), originals, ['t2'], runs([8]))).toBe(false);
  });

  it('stands with those that repair the same tests, the most of them', () => {
    const [one, two, three] = [repair(), repair({ repaired: ['t2', 't1'] }), repair({ repaired: ['t1', 't2'] })];
    expect(alikeIn([one, two, three])).toEqual([two, three]);
    expect(alikeIn([])).toEqual([]);
  });
});
