import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printable } from '../../../src/base/printable.ts';
import { pad, textWidth, truncate, truncatePath, wrap } from '../../../src/render/terminal-text.ts';

describe('columns', () => {
  it('truncates to the width asked for, wide characters counted twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 30 }), (text, width) => {
        expect(textWidth(truncate(printable(text), width))).toBeLessThanOrEqual(width);
      }),
    );
    expect(truncate('髙橋ジュン', 5)).toBe('髙橋…');
    expect(truncate('short', 5)).toBe('short');
  });

  it('shortens a path where it says least', () => {
    expect(truncatePath('src/analysis/render/terminal.ts', 20)).toBe('…/render/terminal.ts');
    expect(truncatePath('a-very-long-single-name.ts', 10)).toBe('a-very-lo…');
  });

  it('pads by columns', () => {
    expect(pad('髙', 4)).toBe('髙  ');
    expect(pad('7', 3, 'left')).toBe('  7');
  });

  it('wraps at spaces and loses no word that fits', () => {
    expect(wrap('the quick brown fox', 9)).toEqual(['the quick', 'brown fox']);
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1 }), (words) => {
        const lines = wrap(words.join(' '), 10);
        expect(lines.join(' ')).toBe(words.join(' '));
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(10);
      }),
    );
  });
});
