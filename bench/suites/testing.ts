import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { localProvider, type Sandbox } from '../../src/sandbox/index.ts';
import {
  detect,
  driverFolder,
  failing,
  passing,
  runTests,
  type TestCommand,
  type Trial,
  type TrialPlan,
  tryCandidates,
} from '../../src/testing/index.ts';
import { tryFresh } from '../../src/testing/repeat/fresh.ts';
import type { Row, Suite } from '../measure.ts';

const candidates = 300;
const freshCandidates = 8;

interface Project {
  readonly command: string;
  /** The program in the command line, to be made visible in the sandbox. */
  readonly tool: string;
  readonly source: string;
  readonly files: Readonly<Record<string, string>>;
}

const javascript = `export function sum(n) {
  let total = 0;
  for (let i = 0; i < n; i++) total += i;
  return total;
}
`;
const javascriptTest = (from: string): string => `${from}
import assert from 'node:assert/strict';
import { sum } from '../src/sum.js';
test('up to three', () => assert.equal(sum(3), 6));
test('nothing', () => assert.equal(sum(0), 0));
`;

const projects: Readonly<Record<string, Project>> = {
  'node:test': {
    command: 'node --test',
    tool: 'node',
    source: 'src/sum.js',
    files: {
      'package.json': '{"type":"module"}',
      'src/sum.js': javascript,
      'test/sum.test.js': javascriptTest("import { test } from 'node:test';"),
    },
  },
  vitest: {
    command: 'npx vitest run',
    tool: 'node',
    source: 'src/sum.js',
    files: {
      'package.json': '{"type":"module"}',
      'src/sum.js': javascript,
      'test/sum.test.js': javascriptTest("import { test } from 'vitest';"),
    },
  },
  pytest: {
    command: 'python3 -m pytest -q',
    tool: 'python3',
    source: 'sums.py',
    files: {
      'sums.py': 'def sum_to(n):\n    total = 0\n    for i in range(n):\n        total += i\n    return total\n',
      'test_sums.py':
        'from sums import sum_to\n\n\ndef test_three():\n    assert sum_to(3) == 6\n\n\ndef test_nothing():\n    assert sum_to(0) == 0\n',
    },
  },
};

async function* rows(): AsyncIterable<Row> {
  const provider = localProvider('namespaces');
  const reason = await provider.available();
  if (reason !== undefined) {
    yield { what: 'candidates in a sandbox', figure: `not run: ${reason}` };
    return;
  }
  try {
    for (const [name, project] of Object.entries(projects)) {
      if (name === 'pytest' && spawnSync('python3', ['-m', 'pytest', '--version']).status !== 0) {
        yield { what: name, figure: 'not run: pytest is not installed' };
        continue;
      }
      const dir = repository(project.files);
      const commit = execFileSync('git', ['rev-parse', 'HEAD'], { cwd: dir, encoding: 'utf8' }).trim();
      const sandbox = await provider.create({
        ...{ repository: dir, commit, tools: [project.tool], readOnly: [driverFolder()] },
      });
      try {
        yield* measured(name, project, sandbox, await detect(project.command, dir));
      } finally {
        await sandbox.destroy();
        rmSync(dir, { recursive: true, force: true });
      }
    }
  } finally {
    await provider.close();
  }
}

async function* measured(
  name: string,
  { source, files }: Project,
  sandbox: Sandbox,
  command: TestCommand,
): AsyncIterable<Row> {
  const run = await runTests(sandbox, command, { timeoutMs: 60_000 });
  const plan: TrialPlan = {
    originals: { [source]: files[source] ?? '' },
    failing: failing(run).map(({ id }) => id),
    guards: passing(run).map(({ id }) => id),
    testFiles: [...new Set(run.tests.map(({ file }) => file))],
    testTimeoutMs: 1000,
    trialTimeoutMs: 20_000,
  };
  const all = trials(source, files[source] ?? '', candidates);
  const loop = async (count: number): Promise<number> => {
    const start = performance.now();
    for await (const result of tryCandidates(sandbox, command, all.slice(0, count), plan)) {
      if (result.how !== 'loop') throw new Error(`${name}: candidate ${result.id} left the warm process`);
    }
    return performance.now() - start;
  };
  await loop(1);
  const one = await loop(1);
  const many = await loop(candidates);
  // In the same minute: a fresh process for each, as it would be without the loop.
  const start = performance.now();
  for (const trial of all.slice(0, freshCandidates)) await tryFresh(sandbox, command, trial, plan);
  const fresh = (performance.now() - start) / freshCandidates;
  const each = many / candidates;
  yield {
    what: `${name}: a candidate in a warm process, ${candidates} of them, start included; start and first one`,
    figure: `${each.toFixed(1)} ms; ${one.toFixed(0)} ms`,
    aim: '<= 10 ms and its test time',
  };
  yield {
    what: `${name}: a candidate in a fresh process`,
    figure: `${fresh.toFixed(0)} ms, ${(fresh / each).toFixed(0)} x the warm one`,
  };
}

/** Candidates that all differ, wrong ones but for one: most are. */
function trials(source: string, text: string, count: number): Trial[] {
  const at = text.indexOf('total += i') + 'total += '.length;
  return Array.from({ length: count }, (_, n) => ({
    id: String(n),
    edits: { [source]: [{ start: at, end: at + 1, text: `i + ${n}` }] },
  }));
}

function repository(files: Readonly<Record<string, string>>): string {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), 'hone-bench-')));
  for (const [path, text] of Object.entries({ '.gitignore': 'node_modules\n', ...files })) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
  symlinkSync(fileURLToPath(new URL('../../node_modules', import.meta.url)), join(dir, 'node_modules'));
  const git = (...args: string[]): unknown =>
    execFileSync('git', ['-c', 'user.name=b', '-c', 'user.email=b@b', ...args], { cwd: dir });
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message=files');
  return dir;
}

export const suite: Suite = { title: 'Trying candidates', rows };
