import { PassThrough } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import { runProgram } from '../../../src/cli/program.ts';
import { createDirectory, createRepository, removeRepositories } from '../../support/repository.ts';

afterAll(removeRepositories);

async function hone(...args: string[]): Promise<number> {
  const stream = (): PassThrough => new PassThrough().resume() as PassThrough;
  const interruption = new AbortController().signal;
  const cwd = createDirectory();
  return runProgram(args, { stdin: stream(), stdout: stream(), stderr: stream(), env: {}, cwd, interruption });
}

describe('hone fix takes', () => {
  it.each([
    [['--candidates', '0'], /--candidates .*'0' is invalid\. Allowed is a whole number from 1 to 100/],
    [['--candidates', '2.5'], /--candidates .*'2\.5' is invalid/],
    [['--candidates', 'many'], /--candidates .*'many' is invalid/],
    [['--time-limit', '0'], /--time-limit .*'0' is invalid\. Allowed is a number from 1 to 86400/],
    [['--time-limit', '-3'], /--time-limit .*'-3' is invalid/],
    [['--time-limit', '1e3'], /--time-limit .*'1e3' is invalid/],
    [['--min-coverage', '101'], /--min-coverage .*'101' is invalid\. Allowed is a number from 0 to 100/],
    [['--seed', '4294967296'], /--seed .* is invalid\. Allowed is a whole number from 0 to 4294967295/],
    [['--isolation', 'none'], /--isolation .*'none' is invalid\. Allowed choices are namespaces, process/],
    [['--order', 'best'], /--order .*Allowed choices are ranked, random/],
    [['--test', '  '], /--test is empty; give the command that runs the tests/],
    [['--patch', 'no/such/folder/a.patch'], /--patch "no\/such\/folder\/a\.patch": there is no folder for it/],
    [['--patch', '.'], /--patch "\." is a folder; give a file/],
    [['src'], /too many arguments/],
  ])('no %j', async (args, message) => {
    await expect(hone('fix', ...args)).rejects.toThrow(message);
  });

  it('no repository without files or commits', async () => {
    const bare = createRepository({ bare: true }).dir;
    await expect(hone('fix', '--repo', bare)).rejects.toThrow('a bare repository has no files to test');
    await expect(hone('fix', '--repo', createRepository().dir)).rejects.toThrow('has no commits yet');
  });

  it('no guess about the test command', async () => {
    const repository = createRepository();
    repository.commit({ files: { 'a.txt': 'a\n' } });
    await expect(hone('fix', '--repo', repository.dir)).rejects.toThrow(/no test command was found.*--test/);
  });
});
