import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { coverTests } from '../../src/testing/index.ts';
import { pytestMissing, runProject, seenOf, tryChanges } from '../integration/testing/support.ts';

/** A folder of Python packages with pytest-xdist, kept for later runs; undefined when it cannot be had. */
function xdist(): string | undefined {
  const folder = join(tmpdir(), 'hone-test-pytest-xdist');
  if (existsSync(folder)) return folder;
  const draft = mkdtempSync(`${folder}-`);
  const words = ['-m', 'pip', 'install', '--quiet', '--no-deps', '--retries=0', '--target', draft];
  const { status } = spawnSync('python3', [...words, 'pytest-xdist==3.8.0', 'execnet==2.1.2'], { timeout: 50_000 });
  if (status === 0 && !existsSync(folder)) renameSync(draft, folder);
  else rmSync(draft, { recursive: true, force: true });
  return existsSync(folder) ? folder : undefined;
}

const packages = pytestMissing ? undefined : xdist();
if (packages === undefined) process.stdout.write('not run: pytest with pytest-xdist (the registry is not reached)\n');

it.skipIf(packages === undefined)(
  'tests that workers run are reported, measured and repeated in one process',
  async () => {
    const ran = await runProject(`PYTHONPATH=${packages} python3 -m pytest -q -n 2`, {
      'sol.py': 'def add(a, b):\n    return a - b\n\n\ndef same(a):\n    return a\n',
      'test_a.py': `import os
import pytest
from sol import add, same


def test_add():
    assert add(1, 2) == 3


@pytest.mark.parametrize("n", [1, 2])
def test_same(n):
    assert same(n) == n


def test_worker():
    alone = any(name in os.environ for name in ("HONE_COVERAGE", "HONE_REPEAT"))
    assert ("PYTEST_XDIST_WORKER" in os.environ) != alone
`,
    });
    expect(ran.run.status).toBe('completed');
    expect([...ran.verdicts].sort()).toEqual([
      'test_a.py::test_add failed',
      'test_a.py::test_same[1] passed',
      'test_a.py::test_same[2] passed',
      'test_a.py::test_worker passed',
    ]);
    const coverage = await coverTests(ran.at, ran.command, ran.run, { timeoutMs: 20_000, testTimeoutMs: 1000 });
    expect(coverage.tests.get('test_a.py::test_add')?.get('sol.py')).toEqual([2]);
    const { results, fallback } = await tryChanges(ran, 'sol.py', [
      ['a - b', 'a + b'],
      ['a - b', 'a * b'],
    ]);
    expect(fallback).toBeUndefined();
    expect(seenOf(results)).toEqual({ 'a + b': ['loop', true, undefined], 'a * b': ['loop', false, 'AssertionError'] });
  },
);
