import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EventStore, encodeDelta, type Projection } from '../../../src/store/index.ts';
import { contentsOf, eventOf, eventSet, timeOf } from '../../support/arbitraries.ts';

const DAY = 86_400_000;

const count: Projection<number> = {
  name: 'count',
  version: 1,
  kinds: ['finding', 'sample', 'attempt'],
  commutative: true,
  initial: () => 0,
  apply: (n) => n + 1,
};

describe('retention', () => {
  it('is a predicate on event time, before and after any merge', async () => {
    const horizon = fc.integer({ min: timeOf(0, 0), max: timeOf(0, 14) + 9000 });
    await fc.assert(
      fc.asyncProperty(eventSet, eventSet, horizon, async (a, b, cut) => {
        const early = await EventStore.create();
        early.merge(a);
        early.project(count);
        early.retain({ now: cut + 90 * DAY });
        early.merge(b);
        early.mergeDelta(encodeDelta(a));
        const late = await EventStore.create();
        late.merge([...b, ...a]);
        late.retain({ now: cut + DAY, days: 1 });
        const kept = new Map(
          [...a, ...b].filter(({ at }) => at >= cut).map((event) => [JSON.stringify(event.key), event]),
        );
        const reopened = await EventStore.open(early.serialize());
        reopened.mergeStore(late);
        for (const store of [early, late, reopened]) {
          expect(contentsOf(store.events())).toEqual(contentsOf(kept.values()));
          expect(store.project(count)).toBe(kept.size);
          expect(store.verify().problems).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('reaches other stores through a merge', async () => {
    const old = await EventStore.create();
    old.merge([eventOf(0, 0)]);
    const trimmed = await EventStore.create();
    trimmed.retain({ now: eventOf(0, 0).at + 91 * DAY });
    old.mergeStore(trimmed);
    expect(old.count()).toBe(0);
    expect(old.merge([eventOf(0, 0)])).toEqual({ added: 0, known: 0, conflicting: 0, expired: 1 });
  });

  it('never goes back', async () => {
    const store = await EventStore.create();
    store.retain({ now: 100 * DAY });
    expect(store.retain({ now: 95 * DAY })).toEqual({ dropped: 0 });
    expect(store.merge([eventOf(0, 0, 7 * DAY)]).expired).toBe(1);
  });

  it('makes the file smaller', async () => {
    const store = await EventStore.create();
    store.merge(Array.from({ length: 20_000 }, (_, i) => eventOf(0, i, i * 1000)));
    const before = store.serialize().length;
    expect(store.retain({ now: 19_000_000, days: 0 }).dropped).toBe(19_000);
    expect(store.serialize().length).toBeLessThan(before / 4);
    expect(store.verify().gaps).toEqual([]);
  });
});
