import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { CannotRunError, UsageError } from '../../../src/base/errors.ts';
import type { Isolation, Sandbox } from '../../../src/sandbox/index.ts';
import { createRepository, removeRepositories } from '../../support/repository.ts';
import { eventually, processesWith, providerOf, subject, using } from './host.ts';

/** What every provider must do, whatever it isolates with. */
const isolations: Isolation[] = ['namespaces', 'process'];

afterAll(removeRepositories);

for (const isolation of isolations) {
  const provider = await providerOf(isolation);
  describe.skipIf(provider === undefined)(`local sandbox, ${isolation}`, () => {
    if (provider === undefined) return;
    const { repository, commit, spec } = subject();
    afterAll(() => provider.close());
    const sh = (sandbox: Sandbox, script: string, limits = {}) => sandbox.run(['sh', '-c', script], { limits });

    it('starts with the tree of the commit and a repository of its own, not with the dirty work tree', async () => {
      const before = repository.git('status', '--porcelain');
      const times = () =>
        ['index', 'objects', 'objects/pack'].map((name) => statSync(join(repository.dir, '.git', name)).mtimeMs);
      const written = times();
      await using(provider, spec(), async (sandbox) => {
        expect(sandbox.isolation).toBe(isolation);
        expect((await sandbox.read('a.js'))?.toString()).toBe('export const a = 1;\n');
        expect(await sandbox.read('secret.txt')).toBeUndefined();
        const git = await sh(sandbox, 'git status --porcelain && git rev-parse HEAD && git log --format=%s | wc -l');
        expect(git.stdout.trim().split(/\s+/)).toEqual([commit, '1']);
        expect(
          (await sh(sandbox, 'git -c user.name=t -c user.email=t@t commit -q --allow-empty -m t; echo x > a.js'))
            .exitCode,
        ).toBe(0);
      });
      expect(times()).toEqual(written);
      expect(repository.git('rev-parse', 'HEAD')).toBe(commit);
      expect(repository.git('status', '--porcelain')).toBe(before);
      expect(repository.git('worktree', 'list').split('\n')).toHaveLength(1);
    });

    it('takes files over the commit, and removes', async () => {
      const files = {
        'a.js': 'export const a = 2;\n',
        'docs/read me.md': null,
        'new/deep/file.js': Buffer.from('1\n'),
      };
      await using(provider, spec({ files }), async (sandbox) => {
        const { stdout } = await sh(sandbox, 'cat a.js new/deep/file.js; ls docs 2>/dev/null');
        expect(stdout).toBe('export const a = 2;\n1\n');
      });
    });

    it('finds dependencies, nested ones too, and leaves the user’s own as they are', async () => {
      await using(provider, spec(), async (sandbox) => {
        await sandbox.write({ 'use.mjs': "import { left } from 'left'; console.log(left);" });
        expect((await sandbox.run(['node', 'use.mjs'])).stdout).toBe('left\n');
        expect((await sandbox.run(['node', '-p', "require('deep')"], { cwd: 'packages/one' })).stdout).toBe('1\n');
        expect(
          (await sh(sandbox, 'mkdir -p node_modules/.vite && echo poison > node_modules/.vite/results.json')).exitCode,
        ).toBe(0);
        expect(await sandbox.diff()).not.toContain('node_modules');
      });
      expect(readFileSync(join(repository.dir, 'node_modules/.vite/results.json'), 'utf8')).toBe('{}');
    });

    it('runs with exit status, input, working folder, environment and streamed output', async () => {
      await using(provider, spec({ env: { FROM_SPEC: '1' } }), async (sandbox) => {
        const seen: string[] = [];
        const result = await sandbox.run(['sh', '-c', 'cat; pwd; echo "$FROM_SPEC$FROM_RUN"; echo bad >&2; exit 7'], {
          stdin: 'input\n',
          cwd: 'docs',
          env: { FROM_RUN: '2' },
          onOutput: (stream) => seen.push(stream),
        });
        expect(result).toMatchObject({
          exitCode: 7,
          signal: undefined,
          limit: undefined,
          timedOut: false,
          cancelled: false,
        });
        expect(result.stdout).toBe(`input\n${sandbox.root}/docs\n12\n`);
        expect(result.stderr).toBe('bad\n');
        expect(new Set(seen)).toEqual(new Set(['stdout', 'stderr']));
        expect(await sh(sandbox, 'kill -SEGV $$')).toMatchObject({ exitCode: 139, signal: 'SIGSEGV' });
        expect((await sandbox.run(['no-such-command'])).exitCode).toBe(127);
      });
    });

    it('passes no secret of the environment on', async () => {
      process.env.HONE_TEST_SECRET = 'do-not-leak';
      try {
        await using(provider, spec(), async (sandbox) => {
          expect((await sh(sandbox, 'env')).stdout).not.toContain('do-not-leak');
        });
      } finally {
        delete process.env.HONE_TEST_SECRET;
      }
    });

    it('makes a patch that git applies to the same tree: changed, new, removed, executable, odd names', async () => {
      const names = ['sp ace', 'new\nline', 'tab\t"quote"', 'ünï'];
      await using(provider, spec(), async (sandbox) => {
        expect(await sandbox.diff()).toBe('');
        await sandbox.write({
          ...Object.fromEntries(names.map((name) => [name, `${name}\n`])),
          'docs/read me.md': null,
        });
        await sh(
          sandbox,
          'echo more >> a.js; printf "#!/bin/sh\\n" > run; chmod +x run; mkdir ignored; echo x > ignored/x; printf "\\000\\001" > bytes; ln -s /etc/passwd link',
        );
        // The tenant's own repository is not what the patch is made of.
        await sh(
          sandbox,
          'git add -A && git -c user.name=t -c user.email=t@t commit -qm all && git config diff.external false',
        );
        const patch = await sandbox.diff();
        const other = createRepository();
        other.commit({ files: {} });
        other.gitWith({}, 'fetch', '-q', repository.dir, commit);
        other.git('checkout', '-q', commit);
        other.gitWith({ input: patch }, 'apply', '--index', '-');
        const changed = other.git('diff', '--cached', '--name-status', '-z', commit).split('\0').filter(Boolean);
        const expected = [
          ...names.map((name) => ['A', name]),
          ['A', 'bytes'],
          ['A', 'link'],
          ['A', 'run'],
          ['M', 'a.js'],
          ['D', 'docs/read me.md'],
        ];
        const pairs = changed.flatMap((word, i) => (i % 2 === 0 ? [[word, changed[i + 1]]] : []));
        expect(pairs.sort()).toEqual(expected.sort());
        expect(other.git('ls-files', '--stage', 'run')).toMatch(/^100755/);
      });
    });

    it('sees a change of the same size right after the start', async () => {
      await using(provider, spec(), async (sandbox) => {
        await sandbox.write({ 'a.js': 'export const a = 9;\n' });
        expect(await sandbox.diff()).toContain('+export const a = 9;');
      });
    });

    it.each([
      ['that ignores SIGTERM', "trap '' TERM HUP INT; while :; do :; done"],
      ['that stopped itself', 'kill -STOP $$; sleep 60'],
      ['that closed its output', 'exec >&- 2>&-; sleep 60'],
      ['with children that hold its output', 'sleep 60 & sleep 60 & wait'],
    ])('kills a process %s within a second of the time limit', async (_, script) => {
      await using(provider, spec(), async (sandbox) => {
        const result = await sh(sandbox, script, { time: 300 });
        expect(result).toMatchObject({ timedOut: true, limit: 'time' });
        expect(result.durationMs).toBeLessThan(1300);
      });
    });

    it('keeps the beginning and the end of long output, and ends endless output', async () => {
      await using(provider, spec(), async (sandbox) => {
        const long = await sh(sandbox, 'echo first; head -c 500000 /dev/zero; echo last', { keptOutput: 1000 });
        expect(long).toMatchObject({ stdoutTruncated: true, stderrTruncated: false, exitCode: 0 });
        expect(long.stdout.length).toBeLessThanOrEqual(1000);
        expect(long.stdout.startsWith('first\n') && long.stdout.endsWith('last\n')).toBe(true);
        expect(await sh(sandbox, 'yes', { output: 2 ** 20 })).toMatchObject({ limit: 'output', timedOut: false });
      });
    });

    it('ends a process that takes more memory than allowed', async () => {
      const hog =
        'const kept = []; for (let i = 0; i < 40; i++) { kept.push(Buffer.alloc(16e6, 1)); const t = Date.now(); while (Date.now() - t < 15); }';
      await using(provider, spec(), async (sandbox) => {
        const result = await sandbox.run(['node', '-e', hog], { limits: { memory: 256 * 2 ** 20, time: 20_000 } });
        expect(result.exitCode).not.toBe(0);
        expect(result.timedOut).toBe(false);
      });
    });

    it('keeps a worker that talks over its streams, and kills it', async () => {
      await using(provider, spec(), async (sandbox) => {
        const worker = sandbox.spawn(['cat']);
        for (const line of ['one\n', 'two\n']) {
          const answer = new Promise<string>((resolve) =>
            worker.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString())),
          );
          worker.stdin.write(line);
          expect(await answer).toBe(line);
        }
        worker.kill();
        expect(await worker.exited).toMatchObject({ cancelled: true, limit: undefined });
      });
    });

    it('ends what runs when it is destroyed or aborted, and refuses to run afterwards', async () => {
      const sandbox = await provider.create(spec());
      const abort = new AbortController();
      const aborted = sandbox.run(['sleep', '60'], { signal: abort.signal });
      const left = sandbox.run(['sleep', '61']);
      await new Promise((resolve) => setTimeout(resolve, 50));
      abort.abort();
      expect((await aborted).cancelled).toBe(true);
      await Promise.all([sandbox.destroy(), sandbox.destroy()]);
      expect((await left).cancelled).toBe(true);
      await expect(sandbox.run(['true'])).rejects.toThrow('destroyed');
    });

    it('leaves no daemon behind', async () => {
      const mark = `${3_000_000 + Math.floor(Math.random() * 1e6)}`;
      await using(provider, spec(), async (sandbox) => {
        const result = await sh(
          sandbox,
          `setsid sleep ${mark} >/dev/null 2>&1 < /dev/null & setsid sleep ${mark} & sleep 0.1; echo done`,
        );
        expect(result.stdout).toBe('done\n');
      });
      expect(await eventually(() => processesWith(mark).length === 0)).toBe(true);
    });

    it('shows folders that it is given, also below the temporary folder, and lets nobody write there', async () => {
      const shown = mkdtempSync(join(tmpdir(), 'hone-shown-'));
      writeFileSync(join(shown, 'driver.txt'), 'here');
      chmodSync(shown, 0o755);
      try {
        await using(provider, spec({ readOnly: [shown] }), async (sandbox) => {
          const { stdout } = await sandbox.run(['cat', join(shown, 'driver.txt')]);
          expect(stdout).toBe('here');
          if (isolation === 'process') return;
          expect((await sandbox.run(['touch', join(shown, 'new')])).exitCode).not.toBe(0);
          expect((await sandbox.run(['touch', join(tmpdir(), 'own')])).exitCode).toBe(0);
        });
      } finally {
        rmSync(shown, { recursive: true });
      }
    });

    it('refuses paths that lead out, dependencies that are not there, and unknown commits', async () => {
      await using(provider, spec(), async (sandbox) => {
        await expect(sandbox.read('../x')).rejects.toThrow(UsageError);
        await expect(sandbox.write({ '/etc/x': '' })).rejects.toThrow(UsageError);
        await sh(sandbox, 'head -c 2000 /dev/zero > large; mkfifo pipe; ln -s large link');
        await expect(sandbox.read('large', 1000)).rejects.toThrow(CannotRunError);
        expect(await sandbox.read('pipe')).toBeUndefined();
      });
      await expect(provider.create(spec({ dependencies: ['../other'] }))).rejects.toThrow(UsageError);
      await expect(provider.create(spec({ commit: 'f'.repeat(40) }))).rejects.toThrow(UsageError);
    });

    it('runs fifteen at once, each in its own tree', async () => {
      const results = await Promise.all(
        Array.from({ length: 15 }, (_, n) =>
          using(provider, spec(), async (sandbox) => {
            await sandbox.write({ 'a.js': `${n}\n` });
            return (await sh(sandbox, 'sleep 0.05; cat a.js')).stdout;
          }),
        ),
      );
      expect(results).toEqual(Array.from({ length: 15 }, (_, n) => `${n}\n`));
    });
  });
}
