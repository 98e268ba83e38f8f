import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compare, ms, type Row, type Suite } from '../measure.ts';

const bundle = fileURLToPath(new URL('../../dist/hone.js', import.meta.url));

function git(dir: string, ...args: string[]): void {
  const identity = ['-c', 'user.name=Bench', '-c', 'user.email=bench@example.com'];
  execFileSync('git', [...identity, ...args], { cwd: dir, stdio: 'ignore' });
}

/** A module of some 60 lines that imports its neighbour. */
function source(i: number, version: number): string {
  const functions = Array.from(
    { length: 12 },
    (_, n) =>
      `export function step${n}(a: number, b = ${version}): number {\n  if (a > b) return a - b;\n  return a + b;\n}\n`,
  );
  return `import { step0 as next } from './module${i + 1}.ts';\n\n${functions.join('\n')}\nexport const start = next(1);\n`;
}

/** A repository of `files` modules whose last commit rewrites five of them. */
function repository(files: number): string {
  const dir = mkdtempSync(join(tmpdir(), 'hone-bench-'));
  const write = (i: number, version: number): void => {
    const path = join(dir, 'src', `module${i}.ts`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, source(i, version));
  };
  git(dir, 'init', '--quiet');
  for (let i = 0; i < files; i++) write(i, 1);
  git(dir, 'add', '--all');
  git(dir, 'commit', '--quiet', '--message', 'Start');
  for (let i = 0; i < 5; i++) write(i * 7, 2);
  git(dir, 'commit', '--quiet', '--all', '--message', 'Change five files');
  return dir;
}

async function* rows(): AsyncIterable<Row> {
  if (!existsSync(bundle)) {
    yield { what: 'hone analyze', figure: 'not measured: there is no dist, run npm run build' };
    return;
  }
  for (const files of [40, 1000]) {
    const dir = repository(files);
    try {
      const { a, b, ratio } = await compare(
        () => execFileSync(process.execPath, [bundle, 'analyze', '--repo', dir, '--json'], { stdio: 'ignore' }),
        () => execFileSync(process.execPath, ['-e', '0']),
        7,
      );
      yield {
        what: `hone analyze, cold, 5 files of ${files}; node -e 0; ratio`,
        figure: `${ms(a)}; ${ms(b)}; ${ratio.toFixed(1)} x`,
        ...(files === 40 && { aim: '<= 1 s, <= 10 x' }),
      };
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  }
}

export const suite: Suite = { title: 'Commit analysis', rows };
