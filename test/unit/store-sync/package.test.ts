import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeCarry, encodeCarry } from '../../../src/store/sync/carry.ts';
import { type CarriedDelta, packDelta, unpackDelta } from '../../../src/store/sync/package.ts';

const carried: fc.Arbitrary<CarriedDelta> = fc.record({
  artifactId: fc.integer({ min: 1 }).map(String),
  runId: fc.integer({ min: 1 }).map(String),
  trusted: fc.boolean(),
  bytes: fc.uint8Array({ maxLength: 60 }),
});
const several = fc.uniqueArray(carried, { selector: (one) => one.artifactId, maxLength: 6 });

test('a delta artifact comes back as it was packed', () => {
  fc.assert(
    fc.property(fc.uint8Array(), several, (own, deltas) => {
      expect(unpackDelta(packDelta({ own, carried: deltas }))).toEqual({ own, carried: deltas });
    }),
  );
});

test('a flipped bit never goes unnoticed: the artifact is corrupt, or the carried delta is left out', () => {
  const sized = several.filter((deltas) => deltas.every((one) => one.bytes.length > 0));
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1 }), sized, fc.nat(), fc.nat(7), (own, deltas, where, bit) => {
      const files = new Map(packDelta({ own, carried: deltas }));
      const names = [...files.keys()].filter((name) => name !== 'manifest.json');
      const name = names[where % names.length] ?? '';
      const bytes = Uint8Array.from(files.get(name) ?? []);
      bytes[where % bytes.length] = (bytes[where % bytes.length] ?? 0) ^ (1 << bit);
      files.set(name, bytes);
      if (name === 'events.delta') expect(() => unpackDelta(files)).toThrow('does not match its SHA-256');
      else expect(unpackDelta(files).carried).toHaveLength(deltas.length - 1);
    }),
  );
});

test.each([
  ['nothing', '', 'not JSON'],
  ['no object', '[]', 'no format'],
  ['a newer format', '{"format":2}', 'format version 2'],
  ['an id that is a path', '{"format":1,"own":{"sha256":"x"},"carried":[{"artifactId":"../1"}]}', 'unknown shape'],
])('a manifest with %s is refused', (_, text, message) => {
  const files = new Map([['manifest.json', new TextEncoder().encode(text)]]);
  expect(() => unpackDelta(files)).toThrow(message);
});

test('what a restore leaves for the commit survives the file between them, newest first and within bounds', () => {
  fc.assert(
    fc.property(several, fc.array(fc.integer({ min: 1 }).map(String)), (pending, known) => {
      const back = decodeCarry(encodeCarry({ pending, known: new Set(known) }));
      expect(back?.known).toEqual(new Set(known));
      const newest = [...pending].sort((left, right) => Number(right.artifactId) - Number(left.artifactId));
      expect(back?.pending).toEqual(newest);
    }),
  );
  expect(decodeCarry('{"known":[1],"pending":[]}')).toBeUndefined();
  expect(decodeCarry('')).toBeUndefined();
});
