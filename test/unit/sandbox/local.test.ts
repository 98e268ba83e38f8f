import { chmodSync, mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { UsageError } from '../../../src/base/errors.ts';
import { findDependencies } from '../../../src/sandbox/local/dependencies.ts';
import { scrubbedEnvironment } from '../../../src/sandbox/local/environment.ts';
import { KeptOutput } from '../../../src/sandbox/local/kept-output.ts';
import { entryArguments } from '../../../src/sandbox/local/namespaces.ts';
import { seccompFilter } from '../../../src/sandbox/local/seccomp.ts';
import { findToolchains, inside, placesOf } from '../../../src/sandbox/local/toolchains.ts';
import { defaultLimits } from '../../../src/sandbox/types.ts';
import { createDirectory, removeRepositories } from '../../support/repository.ts';

afterAll(removeRepositories);
afterEach(() => vi.unstubAllEnvs());

function program(file: string, text = '#!/bin/sh\n'): string {
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
  chmodSync(file, 0o755);
  return file;
}

describe('kept output', () => {
  it('is the whole when it fits, else the first and the last half, however it was cut', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 40 })), fc.integer({ min: 2, max: 60 }), (chunks, limit) => {
        const kept = new KeptOutput(limit);
        for (const chunk of chunks) kept.push(Buffer.from(chunk));
        const all = Buffer.concat(chunks);
        const half = Math.ceil(limit / 2);
        expect(kept.truncated).toBe(all.length > 2 * half);
        const expected = kept.truncated ? Buffer.concat([all.subarray(0, half), all.subarray(all.length - half)]) : all;
        expect(kept.bytes().equals(expected)).toBe(true);
      }),
    );
  });
});

describe('environment', () => {
  it('has an allow-list, and what the caller added wins', () => {
    vi.stubEnv('GITHUB_TOKEN', 'secret');
    vi.stubEnv('NODE_OPTIONS', '--require=/evil.js');
    vi.stubEnv('TZ', 'Asia/Tokyo');
    const env = scrubbedEnvironment({ home: '/h', temporary: '/t' }, { PATH: '/bin' }, { TERM: 'xterm' });
    expect(env).toMatchObject({ TZ: 'Asia/Tokyo', HOME: '/h', TMPDIR: '/t', PATH: '/bin', TERM: 'xterm' });
    expect(Object.keys(env)).not.toContain('GITHUB_TOKEN');
    expect(Object.keys(env)).not.toContain('NODE_OPTIONS');
    // Programs that colour their output have tests of that.
    expect(Object.keys(env)).not.toContain('NO_COLOR');
  });
});

describe('toolchains', () => {
  it('shows the installation around a command and where its links lead', () => {
    const dir = createDirectory();
    const real = program(join(dir, 'versions/1/bin/tool'));
    mkdirSync(join(dir, 'env/bin'), { recursive: true });
    symlinkSync(real, join(dir, 'env/bin/tool'));
    expect(placesOf(join(dir, 'env/bin/tool'), '/repository').sort()).toEqual([
      join(dir, 'env'),
      join(dir, 'versions/1'),
    ]);
  });

  it('shows a virtual environment with the Python it was made from', () => {
    const dir = createDirectory();
    program(join(dir, 'python/bin/python3'));
    program(join(dir, 'env/bin/python3'));
    writeFileSync(join(dir, 'env/pyvenv.cfg'), `home = ${join(dir, 'python/bin')}\n`);
    expect(placesOf(join(dir, 'env/bin/python3'), '/repository').sort()).toEqual([
      join(dir, 'env'),
      join(dir, 'python'),
    ]);
  });

  it('never shows a folder that holds the home or the repository, nor all of a folder of the home', () => {
    const home = createDirectory();
    vi.stubEnv('HOME', home);
    expect(homedir()).toBe(home);
    const own = program(join(home, 'bin/own'));
    const cargo = program(join(home, '.cargo/bin/cargo'));
    expect(placesOf(own, '/repository')).toEqual([own]);
    expect(placesOf(cargo, '/repository')).toEqual([join(home, '.cargo/bin')]);
    const near = program(join(home, 'work/bin/near'));
    expect(placesOf(near, join(home, 'work/repository'))).toEqual([near]);
  });

  it('asks a version manager where a command is, and keeps the order of the PATH', async () => {
    const dir = createDirectory();
    const tool = program(join(dir, '.somenv/versions/2/bin/honetool'));
    program(join(dir, '.somenv/shims/honetool'));
    program(join(dir, '.somenv/bin/somenv'), `#!/bin/sh\n[ "$1 $2" = "which honetool" ] && echo ${tool}\n`);
    vi.stubEnv('PATH', `${join(dir, '.somenv/shims')}:${process.env.PATH}`);
    const found = await findToolchains(createDirectory(), ['honetool', 'not-there']);
    expect(found.visible).toContain(join(dir, '.somenv/versions/2'));
    expect(found.visible).not.toContain(join(dir, '.somenv'));
    expect(found.env.PATH?.split(':')[0]).toBe(join(dir, '.somenv/versions/2/bin'));
  });

  it('knows what lies below what', () => {
    expect([inside('/a/b', '/a'), inside('/a', '/a'), inside('/ab', '/a'), inside('/a', '/')]).toEqual([
      true,
      true,
      false,
      true,
    ]);
  });
});

