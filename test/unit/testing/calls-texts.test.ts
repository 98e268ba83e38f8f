import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { watchedText } from '../../../src/testing/calls/texts.ts';
import { readModule } from '../../../src/testing/index.ts';

const original = `export class Half {
  readonly #by: number;
  constructor(by: number) { this.#by = by; }
  of(n: number): number { return n / this.#by; }
}
`;

it('builds and loaders that check types take a watched text', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hone-watched-'));
  try {
    const at = original.indexOf('n / ');
    const module = await readModule('half.ts', original, [{ start: at, end: at + 4 }], 0);
    if (module === undefined) throw new Error('the module cannot be read');
    expect(module.targets.map(({ name }) => name)).toEqual(['Half.of']);
    writeFileSync(join(folder, 'half.ts'), watchedText(module, '/calls', '/recorder.cjs'));
    const words = ['--strict', '--target', 'es2022', '--skipLibCheck', '--outDir', folder, join(folder, 'half.ts')];
    const tsc = join(import.meta.dirname, '../../../node_modules/.bin/tsc');
    const { status, stdout } = spawnSync(tsc, words, { cwd: folder, encoding: 'utf8' });
    expect([status, stdout]).toEqual([0, '']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
