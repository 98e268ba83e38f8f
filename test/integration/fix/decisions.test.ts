import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import { observeDecisions, publishRepair } from '../../../src/fix/index.ts';
import { learnedWeights } from '../../../src/fix/learned/index.ts';
import { openRepository } from '../../../src/git/index.ts';
import { openRest } from '../../../src/github/index.ts';
import { RecordedEvents } from '../../support/events.ts';
import { type GitHubApi, startGitHubApi } from '../../support/github-api/server.ts';
import { createRepository, removeRepositories, type TestRepository } from '../../support/repository.ts';
import { attempt, report as reportOf } from '../../unit/fix/render-reports.ts';

const context = 'javascript/binary_expression';
let project: TestRepository;
let api: GitHubApi;
let events: RecordedEvents;

beforeEach(async () => {
  project = createRepository();
  project.commit({ files: { 'sum.js': 'export const sum = (a, b) => a - b;\n' } });
  api = await startGitHubApi(project.dir);
  api.state.writers.set('writer', 'github-actions[bot]');
  events = new RecordedEvents();
});
afterEach(() => api.close());
afterAll(removeRepositories);

const where = async () => ({
  rest: await openRest({ token: 'writer', apiUrl: api.origin, sleep: async () => {} }),
  ...{ owner: 'octo', repo: 'project', recorder: events },
});

/** A pull request with a repair by that template, and what its branch is called. */
async function published(template: string, base = 'main'): Promise<string> {
  const patch = project.write({ 'sum.js': 'export const sum = (a, b) => a + b;\n' }).gitBytes({}, 'diff').toString();
  project.git('checkout', '--quiet', '--', '.');
  const winner = attempt({ patch, file: 'sum.js', line: 1, strategy: template, context });
  const report = reportOf({ commit: project.head, winner, candidates: [winner] });
  const options = { base, defaultBranch: 'main', branchPrefix: 'hone/fix-', labels: [] };
  const repository = await openRepository(project.dir);
  const { branch, outcome } = await publishRepair(report, options, { ...(await where()), repository });
  expect(outcome).toBe('opened');
  return branch;
}

/** What is recorded of decisions when GitHub is asked once more. */
async function observed(): Promise<unknown[]> {
  events.nextRun();
  const before = events.all.length;
  await observeDecisions({ ...(await where()), events });
  return events.all.slice(before).map(({ data }) => [data.template, data.decision]);
}

function decide(branch: string, merged: boolean): void {
  const pull = api.state.pulls.find(({ head }) => head === branch);
  Object.assign(pull ?? {}, { state: 'closed', mergedAt: merged ? '2026-02-01T00:00:00Z' : null });
}

it('learns once from each pull request that was merged, merged with changes, or closed', async () => {
  for (const base of ['dev', 'next']) api.state.git(['branch', base, 'main']);
  const approved = await published('operator');
  const edited = await published('constant', 'dev');
  const rejected = await published('guard', 'next');
  expect(await observed()).toEqual([]);
  decide(approved, true);
  decide(rejected, false);
  api.state.commitAs('ada', edited, 'sum.js', 'export const sum = (a, b) => b + a;\n');
  decide(edited, true);
  const before = learnedWeights(new RecordedEvents(), { enabled: true });
  expect(await observed()).toEqual([
    ['guard', 'rejected'],
    ['constant', 'edited'],
    ['operator', 'approved'],
  ]);
  expect(events.all.at(-1)?.data.waitedMs).toBeGreaterThan(20 * 86_400_000);
  expect(await observed()).toEqual([]);
  const after = learnedWeights(events, { enabled: true });
  const change = (template: string): number => after(template, context) / before(template, context);
  expect(change('operator')).toBeGreaterThan(1);
  expect(change('constant')).toBeLessThan(1);
  expect(change('guard')).toBeLessThan(change('constant'));
});

it('asks nothing of a pull request that is not the one that was published', async () => {
  const branch = await published('operator');
  decide(branch, true);
  Object.assign(api.state.pulls[0] ?? {}, { head: 'main' });
  expect(await observed()).toEqual([]);
});
