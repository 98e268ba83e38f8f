import { afterAll, describe, expect, it } from 'vitest';
import { impactAnalyst } from '../../../src/analysis/impact/index.ts';
import { readInput } from '../../../src/analysis/input.ts';
import type { Finding, Impact } from '../../../src/analysis/report.ts';
import { openRepository, readChange } from '../../../src/git/index.ts';
import { createRepository, removeRepositories } from '../../support/repository.ts';

afterAll(removeRepositories);

type Files = Readonly<Record<string, string | null>>;

/** The impact of a commit that turns `before` into `before` with `change`. */
async function impactOf(before: Files, change: Files): Promise<{ impact: Impact; findings: readonly Finding[] }> {
  const git = createRepository();
  git.commit({ files: before });
  const head = git.commit({ files: change });
  const repository = await openRepository(git.dir);
  const { input } = await readInput(repository, await readChange(repository, { head }));
  const { impact, findings } = await impactAnalyst.analyse(input);
  if (!impact) throw new Error('no impact');
  return { impact, findings };
}

function apiOf({ impact }: { impact: Impact }): string[] {
  const { level, changes } = impact.categories.api;
  return [
    level,
    ...changes.map(({ kind, subject, breaking, file, line }) => `${kind} ${subject} ${breaking} ${file}:${line}`),
  ];
}

const math =
  'export function add(a: number, b: number) {\n  return a + b;\n}\nexport function sub(a: number) {\n  return a;\n}\n';
const withoutSub = math.slice(0, math.indexOf('export function sub'));
const library = {
  'package.json': '{"name":"lib","exports":"./dist/index.js"}',
  'src/index.ts': "export * from './math.ts';\n",
  'src/math.ts': math,
};

describe('exports', () => {
  it('breaks others when a library takes away what its entry point hands out', async () => {
    const result = await impactOf(library, { 'src/math.ts': withoutSub });
    expect(apiOf(result)).toEqual(['high', 'export-removed sub true src/math.ts:4']);
    expect(result.impact.approvalRequired).toBe(true);
    expect(result.impact.recommendations[0]).toMatch(/Keep `sub`/);
  });

  it('breaks nobody inside a library when nothing hands it out', async () => {
    const inner = { ...library, 'src/index.ts': "export { add } from './math.ts';\n" };
    expect(apiOf(await impactOf(inner, { 'src/math.ts': withoutSub }))).toEqual([
      'low',
      'export-removed sub false src/math.ts:4',
    ]);
  });

  it('breaks nobody in an application', async () => {
    const application = { 'package.json': '{"name":"app","private":true}', 'src/math.ts': math };
    expect(apiOf(await impactOf(application, { 'src/math.ts': withoutSub }))).toEqual([
      'low',
      'export-removed sub false src/math.ts:4',
    ]);
  });

  it('says that it does not know without a manifest', async () => {
    const result = await impactOf({ 'src/math.ts': math }, { 'src/math.ts': withoutSub });
    expect(apiOf(result)).toEqual(['medium', 'export-removed sub true src/math.ts:4']);
    expect(result.impact.categories.api.reasons[0]).toMatch(/whether others use it is unknown/);
  });

  it('counts additions and optional parameters as harmless', async () => {
    const more = `${math.replace('b: number)', 'b: number, c = 0)')}export const three = 3;\n`;
    expect(apiOf(await impactOf(library, { 'src/math.ts': more }))).toEqual([
      'low',
      'signature-changed add false src/math.ts:1',
      'export-added three false src/math.ts:7',
    ]);
  });

  it('sees through a formatter', async () => {
    const before = "export const wrap = (x: { a: string, b: number }): { c: 'd', e: () => void } => x as any\n";
    const after =
      'export const wrap = (x: {\n  a: string;\n  b: number;\n}): {\n  c: "d";\n  e: () => void;\n} => x as any;\n';
    expect(apiOf(await impactOf({ ...library, 'src/math.ts': before }, { 'src/math.ts': after }))).toEqual(['none']);
  });

  it('sees through changed bodies, comments and layout', async () => {
    const same = `// A comment.\n${math.replace('return a + b', 'return b + a')}\n`;
    expect(apiOf(await impactOf(library, { 'src/math.ts': same }))).toEqual(['none']);
  });

  it('points at imports and calls that the change left behind', async () => {
    const uses = { 'src/use.ts': "import { add, sub } from './math.ts';\n\nsub(add(1, 2));\n" };
    const gone = await impactOf({ ...library, ...uses }, { 'src/math.ts': withoutSub });
    expect(gone.findings).toMatchObject([
      { rule: 'broken-import', file: 'src/use.ts', startLine: 1, severity: 'high' },
    ]);
    const asked = await impactOf(
      { ...library, ...uses },
      { 'src/math.ts': math.replace('b: number)', 'b: number, c: number)') },
    );
    expect(asked.findings).toMatchObject([{ rule: 'broken-call', file: 'src/use.ts', startLine: 3 }]);
    const both = await impactOf(
      { ...library, ...uses },
      { 'src/math.ts': withoutSub, 'src/use.ts': "import { add } from './math.ts';\nadd(1, 2);\n" },
    );
    expect(both.findings).toEqual([]);
  });

  it('does not call a method broken that a base class may still have', async () => {
    const classes =
      'export class Alone {\n  a() {}\n  b() {}\n}\nexport class Child extends Base {\n  a() {}\n  b() {}\n}\n';
    const result = await impactOf(
      { ...library, 'src/math.ts': classes },
      { 'src/math.ts': classes.replaceAll('  b() {}\n', '') },
    );
    expect(apiOf(result)).toEqual([
      'high',
      'export-removed Alone.b true src/math.ts:3',
      'export-removed Child.b false src/math.ts:7',
    ]);
  });

  it('reads Python packages: what the package itself offers weighs most, private names nothing', async () => {
    const before = {
      'pyproject.toml': '[project]\nname = "lib"\n',
      'lib/__init__.py': 'from .core import run\n',
      'lib/core.py': 'def run(a):\n    return a\n\n\ndef helper(a):\n    return a\n\n\ndef _inner(a):\n    return a\n',
    };
    const after = before['lib/core.py']
      .replace('run(a)', 'run(a, b)')
      .replace('helper(a)', 'helper(a, b)')
      .replace('_inner(a)', '_inner(a, b)');
    const result = await impactOf(before, { 'lib/core.py': after });
    expect(apiOf(result)).toEqual([
      'high',
      'signature-changed run true lib/core.py:1',
      'signature-changed helper true lib/core.py:5',
    ]);
  });
});

