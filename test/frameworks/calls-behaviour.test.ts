import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { type Behaviours, compareBehaviour } from '../../src/fix/behaviour/index.ts';
import { localProvider } from '../../src/sandbox/index.ts';
import { detect, driverFolder } from '../../src/testing/index.ts';
import { pytestMissing } from '../integration/testing/support.ts';

const isolated = localProvider('namespaces');
const provider = (await isolated.available()) === undefined ? isolated : localProvider('process');
const roots: string[] = [];
vi.setConfig({ testTimeout: 150_000 });

afterAll(async () => {
  await provider.close();
  for (const root of roots) rmSync(root, { recursive: true, force: true });
});

interface Setting {
  readonly text: string;
  readonly files: Record<string, string>;
  readonly file: string;
  readonly failing: readonly string[];
  readonly passing: readonly string[];
  readonly testFiles: readonly string[];
}

/** Compares candidates that change one text, `from`, of one file; each is named by what it puts there. */
async function compare(
  setting: Setting,
  from: string,
  to: readonly string[],
  times: number,
  budgetMs = 60_000,
): Promise<Behaviours[]> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'hone-behaviour-')));
  roots.push(root);
  for (const [path, text] of Object.entries(setting.files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const git = (...args: string[]): string =>
    execFileSync('git', ['-C', root, '-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { encoding: 'utf8' });
  git('init', '-q');
  git('add', '-A');
  git('commit', '-qm', 'a');
  const sandbox = await provider.create({
    repository: root,
    commit: git('rev-parse', 'HEAD').trim(),
    readOnly: [driverFolder()],
    tools: ['pytest'],
  });
  try {
    const { file, failing, passing, testFiles } = setting;
    const original = setting.files[file] ?? '';
    const start = original.indexOf(from);
    const candidates = to.map((text) => ({ id: text, edits: [{ file, start, end: start + from.length, text }] }));
    const plan = { originals: { [file]: original }, failing, passing, testFiles, budgetMs, seed: 7 };
    const command = await detect(setting.text, root);
    const found: Behaviours[] = [];
    for (let time = 0; time < times; time += 1) found.push(await compareBehaviour(sandbox, command, candidates, plan));
    expect(await sandbox.diff()).toBe('');
    expect(readFileSync(join(root, file), 'utf8')).toBe(original);
    return found;
  } finally {
    await sandbox.destroy();
  }
}

const python: Setting = {
  text: 'python3 -m pytest -q',
  file: 'near.py',
  files: {
    'near.py': [
      'def near(numbers, limit):',
      '    """Whether two are close.',
      '    >>> near([5, 1], 1)',
      '    False',
      '    """',
      '    for at, one in enumerate(numbers):',
      '        for other in numbers[at + 1:]:',
      '            if one - other < limit:',
      '                return True',
      '    return False',
      '',
    ].join('\n'),
    'test_near.py':
      'from near import near\n\n\ndef test_a():\n    assert near([1, 2, 9], 2)\n\n\ndef test_b():\n    assert not near([1, 5], 2)\n',
  },
  failing: ['test_near.py::test_b'],
  passing: ['test_near.py::test_a'],
  testFiles: ['test_near.py'],
};

it.skipIf(pytestMissing)('candidates that pass the same tests are told apart, twice alike', async () => {
  const right = ['abs(one - other) < limit', 'abs(other - one) < limit', '-limit < other - one < limit'];
  const wrong = ['other - one < limit', 'one == 1 and other == 2', 'other - one < limit or __import__("os")._exit(1)'];
  const [found, again] = await compare(python, 'one - other < limit', [...wrong, ...right], 2);
  expect(again).toEqual(found);
  expect(found?.missing).toBeUndefined();
  expect(found?.inputs).toBeGreaterThan(50);
  expect(found?.clusters[0]).toEqual(right);
  expect(found?.clusters.slice(1)).toEqual(wrong.map((one) => [one]));
  expect(found?.examples.get(right[0] ?? '')).toEqual({ kept: 1, broken: 0 });
  expect(found?.examples.get(wrong[0] ?? '')).toEqual({ kept: 0, broken: 1 });
  expect(found?.traits.get(wrong[2] ?? '')?.throws).toBeGreaterThan(0.1);
  expect(found?.traits.get(right[0] ?? '')?.throws).toBe(0);
});

const node: Setting = {
  text: 'node --test',
  file: 'steps.mjs',
  files: {
    'package.json': '{}',
    'steps.mjs':
      '// steps(3) => 3\nfunction steps(n) {\n  let all = 0;\n  while (n > 0) { n += 1; all += 1 }\n  return all;\n}\nexport const twice = (n) => steps(n) * 2;\n',
    'steps.test.mjs':
      "import test from 'node:test'; import assert from 'node:assert'; import { twice } from './steps.mjs';\ntest('none', () => assert.equal(twice(0), 0));\ntest('two', () => assert.equal(twice(2), 4));\n",
  },
  failing: ['steps.test.mjs::two'],
  passing: ['steps.test.mjs::none'],
  testFiles: ['steps.test.mjs'],
};

it('an original that hangs, and candidates that hang or leave beyond the tests', async () => {
  const right = ['n -= 1; all += 1', 'all += 1; n--'];
  const hang = 'n = n > 4 ? n : n - 1; all += 1';
  const leave = 'n -= 1; all += 1; if (n > 4) process.abort()';
  const [found] = await compare(node, 'n += 1; all += 1', [hang, leave, ...right], 1);
  expect(found?.clusters[0]).toEqual(right);
  expect(found?.clusters.slice(1)).toEqual([[hang], [leave]]);
  expect(found?.examples.get(right[0] ?? '')).toEqual({ kept: 1, broken: 0 });
  for (const id of [hang, leave]) expect(found?.traits.get(id)?.throws).toBeGreaterThan(0.2);
});

it('what there is no time for is said', async () => {
  const [found] = await compare(node, 'n += 1; all += 1', ['n -= 1; all += 1'], 1, 300);
  expect(found?.missing).toMatch(/in time|watched tests|none of the changed/);
  expect(found?.clusters.flat().length).toBe(0);
});
