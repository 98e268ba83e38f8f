import { afterAll, describe, expect, it } from 'vitest';
import { UsageError } from '../../../src/base/errors.ts';
import { createRepository, removeRepositories, type TestRepository } from '../../support/repository.ts';
import { analyzeIn, MemoryEvents } from './setting.ts';

afterAll(removeRepositories);

const faulty = 'def add(item, items=[]):\n    items.append(item)\n    return items\n';

/** What must be said of a commit in which nothing can be wrong. */
async function expectSilence(repository: TestRepository): Promise<void> {
  const report = await analyzeIn(repository.dir);
  expect(report.findings).toEqual([]);
  expect(report.tasks).toEqual([]);
  expect(report.impact).toMatchObject({ overall: 'none', approvalRequired: false, recommendations: [] });
  expect(report.analysts.filter(({ status }) => status !== 'not-run').map(({ status }) => status)).toEqual([
    'done',
    'done',
  ]);
}

describe('a commit with a mistake', () => {
  const repository = createRepository();
  repository.commit({ files: { 'src/list.py': '"""Lists."""\n' } });
  const sha = repository.commit({ message: 'Add', files: { 'src/list.py': `"""Lists."""\n${faulty}` } });

  it('has its finding at the right place, its task, and its events', async () => {
    const memory = new MemoryEvents();
    const report = await analyzeIn(repository.dir, {}, { memory });
    expect(report.commit.sha).toBe(sha);
    expect(report.base).toBe(repository.git('rev-parse', 'HEAD^'));
    expect(report.files).toEqual({ changed: 1, insertions: 3, deletions: 0 });
    expect(report.findings).toMatchObject([
      {
        rule: 'mutable-default',
        file: 'src/list.py',
        startLine: 2,
        endLine: 2,
        analysts: ['code-critic'],
        category: 'bug',
      },
    ]);
    expect(report.tasks).toMatchObject([{ id: report.findings[0]?.id, line: 2, proposedBefore: false }]);
    expect(memory.kinds()).toEqual(['analysis.completed', 'analysis.finding', 'task.proposed']);
    expect(report.analysts.map(({ name, status }) => `${name} ${status}`)).toEqual([
      'code-critic done',
      'test-writer not-run',
      'doc-writer not-run',
      'impact-analyst done',
    ]);
  });

  it('is proposed as a task once', async () => {
    const memory = new MemoryEvents();
    await analyzeIn(repository.dir, {}, { memory });
    const again = await analyzeIn(repository.dir, {}, { memory });
    expect(again.tasks).toMatchObject([{ proposedBefore: true }]);
    expect(memory.kinds().filter((kind) => kind === 'task.proposed')).toHaveLength(1);
  });

  it('keeps its fingerprint when the commit is amended and its lines move', async () => {
    const before = await analyzeIn(repository.dir);
    const moved = repository.clone();
    moved.write({ 'src/list.py': `"""Lists."""\n\nimport os\n\n\n${faulty.replace('items=[]', 'items = []')}` });
    moved.git('add', '--all');
    moved.git('commit', '--quiet', '--amend', '--no-edit');
    const after = await analyzeIn(moved.dir);
    expect(after.findings).toMatchObject([{ id: before.findings[0]?.id, startLine: 6 }]);
  });
});

