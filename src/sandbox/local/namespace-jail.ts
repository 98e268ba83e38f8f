import { spawn } from 'node:child_process';
import { closeSync, openSync, statfsSync } from 'node:fs';
import { coveredByTemporary, entryArguments, type Holder, places } from './namespaces.ts';
import { killDescent } from './processes.ts';
import type { Jail, Start, TenantProcess } from './sandbox.ts';

export interface NamespaceTools {
  /** Absolute paths. */
  readonly bubblewrap: string;
  readonly nsenter: string;
  readonly disableUserNamespaces: boolean;
}

export class NamespaceJail implements Jail {
  readonly isolation = 'namespaces';
  readonly root: string;
  readonly gitDir = `${places.base}/.git`;
  readonly excludesFile = `${places.base}/.git/info/exclude`;
  readonly #holder: Holder;
  readonly #tools: NamespaceTools;
  readonly #filterFile: string | undefined;

  readonly #visible: readonly string[];

  constructor(
    root: string,
    holder: Holder,
    tools: NamespaceTools,
    filterFile: string | undefined,
    visible: readonly string[],
  ) {
    this.root = root;
    this.#visible = coveredByTemporary(visible);
    this.#holder = holder;
    this.#tools = tools;
    this.#filterFile = filterFile;
  }

  start({ argv, cwd, env, limits }: Start): ReturnType<Jail['start']> {
    const filter = this.#filterFile === undefined ? undefined : openSync(this.#filterFile, 'r');
    const args = entryArguments(
      {
        holder: this.#holder.pid,
        root: this.root,
        cwd,
        env,
        limits,
        filter: filter === undefined ? undefined : 3,
        disableUserNamespaces: this.#tools.disableUserNamespaces,
        visible: this.#visible,
      },
      argv,
    );
    const child = spawn(this.#tools.nsenter, args, {
      cwd: '/',
      env: { PATH: '/usr/bin:/usr/sbin:/bin:/sbin' },
      stdio: ['pipe', 'pipe', 'pipe', ...(filter === undefined ? [] : [filter])],
    }) as TenantProcess;
    if (filter !== undefined) closeSync(filter);
    return {
      child,
      // The run's process-id namespace goes with its first process, whatever the others did to get away.
      killTree: () => {
        if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) killDescent(child.pid);
      },
      diskFull: () => this.#diskFull(),
    };
  }

  async destroy(): Promise<void> {
    const { child } = this.#holder;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    if (child.pid !== undefined) killDescent(child.pid);
    await ended;
  }

  #diskFull(): boolean {
    try {
      // The tenant cannot write to any folder on this path, so no link of its making is followed.
      const { bavail, ffree } = statfsSync(`/proc/${this.#holder.pid}/root${places.layer}`);
      return bavail === 0 || ffree === 0;
    } catch {
      return false;
    }
  }
}
