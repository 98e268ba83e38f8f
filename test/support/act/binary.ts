import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const howToGet = 'go install github.com/nektos/act@v0.2.89 (Go 1.25 or newer), or set HONE_ACT to its path';

/**
 * The workflow runner: HONE_ACT, else on PATH, else where `go install` puts it. Without it one line says what is not
 * run; under HONE_TEST_REQUIRE=all that is an error.
 */
export function findAct(): string | undefined {
  const candidates = [
    process.env.HONE_ACT,
    ...(process.env.PATH ?? '').split(delimiter).map((dir) => join(dir, 'act')),
  ];
  const found = candidates.find((path) => path !== undefined && existsSync(path)) ?? installedByGo();
  if (found === undefined) {
    const message = `act is not here: the end-to-end suite in a real workflow runner is not run. To get it: ${howToGet}`;
    if (process.env.HONE_TEST_REQUIRE === 'all') throw new Error(message);
    process.stdout.write(`${message}\n`);
  }
  return found;
}

function installedByGo(): string | undefined {
  if (spawnSync('go', ['version']).status !== 0) return undefined;
  const path = join(execFileSync('go', ['env', 'GOPATH'], { encoding: 'utf8' }).trim(), 'bin', 'act');
  return existsSync(path) ? path : undefined;
}
