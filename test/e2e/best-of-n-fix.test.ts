import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ActionsArtifacts } from '../../src/github/index.ts';
import { localProvider } from '../../src/sandbox/index.ts';
import { restoreStore } from '../../src/store/sync/index.ts';
import { findAct } from '../support/act/binary.ts';
import { FixWorld } from '../support/act/fix-world.ts';
import { root } from '../support/bundle.ts';
import { removeRepositories } from '../support/repository.ts';

const act = findAct();
const unavailable = await localProvider('namespaces').available();
if (unavailable !== undefined) {
  if (process.env.HONE_TEST_REQUIRE === 'all') throw new Error(unavailable);
  process.stdout.write(`not run: repairs in a workflow runner: ${unavailable}\n`);
}

const source = `export const steps = [[100, 0.2], [10, 0.05]];

export function discountFor(quantity) {
  for (const [from, share] of steps) {
    if (quantity > from) return share;
  }
  return 0;
}
`;
const tests = `import assert from 'node:assert/strict';
import test from 'node:test';
import { discountFor } from '../src/pricing.js';

test('few have no discount', () => assert.equal(discountFor(9), 0));
test('ten are cheaper', () => assert.equal(discountFor(10), 0.05));
test('more than ten too', () => assert.equal(discountFor(50), 0.05));
test('a hundred are cheapest', () => assert.equal(discountFor(100), 0.2));
test('more than a hundred too', () => assert.equal(discountFor(101), 0.2));
test('nine and a half are few', () => assert.equal(discountFor(9.5), 0));
`;

const matrix = `
on: workflow_dispatch
permissions: {}
jobs:
  fix:
    permissions: { actions: read, contents: write, pull-requests: write }
    uses: owner/hone/.github/workflows/best-of-n-fix.yml@v1
    with: { test-command: npm test, runners: 3, time-limit: 90, labels: 'automatic repair' }
  after:
    needs: fix
    runs-on: ubuntu-latest
    steps:
      - env:
          OUTPUTS: \${{ toJSON(needs.fix.outputs) }}
        run: echo "$OUTPUTS"
`;

