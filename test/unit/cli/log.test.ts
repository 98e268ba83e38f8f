import { describe, expect, it } from 'vitest';
import { terminalLog } from '../../../src/cli/log.ts';
import { plainStyle } from '../../../src/render/style.ts';

class Screen {
  text = '';
  readonly isTTY: boolean;
  readonly columns = 40;

  constructor(isTTY: boolean) {
    this.isTTY = isTTY;
  }

  write(text: string): void {
    this.text += text;
  }
}

function setUp(isTTY: boolean, options: { quiet?: boolean; verbose?: boolean } = {}) {
  const stream = new Screen(isTTY);
  const clock = { at: 0 };
  const log = terminalLog({ stream, style: plainStyle, quiet: false, verbose: false, ...options, now: () => clock.at });
  return { stream, clock, log };
}

describe('notes', () => {
  it('are lines; only warnings and errors when quiet, all when verbose', () => {
    for (const [options, expected] of [
      [{}, 'note\n! careful\nx wrong\n'],
      [{ quiet: true }, '! careful\nx wrong\n'],
      [{ verbose: true }, 'detail\nnote\n! careful\nx wrong\n'],
    ] as const) {
      const { stream, log } = setUp(false, options);
      log.debug('detail');
      log.info('note');
      log.warn('careful');
      log.error('wrong');
      expect(stream.text).toBe(expected);
    }
  });
});

describe('progress on a terminal', () => {
  it('is one line, redrawn and then wiped', () => {
    const { stream, clock, log } = setUp(true);
    const progress = log.progress('Reading');
    clock.at = 100;
    progress.update(1);
    expect(stream.text).toBe('');
    clock.at = 500;
    progress.update(1200, 4800, 'commits');
    expect(stream.text).toBe('\r\u001b[2KReading: 1,200 of 4,800 commits (25%)');
    clock.at = 510;
    progress.update(1300);
    progress.end();
    expect(stream.text.endsWith('\r\u001b[2K')).toBe(true);
    progress.update(1400);
    progress.end();
    expect(stream.text.split('\r')).toHaveLength(3);
  });

  it('tells all that is going on at once', () => {
    const { stream, clock, log } = setUp(true);
    const [first, second] = [log.progress('A'), log.progress('B')];
    clock.at = 1000;
    first.update(1);
    second.update(2);
    expect(stream.text.split('\r\u001b[2K').at(-1)).toBe('A: 1  -  B: 2');
    first.end();
    expect(stream.text.split('\r\u001b[2K').at(-1)).toBe('B: 2');
    second.end();
    expect(stream.text.split('\r\u001b[2K').at(-1)).toBe('');
  });

  it('makes way for a warning', () => {
    const { stream, clock, log } = setUp(true);
    const progress = log.progress('Reading');
    clock.at = 1000;
    progress.update(1);
    log.warn('careful');
    expect(stream.text).toBe('\r\u001b[2KReading: 1\r\u001b[2K! careful\n');
  });
});

describe('progress elsewhere', () => {
  it('is a line every few seconds, and none for short work', () => {
    const { stream, clock, log } = setUp(false);
    const progress = log.progress('Reading');
    for (clock.at = 0; clock.at <= 12_000; clock.at += 100) progress.update(clock.at);
    progress.end();
    expect(stream.text).toBe('Reading: 5,000\nReading: 10,000\n');
  });

  it('is silent when quiet', () => {
    const { stream, clock, log } = setUp(true, { quiet: true });
    clock.at = 10_000;
    log.progress('Reading').update(1);
    expect(stream.text).toBe('');
  });
});
