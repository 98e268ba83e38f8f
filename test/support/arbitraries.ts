import fc from 'fast-check';
import type { JsonObject } from '../../src/base/json.ts';
import type { StoredEvent } from '../../src/store/index.ts';

/** Any JSON object, hostile keys and texts included. */
export const anyData: fc.Arbitrary<JsonObject> = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constant(null),
    fc.boolean(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.maxSafeInteger(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('\ud800', 'a\udfffb', '\u0000', '\ufeffbom', '__proto__', 'open', 'closed'),
    fc.array(tie('value'), { maxLength: 4 }),
    tie('object'),
  ),
  object: fc
    .array(
      fc.tuple(fc.oneof(fc.constantFrom('__proto__', 'constructor', '', 'rule', '0'), fc.string()), tie('value')),
      {
        maxLength: 5,
      },
    )
    .map((entries) => JSON.parse(`{${entries.map(([k, v]) => `${JSON.stringify(k)}:${jsonText(v)}`).join(',')}}`)),
})).object as fc.Arbitrary<JsonObject>;

/** JSON.stringify writes -0 as 0. */
function jsonText(value: unknown): string {
  return Object.is(value, -0) ? '-0' : JSON.stringify(value);
}

export const KINDS = ['finding', 'sample', 'attempt'] as const;

/**
 * A set of immutable events of a few streams: no key twice, every event a function of its key, so that any two sets of
 * the same seed agree about the keys they share.
 */
export const eventSet: fc.Arbitrary<StoredEvent[]> = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 14 })), {
    maxLength: 40,
    selector: ([stream, sequence]) => `${stream}:${sequence}`,
  })
  .map((keys) => keys.map(([stream, sequence]) => eventOf(stream, sequence)));

export function eventOf(stream: number, sequence: number, at = timeOf(stream, sequence)): StoredEvent {
  return {
    key: {
      repository: 'octo/repo',
      runId: `run-${stream % 3}`,
      attempt: 1 + (stream % 2),
      job: `job-${stream}`,
      sequence,
    },
    at,
    kind: KINDS[(stream + sequence) % KINDS.length] ?? 'finding',
    version: 1,
    data: { n: stream * 100 + sequence, text: `text ${sequence % 4}`, list: [stream, null, 'x'] },
  };
}

/** Times that collide and run backwards between streams, and sometimes within one. */
export function timeOf(stream: number, sequence: number): number {
  return Date.UTC(2026, 0, 1) + ((sequence * 7 + stream * 3) % 11) * 1000 + sequence * 500;
}

/** Events in one order, by content only: what two stores must agree on. */
export function contentsOf(events: Iterable<StoredEvent>): string[] {
  return [...events].map((event) => JSON.stringify(event)).sort();
}
