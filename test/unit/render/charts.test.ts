import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bar, heatStrip, labelled, sparkline } from '../../../src/render/charts.ts';
import { createStyle, plainStyle } from '../../../src/render/style.ts';
import { textWidth } from '../../../src/render/terminal-text.ts';

const unicode = createStyle({ colour: false, unicode: true, width: 80 });
const coloured = createStyle({ colour: true, unicode: true, width: 80 });

describe('sparkline', () => {
  it('draws heights relative to the greatest', () => {
    expect(sparkline([0, 1, 4, 7], unicode)).toBe('▁▂▅█');
  });

  it('never shows a little as nothing, nor nothing as something', () => {
    expect(sparkline([1, 100_000], unicode)).toBe('▂█');
    expect(sparkline([0, 0], unicode)).toBe('▁▁');
    expect(sparkline([], unicode)).toBe('');
  });

  it('fits any width and loses nothing of the sum', () => {
    expect(sparkline([1, 1, 1, 1, 1, 1], unicode, 3)).toBe('███');
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { maxLength: 300 }), fc.integer({ min: 1, max: 60 }), (values, width) => {
        expect(textWidth(sparkline(values, coloured, width))).toBeLessThanOrEqual(width);
      }),
    );
  });

  it('is ASCII where only ASCII is safe', () => {
    for (const chart of [
      sparkline([0, 3, 9], plainStyle),
      heatStrip([0, 3, 9], plainStyle),
      bar(1, 3, 9, plainStyle),
    ]) {
      expect(chart).toMatch(/^[ -~]+$/);
    }
  });
});

describe('bar', () => {
  it('is filled in proportion, at least by one for what is there', () => {
    expect(bar(1, 2, 4, plainStyle)).toBe('##..');
    expect(bar(1, 1000, 4, plainStyle)).toBe('#...');
    expect(bar(0, 1000, 4, plainStyle)).toBe('....');
    expect(bar(5, 0, 4, plainStyle)).toBe('....');
    expect(bar(9, 3, 4, plainStyle)).toBe('####');
  });
});

describe('labelled', () => {
  it('puts labels in one column', () => {
    expect(
      labelled(
        [
          ['a', 'one'],
          ['longer', 'two'],
        ],
        plainStyle,
      ),
    ).toEqual(['  a       one', '  longer  two']);
  });
});
