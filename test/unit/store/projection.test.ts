import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EventStore, eventKind, type Projection, type StoredEvent } from '../../../src/store/index.ts';
import { eventOf, eventSet, KINDS } from '../../support/arbitraries.ts';

/** Sees order: the state names every event in turn. */
const sequence: Projection<{ seen: string[] }> = {
  name: 'sequence',
  version: 1,
  kinds: ['finding', 'sample'],
  commutative: false,
  initial: () => ({ seen: [] }),
  apply(state, { key, data }) {
    state.seen.push(`${key.job}/${key.sequence}/${data.n}`);
    return state;
  },
};

const tally: Projection<Record<string, number>> = {
  name: 'tally',
  version: 1,
  kinds: KINDS,
  commutative: true,
  initial: () => ({}),
  apply: (state, { kind }) => ({ ...state, [kind]: (state[kind] ?? 0) + 1 }),
};

/** Counts how often `apply` was called. */
function counted<S>(projection: Projection<S>): { projection: Projection<S>; calls: () => number } {
  let calls = 0;
  const apply = (state: S, event: StoredEvent): S => {
    calls++;
    return projection.apply(state, event);
  };
  return { projection: { ...projection, apply }, calls: () => calls };
}

describe('projections', () => {
  it('folded as events arrive equal those folded from scratch', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(eventSet, fc.boolean(), fc.boolean()), { maxLength: 5 }), async (steps) => {
        const store = await EventStore.create();
        for (const [events, fold, compact] of steps) {
          store.merge(events);
          if (fold) {
            store.project(sequence);
            store.project(tally);
          }
          if (compact) store.compact();
        }
        const scratch = await EventStore.create();
        scratch.merge(steps.flatMap(([events]) => events).reverse());
        const reopened = await EventStore.open(store.serialize());
        for (const kept of [store, reopened]) {
          expect(kept.project(sequence)).toEqual(scratch.project(sequence));
          expect(kept.project(tally)).toEqual(scratch.project(tally));
        }
        expect(store.project(sequence).seen).toEqual(
          [...store.events({ kinds: sequence.kinds })].map(({ key, data }) => `${key.job}/${key.sequence}/${data.n}`),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('apply new events only, unless one belongs between older ones', async () => {
    const store = await EventStore.create();
    const ordered = counted(sequence);
    const unordered = counted(tally);
    const findings = [0, 3, 6, 9].map((n) => eventOf(0, n, 1000 * n));
    store.merge(findings.slice(0, 2));
    store.project(ordered.projection);
    store.project(unordered.projection);
    store.project(ordered.projection);
    expect([ordered.calls(), unordered.calls()]).toEqual([2, 2]);
    store.merge(findings.slice(3));
    store.project(ordered.projection);
    store.project(unordered.projection);
    expect([ordered.calls(), unordered.calls()]).toEqual([3, 3]);
    store.merge(findings.slice(2, 3));
    store.project(unordered.projection);
    expect(store.project(ordered.projection).seen).toHaveLength(4);
    expect([ordered.calls(), unordered.calls()]).toEqual([7, 4]);
  });

  it('are folded anew when their definition changes, and kept in the file when not', async () => {
    const store = await EventStore.create();
    store.merge([eventOf(0, 0)]);
    store.project(tally);
    const reopened = await EventStore.open(store.serialize());
    const same = counted(tally);
    expect(reopened.project(same.projection)).toEqual({ finding: 1 });
    expect(same.calls()).toBe(0);
    const changed = counted({ ...tally, version: 2 });
    reopened.project(changed.projection);
    expect(changed.calls()).toBe(1);
  });

  it('hand out states that the caller may change', async () => {
    const store = await EventStore.create();
    store.merge([eventOf(0, 0)]);
    store.project(sequence).seen.push('mine');
    expect(store.project(sequence).seen).toHaveLength(1);
  });
});

describe('upcasting', () => {
  const declared = eventKind<{ ms: number }>('finding', 3, {
    1: ({ s }) => ({ seconds: s ?? 0 }),
    2: ({ seconds }) => ({ ms: Number(seconds) * 1000 }),
  });
  const at = (sequence: number, version: number, data: StoredEvent['data']): StoredEvent => ({
    ...eventOf(0, sequence, sequence),
    kind: 'finding',
    version,
    data,
  });

  it('brings older versions to the declared one, and leaves newer and undeclared ones alone', async () => {
    const store = await EventStore.create();
    store.merge([at(0, 1, { s: 2 }), at(1, 2, { seconds: 3 }), at(2, 3, { ms: 5 }), at(3, 4, { ns: 1 })]);
    expect([...store.events({ kinds: [declared] })].map(({ version, data }) => [version, data])).toEqual([
      [3, { ms: 2000 }],
      [3, { ms: 3000 }],
      [3, { ms: 5 }],
      [4, { ns: 1 }],
    ]);
    expect([...store.events()].map(({ version }) => version)).toEqual([1, 2, 3, 4]);
    const total: Projection<number> = {
      name: 'total',
      version: 1,
      kinds: [declared],
      commutative: true,
      initial: () => 0,
      apply: (sum, { data }) => sum + Number(data.ms ?? 0),
    };
    expect(store.project(total)).toBe(5005);
  });
});
