import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CorruptDeltaError,
  decodeDelta,
  encodeDelta,
  NewerFormatError,
  type StoredEvent,
} from '../../../src/store/index.ts';
import { anyData, contentsOf, eventOf, eventSet } from '../../support/arbitraries.ts';

const DIGEST_AT = 'honedelta'.length;
const CONTENT_AT = DIGEST_AT + 32;

function withData(data: StoredEvent['data'], sequence = 0): StoredEvent {
  return { ...eventOf(0, sequence), data };
}

/** A delta whose checksum is right for whatever its content is. */
function sealed(content: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from('honedelta'), createHash('sha256').update(content).digest(), content]);
}

describe('delta', () => {
  it('gives back any JSON object exactly', () => {
    fc.assert(
      fc.property(fc.array(anyData, { minLength: 1, maxLength: 4 }), (many) => {
        // Each object twice, so that what occurs once and what repeats are both written.
        const events = [...many, ...many].map((data, i) => withData(data, i));
        const read = decodeDelta(encodeDelta(events)).map(({ data }) => data);
        // Not toStrictEqual, which takes a key named "constructor" for a class.
        expect(
          isDeepStrictEqual(
            read,
            events.map(({ data }) => data),
          ),
        ).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ['whole numbers at the edges', { n: [0, -1, 2 ** 31, 2 ** 50 - 1, 2 ** 50, -(2 ** 50), 2 ** 53, 1e300, -1e-300] }],
    ['decimals', { n: [0.1, 0.29, 1.005, -12.345, 1 / 3, 0.1 + 0.2, 1e-7, 123456789.125] }],
    ['minus zero', { n: -0 }],
    ['lone surrogates', { t: ['\ud800', 'x\udc00'] }],
    ['a byte order mark', { t: '\ufeffa' }],
    ['keys that look like numbers', { 2: 'b', 1: 'a' }],
  ])('gives back %s', (_, data) => {
    expect(decodeDelta(encodeDelta([withData(data)]))[0]?.data).toStrictEqual(data);
  });

  it('keeps a key named __proto__ as a key', () => {
    const data = JSON.parse('{"__proto__":{"polluted":true},"a":1}');
    const [event] = decodeDelta(encodeDelta([withData(data), withData(data, 1)]));
    expect(Object.keys(event?.data ?? {})).toEqual(['__proto__', 'a']);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('writes what is not JSON as JSON.stringify would', () => {
    const data = { gone: undefined, nan: Number.NaN, kept: [undefined, 1] } as unknown as StoredEvent['data'];
    expect(decodeDelta(encodeDelta([withData(data)]))[0]?.data).toEqual({ nan: null, kept: [null, 1] });
  });

  it('refuses events that are none, and data nested without end', () => {
    expect(() => encodeDelta([{ ...eventOf(0, 0), at: 0.5 }])).toThrow(TypeError);
    expect(() => encodeDelta([eventOf(0, -1)])).toThrow(TypeError);
    let deep: StoredEvent['data'] = {};
    for (let i = 0; i < 5000; i++) deep = { deep };
    expect(() => encodeDelta([withData(deep)])).toThrow(/nested/);
  });

  it('holds exactly the events it was given', () => {
    fc.assert(
      fc.property(eventSet, (events) => {
        expect(contentsOf(decodeDelta(encodeDelta(events)))).toEqual(contentsOf(events));
      }),
    );
  });

  it('notices every flipped bit and every truncation', () => {
    const delta = encodeDelta(Array.from({ length: 20 }, (_, i) => eventOf(1, i)));
    fc.assert(
      fc.property(fc.nat(delta.length - 1), fc.nat(7), (byte, bit) => {
        const broken = Uint8Array.from(delta);
        broken[byte] = (broken[byte] ?? 0) ^ (1 << bit);
        expect(() => decodeDelta(broken)).toThrow(CorruptDeltaError);
        expect(() => decodeDelta(delta.subarray(0, byte))).toThrow(CorruptDeltaError);
      }),
      { numRuns: 300 },
    );
  });

  it('survives hostile content under a right checksum', () => {
    const delta = encodeDelta(Array.from({ length: 20 }, (_, i) => eventOf(1, i)));
    const content = delta.subarray(CONTENT_AT);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(content.length - 1), fc.nat(255)), { minLength: 1, maxLength: 5 }),
        (edits) => {
          const hostile = Uint8Array.from(content);
          for (const [at, byte] of edits) hostile[at] = byte;
          try {
            decodeDelta(sealed(hostile));
          } catch (error) {
            if (!(error instanceof NewerFormatError)) expect(error).toBeInstanceOf(CorruptDeltaError);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('says when a later Hone wrote it', () => {
    const content = Uint8Array.from(encodeDelta([]).subarray(CONTENT_AT));
    content[0] = 9;
    expect(() => decodeDelta(sealed(content))).toThrow(NewerFormatError);
  });
});
