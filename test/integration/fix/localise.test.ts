import { afterAll, expect, it } from 'vitest';
import { localise } from '../../../src/fix/localise/index.ts';
import { openWorkspace } from '../../../src/fix/workspace.ts';
import { openRepository } from '../../../src/git/index.ts';
import { createRepository, removeRepositories } from '../../support/repository.ts';

afterAll(removeRepositories);

it('of many lines that only the failing test executes, that of the stack trace and the one just changed come first', async () => {
  const made = createRepository();
  const text = (third: string) => `def f(a):\n    b = a\n    ${third}\n    d = c.nme\n    return d\n`;
  made.commit({ files: { 'f.py': text('c = b') } });
  made.commit({ files: { 'f.py': text('c = b + 1') } });
  const workspace = await openWorkspace(await openRepository(made.dir));
  const id = 'test_f.py::test_f';
  const failing = [
    {
      ...{ id, file: 'test_f.py', status: 'failed' as const, message: undefined, errorClass: 'AttributeError' },
      stack: [{ file: 'f.py', line: 4, function: 'f' }],
    },
  ];
  const coverage = {
    ...{
      loaded: new Map(),
      verdicts: new Map(),
      executed: new Set<string>(),
      hanging: undefined,
      unmeasured: 0,
      missing: undefined,
    },
    tests: new Map([[id, new Map([['f.py', [2, 3, 4, 5]]])]]),
  };
  const found = await localise({ workspace, failing, coverage, testFiles: new Set(['test_f.py']) });
  expect(
    found
      .slice(0, 2)
      .map(({ line }) => line)
      .sort(),
  ).toEqual([3, 4]);
  expect(found[0]?.score).toBe(1);
  expect(found[2]?.score).toBeLessThan(0.9);
});

it('programs that show the others come behind them, and first where there are no others', async () => {
  const made = createRepository();
  const text = 'def f(a):\n    return a\n';
  made.commit({
    files: { 'examples/shop.py': text, 'lib/shop.py': text, 'jest.config.js': '\n\n', 'test_f.py': '' },
  });
  const workspace = await openWorkspace(await openRepository(made.dir));
  const [failed, passed] = ['test_f.py::test_f', 'test_f.py::test_g'];
  const common = { status: 'failed' as const, message: undefined, errorClass: undefined, stack: [] };
  const failing = [{ id: failed, file: 'test_f.py', ...common }];
  const of = async (...files: string[]) => {
    const lines = new Map(files.map((file) => [file, [2]]));
    const coverage = {
      ...{ loaded: new Map(), verdicts: new Map(), executed: new Set<string>(), hanging: undefined },
      ...{ unmeasured: 0, missing: undefined },
      tests: new Map([
        [failed, lines],
        [passed, new Map(files.map((file) => [file, file.startsWith('lib/') ? [2] : []]))],
      ]),
    };
    const found = await localise({ workspace, failing, coverage, testFiles: new Set(['test_f.py']) });
    return found.map(({ file, score }) => [file, Number(score.toFixed(2))]);
  };
  // Only the failing test runs the line of the example, and still it is the less suspicious one.
  expect(await of('examples/shop.py', 'lib/shop.py')).toEqual([
    ['lib/shop.py', 1],
    ['examples/shop.py', 0.57],
  ]);
  expect(await of('examples/shop.py')).toEqual([['examples/shop.py', 1]]);
  expect(await of('jest.config.js', 'lib/shop.py')).toEqual([['lib/shop.py', 1]]);
});

it('the more tests pass, the less a table that all of them load is suspected before what the failing one runs', async () => {
  const made = createRepository();
  made.commit({ files: { 'f.py': 'TABLE = [1]\n\ndef f(a):\n    return a\n', 'test_f.py': '' } });
  const workspace = await openWorkspace(await openRepository(made.dir));
  const id = 'test_f.py::test_f';
  const common = { status: 'failed' as const, message: undefined, errorClass: undefined, stack: [] };
  const of = async (passing: number) => {
    const ids = [id, ...Array.from({ length: passing }, (_, at) => `test_f.py::test_${at}`)];
    const coverage = {
      ...{ verdicts: new Map(), executed: new Set<string>(), hanging: undefined, unmeasured: 0, missing: undefined },
      loaded: new Map([['f.py', [1, 3]]]),
      tests: new Map(ids.map((one) => [one, new Map([['f.py', [4]]])])),
    };
    const failing = [{ id, file: 'test_f.py', ...common }];
    return (await localise({ workspace, failing, coverage, testFiles: new Set(['test_f.py']) })).map(
      ({ line, score }) => [line, Number(score.toFixed(2))],
    );
  };
  expect(await of(1)).toContainEqual([1, 0.25]);
  expect(await of(99)).toContainEqual([1, 0.1]);
});
