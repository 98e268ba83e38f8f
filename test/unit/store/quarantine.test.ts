import { describe, expect, it } from 'vitest';
import { EventStore, encodeDelta, type Projection, type StoredEvent } from '../../../src/store/index.ts';
import { eventOf } from '../../support/arbitraries.ts';

const trusted = [0, 1, 2].map((n) => eventOf(0, n));
const forked = [0, 1, 2].map((n) => eventOf(1, n));
const key = (event: StoredEvent | undefined) => {
  if (!event) throw new Error('no event');
  const { sequence: _, ...stream } = event.key;
  return stream;
};

const names: Projection<string[]> = {
  name: 'names',
  version: 1,
  kinds: ['finding', 'sample', 'attempt'],
  commutative: false,
  initial: () => [],
  apply: (state, event) => [...state, `${event.key.job}/${event.key.sequence}`],
};

describe('quarantine', () => {
  it('keeps events in the file and out of sight until their stream is accepted', async () => {
    const created = await EventStore.create();
    created.merge(trusted);
    expect(created.mergeDelta(encodeDelta(forked), { quarantined: true }).added).toBe(3);
    const store = await EventStore.open(created.serialize());
    expect(store.count()).toBe(3);
    expect([...store.events()]).toHaveLength(3);
    expect(store.project(names)).toHaveLength(3);
    expect(store.streams().map(({ key: { job }, quarantined, events }) => [job, quarantined, events])).toEqual([
      ['job-0', false, 3],
      ['job-1', true, 3],
    ]);
    expect(store.accept([key(forked[0])])).toEqual({ events: 3 });
    const direct = await EventStore.create();
    direct.merge([...forked, ...trusted]);
    expect([...store.events()]).toEqual([...direct.events()]);
    expect(store.project(names)).toEqual(direct.project(names));
    expect(store.streams().every(({ quarantined }) => !quarantined)).toBe(true);
    expect(store.verify().problems).toEqual([]);
  });

  it('holds for what arrives after the acceptance, and travels with the store', async () => {
    const store = await EventStore.create();
    store.accept([key(forked[0])]);
    store.compact();
    const other = await EventStore.create();
    other.merge(forked.slice(0, 2), { quarantined: true });
    expect(other.count()).toBe(0);
    other.mergeStore(store);
    expect(other.count()).toBe(2);
    other.merge(forked, { quarantined: true });
    expect(other.count()).toBe(3);
  });

  it('does not let quarantined events stand in for trusted ones of the same key', async () => {
    const forged = { ...eventOf(0, 0), at: eventOf(0, 0).at + 9999, data: { forged: true } };
    for (const forgedFirst of [true, false]) {
      const store = await EventStore.create();
      if (forgedFirst) store.merge([forged], { quarantined: true });
      store.merge(trusted);
      if (!forgedFirst) store.merge([forged], { quarantined: true });
      expect([...store.events()].some(({ data }) => 'forged' in data)).toBe(false);
      expect(store.count()).toBe(3);
    }
  });

  it('notices new events after a quarantined block has gone', async () => {
    const store = await EventStore.create();
    store.merge(forked);
    store.merge(forked, { quarantined: true });
    expect(store.project(names)).toHaveLength(3);
    store.accept([key(forked[0])]);
    store.merge(trusted);
    expect(store.project(names)).toHaveLength(6);
  });

  it('stays quarantined through a merge of stores', async () => {
    const store = await EventStore.create();
    store.merge(forked, { quarantined: true });
    const other = await EventStore.create();
    other.mergeStore(store);
    expect(other.count()).toBe(0);
    expect(other.streams()).toMatchObject([{ quarantined: true, events: 3 }]);
  });
});
