import { afterAll, expect, it } from 'vitest';
import { type ExploreInputs, Explorer } from '../../../src/fix/explore.ts';
import { detect, driverFolder } from '../../../src/testing/index.ts';
import { createRepository, removeRepositories } from '../../support/repository.ts';
import { providerOf, using } from '../sandbox/host.ts';

const provider = await providerOf('namespaces');
afterAll(async () => {
  removeRepositories();
  await provider?.close();
});

const text = `exports.most = (list) => {
  let most = list[0];
  for (const one of list) if (one < most) most = one;
  return most;
};
`;
const tests = `const { test } = require('node:test'); const assert = require('node:assert'); const { most } = require('./most.cjs');
test('of two', () => assert.equal(most([1, 2]), 2)); test('of one', () => assert.equal(most([3]), 3));
`;

it.skipIf(provider === undefined)(
  'a search that found nothing goes on beyond its time, until it finds something',
  async () => {
    if (provider === undefined) return;
    const repository = createRepository();
    const commit = repository.commit({ files: { 'most.cjs': text, 'most.test.cjs': tests } });
    const command = await detect('node --test', repository.dir);
    const spec = { repository: repository.dir, commit, readOnly: [driverFolder()] };
    const tried = async (budgetMs: number, graceMs: number) =>
      using(provider, spec, async (sandbox) => {
        const inputs: ExploreInputs = {
          ...{
            command,
            sandboxes: [sandbox],
            share: { index: 0, count: 1 },
            seed: 1,
            order: 'ranked',
          },
          files: [{ path: 'most.cjs', language: 'javascript', text }],
          testedWords: new Set(),
          suspicions: [{ file: 'most.cjs', line: 3, score: 1, reasons: [] }],
          ...{ failing: ['most.test.cjs::of two'], guards: ['most.test.cjs::of one'], testFiles: ['most.test.cjs'] },
          ...{ testTimeoutMs: 1000, trialTimeoutMs: 10_000, accept: async () => true },
        };
        const exploration = new Explorer(inputs);
        const found = await exploration.go({ budgetMs, graceMs });
        // Where it ended it can go on.
        const further = found.tried === 0 ? await exploration.go({ budgetMs: 30_000 }) : found;
        expect(further).toMatchObject({ notes: [], plausible: [expect.anything(), ...further.plausible.slice(1)] });
        return { plausible: found.plausible.length, tried: found.tried, notes: found.notes };
      });
    expect(await tried(1, 0)).toEqual({ plausible: 0, tried: 0, notes: [expect.stringContaining('the time ended')] });
    const late = await tried(1, 30_000);
    const inTime = await tried(30_000, 0);
    expect(late).toMatchObject({ plausible: 1, notes: [] });
    // One is enough then: what else may be found is not worth the time that is kept for the proof.
    expect(inTime.plausible).toBeGreaterThan(1);
    expect(late.tried).toBeLessThan(inTime.tried);
  },
);