describe('dependencies', () => {
  it('are found beside every folder of the tree, but not where the commit has its own', () => {
    const dir = realpathSync(createDirectory());
    for (const path of ['node_modules', 'packages/a/node_modules', 'vendor', 'packages/a/lib', 'other/node_modules']) {
      mkdirSync(join(dir, path), { recursive: true });
    }
    const base = {
      dir: '',
      folders: ['', 'packages', 'packages/a', 'vendor'],
      paths: new Set(['packages', 'packages/a', 'vendor']),
    };
    expect(findDependencies(dir, base).map(({ path, kind }) => [path, kind])).toEqual([
      ['node_modules', 'node_modules'],
      ['packages/a/node_modules', 'node_modules'],
    ]);
    expect(findDependencies(dir, base, ['packages/a/lib/']).at(-1)).toMatchObject({
      path: 'packages/a/lib',
      kind: 'other',
    });
    for (const bad of ['/etc', '../x', 'not-there', '.git', 'vendor']) {
      expect(() => findDependencies(dir, base, [bad])).toThrow(UsageError);
    }
  });
});

describe('system call filter', () => {
  /** Runs the program as the kernel would, for one system call. */
  function verdict(filter: Buffer, architecture: number, call: number, argument = 0): number {
    const data = new Map([
      [0, call],
      [4, architecture],
      [16, argument],
    ]);
    let accumulator = 0;
    for (let at = 0; ; at++) {
      const code = filter.readUInt16LE(at * 8);
      const jumps = [filter.readUInt8(at * 8 + 2), filter.readUInt8(at * 8 + 3)] as const;
      const value = filter.readUInt32LE(at * 8 + 4);
      if (code === 0x20) accumulator = data.get(value) ?? 0;
      else if (code === 0x06) return value;
      else if (code === 0x15) at += accumulator === value ? jumps[0] : jumps[1];
      else if (code === 0x35) at += accumulator >= value ? jumps[0] : jumps[1];
      else if (code === 0x45) at += (accumulator & value) !== 0 ? jumps[0] : jumps[1];
      else throw new Error(`instruction ${code}`);
    }
  }
  const allowed = 0x7fff0000;
  const denied = 0x00050001;

  it.each([
    ['x64', 0xc000003e, { read: 0, clone: 56, ptrace: 101, mount: 165, unshare: 272 }],
    ['arm64', 0xc00000b7, { read: 63, clone: 220, ptrace: 117, mount: 40, unshare: 97 }],
  ] as const)('lets ordinary calls through and refuses others, %s', (name, architecture, calls) => {
    const filter = seccompFilter(name);
    if (filter === undefined) throw new Error('no filter');
    expect(verdict(filter, architecture, calls.read)).toBe(allowed);
    for (const call of [calls.ptrace, calls.mount, calls.unshare])
      expect(verdict(filter, architecture, call)).toBe(denied);
    expect(verdict(filter, architecture, calls.clone, 0x01200011)).toBe(allowed);
    expect(verdict(filter, architecture, calls.clone, 0x10000000)).toBe(denied);
    expect(verdict(filter, architecture, 435)).toBe(0x00050000 | 38);
    expect(verdict(filter, architecture, 0x40000000 | calls.read)).toBe(denied);
    expect(verdict(filter, 0x40000003, calls.read)).toBe(0x80000000);
  });

  it('is left out where the numbers are not known', () => {
    expect(seccompFilter('riscv64')).toBeUndefined();
  });
});

describe('entering a sandbox', () => {
  it('passes the command and the environment as they are, after everything of its own', () => {
    const args = entryArguments(
      {
        holder: 1,
        root: '/r',
        cwd: 'a',
        env: { A: '--bind' },
        limits: defaultLimits,
        filter: 3,
        disableUserNamespaces: true,
        visible: [],
      },
      ['--evil', '$(x)'],
    );
    expect(args.slice(-3)).toEqual(['--', '--evil', '$(x)']);
    expect(args.slice(args.indexOf('--setenv'), args.indexOf('--setenv') + 3)).toEqual(['--setenv', 'A', '--bind']);
    for (const needed of ['--unshare-all', '--die-with-parent', '--new-session', '--clearenv', '--disable-userns']) {
      expect(args).toContain(needed);
    }
    expect(args[args.indexOf('--chdir') + 1]).toBe('/r/a');
  });
});
