import { expect, test } from 'vitest';
import type { ArtifactInfo, Artifacts } from '../../../src/store/sync/index.ts';
import { listDeltas } from '../../../src/store/sync/listing.ts';

/** Lists only: the names and ids that there are, newest first, and which pages were asked for. */
function listing(names: Readonly<Record<string, readonly number[]>>, pageSize = 100) {
  const asked: string[] = [];
  const artifacts = {
    list: async (name: string, page: number) => {
      asked.push(`${name}/${page}`);
      const ids = [...(names[name] ?? [])].sort((left, right) => right - left);
      const shown = ids.slice((page - 1) * pageSize, page * pageSize);
      return {
        artifacts: shown.map((id) => ({ id: String(id), expired: false }) as ArtifactInfo),
        more: shown.length === pageSize,
      };
    },
  } as unknown as Artifacts;
  return { artifacts, asked };
}

function ids(count: number, from = 1): number[] {
  return Array.from({ length: count }, (_, index) => from + index);
}

test('one full page of known deltas ends the search, however many there are', async () => {
  const { artifacts, asked } = listing({ 'hone-delta': ids(5_000) });
  const known = new Set(ids(4_950).map(String));
  const found = await listDeltas(artifacts, { known, slots: 64, depth: 'pages' });
  expect(found[0]?.id).toBe('5000');
  expect(asked).toEqual(['hone-delta/1', 'hone-delta-2/1', 'hone-delta-3/1']);
});

test('unknown deltas at the end of a page lead to the next one', async () => {
  const { artifacts, asked } = listing({ 'hone-delta': ids(400) });
  const known = new Set(ids(250).map(String));
  await listDeltas(artifacts, { known, slots: 64, depth: 'pages' });
  expect(asked.slice(0, 3)).toEqual(['hone-delta/1', 'hone-delta/2', 'hone-delta-2/1']);
});

test('a sweep reads every page, so that a delta behind known ones is found', async () => {
  const { artifacts } = listing({ 'hone-delta': ids(400) });
  const known = new Set(
    ids(400)
      .filter((id) => id !== 7)
      .map(String),
  );
  const found = await listDeltas(artifacts, { known, slots: 64, depth: 'all' });
  expect(found.map((one) => one.id)).toContain('7');
});

test('an empty slot does not hide the next one', async () => {
  const { artifacts } = listing({ 'hone-delta-2': [2], 'hone-delta-4': [4] });
  const found = await listDeltas(artifacts, { known: new Set(), slots: 64, depth: 'pages' });
  expect(found.map((one) => [one.id, one.slot])).toEqual([
    ['4', 4],
    ['2', 2],
  ]);
});

test('ids are compared as numbers of any length', async () => {
  const { artifacts } = listing({ 'hone-delta': [99, 100, 9] });
  const found = await listDeltas(artifacts, { known: new Set(), slots: 1, depth: 'first' });
  expect(found.map((one) => one.id)).toEqual(['100', '99', '9']);
});
