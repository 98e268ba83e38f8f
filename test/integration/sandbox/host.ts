import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Isolation,
  localProvider,
  type Sandbox,
  type SandboxProvider,
  type SandboxSpec,
} from '../../../src/sandbox/index.ts';
import { createRepository, type TestRepository } from '../../support/repository.ts';

/** The provider, or undefined with one visible line; under HONE_TEST_REQUIRE=all a missing part fails. */
export async function providerOf(isolation: Isolation): Promise<SandboxProvider | undefined> {
  const provider = localProvider(isolation);
  const reason = await provider.available();
  if (reason === undefined) return provider;
  if (process.env.HONE_TEST_REQUIRE === 'all') throw new Error(reason);
  process.stderr.write(`not run: sandboxes with isolation "${isolation}": ${reason}\n`);
  return undefined;
}

export interface Subject {
  readonly repository: TestRepository;
  readonly commit: string;
  spec(more?: Partial<SandboxSpec>): SandboxSpec;
}

/** A repository with a monorepo's dependencies, a secret that is not in the commit, and a change that is not either. */
export function subject(): Subject {
  const repository = createRepository();
  const commit = repository.commit({
    files: {
      '.gitignore': 'node_modules\nsecret.txt\nignored\n',
      'a.js': 'export const a = 1;\n',
      'docs/read me.md': 'text\n',
      'packages/one/index.js': "export const one = 'committed';\n",
      'packages/one/package.json': '{"name":"one","type":"module","exports":"./index.js"}\n',
      'package.json': '{"type":"module"}\n',
    },
  });
  repository.write({
    'secret.txt': 'top secret',
    'a.js': 'export const a = "dirty";\n',
    'node_modules/left/package.json': '{"name":"left","type":"module","exports":"./index.js"}',
    'node_modules/left/index.js': "export const left = 'left';\n",
    'node_modules/.vite/results.json': '{}',
    'packages/one/node_modules/deep/index.js': 'module.exports = 1;\n',
  });
  return {
    repository,
    commit,
    spec: (more = {}) => ({ repository: repository.dir, commit, ...more }),
  };
}

export async function using<T>(
  provider: SandboxProvider,
  spec: SandboxSpec,
  work: (sandbox: Sandbox) => Promise<T>,
): Promise<T> {
  const sandbox = await provider.create(spec);
  try {
    return await work(sandbox);
  } finally {
    await sandbox.destroy();
  }
}

/** Processes of this machine whose command line holds `text`. */
export function processesWith(text: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => pid !== process.pid && commandLine(pid).includes(text));
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'latin1');
  } catch {
    return '';
  }
}

/** Id of the process that a folder of sandboxes belongs to. */
export function ownerOf(dir: string): number | undefined {
  try {
    return (JSON.parse(readFileSync(join(dir, 'owner.json'), 'utf8')) as { pid: number }).pid;
  } catch {
    return undefined;
  }
}

/** Waits at most two seconds. */
export async function eventually(condition: () => boolean): Promise<boolean> {
  for (let i = 0; i < 80; i++) {
    if (condition()) return true;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return condition();
}
