import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface CommitOptions {
  readonly message?: string;
  /** Written before the commit; `null` removes the file. */
  readonly files?: Readonly<Record<string, string | Buffer | null>>;
  /** `Name <email>` */
  readonly author?: string;
  readonly committer?: string;
  /** ISO date with zone, such as `2024-03-01T10:00:00+02:00`; without it, one minute after the previous commit. */
  readonly date?: string;
  /** Committer date where it differs from the author's. */
  readonly committedAt?: string;
}

export interface MergeOptions extends CommitOptions {
  /** Resolution of the conflicts; what is not named stays as git left it, markers and all. */
  readonly files?: Readonly<Record<string, string | Buffer | null>>;
}

/** A real git repository in a temporary directory, untouched by the configuration of the machine. */
export class TestRepository {
  readonly dir: string;
  #minutes = 0;

  constructor(dir: string) {
    this.dir = dir;
  }

  /** Runs git, returns its standard output without the last newline. */
  git(...args: readonly string[]): string {
    return this.gitWith({}, ...args);
  }

  gitWith(options: { env?: Record<string, string>; input?: string | Buffer }, ...args: readonly string[]): string {
    return this.gitBytes(options, ...args)
      .toString()
      .replace(/\n$/, '');
  }

  gitBytes(options: { env?: Record<string, string>; input?: string | Buffer }, ...args: readonly string[]): Buffer {
    return execFileSync('git', args, {
      cwd: this.dir,
      env: { ...isolatedEnv(), ...options.env },
      maxBuffer: 1 << 28,
      stdio: ['pipe', 'pipe', 'pipe'],
      ...(options.input === undefined ? {} : { input: options.input }),
    });
  }

