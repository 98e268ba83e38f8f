import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { version } from '../../src/base/version.ts';
import { buildLimitMs, hone, honeBundle, node20, plainEnv, root } from '../support/bundle.ts';
import { createDirectory, removeRepositories } from '../support/repository.ts';
import { smallRepository } from '../support/small-repository.ts';

beforeAll(async () => {
  await honeBundle();
}, buildLimitMs);
afterAll(removeRepositories);

describe('the command line', () => {
  it('knows its version, which is that of package.json', async () => {
    expect(await hone(['--version'])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
    expect(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version).toBe(version);
  });

  it.each([[[]], [['run']], [['analyze']], [['metrics']], [['learn']], [['store']], [['store', 'verify']]])(
    'helps with examples: %j',
    async (command) => {
      const { status, stdout, stderr } = await hone([...command, '--help']);
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(stdout).toMatch(/^Usage: hone /);
      expect(stdout).toContain('Examples:\n  $ hone');
    },
  );

  it.each([
    [['bogus'], "unknown command 'bogus'"],
    [['analyse'], '(Did you mean analyze?)'],
    [['metrics', '--bogus'], "unknown option '--bogus'"],
    [['metrics', '--since'], "option '--since <date>' argument missing"],
    [['metrics', '--since', 'yesterday-ish'], '"yesterday-ish" is not a date'],
    [['analyze', '--fail-on', 'severe'], "argument 'severe' is invalid"],
    [['analyze', '--commit', 'HEAD', '--base', 'HEAD'], 'cannot be used with'],
    [['analyze', '--commit', 'no-such-thing'], '"no-such-thing" is not a commit'],
    [['analyze', '--commit', '--upload-pack=x'], 'is not a commit'],
    [['learn', 'extra'], 'too many arguments'],
    [['store', 'import'], "missing required argument 'file'"],
    [['store', 'import', 'no-such-file'], '"no-such-file" cannot be read: there is no such file'],
    [['run', '/no/such/folder'], 'no such folder: "/no/such/folder"'],
    [['run', 'package.json'], 'is a file'],
    [['\u001b[31mred'], "unknown command 'red'"],
  ])('answers a mistake with one sentence and status 2: %j', async (args, sentence) => {
    const { status, stdout, stderr } = await hone(args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(sentence);
    expect(stderr).toMatch(/^hone: [^\n]+\n$/);
    expect(stderr).not.toContain('\u001b');
  });

  it('shows help and fails when no command is named', async () => {
    const { status, stdout, stderr } = await hone([]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('Usage: hone');
  });

  it('takes a folder that is no repository for a mistake', async () => {
    const dir = createDirectory();
    for (const args of [
      ['run', dir],
      ['analyze', '--repo', dir],
      ['metrics', '--repo', dir],
      ['store', 'verify', '--repo', dir],
    ]) {
      expect(await hone(args)).toEqual({
        status: 2,
        stdout: '',
        stderr: `hone: "${dir}" is not in a git repository\n`,
      });
    }
  });
});

describe('on Node 20', () => {
  const node = node20();
  if (node === undefined)
    console.warn('not run: the bundle on Node 20; put a Node 20 on the PATH or name it in HONE_NODE20');

  it.skipIf(node === undefined && process.env.HONE_TEST_REQUIRE !== 'all')('does the whole loop', async () => {
    const repository = smallRepository();
    const { status, stdout, stderr } = await hone(['run', repository.dir], { node: node ?? 'no Node 20' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/code-critic +1 of 1 done/);
    expect(stdout).toContain('Kept in');
  });
});

describe('trouble of the machine', () => {
  it('analyses all the same where nothing can be written, and says that nothing is kept', async () => {
    const repository = smallRepository();
    // A file in the way stops root too, whom permissions do not.
    writeFileSync(join(repository.dir, '.hone'), '');
    const { status, stdout, stderr } = await hone(['run', repository.dir]);
    expect(status).toBe(0);
    expect(stdout).toContain('Nothing of this run is kept.');
    expect(stderr).toContain('cannot be written');
  });

  it.skipIf(process.getuid?.() === 0)('the same in a folder without write permission', async () => {
    const repository = smallRepository();
    chmodSync(repository.dir, 0o555);
    try {
      expect((await hone(['run', repository.dir])).status).toBe(0);
    } finally {
      chmodSync(repository.dir, 0o755);
    }
  });

  it('goes on when its reader goes away', async () => {
    const repository = smallRepository();
    const file = await honeBundle();
    const shell = `"${process.execPath}" "${file}" run "${repository.dir}" | head -c 1 >/dev/null; echo "\${PIPESTATUS[0]}"`;
    const output = execFileSync('bash', ['-c', shell], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    expect(output.trim()).toBe('0');
    const events = (await hone(['store', 'export', '--repo', repository.dir])).stdout;
    expect(events).toContain('run.finished');
  });

  it.skipIf(!existsSync('/dev/full'))('says when its output cannot be written', async () => {
    const file = await honeBundle();
    const { dir } = smallRepository();
    for (const command of ['--version', `run "${dir}"`, `metrics --repo "${dir}"`, `store export --repo "${dir}"`]) {
      const shell = `("${process.execPath}" "${file}" ${command} >/dev/full; echo "$?") 2>&1`;
      const output = execFileSync('bash', ['-c', shell], { encoding: 'utf8' });
      expect(output).toMatch(/^hone: the result could not be written: ENOSPC[^\n]*\n3\n$/);
    }
  });

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('ends at once on %s, and keeps that it was interrupted', async (signal, expected) => {
    const repository = smallRepository();
    const slow = createDirectory();
    const git = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
    const script = `#!/bin/sh\ncase "$*" in *numstat*) exec sleep 20;; esac\nexec ${git} "$@"\n`;
    writeFileSync(join(slow, 'git'), script, { mode: 0o755 });
    const waiting = spawn(process.execPath, [await honeBundle(), 'run', repository.dir], {
      env: { ...plainEnv(), PATH: `${slow}:${process.env.PATH}` },
      stdio: 'ignore',
    });
    const ended = new Promise((resolve) => waiting.on('close', resolve));
    const journals = join(repository.dir, '.hone', 'journal');
    await vi.waitUntil(() => existsSync(journals) && readdirSync(journals).length > 0, { timeout: 10_000 });
    waiting.kill(signal);
    expect(await ended).toBe(expected);
    const { stdout } = await hone(['store', 'export', '--repo', repository.dir]);
    expect(stdout).toContain('"outcome":"interrupted"');
  });

  it('says that git is missing', async () => {
    const nowhere = createDirectory();
    mkdirSync(join(nowhere, 'bin'));
    const { status, stderr } = await hone(['metrics', '--repo', smallRepository().dir], {
      env: { PATH: join(nowhere, 'bin') },
    });
    expect(status).toBe(3);
    expect(stderr).toContain('git was not found');
    rmSync(nowhere, { recursive: true, force: true });
  });
});
