import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildLimitMs, hone, honeBundle, node20 } from '../support/bundle.ts';
import { createRepository, removeRepositories } from '../support/repository.ts';

beforeAll(async () => {
  await honeBundle();
}, buildLimitMs);
afterAll(removeRepositories);

// What bundling can break: worker threads that start from the bundle, grammars, and PostgreSQL's parser.
it.each([
  ['this Node', process.execPath],
  ['Node 20', node20()],
])('runs both analysts in threads of the bundle on %s', async (_, node) => {
  if (node === undefined) return expect(process.env.HONE_TEST_REQUIRE, 'Node 20 is missing').not.toBe('all');
  const repository = createRepository();
  repository.commit({ files: { 'README.md': '# A\n' } });
  const sha = repository.commit({
    files: {
      'db/migrations/1.sql': 'DROP TABLE users;\n',
      'src/a.ts': 'if (x === NaN) y();\n',
      'src/b.py': 'assert (1, 2)\n',
    },
  });
  const { stdout, status } = await hone(['analyze', '--repo', repository.dir, '--json'], { node });
  const report = JSON.parse(stdout);
  expect(report.analysts.map((one: { status: string }) => one.status)).toEqual(['done', 'not-run', 'not-run', 'done']);
  expect(report.findings.map((one: { rule: string }) => one.rule)).toEqual(['nan-comparison', 'assert-on-tuple']);
  expect(report.impact.categories.database.changes).toMatchObject([
    { rule: 'table-dropped', subject: 'users', line: 1 },
  ]);
  expect({ commit: report.commit, notes: report.notes, status }).toEqual({ commit: sha, notes: [], status: 0 });
});
