import { afterAll, describe, expect, it } from 'vitest';
import { UsageError } from '../../../src/base/errors.ts';
import { localProvider } from '../../../src/sandbox/index.ts';
import { type AcceptanceProject, missing, projectNamed } from '../../support/projects/index.ts';
import { repairProject } from '../../support/projects/repair.ts';
import { removeRepositories } from '../../support/repository.ts';

const unavailable = await localProvider('namespaces').available();
if (unavailable !== undefined) {
  if (process.env.HONE_TEST_REQUIRE === 'all') throw new Error(unavailable);
  process.stderr.write(`not run: repairs in sandboxes: ${unavailable}\n`);
}

afterAll(removeRepositories);

// One of each language; `npm run test:e2e` has them all.
describe.skipIf(unavailable !== undefined)('fix', () => {
  it.each(['dirty-work-tree', 'python-tabs'])(
    'repairs %s',
    async (name) => {
      const project = projectNamed(name);
      const reason = missing(project);
      if (reason !== undefined && process.env.HONE_TEST_REQUIRE !== 'all') {
        process.stderr.write(`not run: ${name}: ${reason}\n`);
        return;
      }
      const { report, verdict, disturbed, events } = await repairProject(project);
      expect(project.expected, report.reason).toContain(report.status);
      expect(verdict, report.winner?.patch).toMatchObject({ right: true });
      expect(disturbed).toEqual([]);
      expect(events.length).toBeGreaterThan(0);
    },
    90_000,
  );

  it('repairs what the second of two test programs finds, and says nothing fails where none does', async () => {
    const suite = (name: string, right: string): string =>
      `import assert from 'node:assert';\nimport test from 'node:test';\nimport { most } from '../most.js';
test('${name}', () => assert.equal(most([1, 3, 2]), ${right}));\ntest('${name} of one', () => assert.equal(most([4]), 4));\n`;
    const project: AcceptanceProject = {
      name: 'two-programs',
      about: 'a test command of two programs',
      command: 'npm run unit && npm run more',
      files: {
        'package.json': JSON.stringify({
          type: 'module',
          scripts: { unit: 'node --test unit/a.test.js', more: 'node --test more/b.test.js' },
        }),
        'most.js':
          'export function most(list) {\n  let most = list[0];\n  for (const one of list) if (one < most) most = one;\n  return most;\n}\n',
        'unit/a.test.js': suite('unit', '1').replace('[1, 3, 2]', '[1]'),
        'more/b.test.js': `${suite('more', '3')}
for (const list of [[5, 1, 4], [-1, -3], [2, 2, 7], [0]]) test('of ' + list, () => assert.equal(most(list), Math.max(...list)));
`,
      },
      expected: ['fixed', 'review'],
      hidden: {
        file: 'check.js',
        text: "import assert from 'node:assert';\nimport { most } from './most.js';\nassert.equal(most([2, 9, 4, 7]), 9);\n",
      },
      timeLimit: 60,
    };
    const { report, verdict } = await repairProject(project);
    expect(project.expected, report.reason).toContain(report.status);
    expect(report.baseline.failing.map(({ id }) => id)).toContain('more/b.test.js::more');
    expect(verdict, report.winner?.patch).toMatchObject({ right: true });
    const green = { ...project.files, 'most.js': (project.files['most.js'] ?? '').replace('one < most', 'one > most') };
    expect((await repairProject({ ...project, files: green })).report.status).toBe('nothing-to-fix');
    // What turns the second green turns the first red.
    const against = { ...project.files, 'unit/a.test.js': suite('unit', '1') };
    const { report: torn } = await repairProject({ ...project, files: against, timeLimit: 15 }, { candidates: 1 });
    expect(torn, torn.reason).toMatchObject({ status: 'unfixed', winner: undefined });
    expect(torn.candidates[0]?.reasons.join()).toMatch(/unit\/a\.test\.js/);
  }, 90_000);

  it('says that nothing fails', async () => {
    const { report, disturbed } = await repairProject(projectNamed('green-suite'));
    expect(report).toMatchObject({ status: 'nothing-to-fix', winner: undefined, tried: 0 });
    expect(disturbed).toEqual([]);
  });

  it('refuses a command that is not there', async () => {
    const refusal = repairProject(projectNamed('no-such-command'));
    await expect(refusal).rejects.toThrow(UsageError);
    await expect(refusal).rejects.toThrow('no-such-test-runner');
  });
});