describe('commits that introduce nothing', () => {
  const start = {
    'src/list.py': faulty,
    'src/a.ts': 'export function a(x: number) {\n  return x;\n}\n',
    'src/a.css': 'a { color: red; }\n',
    'src/b.tsx': 'export const B = () => <b />;\n',
    'config/app.yml': 'a: 1\n',
    'README.md': '# A\n',
  };
  function repositoryWith(files: Record<string, string | null>): TestRepository {
    const repository = createRepository();
    repository.commit({ files: start });
    repository.commit({ files });
    return repository;
  }

  it.each<[string, Record<string, string | null>]>([
    ['prose', { 'README.md': '# A\n\n```js\neval(code)\n```\n', 'docs/a.rst': 'eval\n====\n', LICENSE: 'text' }],
    ['comments', { 'src/list.py': `# eval(code)\n${faulty}`, 'src/a.ts': `// debugger;\n${start['src/a.ts']}` }],
    [
      'comments in interface files',
      {
        'src/a.css': '/* new */\na { color: red; }\n',
        'src/b.tsx': '// new\nexport const B = () => <b />;\n',
        'config/app.yml': '# new\na: 1\n',
      },
    ],
    ['white space', { 'src/a.ts': start['src/a.ts'].replace('  return', '\n      return') }],
    ['an old mistake that moved', { 'src/list.py': `def _first():\n    return 1\n\n\n${faulty}` }],
    ['an old mistake in a new indentation', { 'src/list.py': `if True:\n${faulty.replace(/^/gm, '    ')}` }],
    ['a lock file', { 'package-lock.json': '{"lockfileVersion": 3}\n', 'yarn.lock': 'eval\n' }],
    [
      'vendored and generated code',
      { 'vendor/x.js': 'eval(code);\n', 'src/x.pb2.py': '# Generated. DO NOT EDIT\neval(code)\n' },
    ],
  ])('stay silent: %s', async (_, files) => {
    await expectSilence(repositoryWith(files));
  });

  it('stay silent: a rename, a binary file, a deletion of tests, a submodule', async () => {
    const repository = createRepository();
    repository.commit({
      files: { ...start, 'test/a.test.ts': 'test("a", () => {});\n', 'logo.png': Buffer.from([0, 1, 2]) },
    });
    repository.git('mv', 'README.md', 'GUIDE.md');
    repository.submodule(repository.clone(), 'third');
    repository.commit({ files: { 'test/a.test.ts': null, 'logo.png': Buffer.from([0, 3, 4]) } });
    await expectSilence(repository);
  });

  it('stay silent: code moved to another file', async () => {
    const repository = createRepository();
    repository.commit({ files: { 'a.py': `x = 1\n${faulty}` } });
    repository.commit({ files: { 'a.py': 'x = 1\n', 'b.py': `y = 2\n${faulty}` } });
    const { findings } = await analyzeIn(repository.dir);
    expect(findings).toEqual([]);
  });
});

it('compares a branch with where it left its base', async () => {
  const repository = createRepository();
  repository.commit({ files: { 'a.py': 'x = 1\n' } });
  repository.checkout('feature');
  repository.commit({ files: { 'b.py': 'assert (1, "x")\n' } });
  repository.checkout('main');
  repository.commit({ files: { 'c.py': 'assert (1, "x")\n' } });
  const report = await analyzeIn(repository.dir, { base: 'main', head: 'feature' });
  expect(report.findings.map(({ file, startLine }) => `${file}:${startLine}`)).toEqual(['b.py:1']);
});

it('reads a root commit', async () => {
  const repository = createRepository();
  repository.commit({ files: { 'a.py': 'assert (1, "x")\n' } });
  const report = await analyzeIn(repository.dir);
  expect(report.base).toBeUndefined();
  expect(report.findings).toHaveLength(1);
});

it('refuses revisions that are not there, and empty repositories', async () => {
  const repository = createRepository();
  await expect(analyzeIn(repository.dir)).rejects.toThrow(UsageError);
  repository.commit();
  await expect(analyzeIn(repository.dir, { commit: 'no-such' })).rejects.toThrow(/no-such/);
});

it('says what it could not read', async () => {
  const repository = createRepository();
  repository.commit({
    files: { 'db/migrations/1.sql': 'CREATE TABLE t (id INT) ENGINE=InnoDB;\n', 'dist/a.js': 'x\n' },
  });
  const { notes, impact } = await analyzeIn(repository.dir);
  expect(notes.join('\n')).toMatch(/db\/migrations\/1\.sql could not be read as PostgreSQL .*effect is unknown/);
  expect(notes.join('\n')).toMatch(/generated or vendored: dist\/a\.js/);
  expect(impact?.categories.database.level).toBe('low');
});
