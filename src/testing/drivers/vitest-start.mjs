// Starts vitest with the repeat driver as its runner, which no option of its command line can.
// Arguments: those of the user's `vitest run`.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const require = createRequire(`${process.cwd()}/package.json`);
const { parseCLI, startVitest } = await import(pathToFileURL(require.resolve('vitest/node')).href);
const { options, filter } = parseCLI(['vitest', ...process.argv.slice(2)]);

await startVitest(
  'test',
  filter,
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
