import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildLimitMs, hone, honeBundle } from '../support/bundle.ts';
import { removeRepositories } from '../support/repository.ts';
import { smallRepository } from '../support/small-repository.ts';

beforeAll(async () => {
  await honeBundle();
}, buildLimitMs);
afterAll(removeRepositories);

describe('hone store', () => {
  it('moves events between repositories, each once', async () => {
    const [from, to] = [smallRepository(), smallRepository()];
    await hone(['run', from.dir]);
    const exported = await hone(['store', 'export', '--repo', from.dir]);
    const lines = exported.stdout.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line).kind)).toContain('run.finished');
    expect(JSON.parse((await hone(['store', 'export', '--json', '--repo', from.dir])).stdout)).toEqual(
      lines.map((line) => JSON.parse(line)),
    );
    const give = () => hone(['store', 'import', '-', '--json', '--repo', to.dir], { input: exported.stdout });
    expect(JSON.parse((await give()).stdout)).toMatchObject({ added: lines.length, known: 0 });
    expect(JSON.parse((await give()).stdout)).toMatchObject({ added: 0, known: lines.length });
  });

  it('refuses a file with a bad line, all of it', async () => {
    const repository = smallRepository();
    await hone(['run', repository.dir]);
    const good = (await hone(['store', 'export', '--repo', repository.dir])).stdout.split('\n')[0];
    const other = smallRepository();
    const { status, stderr } = await hone(['store', 'import', '-', '--repo', other.dir], {
      input: `${good}\n{"kind":7}\n`,
    });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^hone: [^\n]*line 2[^\n]*\n$/);
    expect(existsSync(join(other.dir, '.hone'))).toBe(false);
  });

  it('is whole after a run, and says what is wrong when bytes changed', async () => {
    const repository = smallRepository();
    await hone(['run', repository.dir]);
    expect((await hone(['store', 'verify', '--repo', repository.dir])).status).toBe(0);
    const path = join(repository.dir, '.hone', 'store.db');
    const bytes = readFileSync(path);
    for (const damaged of [
      bytes.subarray(0, 1000),
      bytes.map((byte, i) => (i === bytes.length >> 1 ? byte ^ 255 : byte)),
      Buffer.alloc(0),
    ]) {
      writeFileSync(path, damaged);
      const { status, stdout, stderr } = await hone(['store', 'verify', '--repo', repository.dir]);
      expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
      expect(stdout).toContain('its content does not match its checksum');
      expect(readFileSync(path).equals(damaged)).toBe(true);
    }
  });

  it('does not make a store to look at', async () => {
    const repository = smallRepository();
    for (const command of ['verify', 'export']) {
      const { status, stderr } = await hone(['store', command, '--repo', repository.dir]);
      expect(status).toBe(2);
      expect(stderr).toContain('there is no learning store in');
    }
    expect(existsSync(join(repository.dir, '.hone'))).toBe(false);
  });

  it('is read with --no-store, and not written', async () => {
    const repository = smallRepository();
    await hone(['run', repository.dir]);
    const path = join(repository.dir, '.hone', 'store.db');
    const before = readFileSync(path);
    const { stdout } = await hone(['learn', '--no-store', '--json', '--repo', repository.dir]);
    expect(JSON.parse(stdout).runs.total).toBe(2);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it.each([
    ['verify', ['store', 'verify'], 1],
    ['learn --no-store', ['learn', '--no-store'], 0],
  ])('whose place a link to a device took is not read by %s', async (_, args, status) => {
    const repository = smallRepository();
    mkdirSync(join(repository.dir, '.hone'));
    symlinkSync('/dev/zero', join(repository.dir, '.hone', 'store.db'));
    const answer = await hone([...args, '--repo', repository.dir]);
    expect(answer.status).toBe(status);
    expect(answer.stdout + answer.stderr).toContain('not a file');
  });

  it('that is damaged is rebuilt from its mirror by the next run, which says so', async () => {
    const repository = smallRepository();
    await hone(['run', repository.dir]);
    const path = join(repository.dir, '.hone', 'store.db');
    const events = (await hone(['store', 'export', '--repo', repository.dir])).stdout;
    writeFileSync(path, readFileSync(path).subarray(0, 5000));
    const { status, stderr } = await hone(['run', repository.dir]);
    expect(status).toBe(0);
    expect(stderr).not.toBe('');
    const after = (await hone(['store', 'export', '--repo', repository.dir])).stdout;
    expect(after.startsWith(events)).toBe(true);
    expect((await hone(['store', 'verify', '--repo', repository.dir])).status).toBe(0);
  });

  it('that is beyond repair stops every run with status 3, and is not thrown away', async () => {
    const repository = smallRepository();
    await hone(['run', repository.dir]);
    const folder = join(repository.dir, '.hone');
    for (const name of readdirSync(folder)) {
      if (/^store\.db(\.bak)?$/.test(name)) writeFileSync(join(folder, name), 'not a store');
    }
    for (let i = 0; i < 2; i++) {
      const { status, stdout, stderr } = await hone(['run', repository.dir]);
      expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
      expect(stderr).toMatch(/^hone: [^\n]+\n$/);
    }
    const kept = readdirSync(folder).filter((name) => /^store\.db(\.corrupt.*)?$/.test(name));
    expect(kept.map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual(['not a store']);
    expect((await hone(['store', 'verify', '--repo', repository.dir])).status).toBe(1);
  });
});
