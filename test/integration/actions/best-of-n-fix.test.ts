import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inputs, outputs } from '../../../src/actions/best-of-n-fix/inputs.ts';
import { run } from '../../../src/actions/best-of-n-fix/run.ts';
import { RunArtifacts } from '../../../src/actions/best-of-n-fix/run-artifacts.ts';
import { Station } from '../../../src/actions/best-of-n-fix/station.ts';
import { runMain } from '../../../src/actions/life.ts';
import { readRunner } from '../../../src/actions/runner.ts';
import { workflowLog } from '../../../src/actions/workflow-log.ts';
import { systemClock } from '../../../src/base/clock.ts';
import { CannotRunError, UsageError } from '../../../src/base/errors.ts';
import { type FixReport, failureFingerprint, readReport } from '../../../src/fix/index.ts';
import { type GitHubApi, startGitHubApi } from '../../support/github-api/server.ts';
import {
  createDirectory,
  createRepository,
  removeRepositories,
  type TestRepository,
} from '../../support/repository.ts';
import { createStepFolder, RecordingCommands, type StepFolder } from '../../support/workflow-step.ts';
import { attempt, report as reportOf, undecided, unfixed } from '../../unit/fix/render-reports.ts';
import { useSteps } from '../github/steps.ts';

const before = 'export const many = (count) => count > 10;\n';
const right = before.replace('count > 10', 'count >= 10');

