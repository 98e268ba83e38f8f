import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { repairLesson } from '../../../src/fix/events.ts';
import {
  classify,
  classifyTest,
  lessonsOf,
  recordLesson,
  relevantLessons,
  signatureOf,
} from '../../../src/fix/reflect/index.ts';
import { lessons } from '../../../src/fix/reflect/relevant.ts';
import type { Attempt, Baseline, ErrorClass, FailingTest, Lesson } from '../../../src/fix/types.ts';
import { EventStore } from '../../../src/store/index.ts';
import { RecordedEvents } from '../../support/events.ts';

const seen: readonly (readonly [ErrorClass, errorClass: string | undefined, message: string])[] = [
  ['assertion', 'AssertionError', 'Expected values to be strictly equal:\n\n1 !== 2\n'],
  ['assertion', 'AssertionError', 'expected the timeout to be 3 to equal 4'],
  ['assertion', 'JestAssertionError', 'expect(received).toBe(expected)'],
  ['assertion', undefined, 'assert 3 == 4'],
  ['assertion', 'Failed', "DID NOT RAISE <class 'ValueError'>"],
  ['type', 'TypeError', "Cannot read properties of undefined (reading 'a')"],
  ['type', 'AttributeError', "'NoneType' object has no attribute 'x'"],
  ['syntax', 'SyntaxError', 'Unexpected token }'],
  ['syntax', 'IndentationError', 'unexpected indent'],
  ['import', 'Error', "Cannot find module './a'"],
  ['import', 'ModuleNotFoundError', "No module named 'a'"],
  ['import', 'SyntaxError [ERR_MODULE_NOT_FOUND]', 'x'],
  ['name', 'ReferenceError', 'a is not defined'],
  ['name', 'UnboundLocalError', "cannot access local variable 'a'"],
  ['value', 'KeyError', "'a'"],
  ['value', 'json.decoder.JSONDecodeError', 'Expecting value: line 1'],
  ['value', 'RangeError', 'Invalid time value'],
  ['crash', 'RangeError', 'Maximum call stack size exceeded'],
  ['crash', 'RecursionError', 'maximum recursion depth exceeded'],
  ['memory', 'MemoryError', ''],
  ['memory', 'Error', 'JavaScript heap out of memory'],
  ['timeout', 'Error', 'Test timed out in 5000ms.'],
  ['timeout', 'TimeoutError', ''],
  ['network', 'Error', 'connect ECONNREFUSED 127.0.0.1:80'],
  ['network', 'ConnectionRefusedError', '[Errno 111] Connection refused'],
  ['network', 'OSError', '[Errno -3] Temporary failure in name resolution'],
  ['filesystem', 'Error', "ENOENT: no such file or directory, open 'a'"],
  ['filesystem', 'FileNotFoundError', "[Errno 2] No such file or directory: 'a'"],
  ['other', 'ShopError', 'closed on Sundays'],
  ['other', undefined, ''],
];

test.each(seen)('%s: %s: %s', (expected, errorClass, message) => {
  expect(classify(errorClass, message)).toBe(expected);
});

function failing(more: Partial<FailingTest> = {}): FailingTest {
  return {
    id: 'tests/test_shop.py::test_price',
    file: 'tests/test_shop.py',
    status: 'failed',
    message: "KeyError: 'gold'",
    errorClass: 'KeyError',
    stack: [
      { file: 'shop.py', line: 7, function: 'price' },
      { file: 'tests/test_shop.py', line: 3, function: 'test_price' },
    ],
    ...more,
  };
}

test('a test that never ended timed out, whatever it said', () => {
  expect(classifyTest(failing({ status: 'timed-out' }))).toBe('timeout');
});

describe('a signature', () => {
  it('is equal for equal failures with other values, and different for different ones', () => {
    expect(signatureOf("KeyError: 'gold'")).toBe(signatureOf('KeyError: "a\\"b"'));
    expect(signatureOf('assert 3 == -4.5e3\n more')).toBe(signatureOf('\nassert 12 == 0'));
    expect(signatureOf('open /home/a/b.txt failed')).toBe(signatureOf('open ../c.txt failed'));
    expect(signatureOf('a is not defined')).not.toBe(signatureOf('a is not a function'));
    expect(signatureOf(undefined)).toBe('');
  });

  it('keeps no text in quotes, no long token, no control character, and is short', () => {
    expect(signatureOf(`token "hunter2" and ghp_16C7e42F292c6912E7710c838347Ae178B4a at https://u:p@host/x`)).toBe(
      'token S and X at P',
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (message) => {
        const signature = signatureOf(message);
        expect(signature.length).toBeLessThanOrEqual(120);
        expect(signature).not.toMatch(/\p{Cc}/u);
      }),
    );
  });
});

