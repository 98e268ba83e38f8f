import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { bundle, plainEnv } from '../support/bundle.ts';
import { createRepository, removeRepositories, type TestRepository } from '../support/repository.ts';
import { type ResultsService, startResultsService } from '../support/results-service/server.ts';
import { createStepFolder, type StepFolder } from '../support/workflow-step.ts';

interface StepResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

let dist: string;
let step: StepFolder | undefined;
beforeAll(async () => {
  dist = await bundle();
});
afterEach(() => step?.remove());
afterAll(removeRepositories);

function createStep(environment: Record<string, string> = {}, payload: unknown = {}): StepFolder {
  step?.remove();
  step = createStepFolder(environment, payload);
  return step;
}

/** Runs a stub the way the runner does: in the workspace, with inputs as variables. */
async function runStub(
  stub: string,
  { environment }: Pick<StepFolder, 'environment'>,
  inputs: Record<string, string> = {},
): Promise<StepResult> {
  const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  const cwd = environment.GITHUB_WORKSPACE ?? '.';
  const child = spawn(process.execPath, [join(dist, 'actions', stub)], {
    cwd: existsSync(cwd) ? cwd : '.',
    env: { ...plainEnv(), ...environment, ...Object.fromEntries(given) },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return {
    ...{ status, stdout, stderr },
    outputs: fileCommands(environment.GITHUB_OUTPUT),
    summary: environment.GITHUB_STEP_SUMMARY ? readFileSync(environment.GITHUB_STEP_SUMMARY, 'utf8') : '',
  };
}

/** What the runner reads from an output or state file: `name<<delimiter`, value, delimiter. */
function fileCommands(path: string | undefined): Record<string, string> {
  if (path === undefined) return {};
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  const values: Record<string, string> = {};
  while (lines.length > 0) {
    const [name = '', delimiter = ''] = (lines.shift() ?? '').split('<<');
    const end = lines.indexOf(delimiter);
    values[name] = lines
      .splice(0, end + 1)
      .slice(0, -1)
      .join('\n');
  }
  return values;
}

/** Lines that the runner would obey: `::name` at their start, `##[name]` anywhere. */
function commandsIn(stdout: string): string[] {
  return stdout.split(/\r\n|\r|\n/).filter((line) => /^\s*::|##\[/.test(line));
}

function stepIn(
  repository: TestRepository,
  environment: Record<string, string> = {},
  payload: unknown = {},
): StepFolder {
  return createStep(
    { GITHUB_WORKSPACE: repository.dir, GITHUB_EVENT_NAME: 'workflow_dispatch', ...environment },
    payload,
  );
}

describe('what the user got wrong', () => {
  it.each([
    ['analyze-commit', 'fail-on', 'hihg', 'one of none, low, medium, high, critical'],
    ['analyze-commit', 'summary', 'yes', '%22true%22 or %22false%22'],
    ['analyze-commit', 'store', 'maybe', 'one of on, off'],
    ['analyze-commit', 'commit', '--upload-pack=touch x', 'a commit, branch or tag'],
    ['analyze-commit', 'base', 'a\n::error::b', 'a commit, branch or tag'],
    ['learn', 'retention-days', 'ninety', 'a whole number from 1 to 3650'],
    ['learn', 'accept-forks', '12, x', 'run ids, separated by commas'],
  ])('%s refuses %s: %j in one sentence', async (action, input, value, allowed) => {
    const result = await runStub(`${action}/main.js`, createStep(), { [input]: value });
    expect(result).toMatchObject({ status: 1, stderr: '', outputs: {}, summary: '' });
    const lines = result.stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(`::error::input "${input}": `);
    expect(lines[0]).toContain(`is not allowed; allowed is ${allowed.replaceAll('%22', '"')}`);
    expect(readdirSync(step?.environment.RUNNER_TEMP ?? '')).toEqual([]);
  });

  it('says where an action belongs when it is started elsewhere', async () => {
    const result = await runStub('learn/main.js', { environment: {} });
    expect(result).toMatchObject({ status: 1, stderr: '' });
    expect(result.stdout).toMatch(/^::error::GITHUB_\w+ is not set: an action runs inside a workflow/);
  });

  it('names the missing checkout, the unknown revision and the broken payload', async () => {
    const nothing = await runStub('analyze-commit/main.js', createStep(), { store: 'off' });
    expect(nothing.status).toBe(1);
    expect(nothing.stdout).toMatch(
      /^::error::.* is not in a git repository: run actions\/checkout before this action\n$/,
    );

    const repository = createRepository();
    repository.commit({ files: { 'a.js': '1;\n' } });
    const unknown = await runStub('analyze-commit/main.js', stepIn(repository), { store: 'off', commit: 'v9' });
    expect(unknown.status).toBe(1);
    expect(unknown.stdout).toMatch(/^::error::input "commit": "v9" is not a commit in /);

    const broken = stepIn(repository);
    writeFileSync(broken.environment.GITHUB_EVENT_PATH ?? '', '{');
    const payload = await runStub('analyze-commit/main.js', broken, { store: 'off' });
    expect(payload.status).toBe(1);
    expect(payload.stdout).toMatch(/^::error::the event payload .* cannot be read: /);
  });
});

describe('analyze-commit', () => {
  it('answers with outputs, summary and report', async () => {
    const repository = createRepository();
    const before = repository.commit({ message: 'feat: start', files: { 'src/run.js': 'export const a = 1;\n' } });
    const source = 'export const a = 1;\nexport function run(code) {\n  return eval(code);\n}\n';
    const after = repository.commit({ message: 'feat: run code', files: { 'src/run.js': source } });
    const environment = { GITHUB_EVENT_NAME: 'push' };
    const inputs = { store: 'off', 'fail-on': 'high' };
    const result = await runStub('analyze-commit/main.js', stepIn(repository, environment, { before, after }), inputs);
    expect(result.outputs).toMatchObject({ commit: after, 'not-run': 'test-writer,doc-writer' });
    const report = JSON.parse(readFileSync(result.outputs.report ?? '', 'utf8'));
    expect(report).toMatchObject({ commit: after, base: before, files: { changed: 1, insertions: 3, deletions: 0 } });
    const [finding] = report.findings;
    expect(finding).toMatchObject({ category: 'security', file: 'src/run.js', startLine: 3 });
    expect(result.outputs).toMatchObject({
      findings: String(report.findings.length),
      'highest-severity': finding.severity,
    });
    expect(result.stdout).toMatch(/^::(error|warning) title=.*,file=src\/run.js,line=3,endLine=3::/m);
    expect(result.summary).toContain('feat: run code');
    expect(result.status).toBe(['high', 'critical'].includes(finding.severity) ? 1 : 0);
    const post = await runStub('analyze-commit/post.js', step as StepFolder, inputs);
    expect(post).toMatchObject({ status: 0, stdout: '' });
  });

  it('never calls a change clean that a shallow checkout does not show', async () => {
    const repository = createRepository();
    repository.commit({ files: { 'a.js': 'eval("1");\n' } });
    repository.commit({ files: { 'a.js': 'eval("2");\n' } });
    const shallow = repository.clone({ depth: 1 });
    const open = await runStub('analyze-commit/main.js', stepIn(shallow), { store: 'off' });
    expect(open.status).toBe(0);
    expect(open.outputs).toMatchObject({ findings: 'unknown', impact: 'unknown', 'approval-required': 'unknown' });
    expect(open.stdout).toMatch(/^::warning::nothing was analyzed: .*fetch-depth: 0/m);
    expect(open.summary).toContain('**Nothing was analyzed:**');
    const gated = await runStub('analyze-commit/main.js', stepIn(shallow), { store: 'off', 'fail-on': 'critical' });
    expect(gated.status).toBe(1);
    expect(gated.stdout).toMatch(/^::error::`fail-on: critical` cannot be decided: /m);
  });

  it('shows hostile text from the repository and obeys none of it', async () => {
    const hostile = [
      '::error::forged',
      '::stop-commands::x',
      '##[error]forged',
      '<img src=x onerror=alert(1)> <!-- hone:comment -->',
      '![pixel](https://evil.example/p.png) @octocat #1',
      '| a | b |',
    ];
    const repository = createRepository();
    repository.commit({ message: 'feat: start', files: { 'a.js': '1;\n' } });
    const source = 'export function run(code) {\n  return eval(code);\n}\n';
    repository.commit({
      message: `${hostile[3]} ${hostile[4]} ::error::forged\n\n${hostile.join('\n')}`,
      author: '::error::Mallory @octocat <::error::m@example.com>',
      files: { 'x\n::error::forged.js': source, '##[error]y.js': source, '<img src=z>@octocat.js': source },
    });
    repository.checkout('<img>@octocat-`id`');
    const payload = { head_commit: { message: hostile.join('\n') }, ref: 'refs/heads/::error::branch' };
    const result = await runStub('analyze-commit/main.js', stepIn(repository, {}, payload), { store: 'off' });
    expect(result.status).toBe(0);
    expect(Number(result.outputs.findings)).toBeGreaterThanOrEqual(3);
    const commands = commandsIn(result.stdout);
    expect(commands.length).toBeGreaterThanOrEqual(3);
    for (const command of commands) expect(command).toMatch(/^::(debug::|(error|warning|notice) title=)/);
    expect(Object.keys(result.outputs).sort()).toEqual([
      'approval-required',
      'commit',
      'findings',
      'highest-severity',
      'impact',
      'not-run',
      'report',
    ]);
    const outsideCode = result.summary.replace(/`[^`\n]*`/g, '');
    expect(outsideCode).not.toMatch(/<img|<!--|(?<!\\)!\[|@octocat|^::|https:\/\//m);
    expect(result.summary).toContain('forged');
  });
});

describe('with the services of a run', () => {
  let service: ResultsService;
  beforeAll(async () => {
    service = await startResultsService();
  });
  afterAll(() => service.close());

  function serviceStep(runId: string, overrides: Record<string, string> = {}): StepFolder {
    const { GITHUB_TOKEN: _, ...environment } = service.environment({ id: runId });
    const created = createStep({ ...environment, GITHUB_RUN_ID: runId, GITHUB_EVENT_NAME: 'schedule', ...overrides });
    return created;
  }

  /** The post step, with the state that the main step saved. */
  async function runPost(stub: string, of: StepFolder, inputs: Record<string, string>): Promise<StepResult> {
    const state = Object.entries(fileCommands(of.environment.GITHUB_STATE)).map(([name, value]) => [
      `STATE_${name}`,
      value,
    ]);
    return runStub(stub, { environment: { ...of.environment, ...Object.fromEntries(state) } }, inputs);
  }

  it('learns from an empty store, and next time from what it recorded itself', async () => {
    const secret = 'ghs_0123456789secret';
    const events: (string | undefined)[] = [];
    for (const runId of ['501', '502']) {
      const of = serviceStep(runId);
      const main = await runStub('learn/main.js', of, { 'github-token': secret });
      expect(main.status, main.stdout).toBe(0);
      expect(main.stdout).not.toMatch(/^::(warning|error)/m);
      expect(main.summary).toContain('Learning store');
      const post = await runPost('learn/post.js', of, { 'github-token': secret });
      expect(post).toMatchObject({
        status: 0,
        stdout: expect.stringContaining('Kept 3 events as the artifact hone-delta'),
      });
      for (const text of [main.stdout, post.stdout])
        expect(text.replaceAll(`::add-mask::${secret}`, '')).not.toContain(secret);
      events.push(main.outputs.events);
    }
    expect(events).toEqual(['0', '3']);
    for (const { blob } of service.state.list()) expect(blob.content?.includes(secret)).toBe(false);
  });

  it('warns, and stays green, where there is neither token, runtime nor network', async () => {
    const of = createStep({ GITHUB_EVENT_NAME: 'schedule', GITHUB_API_URL: 'http://127.0.0.1:9' });
    const main = await runStub('learn/main.js', of);
    expect(main.status, main.stdout).toBe(0);
    expect(main.outputs.events).toBe('0');
    expect(main.stdout).toMatch(/^::warning::The deltas of earlier runs could not be listed.*no token was given/m);
    const post = await runPost('learn/post.js', of, {});
    expect(post.status).toBe(0);
    expect(post.stdout).toMatch(/^::warning::3 events could not be uploaded and will be missing from later runs/m);
  });
});
