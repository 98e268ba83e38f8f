import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createExampleRepository } from '../../src/example/index.ts';
import { compare, ms, type Row, type Suite } from '../measure.ts';

const bundle = fileURLToPath(new URL('../../dist/hone.js', import.meta.url));
const runs = 15;

function node(args: readonly string[], cwd?: string): void {
  execFileSync(process.execPath, args, { stdio: 'ignore', ...(cwd !== undefined && { cwd }) });
}

async function* rows(): AsyncIterable<Row> {
  if (!existsSync(bundle)) {
    yield { what: 'start-up', figure: 'not measured: there is no dist, run npm run build' };
    return;
  }
  const floor = (): void => node(['-e', '0']);
  const commands: readonly [what: string, args: string[], aim: number][] = [
    ['`hone --version`', ['--version'], 4],
    ['`hone --help`', ['--help'], 4],
    ['a mistake: `hone metrics --since never`', ['metrics', '--since', 'never'], 4],
  ];
  for (const [what, args, aim] of commands) {
    const command = (): void => {
      try {
        node([bundle, ...args]);
      } catch {
        // The mistake ends with status 2, as it should.
      }
    };
    const { a, b, ratio } = await compare(command, floor, runs);
    yield { what, figure: `${ms(a)}, ${ratio.toFixed(1)} x \`node -e 0\` (${ms(b)})`, aim: `<= ${aim} x` };
  }
  const folder = mkdtempSync(join(tmpdir(), 'hone-bench-'));
  try {
    const dir = await createExampleRepository(Date.now(), folder);
    const { a, ratio } = await compare(() => node([bundle, 'run', '--no-store', dir]), floor, 5);
    yield { what: '`hone run` on the example', figure: `${ms(a)}, ${ratio.toFixed(1)} x \`node -e 0\`` };
    const analysis = await compare(() => node([bundle, 'analyze', '--no-store', '--repo', dir]), floor, 5);
    yield {
      what: '`hone analyze`, commit of 5 files',
      figure: `${ms(analysis.a)}, ${analysis.ratio.toFixed(1)} x \`node -e 0\``,
      aim: '<= 1000 ms, <= 10 x',
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const suite: Suite = { title: 'Start-up', rows };