describe('lessons of a repair', () => {
  const baseline = (...tests: FailingTest[]): Baseline => ({
    framework: 'pytest',
    tests: 9,
    failing: tests,
    flaky: [],
    durationMs: 1,
  });

  it('say what fails where, what was tried in vain, and where to look', () => {
    const outcomes = [
      { template: 'negate', tried: 4, partial: 0, errors: { TypeError: 4 } },
      { template: 'number', tried: 3, partial: 0, errors: { KeyError: 2, IndexError: 1 } },
      { template: 'number', tried: 3, partial: 0, errors: { ValueError: 3 } },
    ];
    const repair = { baseline: baseline(failing(), failing({ id: 'b' })), candidates: [] };
    expect(lessonsOf(repair, outcomes)).toEqual([
      {
        errorClass: 'value',
        file: 'shop.py',
        function: 'price',
        signature: 'KeyError: S',
        avoid: ['number', 'negate'],
        suggestion:
          'The failing tests raise KeyError in `price` (shop.py). No template adds a missing key: look at where the ' +
          'dictionary is filled and at how the key is spelled. 10 candidates of 2 templates turned no failing test ' +
          'green; most ended in value errors.',
        occurrences: 2,
      },
    ]);
  });

  it('name the templates that came near, and what the review refused', () => {
    const outcomes = [
      { template: 'number', tried: 3, partial: 1, errors: {} },
      { template: 'negate', tried: 4, partial: 0, errors: {} },
    ];
    const findings = [
      { rule: 'special-case', severity: 'critical', category: 'overfitting', file: 'shop.py', line: 1, message: '' },
    ] as const;
    const refused = {
      strategy: 'string',
      file: 'shop.py',
      line: 12,
      green: true,
      review: { verdict: 'reject', findings },
    };
    const other = failing({ id: 'c', errorClass: 'TypeError', message: 'x', stack: [] });
    const [first, second] = lessonsOf(
      { baseline: baseline(failing(), other), candidates: [refused as unknown as Attempt] },
      outcomes,
    );
    expect(first?.suggestion).toContain('1 of 2 failing tests raise KeyError');
    expect(first?.suggestion).toContain('turned a part of the failing tests green and not all, of `number` (1)');
    expect(first?.suggestion).toContain('`string` at shop.py:12 passed and was refused by the review (special-case)');
    expect(second).toMatchObject({ errorClass: 'type', file: 'tests/test_shop.py', function: undefined });
  });

  it('say so when nothing could be tried', () => {
    const [lesson] = lessonsOf({ baseline: baseline(failing()), candidates: [] }, []);
    expect(lesson?.suggestion).toContain('No candidate was tried');
  });
});

describe('relevant lessons', () => {
  const lesson = (more: Partial<Lesson>): Lesson => ({
    errorClass: 'value',
    file: 'other.py',
    function: undefined,
    signature: 'other',
    avoid: ['number'],
    suggestion: 'Look.',
    occurrences: 1,
    ...more,
  });

  const subject = { failing: [failing()], files: ['shop.py'] };

  it('come nearest first, once each, ten at most, none that has nothing to do with it', async () => {
    const recorded = new RecordedEvents();
    const same = lesson({ file: 'shop.py', function: 'price', signature: 'KeyError: S' });
    recordLesson(recorded, 'c1', lesson({ errorClass: 'network', signature: 'far away' }));
    recordLesson(recorded, 'c1', lesson({}));
    recordLesson(recorded, 'c1', same);
    recordLesson(recorded, 'c1', lesson({ file: 'shop.py' }));
    recordLesson(recorded, 'c2', { ...same, suggestion: 'Look again.', occurrences: 2 });
    for (let i = 0; i < 12; i++) recordLesson(recorded, 'c1', lesson({ signature: `s${i}` }));
    const store = await EventStore.create();
    store.merge(recorded.all);
    const found = relevantLessons(store, subject);
    store.close();
    expect(found).toHaveLength(10);
    expect(found[0]).toEqual({ ...same, suggestion: 'Look again.', occurrences: 3 });
    expect(found[1]?.file).toBe('shop.py');
    expect(found.map(({ signature }) => signature)).not.toContain('far away');
  });

  it('prefer what is recent to what is old', () => {
    const store = new RecordedEvents();
    recordLesson(store, 'c1', lesson({ file: 'shop.py', signature: 'old' }));
    store.now += 200 * 86_400_000;
    recordLesson(store, 'c2', lesson({ file: 'shop.py', signature: 'new' }));
    expect(relevantLessons(store, subject).map(({ signature }) => signature)).toEqual(['new', 'old']);
  });

  it('are the same in whatever order events are folded, whatever they hold', () => {
    const data = fc.record(
      {
        errorClass: fc.constantFrom('value', 'type', '__proto__', 3),
        file: fc.constantFrom('a.py', 'b.py', null),
        function: fc.constantFrom('f', null, 7),
        signature: fc.constantFrom('s', '__proto__'),
        avoid: fc.constantFrom(['number'], [1], 'x'),
        suggestion: fc.constantFrom('Look.', 'Look again.'),
        occurrences: fc.constantFrom(1, 2, -1, 0.5, '1'),
      },
      { requiredKeys: ['file', 'signature', 'suggestion'] },
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(data, fc.nat(2)), { maxLength: 12 }), (all) => {
        const store = new RecordedEvents();
        const from = store.now;
        for (const [one, at] of all) {
          store.now = from + at;
          store.record(repairLesson, one as never);
        }
        const forth = store.project(lessons);
        store.all.reverse();
        expect(store.project(lessons)).toEqual(forth);
      }),
    );
  });
});
