import { expect, test } from 'vitest';
import { UsageError } from '../../../src/base/errors.ts';
import { limitOptions, parsePeriod } from '../../../src/git/metrics/period.ts';

test('a day is the whole day, in UTC', () => {
  const limits = parsePeriod({ since: '2024-02-29', until: '2024-02-29' });
  expect(limits).toEqual({ since: Date.UTC(2024, 1, 29), until: Date.UTC(2024, 2, 1) });
  expect(limitOptions(limits)).toEqual(['--since=@1709164800', '--until=@1709251199']);
});

test('an instant has its zone, or UTC', () => {
  expect(parsePeriod({ since: '2024-03-01T10:00:00+02:00' }).since).toBe(Date.UTC(2024, 2, 1, 8));
  expect(parsePeriod({ since: '2024-03-01T10:00' }).since).toBe(Date.UTC(2024, 2, 1, 10));
});

test.each(['yesterday', '2023-02-29', '2024-13-01', '1969-12-31', '', '2024-01-01 --output=x', '2024-01-01T25:00'])(
  '"%s" is refused',
  (since) => {
    expect(() => parsePeriod({ since })).toThrow(UsageError);
  },
);

test('an empty period is refused', () => {
  expect(() => parsePeriod({ since: '2024-02-02', until: '2024-02-01' })).toThrow(/is not before/);
});
