import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CannotRunError } from '../../../src/base/errors.ts';
import { acquireLock } from '../../../src/store/lock.ts';
import { typescriptNode } from '../../support/node.ts';

let directory: string;
let path: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'hone-lock-'));
  path = join(directory, 'lock');
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

/** A process that takes the lock and then waits to be killed. */
async function holder() {
  const source = `
    const { acquireLock } = await import(${JSON.stringify(new URL('../../../src/store/lock.ts', import.meta.url).href)});
    await acquireLock(${JSON.stringify(path)});
    process.stdout.write('held');
    setInterval(() => {}, 1000);`;
  const { command, flags } = typescriptNode();
  const child = spawn(command, [...flags, '--input-type=module', '-e', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

describe('lock', () => {
  it('is held by one at a time', async () => {
    let inside = 0;
    let most = 0;
    await Promise.all(
      Array.from({ length: 12 }, async () => {
        const lock = await acquireLock(path);
        most = Math.max(most, ++inside);
        await new Promise((resolve) => setTimeout(resolve, 3));
        inside--;
        lock.release();
      }),
    );
    expect(most).toBe(1);
    expect(readdirSync(directory)).toEqual([]);
  });

  it('of a killed process is taken over at once, by one of many', async () => {
    const child = await holder();
    child.kill('SIGKILL');
    await once(child, 'close');
    expect(existsSync(path)).toBe(true);
    const start = Date.now();
    let inside = 0;
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        const lock = await acquireLock(path);
        expect(++inside).toBe(1);
        await new Promise((resolve) => setTimeout(resolve, 2));
        inside--;
        lock.release();
      }),
    );
    expect(Date.now() - start).toBeLessThan(2000);
    expect(readdirSync(directory)).toEqual([]);
  });

  it('of a stopped process is waited for, not stolen', async () => {
    const child = await holder();
    child.kill('SIGSTOP');
    await expect(acquireLock(path, 200)).rejects.toThrow(CannotRunError);
    await expect(acquireLock(path, 50)).rejects.toThrow(`held by process ${child.pid}`);
    child.kill('SIGKILL');
    await once(child, 'close');
    (await acquireLock(path)).release();
  });

  it('of a process that reused the pid of the owner counts as left behind', async () => {
    const lock = await acquireLock(path);
    const content = JSON.parse(readFileSync(path, 'utf8'));
    lock.release();
    if (content.owner.started === '') return;
    writeFileSync(path, JSON.stringify({ token: 'old', owner: { ...content.owner, started: '1' } }));
    (await acquireLock(path, 500)).release();
  });

  it('that says nothing, or comes from another machine, is respected for half a minute', async () => {
    for (const text of ['', JSON.stringify({ token: 't', owner: { pid: 1, started: '1', place: 'elsewhere' } })]) {
      writeFileSync(path, text);
      await expect(acquireLock(path, 60)).rejects.toThrow(CannotRunError);
      const old = Date.now() / 1000 - 31;
      utimesSync(path, old, old);
      (await acquireLock(path, 500)).release();
    }
  });
});
