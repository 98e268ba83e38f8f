import { afterAll, describe, expect, it } from 'vitest';
import { UsageError } from '../../../src/base/errors.ts';
import { localProvider } from '../../../src/sandbox/index.ts';
import { missing, projectNamed } from '../../support/projects/index.ts';
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
