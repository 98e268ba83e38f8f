import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { plainEnv, runBounded } from './bounded-process.ts';
import type { Task } from './core.ts';
import { runHone } from './hone.ts';

/**
 * What was learned from each half of the tasks, kept apart: a task of one half is only ever shown the events of the
 * other. Events travel as users move them, by `hone store export` and `hone store import`.
 */
export class Knowledge {
  readonly #folder: string;
  readonly #bundle: string | undefined;
  readonly #exports: [string[], string[]] = [[], []];
  readonly #ready = new Map<number, Promise<string>>();

  /** @param folder where the exports and the two stores are kept */
  constructor(folder: string, bundle: string | undefined) {
    this.#folder = folder;
    this.#bundle = bundle;
  }

  /** Takes the events that a repair left in its repository. */
  async learn(half: 0 | 1, repository: string): Promise<void> {
    this.#exports[half].push(await runHone(this.#bundle, ['store', 'export', '--repo', repository], this.#folder));
  }

  /** Puts what the half taught into a repository that knows nothing yet. */
  async give(half: 0 | 1, repository: string): Promise<void> {
    let store = this.#ready.get(half);
    if (store === undefined) {
      store = this.#gather(half);
      this.#ready.set(half, store);
    }
    await rm(join(repository, '.hone'), { recursive: true, force: true });
    await cp(await store, join(repository, '.hone'), { recursive: true });
  }

  async #gather(half: 0 | 1): Promise<string> {
    const home = join(this.#folder, `half-${half}`);
    await mkdir(home);
    await runBounded(['git', 'init', '--quiet'], { cwd: home, timeoutMs: 10_000, env: plainEnv() });
    const identity = ['-c', 'user.name=bench', '-c', 'user.email=bench@example.com'];
    const commit = ['git', ...identity, 'commit', '--quiet', '--allow-empty', '--message=start'];
    await runBounded(commit, { cwd: home, timeoutMs: 10_000, env: plainEnv() });
    const events = join(this.#folder, `half-${half}.jsonl`);
    await writeFile(events, this.#exports[half].join(''));
    await runHone(this.#bundle, ['store', 'import', events, '--repo', home], home);
    return join(home, '.hone');
  }
}

/** Which half each task is in, by id: an even split of each language, drawn by the seed. */
export function halvesOf(tasks: readonly Task[], seed: number): ReadonlyMap<string, 0 | 1> {
  const halves = new Map<string, 0 | 1>();
  for (const language of new Set(tasks.map((task) => task.language))) {
    const drawn = tasks
      .filter((task) => task.language === language)
      .map((task) => ({ id: task.id, key: hash(`${seed} ${task.id}`) }))
      .sort((a, b) => a.key - b.key);
    drawn.forEach(({ id }, at) => {
      halves.set(id, at % 2 === 0 ? 0 : 1);
    });
  }
  return halves;
}

/** FNV-1a, mixed once more because ids differ in their last digits only. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0;
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b) >>> 0;
  return (value ^ (value >>> 13)) >>> 0;
}
