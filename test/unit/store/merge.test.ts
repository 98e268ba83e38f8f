import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CorruptDeltaError,
  EventStore,
  encodeDelta,
  NewerFormatError,
  type StoredEvent,
} from '../../../src/store/index.ts';
import { contentsOf, eventOf, eventSet, timeOf } from '../../support/arbitraries.ts';

const CONTENT_AT = 'honedelta'.length + 32;

async function storeOf(...batches: StoredEvent[][]): Promise<EventStore> {
  const store = await EventStore.create();
  for (const batch of batches) store.merge(batch);
  return store;
}

describe('merge', () => {
  it('is a union: any order, any grouping, any repetition', async () => {
    await fc.assert(
      fc.asyncProperty(eventSet, eventSet, eventSet, fc.boolean(), async (a, b, c, reopened) => {
        const union = new Map([...a, ...b, ...c].map((event) => [JSON.stringify(event.key), event]));
        const expected = contentsOf(union.values());
        let left = await storeOf(a, b, c, b);
        if (reopened) left = await EventStore.open(left.serialize());
        const right = await storeOf(c);
        right.mergeStore(await storeOf([...b, ...a, ...a]));
        expect(contentsOf(left.events())).toEqual(expected);
        expect([...right.events()]).toEqual([...left.events()]);
        expect(left.count()).toBe(union.size);
        expect(left.merge([...a, ...b, ...c]).added).toBe(0);
        expect([...left.verify().problems, ...right.verify().problems]).toEqual([]);
        left.compact();
        expect([...left.events()]).toEqual([...right.events()]);
        expect(left.verify().problems).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('counts what it added and what it knew', async () => {
    const events = Array.from({ length: 2500 }, (_, i) => eventOf(0, i));
    const store = await storeOf(events.filter(({ key }) => key.sequence % 2 === 0));
    expect(store.mergeDelta(encodeDelta(events))).toEqual({ added: 1250, known: 1250, conflicting: 0, expired: 0 });
    expect(contentsOf(store.events())).toEqual(contentsOf(events));
  });

  it('keeps the same one of two events that claim a key, whatever the order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 2 }), async (variants) => {
        const events = variants.map((v) => ({ ...eventOf(0, 5, timeOf(0, 5) + (v % 2)), data: { variant: v } }));
        const around = [eventOf(0, 4), eventOf(0, 6)];
        const forth = await storeOf(around, ...events.map((event) => [event]));
        const back = await storeOf([...events].reverse(), around);
        expect([...forth.events()]).toEqual([...back.events()]);
        expect(forth.count()).toBe(3);
        expect(forth.verify().problems).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('reports a conflict, and refolds what had seen the loser', async () => {
    const store = await storeOf([eventOf(0, 0)]);
    const sum = {
      name: 'sum',
      version: 1,
      kinds: ['finding', 'other'],
      commutative: true,
      initial: () => 0,
      apply: (state: number, event: StoredEvent) => state + Number(event.data.n ?? 0),
    };
    expect(store.project(sum)).toBe(0);
    const winner = { ...eventOf(0, 0), at: eventOf(0, 0).at + 1, kind: 'other', data: { n: 7 } };
    expect(store.merge([winner])).toEqual({ added: 0, known: 1, conflicting: 1, expired: 0 });
    expect(store.merge([eventOf(0, 0)])).toEqual({ added: 0, known: 1, conflicting: 1, expired: 0 });
    expect(store.project(sum)).toBe(7);
  });

  it('knows an event again whose keys stand in another order', async () => {
    const event = { ...eventOf(0, 0), data: { a: 1, b: { c: 'x', d: 2 } } };
    const store = await storeOf([event]);
    const same = { ...event, data: { b: { d: 2, c: 'x' }, a: 1 } };
    expect(store.merge([same])).toEqual({ added: 0, known: 1, conflicting: 0, expired: 0 });
  });

  it('is unchanged by a delta that fails', async () => {
    const store = await storeOf([eventOf(0, 0)]);
    const before = [...store.events()];
    const delta = encodeDelta([eventOf(1, 0)]);
    delta[delta.length - 1] = (delta.at(-1) ?? 0) ^ 1;
    expect(() => store.mergeDelta(delta)).toThrow(CorruptDeltaError);
    expect([...store.events()]).toEqual(before);
    store.merge([eventOf(1, 0)]);
    expect(store.count()).toBe(2);
  });
});

describe('a hostile delta under a right checksum', () => {
  it('is refused whole, or leaves a store that can be read', async () => {
    const content = encodeDelta(Array.from({ length: 20 }, (_, i) => eventOf(1, i))).subarray(CONTENT_AT);
    const edits = fc.array(fc.tuple(fc.nat(content.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 });
    const store = await EventStore.create();
    store.merge([eventOf(0, 0)]);
    let accepted = 0;
    fc.assert(
      fc.property(edits, (changes) => {
        const hostile = Uint8Array.from(content);
        for (const [at, byte] of changes) hostile[at] = byte;
        const digest = createHash('sha256').update(hostile).digest();
        const before = store.count();
        try {
          store.mergeDelta(Buffer.concat([Buffer.from('honedelta'), digest, hostile]));
          accepted++;
        } catch (error) {
          if (!(error instanceof NewerFormatError)) expect(error).toBeInstanceOf(CorruptDeltaError);
          expect(store.count()).toBe(before);
        }
      }),
      { numRuns: 1000 },
    );
    expect(accepted).toBeGreaterThan(0);
    expect(store.verify().problems).toEqual([]);
    expect([...store.events()]).toHaveLength(store.count());
  });
});

describe('events', () => {
  it('answers queries as a filter over everything would', async () => {
    const time = fc.integer({ min: timeOf(0, 0) - 1000, max: timeOf(0, 14) + 9000 });
    const kinds = fc.option(fc.subarray(['finding', 'sample', 'attempt', 'unheard']), { nil: undefined });
    const optional = fc.option(time, { nil: undefined });
    await fc.assert(
      fc.asyncProperty(
        eventSet,
        eventSet,
        kinds,
        optional,
        optional,
        fc.boolean(),
        fc.nat(12),
        async (a, b, k, since, until, newestFirst, limit) => {
          const store = await storeOf(a, b);
          const all = [...store.events()];
          expect(all.every((event, i) => i === 0 || event.at >= (all[i - 1]?.at ?? 0))).toBe(true);
          const wanted = all.filter(
            ({ kind, at }) =>
              (!k || k.includes(kind)) && at >= (since ?? -1) && at < (until ?? Number.POSITIVE_INFINITY),
          );
          if (newestFirst) wanted.reverse();
          const query = {
            newestFirst,
            limit,
            ...(k && { kinds: k }),
            ...(since && { since }),
            ...(until && { until }),
          };
          expect([...store.events(query)]).toEqual(wanted.slice(0, limit));
        },
      ),
      { numRuns: 150 },
    );
  });
});