describe('phase publish', () => {
  let project: TestRepository;
  let api: GitHubApi;
  let step: StepFolder | undefined;
  beforeEach(async () => {
    project = createRepository();
    project.commit({ files: { 'src/many.js': before } });
    api = await startGitHubApi(project.dir);
    api.state.writers.set('writer', 'github-actions[bot]');
    api.state.readers.add('reader');
  });
  afterEach(async () => {
    step?.remove();
    await api.close();
  });
  afterAll(removeRepositories);

  function repair(over: Partial<FixReport> = {}): FixReport {
    const patch = project.write({ 'src/many.js': right }).gitBytes({}, 'diff').toString();
    project.git('checkout', '--quiet', '--', '.');
    const winner = attempt({ patch, file: 'src/many.js', line: 1, function: 'many' });
    return reportOf({ commit: project.head, winner, candidates: [winner], ...over });
  }

  interface Given {
    readonly report?: unknown;
    readonly inputs?: Record<string, string>;
    readonly environment?: Record<string, string>;
    readonly payload?: unknown;
    readonly file?: Record<string, unknown>;
  }

  async function publish(given: Given = {}) {
    step?.remove();
    const ref = { GITHUB_EVENT_NAME: 'push', GITHUB_REF: 'refs/heads/main', GITHUB_API_URL: api.origin };
    step = createStepFolder({ GITHUB_WORKSPACE: project.dir, ...ref, ...given.environment }, given.payload);
    const path = join(step.dir, 'repair.json');
    const origin = { repository: 'octo/project', runId: '42', commit: project.head };
    const content = given.report ?? repair();
    writeFileSync(path, JSON.stringify({ hone: 'repair', format: 1, ...origin, content, ...given.file }));
    const values = { phase: 'publish', repair: path, store: 'off', 'github-token': 'writer', ...given.inputs };
    const environment = Object.entries(values).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
    const commands = new RecordingCommands();
    await runMain(
      {
        ...{ name: 'best-of-n-fix', inputs, outputs, run },
        settings: () => ({ store: 'off', summary: true, token: 'writer' }),
      },
      {
        environment: { ...step.environment, ...Object.fromEntries(environment) },
        ...{ commands, clock: systemClock },
        openServices: async () => {
          throw new Error('the store is off');
        },
      },
    );
    const failed = commands.lines.find((line) => line.startsWith('failed: '));
    return { outputs: commands.outputs, failed, summary: readFileSync(join(step.dir, 'summary'), 'utf8') };
  }

  it('opens the pull request that the report is evidence for, and leaves the patch', async () => {
    const report = repair();
    const { outputs: told, failed, summary } = await publish({ inputs: { labels: 'bug' } });
    expect(failed).toBeUndefined();
    const [pull] = api.state.pulls;
    const branch = `hone/fix-${failureFingerprint(report)}`;
    expect(pull).toMatchObject({ head: branch, base: 'main', draft: false, labels: ['bug'] });
    expect(pull?.body).toContain('ten parcels are 5% off');
    expect(pull?.body).toContain('actions/runs/42');
    expect(api.state.read(branch, 'src/many.js')).toBe(right);
    expect(told).toMatchObject({
      ...{ status: 'fixed', 'pull-request': String(pull?.number), 'not-run': '', score: '96.3', agreement: '1' },
      'pull-request-url': `https://github.com/octo/project/pull/${pull?.number}`,
    });
    expect(readFileSync(told.patch ?? '', 'utf8')).toBe(report.winner?.patch);
    expect(summary).toContain(`[Pull request ${pull?.number}](${told['pull-request-url']})`);
    expect(summary).toContain('to `main` was opened');
  });

  it('asks for a person by a draft and a label when the status is review', async () => {
    await publish({ report: repair({ status: 'review' }) });
    expect(api.state.pulls).toMatchObject([{ draft: true, labels: ['needs-human-review'] }]);
  });

  it('proposes nothing where a person has to choose first, and shows what there is', async () => {
    const { outputs: told, failed, summary } = await publish({ report: { ...undecided, commit: project.head } });
    expect(failed).toBeUndefined();
    expect(told).toMatchObject({ status: 'review', patch: '', 'winner-strategy': '', 'not-run': 'publish' });
    expect(summary).toContain('nothing is proposed, a person has to choose');
    expect(summary.match(/```diff/g)).toHaveLength(2);
    expect(api.requests).toEqual([]);
  });

  it('goes to the branch that is red, by a branch of its own for each', async () => {
    api.state.git(['branch', 'topic', 'main']);
    const payload = {
      repository: { default_branch: 'main' },
      pull_request: { head: { ref: 'topic', sha: project.head, repo: { full_name: 'octo/project' } } },
    };
    await publish({ environment: { GITHUB_EVENT_NAME: 'pull_request' }, payload });
    await publish({ payload: { repository: { default_branch: 'main' } } });
    const [topic, main] = api.state.pulls;
    expect([topic?.base, main?.base]).toEqual(['topic', 'main']);
    expect(topic?.head).toMatch(/^hone\/fix-[0-9a-f]{24}-[0-9a-f]{8}$/);
    expect(main?.head).toBe(topic?.head.slice(0, -9));
  });

  const workflowRun = (head: object, head_repository: unknown = { full_name: 'octo/project' }) => ({
    environment: { GITHUB_EVENT_NAME: 'workflow_run' },
    payload: { workflow_run: { head_branch: 'main', head_sha: project.head, head_repository, ...head } },
  });

  it.each([
    ['a fork', () => workflowRun({}, { full_name: 'mallory/project' }), 'from a fork'],
    ['a fork that is gone', () => workflowRun({}, null), 'from a fork'],
    ['another commit than the red one', () => workflowRun({ head_sha: 'f'.repeat(40) }), 'not the commit'],
    ['a repair', () => workflowRun({ head_branch: 'hone/fix-0' }), 'is a repair itself'],
    ['a tag', () => ({ environment: { GITHUB_REF: 'refs/tags/v1' } }), 'about no branch'],
    ['nobody who may write', () => ({ inputs: { 'github-token': 'reader' } }), 'may not propose'],
    ['nobody', () => ({ inputs: { 'github-token': '' } }), 'is empty'],
  ])('leaves the patch, and says why, for %s', async (_, given, reason) => {
    const { outputs: told, failed, summary } = await publish(given());
    expect(failed).toBeUndefined();
    expect(told).toMatchObject({ status: 'fixed', 'pull-request': '', 'not-run': 'publish' });
    expect(readFileSync(told.patch ?? '', 'utf8')).toContain('count >= 10');
    expect(summary).toContain(reason);
    expect(api.state.pulls).toEqual([]);
    expect(api.state.git(['for-each-ref', '--format=%(refname)'])).toBe('refs/heads/main');
  });

  it.each(['package.json', 'test/many.test.js'])('does not publish what a forged report changes: %s', async (file) => {
    project.commit({ files: { [file]: 'a\n' } });
    const patch = project
      .write({ [file]: 'b\n' })
      .gitBytes({}, 'diff')
      .toString();
    project.git('checkout', '--quiet', '--', '.');
    const { summary } = await publish({ report: repair({ winner: attempt({ patch, file, line: 1 }) }) });
    expect(summary).toContain('which is no program to be repaired');
    expect(api.requests).toEqual([]);
  });

  it('fails when GitHub does, with the patch and all outputs', async () => {
    api.faults.push({ request: /^POST git\/commits/, times: 1, status: 400, message: 'Bad request' });
    const { outputs: told, failed } = await publish();
    expect(failed).toContain('the repair could not be published: GitHub answered with status 400');
    expect(readFileSync(told.patch ?? '', 'utf8')).toContain('count >= 10');
  });

  it('fails for what is not repaired, unless told otherwise', async () => {
    const report = { ...unfixed, commit: project.head };
    expect((await publish({ report })).failed).toContain('not fixed: no candidate');
    expect((await publish({ report, inputs: { 'fail-on-unfixed': 'false' } })).failed).toBeUndefined();
    expect(api.requests).toEqual([]);
  });

  it.each([
    ['of another run', { file: { runId: '41' } }, 'its runId is "41"'],
    ['of another commit', { file: { commit: 'f'.repeat(40) } }, 'its commit is'],
    ['of another report', { report: { status: 'fixed' } }, 'this is no report of a repair'],
  ])('believes no file %s', async (_, given, reason) => {
    const { failed } = await publish(given);
    expect(failed).toContain(reason);
    expect(api.requests).toEqual([]);
  });

  it('believes no report whose commit is not the one that its file and the checkout name', async () => {
    const { failed } = await publish({ report: repair({ commit: 'f'.repeat(40) }) });
    expect(failed).toContain('for another commit');
  });
});

describe('reports of other jobs', () => {
  it('come back as they were, with undefined for null', () => {
    for (const report of [reportOf(), reportOf({ status: 'review' }), undecided, unfixed]) {
      expect(readReport(JSON.parse(JSON.stringify(report)))).toEqual(report);
      const nulls = JSON.stringify(report, (_key, value: unknown) => (value === undefined ? null : value));
      expect(readReport(JSON.parse(nulls))).toEqual(report);
    }
  });

  it.each([
    ['status', 'merged'],
    ['commit', 'HEAD'],
    ['tried', -1],
    ['winner', { patch: 7 }],
    ['notes', 'all fine'],
  ])('are refused when %s is not what it should be', (field, value) => {
    expect(() => readReport({ ...JSON.parse(JSON.stringify(reportOf())), [field]: value })).toThrow(UsageError);
  });
});

describe('files between the jobs of a run', () => {
  const steps = useSteps();

  function enter(id: string): RunArtifacts {
    steps().enter({ id, job: `job-${Math.random()}` });
    const environment = { ...process.env, GITHUB_REPOSITORY: 'acme/widgets', GITHUB_RUN_ID: id };
    return new RunArtifacts(readRunner(environment), 'stand-in', async () => {});
  }

  it('reach the jobs of the same run only, the newest of a name, however late a list shows them', async () => {
    await enter('7').put('hone-fix-plan', { 'plan.json': 'seven' }, 1);
    steps().service.state.hideNewArtifactsFor = 3;
    await enter('8').put('hone-fix-plan', { 'plan.json': 'eight' }, 1);
    expect(await enter('8').get('hone-fix-plan', 'plan.json')).toBe('eight');
    expect(await enter('9').get('hone-fix-plan', 'plan.json')).toBeUndefined();
    expect(await enter('8').get('hone-fix-plan', 'other.json')).toBeUndefined();
  });

  it('are the patches to choose from where no repair is proposed', async () => {
    const artifacts = enter('7');
    const origin = { repository: 'acme/widgets', runId: '7', commit: undecided.commit };
    const station = new Station(createDirectory(), origin, 'hone-fix', artifacts, workflowLog(new RecordingCommands()));
    expect(await station.uploadRepair(undecided)).toBe('hone-fix');
    expect(await artifacts.get('hone-fix', 'choice-1.patch')).toContain('quantity >= from');
    expect(await artifacts.get('hone-fix', 'choice-2.patch')).toContain('quantity > from - 1');
    expect(await artifacts.get('hone-fix', 'repair.patch')).toBeUndefined();
    const { status, winner } = readReport(await station.repair(''));
    expect({ status, winner }).toEqual({ status: 'review', winner: undefined });
  });

  it('say what is wrong when a name is taken or the token may not read', async () => {
    await enter('7').put('hone-fix', { a: '1' }, 1);
    await expect(enter('7').put('hone-fix', { a: '2' }, 1)).rejects.toThrow('set input "artifact"');
    steps().service.faults.add({ kind: 'rest.artifacts.list', times: 1, status: 403 });
    const refused = enter('7').get('hone-fix', 'a');
    await expect(refused).rejects.toThrow(CannotRunError);
    await expect(refused).rejects.toThrow('actions: read');
  });
});
