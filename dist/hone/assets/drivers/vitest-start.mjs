// Starts vitest with the repeat driver as its runner, which no option of its command line can.
// Arguments: those of the user's `vitest run`.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const require = createRequire(`${process.cwd()}/package.json`);
const { parseCLI, startVitest } = await import(pathToFileURL(require.resolve('vitest/node')).href);
const { options, filter } = parseCLI(['vitest', ...process.argv.slice(2)]);

// What one file puts in the place of a module, the others would get as well: they share a thread.
const alone = filter.filter(mocksModules);
const together = filter.filter((file) => !alone.includes(file));
const kept = together.length > 0 ? together : alone.slice(0, 1);
process.env.HONE_LEFT_OUT = JSON.stringify(filter.filter((file) => !kept.includes(file)).map((file) => resolve(file)));

await startVitest(
  'test',
  kept,
  {
    ...options,
    run: true,
    watch: false,
    // One thread that holds all files: it shares stdin and stdout with the process.
    pool: 'threads',
    isolate: false,
    fileParallelism: false,
    maxWorkers: 1,
    reporters: ['dot'],
    retry: 0,
    coverage: { enabled: false },
    typecheck: { enabled: false },
    runner: join(dirname(fileURLToPath(import.meta.url)), 'vitest-repeat.mjs'),
  },
  // The runner lies outside of the project.
  { server: { fs: { strict: false } } },
);

function mocksModules(file) {
  try {
    return /\bvi\s*\.\s*(?:mock|doMock)\s*\(/.test(readFileSync(file, 'utf8'));
  } catch {
    return false;
  }
}
