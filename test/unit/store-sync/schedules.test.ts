import { expect, test } from 'vitest';
import { checkSchedules, loseNaively } from './property.ts';

// All 2,000 are played by test/e2e/store-schedules.test.ts.
test('random schedules of overlapping runs lose no committed event', { timeout: 120_000 }, async () => {
  console.info(await checkSchedules(80));
});

test('the same schedules do lose events when the store is restored, appended to and saved', async () => {
  const { committed, lost } = await loseNaively(40);
  expect(lost / committed).toBeGreaterThan(0.2);
});
