import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clipDocument,
  codeBlock,
  escapeMarkdown,
  escapeMessage,
  inlineCode,
  table,
} from '../../../src/render/markdown.ts';

describe('escapeMarkdown', () => {
  it.each([
    ['<img src=x onerror=alert(1)>', /</],
    ['<!-- hone:report -->', /<!--/],
    ['@octocat please', /@octocat/],
    ['![x](http://evil.example/a.png)', /!\[|\]\(|:\/\//],
    ['[x](javascript:alert(1))', /(?<!\\)\[|(?<!\\)\]/],
    ['fixes #12', /#12/],
    ['GH-12', /GH-12/],
    ['www.evil.example', /www\\?\./],
    ['`code`', /(?<!\\)`/],
    ['a | b', /(?<!\\)\|/],
    ['::error::boom', /::/],
    ['line\n\n# heading', /\n/],
    ['safe\u202egnp.exe', /\u202e/],
    ['0123456789abcdef0123456789abcdef01234567', /\b[0-9a-f]{40}\b/],
  ])('takes the power from %j', (text, danger) => {
    expect(escapeMarkdown(text)).not.toMatch(danger);
  });

  it('keeps ordinary words as they are', () => {
    expect(escapeMarkdown('Add a parser, at last')).toBe('Add a parser, at last');
  });

  it('is one line without raw angle brackets, mentions or commands, and not endless, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => {
        const escaped = escapeMarkdown(text, 100);
        expect(escaped).not.toMatch(/[<\n\r]|@[\w-]|::|:\/\//);
        expect(escaped.length).toBeLessThan(100 * 12);
      }),
    );
  });
});

describe('inlineCode', () => {
  it.each([
    ['a', '`a`'],
    ['', '` `'],
    ['a`b', '``a`b``'],
    ['`a`', '`` `a` ``'],
    ['a|b', '`a\\|b`'],
    ['a\nb', '`a b`'],
    ['<!-- hone -->', '`< !-- hone -->`'],
  ])('%j becomes %j', (text, expected) => {
    expect(inlineCode(text)).toBe(expected);
  });

  it('never ends before its text does', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('`', 'a', ' ', '\n') }), (text) => {
        const code = inlineCode(text);
        const fence = /^`+/.exec(code)?.[0] ?? '';
        const inside = code.slice(fence.length, -fence.length);
        expect([...inside.matchAll(/`+/g)].some((run) => run[0].length === fence.length)).toBe(false);
      }),
    );
  });
});

it('escapes the words of a message and keeps its quotes as code', () => {
  expect(escapeMessage('`<b>` is *bad* @me')).toBe('`<b>` is \\*bad\\* @&#8203;me');
});

it('fences code that contains fences', () => {
  expect(codeBlock('```\nx\n```', 'ts')).toBe('````ts\n```\nx\n```\n````');
});

it('clips a document at a line and says so', () => {
  const clipped = clipDocument(`${'x'.repeat(50)}\n`.repeat(100), 1000);
  expect(Buffer.byteLength(clipped)).toBeLessThanOrEqual(1000);
  expect(clipped).toMatch(/x\n\n_Clipped here/);
  expect(clipDocument('short', 1000)).toBe('short');
});

it('makes tables', () => {
  expect(table(['a', 'b'], [['1', '2']])).toBe('| a | b |\n| --- | --- |\n| 1 | 2 |');
});
