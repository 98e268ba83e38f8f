import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import type { Isolation } from '../../../src/sandbox/index.ts';
import { collectStale } from '../../../src/sandbox/local/owner.ts';
import { typescriptNode } from '../../support/node.ts';
import { createDirectory, removeRepositories } from '../../support/repository.ts';
import { eventually, ownerOf, processesWith, providerOf, subject } from './host.ts';

const face = fileURLToPath(new URL('../../../src/sandbox/index.ts', import.meta.url));

/** A process that holds three sandboxes, each with a tenant and a daemon that left its session. */
async function busyOwner(
  isolation: Isolation,
  spec: object,
  mark: string,
): Promise<{ child: ChildProcess; dir: string }> {
  const { command, flags } = typescriptNode();
  const script = `
    import { readdirSync } from 'node:fs';
    const { localProvider } = await import(${JSON.stringify(face)});
    const provider = localProvider(${JSON.stringify(isolation)});
    for (let i = 0; i < 3; i++) {
      const sandbox = await provider.create(${JSON.stringify(spec)});
      sandbox.spawn(['sh', '-c', 'mkdir locked && touch locked/x && chmod 500 locked; setsid sleep ${mark} & exec sleep ${mark}']);
    }
    console.log('ready');
  `;
  const child = spawn(command, [...flags, '--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve, reject) => {
    child.stdout?.once('data', resolve);
    child.once('close', () => reject(new Error('the owner ended early')));
  });
  expect(await eventually(() => processesWith(mark).length >= 6)).toBe(true);
  const dir = readdirSync(tmpdir())
    .filter((name) => name.startsWith('hone-sandbox-'))
    .map((name) => join(tmpdir(), name))
    .find((path) => ownerOf(path) === child.pid);
  if (dir === undefined) throw new Error('the owner has no folder');
  return { child, dir };
}

afterAll(removeRepositories);

for (const isolation of ['namespaces', 'process'] as const) {
  const provider = await providerOf(isolation);
  describe.skipIf(provider === undefined)(`when Hone ends suddenly, ${isolation}`, () => {
    it.each(['SIGKILL', 'SIGTERM', 'SIGINT'] as const)('nothing is left after %s', async (signal) => {
      const mark = `${5_000_000 + Math.floor(Math.random() * 1e6)}`;
      const { child, dir } = await busyOwner(isolation, subject().spec(), mark);
      child.kill(signal);
      expect(await eventually(() => !existsSync(dir) && processesWith(mark).length === 0)).toBe(true);
    });
  });
}

describe('stale sandboxes', () => {
  const folder = (owner: object): string => {
    const dir = mkdtempSync(join(tmpdir(), 'hone-sandbox-'));
    writeFileSync(join(dir, 'owner.json'), JSON.stringify(owner));
    return dir;
  };
  const living = (): { pid: number; start: string; namespace: string } | undefined => {
    const owners = readdirSync(tmpdir()).filter((name) => name.startsWith('hone-sandbox-'));
    for (const name of owners) {
      if (ownerOf(join(tmpdir(), name)) === process.pid)
        return JSON.parse(readFileSync(join(tmpdir(), name, 'owner.json'), 'utf8'));
    }
    return undefined;
  };

  it('are removed when their owner is gone, without following links; those of the living stay', async () => {
    const provider = await providerOf('process');
    if (provider === undefined) return;
    const { spec } = subject();
    const sandbox = await provider.create(spec());
    const me = living();
    expect(me).toBeDefined();
    const victim = createDirectory();
    writeFileSync(join(victim, 'file'), 'precious');
    // The number is in use again, by a process that started at another time.
    const dead = folder({ ...me, start: '1' });
    symlinkSync(victim, join(dead, 'link'));
    mkdirSync(join(dead, 'groups'));
    writeFileSync(join(dead, 'groups', '-1'), '');
    const bystander = spawn('sleep', ['60'], { detached: true, stdio: 'ignore' });
    writeFileSync(join(dead, 'groups', String(bystander.pid)), '1');
    mkdirSync(join(dead, 'locked'));
    symlinkSync(victim, join(dead, 'locked', 'link'));
    chmodSync(join(dead, 'locked'), 0o500);
    const planted = join(tmpdir(), `hone-sandbox-planted-${process.pid}`);
    symlinkSync(victim, planted);

    expect(await collectStale()).toBeGreaterThanOrEqual(1);
    expect(existsSync(dead)).toBe(false);
    expect(readFileSync(join(victim, 'file'), 'utf8')).toBe('precious');
    expect(bystander.kill()).toBe(true);
    await new Promise((resolve) => bystander.once('exit', resolve));
    expect(bystander.signalCode).toBe('SIGTERM');
    expect((await sandbox.run(['cat', 'a.js'])).exitCode).toBe(0);
    await provider.close();
    const { rmSync } = await import('node:fs');
    rmSync(planted);
  });
});
