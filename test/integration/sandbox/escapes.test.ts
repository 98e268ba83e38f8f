import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../../src/sandbox/index.ts';
import { createDirectory, removeRepositories } from '../../support/repository.ts';
import { eventually, processesWith, providerOf, subject, using } from './host.ts';

/** Each way out is tried for real, in bounded sizes; the host is looked at afterwards. */
const provider = await providerOf('namespaces');

describe.skipIf(provider === undefined)('a tenant in namespaces', () => {
  if (provider === undefined) return;
  const { repository, commit, spec } = subject();
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await provider.create(spec());
  });
  afterAll(async () => {
    await provider.close();
    removeRepositories();
  });
  const sh = (script: string, limits = {}) => sandbox.run(['sh', '-c', script], { limits });
  const node = (script: string) => sandbox.run(['node', '-e', script]);

  it('reaches no service of the machine and no name server, and has a loopback of its own', async () => {
    let reached = 0;
    const server = createServer((socket) => {
      reached++;
      socket.destroy();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const result = await node(`
      const net = require('node:net');
      net.connect(${port}, '127.0.0.1').on('error', (e) => console.log(e.code)).on('connect', () => console.log('connected'));
      net.connect(443, '192.0.2.1').on('error', (e) => console.log(e.code));
      require('node:dns').lookup('example.com', (e) => console.log(e?.code ?? 'resolved'));
      require('node:dns').resolve4('example.com', (e) => console.log(e?.code ?? 'resolved'));
      const own = net.createServer((s) => s.end('own')).listen(0, '127.0.0.1', () =>
        net.connect(own.address().port, '127.0.0.1').on('data', (d) => { console.log(String(d)); own.close(); }));
    `);
    server.close();
    expect(reached).toBe(0);
    const lines = result.stdout.trim().split('\n');
    expect(lines).toContain('own');
    expect(lines.filter((line) => line === 'connected' || line === 'resolved')).toEqual([]);
    expect(lines).toHaveLength(5);
  });

  it('sees nothing of the home, of parent folders, or of the repository beyond its commit', async () => {
    const beside = createDirectory();
    writeFileSync(join(beside, 'key'), 'private');
    const inside = await node(`
      const fs = require('node:fs');
      const at = (p) => { try { return fs.readdirSync(p).join(' '); } catch (e) { return e.code; } };
      console.log(JSON.stringify([at(${JSON.stringify(beside)}), at(${JSON.stringify(homedir())}), at('..'), at('/proc/1/root/root'), at('/root'), at('/home'), at('/var'), at('/opt'), at('/srv'), at('/mnt')]));
    `);
    const [besideIt, home = '', above = '', ...others] = JSON.parse(inside.stdout) as string[];
    expect(besideIt).toBe('ENOENT');
    const private_ = readdirSync(homedir()).filter((name) => !['.pyenv', '.nvm', '.local'].includes(name));
    for (const name of private_) expect(home.split(' ')).not.toContain(name);
    const neighbours = readdirSync(join(repository.dir, '..')).filter((name) => name.startsWith('hone-sandbox-'));
    for (const name of neighbours) expect(above.split(' ')).not.toContain(name);
    for (const other of others) expect(other.split(' ')).not.toContain('.ssh');
    expect((await sh('cat secret.txt; cat /etc/shadow /etc/ssh/* 2>/dev/null; true')).stdout).toBe('');
    expect((await sh('git rev-list --all --count; git config --get remote.origin.url; git stash list')).stdout).toBe(
      '1\n',
    );
  });

  it('finds no secret in any environment it can read', async () => {
    const child = spawn('sleep', ['30'], { env: { ...process.env, HONE_TEST_SECRET: 'do-not-leak' } });
    try {
      const { stdout } = await sh(
        'env; cat /proc/*/environ 2>/dev/null | tr "\\0" "\\n"; cat /proc/*/cmdline | tr "\\0" " "',
      );
      expect(stdout).not.toContain('do-not-leak');
      for (const name of Object.keys(process.env)) {
        if (/TOKEN|SECRET|KEY|PASSWORD/i.test(name)) expect(stdout).not.toContain(`${name}=`);
      }
    } finally {
      child.kill();
    }
  });

  it('sees and kills only its own processes, and is nobody', async () => {
    const child = spawn('sleep', ['30']);
    try {
      const { stdout } = await sh(
        `ls /proc | grep -c '^[0-9]'; kill -9 ${child.pid} 2>&1; kill -9 -1; id -u; cat /proc/self/status`,
      );
      expect(Number(stdout.split('\n')[0])).toBeLessThan(8);
      expect(child.exitCode).toBeNull();
      expect(child.signalCode).toBeNull();
      const status = (await sh('id -u; cat /proc/self/status')).stdout;
      expect(status).toMatch(/^1000\n/);
      expect(status).toMatch(/CapEff:\t0+\n/);
      expect(status).toMatch(/CapBnd:\t0+\n/);
      expect(status).toMatch(/NoNewPrivs:\t1\n/);
      expect(status).toMatch(/Seccomp:\t2\n/);
    } finally {
      child.kill();
    }
  });

  it('does not take the machine down with forks', async () => {
    const mark = `${4_000_000 + Math.floor(Math.random() * 1e6)}`;
    let most = 0;
    const look = setInterval(() => {
      most = Math.max(most, processesWith(mark).length);
    }, 20);
    const result = await sh(`bomb() { sleep ${mark} & bomb | bomb & }; bomb; sleep 20`, {
      processes: 100,
      time: 2000,
    });
    clearInterval(look);
    // Shells that may not fork die, so the bomb may burn out between two looks; then time ends it.
    expect(['processes', 'time']).toContain(result.limit);
    expect(result.durationMs).toBeLessThan(3000);
    // The jail has processes of its own beside the 32 that the kernel adds.
    expect(most).toBeLessThan(100 + 32 + 8);
    expect(await eventually(() => processesWith(mark).length === 0)).toBe(true);
  });

  it('gets no process more than allowed, even between two looks', async () => {
    const result = await sh('for i in $(seq 120); do sleep 0.05 & done 2>/dev/null; jobs -p | wc -l; wait', {
      processes: 40,
    });
    const started = Number.parseInt(result.stdout, 10) || 0;
    expect(started).toBeLessThan(72);
  });

  it('gets no memory beyond the limit: on the heap, outside it, in forks, in shared memory', async () => {
    const memory = 192 * 2 ** 20;
    const one = await sandbox.run(['node', '-e', 'const k=[]; for(;;) k.push(Buffer.alloc(8e6, 1))'], {
      limits: { memory },
    });
    expect(one.exitCode).not.toBe(0);
    expect(one.durationMs).toBeLessThan(10_000);
    const many = await sandbox.run(
      [
        'sh',
        '-c',
        'for i in 1 2 3 4 5 6; do node -e "const b = Buffer.alloc(6e7, 1); setTimeout(() => b, 20000)" & done; wait',
      ],
      { limits: { memory } },
    );
    expect(many.limit).toBe('memory');
    const python = await sandbox.run(['python3', '-c', 'import os; os.memfd_create("x")']);
    expect(python.stderr).toMatch(/PermissionError|No such file|not found/);
  });

  it.each(['.', '/tmp', '/dev/shm', '/var/tmp', '"$HOME"'])('fills no disk from %s', async (place) => {
    await using(provider, spec({ limits: { disk: 4 * 2 ** 20, files: 500 } }), async (small) => {
      const full = await small.run(['sh', '-c', `head -c 20000000 /dev/zero > ${place}/big; ls -l ${place}/big`]);
      expect(full.stderr).toContain('No space left');
      expect(full.limit).toBe('disk');
    });
  });

  it('makes no more files than allowed, and no file larger than allowed', async () => {
    await using(provider, spec({ limits: { files: 500 } }), async (small) => {
      const many = await small.run([
        'sh',
        '-c',
        'i=0; while [ $i -lt 3000 ]; do : > "f$i" || break; i=$((i+1)); done; ls | wc -l',
      ]);
      expect(Number(many.stdout)).toBeLessThan(520);
      expect(many.limit).toBe('disk');
    });
    const large = await sh('head -c 3000000 /dev/zero > large', { fileSize: 2 ** 20 });
    expect(large.exitCode).not.toBe(0);
    for (const place of ['/', '/dev', '/etc', '/usr', '/.hone', '/.hone/base', '/.hone/layer', '/home', '/var']) {
      expect((await sh(`touch ${place}/x`)).exitCode, place).not.toBe(0);
    }
  });

  it('traces no process, makes no namespace, mounts nothing, gains nothing from set-user-id', async () => {
    const trace = await sandbox.run([
      'python3',
      '-c',
      'import ctypes, os\nl = ctypes.CDLL(None, use_errno=True)\nprint(l.ptrace(16, os.getppid(), 0, 0), ctypes.get_errno())',
    ]);
    if (trace.exitCode === 0) expect(trace.stdout).toBe('-1 1\n');
    expect((await sh('unshare -Ur true')).exitCode).not.toBe(0);
    expect((await sh('unshare -m true')).exitCode).not.toBe(0);
    expect((await sh('mount -t tmpfs x /tmp')).exitCode).not.toBe(0);
    expect((await sh('umount -l node_modules')).exitCode).not.toBe(0);
    expect((await sh('mknod disk b 8 0')).exitCode).not.toBe(0);
    expect((await sh('cp /usr/bin/id id && chmod u+s id && ./id -u')).stdout).toBe('1000\n');
    expect((await sh('su root -c id || sudo -n id')).exitCode).not.toBe(0);
    expect((await sh('chroot / true')).exitCode).not.toBe(0);
  });

  it('writes nothing to /proc/sys, /proc/sysrq-trigger and /sys', async () => {
    for (const file of [
      '/proc/sys/kernel/core_pattern',
      '/proc/sys/vm/swappiness',
      '/proc/sysrq-trigger',
      '/sys/kernel/x',
    ]) {
      expect((await sh(`printf 1 > ${file}`)).exitCode, file).not.toBe(0);
    }
    expect((await sh('printf -- -1000 > /proc/self/oom_score_adj')).exitCode).not.toBe(0);
  });

  it('writes to no dependency and to no .git of the user', async () => {
    for (const attempt of [
      'echo x > node_modules/left/index.js',
      'rm -rf node_modules/left',
      'mv node_modules other',
      'touch node_modules/new',
      'echo x >> packages/one/node_modules/deep/index.js',
      'chmod 777 node_modules/left',
    ]) {
      expect((await sh(attempt)).exitCode, attempt).not.toBe(0);
    }
    await sh('rm -rf .git/*; git init -q .; echo broken > .git/HEAD');
    expect(readFileSync(join(repository.dir, 'node_modules/left/index.js'), 'utf8')).toContain('left');
    expect(repository.git('rev-parse', 'HEAD')).toBe(commit);
    expect(repository.git('fsck')).toBe('');
    // A broken repository of the tenant does not keep its changes from being seen.
    await sandbox.write({ 'after.txt': 'x\n' });
    expect(await sandbox.diff()).toContain('after.txt');
  });

  it('leads no reading, writing or removing along its links', async () => {
    const victim = createDirectory();
    mkdirSync(join(victim, 'folder'));
    writeFileSync(join(victim, 'folder/file'), 'precious');
    await using(provider, spec(), async (planted) => {
      await planted.run([
        'sh',
        '-c',
        'rm -rf docs; ln -s "$1" docs; ln -s "$1/folder/file" file; ln -s "$1" node_modules/.vite/link; ln -s "$1" /tmp/link; mkdir locked; touch locked/x; chmod 500 locked',
        'sh',
        victim,
      ]);
      expect(await planted.read('file')).toBeUndefined();
      expect(await planted.read('docs/folder/file')).toBeUndefined();
      await planted.write({ 'docs/folder/file': 'overwritten', file: 'overwritten' }).catch(() => {});
      expect(await planted.diff()).not.toContain('precious');
    });
    expect(readFileSync(join(victim, 'folder/file'), 'utf8')).toBe('precious');
    expect(readdirSync(victim)).toEqual(['folder']);
  });

  it('cannot forge a patch by its own git configuration, attributes or hooks', async () => {
    await using(provider, spec(), async (forger) => {
      await forger.run([
        'sh',
        '-c',
        'git config diff.external /bin/echo; git config core.fsmonitor "touch /tmp/ran"; git config filter.x.clean "echo forged"; echo "* filter=x diff=x" > .gitattributes; git update-index --assume-unchanged a.js; echo "*" > .git/info/exclude; echo changed > a.js; echo new > new.js; mkdir nested; git init -q nested; echo x > nested/x; rm -f /tmp/ran',
      ]);
      const patch = await forger.diff();
      expect(patch).toContain('+changed');
      expect(patch).toContain('+new');
      expect(patch).not.toContain('forged');
      expect((await forger.run(['ls', '/tmp/ran'])).exitCode).not.toBe(0);
    });
  });

  it('holds with thousands of files, and what it planted is gone afterwards', async () => {
    const mounts = (): number => readFileSync('/proc/self/mountinfo', 'utf8').split('\n').length;
    const before = mounts();
    await using(provider, spec(), async (many) => {
      const made = await many.run([
        'sh',
        '-c',
        'mkdir d; i=0; while [ $i -lt 4000 ]; do : > "d/$i"; i=$((i+1)); done; ls d | wc -l',
      ]);
      expect(made.stdout).toBe('4000\n');
      expect((await many.diff()).match(/^diff --git/gm)).toHaveLength(4000);
    });
    expect(mounts()).toBe(before);
  });
});
