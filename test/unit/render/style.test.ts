import { describe, expect, it } from 'vitest';
import { createStyle, styleFor } from '../../../src/render/style.ts';

const terminal = { isTTY: true, columns: 90 };
const pipe = {};
const utf8 = { LANG: 'en_GB.UTF-8', TERM: 'xterm-256color' };

describe('styleFor', () => {
  it('has colour and glyphs on a terminal', () => {
    expect(styleFor(terminal, utf8)).toMatchObject({ colour: true, unicode: true, width: 90 });
  });

  it('is plain when piped', () => {
    expect(styleFor(pipe, utf8)).toMatchObject({ colour: false, unicode: false, width: 100 });
  });

  it('is plain on a dumb terminal and without UTF-8', () => {
    expect(styleFor(terminal, { ...utf8, TERM: 'dumb' })).toMatchObject({ colour: false, unicode: false });
    expect(styleFor(terminal, { LANG: 'C' }).unicode).toBe(false);
  });

  it('lets LC_ALL override LANG', () => {
    expect(styleFor(terminal, { ...utf8, LC_ALL: 'POSIX' }).unicode).toBe(false);
  });

  it.each([
    ['NO_COLOR', { NO_COLOR: '1' }, false],
    ['an empty NO_COLOR, which says nothing', { NO_COLOR: '' }, true],
    ['FORCE_COLOR=0', { FORCE_COLOR: '0' }, false],
    ['both, where NO_COLOR wins', { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
  ])('obeys %s', (_, env, colour) => {
    expect(styleFor(terminal, { ...utf8, ...env }).colour).toBe(colour);
  });

  it('obeys FORCE_COLOR when piped, and --no-color before everything', () => {
    expect(styleFor(pipe, { ...utf8, FORCE_COLOR: '1' }).colour).toBe(true);
    expect(styleFor(terminal, { ...utf8, FORCE_COLOR: '1' }, true).colour).toBe(false);
  });

  it('keeps to widths that can be read', () => {
    expect(styleFor({ isTTY: true, columns: 12 }, utf8).width).toBe(40);
    expect(styleFor({ isTTY: true, columns: 400 }, utf8).width).toBe(110);
    expect(styleFor(pipe, { COLUMNS: '60' }).width).toBe(60);
    expect(styleFor({ isTTY: true, columns: 0 }, utf8).width).toBe(100);
  });
});

describe('createStyle', () => {
  it('paints only with colour', () => {
    expect(createStyle({ colour: false, unicode: true, width: 80 }).red('x')).toBe('x');
    expect(createStyle({ colour: true, unicode: true, width: 80 }).red('x')).toBe('\u001b[31mx\u001b[39m');
  });
});
