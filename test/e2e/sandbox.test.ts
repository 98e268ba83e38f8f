import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { eventually, ownerOf, processesWith, providerOf, subject } from '../integration/sandbox/host.ts';
import { removeRepositories } from '../support/repository.ts';

afterAll(removeRepositories);

const atOnce = 15;
const count = 500;

for (const isolation of ['namespaces', 'process'] as const) {
  const provider = await providerOf(isolation);
  test.skipIf(provider === undefined)(
    `${count} candidates, ${atOnce} at once, leave nothing: ${isolation}`,
    async () => {
      if (provider === undefined) return;
      const { repository, spec } = subject();
      const mark = `${6_000_000 + Math.floor(Math.random() * 1e6)}`;
      const mine = () =>
        readdirSync(tmpdir()).filter(
          (name) => name.startsWith('hone-sandbox-') && ownerOf(join(tmpdir(), name)) === process.pid,
        );
      const before = repository.git('status', '--porcelain', '--ignored');
      const wrong: string[] = [];
      let next = 0;
      const work = async (): Promise<void> => {
        for (let number = next++; number < count; number = next++) {
          const sandbox = await provider.create(spec());
          await sandbox.write({ 'a.js': `export const a = ${number};\n` });
          const script = `cat a.js; mkdir -p made/locked && touch made/locked/x && chmod 500 made/locked; setsid sleep ${mark} >/dev/null 2>&1 &`;
          const { stdout } = await sandbox.run(['sh', '-c', script]);
          if (!stdout.includes(`= ${number};`)) wrong.push(`${number}: ${stdout}`);
          await sandbox.destroy();
        }
      };
      await Promise.all(Array.from({ length: atOnce }, work));
      expect(wrong).toEqual([]);
      expect(mine()).toHaveLength(1);
      await provider.close();
      expect(mine()).toHaveLength(0);
      expect(await eventually(() => processesWith(mark).length === 0)).toBe(true);
      expect(processesWith(repository.dir)).toEqual([]);
      expect(readFileSync(join(repository.dir, 'a.js'), 'utf8')).toContain('dirty');
      expect(repository.git('status', '--porcelain', '--ignored')).toBe(before);
      expect(repository.git('worktree', 'list').trim().split('\n')).toHaveLength(1);
      expect(existsSync(join(repository.dir, 'made'))).toBe(false);
    },
  );
}
