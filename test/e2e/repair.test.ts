import { spawnSync } from 'node:child_process';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { localProvider } from '../../src/sandbox/index.ts';
import {
  type AcceptanceProject,
  check,
  judge,
  make,
  missing,
  projects,
  referencePatch,
} from '../support/projects/index.ts';
import { repairProject } from '../support/projects/repair.ts';
import { removeRepositories, type TestRepository } from '../support/repository.ts';

const everything = process.env.HONE_TEST_REQUIRE === 'all';
const unavailable = await localProvider('namespaces').available();
if (unavailable !== undefined) {
  if (everything) throw new Error(unavailable);
  process.stderr.write(`not run: repairs in sandboxes: ${unavailable}\n`);
}

afterEach(removeRepositories);

const here = projects.filter((project) => {
  const reason = missing(project);
  if (reason === undefined) return true;
  if (everything) throw new Error(`${project.name}: ${reason}`);
  process.stderr.write(`not run: ${project.name}: ${reason}\n`);
  return false;
});

describe('the projects themselves', () => {
  const repairable = here.filter((project) => project.reference !== undefined);

  it.each(repairable)('$name: fails, and its reference is right', (project) => {
    const broken = make(project);
    expect(passes(project, broken)).toBe(false);
    expect(check(project, broken).right).toBe(false);
    const patch = referencePatch(project);
    expect(judge(project, patch)).toMatchObject({ right: true });
    const mended = make(project);
    mended.gitWith({ input: patch }, 'apply', '-');
    // The flaky one passes every other time.
    expect(passes(project, mended) || passes(project, mended)).toBe(true);
  });
});

describe.skipIf(unavailable !== undefined)('fix', () => {
  const repairable = here.filter((project) => project.reference !== undefined);

  it.each(repairable)('$name: $about', async (project) => {
    const { report, verdict, disturbed, seconds, events } = await repairProject(project);
    expect(project.expected, report.reason).toContain(report.status);
    expect(verdict, report.winner?.patch).toMatchObject({ right: true });
    expect(report.winner).toBe(report.candidates[0]);
    expect(disturbed).toEqual([]);
    expect(events.length).toBeGreaterThan(0);
    expect(seconds).toBeLessThan(project.timeLimit + grace);
  });

  it('ends in time without a repair where none can be found, and keeps the lesson', async () => {
    const project = projects.find(({ name }) => name === 'beyond-templates') as AcceptanceProject;
    const { report, disturbed, seconds, events } = await repairProject(project);
    expect(report).toMatchObject({ status: 'unfixed', winner: undefined });
    expect(report.tried).toBeGreaterThan(0);
    expect(report.lessons[0]).toMatchObject({ errorClass: 'assertion' });
    expect(events.map(({ kind }) => kind)).toContain('repair.lesson');
    expect(disturbed).toEqual([]);
    expect(seconds).toBeLessThan(project.timeLimit + grace);
  });

  it('proposes, for a person, what repairs some tests where the others do not run what it changes', async () => {
    const project = here.find(({ name }) => name === 'failure-elsewhere');
    if (project === undefined) return;
    const { report, verdict } = await repairProject(project);
    expect(report, report.reason).toMatchObject({ status: 'review', winner: { green: true } });
    expect(report.baseline.left).toEqual(['test_all.py::test_place']);
    expect(report.baseline.failing).toHaveLength(3);
    expect(report.reason).toContain('not run by 1 other that still fail');
    expect(verdict, report.winner?.patch).toMatchObject({ right: true });
  });

  it('names the flaky test and does not chase it', async () => {
    const project = projects.find(({ name }) => name === 'flaky-beside-bug') as AcceptanceProject;
    const { report } = await repairProject(project);
    expect(report.baseline.flaky).toEqual(['test/weather.test.js::the weather is fine']);
    expect(report.baseline.failing.map(({ file }) => file)).not.toContain('test/weather.test.js');
  });

  it('finds the same repair again with the same seed', async () => {
    const project = projects.find(({ name }) => name === 'imported-helper') as AcceptanceProject;
    const [first, second] = [await repairProject(project), await repairProject(project)];
    expect(second.report.winner?.patch).toBe(first.report.winner?.patch);
  });
});

afterAll(removeRepositories);

/** Seconds that ending may take: sandboxes are destroyed, events written. */
const grace = 5;

/** Whether the project's own command ends with 0; a loop that does not end is a failure. */
function passes({ command }: AcceptanceProject, { dir }: TestRepository): boolean {
  const { NODE_TEST_CONTEXT: _context, VITEST: _vitest, NODE_OPTIONS: _options, ...env } = process.env;
  // `timeout` ends the tests as well, where spawnSync would end the shell alone.
  return spawnSync('timeout', ['--signal=KILL', '20', 'sh', '-c', command], { cwd: dir, env }).status === 0;
}
