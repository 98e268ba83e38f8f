import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { root } from '../support/bundle.ts';

interface Workflow {
  on: { workflow_call?: { inputs: Record<string, { default: unknown }>; outputs: Record<string, { value: string }> } };
  permissions: Record<string, string>;
  jobs: Record<string, Job>;
}

interface Job {
  permissions: Record<string, string>;
  needs?: string[];
  uses?: string;
  with?: Record<string, unknown>;
  'timeout-minutes'?: number;
  steps?: { uses?: string; run?: string; with?: Record<string, unknown> }[];
}

function load(folder: string): [string, Workflow, string][] {
  return readdirSync(`${root}/${folder}`)
    .filter((file) => file.endsWith('.yml'))
    .map((file) => {
      const text = readFileSync(`${root}/${folder}/${file}`, 'utf8');
      return [`${folder}/${file}`, parse(text) as Workflow, text];
    });
}

const all = [...load('.github/workflows'), ...load('workflows')];
const inputsOf = (file: string): string[] =>
  Object.keys((parse(readFileSync(`${root}/${file}`, 'utf8')) as { inputs: object }).inputs);

describe.each(all)('%s', (_, workflow, text) => {
  it('grants nothing at the top, and gives a reason for each grant below', () => {
    expect(workflow.permissions).toEqual({});
    const grants = Object.values(workflow.jobs).flatMap((job) => Object.entries(job.permissions));
    const reasoned = text.match(/^ +[\w-]+: (read|write) # \S.*$/gm) ?? [];
    expect(reasoned).toHaveLength(grants.length);
  });

  it('bounds every job in time and pins every action of others by commit', () => {
    for (const job of Object.values(workflow.jobs)) {
      if (job.steps) expect(job['timeout-minutes']).toBeGreaterThan(0);
      for (const { uses } of job.steps ?? []) {
        if (uses && !uses.startsWith('owner/hone/')) expect(uses).toMatch(/@[0-9a-f]{40}$/);
      }
    }
    for (const line of text.match(/uses: (?!owner\/hone\/).*/g) ?? [])
      expect(line).toMatch(/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('leaves no token behind in the checkout', () => {
    for (const step of Object.values(workflow.jobs).flatMap((job) => job.steps ?? [])) {
      if (step.uses?.startsWith('actions/checkout@')) expect(step.with?.['persist-credentials']).toBe(false);
    }
  });

  it('gives our actions and workflows only inputs that they have, and the permissions that they name', () => {
    for (const job of Object.values(workflow.jobs)) {
      for (const step of job.steps ?? []) {
        const action = /^owner\/hone\/(actions\/[\w-]+)@v1$/.exec(step.uses ?? '')?.[1];
        if (!action) continue;
        const known = inputsOf(`${action}/action.yml`);
        for (const input of Object.keys(step.with ?? {})) expect(known).toContain(input);
      }
      const reusable = /^owner\/hone\/(.github\/workflows\/[\w-]+\.yml)@v1$/.exec(job.uses ?? '')?.[1];
      if (!reusable) continue;
      const called = all.find(([path]) => path === reusable)?.[1];
      const known = Object.keys(called?.on.workflow_call?.inputs ?? {});
      for (const input of Object.keys(job.with ?? {})) expect(known).toContain(input);
      expect(job.permissions).toEqual(
        Object.assign({}, ...Object.values(called?.jobs ?? {}).map((one) => one.permissions)),
      );
    }
  });
});

it('the one required check of CI waits for every other job', () => {
  const ci = all.find(([path]) => path === '.github/workflows/ci.yml')?.[1];
  const { all: gate, ...others } = ci?.jobs ?? {};
  expect(gate?.needs?.toSorted()).toEqual(Object.keys(others).sort());
});

describe('the repair of failing tests', () => {
  const jobs = Object.entries(all.find(([path]) => path === '.github/workflows/best-of-n-fix.yml')?.[1].jobs ?? {});
  const mayWrite = ({ permissions }: Job) => Object.values(permissions).includes('write');

  it('runs code of the repository only where the token may read', () => {
    expect(jobs.filter(([, job]) => mayWrite(job)).map(([name]) => name)).toEqual(['publish']);
    for (const [name, { steps = [], ...job }] of jobs) {
      const hone = steps.filter(({ uses }) => uses?.startsWith('owner/hone/'));
      expect(hone, name).toHaveLength(1);
      if (!mayWrite({ steps, ...job })) {
        expect(hone[0]?.with?.publish ?? 'none', name).toMatch(/^(patch|none)$/);
        continue;
      }
      expect(hone[0]?.with?.phase).toBe('publish');
      expect(
        steps.filter(({ run, uses }) => run !== undefined || !/^(actions\/checkout|owner\/hone\/)/.test(uses ?? '')),
      ).toEqual([]);
    }
  });

  it('passes what comes from outside to a shell as a variable', () => {
    for (const { run } of jobs.flatMap(([, { steps = [] }]) => steps)) expect(run ?? '').not.toContain('${{');
  });
});