const project = {
  'package.json': JSON.stringify({ name: 'prices', type: 'module', scripts: { test: 'node --test' } }),
  // So that the callers' npm ci has something to read.
  'package-lock.json': JSON.stringify({ name: 'prices', lockfileVersion: 3, packages: { '': { name: 'prices' } } }),
  'src/pricing.js': source,
  'test/pricing.test.js': tests,
  '.gitignore': 'node_modules\n',
  '.github/workflows/matrix.yml': matrix,
  '.github/workflows/best-of-n-fix.yml': readFileSync(`${root}/workflows/best-of-n-fix.yml`, 'utf8')
    .replace('runners: 1', 'time-limit: 60')
    .replace(/(install-command: [^#\n]*[^#\s])/, '$1 && echo installed-$((40 + 2))'),
};

describe.skipIf(act === undefined || unavailable !== undefined)('best-of-n-fix in a workflow runner', () => {
  let world: FixWorld;
  beforeEach(async () => {
    world = await FixWorld.create(act ?? '', project);
  });
  afterEach(() => world.remove());
  afterAll(removeRepositories);

  /** What the program of a branch says of 9, 10, 99 and 100: the repair is right, however it is written. */
  async function discounts(branch = 'none'): Promise<number[]> {
    const code = Buffer.from(world.api.state.read(branch, 'src/pricing.js')).toString('base64');
    const { discountFor } = await import(`data:text/javascript;base64,${code}`);
    return [9, 10, 99, 100].map(discountFor);
  }

  const names = () => world.act.service.state.list().map(({ name }) => name);

  /** Kinds of events that the jobs left, as a later run would read them. */
  async function kinds(): Promise<string[]> {
    const apiUrl = world.act.service.origin;
    const artifacts = new ActionsArtifacts({ token: 'any', apiUrl, repository: 'octo/project' });
    const { store } = await restoreStore({ cache: undefined, artifacts, clock: { now: Date.now } }, { sweep: true });
    return [...store.events()].map(({ kind }) => kind);
  }

  function workflowRun(head: { branch?: string; repository?: string; bot?: boolean } = {}) {
    return {
      workflow_run: {
        conclusion: 'failure',
        event: head.bot ? 'pull_request' : 'push',
        actor: { login: head.bot ? 'dependabot[bot]' : 'octocat' },
        head_sha: world.act.caller.head,
        head_branch: head.branch ?? 'main',
        head_repository: { id: 1, full_name: head.repository ?? 'octo/project' },
      },
      repository: { default_branch: 'main', full_name: 'octo/project' },
    };
  }

  it('splits a search over three runners and publishes what they agree on', async () => {
    const run = await world.run({
      workflow: 'matrix.yml',
      event: 'workflow_dispatch',
      payload: { repository: { default_branch: 'main' } },
      runId: '11',
    });
    expect(run.status, run.text).toBe(0);
    expect(Object.keys(run.jobs).filter((job) => /attempt/i.test(job))).toHaveLength(3);
    expect(names()).toEqual(
      expect.arrayContaining(['hone-fix', 'hone-fix-plan', ...[1, 2, 3].map((one) => `hone-fix-share-${one}-of-3`)]),
    );
    const [pull, ...more] = world.api.state.pulls;
    expect(more).toEqual([]);
    expect(pull).toMatchObject({ base: 'main', state: 'open', author: 'github-actions[bot]' });
    expect(pull?.labels).toContain('automatic repair');
    expect(pull?.body).toContain('ten are cheaper');
    expect(await discounts(pull?.head)).toEqual([0, 0.05, 0.05, 0.2]);
    expect(world.api.state.tip('main')).toBe(world.act.caller.head);
    expect(run.text).toContain(`"pull-request": "${pull?.number}"`);
    expect(run.text).toMatch(/"status": "(fixed|review)"/);
    expect(await kinds()).toEqual(expect.arrayContaining(['repair.finished', 'repair.attempted', 'repair.published']));
  });

  it('repairs a red workflow run once, however often it runs, and installs nothing that a bot brings', async () => {
    for (const runId of ['21', '22']) {
      const bot = runId === '22';
      const run = await world.run({
        workflow: 'best-of-n-fix.yml',
        event: 'workflow_run',
        payload: workflowRun({ bot }),
        runId,
      });
      expect(run.status, run.text).toBe(0);
      expect(run.text.includes('installed-42')).toBe(!bot);
      expect(run.summaries.join('\n')).toContain('discountFor');
      expect(world.api.state.pulls).toHaveLength(1);
    }
    const [pull] = world.api.state.pulls;
    expect(await discounts(pull?.head)).toEqual([0, 0.05, 0.05, 0.2]);
    expect(world.api.state.git(['rev-list', `main..${pull?.head}`]).split('\n')).toHaveLength(1);
  });

  it('leaves the code of forks a patch, and nothing else', async () => {
    const run = await world.run({
      workflow: 'best-of-n-fix.yml',
      event: 'workflow_run',
      payload: workflowRun({ repository: 'mallory/project' }),
      runId: '31',
    });
    expect(run.status, run.text).toBe(0);
    expect(run.summaries.join('\n')).toMatch(/^\+ .*quantity/m);
    expect(run.text).not.toContain('installed-42');
    expect(names()).toEqual(['hone-fix']);
    expect(world.api.requests).toEqual([]);
  });

  it('leaves green runs, other branches and its own repairs alone', async () => {
    const payload = workflowRun({ branch: 'hone/fix-0123' });
    const run = await world.run({ workflow: 'best-of-n-fix.yml', event: 'workflow_run', payload, runId: '41' });
    expect(run.status, run.text).toBe(0);
    expect(names()).toEqual([]);
  });
});
