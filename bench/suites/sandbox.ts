import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Isolation, localProvider, type SandboxSpec } from '../../src/sandbox/index.ts';
import { ms, type Row, type Suite, time } from '../measure.ts';

/** A repository of that many files of about 2 kB, with a node_modules folder beside them. */
function repository(files: number): { dir: string; spec: SandboxSpec } {
  const dir = mkdtempSync(join(tmpdir(), 'hone-bench-'));
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=b', '-c', 'user.email=b@b', ...args], { cwd: dir })
      .toString()
      .trim();
  for (let n = 0; n < files; n++) {
    const folder = join(dir, 'src', String(n % 40));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `f${n}.js`), `export const n = ${n};\n`.repeat(90));
  }
  writeFileSync(join(dir, '.gitignore'), 'node_modules\n');
  mkdirSync(join(dir, 'node_modules', 'left'), { recursive: true });
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message=files');
  return { dir, spec: { repository: dir, commit: git('rev-parse', 'HEAD') } };
}

async function* rows(): AsyncIterable<Row> {
  for (const [files, aim] of [
    [400, 'at most 150 ms'],
    [2700, 'at most 300 ms'],
  ] as const) {
    const { dir, spec } = repository(files);
    try {
      for (const isolation of ['namespaces', 'process'] as const) yield* rowsOf(isolation, files, aim, spec);
      const worktree = await time(() => {
        const place = `${dir}-worktree`;
        spawnSync('git', ['worktree', 'add', '--detach', '--quiet', place], { cwd: dir });
        spawnSync('git', ['worktree', 'remove', '--force', place], { cwd: dir });
      });
      yield { what: `${files} files: git worktree add and remove (not used)`, figure: ms(worktree) };
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  }
}

async function* rowsOf(isolation: Isolation, files: number, aim: string, spec: SandboxSpec): AsyncIterable<Row> {
  const provider = localProvider(isolation);
  const reason = await provider.available();
  if (reason !== undefined) {
    yield { what: `${files} files, ${isolation}`, figure: `not run: ${reason}` };
    return;
  }
  const start = performance.now();
  await (await provider.create(spec)).destroy();
  yield {
    what: `${files} files, ${isolation}: first sandbox of a commit`,
    figure: `${(performance.now() - start).toFixed(0)} ms`,
  };
  const candidate = await time(async () => {
    const sandbox = await provider.create(spec);
    await sandbox.run(['true']);
    await sandbox.destroy();
  }, 20);
  yield {
    what: `${files} files, ${isolation}: a candidate (create, run \`true\`, destroy)`,
    figure: ms(candidate),
    aim,
  };
  const sandbox = await provider.create(spec);
  const run = await time(() => sandbox.run(['true']), 20);
  const edit = await time(() => sandbox.write({ 'src/1/f1.js': 'x\n' }), 10);
  const diff = await time(() => sandbox.diff(), 10);
  yield {
    what: `${files} files, ${isolation}: run; write a file; diff`,
    figure: `${ms(run)}; ${ms(edit)}; ${ms(diff)}`,
  };
  await sandbox.destroy();
  const many = performance.now();
  await Promise.all(
    Array.from({ length: 15 }, async () => {
      const each = await provider.create(spec);
      await each.run(['true']);
      await each.destroy();
    }),
  );
  yield {
    what: `${files} files, ${isolation}: 15 candidates at once`,
    figure: `${(performance.now() - many).toFixed(0)} ms`,
  };
  await provider.close();
}

export const suite: Suite = { title: 'Sandboxes', rows };
