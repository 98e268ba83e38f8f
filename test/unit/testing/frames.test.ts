import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FrameReader, newKey } from '../../../src/testing/frames.ts';

function frame(key: string, sequence: number, last: number, fragment: string): string {
  const tag = createHmac('sha256', key).update(`${sequence}:${last}:${fragment}`).digest('hex').slice(0, 16);
  return `\n@hone:${sequence}:${last}:${tag}:${fragment}\n`;
}

it('reads frames however the pipe cuts them and whatever is printed between them', () => {
  fc.assert(
    fc.property(
      fc.array(fc.jsonValue(), { maxLength: 5 }),
      fc.array(fc.nat(50)),
      fc.string(),
      (values, cuts, noise) => {
        const key = newKey();
        const ascii = values.map((value) => JSON.stringify(value).replace(/[^\x20-\x7e]/g, '?'));
        const text = ascii.map((one, at) => noise.replaceAll('@', '') + frame(key, at, 1, one)).join('');
        const reader = new FrameReader(key);
        let at = 0;
        for (const cut of cuts) {
          reader.push(text.slice(at, at + cut));
          at += cut;
        }
        reader.push(text.slice(at));
        expect(reader.messages).toEqual(ascii.map((one) => JSON.parse(one)));
        expect(reader.forged).toBe(0);
      },
    ),
  );
});

it('joins fragments', () => {
  const reader = new FrameReader('k');
  reader.push(frame('k', 0, 0, '{"a":') + frame('k', 1, 1, '1}'));
  expect(reader.messages).toEqual([{ a: 1 }]);
});

it('takes forged, repeated and reordered frames for output', () => {
  const reader = new FrameReader('key');
  const genuine = frame('key', 0, 1, '1');
  reader.push(frame('other', 0, 1, '9') + genuine + genuine + frame('key', 5, 1, '5'));
  expect(reader.messages).toEqual([1]);
  expect(reader.forged).toBe(3);
  expect(reader.tail).toContain('@hone:5:');
});
