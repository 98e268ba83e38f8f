import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../../src/base/errors.ts';
import {
  checksumPath,
  EventStore,
  exportEvents,
  formatChecksum,
  importEvents,
  parseChecksum,
  sha256,
} from '../../../src/store/index.ts';
import { anyData, eventOf, eventSet } from '../../support/arbitraries.ts';

async function imported(lines: Iterable<string>): Promise<number> {
  let count = 0;
  for await (const _ of importEvents(lines)) count++;
  return count;
}

describe('export and import', () => {
  it('carry every event to another store', async () => {
    await fc.assert(
      fc.asyncProperty(eventSet, anyData, async (events, data) => {
        const store = await EventStore.create();
        store.merge([...events, { ...eventOf(9, 0), data: JSON.parse(JSON.stringify(data)) }]);
        const copy = await EventStore.create();
        const read = [];
        for await (const event of importEvents(exportEvents(store))) read.push(event);
        copy.merge(read);
        expect([...exportEvents(copy)].sort()).toEqual([...exportEvents(store)].sort());
      }),
      { numRuns: 40 },
    );
  });

  const good = JSON.stringify(eventOf(0, 0));
  it.each([
    ['not JSON', '{"key":', 'line 3 is not JSON: {"key":'],
    ['a number', '7', 'line 3 is not an event: 7 is not an object'],
    ['without a key', '{"at":1}', 'line 3 is not an event: key is missing, must be an object'],
    [
      'a text for a time',
      good.replace(/"at":\d+/, '"at":"now"'),
      'line 3 is not an event: at is "now", must be milliseconds',
    ],
    ['a negative sequence', good.replace('"sequence":0', '"sequence":-1'), 'key.sequence is -1'],
    ['a list for data', good.replace(/"data":.*$/, '"data":[]}'), 'data is [], must be an object'],
    ['control characters', '\u001b[31mred', 'line 3 is not JSON: ?[31mred'],
  ])('name the line of what is %s', async (_, bad, message) => {
    const failure = imported([good, '', bad]);
    await expect(failure).rejects.toThrow(UsageError);
    await expect(failure).rejects.toThrow(message);
  });

  it('drops fields that are not of an event', async () => {
    for await (const event of importEvents([good.replace('{', '{"extra":1,')])) expect(event).toEqual(eventOf(0, 0));
  });
});

describe('checksum', () => {
  it('is written as sha256sum reads it', () => {
    const digest = sha256(new TextEncoder().encode('abc'));
    expect(digest).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(formatChecksum(digest, 'store.db')).toBe(`${digest}  store.db\n`);
    expect(parseChecksum(formatChecksum(digest, 'store.db'))).toBe(digest);
    expect(parseChecksum(`${digest.slice(1)}  store.db\n`)).toBeUndefined();
    expect(checksumPath('a/store.db')).toBe('a/store.db.sha256');
  });
});
