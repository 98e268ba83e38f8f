import { afterAll, expect, it } from 'vitest';
import { makePlan, type Planned } from '../../../src/fix/plan.ts';
import { passUnrepaired } from '../../../src/fix/recheck.ts';
import { openWorkshop } from '../../../src/fix/workshop.ts';
import { openWorkspace } from '../../../src/fix/workspace.ts';
import { openRepository } from '../../../src/git/index.ts';
import { localProvider } from '../../../src/sandbox/index.ts';
import { detect, tryCandidates } from '../../../src/testing/index.ts';
import { createRepository, removeRepositories, type TestRepository } from '../../support/repository.ts';

afterAll(removeRepositories);
const unavailable = await localProvider('namespaces').available();

const good = `const table = Object.freeze(['a', 'b']);
exports.first = () => table[0];
`;
const tests = `const { test } = require('node:test');
const assert = require('node:assert');
const { first } = require('./sol.cjs');
test('first', () => assert.equal(first(), 'a'));
test('of elsewhere', () => assert.equal(process.platform, 'none'));
`;

async function plan(
  made: TestRepository,
  use: (planned: Planned, fixed: boolean) => void,
  text = 'node --test',
): Promise<void> {
  const workspace = await openWorkspace(await openRepository(made.dir));
  const command = await detect(text, made.dir);
  const workshop = await openWorkshop(workspace, [command], 'namespaces');
  try {
    const runner = await workshop.open();
    const limits = { timeoutMs: 20_000, idleMs: 20_000, left: () => 60_000, onStage: () => {} };
    const planned = await makePlan({ workspace, workshop, command, runner, ...limits });
    const originals = Object.fromEntries(await workspace.read(['sol.cjs']));
    const before = originals['sol.cjs'] ?? '';
    const trial = { id: '1', edits: { 'sol.cjs': [{ start: 0, end: before.length, text: good }] } };
    let fixed = false;
    for await (const { plausible } of tryCandidates(runner, planned.plan?.command ?? command, [trial], {
      originals,
      failing: planned.baseline.failing.map(({ id }) => id),
      guards: planned.plan?.guards ?? [],
      testFiles: planned.plan?.testFiles ?? [],
      testTimeoutMs: 1000,
      trialTimeoutMs: 10_000,
    }))
      fixed = plausible;
    use(planned, fixed);
  } finally {
    await workshop.close();
  }
}

it.skipIf(unavailable !== undefined)('leaves alone what failed in the commit before', async () => {
  const made = createRepository();
  made.commit({ files: { 'sol.cjs': good, 'a.test.cjs': tests } });
  made.commit({ files: { 'sol.cjs': good.replace('table[0]', 'table[1]') } });
  await plan(made, ({ baseline, plan }, fixed) => {
    expect(baseline.failing.map(({ id }) => id)).toEqual(['a.test.cjs::first']);
    expect(baseline.failedBefore).toEqual(['a.test.cjs::of elsewhere']);
    expect(plan?.suspicions[0]).toMatchObject({ file: 'sol.cjs', line: 2 });
    expect(fixed).toBe(true);
  });
});

it.skipIf(unavailable !== undefined)('repairs a program that does not load', async () => {
  const made = createRepository();
  made.commit({ files: { 'sol.cjs': good, 'a.test.cjs': tests.replace(/test\('of.*/, '') } });
  made.commit({ files: { 'sol.cjs': good.replace('freeze', 'freez') } });
  await plan(made, ({ baseline, plan }, fixed) => {
    expect(baseline.failing).toMatchObject([{ id: 'a.test.cjs::', status: 'error' }]);
    expect(plan?.suspicions[0]).toMatchObject({ file: 'sol.cjs', line: 1 });
    expect(fixed).toBe(true);
  });
});

it.skipIf(unavailable !== undefined)(
  'builds again where the tests run what is built, whatever else of the build fails',
  async () => {
    const build = `const { mkdirSync, copyFileSync } = require('node:fs');
mkdirSync('dist', { recursive: true });
copyFileSync('sol.cjs', 'dist/sol.cjs');
`;
    const bad = good.replace('table[0]', 'table[1]');
    const own = tests.replace(/test.'of elsewhere.*/, '');
    const loaded = createRepository();
    loaded.commit({ files: { 'sol.cjs': bad, 'a.test.cjs': own, 'build.cjs': build } });
    await plan(
      loaded,
      ({ plan, reason }, fixed) => {
        expect([plan?.command.sourcesAreLoaded, plan?.command.preludeMayFail, reason]).toEqual([true, undefined, '']);
        expect(fixed).toBe(true);
      },
      'node build.cjs && node --test',
    );
    const built = createRepository();
    const ofBuilt = own.replace('./sol.cjs', './dist/sol.cjs');
    built.commit({ files: { 'sol.cjs': bad, 'a.test.cjs': ofBuilt, 'build.cjs': `${build}process.exit(3);` } });
    await plan(
      built,
      ({ plan, reason }, fixed) => {
        expect([plan?.command.sourcesAreLoaded, plan?.command.preludeMayFail, reason]).toEqual([undefined, true, '']);
        expect(plan?.suspicions[0]).toMatchObject({
          file: 'sol.cjs',
          reasons: ['failing tests run what was built of it'],
        });
        expect(fixed).toBe(true);
      },
      'node build.cjs && node --test',
    );
  },
);

it.skipIf(unavailable !== undefined)('asks failing tests once more before a repair is proposed', async () => {
  const made = createRepository();
  made.commit({ files: { 'sol.cjs': good, 'a.test.cjs': tests } });
  const workspace = await openWorkspace(await openRepository(made.dir));
  const command = await detect('node --test', made.dir);
  const workshop = await openWorkshop(workspace, [command], 'namespaces');
  const failed = {
    file: 'a.test.cjs',
    status: 'failed' as const,
    message: undefined,
    errorClass: undefined,
    stack: [],
  };
  const failing = ['a.test.cjs::first', 'a.test.cjs::of elsewhere'].map((id) => ({ ...failed, id }));
  try {
    const session = { workshop, command, left: () => 60_000 };
    expect([...(await passUnrepaired(session, { failing }, undefined))]).toEqual(['a.test.cjs::first']);
    const hangs = failing.map((one) => ({ ...one, status: 'timed-out' as const }));
    expect((await passUnrepaired(session, { failing: hangs }, undefined)).size).toBe(0);
  } finally {
    await workshop.close();
  }
});
