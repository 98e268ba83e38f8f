// Starts vitest as its command does, with our reporter. As an object: a path outside of the project is not loaded by
// every version of vite.
// Arguments: those of the user's `vitest run`.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import Reporter from './vitest-reporter.mjs';

const require = createRequire(`${process.cwd()}/package.json`);
let entry;
try {
  entry = require.resolve('vitest/node');
} catch (error) {
  process.stderr.write(`vitest is not installed here: ${error.message}\n`);
  // As shells say it of a command.
  process.exit(127);
}
const { parseCLI, startVitest } = await import(pathToFileURL(entry).href);
const { options, filter } = parseCLI(['vitest', ...process.argv.slice(2)]);

const vitest = await startVitest('test', filter, {
  ...options,
  run: true,
  watch: false,
  reporters: [new Reporter()],
  coverage: { enabled: false },
  typecheck: { enabled: false },
});
await vitest?.exit();
