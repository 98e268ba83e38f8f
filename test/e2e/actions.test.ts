import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ActionsArtifacts } from '../../src/github/index.ts';
import type { StoredEvent } from '../../src/store/index.ts';
import { quarantinedStreams, restoreStore } from '../../src/store/sync/index.ts';
import { findAct } from '../support/act/binary.ts';
import { ActWorld } from '../support/act/world.ts';
import { root } from '../support/bundle.ts';
import { removeRepositories } from '../support/repository.ts';

const act = findAct();

const checkout = 'actions/checkout@v4';
/** Two legs of a matrix, each with two steps of the action: four streams a run. */
const matrix = `
on: push
permissions: {}
jobs:
  analyze:
    runs-on: ubuntu-latest
    strategy:
      matrix:
        leg: [one, two]
    steps:
      - uses: ${checkout}
      - id: first
        uses: owner/hone/actions/analyze-commit@v1
      - uses: owner/hone/actions/analyze-commit@v1
        with:
          summary: 'false'
      - env:
          OUTPUTS: \${{ toJSON(steps.first.outputs) }}
        run: echo "$OUTPUTS"
`;

function single(inputs: Record<string, string>, rest = ''): string {
  const given = Object.entries(inputs).map(([name, value]) => `\n          ${name}: ${JSON.stringify(value)}`);
  return `
on: [push, pull_request]
permissions: {}
jobs:
  analyze:
    runs-on: ubuntu-latest
    steps:
      - uses: ${checkout}
      - id: hone
        uses: owner/hone/actions/analyze-commit@v1
        with:
          annotations: 'true'${given.join('')}
${rest}`;
}

const workflows: Record<string, string> = {
  'matrix.yml': matrix,
  'plain.yml': single({}),
  'gate.yml': single({ 'fail-on': 'low' }, '      - if: always()\n        run: echo "after the gate"\n'),
  'unknown.yml': single({ commit: 'v9' }),
  'refused.yml': single({ 'fail-on': 'hihg' }),
  'analyze-commit.yml': readFileSync(`${root}/workflows/analyze-commit.yml`, 'utf8'),
  'learn.yml': readFileSync(`${root}/workflows/learn.yml`, 'utf8'),
};

