import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pad, printable, textWidth, truncate, truncatePath, wrap } from '../../../src/render/terminal-text.ts';

describe('text from a repository', () => {
  it('loses escape sequences, with what they carry', () => {
    expect(printable('a\u001b[31mred\u001b[0m\u001b]8;;https://evil.example\u0007link\u001b]8;;\u0007')).toBe(
      'aredlink',
    );
    expect(printable('\u009b2Jgone')).toBe('gone');
  });

  it('stays in one line', () => {
    expect(printable('first\r\nsecond\tthird\u2028fourth')).toBe('first second third fourth');
  });

  it('cannot be turned around or hidden', () => {
    expect(printable('if (\u202enimda\u202c) \u2066x\u2069 \u200b\ufeff')).toBe('if (nimda) x');
  });

  it('keeps what people write', () => {
    for (const text of ['Inês Carvalho', '髙橋 ジュン', '👩‍👩‍👧 ok', 'मराठी']) expect(printable(text)).toBe(text);
  });

  it('never contains a control character, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(printable(text)).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });
});

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
