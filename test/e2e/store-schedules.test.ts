import { expect, test } from 'vitest';
import { checkSchedules, loseNaively } from '../unit/store-sync/property.ts';

const count = 2_000;

test(`${count} random schedules of up to 60 overlapping runs lose no committed event`, {
  timeout: 1_800_000,
}, async () => {
  console.info(await checkSchedules(count));
});

test('the control arm, restore, append, save, does lose events', async () => {
  const { committed, lost } = await loseNaively(count / 10);
  console.info(`restore, append, save: ${lost} of ${committed} events lost (${Math.round((100 * lost) / committed)}%)`);
  expect(lost / committed).toBeGreaterThan(0.2);
});
