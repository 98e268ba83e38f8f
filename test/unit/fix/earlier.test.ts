import { expect, it } from 'vitest';
import { lackingFiles } from '../../../src/fix/earlier.ts';
import type { TestResult, TestRun } from '../../../src/testing/index.ts';

function failed(id: string, message: string, files: readonly string[], errorClass = 'Error'): TestResult {
  return {
    ...{ id, file: id.slice(0, id.indexOf('::')), name: [], durationMs: undefined, message, errorClass },
    status: id.endsWith('::') ? 'error' : 'failed',
    stack: files.map((file) => ({ file, line: 1, function: undefined })),
  };
}

function lacking(tests: readonly TestResult[]): readonly string[] {
  const run: TestRun = {
    ...{ status: 'completed', exitCode: 1, complete: true, authenticated: true, tests },
    ...{ coverage: new Map(), rawTail: '', durationMs: 1 },
  };
  return [...lackingFiles(run)];
}

const missing = "ENOENT: no such file or directory, scandir 'submodule'";
const other = failed('tests/c.ts::works', 'expected 1 to be 2', ['tests/c.ts']);

it('leaves alone files of tests that read what is not here, where others fail', () => {
  const data = failed('tests/a.ts::', missing, ['tests/a.ts']);
  const python = failed('tests/b.py::', "[Errno 2] No such file: 'x'", ['tests/b.py'], 'FileNotFoundError');
  expect(lacking([data, python, other])).toEqual(['tests/a.ts::', 'tests/b.py::']);
  expect(lacking([data])).toEqual([]);
});

it('chases a program that reads a wrong file, and tests that fail by themselves', () => {
  const inProgram = failed('tests/a.ts::', missing, ['src/read.ts', 'tests/a.ts']);
  const single = failed('tests/a.ts::reads', missing, ['tests/a.ts']);
  const unknown = failed('tests/d.ts::', missing, []);
  const thrown = failed('tests/e.ts::', 'x is not a function', ['tests/e.ts'], 'TypeError');
  expect(lacking([inProgram, single, unknown, thrown, other])).toEqual([]);
});