describe('blast radius', () => {
  const chain = {
    'package.json': '{"name":"app","private":true}',
    'src/deep.ts': 'export const x = 1;\n',
    'src/middle.ts': "import { x } from './deep.ts';\nexport const y = x;\n",
    'src/server.ts': "import { y } from './middle.ts';\napp.get('/y', (req, res) => res.send(y));\n",
    'src/other.ts': '// import "./deep.ts"\nexport const z = 1;\n',
  };

  it('names the files that reach the change and the routes in them, not the changed file', async () => {
    const { impact } = await impactOf(chain, { 'src/deep.ts': 'export const x = 2;\n' });
    expect(impact.blastRadius).toEqual({
      files: ['src/middle.ts', 'src/server.ts'],
      endpoints: ['GET /y'],
      users: 'unknown',
    });
  });

  it('follows imports of a deleted file', async () => {
    const { impact, findings } = await impactOf(chain, { 'src/deep.ts': null });
    expect(impact.blastRadius.files).toEqual(['src/middle.ts', 'src/server.ts']);
    expect(findings).toMatchObject([{ rule: 'broken-import', file: 'src/middle.ts', startLine: 1 }]);
  });

  it('does not take a file that came back with another ending for deleted', async () => {
    const { findings } = await impactOf(
      { 'a.js': 'export const x = 1;\n', 'b.js': "import { x } from './a';\nx;\n" },
      { 'a.js': null, 'a.ts': 'export const x: number = 1;\nexport const more = 2;\nexport const evenMore = 3;\n' },
    );
    expect(findings).toEqual([]);
  });
});

describe('users and performance', () => {
  it('sees screens, texts and default settings change', async () => {
    const { impact } = await impactOf(
      { 'src/a.css': 'a {}\n' },
      {
        'src/a.css': 'b {}\n',
        'src/locales/de.json': '{"a":"b"}\n',
        'config/default.yml': 'a: 1\n',
        'docs/site.css': 'a {}\n',
      },
    );
    expect(impact.categories.user.level).toBe('low');
    expect(impact.categories.user.changes.map(({ kind, subject }) => `${kind} ${subject}`).sort()).toEqual([
      'config-added config/default.yml',
      'interface-added src/locales/de.json',
      'interface-changed src/a.css',
    ]);
  });

  it('sees a query that moved into a loop', async () => {
    const query = "await db.query('SELECT * FROM t WHERE id = $1', [id]);\n";
    const { impact } = await impactOf({ 'src/a.js': query }, { 'src/a.js': `for (const id of ids) {\n  ${query}}\n` });
    expect(impact.categories.performance).toMatchObject({
      level: 'medium',
      changes: [{ rule: 'query-in-loop', file: 'src/a.js', line: 2 }],
    });
  });
});
