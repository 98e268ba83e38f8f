import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pathFromBytes, pathFromGit, pathToBytes } from '../../../src/git/path.ts';

test('a name that is UTF-8 is itself', () => {
  for (const name of [
    'src/a.ts',
    'naïve café.md',
    'tab\tand\nnewline',
    'in "quotes"',
    'back\\slash',
    '日本語',
    '\ufffd',
  ]) {
    expect(pathFromBytes(Buffer.from(name))).toBe(name);
  }
});

test('any other name is written as git writes it', () => {
  expect(pathFromBytes(Buffer.from('caf\xe9.txt', 'latin1'))).toBe('"caf\\351.txt"');
  expect(pathFromBytes(Buffer.from('"quoted"'))).toBe('"\\"quoted\\""');
});

test('every name survives the way to a string and back, and no two names meet', () => {
  const name = fc.uint8Array({ minLength: 1, maxLength: 20 }).map((bytes) => Buffer.from(bytes));
  const hostile = fc
    .array(fc.constantFrom('"', '\\', '\n', 'a', '3', '\xe9', '\xc3', '\xa9'))
    .map((parts) => Buffer.from(parts.join(''), 'latin1'));
  fc.assert(
    fc.property(fc.oneof(name, hostile), fc.oneof(name, hostile), (a, b) => {
      expect(pathToBytes(pathFromBytes(a))).toEqual(a);
      expect(pathFromBytes(a) === pathFromBytes(b)).toBe(a.equals(b));
    }),
  );
});

test('names as git prints them without -z are the same names', () => {
  expect(pathFromGit(Buffer.from('"caf\\303\\251.txt"'))).toBe('café.txt');
  expect(pathFromGit(Buffer.from('"a\\tb\\n\\"\\\\"'))).toBe('a\tb\n"\\');
  expect(pathFromGit(Buffer.from('plain.txt'))).toBe('plain.txt');
});
