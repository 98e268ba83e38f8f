import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printable } from '../../../src/base/printable.ts';

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

  it('is cut where a message needs it short', () => {
    expect(printable('\u001b[1mabcdef', 4)).toBe('abc…');
    expect(printable('abcd', 4)).toBe('abcd');
  });

  it('never contains a control character, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(printable(text)).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });
});
