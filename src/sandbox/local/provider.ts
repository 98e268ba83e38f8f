import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { CannotRunError, UsageError } from '../../base/errors.ts';
import {
  defaultLimits,
  type Isolation,
  type Limits,
  type Sandbox,
  type SandboxProvider,
  type SandboxSpec,
} from '../types.ts';
import { type BaseTree, checkOut } from './base-tree.ts';
import { type Dependency, findDependencies, virtualEnvironmentHome } from './dependencies.ts';
import { scrubbedEnvironment } from './environment.ts';
import { NamespaceJail, type NamespaceTools } from './namespace-jail.ts';
import { etcFiles, hold, isRoot, places, reserved, tenant } from './namespaces.ts';
import { collectStale, Owner } from './owner.ts';
import { probe } from './probe.ts';
import { ProcessJail } from './process-jail.ts';
import { LocalSandbox } from './sandbox.ts';
import { seccompFilter } from './seccomp.ts';
import { findToolchains, inside, placesOf, systemFolders, type Toolchains } from './toolchains.ts';

/** Sandboxes on this machine, by bubblewrap, or as plain processes where the user accepts that. */
export class LocalProvider implements SandboxProvider {
  readonly name = 'local';
  readonly isolation: Isolation;
  #shared: { owner: Owner; filterFile: string | undefined } | undefined;
  #probed: Promise<NamespaceTools | string> | undefined;
  readonly #bases = new Map<string, Promise<{ tree: BaseTree; dependencies: Dependency[] }>>();
  readonly #toolchains = new Map<string, Promise<Toolchains>>();
  readonly #sandboxes = new Set<LocalSandbox>();
  #count = 0;

  constructor(isolation: Isolation) {
    this.isolation = isolation;
  }

  async available(): Promise<string | undefined> {
    if (this.isolation === 'process') {
      return process.platform === 'win32' ? 'sandboxes need Linux or macOS' : undefined;
    }
    const found = await this.#namespaceTools();
    return typeof found === 'string' ? found : undefined;
  }

  collectStale(): Promise<number> {
    return collectStale();
  }

  async create(spec: SandboxSpec): Promise<Sandbox> {
    const reason = await this.available();
    if (reason !== undefined) throw new CannotRunError(reason);
    spec.signal?.throwIfAborted();
    if (!isAbsolute(spec.repository)) throw new UsageError(`repository "${spec.repository}" must be an absolute path`);
    const limits = { ...defaultLimits, ...spec.limits };
    const [base, toolchains] = await Promise.all([this.#base(spec), this.#toolchainsFor(spec)]);
    const id = `${++this.#count}-${randomBytes(4).toString('hex')}`;
    const { jail, env } =
      this.isolation === 'process'
        ? await this.#processJail(id, spec, base, toolchains)
        : await this.#namespaceJail(spec, base, toolchains, limits);
    const sandbox = new LocalSandbox(id, jail, limits, env, () => this.#sandboxes.delete(sandbox));
    this.#sandboxes.add(sandbox);
    try {
      spec.signal?.throwIfAborted();
      if (spec.files !== undefined && Object.keys(spec.files).length > 0) await sandbox.write(spec.files);
    } catch (error) {
      await sandbox.destroy();
      throw error;
    }
    return sandbox;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#sandboxes].map((sandbox) => sandbox.destroy()));
    this.#bases.clear();
    const owner = this.#shared?.owner;
    this.#shared = undefined;
    await owner?.remove();
  }

  async #namespaceJail(spec: SandboxSpec, base: Base, toolchains: Toolchains, limits: Limits) {
    const tools = await this.#namespaceTools();
    if (typeof tools === 'string') throw new CannotRunError(tools);
    const { owner, filterFile } = this.#open();
    const { tree, dependencies } = base;
    const visible = new Set([...toolchains.visible, ...(spec.readOnly ?? [])]);
    for (const { source } of dependencies) {
      const home = virtualEnvironmentHome(source);
      if (home === undefined) continue;
      for (const place of placesOf(join(home, 'python3'), spec.repository)) visible.add(place);
    }
    const shown = [...visible].filter((place) => !systemFolders.some((folder) => inside(place, folder)));
    const holder = await hold(
      tools.bubblewrap,
      {
        root: spec.repository,
        base: tree.dir,
        dependencies,
        visible: shown,
        etc: join(owner.dir, 'etc'),
        limits,
      },
      spec.signal,
    );
    const env = scrubbedEnvironment({ home: places.home, temporary: '/tmp' }, toolchains.env, spec.env);
    return { jail: new NamespaceJail(spec.repository, holder, tools, filterFile, shown), env };
  }

  async #processJail(id: string, spec: SandboxSpec, base: Base, toolchains: Toolchains) {
    const { owner } = this.#open();
    const jail = await ProcessJail.create(
      join(owner.dir, id),
      base.tree.dir,
      spec.repository,
      base.dependencies,
      owner,
    );
    const env = scrubbedEnvironment({ home: jail.home, temporary: jail.temporary }, toolchains.env, spec.env);
    return { jail, env };
  }

  #namespaceTools(): Promise<NamespaceTools | string> {
    this.#probed ??= probe();
    return this.#probed;
  }

  #toolchainsFor({ repository, tools = [] }: SandboxSpec): Promise<Toolchains> {
    return remembered(this.#toolchains, JSON.stringify([repository, ...tools]), () =>
      findToolchains(repository, tools),
    );
  }

  #base({ repository, commit, dependencies: asked = [] }: SandboxSpec): Promise<Base> {
    if (this.isolation === 'namespaces' && reserved(repository)) {
      throw new UsageError(`the repository must not lie at ${repository} to be shown in a sandbox`);
    }
    return remembered(this.#bases, JSON.stringify([repository, commit, ...asked]), async () => {
      const dir = join(this.#open().owner.dir, `base-${this.#bases.size}-${randomBytes(4).toString('hex')}`);
      const otherUser = this.isolation === 'namespaces' && isRoot() ? tenant : undefined;
      const tree = await checkOut(repository, commit, dir, otherUser);
      const dependencies = findDependencies(repository, tree, asked);
      const patterns = dependencies.map(({ path }) => `/${path.replace(/[\\*?[\]#! ]/g, '\\$&')}\n`);
      mkdirSync(join(dir, '.git', 'info'), { recursive: true });
      appendFileSync(join(dir, '.git', 'info', 'exclude'), patterns.join(''));
      return { tree, dependencies };
    });
  }

  #open(): { owner: Owner; filterFile: string | undefined } {
    if (this.#shared !== undefined) return this.#shared;
    const owner = new Owner();
    mkdirSync(join(owner.dir, 'etc'));
    for (const [name, text] of Object.entries(etcFiles))
      writeFileSync(join(owner.dir, 'etc', name), text, { mode: 0o644 });
    const filter = seccompFilter();
    const filterFile = filter === undefined ? undefined : join(owner.dir, 'filter');
    if (filter !== undefined && filterFile !== undefined) writeFileSync(filterFile, filter);
    this.#shared = { owner, filterFile };
    return this.#shared;
  }
}

type Base = { tree: BaseTree; dependencies: Dependency[] };

/** One result for all who ask at the same time; failures are not remembered. */
function remembered<T>(memory: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const made = make();
  memory.set(key, made);
  made.catch(() => memory.delete(key));
  return made;
}
