/**
 * Prints the figures of the README, each beside its peer or floor in the same run.
 *
 *   npm run bench [-- NAME ...]      all of bench/suites, or the named ones
 */
import { readdirSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { basename } from 'node:path';
import type { Suite } from './measure.ts';

const suites = readdirSync(new URL('./suites/', import.meta.url))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => basename(file, '.ts'))
  .sort();
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !suites.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`bench: no suite named ${unknown.join(', ')}; there are: ${suites.join(', ')}\n`);
  process.exit(2);
}

process.stdout.write(
  `node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown CPU'}, ${Math.round(totalmem() / 2 ** 30)} GiB\n`,
);
for (const name of asked.length > 0 ? asked : suites) {
  const { suite } = (await import(`./suites/${name}.ts`)) as { suite: Suite };
  process.stdout.write(`\n## ${suite.title}\n\n| what | figure | aim |\n|---|---|---|\n`);
  for await (const row of suite.rows()) {
    process.stdout.write(`| ${row.what} | ${row.figure} | ${row.aim ?? ''} |\n`);
  }
}
