/**
 * Takes the README's picture: runs `hone run` of the bundle on the example repository, as a terminal would show it.
 *
 *   node scripts/capture.ts [--bundle DIR] [--check]
 *
 * The clock is held still and what differs from machine to machine (the temporary folder, times taken) is taken out,
 * so that the picture changes only when the report does. `--check` fails when the committed picture is another.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ansiToSvg } from './ansi-svg.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values } = parseArgs({ options: { bundle: { type: 'string', default: 'dist' }, check: { type: 'boolean' } } });
const picture = join(root, 'docs', 'images', 'hone-run.svg');
const columns = 100;
const moment = Date.UTC(2026, 5, 5, 9);
const stillClock = `data:text/javascript,const start=${moment};Date.now=()=>start+Math.round(performance.now());`;

const temp = realpathSync(mkdtempSync(join(tmpdir(), 'hone-capture-')));
try {
  const output = execFileSync(
    process.execPath,
    ['--import', stillClock, resolve(root, values.bundle, 'hone.js'), 'run'],
    {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, TMPDIR: temp, FORCE_COLOR: '1', LANG: 'C.UTF-8', COLUMNS: String(columns) },
    },
  );
  const svg = ansiToSvg(`$ npm start\n${normalised(output)}`, {
    columns,
    title: 'hone run on its example repository: the history, the findings in the newest commit, and what was learned',
  });
  if (values.check) check(svg);
  else {
    mkdirSync(dirname(picture), { recursive: true });
    writeFileSync(picture, svg);
    process.stdout.write(`${picture}: ${Math.round(Buffer.byteLength(svg) / 1000)} kB\n`);
  }
} finally {
  rmSync(temp, { recursive: true, force: true });
}

function normalised(output: string): string {
  return output
    .replaceAll(temp, '/tmp')
    .replaceAll(/hone-example-\w+/g, 'hone-example')
    .replaceAll(/ [·-] (median )?\d+(\.\d+)? m?s\b(, p95 \d+(\.\d+)? m?s)?/g, '');
}

function check(svg: string): void {
  if (readFileSync(picture, 'utf8') === svg) return;
  process.stderr.write(
    'docs/images/hone-run.svg shows another report than hone run gives: run node scripts/capture.ts\n',
  );
  process.exitCode = 1;
}
