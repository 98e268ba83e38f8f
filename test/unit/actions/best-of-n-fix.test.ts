import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readHandover, readText, writeHandover } from '../../../src/actions/best-of-n-fix/handover.ts';
import { inputs } from '../../../src/actions/best-of-n-fix/inputs.ts';
import { subjectOf } from '../../../src/actions/best-of-n-fix/subject.ts';
import { parseInputs } from '../../../src/actions/inputs.ts';
import { UsageError } from '../../../src/base/errors.ts';

const given = (values: Record<string, string>) => {
  const environment = Object.entries(values).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  return parseInputs(inputs, Object.fromEntries(environment), () => {});
};

describe('the inputs', () => {
  it('are read as what they mean', () => {
    const read = given({
      ...{ share: '2/3', 'min-coverage': '92.5', labels: ' automatic repair, bug,,bug ' },
      ...{ 'branch-prefix': 'bots/hone/', 'base-branch': 'release/1.x' },
    });
    expect(read).toMatchObject({
      share: { index: 1, count: 3 },
      minCoverage: 0.925,
      labels: ['automatic repair', 'bug'],
      branchPrefix: 'bots/hone/',
      baseBranch: 'release/1.x',
    });
    expect(given({})).toMatchObject({ phase: 'run', share: undefined, minCoverage: undefined, labels: [] });
  });

  it.each([
    ['share', '4/3'],
    ['share', '0/3'],
    ['share', '1/65'],
    ['min-coverage', '101'],
    ['min-coverage', 'all'],
    ['candidates', '0'],
    ['time-limit', '21601'],
    ['branch-prefix', '/fix-'],
    ['branch-prefix', 'a..b'],
    ['branch-prefix', 'refs heads'],
    ['base-branch', '-f'],
    ['base-branch', 'a..b'],
    ['artifact', '../x'],
    ['labels', 'x'.repeat(51)],
  ])('refuse %s: %s', (name, value) => {
    expect(() => given({ [name]: value })).toThrow(UsageError);
    expect(() => given({ [name]: value })).toThrow(`input "${name}": `);
  });
});

describe('what an event is about', () => {
  const stream = { repository: 'octo/project', runId: '1', attempt: 1, job: 'fix' };
  const about = (eventName: string, payload: unknown, ref = 'refs/heads/main', fork = false) =>
    subjectOf({ eventName, payload, ref, fork, stream });
  const run = (head: unknown) => ({
    repository: { default_branch: 'trunk' },
    workflow_run: { head_branch: 'topic', head_sha: 'a'.repeat(40), head_repository: head },
  });

  it.each([
    ['a red run', run({ full_name: 'octo/project' }), { branch: 'topic', defaultBranch: 'trunk', fork: false }],
    ['a red run of a fork', run({ full_name: 'mallory/project' }), { branch: 'topic', fork: true }],
    ['a red run of a fork that is gone', run(null), { fork: true }],
    ['a red run that nobody describes', {}, { branch: undefined, fork: true }],
  ])('%s', (_, payload, expected) => {
    expect(about('workflow_run', payload)).toMatchObject(expected);
  });

  it('is the head of a pull request, else the branch of the run', () => {
    const pull = { pull_request: { head: { ref: 'topic', sha: 'b'.repeat(40) } } };
    expect(about('pull_request', pull, 'refs/pull/7/merge', true)).toMatchObject({
      ...{ branch: 'topic', commit: 'b'.repeat(40), fork: true },
    });
    expect(about('push', {})).toMatchObject({ branch: 'main', commit: undefined, fork: false });
    expect(about('push', {}, 'refs/tags/v1').branch).toBeUndefined();
  });
});

describe('what one job hands to another', () => {
  const origin = { repository: 'octo/project', runId: '42', commit: 'c'.repeat(40) };
  let path: string;
  beforeEach(() => {
    path = join(mkdtempSync(join(tmpdir(), 'hone-handover-')), 'plan.json');
  });
  afterEach(() => rmSync(join(path, '..'), { recursive: true }));

  it('arrives as it was, in the same run only', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (content) => {
        writeHandover(path, 'plan', origin, content);
        const text = readText(path);
        expect(readHandover(text, 'plan', origin, 'plan.json')).toEqual(JSON.parse(JSON.stringify(content)));
        for (const other of [{ runId: '43' }, { repository: 'mallory/project' }, { commit: 'd'.repeat(40) }]) {
          expect(() => readHandover(text, 'plan', { ...origin, ...other }, 'plan.json')).toThrow(UsageError);
        }
        expect(() => readHandover(text, 'repair', origin, 'plan.json')).toThrow('plan.json is no repair of this run');
      }),
      { numRuns: 30 },
    );
  });

  it.each(['', '[]', 'null', '"plan"', '{"hone":"plan"}', '{'])('is refused when it is %j', (text) => {
    expect(() => readHandover(text, 'plan', origin, 'x')).toThrow(UsageError);
  });
});