  write(files: Readonly<Record<string, string | Buffer | null>>): this {
    for (const [path, content] of Object.entries(files)) {
      const file = join(this.dir, path);
      if (content === null) {
        rmSync(file, { force: true, recursive: true });
      } else {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, content);
      }
    }
    return this;
  }

  /** Commits everything in the work tree; returns the sha. */
  commit(options: CommitOptions = {}): string {
    this.write(options.files ?? {});
    this.git('add', '--all');
    return this.#record(options, ['commit', '--quiet', '--allow-empty', '--allow-empty-message', '--file=-']);
  }

  /** Commits a tree given as raw path bytes, for names that no file API of Node can write. */
  commitRaw(entries: readonly { path: Buffer; content: string | Buffer }[], options: CommitOptions = {}): string {
    const lines = entries.map(({ path, content }) => {
      const oid = this.gitWith({ input: content }, 'hash-object', '-w', '--stdin');
      return Buffer.concat([Buffer.from(`100644 ${oid}\t`), path, Buffer.from('\0')]);
    });
    this.gitWith({ input: Buffer.concat(lines) }, 'update-index', '-z', '--index-info');
    return this.#record(options, ['commit', '--quiet', '--allow-empty', '--file=-']);
  }

  branch(name: string, from = 'HEAD'): this {
    this.git('branch', '--', name, from);
    return this;
  }

  /** Switches to a branch, creating it at HEAD when it does not exist. */
  checkout(name: string): this {
    const exists = this.git('for-each-ref', '--format=x', `refs/heads/${name}`) !== '';
    this.git('checkout', '--quiet', ...(exists ? [name] : ['-b', name]));
    return this;
  }

  /** Merges with a merge commit. Conflicts are resolved with `files` and committed. Returns the sha. */
  merge(branches: string | readonly string[], options: MergeOptions = {}): string {
    const names = typeof branches === 'string' ? [branches] : branches;
    try {
      this.git('merge', '--quiet', '--no-ff', '--no-commit', '--', ...names);
    } catch {
      // Git leaves the conflicts in the work tree; the commit below records how they were resolved.
    }
    return this.commit({ message: `Merge ${names.join(', ')}`, ...options });
  }

  tag(name: string, options: { at?: string; date?: string; message?: string } = {}): this {
    const annotated = options.message === undefined ? [] : ['--annotate', `--message=${options.message}`];
    const env = options.date === undefined ? {} : { GIT_COMMITTER_DATE: options.date };
    this.gitWith({ env }, 'tag', ...annotated, '--', name, options.at ?? 'HEAD');
    return this;
  }

  /** Sets a value in the repository's own configuration. */
  config(key: string, value: string): this {
    this.git('config', '--local', '--add', key, value);
    return this;
  }

  /** Clones into a new temporary directory; with `depth`, shallow. */
  clone(options: { depth?: number; bare?: boolean; args?: readonly string[] } = {}): TestRepository {
    const dir = temporaryDirectory();
    const depth = options.depth === undefined ? [] : [`--depth=${options.depth}`];
    const bare = options.bare ? ['--bare'] : [];
    const from = pathToFileURL(this.dir).href;
    this.git('clone', '--quiet', ...depth, ...bare, ...(options.args ?? []), '--', from, dir);
    return remember(new TestRepository(dir));
  }

  /** Adds `other` as a submodule at `path`, not yet committed. */
  submodule(other: TestRepository, path: string): this {
    this.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', '--', other.dir, path);
    return this;
  }

  worktree(name: string): TestRepository {
    const dir = temporaryDirectory();
    this.git('worktree', 'add', '--quiet', '-b', name, '--', dir);
    return remember(new TestRepository(dir));
  }

  get head(): string {
    return this.git('rev-parse', 'HEAD');
  }

  #record(options: CommitOptions, args: readonly string[]): string {
    const at = options.date ?? this.#nextDate();
    const author = person(options.author ?? 'Ada Lovelace <ada@example.com>');
    const committer = options.committer === undefined ? author : person(options.committer);
    const env = {
      GIT_AUTHOR_NAME: author.name,
      GIT_AUTHOR_EMAIL: author.email,
      GIT_AUTHOR_DATE: at,
      GIT_COMMITTER_NAME: committer.name,
      GIT_COMMITTER_EMAIL: committer.email,
      GIT_COMMITTER_DATE: options.committedAt ?? at,
    };
    this.gitWith({ env, input: options.message ?? 'Change' }, '-c', 'core.hooksPath=/dev/null', ...args);
    return this.head;
  }

  #nextDate(): string {
    return new Date(Date.UTC(2024, 0, 1) + 60_000 * this.#minutes++).toISOString();
  }
}

const made = new Set<TestRepository>();

/** An empty repository on branch `main`. Call {@link removeRepositories} in `afterAll`. */
export function createRepository(options: { bare?: boolean } = {}): TestRepository {
  const repository = remember(new TestRepository(temporaryDirectory()));
  repository.git('init', '--quiet', '--initial-branch=main', ...(options.bare ? ['--bare'] : []));
  return repository;
}

/** Removes every repository and directory made by this module in this test file. */
export function removeRepositories(): void {
  for (const { dir } of made) rmSync(dir, { recursive: true, force: true });
  made.clear();
}

/** A new directory that is no repository and in none. */
export function createDirectory(): string {
  return remember(new TestRepository(temporaryDirectory())).dir;
}

function remember(repository: TestRepository): TestRepository {
  made.add(repository);
  return repository;
}

function temporaryDirectory(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), 'hone-repository-')));
}

function person(text: string): { name: string; email: string } {
  const match = /^(.*?)\s*<(.*)>$/.exec(text);
  if (!match) throw new Error(`not "Name <email>": ${text}`);
  return { name: match[1] ?? '', email: match[2] ?? '' };
}

function isolatedEnv(): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'Ada Lovelace',
    GIT_AUTHOR_EMAIL: 'ada@example.com',
    GIT_COMMITTER_NAME: 'Ada Lovelace',
    GIT_COMMITTER_EMAIL: 'ada@example.com',
    LC_ALL: 'C',
    TZ: 'UTC',
  };
  for (const [key, value] of Object.entries(process.env)) {
    if (!key.startsWith('GIT_') && !(key in env)) env[key] = value;
  }
  return env;
}
