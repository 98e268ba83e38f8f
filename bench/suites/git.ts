import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { writeHistory } from '../git-history.ts';
import { compare, ms, type Row, type Suite } from '../measure.ts';

const COMMITS = 100_000;
const source = new URL('../../src/git/index.ts', import.meta.url);

/** In a process of its own, so that the memory is that of the metrics alone, and the time includes loading. */
const script = `
  import { collectMetrics, openRepository } from ${JSON.stringify(source.href)};
  const metrics = await collectMetrics(await openRepository(process.argv[1]), { now: Date.now() });
  const { total } = metrics.commits;
  console.log(JSON.stringify({ total, conflicts: metrics.conflicts, kilobytes: process.resourceUsage().maxRSS }));
`;

interface Measured {
  readonly total: number;
  readonly conflicts: { readonly merges: number; readonly checked: number; readonly conflicted: number };
  readonly kilobytes: number;
}

function metricsOf(dir: string): Measured {
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script, dir], { stdio: 'pipe' });
  return JSON.parse(output.toString()) as Measured;
}

async function* rows(): AsyncIterable<Row> {
  for (const commits of [COMMITS / 10, COMMITS]) {
    const dir = await writeHistory(commits);
    try {
      let measured: Measured | undefined;
      const { a, b, ratio } = await compare(
        () => {
          measured = metricsOf(dir);
        },
        () => execFileSync('git', ['log', '--numstat'], { cwd: dir, stdio: 'ignore' }),
        commits === COMMITS ? 3 : 5,
      );
      const { total, conflicts, kilobytes } = measured ?? metricsOf(dir);
      yield {
        what: `metrics of ${total.toLocaleString('en-US')} commits; git log --numstat; ratio`,
        figure: `${ms(a)}; ${ms(b)}; ${ratio.toFixed(2)} x`,
        ...(commits === COMMITS && { aim: '<= 1.2 x' }),
      };
      yield {
        what: `peak memory of it (${conflicts.conflicted} conflicts in ${conflicts.checked} of ${conflicts.merges} merges)`,
        figure: `${Math.round(kilobytes / 1024)} MiB`,
        ...(commits === COMMITS && { aim: 'bounded' }),
      };
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  }
}

export const suite: Suite = { title: 'Git metrics', rows };