describe.skipIf(act === undefined)('the actions in a workflow runner', () => {
  let world: ActWorld;
  let payload: { before: string; after: string };
  beforeEach(async () => {
    world = await ActWorld.create(act ?? '');
    const files = Object.entries(workflows).map(([name, text]) => [`.github/workflows/${name}`, text]);
    const before = world.caller.commit({ message: 'feat: start', files: Object.fromEntries(files) });
    const source = 'export function run(code) {\n  return eval(code);\n}\n';
    const after = world.caller.commit({ message: 'feat: run code', files: { 'src/run.js': source } });
    payload = { before, after };
  });
  afterEach(() => world.remove());
  afterAll(removeRepositories);

  /** The store as a later run would rebuild it from artifacts alone. */
  async function restored() {
    const artifacts = new ActionsArtifacts({ token: 'any', apiUrl: world.service.origin, repository: 'octo/project' });
    const { store, report } = await restoreStore(
      { cache: undefined, artifacts, clock: { now: Date.now } },
      { sweep: true },
    );
    expect(report).toMatchObject({ complete: true, deltas: { refused: 0, failed: 0 } });
    return { events: [...store.events()], waiting: quarantinedStreams(store) };
  }

  /** `run-attempt job/step` of each stream, and what it recorded. */
  function streams(events: readonly StoredEvent[]): Record<string, string[]> {
    const found: Record<string, string[]> = {};
    for (const { key, kind, data } of events) {
      const name = `${key.runId}-${key.attempt} ${key.job}`;
      found[name] ??= [];
      expect(key).toMatchObject({ repository: 'octo/project', sequence: found[name].length });
      found[name].push(typeof data.outcome === 'string' ? `${kind} ${data.outcome}` : kind);
    }
    return found;
  }

  const analysis = ['run.started', 'analysis.completed', 'analysis.finding', 'task.proposed', 'run.finished succeeded'];
  /** A task is proposed once in the life of the store: by the first who finds it, or by several who did not know of each other. */
  const again = analysis.filter((kind) => kind !== 'task.proposed');

  it('grows the store by exactly the events of matrix legs, re-runs, overlapping runs and learning', async () => {
    const push = { workflow: 'matrix.yml', payload };
    const first = await world.run({ ...push, runId: '101' });
    expect(first.status, first.text).toBe(0);
    expect(Object.keys(first.jobs)).toHaveLength(2);
    expect(first.text).toContain(`"commit": "${payload.after}"`);
    expect(first.text).toContain('"findings": "1"');
    expect(first.summaries).toHaveLength(2);
    expect(first.summaries[0]).toContain('feat: run code');
    expect(first.annotations.filter(({ properties }) => properties.file === 'src/run.js')).toHaveLength(4);

    const later = [
      await world.run({ ...push, runId: '101', attempt: 2 }),
      ...(await Promise.all(['102', '103'].map((runId) => world.run({ ...push, runId })))),
      await world.run({ workflow: 'learn.yml', event: 'schedule', runId: '104' }),
      await world.run({ ...push, runId: '105' }),
    ];
    for (const run of later) expect(run.status, run.text).toBe(0);
    expect(later.at(-1)?.text).toContain('Took the snapshot from the Actions cache');

    const found = streams((await restored()).events);
    const byRun: Record<string, string[][]> = {};
    for (const [name, kinds] of Object.entries(found)) {
      const run = name.split(' ')[0] ?? '';
      byRun[run] = [...(byRun[run] ?? []), kinds];
    }
    for (const run of ['101-1', '101-2', '102-1', '103-1', '105-1']) {
      expect(byRun[run], run).toHaveLength(4);
      for (const kinds of byRun[run] ?? []) expect([analysis, again]).toContainEqual(kinds);
    }
    expect(byRun['104-1']).toEqual([['run.started', 'learn.completed', 'run.finished succeeded']]);
    expect(Object.keys(byRun)).toHaveLength(6);
    // Whoever ran after the first run had ended knew of its task.
    for (const run of ['101-2', '105-1']) for (const kinds of byRun[run] ?? []) expect(kinds).toEqual(again);
    expect(later[3]?.summaries.join()).toContain('16 runs');
  });

  it('carries the store through the cache of the runner itself', async () => {
    const run = { workflow: 'plain.yml', payload, cache: 'act' } as const;
    expect((await world.run({ ...run, runId: '201' })).status).toBe(0);
    const learned = await world.run({ workflow: 'learn.yml', event: 'schedule', runId: '202', cache: 'act' });
    expect(learned.status, learned.text).toBe(0);
    expect(learned.text).toContain('Saved a new cached snapshot');
    const last = await world.run({ ...run, runId: '203' });
    expect(last.text).toContain('Took the snapshot from the Actions cache');
    expect(world.service.state.caches).toEqual([]);
    expect(Object.values(streams((await restored()).events))).toEqual([
      analysis,
      ['run.started', 'learn.completed', 'run.finished succeeded'],
      again,
    ]);
  });

  it('runs the ready-made callers through the reusable workflows', async () => {
    const pushed = await world.run({ workflow: 'analyze-commit.yml', payload, runId: '301' });
    // The caller to copy fails on critical findings.
    const critical = pushed.annotations.some(({ properties }) => properties.title?.startsWith('critical'));
    expect(pushed.status, pushed.text).toBe(critical ? 1 : 0);
    expect(pushed.summaries.join()).toContain('feat: run code');
    const learned = await world.run({ workflow: 'learn.yml', event: 'schedule', runId: '302' });
    expect(learned.status, learned.text).toBe(0);
    expect(learned.summaries.join()).toContain('1 run');
  });

  it('keeps the events of forks in quarantine until learn is told to accept them', async () => {
    world.service.state.addRun({ id: '401', fork: true, ref: 'refs/pull/7/merge', mayCache: false });
    const fork = {
      head: { sha: payload.after, repo: { full_name: 'mallory/project' } },
      base: { sha: payload.before },
    };
    const run = await world.run({
      workflow: 'plain.yml',
      event: 'pull_request',
      payload: { pull_request: fork },
      runId: '401',
    });
    expect(run.status, run.text).toBe(0);
    expect((await restored()).events).toEqual([]);
    expect((await restored()).waiting.map(({ runId }) => runId)).toEqual(['401']);

    const told = await world.run({ workflow: 'learn.yml', event: 'schedule', runId: '402' });
    expect(told.summaries.join()).toContain('wait in quarantine');
    const accept = {
      workflow: 'learn.yml',
      event: 'workflow_dispatch',
      payload: { inputs: { 'accept-forks': '401, 999' } },
    };
    const accepted = await world.run({ ...accept, runId: '403' });
    expect(accepted.status, accepted.text).toBe(0);
    expect(accepted.text).toContain('nothing is in quarantine from run 999');
    const after = await restored();
    expect(after.waiting).toEqual([]);
    expect(Object.keys(streams(after.events)).filter((name) => name.startsWith('401'))).toHaveLength(1);
  });

  it('keeps the facts of steps that fail, and says why they failed first', async () => {
    const gate = await world.run({ workflow: 'gate.yml', payload, runId: '501' });
    expect(gate.status).toBe(1);
    expect(gate.text).toContain('after the gate');
    const unknown = await world.run({ workflow: 'unknown.yml', payload, runId: '502' });
    expect(unknown.status).toBe(1);
    const refused = await world.run({ workflow: 'refused.yml', payload, runId: '503' });
    expect(refused.status).toBe(1);
    const reasons = [gate, unknown, refused].map(({ annotations }) => {
      return annotations
        .filter(({ level, properties }) => level === 'error' && !properties.file)
        .map(({ message }) => message);
    });
    expect(reasons).toEqual([
      [expect.stringMatching(/^the change has 1 finding of severity low or higher/)],
      [expect.stringMatching(/^input "commit": "v9" is not a commit in /)],
      [expect.stringMatching(/^input "fail-on": "hihg" is not allowed/)],
    ]);
    expect(Object.values(streams((await restored()).events))).toEqual([
      [...analysis.slice(0, -1), 'run.finished negative'],
      ['run.started', 'run.finished failed'],
    ]);
  });

  describe('when GitHub does not answer', () => {
    let silent: Server;
    let env: Record<string, string>;
    beforeEach(async () => {
      silent = createServer(() => {});
      await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
      env = { GITHUB_API_URL: `http://127.0.0.1:${(silent.address() as AddressInfo).port}` };
    });
    afterEach(() => {
      silent.closeAllConnections();
      silent.close();
    });

    /** The process of the main step that hangs in `world`; found by its command line. */
    async function mainStep(): Promise<number> {
      const connected = new Promise<void>((resolve) => silent.once('request', () => resolve()));
      await connected;
      const pid = readdirSync('/proc').find((name) => {
        if (!/^\d+$/.test(name)) return false;
        try {
          const command = readFileSync(`/proc/${name}/cmdline`, 'utf8');
          return (
            command.includes('analyze-commit/main.js') &&
            readFileSync(`/proc/${name}/environ`, 'utf8').includes(world.dir)
          );
        } catch {
          return false;
        }
      });
      return Number(pid);
    }

    it.each([
      ['the main step is killed', '601', (pid: number) => process.kill(pid, 'SIGKILL')],
      ['the main step is told to end', '602', (pid: number) => process.kill(pid, 'SIGTERM')],
    ])('keeps the facts when %s', async (_, runId, stop) => {
      const hanging = mainStep();
      const { done } = world.start({ workflow: 'plain.yml', payload, runId, env });
      stop(await hanging);
      const run = await done;
      expect(run.status).toBe(1);
      expect(run.annotations).toContainEqual(
        expect.objectContaining({
          stage: 'Post',
          message: expect.stringContaining('was cancelled, timed out or was killed'),
        }),
      );
      expect(Object.values(streams((await restored()).events))).toEqual([['run.started', 'run.finished interrupted']]);
    });

    it('keeps the facts when the run is cancelled', async () => {
      const hanging = mainStep();
      const { process: runner, done } = world.start({ workflow: 'plain.yml', payload, runId: '603', env });
      await hanging;
      runner.kill('SIGINT');
      const run = await done;
      expect(run.status).toBe(1);
      expect(Object.values(streams((await restored()).events))).toEqual([['run.started', 'run.finished interrupted']]);
    });
  });

  it('stays green and says so when cache, list or upload cannot be reached', async () => {
    const { faults } = world.service;
    const run = { workflow: 'plain.yml', payload };
    faults.add({ kind: 'cache.find', times: 100, status: 503 });
    const noCache = await world.run({ ...run, runId: '701' });
    faults.clear();
    faults.add({ kind: 'rest.artifacts.list', times: 100, status: 403 });
    const noList = await world.run({ ...run, runId: '702' });
    faults.clear();
    faults.add({ kind: 'artifact.create', times: 100, status: 403 });
    const noUpload = await world.run({ ...run, runId: '703' });
    faults.clear();
    for (const one of [noCache, noList, noUpload]) {
      expect(one.status, one.text).toBe(0);
      expect(one.summaries.join()).toContain('feat: run code');
    }
    expect(noList.annotations.map(({ message }) => message).join('\n')).toContain('could not be listed');
    expect(noUpload.annotations.map(({ message }) => message).join('\n')).toContain(
      'could not be uploaded and will be missing',
    );
    const kept = Object.keys(streams((await restored()).events)).map((name) => name.slice(0, 3));
    expect(kept).toEqual(['701', '702']);
  });
});
